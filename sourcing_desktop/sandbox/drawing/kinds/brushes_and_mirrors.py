"""Makeup brush, hairbrush and hand mirror; part of the category beauty."""

from __future__ import annotations

import math
import random

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush, Painter
from sourcing_desktop.sandbox.drawing.kinds.gems import gem, pearl
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import Pattern, choose
from sourcing_desktop.sandbox.drawing.shapes import (
    Point,
    beads,
    box,
    curve,
    flower,
    frame,
    heart,
    lathe,
    leaf,
    lines,
    oval,
    ring,
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
    OAK,
    STEEL,
    WALNUT,
    Colour,
    contrast,
    distinct,
    faded,
    shade,
    tint,
)

_HAIR = ("#3a2a24", "#f0e4d2", "#7a4e3a", "#2b2b30", "#d9a4a8")


def _makeup_brush(brush: Brush, look: Look, rng: random.Random) -> None:
    metal, hair = rng.choice(HARDWARE), rng.choice((*_HAIR, look.accent))
    count, kinds = rng.choice((1, 1, 3, 4, 5)), rng.sample(range(5), 5)
    if count == 1:
        with brush.placed(angle=rng.uniform(-38, 38), scale=0.98):
            _one_brush(brush, rng, look, kinds[0], rng.uniform(1.5, 1.9), metal, hair)
        return
    cup = rng.random() < 0.4
    for index in range(count):
        share = index - (count - 1) / 2
        with brush.placed(
            dx=share * (96 if cup else 640 / count),
            dy=(-70 if cup else 0) + abs(share) * 14,
            angle=share * (9 if cup else 4),
        ):
            _one_brush(brush, random.Random(index), look, kinds[index], 0.92 if cup else 1.0, metal, hair)
    if cup:
        brush.contact(500, 925, 250)
        pot = trapeze(590, 215, 920, 190, 26)
        brush.round(pot, look.accent)
        brush.print(pot, look.accent, look.colour, choose(rng, "stripes dots checks hearts terrazzo", 0.3))
        brush.line(lines([(292, 606), (708, 606)]), metal, 18)


def _one_brush(
    brush: Brush, rng: random.Random, look: Look, kind: int, wide: float, metal: Colour, hair: Colour
) -> None:
    half, top = (64, 54, 44, 78, 30)[kind] * wide, 110 + (0, 20, 60, 10, 120)[kind]
    neck, at = 44 * wide * (0.7 if kind == 4 else 1), frame(500, 0, 1)
    if kind == 0:
        head = smooth(at((-neck, 390), (-half, 260), (0, top), (half, 260), (neck, 390)), 0.95)
    elif kind == 1:
        head = smooth(
            at(
                (-neck, 390),
                (-half, 240),
                (-half * 0.9, top + 20),
                (half * 0.9, top + 20),
                (half, 240),
                (neck, 390),
            ),
            0.7,
        )
    elif kind == 2:
        head = smooth(
            at(
                (-neck, 390),
                (-half, 300),
                (-half * 0.9, top + 90),
                (half * 0.9, top),
                (half, 300),
                (neck, 390),
            ),
            0.6,
        )
    elif kind == 3:
        head = smooth(
            at(
                (-neck * 0.6, 390),
                (-half * 1.5, 190),
                (-half, top + 20),
                (0, top),
                (half, top + 20),
                (half * 1.5, 190),
                (neck * 0.6, 390),
            ),
            0.8,
        )
    else:
        head = smooth(at((-neck, 390), (-half, 330), (0, top), (half, 330), (neck, 390)), 0.8)
    brush.ramp(head, [(0, tint(hair, 0.25)), (0.45, hair), (1, shade(hair, 0.35))], (0.5, 0), (0.5, 1))
    strands = QPainterPath()
    for index in range(11):
        share = index / 5 - 1
        strands.addPath(
            curve(
                [
                    (500 + share * neck * 0.8, 390),
                    (500 + share * half * 0.9, 270),
                    (500 + share * half * 0.55, top + 30),
                ]
            )
        )
    with brush.inside(head):
        brush.line(strands, contrast(hair, 0.16), 4)
        brush.dab(head, 500, top, half * 1.6, faded(look.colour, 0.55))
    brush.metal(trapeze(380, neck, 540, neck * 0.8, 6), metal)
    for y in (420, 500):
        brush.line(lines([(500 - neck * 0.92, y), (500 + neck * 0.92, y)]), shade(metal, 0.35), 5)
    grip = lathe(at((neck * 0.74, 536), (neck * 0.92, 640), (neck * 0.6, 800), (neck * 0.34, 900)))
    brush.round(grip, look.colour)


def _hairbrush(brush: Brush, look: Look, rng: random.Random) -> None:
    style = rng.choice((_paddle, _paddle, _round_brush, _comb))
    with brush.placed(angle=rng.uniform(-34, 34)):
        style(brush, look, rng, distinct(look.colour, look.accent))


def _paddle(brush: Brush, look: Look, rng: random.Random, accent: Colour) -> None:
    wide, end = rng.uniform(150, 215), rng.uniform(520, 590)
    at = frame(500, 0, wide)
    squareness = rng.uniform(0.55, 0.9)
    outline = at(
        (0, 80),
        (squareness, 110),
        (1, 300),
        (0.86, end - 60),
        (0.3, end + 50),
        (0.2, 700),
        (0.26, 850),
        (0.16, 925),
        (0, 930),
    )
    body = lathe(outline, tension=0.9)
    wooden = rng.random() < 0.35
    if wooden:
        brush.wood(body, rng.choice((OAK, WALNUT, "#e3c9a4")), rng, upright=True)
    else:
        brush.gloss(body, look.colour)
        brush.print(
            body, look.colour, accent, choose(rng, "floral dots terrazzo gradient leaves diamonds", 0.65)
        )
    pad = oval(500, (80 + end) / 2 + 4, wide * 0.8, (end - 80) / 2 * 0.88)
    cushion = look.colour if wooden else rng.choice((accent, INK, "#f4efe8"))
    brush.puff(pad, cushion)
    bristle, tip = contrast(cushion, 0.5), rng.choice((INK, "#ffffff", look.colour))
    step = rng.choice((34, 42, 52))
    rect = pad.boundingRect()
    for row in range(1, int(rect.height() / step)):
        for column in range(int(rect.width() / step) + 1):
            x, y = rect.left() + (column + 0.5 * (row % 2)) * step, rect.top() + row * step
            if ((x - 500) / (wide * 0.7)) ** 2 + ((y - rect.center().y()) / (rect.height() * 0.44)) ** 2 < 1:
                brush.line(lines([(x + 8, y + 10), (x, y)]), bristle, 5)
                brush.ball(oval(x, y, 8), tip)
    if rng.random() < 0.5:
        brush.flat(oval(500, 880, 13), shade(look.colour, 0.6))


def _round_brush(brush: Brush, look: Look, rng: random.Random, accent: Colour) -> None:
    half, end = rng.uniform(86, 120), rng.uniform(520, 570)
    bristle = rng.choice((INK, "#7a5a48", accent))
    spikes = QPainterPath()
    for row in range(22):
        y = 110 + row * (end - 120) / 21
        for share in (-1, -0.6, -0.2, 0.2, 0.6, 1):
            spikes.moveTo(500 + share * half * 0.7, y)
            spikes.lineTo(500 + share * half * 1.55, y - 8)
    brush.line(spikes, bristle, 5)
    core = box(500 - half, 90, half * 2, end - 80, 30)
    brush.metal(core, rng.choice((STEEL, GOLD, accent)))
    for row in range(9):
        for column in range(4):
            x, y = 500 + (column - 1.5) * half * 0.5 + (row % 2) * half * 0.14, 140 + row * (end - 160) / 9
            brush.flat(oval(x, y, 10, 15), faded(INK, 0.55))
    inner = QPainterPath()
    for row in range(14):
        y = 120 + row * (end - 130) / 13
        for share in (-0.7, -0.35, 0.0, 0.35, 0.7):
            inner.addPath(lines([(500 + share * half, y), (500 + share * half * 1.2, y - 22)]))
    brush.line(inner, bristle, 4)
    at = frame(500, 0, 1)
    grip = lathe(at((half * 0.9, end), (44, end + 60), (48, 680), (60, 800), (44, 910), (0, 926)))
    brush.round(grip, look.colour)
    for index in range(rng.choice((0, 3, 5))):
        brush.line(
            curve(at((-50, 700 + index * 34), (0, 708 + index * 34), (50, 700 + index * 34))), accent, 11
        )


def _comb(brush: Brush, look: Look, rng: random.Random, accent: Colour) -> None:
    count, deep = rng.choice((14, 18, 24)), rng.uniform(170, 240)
    for index in range(count):
        y = 120 + index * 520 / count
        tooth = [(430, y), (430 - deep, y + 6), (430 - deep, y + 10), (430, y + 420 / count)]
        brush.gloss(rounded(tooth, 5), look.colour)
    spine = smooth(
        [
            (420, 90),
            (500, 70),
            (560, 130),
            (570, 420),
            (540, 640),
            (560, 780),
            (550, 900),
            (490, 930),
            (440, 880),
            (450, 740),
            (420, 660),
        ],
        0.8,
    )
    brush.gloss(spine, look.colour)
    brush.print(spine, look.colour, accent, choose(rng, "floral terrazzo dots leaves gradient", 0.3))


def _hand_mirror(brush: Brush, look: Look, rng: random.Random) -> None:
    accent, metal = distinct(look.colour, look.accent), rng.choice(HARDWARE)
    rx, ry = rng.uniform(225, 285), rng.uniform(230, 310)
    y, pattern = 90 + ry, choose(rng, "floral dots checks stripes terrazzo hearts diamonds", 0.55)
    with brush.placed(angle=rng.uniform(-26, 26)):
        kind = rng.randrange(5)
        at = frame(500, y, rx, ry)
        shapes = (
            oval(500, y, rx, ry),
            heart(500, y + ry * 0.08, rx * 2.1),
            flower(500, y, max(rx, ry) * 1.02, 8),
            box(500 - rx * 0.86, y - ry, rx * 1.72, ry * 2, 60),
            smooth(
                at(
                    (0, -1),
                    (0.5, -0.86),
                    (0.9, -0.4),
                    (1, 0.2),
                    (0.6, 0.84),
                    (0, 1),
                    (-0.6, 0.84),
                    (-1, 0.2),
                    (-0.9, -0.4),
                    (-0.5, -0.86),
                )
            ),
        )
        frame_shape = shapes[kind]
        _mirror_handle(brush, look, rng, frame_shape.boundingRect().bottom() - 8, metal, pattern)
        brush.gloss(frame_shape, look.colour)
        brush.print(frame_shape, look.colour, accent, pattern)
        brush.line(frame_shape, metal if rng.random() < 0.5 else shade(look.colour, 0.2), 12)
        inner = 0.8 if kind != 2 else 0.66
        glass = (
            heart(500, y + ry * 0.06, rx * 1.6)
            if kind == 1
            else oval(500, y, rx * inner * (0.92 if kind == 3 else 1), ry * inner)
        )
        _reflection(brush, glass, shade(look.colour, 0.3))
        if kind != 1:
            rim = oval(500, y, rx * 0.93, ry * 0.93)
            _mirror_trim(brush, rng, rim, accent, kind, (500, frame_shape.boundingRect().top()))


def _mirror_handle(
    brush: Brush, look: Look, rng: random.Random, top: float, metal: Colour, pattern: Pattern
) -> None:
    width, end = rng.uniform(40, 62), 935.0
    at = frame(500, 0, width)
    profiles: tuple[tuple[Point, ...], ...] = (
        ((0.8, top - 30), (0.7, top + 70), (1.1, end - 90), (0.8, end - 10), (0, end)),
        ((1.3, top - 30), (0.6, top + 50), (0.6, end - 130), (1.2, end - 60), (0, end)),
        ((1, top - 30), (1, end - 40), (0.8, end), (0, end)),
    )
    grip = lathe(at(*rng.choice(profiles)))
    brush.gloss(grip, look.colour)
    brush.print(grip, look.colour, look.accent, pattern)
    brush.metal(box(500 - width * 1.1, top - 8, width * 2.2, 30, 10), metal)
    if rng.random() < 0.4:
        brush.metal(ring(500, end - 40, 24, 24, 9), metal)


def _reflection(brush: Brush, glass: QPainterPath, edge: Colour) -> None:
    brush.ramp(
        glass, [(0, "#f7fbfd"), (0.45, "#cfdfe8"), (0.55, "#e6f0f4"), (1, "#a9c0ce")], (0.1, 0), (0.9, 1)
    )
    rect = glass.boundingRect()
    at = frame(rect.left(), rect.top(), rect.width(), rect.height())
    with brush.inside(glass):
        for start, width in ((0.2, 0.2), (0.5, 0.07)):
            streak = at((start, 1.1), (start + width, 1.1), (start + width + 0.5, -0.1), (start + 0.5, -0.1))
            brush.flat(rounded(streak, 1), faded("#ffffff", 0.55))
    brush.line(glass, edge, 7)


def _mirror_trim(
    brush: Brush, rng: random.Random, rim: QPainterPath, accent: Colour, kind: int, top: Point
) -> None:
    trim = rng.randrange(4)
    x, y = top
    if trim == 0 and kind == 0:
        for px, py in beads(rim, 46):
            pearl(brush, px, py, 15, accent)
    elif trim == 1:
        for angle in (-150, -30):
            brush.gloss(
                turned(leaf(x + 90 * math.cos(math.radians(angle)), y + 30, 110), angle / 4, (x, y)),
                "#7f9f78",
            )
        brush.gloss(flower(x, y + 24, 70, 6), accent)
        brush.metal(oval(x, y + 24, 20), GOLD)
    elif trim == 2:
        gem(brush, x, y + 22, 44, accent)
    elif trim == 3:
        brush.metal(star(x, y + 20, 52, 24), GOLD)


PAINTERS: dict[str, Painter] = {
    "makeup_brush": _makeup_brush,
    "hairbrush": _hairbrush,
    "hand_mirror": _hand_mirror,
}
