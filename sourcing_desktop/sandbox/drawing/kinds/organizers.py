"""The painter of desk organisers, and the pens and pencils that stand in things."""

from __future__ import annotations

import random

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.shapes import (
    Point,
    arc,
    box,
    lines,
    oval,
    polygon,
    smooth,
)
from sourcing_desktop.sandbox.drawing.solids import Stage, barrel
from sourcing_desktop.sandbox.drawing.tones import (
    INK,
    OAK,
    STEEL,
    WALNUT,
    Colour,
    distinct,
    faded,
    shade,
    tint,
)

PENCILS = ("#e8b23a", "#d9534a", "#3f7fb8", "#5aa469", "#8d66b5", "#ef8fa8", "#f08a3c", "#40434b")


def stand_pencil(brush: Brush, foot: Point, tip: Point, tone: Colour, style: int) -> None:
    """A pencil, pen or ruler standing from `foot` to `tip`."""
    if style == 2:
        brush.line(lines([foot, tip]), shade("#e9dfb8", 0.3), 46, True)
        brush.line(lines([foot, tip]), "#efe6c4", 40, True)
        brush.stitch(lines([(foot[0] - 10, foot[1]), (tip[0] - 10, tip[1])]), faded(INK, 0.6), 12, 3)
        return
    brush.line(lines([foot, tip]), shade(tone, 0.35), 30)
    brush.line(lines([foot, tip]), tone, 24)
    brush.line(lines([(foot[0] - 5, foot[1]), (tip[0] - 5, tip[1])]), faded(tint(tone, 0.7), 0.7), 6)
    dx, dy = (tip[0] - foot[0]) * 0.05, (tip[1] - foot[1]) * 0.05
    if style == 0:
        cone = polygon([(tip[0] - 14, tip[1]), (tip[0] + 14, tip[1]), (tip[0] + 6 + dx * 2, tip[1] - 44),
            (tip[0] - 6 + dx * 2, tip[1] - 44)])  # fmt: skip
        brush.body(cone, "#e8c79a")
        brush.flat(oval(tip[0] + dx * 2, tip[1] - 44, 8, 12), shade(tone, 0.3))
    else:
        brush.metal(oval(tip[0] + dx, tip[1] + dy, 12, 14), STEEL)


def desk_organizer(brush: Brush, look: Look, rng: random.Random) -> None:
    """A desk organiser: trays, cups and drawers of plastic, wood or mesh, or round cups; with pens in it."""
    if rng.random() < 0.25:
        _cups(brush, look, rng)
        return
    stage = Stage((0, 0), rng.uniform(18, 46), rng.uniform(22, 34))
    wide, deep = rng.uniform(470, 580), rng.uniform(240, 300)
    accent = distinct(look.colour, look.accent)
    material = rng.choice(("plastic", "plastic", "wood", "mesh"))
    tone: Colour = rng.choice((OAK, WALNUT)) if material == "wood" else look.colour
    others: tuple[Colour, ...] = (look.colour,) if material == "wood" else (tone, accent)
    split = wide * rng.uniform(0.36, 0.56)
    tall, small = rng.uniform(250, 330), rng.uniform(110, 190)
    drawers = rng.choice((0, 0, 1, 2))
    base = drawers * 84.0
    middle = stage.at(wide / 2, deep / 2, (base + tall) * 0.64)
    scale = 650 / (base + tall + 250)
    with brush.placed(dx=500 - middle[0] * scale, dy=500 - middle[1] * scale, scale=scale, about=(0, 0)):
        ground = stage.at(wide / 2, deep / 2, 0)
        brush.contact(ground[0], ground[1] + 16, wide * 0.66, wide * 0.26)
        if drawers:
            _walls(brush, stage, (0, 0, 0), (wide, deep, base), tone, material, rng)
            for index in range(drawers):
                face = box(14, index * 84 + 12, wide - 28, 62, 10)
                brush.body(stage.front(face, 0), accent if rng.random() < 0.6 else tint(tone, 0.2), 0.6)
                brush.ball(oval(*stage.at(wide / 2, -4, index * 84 + 43), 14), STEEL)
        _open_box(
            brush, stage, (0, deep * 0.45, base), (split, deep * 0.55, tall), tone, material, rng, pens=True
        )
        _open_box(brush, stage, (split + 6, deep * 0.45, base),
            (wide - split - 6, deep * 0.55, small * 1.2), rng.choice(others), material, rng,
            pens=rng.random() < 0.6)  # fmt: skip
        low = small * rng.uniform(0.4, 0.7)
        if rng.random() < 0.5:
            _open_box(brush, stage, (0, 0, base), (wide, deep * 0.43, low), tone, material, rng, pens=False)
        else:
            _open_box(brush, stage, (0, 0, base), (split, deep * 0.43, low * 1.3), rng.choice(others),
                material, rng, pens=False)  # fmt: skip
            _open_box(brush, stage, (split + 6, 0, base), (wide - split - 6, deep * 0.43, low), tone,
                material, rng, pens=False)  # fmt: skip


def _open_box(
    brush: Brush,
    stage: Stage,
    place: tuple[float, float, float],
    size: tuple[float, float, float],
    tone: Colour,
    material: str,
    rng: random.Random,
    pens: bool,
) -> None:
    x, y, z = place
    w, d, h = size
    top = stage.block(x, y, z, size)[0]
    brush.flat(top, shade(tone, 0.6))
    if pens:
        for index in range(rng.randrange(3, 6)):
            spot = x + w * (0.16 + 0.68 * index / 5)
            foot = stage.at(spot, y + d * rng.uniform(0.4, 0.7), z + h * 0.7)
            tip = stage.at(spot + rng.uniform(-30, 30), y + d * 0.6, z + h + rng.uniform(110, 230))
            stand_pencil(brush, foot, tip, rng.choice(PENCILS), rng.choice((0, 0, 1, 1, 2)))
    elif rng.random() < 0.6:
        note = smooth([stage.at(x + w * a, y + d * b, z + h * c) for a, b,
            c in ((0.2, 0.6, 0.9), (0.2, 0.6, 1.5), (0.62, 0.6, 1.5), (0.62, 0.6, 0.9))], 0.0)  # fmt: skip
        brush.body(note, rng.choice(("#f7e27c", "#f3b8c6", "#bfe0c8", "#fbf8ee")), 0.5)
    _walls(brush, stage, place, size, tone, material, rng)
    brush.line(top, tint(tone, 0.3), 8)


def _walls(
    brush: Brush,
    stage: Stage,
    place: tuple[float, float, float],
    size: tuple[float, float, float],
    tone: Colour,
    material: str,
    rng: random.Random,
) -> None:
    _, front, side = stage.block(*place, size)
    if material == "mesh":
        for face, dark in ((front, 0.2), (side, 0.45)):
            _mesh(brush, face, shade(tone, dark))
    elif material == "wood":
        brush.wood(front, tone, rng)
        brush.wood(side, shade(tone, 0.28), rng)
    else:
        brush.gloss(front, tone)
        brush.body(side, shade(tone, 0.3), 0.5)


def _mesh(brush: Brush, face: QPainterPath, tone: Colour) -> None:
    """Wire mesh in a frame."""
    brush.flat(face, faded(tone, 0.75))
    rect = face.boundingRect()
    with brush.inside(face):
        for step in range(int((rect.width() + rect.height()) / 30)):
            low, high = rect.left() - rect.height() + step * 30, rect.left() + step * 30
            for start, end in ((rect.bottom(), rect.top()), (rect.top(), rect.bottom())):
                brush.line(lines([(low, start), (high, end)]), faded(tint(tone, 0.5), 0.5), 3, True)
    brush.line(face, tone, 9)


_RINGS = (
    ((-170, -60), (170, -60), (0, 40)),
    ((-180, 0), (180, 0), (0, -70), (10, 70)),
    ((-150, 10), (160, 0)),
)
"""Where the cups stand, from the middle of the foot."""


def _cups(brush: Brush, look: Look, rng: random.Random) -> None:
    """Round cups of several heights close together on a round foot."""
    tilt, floor = rng.uniform(0.24, 0.34), 810.0
    accent = distinct(look.colour, look.accent)
    brush.contact(500, floor + 10, 400, 100, 0.36)
    brush.round(barrel(500, floor - 12, floor + 22, 350, 350, tilt), look.colour)
    brush.flat(oval(500, floor - 12, 350, 350 * tilt), tint(look.colour, 0.2))
    places = rng.choice(_RINGS)
    high = rng.uniform(300, 400)
    for index, (dx, dy) in enumerate(sorted(places, key=lambda place: place[1])):
        radius = rng.uniform(120, 165) if len(places) < 4 else rng.uniform(104, 130)
        foot = floor - 20 + dy * tilt * 1.6
        top = foot - high * rng.uniform(0.9, 1.05) / (1 + 0.5 * (dy > 20))
        tone = (look.colour, accent, look.colour, tint(look.colour, 0.35))[index]
        mouth = oval(500 + dx, top, radius, radius * tilt)
        brush.flat(mouth, shade(tone, 0.6))
        for step in range(rng.randrange(2, 5)):
            x, lean = 500 + dx + (step - 1.5) * radius * 0.36, (step - 1.5) * radius * 0.15
            tip = (x + lean, top - rng.uniform(90, 180))
            stand_pencil(brush, (x, top + 40), tip, rng.choice(PENCILS), rng.choice((0, 0, 1, 2)))
        wall = barrel(500 + dx, top, foot, radius, radius * rng.choice((1.0, 0.9)), tilt) - mouth
        brush.round(wall, tone)
        with brush.inside(wall):
            for step in range(rng.choice((0, 0, 5))):
                level = top + (foot - top) * (0.3 + step * 0.15)
                groove = arc(500 + dx, level, radius, radius * tilt, 180, 180)
                brush.line(groove, faded(tint(tone, 0.6), 0.5), 8)
        brush.line(mouth, tint(tone, 0.35), 8)
