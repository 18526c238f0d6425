"""Painters of balls: footballs and basketballs, their panels turned as on a real sphere."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.shapes import Point, lines, oval, polygon
from sourcing_desktop.sandbox.drawing.tones import (
    INK,
    Colour,
    blend,
    contrast,
    distinct,
    faded,
    lightness,
    shade,
    tint,
)

Place = tuple[float, float, float]
Turn = Callable[[Place], Place]

_GOLDEN = (1 + 5**0.5) / 2
_CORNERS: tuple[Place,
    ...] = tuple(place for a in (-1.0, 1.0) for b in (-_GOLDEN, _GOLDEN) for place in ((0.0, a, b),
    (a, b, 0.0), (b, 0.0, a)))  # fmt: skip
"""The twelve corners of an icosahedron with edges of length 2."""


def _tumble(rng: random.Random) -> Turn:
    """A rotation of the sphere, the same for all of one ball's panels."""
    a, b, c = (rng.uniform(0, math.tau) for _ in range(3))
    ca, sa, cb, sb, cc, sc = math.cos(a), math.sin(a), math.cos(b), math.sin(b), math.cos(c), math.sin(c)

    def turn(place: Place) -> Place:
        x, y, z = place
        x, y = x * ca - y * sa, x * sa + y * ca
        y, z = y * cb - z * sb, y * sb + z * cb
        x, z = x * cc - z * sc, x * sc + z * cc
        length = math.sqrt(x * x + y * y + z * z)
        return x / length, y / length, z / length

    return turn


def _between(start: Place, end: Place, share: float) -> Place:
    return (
        start[0] + (end[0] - start[0]) * share,
        start[1] + (end[1] - start[1]) * share,
        start[2] + (end[2] - start[2]) * share,
    )


def _neighbours(corner: Place) -> list[Place]:
    """The five next corners, in order around this one."""
    near = [other for other in _CORNERS if 0 < math.dist(corner, other) < 2.1]
    ordered = [near.pop(0)]
    while near:
        ordered.append(min(near, key=lambda other: math.dist(other, ordered[-1])))
        near.remove(ordered[-1])
    return ordered


def _on_sheet(places: Sequence[Place], radius: float) -> list[Point]:
    """Places on the unit sphere as drawn; those behind are pushed out to the rim."""
    points = []
    for x, y, z in places:
        if z < 0:
            length = math.hypot(x, y) or 1.0
            x, y = x / length * 1.02, y / length * 1.02
        points.append((500 + x * radius, 500 + y * radius))
    return points


def _seam(places: Sequence[Place], radius: float) -> QPainterPath:
    """The pieces of a line on the sphere that face the viewer."""
    path, drawing = QPainterPath(), False
    for x, y, z in places:
        seen = z > -0.03
        if seen and drawing:
            path.lineTo(500 + x * radius, 500 + y * radius)
        elif seen:
            path.moveTo(500 + x * radius, 500 + y * radius)
        drawing = seen
    return path


def _shadows(brush: Brush, ball: QPainterPath) -> None:
    """Light and shade over the finished print of a ball."""
    clear = faded("#ffffff", 0)
    brush.glow(
        ball, [(0, faded("#ffffff", 0.6)), (0.3, faded("#ffffff", 0.12)), (0.6, clear)], (0.33, 0.27), 0.8
    )
    dark: list[tuple[float, Colour]] = [(0, faded("#14121f", 0)), (0.55, faded("#14121f", 0.02)),
        (0.85, faded("#14121f", 0.34)), (1, faded("#14121f", 0.5))]  # fmt: skip
    brush.glow(ball, dark, (0.38, 0.32), 0.74)


def football(brush: Brush, look: Look, rng: random.Random) -> None:
    """A football: classic pentagons, stars in the panels, or swirls over a plain ball."""
    radius, turn = rng.uniform(345, 390), _tumble(rng)
    ball = oval(500, 500, radius)
    base: Colour = tint(look.colour, 0.82) if rng.random() < 0.6 else look.colour
    ink = distinct(base, look.colour if base != look.colour else look.accent)
    third = distinct(base, look.accent)
    style = rng.randrange(4)
    brush.contact(500, 500 + radius * 0.99, radius * 0.72, 40)
    brush.ball(ball, base, 0.4)
    with brush.inside(ball):
        for corner in _CORNERS:
            near = _neighbours(corner)
            if turn(corner)[2] < -0.45:
                continue
            _panel(brush, style, corner, near, turn, radius, ink, third)
        thread = faded(INK if lightness(base) > 0.3 else "#ffffff", 0.4)
        for corner in _CORNERS:
            for other in _neighbours(corner):
                if corner < other:
                    line = [turn(_between(corner, other, 1 / 3 + step / 9)) for step in range(4)]
                    brush.line(_seam(line, radius), thread, 7)
    _shadows(brush, ball)


def _panel(
    brush: Brush,
    style: int,
    corner: Place,
    near: list[Place],
    turn: Turn,
    radius: float,
    ink: Colour,
    third: Colour,
) -> None:
    share = 1 / 3 if style != 2 else 0.4
    outline: list[Place] = []
    for index, other in enumerate(near):
        if style == 2:
            outline.append(turn(_between(corner, other, 0.5)))
            outline.append(turn(_between(corner, _between(other, near[(index + 1) % 5], 0.5), 0.2)))
        elif style == 3:
            outline.append(turn(_between(corner, other, 0.46)))
            outline.append(turn(_between(corner, near[(index + 1) % 5], 0.12)))
        else:
            following = near[(index + 1) % 5]
            for step in range(3):
                edge = _between(_between(corner, other, share), _between(corner, following, share), step / 3)
                outline.append(turn(edge))
    if sum(place[2] < 0 for place in outline) > len(outline) * 0.6:
        return
    shape = polygon(_on_sheet(outline, radius))
    brush.flat(shape, ink)
    brush.line(shape, shade(ink, 0.4), 5)
    if style == 1:
        inner = [
            turn(_between(corner, other, reach))
            for other, nxt in zip(near, [*near[1:], near[0]], strict=True)
            for reach, other in ((0.24, other), (0.1, _between(other, nxt, 0.5)))
        ]
        brush.flat(polygon(_on_sheet(inner, radius)), third)


def basketball(brush: Brush, look: Look, rng: random.Random) -> None:
    """A basketball: two great seams and two bent ones, pebbled, in one colour or in panels."""
    radius, turn = rng.uniform(345, 390), _tumble(rng)
    ball = oval(500, 500, radius)
    leather: Colour = blend("#d9772e", look.colour, rng.choice((0.4, 0.7, 1.0, 1.0)))
    accent = distinct(leather, look.accent)
    ink = rng.choice((INK, INK, INK, accent, tint(leather, 0.75)))
    ink = ink if lightness(leather) > 0.3 or ink != INK else contrast(leather, 0.6)
    brush.contact(500, 500 + radius * 0.99, radius * 0.72, 40)
    brush.ball(ball, leather, 0.4)
    bend = rng.uniform(0.1, 0.26)
    circle = [math.tau * step / 72 for step in range(73)]
    seams = [
        [turn((0.0, math.cos(t), math.sin(t))) for t in circle],
        [turn((math.cos(t), 0.0, math.sin(t))) for t in circle],
    ]
    for side in (-1, 1):
        seams.append([turn(_ear(side, t, bend)) for t in circle])
    panels = rng.randrange(3)
    with brush.inside(ball):
        if panels == 0:
            for side in (-1, 1):
                if turn((float(side), 0.0, 0.0))[2] > -0.2:
                    brush.flat(polygon(_on_sheet(seams[1 + (3 + side) // 2], radius)), accent)
        elif panels == 1:
            half = [place for place in seams[0] if place[2] >= 0]
            half.sort(key=lambda place: math.atan2(place[1], place[0]))
            pole = turn((1.0, 0.0, 0.0))
            across = math.atan2(pole[1], pole[0])
            rim = [(math.cos(across + math.pi * (step / 24 - 0.5)),
                math.sin(across + math.pi * (step / 24 - 0.5)), 0.0) for step in range(25)]  # fmt: skip
            front = sorted(half, key=lambda place: place[0] * math.sin(across) - place[1] * math.cos(across))
            brush.flat(polygon(_on_sheet([*rim, *front], radius)), accent)
        _pebbles(brush, radius, rng)
        width = rng.uniform(10, 18)
        for seam in seams:
            brush.line(_seam(seam, radius), ink, width)
        if rng.random() < 0.4:
            brush.line(lines([(440, 560), (560, 560)]), faded(ink, 0.8), 12)
            brush.line(lines([(460, 590), (540, 590)]), faded(ink, 0.8), 9)
    _shadows(brush, ball)


def _ear(side: int, t: float, bend: float) -> Place:
    """A point of the bent seam around one side of the ball."""
    x = side * (0.52 + bend * math.cos(2 * t))
    reach = math.sqrt(1 - x * x)
    return x, reach * math.cos(t), reach * math.sin(t)


def _pebbles(brush: Brush, radius: float, rng: random.Random) -> None:
    grains = QPainterPath()
    step = 34.0
    start = rng.uniform(0, step)
    for row in range(int(2 * radius / step)):
        for column in range(int(2 * radius / step)):
            x = 500 - radius + start + (column + 0.5 * (row % 2)) * step
            grains.addRect(x, 500 - radius + start + row * step, 9, 9)
    brush.flat(grains, faded("#14121f", 0.1))
