"""The painter of loudspeakers."""

from __future__ import annotations

import random

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.shapes import (
    arc,
    box,
    curve,
    lines,
    oval,
    polygon,
)
from sourcing_desktop.sandbox.drawing.solids import Stage, barrel
from sourcing_desktop.sandbox.drawing.tones import (
    BRASS,
    INK,
    OAK,
    STEEL,
    WALNUT,
    Colour,
    contrast,
    distinct,
    faded,
    shade,
    tint,
)


def speaker(brush: Brush, look: Look, rng: random.Random) -> None:
    """A loudspeaker: upright or lying cylinder, wooden box with cones, cube, boom box with handle."""
    with brush.placed(scale=rng.uniform(1.02, 1.16)):
        rng.choice((_can, _can, _roll, _roll, _cabinet, _cabinet, _boom_box, _retro))(brush, look, rng)


def _grille(brush: Brush, path: QPainterPath, tone: Colour, rng: random.Random) -> None:
    """Speaker cloth or punched metal inside a path that is painted already."""
    rect, step = path.boundingRect(), rng.uniform(22, 32)
    holes = QPainterPath()
    for row in range(int(rect.height() / step) + 2):
        for column in range(int(rect.width() / step) + 2):
            holes.addRect(rect.left() + (column + 0.5 * (row % 2)) * step, rect.top() + row * step,
                step * 0.42, step * 0.42)  # fmt: skip
    with brush.inside(path):
        brush.flat(holes, faded(shade(tone, 0.75), 0.5))


def _cone(brush: Brush, x: float, y: float, radius: float, look: Look, rng: random.Random) -> None:
    brush.metal(oval(x, y, radius), rng.choice((STEEL, INK, look.accent)))
    brush.ball(oval(x, y, radius * 0.9), "#2a2b31", 0.25)
    for share in (0.76, 0.6):
        brush.line(oval(x, y, radius * share), faded("#8a8c95", 0.5), 5)
    brush.glow(oval(x, y, radius * 0.66), [(0, "#55575f"), (1, "#1f2025")], (0.6, 0.65), 0.6)
    brush.ball(oval(x, y, radius * 0.27), rng.choice(("#3c3e46", STEEL, look.accent, BRASS)))


def _can(brush: Brush, look: Look, rng: random.Random) -> None:
    radius, high = rng.uniform(170, 270), rng.uniform(420, 680)
    top, low, tilt = 500 - high / 2, 500 + high / 2, 0.24
    accent = distinct(look.colour, look.accent)
    brush.contact(500, low + radius * tilt * 0.7, radius * 1.3, 44)
    shell = barrel(500, top, low, radius, radius * rng.choice((1.0, 1.0, 1.15, 0.85)), tilt)
    brush.round(shell, look.colour)
    _grille(brush, shell, look.colour, rng)
    with brush.inside(shell):
        brush.round(box(0, low - 20, 1000, 200), rng.choice((accent, INK)))
        if rng.random() < 0.5:
            brush.round(box(500 - radius * 0.5, top + high * 0.4, radius, radius * 0.5, 20), accent)
    lid = oval(500, top, radius, radius * tilt)
    brush.body(lid, shade(look.colour, 0.35))
    brush.line(
        oval(500, top + 2, radius * 0.86, radius * 0.86 * tilt), rng.choice((accent, "#59c8ff", "#7dffb0")), 9
    )
    for x, y in ((-0.4, 0.0), (0.4, 0.0), (0.0, -0.5), (0.0, 0.5)):
        brush.body(oval(500 + x * radius, top + y * radius * tilt, 20, 8), "#e9e9ec")
    if rng.random() < 0.45:
        brush.strap(curve([(500 + radius * 0.9, top + 60), (500 + radius * 1.5, top + 120),
            (500 + radius * 1.3, top + 280), (500 + radius * 0.96, top + 130)]), accent, 20)  # fmt: skip


def _roll(brush: Brush, look: Look, rng: random.Random) -> None:
    half, radius = rng.uniform(300, 350), rng.uniform(150, 200)
    accent = distinct(look.colour, look.accent)
    with brush.placed(angle=rng.uniform(-12, 4)):
        brush.contact(500, 500 + radius * 1.04, half * 1.1, 40)
        shell = box(500 - half, 500 - radius, 2 * half, 2 * radius, rng.choice((60, radius * 0.7)))
        brush.round(shell, look.colour, upright=False)
        _grille(brush, shell, look.colour, rng)
        for side in (-1, 1):
            brush.round(
                box(500 + side * half - 34, 500 - radius * 0.96, 68, radius * 1.92, 34), accent, upright=False
            )
        cap = oval(500 + half, 500, radius * 0.36, radius * 0.9)
        brush.ball(cap, shade(look.colour, 0.4), 0.3)
        brush.metal(oval(500 + half + 8, 500, radius * 0.2, radius * 0.56))
        brush.body(box(430, 500 - radius * 0.36, 140, 66, 14), accent)
        brush.line(
            lines([(460, 500 - radius * 0.36 + 33), (540, 500 - radius * 0.36 + 33)]), tint(accent, 0.7), 10
        )
        if rng.random() < 0.6:
            strap = curve([(500 - half + 10, 500 - radius * 0.8), (500, 500 - radius * rng.uniform(1.5,
                1.9)), (500 + half - 10, 500 - radius * 0.8)])  # fmt: skip
            brush.strap(strap, accent, 26)


def _cabinet(brush: Brush, look: Look, rng: random.Random) -> None:
    stage = Stage((0, 0), rng.uniform(12, 34), rng.uniform(8, 16))
    wide, high, deep = rng.uniform(330, 430), rng.uniform(520, 680), rng.uniform(240, 330)
    wood: Colour = rng.choice((OAK, WALNUT, look.colour, look.colour))
    middle = stage.at(wide / 2, deep / 2, high / 2)
    with brush.placed(dx=500 - middle[0], dy=500 - middle[1], about=(0, 0)):
        foot = stage.at(wide / 2, deep / 2, 0)
        brush.contact(foot[0], foot[1] + 20, wide * 0.75, 70)
        top, front, side = stage.block(0, 0, 0, (wide, deep, high))
        brush.wood(side, shade(wood, 0.3), rng, upright=True)
        brush.wood(top, tint(wood, 0.15), rng)
        brush.body(front, look.colour, 0.6)
        big = min(wide * rng.uniform(0.34, 0.42), high * 0.29)
        places = [(wide / 2, high * 0.32, big), (wide / 2, high * 0.76, big * rng.choice((0.45, 0.55, 0.8)))]
        for x, z, radius in places:
            across, down = stage.at(x, 0, z)
            with brush.placed(dx=across, dy=down, about=(0, 0)):
                _cone(brush, 0, 0, radius * 0.96, look, rng)
        if rng.random() < 0.4:
            port = stage.front(oval(wide * 0.82, high * 0.58, 22), 0)
            brush.flat(port, INK)
        brush.line(front, faded(tint(wood, 0.6), 0.5), 5)


def _retro(brush: Brush, look: Look, rng: random.Random) -> None:
    half, high = rng.uniform(310, 370), rng.uniform(380, 470)
    top, low = 540 - high / 2, 540 + high / 2
    brush.contact(500, low + 16, half * 1.1, 40)
    if rng.random() < 0.6:
        brush.strap(lines([(500 - half * 0.7, top + 20), (500 - half * 0.66, top - 100),
            (500 + half * 0.66, top - 100), (500 + half * 0.7, top + 20)]),
            rng.choice(("#8a5a36", look.accent)), 34)  # fmt: skip
    shell = box(500 - half, top, 2 * half, high, rng.choice((24, 70, 130)))
    if rng.random() < 0.4:
        brush.wood(shell, rng.choice((OAK, WALNUT)), rng)
    else:
        brush.gloss(shell, look.colour)
    face = box(500 - half + 34, top + 34, 2 * half - 68, high - 68, rng.choice((14, 60)))
    brush.body(face, rng.choice((look.accent, "#efe6d2", look.colour)), 0.5)
    mesh = box(500 - half + 60, top + 60, half * 1.16, high - 120, 20)
    brush.body(mesh, shade(look.colour, 0.3))
    for step in range(7):
        y = top + 90 + step * (high - 180) / 6
        brush.line(lines([(500 - half + 84, y), (500 + half * 0.1, y)]), tint(look.colour, 0.5), 10)
    x = 500 + half * 0.58
    brush.metal(oval(x, top + high * 0.34, 74))
    brush.ball(oval(x, top + high * 0.34, 54), "#f5efe2", 0.3)
    brush.line(lines([(x, top + high * 0.34), (x + 30, top + high * 0.34 - 30)]), "#c9412f", 8)
    for shift in (-50, 50):
        brush.ball(oval(x + shift, top + high * 0.7, 32), BRASS)


def _boom_box(brush: Brush, look: Look, rng: random.Random) -> None:
    half, high = rng.uniform(370, 410), rng.uniform(310, 400)
    top, low = 560 - high / 2, 560 + high / 2
    brush.contact(500, low + 10, half, 40)
    brush.strap(lines([(500 - half * 0.8, top + 30), (500 - half * 0.76, top - 120),
        (500 + half * 0.76, top - 120), (500 + half * 0.8, top + 30)]), shade(look.colour,
        0.2), 40)  # fmt: skip
    brush.gloss(box(500 - half, top, 2 * half, high, rng.choice((26, 90))), look.colour)
    for side in (-1, 1):
        _cone(brush, 500 + side * half * 0.62, 560 + 10, min(high * 0.42, half * 0.34), look, rng)
    brush.body(box(500 - half * 0.22, top + 50, half * 0.44, high * 0.36, 12), "#2c2e35")
    for side in (-1, 1):
        brush.line(oval(500 + side * half * 0.1, top + 50 + high * 0.18, 24), "#d8d8dc", 9)
    for index in range(5):
        brush.gloss(
            box(500 - half * 0.22 + index * half * 0.09, low - high * 0.34, half * 0.07, 40, 6),
            (look.accent, "#e8e8ea")[index % 2],
        )
    brush.line(arc(500, low - 40, half * 0.2, 20, 200, 140), contrast(look.colour), 6)
    brush.flat(polygon([(500 - half + 40, top + 16), (500 + half - 40, top + 16),
        (500 + half - 40, top + 26), (500 - half + 40, top + 26)]), faded("#ffffff", 0.4))  # fmt: skip
