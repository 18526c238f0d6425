"""Small things a seller lays beside the goods in a picture of use: a plant, books, a cup, pebbles, a gift."""

from __future__ import annotations

import math
import random
from collections.abc import Callable

from sourcing_desktop.sandbox.drawing.brush import Brush
from sourcing_desktop.sandbox.drawing.shapes import (
    box,
    curve,
    lathe,
    leaf,
    moved,
    oval,
    polygon,
    smooth,
    turned,
)
from sourcing_desktop.sandbox.drawing.tones import shade, tint

_GREENS = ("#5f8f63", "#7fa36b", "#4d7d6b", "#8fae8b")


def paint_prop(brush: Brush, rng: random.Random) -> None:
    """One prop around (0, 0), about 300 units high, standing on y = 150."""
    rng.choice(_PROPS)(brush, rng)


def _plant(brush: Brush, rng: random.Random) -> None:
    green = rng.choice(_GREENS)
    for index in range(9):
        angle = -90 + (index - 4) * 21 + rng.uniform(-6, 6)
        reach = rng.uniform(120, 190)
        x, y = reach * math.cos(math.radians(angle)), -10 + reach * math.sin(math.radians(angle))
        brush.line(curve([(0, 40), (x * 0.4, y * 0.6), (x * 0.7, y * 0.7)]), shade(green, 0.2), 6)
        blade = turned(leaf(x * 0.7, y * 0.7, 120), angle, (x * 0.7, y * 0.7))
        brush.body(blade, tint(green, 0.15) if index % 2 else green)
    pot = rng.choice(("#f2efe9", "#c77f5b", "#8d9aa5", "#e3b7a0"))
    brush.contact(0, 148, 110)
    brush.round(lathe([(85, 20), (60, 150)], 0), pot)
    brush.round(box(-92, 10, 184, 34, 8), tint(pot, 0.1))


def _books(brush: Brush, rng: random.Random) -> None:
    colours = rng.sample(("#7d8ca3", "#c98b77", "#d9c39a", "#6f8f84", "#a98aa6", "#e6e1d8"), 3)
    brush.contact(0, 150, 170)
    for index, colour in enumerate(colours):
        width, y = rng.uniform(250, 320), 150 - (index + 1) * 56
        x = rng.uniform(-20, 20) - width / 2
        brush.body(box(x, y, width, 54, 8), colour)
        brush.ramp(box(x + 22, y + 8, width - 16, 38, 4), [(0, "#fbf7ee"), (1, "#d9d2c2")], (0, 0), (0, 1))


def _cup(brush: Brush, rng: random.Random) -> None:
    glaze = rng.choice(("#ffffff", "#dfe6e4", "#d7b9a5", "#7f92a8"))
    brush.contact(0, 140, 190)
    brush.body(oval(0, 128, 165, 34), glaze)
    brush.strap(curve([(80, 10), (150, 20), (130, 90), (66, 84)]), glaze, 24)
    brush.round(lathe([(100, -40), (96, 40), (60, 125)], 0), glaze)
    brush.body(oval(0, -40, 100, 26), shade(glaze, 0.08))
    brush.body(oval(0, -34, 84, 18), "#6b4630")


def _pebbles(brush: Brush, rng: random.Random) -> None:
    for x, y, size in ((-90, 90, 90), (60, 110, 70), (-10, 20, 60)):
        grey = rng.choice(("#b9b4ac", "#8f8d8a", "#d9d4cb", "#a3a9ac"))
        edge = [
            (x + size * rng.uniform(0.85, 1.1) * math.cos(t), y + size * 0.66 * math.sin(t))
            for t in (index * math.tau / 8 for index in range(8))
        ]
        brush.puff(smooth(edge), grey)


def _gift(brush: Brush, rng: random.Random) -> None:
    paper = rng.choice(("#c9a27c", "#c05a5a", "#5e8c82", "#f0ebe2", "#33415c"))
    ribbon = rng.choice(("#f7f2e8", "#d9b25f", "#b03a48"))
    brush.contact(0, 150, 170)
    brush.body(box(-130, -40, 260, 190, 6), paper)
    brush.body(box(-140, -78, 280, 54, 6), tint(paper, 0.12))
    brush.body(box(-20, -78, 40, 228), ribbon)
    for side in (-1, 1):
        loop = smooth([(0, -80), (side * 60, -150), (side * 110, -120), (side * 70, -80)])
        brush.body(loop, ribbon)
    brush.body(oval(0, -84, 24, 20), shade(ribbon, 0.1))


def _twig(brush: Brush, rng: random.Random) -> None:
    green = rng.choice(_GREENS)
    stem = curve([(-170, 150), (-40, 60), (60, -60), (150, -170)])
    brush.line(stem, shade(green, 0.35), 7)
    for index in range(8):
        at = stem.pointAtPercent(0.15 + index * 0.11)
        lean = -60 + (70 if index % 2 else -50)
        blade = turned(leaf(62, 0, 110), lean, (0, 0))
        brush.body(moved(blade, at.x(), at.y()), tint(green, 0.2) if index % 2 else green)


def _ball_and_block(brush: Brush, rng: random.Random) -> None:
    brush.contact(0, 150, 180)
    plaster = rng.choice(("#f3ede4", "#e7d3c5", "#d5dde0"))
    brush.body(box(-150, 10, 170, 140, 4), plaster)
    brush.body(polygon([(-150, 10), (-110, -26), (60, -26), (20, 10)]), tint(plaster, 0.4))
    brush.body(polygon([(20, 10), (60, -26), (60, 114), (20, 150)]), shade(plaster, 0.15))
    brush.ball(oval(105, 95, 58), rng.choice(("#e0b9a6", "#a9bcc4", "#e6cf9c", "#b6c4ab")))


_PROPS: tuple[Callable[[Brush, random.Random], None], ...] = (
    _plant,
    _books,
    _cup,
    _pebbles,
    _gift,
    _twig,
    _ball_and_block,
)
