"""What jewellery is made of: cut stones, pearls, chains and small charms."""

from __future__ import annotations

import math
import random

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush
from sourcing_desktop.sandbox.drawing.shapes import (
    Point,
    beads,
    drop,
    flower,
    heart,
    leaf,
    oval,
    polygon,
    ring,
    star,
    turned,
)
from sourcing_desktop.sandbox.drawing.tones import Colour, faded, shade, tint

_CUTS: dict[str, tuple[int, float, float]] = {
    "round": (8, 1.0, 1.0),
    "oval": (10, 0.78, 1.0),
    "square": (4, 1.0, 1.0),
    "emerald": (8, 0.74, 1.05),
    "hexagon": (6, 1.0, 1.0),
}
CUTS = tuple(_CUTS)


def gem(brush: Brush, x: float, y: float, radius: float, colour: Colour, cut: str = "round") -> None:
    """A stone with facets; `cut` is one of `CUTS`."""
    corners, wide, high = _CUTS[cut]
    outer = [_corner(x, y, radius * wide, radius * high, index, corners) for index in range(corners)]
    table = [
        _corner(x, y, radius * wide * 0.55, radius * high * 0.55, index, corners) for index in range(corners)
    ]
    brush.flat(polygon(outer), colour)
    for index in range(corners):
        after = (index + 1) % corners
        facet = polygon([outer[index], outer[after], table[after], table[index]])
        facing = math.cos(math.radians((index + 1) * 360 / corners - 225))
        brush.flat(facet, tint(colour, 0.5 * facing) if facing > 0 else shade(colour, -0.5 * facing))
    brush.ramp(
        polygon(table), [(0, tint(colour, 0.75)), (0.5, tint(colour, 0.2)), (1, colour)], (0, 0), (1, 1)
    )
    brush.line(polygon(outer), shade(colour, 0.4), 2)
    brush.glint(x - radius * 0.3, y - radius * 0.36, radius * 0.3)


def _corner(x: float, y: float, rx: float, ry: float, index: int, count: int) -> Point:
    angle = math.radians((index + 0.5) * 360 / count)
    return x + rx * math.cos(angle), y + ry * math.sin(angle)


def pearl(brush: Brush, x: float, y: float, radius: float, colour: Colour) -> None:
    """A round bead with lustre."""
    brush.ball(oval(x, y, radius), colour, 0.9)
    brush.glint(x - radius * 0.3, y - radius * 0.35, radius * 0.42)


def chain(brush: Brush, path: QPainterPath, metal: Colour, size: float = 12.0) -> None:
    """A fine chain of oval links along a path."""
    links, lights = QPainterPath(), QPainterPath()
    for index, (x, y) in enumerate(beads(path, size * 1.7)):
        links.addEllipse(oval(x, y, size, size * (0.8 if index % 2 else 0.45)).boundingRect())
        lights.addEllipse(
            oval(x - 1, y - 1.5, size * 0.9, size * (0.7 if index % 2 else 0.38)).boundingRect()
        )
    brush.line(links, shade(metal, 0.42), size * 0.5)
    brush.line(lights, tint(metal, 0.25), size * 0.26)


def claws(brush: Brush, x: float, y: float, radius: float, metal: Colour) -> None:
    """The setting's claws around a stone."""
    for index in range(4):
        angle = math.radians(45 + index * 90)
        brush.ball(oval(x + radius * math.cos(angle), y + radius * math.sin(angle), radius * 0.15), metal)


def halo(
    brush: Brush, x: float, y: float, radius: float, colour: Colour, metal: Colour, count: int = 16
) -> None:
    """Small stones in a circle."""
    brush.metal(ring(x, y, radius * 1.18, radius * 1.18, radius * 0.36), metal)
    for index in range(count):
        angle = index * math.tau / count
        brush.ball(
            oval(x + radius * math.cos(angle), y + radius * math.sin(angle), radius * 0.16), colour, 0.95
        )


def charm(
    brush: Brush, rng: random.Random, x: float, y: float, size: float, colour: Colour, metal: Colour
) -> None:
    """A pendant hanging from (x, y): stone, pearl, heart, star, leaf, drop, coin or blossom."""
    brush.line(oval(x, y, size * 0.14), shade(metal, 0.3), size * 0.08)
    middle, kind = y + size * 0.72, rng.randrange(9)
    if kind == 0:
        gem(brush, x, middle, size * 0.55, colour, rng.choice(CUTS))
        claws(brush, x, middle, size * 0.55, metal)
    elif kind == 1:
        halo(brush, x, middle, size * 0.62, tint(colour, 0.6), metal)
        gem(brush, x, middle, size * 0.46, colour, rng.choice(("round", "oval")))
    elif kind == 2:
        pearl(brush, x, middle, size * 0.5, colour)
    elif kind == 3:
        brush.gloss(heart(x, middle, size * 1.15), colour)
        brush.line(heart(x, middle, size * 1.15), metal, size * 0.1)
    elif kind == 4:
        brush.metal(star(x, middle, size * 0.68, size * 0.32, rng.choice((4, 5, 8))), metal)
        pearl(brush, x, middle, size * 0.2, colour)
    elif kind == 5:
        blade = turned(leaf(x, middle + size * 0.1, size * 1.5), 90, (x, middle + size * 0.1))
        brush.gloss(blade, colour)
        brush.line(blade, metal, size * 0.08)
    elif kind == 6:
        shape = drop(x, y + size * 0.1, size * 0.9, size * 1.35)
        brush.gloss(shape, colour)
        brush.line(shape, metal, size * 0.1)
    elif kind == 7:
        brush.metal(oval(x, middle, size * 0.6), metal)
        brush.gloss(oval(x, middle, size * 0.44), colour)
        brush.flat(star(x, middle, size * 0.26, size * 0.1, 6), faded(tint(metal, 0.3), 0.9))
    else:
        brush.gloss(flower(x, middle, size * 0.66, rng.choice((5, 6))), colour)
        brush.metal(oval(x, middle, size * 0.2), metal)
