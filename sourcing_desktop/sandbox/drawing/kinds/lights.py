"""The painter of table lamps."""

from __future__ import annotations

import random

from sourcing_desktop.sandbox.drawing.brush import Brush
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import choose
from sourcing_desktop.sandbox.drawing.shapes import (
    box,
    curve,
    lathe,
    lines,
    oval,
    polygon,
    rounded,
)
from sourcing_desktop.sandbox.drawing.solids import barrel
from sourcing_desktop.sandbox.drawing.tones import (
    BRASS,
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

WARM = "#ffe2a0"


def table_lamp(brush: Brush, look: Look, rng: random.Random) -> None:
    """A table lamp: shade on a base of many kinds, glass globe, mushroom, or jointed desk lamp."""
    style = rng.choice((0, 0, 0, 0, 1, 2, 3, 3))
    if style == 3:
        _desk_lamp(brush, look, rng)
        return
    bottom, neck = 890.0, rng.uniform(440, 520)
    brush.contact(500, bottom + 6, 210, 40)
    base, cover = (look.colour, look.accent) if rng.random() < 0.5 else (look.accent, look.colour)
    if style:
        base = cover = look.colour
    with brush.placed(scale=rng.uniform(0.98, 1.1), about=(500, 900)):
        _lamp_base(brush, base, base != look.colour, neck - 20, bottom, rng)
        if style == 1:
            radius = rng.uniform(150, 210)
            brush.metal(box(450, neck - 30, 100, 46, 10), BRASS)
            globe = oval(500, neck - 24 - radius, radius)
            brush.glow(oval(500, neck - 24 - radius, radius * 1.6), [(0, faded(WARM, 0.4)), (1, faded(WARM,
                0))], (0.5, 0.5), 0.5)  # fmt: skip
            brush.glow(
                globe, [(0, "#fffdf4"), (0.6, tint(WARM, 0.45)), (1, shade(WARM, 0.12))], (0.45, 0.45), 0.6
            )
            brush.line(globe, faded(shade(WARM, 0.5), 0.4), 3)
            return
        _lamp_shade(brush, style, cover, base, neck, look, rng)


def _lamp_base(
    brush: Brush, tone: Colour, natural: bool, top: float, bottom: float, rng: random.Random
) -> None:
    style, span, wide = rng.randrange(6), bottom - top, rng.uniform(90, 190)
    material = rng.randrange(4)
    if style == 0:
        outline = lathe([(518, top), (522, top + span * 0.12), (500 + wide, top + span * 0.5),
            (500 + wide * 0.8, top + span * 0.86), (500 + wide * 0.5, bottom)])  # fmt: skip
    elif style == 1:
        outline = lathe([(518, top), (520, top + span * 0.1), (500 + wide * 0.7, top + span * 0.3),
            (500 + wide * 0.35, top + span * 0.46), (500 + wide, top + span * 0.75),
            (500 + wide * 0.6, bottom)])  # fmt: skip
    elif style == 2:
        brush.round(barrel(500, bottom - 26, bottom, wide * 1.35), tone)
        brush.metal(box(488, top, 24, span - 20, 8), rng.choice((BRASS, STEEL, "#4a4b50")))
        return
    elif style == 3:
        for foot in (-wide * 1.2, 10, wide * 1.2):
            brush.strap(
                lines([(500, top), (500 + foot, bottom - (34 if foot == 10 else 0))]),
                OAK if natural else tone,
                30,
            )
        return
    elif style == 4:
        brush.round(barrel(500, bottom - 30, bottom, wide), tone)
        sizes = [rng.uniform(0.5, 1.0) for _ in range(rng.randrange(2, 5))]
        scale, y = (span - 30) / sum(sizes), bottom - 30
        for size in sizes:
            y -= size * scale
            brush.ball(
                oval(500, y + size * scale / 2, min(wide * 1.1, size * scale * 0.62), size * scale / 2 + 3),
                tone,
            )
        return
    else:
        outline = rounded([(500 - 24, top), (524, top), (500 + wide, bottom), (500 - wide, bottom)], 16)
    if material == 0 and natural:
        brush.wood(outline, rng.choice((OAK, WALNUT)), rng, upright=True)
    elif material == 1:
        brush.gloss(outline, tone)
    else:
        brush.round(outline, tone)
    with brush.inside(outline):
        for step in range(rng.choice((0, 0, 3, 7))):
            y = top + span * (0.3 + step * 0.09)
            brush.line(curve([(200, y), (500, y + 22), (800, y)]), faded(contrast(tone), 0.6), 9)


def _lamp_shade(
    brush: Brush, style: int, tone: Colour, other: Colour, neck: float, look: Look, rng: random.Random
) -> None:
    lower, high = rng.uniform(210, 350), rng.uniform(210, 320)
    upper = lower * rng.choice((0.96, 0.75, 0.55, 0.35))
    top, low = neck + 40 - high, neck + 40
    if style == 2:
        high = rng.uniform(190, 260)
        top = low - high
        cap = lathe([(500, top), (500 + lower * 0.7, top + high * 0.24), (500 + lower, low - 16),
            (500 + lower * 0.9, low)])  # fmt: skip
        brush.glow(oval(500, low + 60, lower), [(0, faded(WARM, 0.7)), (1, faded(WARM, 0))], (0.5, 0.4), 0.5)
        brush.gloss(cap, tone)
        return
    halo = oval(500, (top + low) / 2, lower * 1.3)
    brush.glow(halo, [(0, faded(WARM, 0.3)), (1, faded(WARM, 0))], (0.5, 0.5), 0.5)
    if rng.random() < 0.3:
        bulge = rng.uniform(1.05, 1.3)
        outline = lathe(
            [(500 + upper * 0.6, top), (500 + upper * bulge, top + high * 0.4), (500 + lower, low)]
        )
    else:
        outline = polygon([(500 - upper, top), (500 + upper, top), (500 + lower, low), (500 - lower, low)])
    lit = tint(tone, 0.3)
    brush.ramp(outline, [(0, shade(lit, 0.14)), (0.5, tint(lit, 0.35)), (1, shade(lit, 0.2))], (0, 0), (1, 0))
    finish = rng.randrange(4)
    with brush.inside(outline):
        if finish == 0:
            for index in range(-9, 10):
                share = index / 9
                brush.line(
                    lines([(500 + upper * share, top), (500 + lower * share, low)]),
                    faded(shade(tone, 0.45), 0.4),
                    7,
                )
        elif finish == 1:
            brush.flat(box(0, top, 1000, 22), other)
            brush.flat(box(0, low - 30, 1000, 30), other)
    if finish > 1:
        names = "stripes bands dots floral leaves zigzag diamonds plaid"
        brush.print(outline, tone, other, choose(rng, names, 0.3))
    brush.glow(outline, [(0, faded("#fff3cf", 0.75)), (1, faded("#fff3cf", 0))], (0.5, 0.75), 0.5)
    brush.line(outline, faded(shade(tone, 0.6), 0.4), 3)
    if rng.random() < 0.3:
        for step in range(int(lower * 2 / 26)):
            x = 500 - lower + 14 + step * 26
            brush.line(lines([(x, low), (x, low + 40)]), other, 9)
    if rng.random() < 0.35:
        brush.line(lines([(560, low), (560, low + 70)]), BRASS, 4)
        brush.ball(oval(560, low + 78, 11), BRASS)


def _desk_lamp(brush: Brush, look: Look, rng: random.Random) -> None:
    foot, bottom = rng.uniform(560, 660), 880.0
    elbow = (foot + rng.uniform(60, 150), rng.uniform(430, 520))
    head = (rng.uniform(380, 450), rng.uniform(190, 260))
    arm = rng.choice((STEEL, look.colour, INK, look.accent))
    with brush.placed(mirror=rng.random() < 0.5):
        brush.contact(foot, bottom + 4, 230, 42)
        brush.gloss(barrel(foot, bottom - 34, bottom, rng.uniform(130, 180)), look.colour)
        if rng.random() < 0.5:
            for start, end in (((foot, bottom - 40), elbow), (elbow, head)):
                brush.strap(lines([start, end]), arm, 26)
            for x, y in (elbow, head):
                brush.ball(oval(x, y, 28), STEEL)
        else:
            brush.strap(curve([(foot, bottom - 40), (foot + 60, 520), (foot - 40, 230), head]), arm, 24)
        cone = lighted = None
        with brush.placed(angle=rng.uniform(20, 48), about=head):
            x, y = head
            size = rng.uniform(120, 165)
            lighted = polygon(
                [(x - size, y + 190), (x + size, y + 190), (x + size * 2, y + 520), (x - size * 2, y + 520)]
            )
            brush.ramp(lighted, [(0, faded(WARM, 0.34)), (1, faded(WARM, 0))], (0, 0), (0, 1))
            shapes = (
                [(x + 40, y - 40), (x + 56, y + 40), (x + size, y + 190)],
                [(x + 50, y - 30), (x + size * 0.9, y + 50), (x + size, y + 190)],
                [(x + 66, y - 30), (x + 66, y + 80), (x + size, y + 120), (x + size, y + 190)],
            )
            cone = lathe(rng.choice(shapes), x, 0.7)
            brush.round(cone, look.colour)
            brush.glow(oval(x, y + 190, size, 30), [(0, "#fffbe8"), (1, WARM)], (0.5, 0.5), 0.5)
