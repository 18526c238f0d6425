"""The painter of toy robots."""

from __future__ import annotations

import random

from sourcing_desktop.sandbox.drawing.brush import Brush
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.shapes import (
    arc,
    box,
    heart,
    lines,
    oval,
    rounded,
    smooth,
    star,
)
from sourcing_desktop.sandbox.drawing.tones import STEEL, Colour, contrast, distinct, faded, shade, tint


def toy_robot(brush: Brush, look: Look, rng: random.Random) -> None:
    """A toy robot from the front: head, eyes, chest panel, arms, legs or tracks vary."""
    metal = look.colour
    trim: Colour = distinct(look.colour, look.accent)
    wide, high = rng.uniform(130, 190), rng.uniform(230, 300)
    head, tall = rng.uniform(110, 165), rng.uniform(90, 120)
    chest = 420.0
    low = chest + high
    brush.contact(500, 890, 260, 40, 0.34)
    _robot_legs(brush, wide, low, metal, trim, rng)
    _robot_arms(brush, wide, chest, metal, trim, rng)
    radius = rng.choice((16, 50, 90))
    taper = rng.uniform(0.8, 1.1)
    body = rounded(
        [(500 - wide, chest), (500 + wide, chest), (500 + wide * taper, low), (500 - wide * taper, low)],
        radius,
    )
    brush.gloss(body, metal)
    _chest(brush, wide * min(taper, 1.0), chest, high, trim, rng)
    brush.round(box(460, chest - 40, 80, 50, 10), shade(metal, 0.3))
    top = chest - 30 - 2 * tall
    shell = (box(500 - head, top, 2 * head, 2 * tall, rng.choice((18, 60))), oval(500, top + tall, head,
        tall), rounded([(500 - head * 0.7, top), (500 + head * 0.7, top), (500 + head, top + 2 * tall),
        (500 - head, top + 2 * tall)], 40), smooth([(500 - head, top + 2 * tall),
        (500 - head, top + tall * 0.8), (500, top), (500 + head, top + tall * 0.8),
        (500 + head, top + 2 * tall)], 0.6))[rng.randrange(4)]  # fmt: skip
    _antenna(brush, top, head, tall, trim, rng)
    brush.gloss(shell, metal)
    _robot_face(brush, top, head, tall, trim, rng)


def _antenna(brush: Brush, top: float, head: float, tall: float, trim: Colour, rng: random.Random) -> None:
    style = rng.randrange(4)
    for x in ((500,), (440, 560), (500,), ())[style]:
        brush.strap(lines([(x, top + 30), (500 + (x - 500) * 1.5, top - 56)]), STEEL, 14)
        brush.ball(oval(500 + (x - 500) * 1.5, top - 66, 26), trim)
    if style > 1:
        for side in (-1, 1):
            brush.round(
                box(500 + side * (head + 14) - 22, top + tall * 0.6, 44, tall * 0.8, 12), trim, upright=False
            )


def _robot_face(brush: Brush, top: float, head: float, tall: float, trim: Colour, rng: random.Random) -> None:
    glow = rng.choice(("#7fe3ff", "#ffe27a", "#ff8f7a", "#9dffb0", "#ffffff"))
    eye, style = top + tall * 0.8, rng.randrange(4)
    if style < 2:
        visor = box(500 - head * 0.78, eye - tall * 0.42, head * 1.56, tall * 0.84, 30)
        brush.gloss(visor, "#26282f")
    size = head * rng.uniform(0.16, 0.28)
    for side in (-1, 1):
        x = 500 + side * head * 0.4
        if style == 3:
            brush.metal(oval(x, eye, size * 1.5), STEEL)
            brush.gloss(oval(x, eye, size * 1.2), "#26282f")
        shape = oval(x, eye, size) if style != 1 else box(x - size, eye - size * 0.5, size * 2, size, 8)
        brush.glow(shape, [(0, "#ffffff"), (0.5, glow), (1, shade(glow, 0.3))], (0.5, 0.5), 0.5)
    mouth, wide = top + tall * 1.6, head * rng.uniform(0.3, 0.5)
    if rng.random() < 0.5:
        brush.flat(box(500 - wide, mouth - 16, 2 * wide, 34, 8), "#2d2f36")
        for step in range(1, 6):
            x = 500 - wide + step * wide / 3
            brush.line(lines([(x, mouth - 16), (x, mouth + 16)]), tint(trim, 0.3), 6)
    else:
        brush.line(arc(500, mouth - 24, wide, 36, 190, 160), "#2d2f36", 11)


def _chest(brush: Brush, wide: float, chest: float, high: float, trim: Colour, rng: random.Random) -> None:
    style = rng.randrange(4)
    y, half = chest + high * 0.42, wide * 0.68
    if style == 0:
        brush.body(box(500 - half, y - 70, 2 * half, 150, 16), "#eef0f2", 0.5)
        brush.metal(oval(500 - half * 0.45, y - 6, 44))
        brush.flat(oval(500 - half * 0.45, y - 6, 34), "#fdfcf7")
        brush.line(lines([(500 - half * 0.45, y), (500 - half * 0.25, y - 24)]), "#d8433b", 7)
        for index, tone in enumerate(("#e5533d", "#f3bb45", "#57ad68")):
            brush.ball(oval(500 + half * 0.16 + index * half * 0.32, y - 30, 14), tone)
            brush.flat(box(500 + half * 0.1, y + 10 + index * 18, half * 0.74, 8), "#8a8f98")
    elif style == 1:
        brush.gloss(heart(500, y, half * 1.5), trim)
    elif style == 2:
        brush.metal(oval(500, y, half * 0.86))
        brush.gloss(star(500, y, half * 0.7, half * 0.3), trim)
    else:
        brush.gloss(box(500 - half, y - 74, 2 * half, 148, 20), trim)
        for row in range(4):
            brush.flat(
                box(500 - half * 0.8, y - 52 + row * 28, half * 1.6 * rng.uniform(0.4, 1), 12, 6),
                tint(trim, 0.65),
            )
    for side in (-1, 1):
        brush.metal(oval(500 + side * wide * 0.84, chest + high - 34, 11))


def _robot_arms(
    brush: Brush, wide: float, chest: float, metal: Colour, trim: Colour, rng: random.Random
) -> None:
    style, reach = rng.randrange(3), rng.uniform(180, 240)
    for side in (-1, 1):
        swing = side * rng.uniform(-16, 26)
        x, y = 500 + side * (wide + 34), chest + 56
        with brush.placed(angle=-swing if rng.random() < 0.8 else -swing - side * 145, about=(x, y)):
            if style == 0:
                for index in range(6):
                    brush.round(
                        box(x - 30, y + index * reach / 6, 60, reach / 6 + 2, 12),
                        shade(metal, 0.25 if index % 2 else 0.1),
                        upright=False,
                    )
            else:
                brush.round(box(x - 34, y, 68, reach, 30), metal if style == 1 else trim)
            brush.strap(arc(x, y + reach + 46, 44, 50, 60, 180), trim, 26)
            brush.strap(arc(x, y + reach + 46, 44, 50, 120, -180), trim, 26)
            brush.ball(oval(x, y, 50), trim)


def _robot_legs(
    brush: Brush, wide: float, low: float, metal: Colour, trim: Colour, rng: random.Random
) -> None:
    style = rng.randrange(3)
    for side in (-1, 1):
        x = 500 + side * wide * 0.52
        if style == 2:
            tread = rounded([(x - 74, 740), (x + 74, 740), (x + 84, 880), (x - 84, 880)], 44)
            brush.body(tread, "#33353c")
            for y in (764, 800, 836):
                brush.line(lines([(x - 70, y), (x + 70, y)]), "#55585f", 12)
            brush.round(box(x - 34, low - 20, 68, 90, 10), shade(metal, 0.2))
            continue
        brush.round(box(x - 38, low - 20, 76, 880 - low - 20, 20), shade(metal, 0.15))
        for step in range(3 if style else 0):
            brush.line(
                lines([(x - 34, low + 20 + step * 26), (x + 34, low + 20 + step * 26)]),
                faded(contrast(metal), 0.6),
                8,
            )
        foot = smooth([(x - 78, 886), (x - 66, 826), (x, 800), (x + 66, 826), (x + 78, 886)], 0.6)
        brush.gloss(foot, trim)
