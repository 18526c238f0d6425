"""Beauty goods as product pictures: lipstick, perfume, nail polish; brushes and mirror in their own file."""

from __future__ import annotations

import random
from collections.abc import Callable

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush, Painter, Stop
from sourcing_desktop.sandbox.drawing.kinds import brushes_and_mirrors
from sourcing_desktop.sandbox.drawing.kinds.gems import CUTS, gem
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import choose
from sourcing_desktop.sandbox.drawing.shapes import (
    Point,
    box,
    curve,
    flower,
    frame,
    heart,
    lathe,
    lines,
    oval,
    rounded,
    smooth,
    star,
    trapeze,
    turned,
)
from sourcing_desktop.sandbox.drawing.tones import (
    GOLD,
    HARDWARE,
    INK,
    Colour,
    contrast,
    distinct,
    faded,
    shade,
    tint,
)

_Flacon = Callable[[random.Random, float, float, float], QPainterPath]
"""Draws a bottle's outline from half its width, its top and its bottom."""


def _lipstick(brush: Brush, look: Look, rng: random.Random) -> None:
    accent, metal = distinct(look.colour, look.accent), rng.choice(HARDWARE)
    case = rng.choice((INK, accent, metal, "#f4efe8", shade(look.colour, 0.25)))
    if rng.random() < 0.4:
        _smear(brush, rng, look.colour)
    style = rng.choice((_bullet, _bullet, _bullet, _gloss_tube))
    style(brush, look, rng, case, metal)


def _smear(brush: Brush, rng: random.Random, colour: Colour) -> None:
    y = rng.uniform(820, 850)
    at = frame(500, y, 400, 70)
    edge = [
        (-1, 0.1),
        (-0.7, -0.5),
        (-0.2, -0.3),
        (0.3, -0.6),
        (0.9, -0.3),
        (1, 0.1),
        (0.5, 0.5),
        (0, 0.3),
        (-0.6, 0.6),
    ]
    brush.gloss(smooth(at(*edge)), colour)
    for lift in (-0.2, 0.1):
        brush.line(curve(at((-0.8, lift), (0, lift - 0.1), (0.8, lift))), faded(tint(colour, 0.5), 0.5), 7)


def _bullet(brush: Brush, look: Look, rng: random.Random, case: Colour, metal: Colour) -> None:
    half, square = rng.uniform(82, 112), rng.random() < 0.35
    top, collar, base = rng.uniform(120, 180), rng.uniform(400, 450), rng.uniform(560, 620)
    x, cap = 370.0, rng.choice(("upright", "upright", "lying"))
    brush.contact(x, 905, half * 1.5)
    with brush.placed(dx=x - 500):
        inner = half * 0.7
        slant = rng.uniform(30, 150)
        tip = [
            (500 - inner, collar + 6),
            (500 - inner, top + slant),
            (500 - inner * 0.3, top + slant * 0.3),
            (500 + inner * 0.6, top),
        ]
        stick = smooth([*tip, (500 + inner, top + 60), (500 + inner, collar + 6)], 0.5)
        brush.round(stick, look.colour)
        face = [
            (500 - inner * 0.92, top + slant + 20),
            (500 - inner * 0.2, top + slant * 0.4),
            (500 + inner * 0.56, top + 12),
            (500 + inner * 0.2, top + slant * 0.9 + 40),
        ]
        brush.body(smooth(face), tint(look.colour, 0.24))
        brush.metal(box(500 - half * 0.8, collar, half * 1.6, base - collar + 8, 6), metal)
        _case(brush, rng, case, half, base, 900, square)
        brush.metal(box(500 - half * 1.04, base - 6, half * 2.08, 26, 4), metal)
    seed = rng.randrange(1_000_000)
    if cap == "upright":
        brush.contact(680, 905, half * 1.5)
        with brush.placed(dx=180):
            _case(brush, random.Random(seed), case, half * 1.05, rng.uniform(420, 500), 900, square)
            brush.metal(box(500 - half * 1.05, 872, half * 2.1, 22, 4), metal)
    else:
        brush.contact(700, 905, 210)
        with brush.placed(dx=200, dy=310, angle=90):
            _case(brush, random.Random(seed), case, half, 330, 660, square)


def _case(
    brush: Brush, rng: random.Random, colour: Colour, half: float, top: float, bottom: float, square: bool
) -> None:
    shell = box(500 - half, top, half * 2, bottom - top, 10 if square else 22)
    if square:
        brush.gloss(shell, colour)
        brush.ramp(
            box(500 + half * 0.3, top, half * 0.7, bottom - top, 8),
            [(0, shade(colour, 0.35)), (1, shade(colour, 0.2))],
            (0, 0),
            (1, 0),
        )
    else:
        brush.round(shell, colour)
    trim = rng.randrange(5)
    if trim == 0:
        for share in (-0.6, -0.2, 0.2, 0.6):
            brush.line(
                lines([(500 + share * half, top + 20), (500 + share * half, bottom - 20)]),
                faded(shade(colour, 0.6), 0.5),
                7,
            )
    elif trim == 1:
        y = (top + bottom) / 2
        brush.metal(
            rng.choice(
                (heart(500, y, half), flower(500, y, half * 0.6, 5), star(500, y, half * 0.6, half * 0.26))
            ),
            GOLD,
        )
    elif trim == 2:
        brush.print(shell, colour, contrast(colour, 0.5), choose(rng, "diamonds dots stripes zigzag", 0))


def _gloss_tube(brush: Brush, look: Look, rng: random.Random, case: Colour, metal: Colour) -> None:
    half, top = rng.uniform(76, 100), rng.uniform(430, 490)
    brush.contact(360, 905, half * 1.6)
    with brush.placed(dx=-140):
        tube = box(500 - half, top, half * 2, 900 - top, rng.choice((14, 50)))
        brush.round(tube, look.colour)
        brush.glass(tube, tint(look.colour, 0.8), 0.18)
        brush.metal(box(500 - half * 0.62, top - 50, half * 1.24, 56, 6), metal)
        brush.flat(heart(500, 720, 70), faded("#ffffff", 0.75))
    with brush.placed(dx=190, dy=30, angle=rng.uniform(6, 16)):
        brush.round(trapeze(130, half * 0.8, 480, half, 20), case)
        brush.metal(box(500 - half * 0.9, 470, half * 1.8, 26, 4), metal)
        brush.round(box(488, 494, 24, 230), "#e9e4dc")
        brush.round(
            smooth([(500, 700), (530, 740), (526, 860), (500, 900), (474, 860), (470, 740)]), look.colour
        )


def _perfume(brush: Brush, look: Look, rng: random.Random) -> None:
    accent, metal = distinct(look.colour, look.accent), rng.choice(HARDWARE)
    half, top, bottom = rng.uniform(200, 290), rng.uniform(390, 450), 880.0
    shape = rng.choice(
        (_square_flacon, _square_flacon, _round_flacon, _tall_flacon, _shouldered_flacon, _star_flacon)
    )
    flacon = shape(rng, half, top, bottom)
    brush.contact(500, bottom + 4, flacon.boundingRect().width() * 0.56)
    brush.metal(box(440, top - 70, 120, 84, 8), metal)
    _stopper(brush, rng, top - 60, rng.choice((metal, accent, INK, "#f4efe8")), look.colour)
    _liquid(brush, look, rng, flacon)
    label = rng.randrange(4)
    y = (top + bottom) / 2 + 40
    if label == 0:
        brush.body(box(390, y - 70, 220, 140, 6), "#fbf8f1")
        for index, width in enumerate((130, 80, 100)):
            brush.flat(box(500 - width / 2, y - 30 + index * 28, width, 9, 4), shade(look.colour, 0.4))
    elif label == 1:
        brush.metal(
            rng.choice(
                (heart(500, y, 130), flower(500, y, 80, 6), star(500, y, 76, 30, 8), oval(500, y, 70))
            ),
            metal,
        )
    elif label == 2:
        gem(brush, 500, y, 80, accent, rng.choice(CUTS))
    if rng.random() < 0.35:
        _neck_bow(brush, accent, top - 14)


def _square_flacon(rng: random.Random, half: float, top: float, bottom: float) -> QPainterPath:
    return trapeze(top, half * rng.uniform(0.8, 1.05), bottom, half, rng.choice((16, 50, 90)))


def _round_flacon(rng: random.Random, half: float, top: float, bottom: float) -> QPainterPath:
    radius = (bottom - top) / 2 + 6
    return oval(500, bottom - radius, radius * rng.uniform(0.98, 1.24), radius)


def _tall_flacon(rng: random.Random, half: float, top: float, bottom: float) -> QPainterPath:
    at = frame(500, 0, half * 0.8)
    return lathe(
        at(
            (0.3, top),
            (rng.uniform(0.5, 0.8), top + 60),
            (rng.uniform(0.5, 1), 640),
            (0.9, bottom - 40),
            (0.8, bottom),
        )
    )


def _shouldered_flacon(rng: random.Random, half: float, top: float, bottom: float) -> QPainterPath:
    at = frame(500, 0, half)
    return rounded(
        at((-0.3, top), (0.3, top), (1, top + 130), (0.86, bottom), (-0.86, bottom), (-1, top + 130)), 30
    )


def _star_flacon(rng: random.Random, half: float, top: float, bottom: float) -> QPainterPath:
    middle, radius = (top + bottom) / 2, (bottom - top) / 2
    if rng.random() < 0.5:
        return heart(500, middle - radius * 0.06, radius * 2.3)
    sides = rng.choice((6, 8))
    return turned(star(500, middle, radius * 1.08, radius * 1.0, sides // 2), 0, (500, middle))


def _liquid(brush: Brush, look: Look, rng: random.Random, flacon: QPainterPath) -> None:
    rect = flacon.boundingRect()
    fill = rect.top() + rect.height() * rng.uniform(0.06, 0.3)
    brush.flat(flacon, tint(look.colour, 0.72))
    with brush.inside(flacon):
        level = box(rect.left(), fill, rect.width(), rect.bottom() - fill)
        stops: list[Stop] = [
            (0, shade(look.colour, 0.12)),
            (0.3, tint(look.colour, 0.32)),
            (0.75, look.colour),
            (1, shade(look.colour, 0.28)),
        ]
        brush.ramp(level, stops, (0, 0), (1, 0.2))
        brush.flat(oval(500, fill, rect.width() / 2, 14), tint(look.colour, 0.5))
        brush.line(lines([(500, fill), (508, rect.bottom() - 50)]), faded("#ffffff", 0.6), 7)
        brush.line(flacon, faded("#ffffff", 0.45), 46)
    brush.sheen(flacon, 0.6)
    brush.line(flacon, shade(look.colour, 0.4), 4)


def _stopper(brush: Brush, rng: random.Random, y: float, colour: Colour, second: Colour) -> None:
    kind = rng.randrange(6)
    if kind == 0:
        brush.gloss(box(410, y - 170, 180, 180, 14), colour)
    elif kind == 1:
        brush.round(box(426, y - 220, 148, 230, 16), colour)
    elif kind == 2:
        brush.ball(oval(500, y - 90, 104), colour)
    elif kind == 3:
        gem(brush, 500, y - 90, 120, tint(second, 0.3), rng.choice(CUTS))
    elif kind == 4:
        brush.gloss(flower(500, y - 90, 130, rng.choice((5, 6, 8))), colour)
        brush.ball(oval(500, y - 90, 36), GOLD)
    else:
        brush.strap(curve([(560, y - 20), (700, y - 60), (800, y + 60), (800, y + 220)]), second, 20)
        brush.puff(oval(800, y + 300, 80, 104), second)
        brush.metal(box(440, y - 90, 130, 90, 20), colour)


def _neck_bow(brush: Brush, colour: Colour, y: float) -> None:
    for sign in (-1, 1):
        at = frame(500, y, sign)
        brush.body(smooth(at((0, 0), (20, 40), (76, 150), (36, 160), (-4, 30))), shade(colour, 0.1))
        brush.body(smooth(at((0, 0), (80, -56), (140, -20), (110, 40), (40, 26))), colour)
    brush.body(oval(500, y, 24), shade(colour, 0.1))


def _nail_polish(brush: Brush, look: Look, rng: random.Random) -> None:
    accent = distinct(look.colour, look.accent)
    count, seed = rng.choice((1, 1, 2, 3)), rng.randrange(1_000_000)
    shape, cap = (
        rng.choice((_square_flacon, _round_flacon, _tall_flacon, _shouldered_flacon)),
        rng.choice((INK, accent, "#f6f2ea", GOLD)),
    )
    tones: tuple[Colour, ...] = (look.colour, accent, tint(look.colour, 0.45))
    scale = (1.0, 0.86, 0.7)[count - 1]
    for index in range(count):
        x = (index - (count - 1) / 2) * (0, 420, 310)[count - 1]
        with brush.placed(dx=x, dy=(1 - scale) * 190, scale=scale):
            _polish_bottle(brush, random.Random(seed), shape, tones[index], cap)
    if count == 1 and rng.random() < 0.6:
        at = frame(760, 880, 130, 44)
        brush.gloss(
            smooth(at((-1, 0), (-0.4, -1), (0.5, -0.6), (1, 0.1), (0.3, 0.8), (-0.6, 0.7))), look.colour
        )


def _polish_bottle(brush: Brush, rng: random.Random, shape: _Flacon, colour: Colour, cap: Colour) -> None:
    half, top, bottom = rng.uniform(180, 215), rng.uniform(540, 580), 890.0
    bottle = shape(rng, half, top, bottom)
    brush.contact(500, bottom + 4, half * 1.3)
    peak, slim = rng.uniform(110, 200), rng.uniform(0.5, 0.8)
    brush.flat(bottle, tint(colour, 0.7))
    with brush.inside(bottle):
        rect = bottle.boundingRect()
        stops: list[Stop] = [
            (0, shade(colour, 0.24)),
            (0.2, tint(colour, 0.2)),
            (0.7, colour),
            (1, shade(colour, 0.36)),
        ]
        brush.ramp(box(rect.left(), top + 34, rect.width(), 400), stops, (0, 0), (1, 0.1))
        brush.line(bottle, faded("#ffffff", 0.4), 34)
    if rng.random() < 0.35:
        for _ in range(26):
            brush.flat(
                oval(
                    rng.uniform(500 - half * 0.7, 500 + half * 0.7),
                    rng.uniform(top + 70, 850),
                    rng.uniform(4, 9),
                ),
                faded("#fff6d8", 0.85),
            )
    brush.sheen(bottle, 0.6)
    brush.line(bottle, shade(colour, 0.4), 4)
    brush.metal(box(440, top - 26, 120, 44, 6), GOLD)
    stem = 118 * slim
    handle: list[Point] = [
        (500 - stem * 0.7, peak),
        (500 + stem * 0.7, peak),
        (500 + stem, top - 20),
        (500 - stem, top - 20),
    ]
    brush.round(rounded(handle, rng.choice((8, 40))), cap)
    if rng.random() < 0.4:
        for index in range(4):
            brush.line(
                lines([(500 - stem, top - 60 - index * 24), (500 + stem, top - 60 - index * 24)]),
                contrast(cap, 0.3),
                6,
            )


PAINTERS: dict[str, Painter] = brushes_and_mirrors.PAINTERS | {
    "lipstick": _lipstick,
    "perfume": _perfume,
    "nail_polish": _nail_polish,
}
