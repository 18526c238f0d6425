"""The painter of coffee tables; also blocks of wood and the colours of books."""

from __future__ import annotations

import random

from sourcing_desktop.sandbox.drawing.brush import Brush
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.shapes import (
    box,
    curve,
    lathe,
    lines,
    oval,
    turned,
)
from sourcing_desktop.sandbox.drawing.solids import Faces, Stage, barrel
from sourcing_desktop.sandbox.drawing.tones import (
    BRASS,
    INK,
    OAK,
    WALNUT,
    Colour,
    faded,
    shade,
    tint,
)

SPINES = ("#b5523b", "#2f5d73", "#e0b453", "#7a8f6a", "#46394f", "#d9d2c0", "#c97b63", "#37474f", "#8b5a68",
    "#efe7d8")  # fmt: skip


def paint_block(brush: Brush, faces: Faces, tone: Colour, rng: random.Random | None = None) -> None:
    top, front, side = faces
    brush.body(front, shade(tone, 0.12), 0.4)
    brush.body(side, shade(tone, 0.32), 0.4)
    if rng is None:
        brush.body(top, tint(tone, 0.14), 0.4)
    else:
        brush.wood(top, tint(tone, 0.12), rng)


def coffee_table(brush: Brush, look: Look, rng: random.Random) -> None:
    """A low table: round or rectangular, of wood, lacquer, glass or marble, with things on it."""
    finish = rng.choice(("lacquer", "lacquer", "wood", "wood", "clear"))
    wood: Colour = look.colour if finish == "lacquer" else rng.choice((OAK, WALNUT))
    legs: Colour = rng.choice((wood, INK, look.accent, BRASS)) if finish == "lacquer" else look.colour
    if rng.random() < 0.5:
        _round_table(brush, finish, wood, legs, look, rng)
        return
    stage = Stage((0, 0), rng.uniform(16, 44), rng.uniform(22, 32))
    wide, deep, high = rng.uniform(600, 720), rng.uniform(300, 400), rng.uniform(210, 280)
    middle = stage.at(wide / 2, deep / 2, high / 2)
    style = rng.randrange(4)
    with brush.placed(dx=500 - middle[0], dy=530 - middle[1], about=(0, 0)):
        foot = stage.at(wide / 2, deep / 2, 0)
        brush.contact(foot[0], foot[1] + 10, wide * 0.62, wide * 0.24, 0.3)
        corners = [(30, deep - 60), (wide - 60, deep - 60), (30, 30), (wide - 60, 30)]
        shelf = rng.random() < 0.4
        for index, (x, y) in enumerate(corners):
            if index == 2 and shelf:
                paint_block(brush, stage.block(30, 30, high * 0.3, (wide - 60, deep - 60, 16)), wood)
            if style == 0:
                paint_block(brush, stage.block(x, y, 0, (34, 34, high)), legs)
            elif style == 1:
                for lean in (-22, 22):
                    brush.strap(lines([stage.at(x + 15 + lean, y, high),
                        stage.at(x + (12 if x < 100 else 20), y, 0)]), legs,
                        9 if finish == "lacquer" else 15)  # fmt: skip
            elif style == 2:
                out = -50 if x < 100 else 50
                brush.strap(lines([stage.at(x + 15, y, high), stage.at(x + 15 + out, y, 0)]), legs, 26)
        if style == 3:
            for x in (40, wide - 90):
                paint_block(brush, stage.block(x, 30, 0, (46, deep - 60, high)), legs)
        if rng.random() < 0.3 and style != 3:
            paint_block(brush, stage.block(40, 20, high - 90, (wide - 80, deep - 40, 90)), wood)
            brush.line(
                stage.front(lines([(wide / 2 - 50, high - 46), (wide / 2 + 50, high - 46)]), 20), BRASS, 9
            )
        corner = rng.choice((0, 40, 120))
        rim, top = stage.slab(box(0, 0, wide, deep, corner), high, rng.choice((18, 34)))
        if finish == "clear":
            brush.glass(rim, "#cfe6e6", 0.5)
        else:
            brush.body(rim, shade(look.colour, 0.25))
            brush.wood(top, wood, rng)
        brush.sheen(top, 0.3)
        _props(brush, *stage.at(wide * rng.uniform(0.25, 0.7), deep * 0.5, high + 30), look, rng)


def _round_table(
    brush: Brush, finish: str, wood: Colour, legs: Colour, look: Look, rng: random.Random
) -> None:
    x = 500.0
    radius, tilt = rng.uniform(320, 390), rng.uniform(0.28, 0.38)
    high = rng.uniform(240, 320)
    top, foot = 520 - high * 0.4, 520 + high * 0.7
    brush.contact(x, foot + 30, radius, 100, 0.3)
    style = rng.randrange(4)
    if style == 0:
        brush.round(
            lathe([(x + 60, top), (x + 46, top + high * 0.4), (x + radius * 0.55, foot + 40)], x), legs
        )
    elif style == 1:
        brush.round(barrel(x, top, foot + 30, radius * 0.7, radius * 0.62, tilt), shade(legs, 0.1))
        for step in range(-7, 8):
            across = x + radius * 0.68 * step / 7.4
            brush.line(lines([(across, top + 30), (across - step * 3, foot + 70)]), faded(INK, 0.25), 7)
    else:
        for share, depth in ((-0.5, -0.7), (0.5, -0.7), (-0.75, 0.6), (0.75, 0.6)):
            end = (x + share * radius * rng.choice((1.0, 1.12)), foot + depth * radius * tilt * 0.6)
            brush.strap(lines([(x + share * radius * 0.9, top + 20), end]), legs, 28 if style == 2 else 14)
        if style == 3:
            brush.strap(oval(x, foot, radius * 0.7, radius * 0.7 * tilt), legs, 14)
    brush.body(barrel(x, top, top + rng.choice((18, 40)), radius, radius, tilt), shade(look.colour, 0.25))
    plate = oval(x, top, radius, radius * tilt)
    if finish == "clear":
        brush.ramp(plate, [(0, "#fbfaf8"), (1, "#dcd9d6")], (0, 0), (1, 1))
        for _ in range(5):
            start = (x + rng.uniform(-radius, radius) * 0.8, top + rng.uniform(-80, 80) * tilt)
            with brush.inside(plate):
                brush.line(curve([start, (start[0] + 110, start[1] + rng.uniform(-40, 40)), (start[0] + 260,
                    start[1] + 20)]), faded("#8d8a90", 0.5), 5)  # fmt: skip
    else:
        brush.wood(plate, wood, rng)
    brush.sheen(plate, 0.3)
    _props(brush, x + rng.uniform(-140, 140), top, look, rng)


def _props(brush: Brush, x: float, y: float, look: Look, rng: random.Random) -> None:
    style = rng.randrange(5)
    if style in (0, 3):
        for index in range(rng.randrange(2, 4)):
            brush.body(
                box(x - 80 + index * 6, y - 22 * (index + 1), 150 - index * 10, 22, 4),
                rng.choice(SPINES),
                0.7,
            )
    if style in (1, 3):
        for index in range(5):
            brush.body(
                turned(oval(x + 90, y - 120, 16, 60), (index - 2) * 28, (x + 90, y - 70)),
                ("#6f9f63", "#4f8353")[index % 2],
            )
        brush.gloss(lathe([(x + 116, y - 84), (x + 134, y - 40), (x + 112, y + 4)], x + 90), look.accent)
    if style == 2:
        brush.round(barrel(x, y - 50, y, 38, 32), "#f5f1ea")
        brush.flat(oval(x, y - 50, 32, 7), "#6b4630")
