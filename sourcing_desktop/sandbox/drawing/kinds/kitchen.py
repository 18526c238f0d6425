"""Painters of mugs, lunch boxes and vacuum flasks; and the rest of the kitchen goods gathered."""

from __future__ import annotations

import random

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush, Painter
from sourcing_desktop.sandbox.drawing.kinds.cookware import chef_knife, frying_pan, kettle
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import choose
from sourcing_desktop.sandbox.drawing.shapes import (
    arc,
    box,
    curve,
    flower,
    heart,
    lathe,
    lines,
    oval,
    ring,
    rounded,
    star,
    tube,
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


def mug(brush: Brush, look: Look, rng: random.Random) -> None:
    """A drinking mug with an ear, a print or a picture, full or empty, on a saucer or not."""
    upper, height = rng.uniform(215, 300), rng.uniform(380, 600)
    lower = upper * rng.choice((1.0, 1.0, 0.92, 0.78, 0.7))
    x, tilt = 440.0, rng.uniform(0.16, 0.26)
    top, bottom = 520 - height / 2, 520 + height / 2
    accent = distinct(look.colour, look.accent)
    with brush.placed(mirror=rng.random() < 0.4, scale=1.05):
        brush.contact(x + 20, bottom + lower * tilt * 0.7, lower * 1.35, 46)
        if rng.random() < 0.22:
            brush.gloss(oval(x + 10, bottom + 20, upper * 1.5, upper * 0.4), look.accent)
            brush.flat(oval(x + 10, bottom + 12, upper * 1.05, upper * 0.26), shade(look.accent, 0.16))
        _ear(brush, x + min(upper, lower) - 14, top, height, rng.choice((look.colour, look.colour, accent)),
            rng)  # fmt: skip
        shell = barrel(x, top, bottom, upper, lower, tilt)
        brush.round(shell, look.colour)
        _mug_print(brush, shell, look, rng, x, top, height)
        inner = tint(look.accent, 0.15) if rng.random() < 0.45 else tint(look.colour, 0.55)
        brush.round(oval(x, top, upper, upper * tilt), tint(look.colour, 0.3))
        mouth = oval(x, top + 3, upper - 20, (upper - 20) * tilt)
        brush.ramp(mouth, [(0, shade(inner, 0.42)), (1, tint(inner, 0.25))], (0, 0.2), (1, 0.8))
        drink = rng.choice(("", "", "#5a3420", "#c98f4e", "#3a2016"))
        if drink:
            with brush.inside(mouth):
                brush.body(oval(x, top + upper * tilt * 0.42, upper * 0.93, upper * tilt * 0.86), drink, 0.6)
        brush.sheen(shell, 0.3)


def _ear(brush: Brush, x: float, top: float, height: float, colour: Colour, rng: random.Random) -> None:
    reach, width = rng.uniform(130, 215), rng.uniform(40, 66)
    high, low = top + height * rng.uniform(0.16, 0.26), top + height * rng.uniform(0.68, 0.84)
    style = rng.randrange(4)
    if style == 0:
        ear = curve([(x, high), (x + reach, high + 20), (x + reach * 0.9, low - 60), (x, low)])
    elif style == 1:
        ear = tube(lines([(x, high), (x + reach, high), (x + reach * 0.8, low), (x, low)]), 3)
    elif style == 2:
        radius = (low - high) / 2
        ear = arc(x, high + radius, reach, radius, 90, -180)
    else:
        ear = curve(
            [(x, high + 50), (x + reach * 0.5, high - 20), (x + reach, high + 60), (x + 30, low), (x, low)]
        )
    brush.strap(ear, colour, width)


def _mug_print(
    brush: Brush, shell: QPainterPath, look: Look, rng: random.Random, x: float, top: float, height: float
) -> None:
    accent = distinct(look.colour, look.accent)
    style = rng.randrange(5)
    with brush.inside(shell):
        if style == 0:
            level = top + height * rng.uniform(0.4, 0.75)
            brush.round(oval(x, level + 400, 420, 400 + rng.uniform(-30, 40)), accent)
        elif style == 1:
            middle, size = top + height * 0.56, rng.uniform(90, 150)
            shape = (
                heart(x, middle, size * 1.7),
                star(x, middle, size, size * 0.45),
                flower(x, middle, size, 6),
            )
            brush.flat(
                rng.choice((*shape, oval(x, middle, size * 0.85), ring(x, middle, size, size, 26))), accent
            )
        elif style == 2:
            for share in rng.choice(((0.2,), (0.25, 0.85), (0.2, 0.28, 0.36))):
                brush.line(arc(x, top + height * share, 330, 66, 180, 180), accent, rng.uniform(16, 44), True)
    if style > 2:
        names = "stripes bands diagonal checks dots floral hearts stars zigzag diamonds leaves terrazzo"
        brush.print(shell, look.colour, look.accent, choose(rng, names, 0.25))


def lunch_box(brush: Brush, look: Look, rng: random.Random) -> None:
    """A lunch box: stacked tiers, one box with clips, or open with food in its compartments."""
    style = rng.randrange(3)
    stage = Stage((0, 0), rng.uniform(10, 52), rng.uniform(28, 40) if style < 2 else rng.uniform(46, 70))
    wide, deep, corner = rng.uniform(380, 500), rng.uniform(230, 350), rng.choice((24, 70, 112))
    tiers = (rng.choice((2, 2, 3)), 1, 1)[style]
    each = (rng.uniform(120, 150), rng.uniform(190, 240), rng.uniform(110, 150))[style]
    lid = tiers * (each + 8)
    left, right = stage.at(0, 0, 0), stage.at(wide, deep, lid)
    low, top = stage.at(wide, 0, 0), stage.at(0, deep, lid + (0 if style == 2 else 80))
    scale = min(rng.uniform(700, 780) / (right[0] - left[0]), 740 / (low[1] - top[1]))
    middle = (left[0] + right[0]) / 2, (low[1] + top[1]) / 2
    with brush.placed(dx=500 - middle[0], dy=510 - middle[1], scale=scale, about=middle):
        foot = stage.at(wide / 2, deep / 2, 0)
        brush.contact(foot[0], foot[1] + 30, wide * 0.78, wide * 0.36)
        for tier in range(tiers):
            skin = look.colour if tier % 2 == 0 else look.accent
            _tub(brush, stage, tier * (each + 8), (wide, deep, each), corner, skin)
        if style == 2:
            _food(brush, stage, each, wide, deep, rng)
        else:
            _tub(brush, stage, lid, (wide, deep, 54), corner,
                rng.choice((look.accent, look.colour, tint(look.colour, 0.4))))  # fmt: skip
            cover = stage.top(box(30, 30, wide - 60, deep - 60, 40), lid + 54)
            brush.print(
                cover, look.colour, look.accent, choose(rng, "dots hearts stars floral leaves checks", 0.4)
            )
            _fastening(brush, stage, style, lid, (wide, deep), look, rng)


def _tub(
    brush: Brush, stage: Stage, z: float, size: tuple[float, float, float], corner: float, skin: Colour
) -> None:
    wide, deep, high = size
    walls, upper = stage.slab(box(0, 0, wide, deep, corner), z, high)
    turn = stage.at(wide, 0, 0)[0] - walls.boundingRect().left()
    bend = turn / walls.boundingRect().width()
    stops = [(0.0, shade(skin, 0.12)), (bend * 0.35, tint(skin, 0.22)), (bend * 0.8, skin), (min(0.99,
        corner), shade(skin, 0.16)), (1.0, shade(skin, 0.4))]  # fmt: skip
    brush.ramp(walls, stops, (0, 0), (1, 0))
    brush.line(walls, faded(shade(skin, 0.8), 0.35), 2.5)
    brush.ramp(upper, [(0, tint(skin, 0.32)), (1, skin)], (0, 0), (1, 1))
    brush.line(upper, faded(tint(skin, 0.7), 0.7), 5)


def _fastening(
    brush: Brush,
    stage: Stage,
    style: int,
    z: float,
    size: tuple[float, float],
    look: Look,
    rng: random.Random,
) -> None:
    wide, deep = size
    trim = shade(look.accent, 0.12)
    if style == 1:
        for share in (0.2, 0.8) if rng.random() < 0.6 else (0.5,):
            brush.gloss(stage.front(box(wide * share - 34, z - 54, 68, 90, 12), 0), trim)
            brush.line(
                stage.front(lines([(wide * share - 20, z - 30), (wide * share + 20, z - 30)]), 0), INK, 4
            )
        if rng.random() < 0.6:
            left, right = stage.at(10, deep / 2, z + 40), stage.at(wide - 10, deep / 2, z + 40)
            rise = rng.uniform(90, 150)
            brush.strap(
                lines([left, (left[0] + 30, left[1] - rise), (right[0] - 30, right[1] - rise), right]),
                trim,
                36,
            )
    else:
        mid = wide * rng.uniform(0.4, 0.6)
        band = 30 if rng.random() < 0.7 else 0
        if band:
            brush.flat(stage.top(box(mid, 0, band, deep), z + 54), trim)
            brush.flat(stage.front(box(mid, 0, band, z + 54), 0), shade(trim, 0.2))
        for shift in (0, 26) if rng.random() < 0.7 else ():
            stick = stage.top(
                lines([(wide * 0.1, deep * 0.42 + shift), (wide * 0.94, deep * 0.5 + shift)]), z + 62
            )
            brush.strap(stick, rng.choice((OAK, WALNUT)), 14)


def _food(brush: Brush, stage: Stage, z: float, wide: float, deep: float, rng: random.Random) -> None:
    split, cross = wide * rng.uniform(0.4, 0.62), deep * rng.uniform(0.4, 0.6)
    cells = [
        box(22, 22, split - 32, deep - 44, 44),
        box(split + 10, 22, wide - split - 32, cross - 32, 44),
        box(split + 10, cross + 10, wide - split - 32, deep - cross - 32, 44),
    ]
    fills = rng.sample(("#fbfaf4", "#7fb04f", "#e2603f", "#f2b63c", "#c58a4e"), 3)
    for cell, tone in zip(cells, fills, strict=True):
        hollow = stage.top(cell, z)
        brush.flat(hollow, shade(tone, 0.55))
        with brush.inside(hollow):
            rect = cell.boundingRect()
            for _ in range(int(rect.width() * rect.height() / 2600)):
                x, y = stage.at(
                    rng.uniform(rect.left(), rect.right()), rng.uniform(rect.top(), rect.bottom()), z - 14
                )
                size = rng.uniform(27, 40)
                brush.ball(oval(x, y, size, size * 0.8), tint(tone, rng.uniform(0, 0.25)), 0.4)
        brush.line(hollow, faded("#ffffff", 0.6), 6)


def vacuum_flask(brush: Brush, look: Look, rng: random.Random) -> None:
    """A tall insulated bottle: cup lid, carry loop, straw lid or wide tumbler."""
    style = rng.randrange(4)
    radius = (128, 138, 146, 172)[style] * rng.uniform(0.9, 1.12)
    top, bottom = rng.uniform(300, 350), 880.0
    lower = radius * (0.74 if style == 3 else rng.choice((1.0, 1.0, 0.92)))
    with brush.placed(angle=rng.choice((0, 0, -9, 11)), mirror=rng.random() < 0.4):
        brush.contact(500, bottom + 14, radius * 1.6, 40)
        steel = rng.random() < 0.15
        _flask_lid(brush, style, top, radius, look, look.colour if steel else None, rng)
        shoulder = rng.uniform(0.7, 1.0) if style != 3 else 1.0
        shell = lathe([(500 + radius * shoulder, top), (500 + radius, top + 70), (500 + radius, top + 200),
            (500 + lower, bottom - 20), (500 + lower * 0.94, bottom + 12)], tension=0.5)  # fmt: skip
        (brush.metal if steel else brush.round)(shell, STEEL if steel else look.colour)
        _flask_trim(brush, shell, look, rng, top, bottom)
        brush.flat(box(500 - radius * 0.62, top + 60, 16, bottom - top - 130, 8), faded("#ffffff", 0.28))


def _flask_lid(
    brush: Brush, style: int, top: float, radius: float, look: Look, only: Colour | None, rng: random.Random
) -> None:
    trim: Colour = only or rng.choice((look.accent, INK, tint(look.colour, 0.5), STEEL))
    fill = brush.metal if trim == STEEL else brush.round
    high = rng.uniform(130, 200)
    cap = box(500 - radius * 0.86, top - high, radius * 1.72, high + 14, 26)
    if style == 0:
        fill(cap, trim)
        for step in range(rng.choice((0, 9))):
            x = 500 - radius * 0.7 + step * radius * 0.175
            brush.line(lines([(x, top - high + 30), (x, top - 20)]), faded(INK, 0.22), 6)
    elif style == 1:
        brush.strap(
            arc(500, top - high * 0.5, radius * 0.62, high * rng.uniform(0.7, 0.95), 0, 180), trim, 30
        )
        fill(box(500 - radius * 0.8, top - high * 0.55, radius * 1.6, high * 0.55 + 14, 20), trim)
    elif style == 2:
        brush.strap(
            lines([(520, top - 60), (540, top - high - 40), (600, top - high - 90)]), tint(trim, 0.4), 26
        )
        fill(box(500 - radius * 0.84, top - 80, radius * 1.68, 96, 24), trim)
        brush.gloss(rounded([(410, top - 70), (500, top - 130), (500, top - 60)], 20), look.colour)
        brush.strap(curve([(500 + radius * 0.8, top - 40), (500 + radius * 1.5, top - 20),
            (500 + radius * 1.4, top + 150)]), trim, 22)  # fmt: skip
    else:
        brush.strap(
            lines([(540, top), (rng.uniform(540, 620), top - 190)]), rng.choice((look.accent, STEEL)), 24
        )
        fill(box(500 - radius * 1.04, top - 50, radius * 2.08, 64, 22), trim)
        if rng.random() < 0.6:
            brush.strap(lines([(500 + radius * 0.8, top + 130), (500 + radius * 1.75, top + 130),
                (500 + radius * 1.65, top + 400), (500 + radius * 0.8, top + 400)]), trim, 44)  # fmt: skip


def _flask_trim(
    brush: Brush, shell: QPainterPath, look: Look, rng: random.Random, top: float, bottom: float
) -> None:
    accent = distinct(look.colour, look.accent)
    style = rng.randrange(5)
    with brush.inside(shell):
        if style == 0:
            brush.metal(box(300, bottom - rng.uniform(50, 110), 400, 140))
        elif style == 1:
            for level in rng.choice(((0.7,), (0.62, 0.72), (0.2, 0.26, 0.32))):
                brush.round(box(300, top + (bottom - top) * level, 400, 26), accent)
        elif style == 2:
            middle, size = (top + bottom) / 2, rng.uniform(56, 84)
            shapes = (
                heart(500, middle, size * 1.8),
                star(500, middle, size, size * 0.45, 5),
                ring(500, middle, size, size, 18),
            )
            brush.flat(rng.choice((*shapes, flower(500, middle, size, 6))), accent)
        elif style == 3:
            brush.round(oval(500, bottom + 80, 420, rng.uniform(280, 380)), accent)
    if style == 4:
        names = "stripes bands diagonal dots floral hearts stars zigzag leaves gradient terrazzo"
        brush.print(shell, look.colour, look.accent, choose(rng, names, 0.1))


PAINTERS: dict[str, Painter] = {
    "mug": mug,
    "kettle": kettle,
    "frying_pan": frying_pan,
    "chef_knife": chef_knife,
    "lunch_box": lunch_box,
    "vacuum_flask": vacuum_flask,
}
