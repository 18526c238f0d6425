"""The painter of stools."""

from __future__ import annotations

import math
import random

from sourcing_desktop.sandbox.drawing.brush import Brush
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import Pattern, choose
from sourcing_desktop.sandbox.drawing.shapes import (
    arc,
    box,
    lines,
    oval,
    polygon,
    rounded,
    smooth,
)
from sourcing_desktop.sandbox.drawing.solids import barrel
from sourcing_desktop.sandbox.drawing.tones import (
    INK,
    OAK,
    STEEL,
    WALNUT,
    Colour,
    contrast,
    distinct,
    shade,
    tint,
)


def stool(brush: Brush, look: Look, rng: random.Random) -> None:
    """A stool: round or square seat on legs, bar stool on a column, upholstered pouf."""
    style = rng.choice((0, 0, 1, 2, 3))
    with brush.placed(scale=(1.14, 1.02, 1.1, 1.18)[style], about=(500, 860)):
        (_legged_stool, _column_stool, _pouf, _square_stool)[style](brush, look, rng)


def _seat(
    brush: Brush, x: float, y: float, radius: float, thick: float, look: Look, rng: random.Random
) -> None:
    tilt, style = 0.26, rng.randrange(3)
    side, top = barrel(x, y, y + thick, radius, radius, tilt), oval(x, y, radius, radius * tilt)
    if style == 0:
        brush.round(side, look.colour)
        brush.wood(top, tint(look.colour, 0.1), rng)
        return
    brush.round(side, look.colour)
    brush.puff(top, tint(look.colour, 0.12), 0.5)
    brush.print(top, look.colour, look.accent, choose(rng, "stripes dots checks floral plaid leaves", 0.5))
    if style == 1:
        brush.strap(
            arc(x, y + thick * 0.5, radius, radius * tilt, 180, 180), distinct(look.colour, look.accent), 10
        )


def _legged_stool(brush: Brush, look: Look, rng: random.Random) -> None:
    seat = rng.uniform(190, 480)
    radius, splay, foot = rng.uniform(190, 260), rng.uniform(1.0, 1.4), 860.0
    wood = rng.choice((OAK, WALNUT, STEEL, INK, look.accent))
    thick = rng.uniform(26, 80)
    three = rng.random() < 0.35
    feet = ((-0.9, 1), (0.9, 1), (0.0, 0.6)) if three else ((-0.62, 0.3), (0.62, 0.3), (-0.9, 1), (0.9, 1))
    brush.contact(500, foot - 10, radius * splay * 1.1, 60)
    ordered = sorted(feet, key=lambda place: place[1])
    for share, near in ordered:
        low = foot - 70 + 70 * near
        brush.strap(
            lines([(500 + share * radius * 0.7, seat + thick), (500 + share * radius * splay, low)]),
            wood,
            rng.choice((30, 36)),
        )
    if foot - seat > 420 or rng.random() < 0.4:
        level = seat + (foot - seat) * 0.66
        reach = radius * (0.62 + 0.22 * splay)
        brush.strap(oval(500, level, reach, reach * 0.22), wood, 18)
    _seat(brush, 500, seat, radius, thick, look, rng)


def _column_stool(brush: Brush, look: Look, rng: random.Random) -> None:
    seat, foot, radius = rng.uniform(280, 360), 850.0, rng.uniform(170, 220)
    brush.contact(500, foot + 6, radius * 1.25, 54)
    brush.metal(barrel(500, foot - 24, foot, radius, radius * 1.04, 0.24))
    brush.metal(box(484, seat + 40, 32, foot - seat - 60, 8))
    brush.metal(box(474, seat + 260, 52, foot - seat - 280, 8))
    brush.strap(arc(500, foot - 210, 110, 34, 0, 360), STEEL, 18)
    if rng.random() < 0.6:
        brush.puff(smooth([(500 - radius, seat), (500 - radius * 0.9, seat - rng.uniform(120, 190)),
            (500, seat - 170), (500 + radius * 0.9, seat - 150), (500 + radius, seat)],
            0.8), look.colour)  # fmt: skip
    _seat(brush, 500, seat, radius, rng.uniform(44, 80), look, rng)


def _pouf(brush: Brush, look: Look, rng: random.Random) -> None:
    radius, high = rng.uniform(270, 350), rng.uniform(280, 430)
    top, bottom = 540 - high / 2, 540 + high / 2
    brush.contact(500, bottom + 60, radius * 1.15, 70)
    for x in (500 - radius * 0.7, 500 + radius * 0.7) if (legs := rng.random() < 0.5) else ():
        brush.round(
            polygon([(x - 18, bottom), (x + 18, bottom), (x + 10, bottom + 96), (x - 10, bottom + 96)]), OAK
        )
    shell = barrel(500, top, bottom + (0 if legs else 30), radius, radius * rng.uniform(0.94, 1.0), 0.24)
    brush.round(shell, look.colour)
    style = rng.randrange(3)
    with brush.inside(shell):
        for index in range(1, 12) if style == 0 else ():
            x = 500 - radius * math.cos(math.pi * index / 12)
            brush.fold(lines([(x, top), (x, bottom + 120)]), look.colour, 24, 1.0)
        if style == 1:
            brush.round(box(0, bottom - high * 0.3, 1000, 400), distinct(look.colour, look.accent))
    brush.print(shell, look.colour, look.accent, choose(rng, "stripes zigzag floral diamonds checks",
        0.3) if style == 2 else Pattern("plain", 0))  # fmt: skip
    brush.puff(oval(500, top, radius, radius * 0.24), tint(look.colour, 0.1), 0.5)
    brush.ball(oval(500, top, 20, 12), look.accent)


def _square_stool(brush: Brush, look: Look, rng: random.Random) -> None:
    seat, foot, half = rng.uniform(300, 430), 860.0, rng.uniform(190, 250)
    wood, plank = rng.random() < 0.6, rng.random() < 0.5
    brush.contact(500, foot, half * 1.3, 50)
    splay = rng.uniform(1.02, 1.25)
    tone: Colour = rng.choice((OAK, WALNUT)) if wood and not plank else look.colour
    for x, low in ((-0.72, foot - 60), (0.72, foot - 60), (-1, foot), (1, foot)):
        wide, reach = 26, 500 + x * half * splay
        start = 500 + x * half * 0.88
        brush.round(polygon([(start - wide, seat + 20), (start + wide, seat + 20), (reach + 16, low),
            (reach - 16, low)]), shade(tone, 0.1))  # fmt: skip
    for level in (0.6,) if rng.random() < 0.5 else (0.5, 0.72):
        y = seat + (foot - seat) * level
        brush.round(box(500 - half, y, 2 * half, 26, 8), tone, upright=False)
    top = rounded([(500 - half * 0.8, seat - 70), (500 + half * 0.8, seat - 70),
        (500 + half * 1.06, seat + 10), (500 - half * 1.06, seat + 10)], 26)  # fmt: skip
    brush.body(top.translated(0, 36), shade(tone, 0.3))
    if wood and plank:
        brush.wood(top, rng.choice((OAK, WALNUT)), rng)
    else:
        brush.puff(top, look.colour, 0.5)
        brush.print(top, look.colour, look.accent, choose(rng, "stripes dots checks plaid floral", 0.4))
    if not wood:
        brush.flat(oval(500, seat - 30, 46, 13), contrast(look.colour, 0.7))
