"""The painter of kites."""

from __future__ import annotations

import random

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import choose
from sourcing_desktop.sandbox.drawing.shapes import (
    Point,
    arc,
    beads,
    curve,
    lines,
    oval,
    polygon,
    rounded,
    smooth,
    star,
)
from sourcing_desktop.sandbox.drawing.tones import INK, Colour, contrast, distinct, faded, shade, tint

BRIGHT = ("#e5483d", "#f3b82f", "#3c78c3", "#4ba35c", "#f08a3c", "#8a63b8", "#f5f1e8", "#3fb0b5")
"""The colours of toys."""


def kite(brush: Brush, look: Look, rng: random.Random) -> None:
    """A kite with spars, tail and line: diamond, delta, or swallow shape; its sail in panels or printed."""
    style = rng.choice(("diamond", "diamond", "delta", "delta", "bird"))
    wide, high = rng.uniform(230, 300), rng.uniform(400, 500)
    accent = distinct(look.colour, look.accent)
    third = rng.choice(BRIGHT)
    cross = 130 + high * rng.uniform(0.3, 0.42)
    with brush.placed(
        angle=rng.uniform(14, 34) * rng.choice((-1, 1)), dy=-10, scale=0.96 if style == "bird" else 1.08
    ):
        if style == "diamond":
            corners = [(500, 100), (500 + wide, cross), (500, 130 + high), (500 - wide, cross)]
            middle = (500.0, cross)
        elif style == "delta":
            corners = [(500, 130), (500 + wide * 1.45, 130 + high * 0.72), (500, 130 + high * 0.9),
                (500 - wide * 1.45, 130 + high * 0.72)]  # fmt: skip
            middle = (500.0, 130 + high * 0.5)
        else:
            corners = [(500, 110), (620, 240), (500 + wide * 1.5, 200), (700, 420), (560, 470), (600, 640),
                (500, 560), (400, 640), (440, 470), (300, 420), (500 - wide * 1.5, 200),
                (380, 240)]  # fmt: skip
            middle = (500.0, 380.0)
        sail = rounded(corners, 14) if style != "bird" else smooth(corners, 0.5)
        _kite_tail(brush, corners, style, look, third, rng)
        brush.body(sail, look.colour, 0.7)
        _sail_print(brush, sail, corners, middle, look, accent, third, rng)
        brush.line(sail, faded(INK, 0.45), 6)
        brush.line(lines([(500, corners[0][1]), (500, 130 + high * 0.86)]), faded(INK, 0.55), 8)
        if style == "diamond":
            brush.line(curve([corners[1], (500, cross - 10), corners[3]]), faded(INK, 0.55), 8)


def _sail_print(
    brush: Brush,
    sail: QPainterPath,
    corners: list[Point],
    middle: Point,
    look: Look,
    accent: Colour,
    third: Colour,
    rng: random.Random,
) -> None:
    style = rng.randrange(5)
    with brush.inside(sail):
        if style == 0:
            for index in range(len(corners)):
                tone = (look.colour, accent, third, tint(look.colour, 0.5))[index % 4]
                brush.body(polygon([middle, corners[index], corners[(index + 1) % len(corners)]]), tone, 0.5)
        elif style == 1:
            for step in range(rng.choice((3, 5))):
                y = 160 + step * 110
                brush.body(
                    polygon([(0, y), (500, y + 130), (1000, y), (1000, y + 54), (500, y + 184), (0, y + 54)]),
                    (accent, third)[step % 2],
                    0.4,
                )
        elif style == 2:
            for side, tone in ((-1, "#ffffff"), (1, "#ffffff")):
                brush.ball(oval(500 + side * 70, middle[1] - 20, 52), tone, 0.1)
                brush.flat(oval(500 + side * 62, middle[1] - 10, 24), INK)
            brush.line(arc(500, middle[1] + 40, 80, 70, 200, 140), INK, 14)
            brush.flat(polygon([(0, 0), (1000, 0), (500, middle[1] - 90)]), faded(accent, 0.9))
        elif style == 3:
            brush.flat(star(*middle, 190, 80), accent)
            brush.flat(star(*middle, 110, 46), third)
    if style == 4:
        brush.print(sail, look.colour, look.accent, choose(rng,
            "stripes bands diagonal checks dots stars zigzag diamonds floral", 0))  # fmt: skip


def _kite_tail(
    brush: Brush, corners: list[Point], style: str, look: Look, third: Colour, rng: random.Random
) -> None:
    starts = [(500.0, max(y for _, y in corners) - 20)]
    if style != "diamond" or rng.random() < 0.3:
        starts = [(460.0, starts[0][1] - 20), (540.0, starts[0][1] - 20)]
    bows = rng.random() < 0.6
    for index, (x, y) in enumerate(starts):
        sway = rng.uniform(50, 100) * (-1 if index else 1)
        ribbon = curve(
            [(x, y), (x + sway, y + 110), (x - sway * 0.6, y + 230), (x + sway * 0.7, min(y + 340, 960))]
        )
        brush.line(ribbon, shade(look.accent, 0.1) if not bows else faded(INK, 0.6), 7 if bows else 22)
        for count, (bx, by) in enumerate(beads(ribbon, 84)[1:] if bows else []):
            tone = (look.colour, look.accent, third)[count % 3]
            for side in (-1, 1):
                brush.body(rounded([(bx, by), (bx + side * 46, by - 28), (bx + side * 46, by + 28)], 8), tone)
            brush.ball(oval(bx, by, 10), tone)
    brush.line(curve([(500, 330), (640, 640), (700, 900)]), faded(contrast("#dddddd"), 0.45), 3)
