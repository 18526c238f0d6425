"""The painter of candles: in jars, as pillars, on holders, or cast in a shape."""

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
    polygon,
    smooth,
    star,
)
from sourcing_desktop.sandbox.drawing.solids import barrel
from sourcing_desktop.sandbox.drawing.tones import (
    BRASS,
    INK,
    STEEL,
    contrast,
    distinct,
    faded,
    lightness,
    shade,
    tint,
)


def candle(brush: Brush, look: Look, rng: random.Random) -> None:
    """Candles: in a jar or tin, as pillars, on a holder, or cast in a shape; burning or not."""
    style = rng.choice((0, 0, 0, 1, 1, 2, 3))
    scale = (rng.uniform(1.1, 1.3), 1.1, 1.04, rng.uniform(1.05, 1.2))[style]
    with brush.placed(scale=scale, about=(500, 580)):
        (_jar_candle, _pillars, _tapers, _cast_candle)[style](brush, look, rng)


def _flame(brush: Brush, x: float, y: float, size: float, lit: bool = True) -> None:
    brush.line(
        curve([(x, y), (x + 3, y - size * 0.24), (x + 1, y - size * 0.4)]), "#3a2c28", max(5, size * 0.07)
    )
    if not lit:
        return
    brush.glow(oval(x, y - size * 0.7, size * 1.5), [(0, faded("#ffd98a", 0.4)), (1, faded("#ffd98a", 0))],
        (0.5, 0.5), 0.5)  # fmt: skip
    outer = smooth([(x, y - size * 1.4), (x + size * 0.27, y - size * 0.6), (x, y - size * 0.2),
        (x - size * 0.27, y - size * 0.6)])  # fmt: skip
    brush.ramp(outer, [(0, "#ff9a2e"), (0.55, "#ffd35c"), (1, "#fff6d0")], (0.5, 0), (0.5, 1))
    brush.flat(oval(x, y - size * 0.48, size * 0.11, size * 0.24), "#fffdf2")


def _jar_candle(brush: Brush, look: Look, rng: random.Random) -> None:
    radius, high = rng.uniform(210, 300), rng.uniform(380, 560)
    bottom = 500 + high / 2 + 70
    top, tilt = bottom - high, 0.2
    lower = radius * rng.choice((1.0, 1.0, 0.84, 0.7))
    wax = rng.choice((look.colour, look.accent, "#f7efdd"))
    glass = rng.random() < 0.6
    lit = rng.random() < 0.75
    brush.contact(500, bottom + lower * 0.1, lower * 1.4, 56)
    shell = barrel(500, top, bottom, radius, lower, tilt)
    level = top + high * rng.uniform(0.14, 0.3) if glass else top + 26
    brush.ramp(oval(500, top, radius, radius * tilt), [(0, shade(look.colour, 0.35)), (1, tint(look.colour,
        0.3))], (0, 0), (1, 1))  # fmt: skip
    if glass:
        brush.round(barrel(500, level, bottom - 26, radius - 16, lower - 16, tilt), wax)
        pool = oval(500, level, radius - 18, (radius - 18) * tilt)
        brush.glow(pool, [(0, "#fff6dc"), (0.6, tint(wax, 0.4)), (1, wax)], (0.5, 0.5), 0.5)
        for x in rng.choice(((500,), (500,), (420, 580), (400, 500, 600))):
            _flame(brush, x, level, 96, lit)
        brush.glass(shell, tint(look.colour, 0.6), 0.18)
    else:
        brush.ramp(pool := oval(500, top + 6, radius - 16, (radius - 16) * tilt), [(0, shade(wax, 0.2)),
            (1, tint(wax, 0.4))], (0, 0), (0, 1))  # fmt: skip
        (brush.metal if rng.random() < 0.25 else brush.round)(
            _open_wall(500, top, bottom, radius, lower, tilt), look.colour
        )
        for x in rng.choice(((500,), (420, 580))):
            _flame(brush, x, pool.boundingRect().center().y(), 96, lit)
    brush.line(oval(500, top, radius, radius * tilt), faded(tint(look.colour, 0.6), 0.8), 7)
    _jar_label(brush, look, rng, shell, (top + bottom) / 2 + 46, radius, glass)


def _open_wall(x: float, top: float, bottom: float, upper: float, lower: float, tilt: float) -> QPainterPath:
    """The outside wall of an open round vessel: its outline without the mouth."""
    return barrel(x, top, bottom, upper, lower, tilt) - oval(x, top, upper, upper * tilt)


def _jar_label(
    brush: Brush, look: Look, rng: random.Random, shell: QPainterPath, y: float, radius: float, glass: bool
) -> None:
    accent = distinct(look.colour, look.accent)
    style, wide = rng.randrange(3 if glass else 5), radius * rng.uniform(0.9, 1.3)
    paper = rng.choice(("#f8f3e6", "#2d2c30", accent))
    if style == 0:
        label = box(500 - wide / 2, y - 90, wide, 190, 8)
    elif style == 1:
        label = oval(500, y, wide * 0.46, wide * 0.42)
    elif style == 2:
        with brush.inside(shell):
            brush.round(box(100, y - 70, 800, 150), paper)
        label = oval(500, y, 1)
    else:
        names = "stripes bands dots floral leaves terrazzo zigzag stars"
        brush.print(shell, look.colour, look.accent, choose(rng, names, 0.2))
        return
    brush.flat(label, paper)
    brush.line(label, faded(INK, 0.3), 2)
    mark = contrast(paper, 0.7) if lightness(paper) > 0.9 else "#ffffff"
    brush.flat(star(500, y - 20, 38, rng.uniform(12, 24), rng.choice((4, 5, 6, 8))), mark)
    for step in range(2):
        half = wide * (0.24 - step * 0.08)
        brush.line(
            lines([(500 - half, y + 40 + step * 22), (500 + half, y + 40 + step * 22)]), faded(mark, 0.8), 7
        )


def _pillars(brush: Brush, look: Look, rng: random.Random) -> None:
    count = rng.choice((1, 2, 3, 3))
    lit = rng.random() < 0.8
    plan = {1: (500,), 2: (370, 630), 3: (320, 660, 500)}[count]
    ribs = rng.choice((0, 0, 7, 11))
    for index, x in enumerate(plan):
        radius = (190, 130, 120)[count - 1] * rng.uniform(0.9, 1.1)
        bottom = 860 if count < 3 or index == 2 else 800
        top = bottom - rng.uniform(250, 480)
        tone = look.accent if index == 1 else look.colour
        brush.contact(x, bottom + 8, radius * 1.4, 40)
        shell = barrel(x, top, bottom, radius, radius, 0.24)
        brush.round(shell, tone)
        with brush.inside(shell):
            for rib in range(ribs):
                across = x + radius * math.cos(math.pi * (rib + 0.5) / ribs)
                brush.line(
                    lines([(across, top), (across, bottom + 60)]), faded(shade(tone, 0.6), 0.25), 16, True
                )
                brush.line(lines([(across + 3, top), (across + 3, bottom + 60)]), faded(shade(tone, 0.6),
                    0.3), 6, True)  # fmt: skip
        brush.ramp(oval(x, top, radius, radius * 0.24), [(0, shade(tone, 0.05)), (1, tint(tone, 0.5))],
            (0, 0), (1, 1))  # fmt: skip
        brush.glow(oval(x, top + 4, radius * 0.6, radius * 0.13), [(0, "#fff3cf"), (1, faded("#fff3cf",
            0))], (0.5, 0.5), 0.5)  # fmt: skip
        _flame(brush, x, top + 6, 110, lit)


def _tapers(brush: Brush, look: Look, rng: random.Random) -> None:
    arms = rng.choice((1, 2, 3, 3, 5))
    metal = rng.choice((BRASS, STEEL, "#3c3d42", look.accent))
    gap = {1: 0, 2: 300, 3: 220, 5: 150}[arms]
    brush.contact(500, 872, 220, 40)
    brush.metal(barrel(500, 836, 868, rng.uniform(150, 200)), metal)
    brush.metal(lathe([(514, 560), (540, 640), (516, 700), (560, 800), (590, 842)]), metal)
    for index in range(arms):
        x = 500 + (index - (arms - 1) / 2) * gap
        level = 520 + (40 if arms > 1 and x != 500 else 0) * rng.choice((0, 1))
        if x != 500:
            brush.strap(arc(500, level + 40, abs(x - 500), 130, 180 if x < 500 else 270, 90), metal, 22)
        brush.metal(lathe([(x + 46, level), (x + 40, level + 22), (x + 16, level + 60)], x), metal)
        high = rng.uniform(230, 270)
        brush.round(polygon([(x - 20, level - high), (x + 20, level - high), (x + 28, level + 4),
            (x - 28, level + 4)]), look.colour)  # fmt: skip
        _flame(brush, x, level - high, 84)


def _cast_candle(brush: Brush, look: Look, rng: random.Random) -> None:
    style, half = rng.randrange(3), rng.uniform(200, 270)
    brush.contact(500, 800, half * 1.3, 60)
    if style == 0:
        count = rng.choice((2, 3, 3, 4))
        step = 2 * half / count
        for row in range(count):
            for column in range(count):
                tone = look.accent if (row + column) % 2 and count == 4 else look.colour
                x, y = 500 - half + (column + 0.5) * step, 800 - (row + 0.5) * step
                brush.ball(oval(x, y, step * 0.56), tone, 0.6)
        top = 800 - 2 * half
    elif style == 1:
        high, ribs = half * rng.uniform(0.8, 1.2), rng.choice((2, 3, 4))
        brush.body(oval(500, 800, half * 1.3, 60), look.accent)
        brush.ball(oval(500, 800 - high, half, high), look.colour, 0.6)
        top = 804 - 2 * high
        for turn in range(-ribs, ribs + 1):
            bulge = 500 + turn * half / ribs
            brush.fold(curve([(500, top), (bulge, 800 - high), (500, 796)]), look.colour, 22, 0.8)
    else:
        count, sway, waist = rng.randrange(6, 11), rng.uniform(0, 24), rng.uniform(-0.2, 0.3)
        thick = rng.uniform(460, 560) / count
        for index in range(count):
            wide = half * (1 - waist * abs(2 * index / (count - 1) - 1))
            layer = box(
                500 - wide + sway * (index % 2), 800 - thick * (index + 1), 2 * wide, thick + 4, thick / 2
            )
            brush.round(layer, look.colour if index % 2 else look.accent, upright=False)
        top = 800 - thick * count
    _flame(brush, 500, top + 4, 120, rng.random() < 0.8)
