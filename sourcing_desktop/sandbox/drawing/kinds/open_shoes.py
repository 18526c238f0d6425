"""Open shoes as pairs seen from above: sandals and slippers; part of the category shoes."""

from __future__ import annotations

import math
import random

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush, Painter
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import Pattern, choose
from sourcing_desktop.sandbox.drawing.shapes import (
    Point,
    box,
    curve,
    flower,
    frame,
    heart,
    oval,
    ring,
    smooth,
    star,
    tube,
)
from sourcing_desktop.sandbox.drawing.tones import (
    CREAM,
    HARDWARE,
    INK,
    distinct,
    shade,
    tint,
)

_CORK = "#c9a277"


def _sandal(brush: Brush, look: Look, rng: random.Random) -> None:
    style = rng.choice((_two_bands, _strappy, _crossed, _thong, _t_bar))
    splay, seed = rng.uniform(1, 9), rng.randrange(1_000_000)
    apart, width = rng.uniform(178, 200), rng.uniform(0.86, 1.0)
    for sign in (-1, 1):
        with brush.placed(dx=sign * apart, angle=sign * splay, mirror=sign > 0, scale=0.97):
            _footbed(brush, look, random.Random(seed), width)
            style(brush, look, random.Random(seed))


def _footbed(brush: Brush, look: Look, rng: random.Random, width: float) -> None:
    rim = rng.choice((_CORK, "#efe7d8", INK, shade(look.colour, 0.3), "#8a5a3a"))
    bed = rng.choice((CREAM, "#d8b48c", tint(look.colour, 0.5), "#b98d62", "#efe4d2"))
    brush.body(smooth(_foot(width)), rim)
    brush.puff(smooth(_foot(width * 0.92, 0.96)), bed, 0.4)
    for x, y, size in ((560, 180, 34), (518, 158, 22), (484, 160, 20), (452, 174, 18), (424, 196, 17)):
        brush.flat(oval(500 + (x - 500) * width, y + 20, size, size * 1.15), shade(bed, 0.07))
    brush.flat(oval(500, 380, 120 * width, 90), shade(bed, 0.05))
    brush.flat(oval(500, 780, 74, 84), shade(bed, 0.05))
    if rng.random() < 0.5:
        brush.stitch(smooth(_foot(width * 0.84, 0.92)), shade(bed, 0.25))


def _foot(width: float = 1.0, length: float = 1.0) -> list[Point]:
    """The outline of a left shoe from above."""
    at = frame(500, 500, width, length)
    inner = ((40, -404), (124, -340), (164, -200), (148, -20), (106, 140), (112, 300))
    return at(
        *inner,
        (66, 388),
        (0, 405),
        (-66, 388),
        (-112, 300),
        (-108, 140),
        (-150, -40),
        (-164, -220),
        (-110, -360),
    )


def _across(y: float, slant: float = 0.0, reach: float = 178.0) -> QPainterPath:
    """A line over the foot from edge to edge, bulging towards the toes."""
    at = frame(500, y, reach)
    return curve(at((-1, slant), (-0.5, slant * 0.4 - 34), (0, -44), (0.5, -34 - slant * 0.4), (1, -slant)))


def _two_bands(brush: Brush, look: Look, rng: random.Random) -> None:
    accent, hardware = distinct(look.colour, look.accent), rng.choice(HARDWARE)
    pattern = choose(rng, "dots checks floral stripes diamonds leaves", 0.6)
    for y, colour in ((290, look.colour), (rng.uniform(460, 520), rng.choice((look.colour, accent)))):
        band = tube(_across(y, rng.uniform(-14, 14), 160), rng.uniform(84, 118), flat_ends=True)
        brush.gloss(band, colour)
        brush.print(band, colour, look.accent, pattern)
        brush.metal(ring(588, y - 22, 36, 40, 11), hardware)
    if rng.random() < 0.4:
        _heel_strap(brush, look, rng)


def _strappy(brush: Brush, look: Look, rng: random.Random) -> None:
    accent, width = distinct(look.colour, look.accent), rng.uniform(24, 44)
    count, two = rng.randint(3, 6), rng.random() < 0.6
    for index in range(count):
        y = 260 + index * 300 / count
        reach = 172 - index * 40 / count
        brush.strap(
            _across(y, rng.choice((0, 26)), reach), accent if index % 2 and two else look.colour, width
        )
    _heel_strap(brush, look, rng)


def _crossed(brush: Brush, look: Look, rng: random.Random) -> None:
    accent, width = distinct(look.colour, look.accent), rng.uniform(64, 100)
    for sign, colour in ((-1, rng.choice((look.colour, accent))), (1, look.colour)):
        at = frame(500, 0, sign)
        cross = tube(curve(at((-172, 260), (-40, 300), (80, 400), (150, 520))), width, flat_ends=True)
        brush.gloss(cross, colour)
    if rng.random() < 0.6:
        _heel_strap(brush, look, rng)


def _thong(brush: Brush, look: Look, rng: random.Random) -> None:
    width = rng.uniform(30, 58)
    for sign in (-1, 1):
        at = frame(530, 230, sign)
        brush.gloss(tube(curve(at((0, 0), (70, 70), (120, 170), (134 - 30 * sign, 280))), width), look.colour)
    x, y = 530, 240
    marks = (flower(x, y, 74, 6), heart(x, y, 110), star(x, y, 70, 32), oval(x, y, 40), oval(x, y, 26))
    brush.gloss(rng.choice(marks), distinct(look.colour, look.accent))
    if rng.random() < 0.4:
        _heel_strap(brush, look, rng)


def _t_bar(brush: Brush, look: Look, rng: random.Random) -> None:
    accent = distinct(look.colour, look.accent)
    band = tube(_across(300, 0, 164), rng.uniform(60, 110), flat_ends=True)
    brush.gloss(band, look.colour)
    brush.gloss(box(478, 250, 44, 330, 20), look.colour)
    brush.strap(_across(590, 0, 130), look.colour, 40)
    brush.metal(ring(592, 576, 26, 28, 9), rng.choice(HARDWARE))
    pointed = rng.random() < 0.5
    for y in range(330, 560, 56):
        brush.gloss(star(500, y, 26, 14, 6) if pointed else oval(500, y, 18), accent)


def _heel_strap(brush: Brush, look: Look, rng: random.Random) -> None:
    loop = [(398, 640), (386, 760), (430, 872), (500, 900), (570, 872), (614, 760), (602, 640)]
    brush.strap(curve(loop), look.colour, rng.uniform(26, 40))
    brush.strap(curve([(398, 650), (440, 610), (500, 598), (560, 610), (602, 650)]), look.colour, 30)
    brush.metal(ring(590, 636, 26, 28, 9), rng.choice(HARDWARE))


def _slipper(brush: Brush, look: Look, rng: random.Random) -> None:
    style = rng.choice((_fluffy, _closed_toe, _closed_toe, _slide))
    splay, seed = rng.uniform(2, 9), rng.randrange(1_000_000)
    pattern = choose(rng, "checks dots stripes plaid hearts stars floral leaves", 0.5)
    for sign in (-1, 1):
        with brush.placed(dx=sign * 192, angle=sign * splay, mirror=sign > 0):
            _insole(brush, look, random.Random(seed))
            style(brush, look, random.Random(seed), pattern)


def _insole(brush: Brush, look: Look, rng: random.Random) -> None:
    rim = rng.choice((shade(look.colour, 0.3), _CORK, "#efe9de", distinct(look.colour, look.accent)))
    brush.body(smooth(_foot()), rim)
    bed = rng.choice((CREAM, tint(look.colour, 0.55), "#d9c8b4"))
    brush.puff(smooth(_foot(0.9, 0.95)), bed)
    if rng.random() < 0.5:
        brush.stitch(smooth(_foot(0.78, 0.88)), shade(bed, 0.2))


_VAMP: list[Point] = [(500, 84), (622, 122), (690, 280), (676, 430)]


def _vamp(end: float, dip: float) -> QPainterPath:
    """The upper over the toes, ending at `end`, its mouth hollowed by `dip`."""
    left = [(1000 - x, y) for x, y in reversed(_VAMP[1:])]
    return smooth([*_VAMP, (660, end), (500, end - dip), (340, end), *left], 0.85)


def _closed_toe(brush: Brush, look: Look, rng: random.Random, pattern: Pattern) -> None:
    end = rng.uniform(470, 560)
    vamp = _vamp(end, rng.uniform(20, 110))
    brush.puff(vamp, look.colour)
    brush.print(vamp, look.colour, look.accent, pattern)
    accent = distinct(look.colour, look.accent)
    face = rng.randrange(5)
    if face == 0:
        for sign in (-1, 1):
            brush.puff(
                smooth(
                    [
                        (500 + sign * 60, 170),
                        (500 + sign * 90, 20),
                        (500 + sign * 150, 30),
                        (500 + sign * 150, 180),
                    ]
                ),
                look.colour,
            )
            brush.flat(oval(500 + sign * 62, 290, 15), INK)
            brush.flat(oval(500 + sign * 104, 336, 24, 16), "#f2a5a5")
        brush.flat(heart(500, 330, 34), shade("#e58f8f", 0.1))
        brush.line(curve([(470, 356), (500, 372), (530, 356)]), INK, 6)
    elif face == 1:
        for sign in (-1, 1):
            brush.body(
                smooth(
                    [(500, 290), (500 + sign * 100, 230), (500 + sign * 124, 300), (500 + sign * 90, 350)]
                ),
                accent,
            )
        brush.body(oval(500, 292, 26, 30), shade(accent, 0.1))
    elif face == 2:
        brush.body(
            rng.choice((heart(500, 290, 150), star(500, 290, 86, 40), flower(500, 290, 90, 6))), accent
        )
    brush.strap(
        curve([(346, end - 4), (420, end - 40), (500, end - 60), (580, end - 40), (654, end - 4)]), accent, 20
    )


def _slide(brush: Brush, look: Look, rng: random.Random, pattern: Pattern) -> None:
    top, end = rng.uniform(190, 250), rng.uniform(430, 520)
    band = smooth(
        [
            (330, top + 30),
            (420, top - 20),
            (500, top - 32),
            (580, top - 20),
            (670, top + 30),
            (688, end),
            (500, end - 50),
            (312, end),
        ],
        0.75,
    )
    brush.gloss(band, look.colour)
    brush.print(band, look.colour, look.accent, pattern)
    accent = distinct(look.colour, look.accent)
    if rng.random() < 0.6:
        for share in (0.3, 0.7) if rng.random() < 0.5 else (0.5,):
            y = top + (end - top) * share - 10
            brush.line(curve([(326, y + 26), (500, y - 20), (674, y + 26)]), accent, 20, True)
    else:
        brush.metal(ring(500, (top + end) / 2 - 20, 60, 50, 18), rng.choice(HARDWARE))


def _fluffy(brush: Brush, look: Look, rng: random.Random, pattern: Pattern) -> None:
    top, end = rng.choice((96, 96, 210)), rng.uniform(440, 540)
    accent = distinct(look.colour, look.accent)
    brush.body(_vamp(end, 40) if top < 200 else box(316, top, 368, end - top, 60), shade(look.colour, 0.14))
    tufts: list[Point] = []
    while len(tufts) < 46:
        angle, reach = rng.uniform(0, math.tau), math.sqrt(rng.random())
        tufts.append(
            (
                500 + 172 * reach * math.cos(angle),
                (top + end) / 2 + (end - top) * 0.48 * reach * math.sin(angle),
            )
        )
    for x, y in sorted(tufts, key=lambda place: place[1]):
        size = rng.uniform(34, 52)
        brush.ball(oval(x, y, size), tint(look.colour, rng.uniform(0.0, 0.3)), 0.45)
    if rng.random() < 0.5:
        brush.body(rng.choice((heart(500, (top + end) / 2, 120), star(500, (top + end) / 2, 70, 32))), accent)


PAINTERS: dict[str, Painter] = {"sandal": _sandal, "slipper": _slipper}
