"""Painters of electronics used at a desk: keyboards and computer mice."""

from __future__ import annotations

import random

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import choose
from sourcing_desktop.sandbox.drawing.shapes import (
    box,
    curve,
    lines,
    oval,
    rounded,
    smooth,
)
from sourcing_desktop.sandbox.drawing.solids import Stage
from sourcing_desktop.sandbox.drawing.tones import (
    INK,
    STEEL,
    Colour,
    distinct,
    faded,
    shade,
    tint,
)

_NEUTRAL = ("#3a3c43", "#f4f3ef")
_ROWS = ((1.0,) * 13 + (2.0,), (1.5,) + (1.0,) * 12 + (1.5,), (1.75,) + (1.0,) * 11 + (2.25,),
    (2.25,) + (1.0,) * 10 + (2.75,), (1.25, 1.25, 1.25, 6.25, 1.25, 1.25, 1.25, 1.25))  # fmt: skip
"""Widths of the keys of the main block, from the digits down to the space bar."""


def keyboard(brush: Brush, look: Look, rng: random.Random) -> None:
    """A keyboard seen from above at a slant: 60 %, without numbers, or full size; square or round keys."""
    extra = rng.choice((0.0, 0.0, 3.4, 3.4, 7.6))
    top_row = rng.random() < 0.6 or extra > 4
    units, rows = 15.0 + extra, 6.3 if top_row else 5.0
    stage = Stage((0, 0), rng.uniform(0, 22), rng.uniform(54, 84))
    unit = 800 / units
    wide, deep = units * unit + unit * 0.7, rows * unit + unit * 0.7
    case = rng.choice((look.colour, look.colour, "#2c2e34", "#f1f1f2"))
    middle = stage.at(wide / 2, deep / 2, 0)
    scale = min(1.0, 860 / wide) * (1.0 if extra > 4 else 1.08)
    cable = rng.random() < 0.4
    with brush.placed(
        dx=500 - middle[0] * scale, dy=(540 if cable else 510) - middle[1] * scale, scale=scale, about=(0, 0)
    ):
        if cable:
            start = stage.at(wide * 0.4, deep, 10)
            brush.strap(curve([start, (start[0] + 20, start[1] - 90), (start[0] + 160, start[1] - 100),
                (start[0] + 240, start[1] - 210)]), INK, 16)  # fmt: skip
        walls, plate = stage.slab(
            box(0, 0, wide, deep, rng.choice((12, 40))), 0, unit * rng.uniform(0.4, 0.7)
        )
        brush.body(walls, shade(case, 0.3))
        brush.body(plate, case, 0.6)
        glow = rng.random() < 0.35
        bed = stage.top(box(unit * 0.25, unit * 0.25, wide - unit * 0.5, deep - unit * 0.5, 12), unit * 0.6)
        if glow:
            hues = rng.sample(("#ff3b6b", "#ffb03b", "#3bff9e", "#3bb6ff", "#a43bff"), 4)
            brush.ramp(bed, [(index / 3, hue) for index, hue in enumerate(hues)], (0, 0), (1, 0.2))
        else:
            brush.flat(bed, shade(case, 0.35))
        _keys(brush, stage, unit, top_row, extra, look, case == look.colour, rng)
        if rng.random() < 0.25:
            wall, lid = stage.drum(wide - unit * 0.9, deep - unit * 0.9, unit * 0.6, unit * 0.55, unit * 0.6)
            brush.metal(wall)
            brush.body(lid, distinct(STEEL, look.accent))


def _keys(
    brush: Brush,
    stage: Stage,
    unit: float,
    top_row: bool,
    extra: float,
    look: Look,
    coloured: bool,
    rng: random.Random,
) -> None:
    keys = rng.choice((look.colour, *_NEUTRAL, tint(look.colour, 0.6)))
    mods: Colour = rng.choice((look.accent, look.accent, shade(keys, 0.25)))
    if not coloured and keys in _NEUTRAL:
        mods = look.colour
    lone: Colour = rng.choice(("#e4573d", look.accent, "#f0b63c", look.colour))
    radius = unit * rng.choice((0.12, 0.2, 0.48))
    groups: dict[int, QPainterPath] = {0: QPainterPath(), 1: QPainterPath(), 2: QPainterPath()}
    tops = {group: QPainterPath() for group in groups}
    margin = unit * 0.35
    places = []
    for index, row in enumerate(reversed(_ROWS)):
        x = 0.0
        for number, width in enumerate(row):
            edge = number in (0, len(row) - 1) or 1.3 < width < 6
            places.append((x, float(index), width, 1 if edge or (index == 0 and width < 6) else 0))
            x += width
    if top_row:
        places += [
            (start + step, 5.3, 1.0, 1 if start in (0.0, 6.5) else 0)
            for start in (1.6, 6.5, 11.0)
            for step in range(4)
        ]
        places.append((0.0, 5.3, 1.0, 2))
    if extra:
        places += [(15.25 + column, row, 1.0, 1) for column in range(3) for row in (3.0, 4.0)]
        places += [(15.25 + column, 0.0, 1.0, 2) for column in range(3)] + [(16.25, 1.0, 1.0, 2)]
    if extra > 4:
        places += [
            (18.6 + column, float(row), 1.0, 0 if column < 3 else 1)
            for column in range(4)
            for row in range(5)
        ]
    for x, y, width, group in places:
        cap = box(margin + x * unit + 3, margin + y * unit + 3, width * unit - 6, unit - 6, radius)
        groups[group].addPath(cap)
        tops[group].addPath(
            box(margin + x * unit + 6, margin + y * unit + 6, width * unit - 12, unit - 12, radius)
        )
    for group, path in groups.items():
        tone = (keys, mods, lone)[group]
        brush.flat(stage.top(path, unit * 0.6), shade(tone, 0.55))
        brush.flat(stage.top(path, unit * 0.78), shade(tone, 0.3))
        brush.flat(stage.top(path, unit * 0.95), tint(tone, 0.4))
        brush.flat(stage.top(tops[group], unit * 0.95), tone)


def computer_mouse(brush: Brush, look: Look, rng: random.Random) -> None:
    """A mouse from above: slim, round, ergonomic or angular; wheel, side keys, light, cable."""
    wide, high = rng.uniform(180, 235), rng.uniform(330, 380)
    style, waist = rng.randrange(4), rng.uniform(0.8, 1.0)
    cable = rng.random() < 0.4
    y = 560.0 if cable else 500.0
    high = high * 0.9 if cable else high
    top, low = y - high, y + high
    if style == 0:
        points = [(500, top), (500 + wide * 0.86, top + 50), (500 + wide, y), (500 + wide * 0.84, low - 60),
            (500, low), (500 - wide * 0.84, low - 60), (500 - wide, y), (500 - wide * 0.86,
            top + 50)]  # fmt: skip
    elif style == 1:
        points = [(500, top), (500 + wide * 0.8, top + 30), (500 + wide * waist * 0.84, y - 30),
            (500 + wide * 1.04, y + high * 0.5), (500, low), (500 - wide * 1.04, y + high * 0.5),
            (500 - wide * waist * 0.84, y - 30), (500 - wide * 0.8, top + 30)]  # fmt: skip
    elif style == 2:
        points = [(480, top), (500 + wide * 0.9, top + 40), (500 + wide * 1.06, y),
            (500 + wide * 0.96, low - 50), (520, low), (500 - wide * 0.9, low - 40),
            (500 - wide * 1.4, y + 60), (500 - wide * 0.94, y - 90), (500 - wide * 0.9,
            top + 60)]  # fmt: skip
    else:
        points = [(470, top + 20), (500, top), (530, top + 20), (500 + wide * 0.8, top),
            (500 + wide, y - 60), (500 + wide * 0.8, y + 40), (500 + wide * 1.04, y + high * 0.6),
            (500, low), (500 - wide * 1.04, y + high * 0.6), (500 - wide * 0.8, y + 40),
            (500 - wide, y - 60), (500 - wide * 0.8, top)]  # fmt: skip
    shell = smooth(points, 0.45 if style == 3 else 0.95)
    accent = distinct(look.colour, look.accent)
    glow = rng.choice(("#3bd1ff", "#ff4b7a", "#7dff6b", look.accent))
    with brush.placed(angle=rng.uniform(-32, 32), about=(500, y), scale=1.04):
        if cable:
            brush.strap(
                curve([(500, top + 20), (510, top - 60), (450, top - 110), (480, top - 240)]),
                rng.choice((INK, look.colour)),
                20,
            )
        brush.gloss(shell, look.colour)
        with brush.inside(shell):
            _mouse_back(brush, y, wide, high, look, accent, glow, rng)
            split = y - high * rng.uniform(0.0, 0.2)
            brush.line(lines([(500, top - 20), (500, split)]), shade(look.colour, 0.55), 9)
            seam = curve([(500 - wide * 1.4, split - 20), (500, split + 24), (500 + wide * 1.4, split - 20)])
            if rng.random() < 0.75:
                brush.line(seam, shade(look.colour, 0.5), 7)
                brush.line(seam.translated(0, 7), faded("#ffffff", 0.3), 4)
            for step in (0, 1) if rng.random() < 0.6 else ():
                key = rounded([(500 - wide * 0.98, split + step * 110),
                    (500 - wide * 0.72, split + 10 + step * 110),
                    (500 - wide * 0.72, split + 96 + step * 110),
                    (500 - wide * 0.98, split + 90 + step * 110)], 20)  # fmt: skip
                brush.gloss(key, rng.choice((accent, shade(look.colour, 0.4))))
        brush.body(box(470, top + 70, 60, 150, 30), shade(look.colour, 0.6))
        brush.round(box(480, top + 84, 40, 120, 18), rng.choice((INK, accent, STEEL)), upright=False)
        for step in range(6):
            brush.line(
                lines([(484, top + 96 + step * 19), (516, top + 96 + step * 19)]), faded("#000000", 0.4), 5
            )
        if style == 3:
            brush.line(
                curve([(500 - wide * 0.7, low - 100), (500, low - 40), (500 + wide * 0.7, low - 100)]),
                glow,
                14,
            )
        brush.sheen(shell, 0.25)


def _mouse_back(
    brush: Brush,
    y: float,
    wide: float,
    high: float,
    look: Look,
    accent: Colour,
    glow: Colour,
    rng: random.Random,
) -> None:
    style = rng.randrange(6)
    if style == 0:
        brush.body(oval(500, y + high, wide * 1.2, high * rng.uniform(0.6, 0.9)), accent)
    elif style == 1:
        for side in (-1, 1):
            brush.body(oval(500 + side * wide * 1.5, y + 60, wide * 0.8, high * 0.7), accent)
    elif style == 2:
        brush.glow(
            oval(500, y + high * 0.5, 70), [(0, "#ffffff"), (0.4, glow), (1, faded(glow, 0))], (0.5, 0.5), 0.5
        )
    elif style == 3:
        holes = QPainterPath()
        for row in range(6):
            for column in range(-3, 4):
                holes.addPath(oval(500 + column * 54 + 27 * (row % 2), y + 40 + row * 46, 18))
        brush.flat(holes, shade(look.colour, 0.6))
    elif style == 4:
        brush.print(box(200, y - high, 600, 2 * high), look.colour, look.accent, choose(rng,
            "dots stars hearts floral diagonal zigzag leaves", 0))  # fmt: skip
