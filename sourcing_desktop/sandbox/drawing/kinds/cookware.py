"""Painters of what stands on the stove or lies on the board: kettles, frying pans, chef's knives."""

from __future__ import annotations

import math
import random

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import choose
from sourcing_desktop.sandbox.drawing.shapes import (
    arc,
    box,
    curve,
    lathe,
    lines,
    oval,
    rounded,
    smooth,
    turned,
)
from sourcing_desktop.sandbox.drawing.solids import barrel
from sourcing_desktop.sandbox.drawing.tones import (
    INK,
    OAK,
    STEEL,
    WALNUT,
    Colour,
    contrast,
    faded,
    shade,
    tint,
)


def kettle(brush: Brush, look: Look, rng: random.Random) -> None:
    """A kettle: stove-top dome, tall electric jug, or gooseneck pour-over kettle."""
    style = rng.randrange(3)
    wide = (rng.uniform(270, 320), rng.uniform(190, 225), rng.uniform(200, 250))[style]
    top, bottom = (rng.uniform(400, 450), rng.uniform(230, 290), rng.uniform(390, 440))[style], 800.0
    mouth = wide * (rng.uniform(0.4, 0.5), rng.uniform(0.66, 0.8), rng.uniform(0.45, 0.6))[style]
    belly = rng.uniform(0.5, 0.8)
    steel = rng.random() < 0.22
    skin: Colour = STEEL if steel else look.colour
    trim = rng.choice((INK, INK, look.accent, OAK)) if not steel else look.colour
    x = (480.0, 470.0, 530.0)[style]
    shell = lathe([(x + mouth, top), (x + wide * 0.86, top + (bottom - top) * 0.3),
        (x + wide, top + (bottom - top) * belly), (x + wide * 0.94, bottom - 14),
        (x + wide * 0.84, bottom)], x)  # fmt: skip
    with brush.placed(dy=10, scale=0.92 if style == 2 else 1.04, mirror=rng.random() < 0.35):
        brush.contact(x, bottom + 14, wide * 1.2, 46)
        if style != 0:
            brush.body(rounded([(x - wide, bottom - 6), (x + wide, bottom - 6),
                (x + wide * 1.06, bottom + 44), (x - wide * 1.06, bottom + 44)], 20), INK)  # fmt: skip
        _spout(brush, style, x, top, bottom, wide, skin)
        _grip(brush, style, x, top, bottom, wide, trim, rng)
        (brush.metal if steel else brush.gloss)(shell, skin)
        if not steel:
            names = "dots floral stripes bands checks leaves hearts gradient"
            brush.print(shell, skin, look.accent, choose(rng, names, 0.65))
        with brush.inside(shell):
            if rng.random() < 0.5:
                brush.flat(box(0, bottom - rng.uniform(60, 150), 1000, 14), faded(contrast(skin), 0.7))
            if style == 1 and rng.random() < 0.6:
                level = box(x - 22, top + 170, 44, 230, 22)
                brush.flat(level, shade(skin, 0.5))
                brush.flat(box(x - 14, top + rng.uniform(220, 300), 28, 90, 14), "#8fd0e8")
        lid = lathe(
            [(x + 6, top - mouth * 0.42), (x + mouth * 0.7, top - mouth * 0.3), (x + mouth, top + 6)], x
        )
        brush.gloss(lid, rng.choice((skin, trim)))
        if style != 1:
            brush.ball(oval(x, top - mouth * 0.42 - 22, 34 if style else 28, 28), trim)


def _spout(brush: Brush, style: int, x: float, top: float, bottom: float, wide: float, skin: Colour) -> None:
    left = x - wide
    if style == 0:
        snout = rounded(
            [(left + 120, top + 190), (left - 70, top + 20), (left - 110, top + 60), (left + 40, top + 330)],
            26,
        )
        brush.gloss(snout, skin)
        brush.body(turned(box(left - 128, top + 8, 76, 46, 14), -46, (left - 90, top + 34)), INK)
    elif style == 1:
        brush.gloss(rounded([(x - wide * 0.55, top), (left - 60, top + 8), (left + 30, top + 170),
            (x - wide * 0.5, top + 200)], 24), skin)  # fmt: skip
    else:
        neck = curve([(left + 40, bottom - 90), (left - 110, bottom - 130), (left - 120, top + 40),
            (left - 170, top - 60), (left - 250, top - 40)])  # fmt: skip
        brush.strap(neck, skin, 42)


def _grip(
    brush: Brush,
    style: int,
    x: float,
    top: float,
    bottom: float,
    wide: float,
    trim: Colour,
    rng: random.Random,
) -> None:
    if style == 0:
        rise = rng.uniform(200, 270)
        hoop = rng.choice((arc(x, top + 70, wide * 0.78, rise, 0, 180), lines([(x - wide * 0.7, top + 70),
            (x - wide * 0.55, top - rise + 70), (x + wide * 0.55, top - rise + 70),
            (x + wide * 0.7, top + 70)])))  # fmt: skip
        brush.strap(hoop, STEEL, 26)
        brush.strap(arc(x, top + 70, wide * 0.6, rise, 62, 56), trim, 54)
        return
    right = x + wide * 0.8
    reach = right + rng.uniform(150, 210)
    low = bottom - rng.uniform(60, 160)
    if style == 1 or rng.random() < 0.5:
        loop = curve([(right, top + 40), (reach, top + 50), (reach - 20, low - 60), (right + 20, low)])
    else:
        loop = lines([(right - 30, top + 60), (reach, top + 40), (reach - 20, low - 40)])
    brush.strap(loop, trim, rng.uniform(46, 62))


def frying_pan(brush: Brush, look: Look, rng: random.Random) -> None:
    """A pan with a long handle, seen from above or half from the side."""
    radius, tilt = rng.uniform(255, 300), rng.choice((1.0, 0.94, 0.62, 0.5))
    depth = (1 - tilt) * rng.uniform(150, 260)
    length, width = rng.uniform(300, 370), rng.uniform(48, 70)
    lining = rng.choice(("#33343a", "#2b2b30", "#d8d2c4", "#4a4d52", "#efe7da"))
    x, y = 500 - length / 2, 450.0
    with brush.placed(
        scale=850 / (2 * radius + length),
        angle=rng.uniform(8, 34) * (1 if tilt > 0.9 else 0.35),
        mirror=rng.random() < 0.5,
    ):
        brush.contact(x, y + depth + radius * tilt * 0.35, radius * 1.15, radius * tilt * 0.8, 0.5)
        _pan_handle(brush, x + radius - 14, y + depth * 0.3, length, width, look, rng)
        if rng.random() < 0.25:
            brush.strap(arc(x - radius, y + depth * 0.3, 56, 60 * tilt + 12, 80, 200), STEEL, 24)
        if tilt < 0.9:
            brush.gloss(barrel(x, y, y + depth, radius, radius * 0.78, tilt), look.colour)
        brush.gloss(oval(x, y, radius, radius * tilt), look.colour)
        if rng.random() < 0.4:
            brush.metal(oval(x, y, radius - 6, (radius - 6) * tilt))
        bowl = oval(x, y + 3, radius - 24, (radius - 24) * tilt)
        brush.ramp(
            bowl, [(0, shade(lining, 0.35)), (0.5, lining), (1, tint(lining, 0.25))], (0.1, 0), (0.9, 1)
        )
        floor = oval(x, y + depth * 0.45 + 6, radius * 0.76, radius * 0.76 * tilt)
        with brush.inside(bowl):
            brush.ramp(floor, [(0, tint(lining, 0.2)), (1, shade(lining, 0.25))], (0.1, 0), (0.9, 1))
            if rng.random() < 0.45:
                _speckle(brush, x, y, radius, tilt, contrast(lining, 0.7), rng)
        if rng.random() < 0.4:
            _fried_egg(brush, x + rng.uniform(-60, 60), y + depth * 0.45, rng.uniform(0.8, 1.1), tilt, rng)
        brush.line(
            arc(x, y + depth * 0.45, radius * 0.66, radius * 0.66 * tilt, 110, 60), faded("#ffffff", 0.3), 10
        )


def _pan_handle(
    brush: Brush, x: float, y: float, length: float, width: float, look: Look, rng: random.Random
) -> None:
    brush.metal(rounded([(x - 20, y - width * 0.6), (x + 70, y - 20), (x + 70, y + 20),
        (x - 20, y + width * 0.6)], 12), STEEL, upright=False)  # fmt: skip
    grip = rounded([(x + 56, y - width * 0.42), (x + length - 40, y - width * 0.6), (x + length, y),
        (x + length - 40, y + width * 0.6), (x + 56, y + width * 0.42)], width * 0.42)  # fmt: skip
    style = rng.randrange(4)
    if style == 0:
        brush.wood(grip, rng.choice((OAK, WALNUT)), rng)
    elif style == 1:
        brush.metal(grip, STEEL, upright=False)
    else:
        brush.gloss(grip, INK if style == 2 else look.accent)
    hole = oval(x + length - 44, y, 22, width * 0.2)
    brush.flat(hole, "#e8e5e1")
    brush.line(hole, faded(INK, 0.5), 4)
    for step in (90, 122) if rng.random() < 0.5 else ():
        brush.ball(oval(x + step, y, 8), STEEL)


def _speckle(
    brush: Brush, x: float, y: float, radius: float, tilt: float, colour: Colour, rng: random.Random
) -> None:
    grains = QPainterPath()
    for _ in range(70):
        turn, reach, size = (
            rng.uniform(0, math.tau),
            radius * 0.9 * math.sqrt(rng.random()),
            rng.uniform(2, 5),
        )
        grains.addPath(oval(x + reach * math.cos(turn), y + reach * math.sin(turn) * tilt, size))
    brush.flat(grains, faded(colour, 0.7))


def _fried_egg(brush: Brush, x: float, y: float, size: float, tilt: float, rng: random.Random) -> None:
    edge = []
    for index in range(9):
        reach = size * rng.uniform(105, 150)
        edge.append((x + reach * math.cos(index * 0.698), y + reach * math.sin(index * 0.698) * tilt))
    brush.body(smooth(edge), "#fbf8f0", 0.5)
    brush.ball(oval(x - 8, y - 8 * tilt, 52 * size, 52 * size * (0.25 + 0.75 * tilt)), "#f5a623")


def chef_knife(brush: Brush, look: Look, rng: random.Random) -> None:
    """A kitchen knife, flat or laid slantwise: chef's, santoku, cleaver, bread or paring knife."""
    style = rng.randrange(5)
    length = (500, 450, 400, 540, 380)[style] * rng.uniform(0.94, 1.06)
    deep = (130, 135, 225, 84, 84)[style] * rng.uniform(0.9, 1.12)
    x, y = 500 + (length - 320) / 2, 440.0
    left = x - length
    spine, edge = y, y + deep
    if style == 0:
        points = [(x, spine), (left + 140, spine + 4), (left, spine + deep * 0.7), (left + 210, edge - 8),
            (x, edge)]  # fmt: skip
    elif style == 1:
        points = [(x, spine), (left + 90, spine), (left + 6, edge - 40), (left + 30, edge - 4), (x, edge)]
    elif style == 2:
        points = [(x, spine), (left, spine - 8), (left + 6, edge), (x - 20, edge + 4), (x, edge - 20)]
    elif style == 3:
        teeth = [
            (left + 60 + index * 22, edge - (0 if index % 2 else 12))
            for index in range(int((length - 70) / 22))
        ]
        points = [(x, spine), (left + 40, spine), (left, spine + deep * 0.5), *teeth, (x, edge)]
    else:
        points = [(x, spine), (left + 120, spine + 8), (left, edge - 8), (left + 150, edge), (x, edge)]
    blade = rounded(points, 60 if style < 2 else (4 if style == 3 else 26))
    angle = rng.choice((-34, -24, 28, 40, 0)) + rng.uniform(-6, 6)
    with brush.placed(
        dy=40,
        angle=angle,
        mirror=rng.random() < 0.5,
        scale=(870 if abs(angle) > 15 else 800) / (length + 320),
        about=(500, 480),
    ):
        if rng.random() < 0.3:
            board = box(x - length * 0.86, y - 150, length * 1.0 + 60, 420, rng.choice((20, 60, 140)))
            brush.wood(board, rng.choice((OAK, WALNUT, "#e0c08c")), rng)
            brush.flat(oval(x - length * 0.86 + 66, y - 84, 24), shade(OAK, 0.6))
        brush.flat(blade.translated(16, 24), faded("#1a1622", 0.18))
        _blade(brush, blade, rng, left, x, spine, deep, style)
        _knife_handle(brush, x, spine, look, rng)


def _blade(
    brush: Brush,
    blade: QPainterPath,
    rng: random.Random,
    left: float,
    x: float,
    spine: float,
    deep: float,
    style: int,
) -> None:
    tone = rng.choice((STEEL, STEEL, "#dfe3e8", "#55585f"))
    brush.ramp(blade, [(0, shade(tone, 0.25)), (0.3, tint(tone, 0.3)), (0.55, tone), (0.62, tint(tone,
        0.7)), (1, shade(tone, 0.18))], (0.1, 0), (0.2, 1))  # fmt: skip
    finish = rng.randrange(4)
    with brush.inside(blade):
        if finish == 0:
            for index in range(7):
                wave = [
                    (left + step * 55, spine + 12 + index * deep / 9 + rng.uniform(-9, 9))
                    for step in range(12)
                ]
                brush.line(curve(wave), faded("#5d626b", 0.45), 5)
        elif finish == 1:
            for step in range(int((x - left) / 62) - 1):
                brush.glow(oval(x - 60 - step * 62, spine + deep * 0.55, 15, deep * 0.2), [(0, shade(tone,
                    0.35)), (1, tint(tone, 0.2))], (0.3, 0.3), 0.7)  # fmt: skip
        brush.line(lines([(left, spine + deep * 0.86), (x, spine + deep * 0.86)]), faded("#ffffff", 0.7), 4)
        if style == 2:
            brush.flat(oval(left + 56, spine + 40, 20), "#e6e3df")
    brush.line(blade, faded(INK, 0.4), 2.5)


def _knife_handle(brush: Brush, x: float, y: float, look: Look, rng: random.Random) -> None:
    length, width = rng.uniform(300, 350), rng.uniform(66, 88)
    brush.metal(box(x - 8, y - 6, 52, width + 6, 10))
    belly = rng.uniform(0.0, 0.3) * width
    grip = smooth([(x + 40, y), (x + length * 0.4, y - 8), (x + length * 0.85, y - 4), (x + length, y + 18),
        (x + length - 6, y + width + 20), (x + length * 0.8, y + width + 6),
        (x + length * 0.4, y + width + belly), (x + 40, y + width)], 0.7)  # fmt: skip
    style = rng.randrange(3)
    if style == 0:
        brush.wood(grip, rng.choice((OAK, WALNUT, "#4a3226")), rng)
        with brush.inside(grip):
            brush.body(box(x + length * rng.uniform(0.5, 0.74), y - 40, 200, 200), look.colour)
    else:
        brush.gloss(grip, look.colour)
    if style < 2:
        for share in (0.25, 0.5, 0.75):
            brush.ball(oval(x + length * share, y + width * 0.5, 11), STEEL)
    else:
        with brush.inside(grip):
            brush.body(box(x + length * 0.7, y - 40, 46, 200), look.accent)
