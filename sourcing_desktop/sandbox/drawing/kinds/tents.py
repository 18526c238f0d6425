"""The painter of tents."""

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
    polygon,
    rounded,
    smooth,
)
from sourcing_desktop.sandbox.drawing.tones import INK, Colour, distinct, faded, shade, tint


def tent(brush: Brush, look: Look, rng: random.Random) -> None:
    """A tent with its door open or rolled: dome, ridge, tepee, tunnel, cabin; pegs and lines."""
    style = rng.choice(("dome", "dome", "ridge", "tepee", "cabin"))
    half, low = rng.uniform(360, 410), 790.0
    top = {"dome": 330, "ridge": 260, "tepee": 130, "cabin": 300}[style] + rng.uniform(-30, 40)
    accent = distinct(look.colour, look.accent)
    pattern = choose(rng, "stripes bands diagonal stars zigzag diamonds dots leaves", 0.4)
    half = half * 0.78 if style == "tepee" else half
    brush.contact(500, low + 8, half * 1.16, 44, 0.5)
    shift = rng.uniform(60, 150) * rng.choice((-1, 1)) if style != "tepee" else 0.0
    for side in (-1, 1):
        hold = (
            (500 + side * half * 0.8, top + 170)
            if style in ("dome", "cabin")
            else (500 + side * half * 0.5, (top + low) / 2)
        )
        brush.line(lines([hold, (500 + side * (half + 66), low + 10)]), faded("#6d6a66", 0.8), 4)
        brush.line(
            lines([(500 + side * (half + 66), low - 10), (500 + side * (half + 58), low + 20)]), "#7a5a3c", 10
        )
    if style == "dome":
        shell = smooth([(500 - half, low), (500 - half * 0.8, top + 160), (500 - half * 0.36, top + 26),
            (500, top), (500 + half * 0.36, top + 26), (500 + half * 0.8, top + 160), (500 + half, low),
            (500, low + 18)], 0.8)  # fmt: skip
    elif style == "cabin":
        shell = rounded([(500 - half, low), (500 - half * 0.9, top + 170), (500, top),
            (500 + half * 0.9, top + 170), (500 + half, low)], 30)  # fmt: skip
    elif style == "tepee":
        for x in (-56, 0, 60):
            brush.strap(lines([(500 - x, top + 120), (500 + x, top - 50)]), "#b98a58", 16)
        shell = polygon([(500 - half, low), (476, top + 30), (524, top + 30), (500 + half, low)])
    else:
        shell = polygon([(500 - half, low), (500 + shift - half * 0.08, top), (500 + half, low)])
    brush.cloth(shell, look.colour, look.accent, pattern)
    _tent_panels(brush, shell, style, half, top, low, shift, look, accent, rng)
    _tent_door(brush, style, half, top, low, shift, look, accent, rng)
    brush.line(shell, shade(look.colour, 0.4), 6)


def _tent_panels(
    brush: Brush,
    shell: QPainterPath,
    style: str,
    half: float,
    top: float,
    low: float,
    shift: float,
    look: Look,
    accent: Colour,
    rng: random.Random,
) -> None:
    with brush.inside(shell):
        if style == "dome":
            for side in (-1, 1):
                pole = curve([(500 + side * half * 0.98, low), (500 + side * half * 0.5, top + 120),
                    (500 - side * half * 0.3, top - 10)])  # fmt: skip
                brush.line(pole, accent, rng.choice((14, 30)))
                brush.line(pole.translated(9, 5), faded(INK, 0.25), 6)
        elif style == "ridge":
            brush.body(polygon([(500 + shift - half * 0.08, top - 10), (500 + half + 20, low + 10),
                (500 + shift + half * 0.42, low + 10)]), shade(look.colour, 0.25), 0.5)  # fmt: skip
        elif style == "cabin":
            brush.body(polygon([(0, top + 190), (500, top + 10), (1000, top + 190), (1000, top - 90),
                (0, top - 90)]), accent, 0.6)  # fmt: skip
            for side in (-1, 1):
                pane = rounded([(500 + side * half * 0.42, top + 250),
                    (500 + side * half * 0.74, top + 250), (500 + side * half * 0.78, low - 150),
                    (500 + side * half * 0.42, low - 150)], 16)  # fmt: skip
                brush.gloss(pane, "#b8d3da")
                brush.line(pane, shade(look.colour, 0.4), 7)
        if rng.random() < 0.6:
            brush.body(box(0, low - rng.uniform(36, 80), 1000, 200), accent, 0.5)


def _tent_door(
    brush: Brush,
    style: str,
    half: float,
    top: float,
    low: float,
    shift: float,
    look: Look,
    accent: Colour,
    rng: random.Random,
) -> None:
    x = 500 + shift * 0.3
    wide, high = half * rng.uniform(0.26, 0.36), (low - top) * rng.uniform(0.58, 0.74)
    if style in ("dome", "cabin"):
        gap = smooth([(x - wide, low), (x - wide * 0.9, low - high * 0.6), (x, low - high),
            (x + wide * 0.9, low - high * 0.6), (x + wide, low)], 0.7)  # fmt: skip
    else:
        gap = polygon([(x - wide, low), (500 + shift * 0.8, low - high), (x + wide, low)])
    brush.ramp(gap, [(0, shade(look.colour, 0.85)), (1, shade(look.colour, 0.6))], (0, 0), (0, 1))
    with brush.inside(gap):
        brush.puff(box(x - wide * 0.7, low - 60, wide * 1.3, 90, 30), accent)
    for side in (-1, 1) if rng.random() < 0.7 else (rng.choice((-1, 1)),):
        peak = (500 + shift * (0.8 if style == "ridge" else 0.3), low - high)
        flap = polygon([peak, (x + side * wide * 1.02, low), (x + side * wide * rng.uniform(0.4, 0.6), low),
            (x + side * wide * 0.6, low - high * 0.4)])  # fmt: skip
        brush.body(flap, tint(look.colour, 0.25), 0.8)
        brush.body(box(x + side * wide * 0.78 - 24, low - high * 0.42, 48, 18, 8), accent)
    brush.zipper(gap, look.colour, tint(look.colour, 0.5), 9)
