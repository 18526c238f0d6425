"""Painters of tools with moving parts: power drills, pliers, tape measures."""

from __future__ import annotations

import random

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.shapes import (
    arc,
    box,
    curve,
    lines,
    oval,
    polygon,
    rounded,
    smooth,
    turned,
)
from sourcing_desktop.sandbox.drawing.solids import swept
from sourcing_desktop.sandbox.drawing.tones import (
    INK,
    RUBBER,
    STEEL,
    Colour,
    contrast,
    distinct,
    faded,
    shade,
    tint,
)


def power_drill(brush: Brush, look: Look, rng: random.Random) -> None:
    """A drill from its side: motor housing, chuck and bit, trigger, grip, battery or cord, side handle."""
    accent = distinct(look.colour, look.accent)
    rubber: Colour = rng.choice((RUBBER, RUBBER, accent))
    back, front = rng.uniform(760, 820), rng.uniform(370, 430)
    top, low = rng.uniform(215, 255), rng.uniform(410, 450)
    lean = rng.uniform(20, 110)
    axis = (top + low) / 2
    with brush.placed(angle=rng.uniform(-14, 8), mirror=rng.random() < 0.5, scale=0.98):
        _bit(brush, front - 120, axis, rng)
        _battery_or_cord(brush, lean, look, accent, rng)
        grip = smooth([(back - 250, low - 40), (back - 70, low - 30), (back - 60 + lean * 0.5, 600),
            (back - 80 + lean, 780), (back - 240 + lean, 790), (back - 226 + lean * 0.4,
            620)], 0.5)  # fmt: skip
        brush.gloss(grip, look.colour)
        pad = smooth([(back - 120, low), (back - 72, low + 20), (back - 64 + lean * 0.5, 600),
            (back - 90 + lean, 770), (back - 150 + lean, 770), (back - 130 + lean * 0.5,
            600)], 0.5)  # fmt: skip
        brush.body(pad, rubber)
        for step in range(6):
            y = low + 70 + step * 44
            brush.line(lines([(back - 112 + lean * (y - low) / 380, y),
                (back - 80 + lean * (y - low) / 380, y + 10)]), faded("#000000", 0.35), 9)  # fmt: skip
        brush.gloss(rounded([(back - 300, low), (back - 226, low - 6), (back - 214, low + 130),
            (back - 270, low + 110)], 26), rng.choice((INK, accent, "#d8402f")))  # fmt: skip
        shell = smooth([(front + 40, top + 20), (front + 160, top - 6), (back - 110, top - 4),
            (back, top + 60), (back + 10, axis + 50), (back - 40, low), (front + 120, low + 6),
            (front + 40, low - 30)], 0.6)  # fmt: skip
        brush.gloss(shell, look.colour)
        _housing(brush, shell, front, back, top, low, rubber, accent, rng)
        _chuck(brush, front, axis, rng)
        if rng.random() < 0.25:
            brush.round(box(front + 20, low - 30, 60, 240, 28), rubber)
            brush.metal(box(front + 8, top + 10, 70, low - top - 10, 14))


def _bit(brush: Brush, x: float, y: float, rng: random.Random) -> None:
    reach, width = rng.uniform(170, 230), rng.uniform(18, 28)
    bit = polygon([(x + 20, y - width / 2), (x - reach + 30, y - width / 2), (x - reach, y),
        (x - reach + 30, y + width / 2), (x + 20, y + width / 2)])  # fmt: skip
    brush.metal(bit, rng.choice((STEEL, "#d9b45c", "#4a4d55")), upright=False)
    with brush.inside(bit):
        for step in range(12):
            start = x - reach + 24 + step * 18
            brush.line(lines([(start, y + width), (start + 22, y - width)]), faded(INK, 0.5), 6)


def _chuck(brush: Brush, front: float, y: float, rng: random.Random) -> None:
    half = rng.uniform(58, 72)
    brush.metal(rounded([(front - 130, y - 22), (front - 70, y - half), (front - 40, y - half),
        (front - 40, y + half), (front - 70, y + half), (front - 130, y + 22)], 10), "#5b5e66",
        upright=False)  # fmt: skip
    brush.round(box(front - 56, y - half - 6, 110, 2 * half + 12, 16), "#3b3d44", upright=False)
    for step in range(7):
        level = y - half + 6 + step * (2 * half - 12) / 6
        brush.line(lines([(front - 44, level), (front + 44, level)]), faded("#9a9da6", 0.45), 5)
    brush.metal(box(front + 48, y - half - 10, 22, 2 * half + 20, 6), upright=False)


def _housing(
    brush: Brush,
    shell: QPainterPath,
    front: float,
    back: float,
    top: float,
    low: float,
    rubber: Colour,
    accent: Colour,
    rng: random.Random,
) -> None:
    with brush.inside(shell):
        if rng.random() < 0.7:
            brush.body(box(back - rng.uniform(60, 130), top - 40, 300, 400), rubber)
        if rng.random() < 0.5:
            brush.body(polygon([(front + 90, top - 40), (front + 170, top - 40), (front + 240, low + 40),
                (front + 150, low + 40)]), accent)  # fmt: skip
        brush.round(box(front + 60, top - 20, 60, 300, 6), shade(rubber, 0.2), upright=False)
        for step in range(rng.choice((4, 5, 6))):
            x = back - 220 + step * 26
            brush.line(lines([(x, top + 60), (x - 14, top + 130)]), faded("#000000", 0.55), 10)
    brush.body(box(back - 262, low - 40, 60, 30, 12), accent)
    if rng.random() < 0.6:
        for step in range(10):
            brush.flat(box(front + 90 + step * 7, top + 20, 4, 16), faded("#ffffff", 0.7))


def _battery_or_cord(brush: Brush, lean: float, look: Look, accent: Colour, rng: random.Random) -> None:
    x = 640 + lean
    if rng.random() < 0.2:
        brush.strap(curve([(x, 760), (x + 10, 860), (x - 120, 920), (x - 300, 890), (x - 420, 950)]), INK, 24)
        brush.round(box(x - 30, 760, 60, 90, 20), INK)
        return
    wide, high = rng.uniform(250, 310), rng.uniform(86, 130)
    pack = rounded([(x - wide * 0.62, 800), (x + wide * 0.4, 800), (x + wide * 0.44, 800 + high),
        (x - wide * 0.66, 800 + high)], 22)  # fmt: skip
    brush.gloss(pack, rng.choice((INK, INK, shade(look.colour, 0.3))))
    brush.body(box(x - wide * 0.56, 770, wide * 0.92, 44, 12), look.colour)
    brush.body(box(x - wide * 0.62, 800 + high * 0.45, wide * 1.02, high * 0.2), accent)
    for index in range(3):
        brush.ball(oval(x - wide * 0.5 + index * 26, 822, 8), "#6be38c")


def pliers(brush: Brush, look: Look, rng: random.Random) -> None:
    """Pliers: combination, long nose, side cutters or slip joint; two dipped or padded handles."""
    style = rng.choice(("combination", "long", "cutter", "slip"))
    spread = rng.uniform(7, 19)
    steel = rng.choice((STEEL, "#7d828b", "#53565d"))
    y = {"long": 460.0, "cutter": 360.0}.get(style, 400.0)
    accent = distinct(look.colour, look.accent)
    low, bow = 900.0, rng.uniform(60, 120)
    with brush.placed(angle=rng.uniform(-42, 42), scale=1.05):
        for side in (-1, 1):
            with brush.placed(angle=-side * spread, about=(500, y)):
                _half_pliers(brush, side, y, style, steel)
                handle = [(500 + side * 26, y + 50), (500 + side * (54 + bow * 0.5), y + 160),
                    (500 + side * (40 + bow * 0.7), y + 300),
                    (500 + side * (50 + bow * 0.35), low - 20)]  # fmt: skip
                brush.strap(curve(handle), shade(steel, 0.1), 40)
                sleeve = curve(handle[1:])
                brush.strap(sleeve, look.colour, rng.uniform(66, 70))
                if bow > 84:
                    brush.line(curve(handle[1:]).translated(side * 12, 0), accent, 18)
                elif bow > 72:
                    for step in range(6):
                        place = sleeve.pointAtPercent(0.2 + step * 0.12)
                        brush.line(
                            lines([(place.x() - 20, place.y()), (place.x() + 20, place.y() + 8)]),
                            faded(shade(look.colour, 0.6), 0.6),
                            9,
                        )
        brush.metal(oval(500, y, 76), steel)
        brush.metal(oval(500, y, 40), tint(steel, 0.2))
        brush.line(oval(500, y, 22), faded(INK, 0.5), 5)
        if style == "slip":
            brush.body(turned(box(492, y - 70, 16, 140, 8), 30, (500, y)), INK)


def _half_pliers(brush: Brush, side: int, y: float, style: str, steel: Colour) -> None:
    def at(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(500 + side * x, y + dy) for x, dy in points]

    if style == "long":
        jaw = smooth(at([(4, 40), (4, -370), (26, -380), (50, -120), (84, -40), (70, 60)]), 0.4)
    elif style == "cutter":
        jaw = smooth(at([(4, 50), (4, -70), (10, -190), (60, -160), (116, -60), (92, 60)]), 0.5)
    elif style == "slip":
        jaw = smooth(at([(6, 50), (30, -90), (16, -220), (60, -250), (104, -190), (110, -60), (80, 60)]), 0.5)
    else:
        jaw = smooth(at([(4, 50), (5, -60), (18, -90), (5, -130), (5, -250), (48, -256), (84, -150),
            (96, -50), (84, 60)]), 0.4)  # fmt: skip
    brush.metal(jaw, steel, upright=True)
    teeth = {"long": (-340, -180), "combination": (-240, -140), "slip": (-230, -60)}.get(style)
    if teeth:
        for step in range(8):
            level = y + teeth[0] + (teeth[1] - teeth[0]) * step / 7
            brush.line(lines([(500 + side * 6, level), (500 + side * 30, level)]), faded(INK, 0.45), 6)


def tape_measure(brush: Brush, look: Look, rng: random.Random) -> None:
    """A tape measure with its tape drawn out: square-backed, round or D-shaped case, lock, clip, hook."""
    accent = distinct(look.colour, look.accent)
    size, style = rng.uniform(235, 270), rng.randrange(4)
    x, y = 590.0, 450.0
    low = y + size
    if style == 0:
        case = smooth([(x - size, low), (x - size, y - size * 0.3), (x - size * 0.5, y - size * 0.95),
            (x + size * 0.5, y - size * 0.95), (x + size, y - size * 0.4), (x + size,
            low)], 0.5)  # fmt: skip
    elif style == 1:
        case = rounded([(x - size, low), (x - size, y - size * 0.5), (x - size * 0.6, y - size),
            (x + size, y - size), (x + size, low)], 60)  # fmt: skip
    elif style == 2:
        case = oval(x, y, size * 1.04)
    else:
        case = rounded([(x - size, low), (x - size, y - size), (x + size, y - size), (x + size, low)], 110)
    tape = rng.choice(("#f6cf3c", "#f6cf3c", "#fbf7ec", look.accent))
    with brush.placed(angle=rng.uniform(-12, 12), mirror=rng.random() < 0.5, dy=30):
        reach = rng.uniform(60, 150)
        _blade(brush, reach, x, low, size, tape, rng)
        brush.body(swept(case, 44, -26) if style != 1 else case.translated(40, -24), shade(look.colour, 0.4))
        brush.gloss(case, look.colour)
        inner = oval(x, y + size * 0.04, size * rng.uniform(0.56, 0.76))
        face = rng.randrange(4)
        with brush.inside(case):
            if rng.random() < 0.6:
                brush.body(oval(x + size, y, size * 0.6, size * 1.6), rng.choice((RUBBER, accent)))
            if rng.random() < 0.6:
                brush.body(box(x - size * 2, low - size * 0.22, size * 4, size), rng.choice((RUBBER, accent)))
        if face == 0:
            brush.metal(inner)
        else:
            brush.gloss(inner, (look.colour, accent, "#f4f2ec", tint(look.colour, 0.3))[face])
        brush.line(inner, faded(INK, 0.4), 5)
        for share in (0.64, 0.28):
            brush.line(oval(x, y + size * 0.04, size * share * 0.7), faded(contrast(look.colour), 0.6), 9)
        for turn in (0, 90, 180, 270) if rng.random() < 0.6 else ():
            brush.metal(turned(oval(x, y - size * 0.86, 14), turn + 45, (x, y)))
        brush.gloss(rounded([(x - size * 1.06, y - size * 0.3), (x - size * 0.7, y - size * 0.62),
            (x - size * 0.56, y - size * 0.4), (x - size * 0.9, y - size * 0.05)], 20),
            rng.choice((INK, accent)))  # fmt: skip
        if rng.random() < 0.4:
            brush.strap(arc(x + size * 1.1, low - 60, 60, 90, 60, -240), accent, 18)


def _blade(
    brush: Brush, left: float, x: float, low: float, size: float, tape: Colour, rng: random.Random
) -> None:
    top, high = low - 96, rng.uniform(64, 80)
    band = box(left, top, x - size - left + 30, high)
    brush.ramp(band, [(0, shade(tape, 0.2)), (0.3, tint(tape, 0.25)), (1, shade(tape, 0.15))], (0, 0), (0, 1))
    brush.line(band, shade(tape, 0.5), 3)
    step = rng.choice((14.0, 18.0))
    for index in range(int((x - size - left) / step)):
        at = left + 18 + index * step
        brush.line(lines([(at, top),
            (at, top + high * (0.6 if index % 10 == 0 else 0.42 if index % 5 == 0 else 0.24))]), INK, 3.5,
            True)  # fmt: skip
        if index % 10 == 5:
            brush.flat(box(at - 10, top + high * 0.66, 20, high * 0.18, 4), "#d8402f")
    brush.metal(rounded([(left - 12, top - 10), (left + 26, top - 6), (left + 26, top + high + 4),
        (left + 6, top + high + 4), (left + 4, top + high + 60), (left - 12,
        top + high + 60)], 4))  # fmt: skip
