"""Painters of hammers, screwdrivers and wrenches; and the rest of the tools gathered."""

from __future__ import annotations

import math
import random

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush, Painter
from sourcing_desktop.sandbox.drawing.kinds.gadgets import pliers, power_drill, tape_measure
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.shapes import (
    box,
    curve,
    lathe,
    lines,
    oval,
    polygon,
    rounded,
    smooth,
    turned,
)
from sourcing_desktop.sandbox.drawing.tones import (
    INK,
    OAK,
    RUBBER,
    STEEL,
    WALNUT,
    Colour,
    distinct,
    faded,
    shade,
    tint,
)


def hammer(brush: Brush, look: Look, rng: random.Random) -> None:
    """A hammer: claw, ball, sledge or rubber head; handle of wood, glass fibre or steel with a grip."""
    style = rng.choice(("claw", "claw", "claw", "ball", "sledge", "mallet"))
    steel = rng.choice((STEEL, "#8f959e", "#4c4f56", look.colour))
    with brush.placed(
        angle=rng.uniform(10, 62) * rng.choice((-1, 1)),
        mirror=rng.random() < 0.5,
        scale=1.08,
        about=(500, 520),
    ):
        _hammer_handle(brush, style, look, rng)
        if style == "claw":
            _claw_head(brush, steel, look, rng)
        elif style == "ball":
            brush.ball(oval(350, 195, 62), steel)
            brush.metal(rounded([(390, 160), (500, 150), (500, 250), (390, 230)], 20), steel, upright=False)
            brush.metal(box(440, 138, 130, 124, 24), steel, upright=False)
            brush.metal(rounded([(560, 160), (640, 142), (640, 258), (560, 236)], 12), steel, upright=False)
            brush.metal(box(630, 132, 60, 136, 18), tint(steel, 0.2), upright=False)
        elif style == "sledge":
            head = rounded([(330, 130), (670, 130), (700, 160), (700, 260), (670, 290), (330, 290),
                (300, 260), (300, 160)], 16)  # fmt: skip
            brush.metal(head, steel, upright=False)
            brush.body(box(420, 130, 160, 160), rng.choice((look.colour, shade(steel, 0.3))), 0.6)
            brush.line(lines([(330, 134), (330, 286)]), faded(INK, 0.4), 6)
            brush.line(lines([(670, 134), (670, 286)]), faded(INK, 0.4), 6)
        else:
            tone = rng.choice((RUBBER, look.accent, look.colour, "#c99a63"))
            brush.round(box(320, 110, 360, 190, rng.choice((16, 60))), tone, upright=False)
            for x in (316, 626):
                brush.round(
                    box(x, 102, 58, 206, 20),
                    distinct(tone, look.accent) if rng.random() < 0.5 else shade(tone, 0.1),
                    upright=False,
                )


def _claw_head(brush: Brush, steel: Colour, look: Look, rng: random.Random) -> None:
    droop, reach = rng.uniform(20, 110), rng.uniform(170, 215)
    claw = smooth([(480, 150), (400, 138), (500 - reach * 1.1, 170), (500 - reach * 1.25, 200 + droop),
        (500 - reach * 1.05, 200 + droop * 0.7), (410, 232), (480, 250)], 0.8)  # fmt: skip
    brush.metal(claw, steel, upright=False)
    brush.line(
        curve([(500 - reach * 1.2, 190 + droop), (500 - reach, 190), (420, 180)]), faded(INK, 0.55), 10
    )
    brush.metal(box(446, 128, 108, 136, 18), steel)
    brush.metal(rounded([(550, 152), (630, 146), (630, 246), (550, 240)], 10), steel, upright=False)
    wide = rng.uniform(58, 74)
    brush.metal(box(620, 196 - wide, 64, 2 * wide, 14), tint(steel, 0.25), upright=False)
    if rng.random() < 0.4:
        brush.body(box(456, 150, 88, 92, 10), look.accent)


def _hammer_handle(brush: Brush, style: str, look: Look, rng: random.Random) -> None:
    width, low = rng.uniform(26, 42), 900.0
    shaft = lathe([(500 + width * 0.8, 200), (500 + width * 0.7, 420), (500 + width, 640),
        (500 + width * 1.15, 780), (500 + width * 1.25, low)])  # fmt: skip
    material = rng.randrange(3)
    if material == 0:
        brush.wood(shaft, rng.choice((OAK, "#d8b07a", WALNUT)), rng, upright=True)
        with brush.inside(shaft):
            brush.round(box(400, rng.uniform(480, 760), 200, 500), look.colour)
        return
    if material == 1:
        brush.metal(shaft)
    else:
        brush.round(shaft, look.accent)
    start = rng.uniform(520, 600)
    bumps = [(500 + width * 0.9, start)]
    for step in range(1, 5):
        bumps.append(
            (500 + width * (1.5 if step % 2 else rng.choice((1.25, 1.5))), start + step * (low - start) / 5)
        )
    grip = lathe([*bumps, (500 + width * 1.6, low - 12), (500 + width * 1.2, low + 18)])
    brush.round(grip, look.colour)
    with brush.inside(grip):
        for step in range(rng.choice((0, 6, 9))):
            y = start + 50 + step * 30
            brush.line(lines([(430, y), (570, y + 12)]), faded(shade(look.colour, 0.6), 0.6), 9)
        if rng.random() < 0.5:
            brush.round(box(400, start - 10, 200, 44), look.accent)


def screwdriver(brush: Brush, look: Look, rng: random.Random) -> None:
    """One screwdriver or a few; slotted or cross tips, handles of many profiles."""
    count = rng.choice((1, 1, 1, 2, 3))
    profile = rng.randrange(5)
    if count == 1:
        with brush.placed(angle=rng.uniform(24, 60) * rng.choice((-1, 1)), scale=1.26):
            _driver(brush, 500, rng.uniform(300, 420), 1.0, profile, look, rng)
        return
    for index in range(count):
        x = 500 + (index - (count - 1) / 2) * 230
        with brush.placed(angle=(index - (count - 1) / 2) * rng.uniform(3, 12), about=(500, 900)):
            _driver(brush, x, rng.uniform(220, 420), 0.86, profile, look, rng)


def _driver(
    brush: Brush, x: float, long: float, size: float, profile: int, look: Look, rng: random.Random
) -> None:
    accent = distinct(look.colour, look.accent)
    wide, high = rng.uniform(70, 95) * size, rng.uniform(300, 350) * size
    whole = long + high
    top = 500 + whole / 2 - high
    tip = top - long
    brush.metal(box(x - 15 * size, tip + 30, 30 * size, long + 10, 4))
    cross = rng.random() < 0.5
    if cross:
        brush.metal(
            polygon([(x - 15 * size, tip + 44), (x - 5, tip), (x + 5, tip), (x + 15 * size, tip + 44)]),
            "#8d929b",
        )
        brush.line(lines([(x, tip + 4), (x, tip + 56)]), faded(INK, 0.6), 5)
    else:
        brush.metal(polygon([(x - 15 * size, tip + 80), (x - 26 * size, tip + 34), (x - 22 * size, tip),
            (x + 22 * size, tip), (x + 26 * size, tip + 34), (x + 15 * size, tip + 80)]),
            "#9ba0a8")  # fmt: skip
    if rng.random() < 0.4:
        brush.round(box(x - 18 * size, tip + 90, 36 * size, long * 0.55, 6), accent)
    outlines = ([(0.5, 0), (0.85, 0.06), (0.7, 0.2), (1.0, 0.4), (1.0, 0.85), (0.8, 1)], [(0.7, 0),
        (0.6, 0.12), (0.95, 0.2), (0.95, 0.9), (0.6, 1)], [(0.4, 0), (1.0, 0.2), (0.75, 0.45), (1.1, 0.75),
        (0.9, 0.95), (0.5, 1)], [(0.5, 0), (0.5, 0.1), (1.15, 0.45), (1.3, 0.75), (1.0, 0.98), (0.4, 1)],
        [(0.8, 0), (0.8, 0.7), (1.0, 0.72), (1.0, 0.96), (0.8, 1)])  # fmt: skip
    grip = lathe([(x + share * wide, top + level * high) for share, level in outlines[profile]], x, 0.8)
    brush.round(grip, look.colour)
    with brush.inside(grip):
        style = rng.randrange(4)
        if style == 0:
            for shift in (-0.62, -0.2, 0.2, 0.62):
                brush.line(
                    lines([(x + shift * wide, top + high * 0.28), (x + shift * wide, top + high * 0.9)]),
                    accent,
                    15 * size,
                )
        elif style == 1:
            brush.round(box(x - wide * 1.5, top + high * 0.3, wide * 3, high * 0.42), accent)
        elif style == 2:
            brush.round(box(x - wide * 1.5, top + high * 0.86, wide * 3, high), accent)
            brush.round(box(x - wide * 1.5, top - 10, wide * 3, high * 0.16), accent)
        else:
            for step in range(7):
                brush.line(lines([(x - wide * 1.4, top + high * (0.3 + step * 0.08)),
                    (x + wide * 1.4, top + high * (0.3 + step * 0.08))]), faded(shade(look.colour, 0.6),
                    0.5), 8)  # fmt: skip
    brush.sheen(grip, 0.25)


def wrench(brush: Brush, look: Look, rng: random.Random) -> None:
    """A wrench: open end and ring, two open ends, adjustable; or a row of sizes."""
    style = rng.choice(("combination", "combination", "double", "adjustable", "adjustable", "row"))
    steel = rng.choice((STEEL, "#d5d9de", "#6a6e76", STEEL))
    if style == "row":
        count, sleeve, ends = (
            rng.choice((3, 4, 5, 6)),
            rng.random() < 0.4,
            rng.choice(("combination", "double")),
        )
        with brush.placed(angle=rng.uniform(-30, 30), mirror=rng.random() < 0.5):
            for index in range(count):
                across, size = (index - (count - 1) / 2) * 640 / count, 0.84 - 0.3 * index / count
                with brush.placed(dx=across, dy=40 * index - 60, scale=size):
                    _spanner(brush, ends, steel, look, sleeve, rng)
        return
    with brush.placed(angle=rng.uniform(20, 60) * rng.choice((-1, 1)), mirror=rng.random() < 0.5, scale=1.06):
        if style == "adjustable":
            _adjustable(brush, steel, look, rng)
        else:
            _spanner(brush, style, steel, look, rng.random() < 0.4, rng)


def _spanner(brush: Brush, style: str, steel: Colour, look: Look, sleeve: bool, rng: random.Random) -> None:
    half = 34.0
    bar = polygon([(500 - half, 240), (500 + half, 240), (500 + half * 0.86, 800), (500 - half * 0.86, 800)])
    coated = rng.random() < 0.4
    brush.metal(bar, look.colour if coated else steel)
    groove = box(486, 330, 28, 380, 14)
    brush.body(groove, shade(steel, 0.28))
    if sleeve:
        brush.round(box(458, 330, 84, 390, 24), look.colour)
        for step in range(6):
            brush.line(
                lines([(470, 380 + step * 54), (530, 380 + step * 54)]),
                faded(shade(look.colour, 0.6), 0.5),
                9,
            )
    else:
        brush.body(box(480, 310, 40, rng.uniform(260, 420), 18), look.colour)
    _jaw(brush, 500, 200, 118, rng.uniform(-20, 20), steel)
    if style == "double":
        _jaw(brush, 500, 836, 98, 180 + rng.uniform(-20, 20), steel)
        return
    eye = oval(500, 840, 92) - _nut(500, 840, 56)
    brush.metal(eye, steel)


def _nut(x: float, y: float, radius: float) -> QPainterPath:
    points = [
        (x + radius * math.cos(math.pi * step / 3), y + radius * math.sin(math.pi * step / 3))
        for step in range(6)
    ]
    return polygon(points)


def _jaw(brush: Brush, x: float, y: float, radius: float, angle: float, steel: Colour) -> None:
    slot = rounded([(x - radius * 0.46, y - radius * 1.4), (x + radius * 0.46, y - radius * 1.4),
        (x + radius * 0.46, y + radius * 0.12), (x, y + radius * 0.4),
        (x - radius * 0.46, y + radius * 0.12)], 16)  # fmt: skip
    head = turned(oval(x, y, radius * 0.98, radius * 1.04) - slot, angle, (x, y))
    brush.metal(head, steel)


def _adjustable(brush: Brush, steel: Colour, look: Look, rng: random.Random) -> None:
    gap = rng.uniform(40, 130)
    bar = rounded([(456, 330), (552, 330), (540, 900), (460, 900)], 30)
    brush.metal(bar, steel)
    hold = rng.random() < 0.7
    grip = rounded([(446, rng.uniform(430, 520)), (560, 500), (566, 905), (436, 905)], 34)
    if hold:
        brush.round(grip, look.colour)
        for step in range(rng.choice((0, 5))):
            brush.line(
                lines([(462, 580 + step * 56), (538, 580 + step * 56)]),
                faded(shade(look.colour, 0.6), 0.55),
                10,
            )
        if rng.random() < 0.5:
            brush.body(box(470, 620, 60, 160, 26), look.accent)
    else:
        brush.body(box(474, 450, 52, rng.uniform(260, 370), 24), look.colour)
        brush.flat(oval(500, 866, 22), shade(steel, 0.7))
    fixed = smooth([(452, 380), (420, 300), (410, 110), (470, 96), (486, 240), (560, 262), (640, 268),
        (640, 330), (560, 400)], 0.5)  # fmt: skip
    moving = rounded([(500 + gap, 130), (560 + gap, 150), (600 + gap, 262), (590 + gap, 300), (496, 300),
        (500 + gap, 250)], 14)  # fmt: skip
    brush.metal(moving, shade(steel, 0.06))
    brush.metal(fixed, steel)
    worm = box(524, 300, 84, 46, 10)
    brush.metal(worm, "#8b9099", upright=False)
    for step in range(5):
        brush.line(lines([(534 + step * 16, 302), (528 + step * 16, 344)]), faded(INK, 0.6), 5)


PAINTERS: dict[str, Painter] = {
    "hammer": hammer,
    "screwdriver": screwdriver,
    "power_drill": power_drill,
    "wrench": wrench,
    "pliers": pliers,
    "tape_measure": tape_measure,
}
