"""Painters of building blocks and toy cars; and the rest of the toys gathered."""

from __future__ import annotations

import math
import random

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush, Painter
from sourcing_desktop.sandbox.drawing.kinds.figures import rubber_duck, teddy_bear
from sourcing_desktop.sandbox.drawing.kinds.kites import BRIGHT, kite
from sourcing_desktop.sandbox.drawing.kinds.robots import toy_robot
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.shapes import (
    Point,
    arc,
    box,
    heart,
    lines,
    oval,
    polygon,
    rounded,
    smooth,
    star,
    turned,
)
from sourcing_desktop.sandbox.drawing.solids import Stage
from sourcing_desktop.sandbox.drawing.tones import INK, STEEL, Colour, distinct, shade, tint


def building_blocks(brush: Brush, look: Look, rng: random.Random) -> None:
    """Bricks with studs in a pile, wooden shapes as a castle, or picture cubes as a pyramid."""
    tones: list[Colour] = [look.colour, look.accent, *rng.sample(BRIGHT, 3)]
    (_studded, _castle, _cubes)[rng.randrange(3)](brush, tones, rng)


def _studded(brush: Brush, tones: list[Colour], rng: random.Random) -> None:
    unit, rise = rng.uniform(78, 92), rng.uniform(66, 84)
    stage = Stage((0, 0), rng.uniform(24, 62), rng.uniform(28, 38))
    layers = rng.randrange(3, 6)
    plan = [(x, y) for x in range(0, 4, 2) for y in range(0, 4, 2)]
    bricks: list[tuple[int, int, int, int, int]] = []
    for level in range(layers):
        along = level % 2 == 0
        keep = plan if level == 0 else rng.sample(plan, max(1, 4 - level))
        for x, y in keep:
            width, depth = (2, 2) if rng.random() < 0.6 else ((2, 1) if along else (1, 2))
            bricks.append((level, x, y, width, depth))
    bricks.append((0, 3, -3, 2, rng.choice((1, 2))))
    if rng.random() < 0.5:
        bricks.append((0, -1, -3, rng.choice((1, 2)), 2))
    middle = stage.at(2 * unit, 2 * unit, layers * rise * 0.45)
    scale = 1.02 if layers < 5 else 0.94
    with brush.placed(dx=500 - middle[0] * scale, dy=520 - middle[1] * scale, scale=scale, about=(0, 0)):
        ground = stage.at(2 * unit, unit, 0)
        brush.contact(ground[0], ground[1] + 20, unit * 4, unit * 2, 0.3)
        ordered = sorted(bricks, key=lambda brick: (brick[0], -brick[2], brick[1]))
        for index, (level, x, y, width, depth) in enumerate(ordered):
            tone = tones[0] if index % 3 == 2 else rng.choice(tones)
            _brick(brush, stage, (x * unit, y * unit, level * rise), (width, depth), unit, rise, tone)


def _brick(
    brush: Brush,
    stage: Stage,
    place: tuple[float, float, float],
    studs: tuple[int, int],
    unit: float,
    rise: float,
    tone: Colour,
) -> None:
    x, y, z = place
    top, front, side = stage.block(x, y, z, (studs[0] * unit, studs[1] * unit, rise))
    brush.body(front, shade(tone, 0.06), 0.5)
    brush.body(side, shade(tone, 0.32), 0.5)
    brush.body(top, tint(tone, 0.14), 0.4)
    for row in reversed(range(studs[1])):
        for column in range(studs[0]):
            wall, lid = stage.drum(
                x + (column + 0.5) * unit, y + (row + 0.5) * unit, z + rise, unit * 0.3, unit * 0.18
            )
            brush.round(wall, tone)
            brush.flat(lid, tint(tone, 0.28))


def _castle(brush: Brush, tones: list[Colour], rng: random.Random) -> None:
    base, unit = 860.0, rng.uniform(112, 132)
    columns = rng.choice((4, 5, 6)) if unit < 122 else rng.choice((4, 5))
    left = 500 - columns * unit / 2
    brush.contact(500, base + 4, columns * unit * 0.58, 36, 0.36)
    tops = []
    column = 0
    while column < columns:
        x, y = left + column * unit, base
        span = 2 if column + 1 < columns and rng.random() < 0.4 else 1
        for level in range(rng.randrange(2, 5)):
            wide, shape = span * unit, rng.random()
            tone = tones[0] if level == 0 and column % 2 == 0 else rng.choice(tones)
            if span == 2 and shape < 0.5:
                block = box(x, y - unit, wide, unit, 8) - oval(x + wide / 2, y, unit * 0.55, unit * 0.62)
            elif shape < 0.75:
                block = box(x + 3, y - unit, wide - 6, unit, 10)
            else:
                block = box(x + wide * 0.16, y - unit, wide * 0.68, unit, 6)
            _wooden(brush, block, tone, shape > 0.75, rng)
            y -= unit
        tops.append((x, y, span * unit))
        column += span
    for x, y, wide in tops:
        style, tone = rng.randrange(4), rng.choice(tones)
        if style == 0:
            _wooden(
                brush, rounded([(x, y), (x + wide / 2, y - unit * 0.9), (x + wide, y)], 8), tone, False, rng
            )
        elif style == 1:
            _wooden(brush, arc(x + wide / 2, y, wide / 2, unit * 0.7, 0, 180), tone, False, rng)
        elif style == 2:
            brush.ball(oval(x + wide / 2, y - unit * 0.34, unit * 0.36), tone)
        else:
            _wooden(brush, polygon([(x + wide * 0.2, y), (x + wide / 2, y - unit * 1.2),
                (x + wide * 0.8, y)]), tone, True, rng)  # fmt: skip


def _wooden(brush: Brush, block: QPainterPath, tone: Colour, tubular: bool, rng: random.Random) -> None:
    brush.body(block.translated(10, -6), shade(tone, 0.4), 0.3)
    if tubular:
        brush.round(block, tone)
    else:
        brush.wood(block, tone, rng)


def _cubes(brush: Brush, tones: list[Colour], rng: random.Random) -> None:
    size, stage = rng.uniform(240, 270), Stage((0, 0), rng.uniform(24, 58), rng.uniform(20, 30))
    rows = rng.choice(([(0, 0), (1, 0)], [(0, 0), (1, 0), (0, 1)], [(0, 0)]))
    middle = stage.at(size, size * 0.4, size)
    with brush.placed(dx=500 - middle[0], dy=510 - middle[1], about=(0, 0)):
        ground = stage.at(size, size * 0.3, 0)
        brush.contact(ground[0], ground[1] + 10, size * 1.6, size * 0.6, 0.3)
        places = [
            (column * size * 1.06, row * size, 0.0)
            for column, row in sorted(rows, key=lambda p: (-p[1], p[0]))
        ]
        places.append((size * 0.5 * (len(rows) - 1) if len(rows) < 3 else 0.2 * size, 0.0, size))
        for place in places:
            x, y, z = place
            tone = tones[0] if z else rng.choice(tones)
            top, front, side = stage.block(x, y, z, (size, size, size))
            for face, depth in ((front, 0.0), (side, 0.2), (top, 0.0)):
                brush.body(face, shade("#e9d2a6", depth), 0.4)
            frame = box(x + 18, z + 18, size - 36, size - 36, 16)
            brush.body(stage.front(frame, y), tone, 0.4)
            brush.body(
                stage.side(box(y + 18, z + 18, size - 36, size - 36, 16), x + size),
                shade(rng.choice(tones), 0.22),
                0.3,
            )
            brush.body(
                stage.top(box(x + 18, y + 18, size - 36, size - 36, 16), z + size),
                tint(rng.choice(tones), 0.12),
                0.3,
            )
            brush.flat(stage.front(_picture(x + size / 2, z + size / 2, size * 0.27, rng), y), "#fffaf0")
            brush.flat(
                stage.side(_picture(y + size / 2, z + size / 2, size * 0.25, rng), x + size), "#efe6d6"
            )
            brush.flat(stage.top(_picture(x + size / 2, y + size / 2, size * 0.25, rng), z + size), "#fffdf6")


def _picture(x: float, y: float, size: float, rng: random.Random) -> QPainterPath:
    upside = turned(heart(x, y, size * 2), 180, (x, y))
    return rng.choice((star(x, y, size, size * 0.45, 5, 90), upside, oval(x, y, size), star(x, y, size,
        size * 0.7, 8), rounded([(x - size, y - size), (x + size, y - size), (x, y + size)], 10),
        box(x - size * 0.8, y - size * 0.8, size * 1.6, size * 1.6, 12)))  # fmt: skip


def toy_car(brush: Brush, look: Look, rng: random.Random) -> None:
    """A toy car from its side: saloon, beetle, racer, van, dump truck, bus."""
    style = rng.choice(("saloon", "beetle", "racer", "van", "truck", "bus"))
    wheel = {"racer": 92, "truck": 104, "bus": 80}.get(style, 88) * rng.uniform(0.92, 1.12)
    floor = 760 - wheel * 0.9
    axles = (rng.uniform(250, 280), rng.uniform(715, 750))
    accent = distinct(look.colour, look.accent)
    shell, panes = _car_shell(style, floor + wheel * 0.4, rng)
    with brush.placed(mirror=rng.random() < 0.5, angle=rng.choice((0, 0, -5)), dy=-10):
        brush.contact(500, 770, 420, 36, 0.4)
        for x in axles:
            brush.flat(oval(x, 760 - wheel, wheel * 1.16), "#222329")
        if style == "truck":
            brush.body(box(110, floor, 780, 50, 20), shade(look.colour, 0.5))
            brush.gloss(rounded([(110, floor - 190), (560, floor - rng.uniform(190, 260)),
                (560, floor + 10), (180, floor + 10)], 16), accent)  # fmt: skip
            for step in range(1, 5):
                brush.fold(lines([(140 + step * 90, floor - 190), (160 + step * 84, floor)]), accent, 18, 0.8)
        cover = shell
        for x in axles:
            cover = cover - oval(x, 760 - wheel, wheel * 1.14)
        brush.gloss(cover, look.colour)
        with brush.inside(cover):
            if rng.random() < 0.6:
                brush.body(box(0, floor - rng.uniform(10, 60), 1000, rng.uniform(20, 60)), accent, 0.5)
            if rng.random() < 0.4:
                brush.flat(box(rng.uniform(420, 520), 100, 40, 800), accent)
        if rng.random() < 0.5 and style != "truck":
            brush.flat(oval(500, floor - 20, 58), "#fdfbf5")
            brush.flat(star(500, floor - 20, 44, 19), accent)
        for pane in panes:
            brush.gloss(pane, "#9fd0e4" if rng.random() < 0.9 else "#3c4650")
            brush.line(pane, shade(look.colour, 0.35), 7)
        brush.ball(oval(872, floor - 26, 26, 34), "#fff1b8")
        brush.gloss(box(112, floor - 50, 24, 52, 8), "#d8352f")
        if style == "racer":
            brush.gloss(
                polygon([(100, floor - 150), (240, floor - 130), (236, floor - 100), (104, floor - 112)]),
                accent,
            )
            brush.strap(lines([(180, floor - 120), (190, floor - 50)]), INK, 16)
        _wheels(brush, axles, wheel, accent, rng)


def _car_shell(style: str, floor: float, rng: random.Random) -> tuple[QPainterPath, list[QPainterPath]]:
    roof = floor - {"racer": 240, "beetle": 370, "saloon": 320, "van": 420, "bus": 400, "truck": 400}[
        style
    ] * rng.uniform(0.95, 1.08)
    waist = floor - 190
    if style in ("van", "bus"):
        nose = rng.uniform(20, 150) if style == "van" else 10
        shell = rounded(
            [(110, floor), (110, roof), (870 - nose, roof), (890 - nose * 0.2, waist), (896, floor)], 60
        )
        count = 3 if style == "van" else 5
        wide = (700 - nose) / count
        return shell, [
            box(150 + index * wide, roof + 50, wide - 22, waist - roof - 40, 18) for index in range(count)
        ]
    if style == "truck":
        shell = rounded(
            [(590, floor), (590, roof), (790, roof), (830, waist), (896, waist + 30), (900, floor)], 34
        )
        return shell, [rounded([(640, roof + 40), (770, roof + 40), (806, waist), (640, waist)], 16)]
    if style == "beetle":
        shell = smooth([(100, floor), (110, waist + 60), (230, waist - 20), (330, roof + 50), (480, roof),
            (640, roof + 60), (710, waist - 10), (850, waist + 40), (900, floor)], 0.9)  # fmt: skip
    elif style == "racer":
        shell = smooth([(96, floor), (110, waist + 40), (300, waist + 6), (420, roof), (520, roof),
            (620, waist + 30), (800, waist + 90), (904, floor - 40), (900, floor)], 0.6)  # fmt: skip
        return shell, [
            smooth([(400, waist + 14), (440, roof + 30), (510, roof + 30), (590, waist + 20)], 0.6)
        ]
    else:
        shell = rounded([(100, floor), (104, waist), (250, waist - 10), (340, roof), (620, roof),
            (720, waist - 6), (880, waist + 30), (900, floor)], 60)  # fmt: skip
    return shell, [
        rounded([(290, waist), (370, roof + 44), (480, roof + 44), (480, waist)], 22),
        rounded([(510, waist), (510, roof + 44), (600, roof + 44), (680, waist)], 22),
    ]


def _wheels(brush: Brush, axles: Point, radius: float, accent: Colour, rng: random.Random) -> None:
    spokes, hub = rng.choice((0, 5, 6, 8)), rng.choice((STEEL, "#f4f2ec", accent))
    for x in axles:
        y = 760 - radius
        brush.ball(oval(x, y, radius), "#2d2e34", 0.35)
        brush.line(oval(x, y, radius * 0.86), "#4a4b52", 6)
        brush.ball(oval(x, y, radius * 0.58), hub, 0.5)
        for index in range(spokes):
            end = (
                x + radius * 0.5 * math.cos(index * math.tau / spokes),
                y + radius * 0.5 * math.sin(index * math.tau / spokes),
            )
            brush.line(lines([(x, y), end]), shade(hub, 0.45), 10)
        brush.ball(oval(x, y, radius * 0.18), shade(hub, 0.2))


PAINTERS: dict[str, Painter] = {
    "teddy_bear": teddy_bear,
    "building_blocks": building_blocks,
    "toy_car": toy_car,
    "kite": kite,
    "rubber_duck": rubber_duck,
    "toy_robot": toy_robot,
}
