"""Painters of bookshelves and beds; and the rest of the furniture gathered."""

from __future__ import annotations

import random

from sourcing_desktop.sandbox.drawing.brush import Brush, Painter
from sourcing_desktop.sandbox.drawing.kinds.seating import office_chair, sofa
from sourcing_desktop.sandbox.drawing.kinds.stools import stool
from sourcing_desktop.sandbox.drawing.kinds.tables import SPINES, coffee_table, paint_block
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import choose
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
from sourcing_desktop.sandbox.drawing.solids import Stage
from sourcing_desktop.sandbox.drawing.tones import (
    BRASS,
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


def bookshelf(brush: Brush, look: Look, rng: random.Random) -> None:
    """Shelves with books and small things: tall case, cube grid, low case with doors, metal frame, ladder."""
    style = rng.choice(("case", "case", "cubes", "frame", "ladder", "doors"))
    columns = rng.choice((1, 1, 2)) if style != "cubes" else rng.choice((2, 3))
    rows = rng.choice((4, 5, 6)) if style != "cubes" else rng.choice((2, 3, 4))
    wide = (rng.uniform(360, 470), rng.uniform(480, 640))[columns > 1]
    high = min(790.0, rows * rng.uniform(150, 190)) if style != "cubes" else min(780.0, wide * rows / columns)
    left, top = 480 - wide / 2, 510 - high / 2
    deep = rng.uniform(30, 70)
    wood: Colour = rng.choice((look.colour, look.colour, OAK, WALNUT))
    metal = style in ("frame", "ladder")
    back = shade(look.colour, 0.1) if wood != look.colour else shade(wood, 0.34)
    brush.contact(510, top + high + 6, wide * 0.66, 36)
    if not metal:
        brush.body(polygon([(left + wide, top), (left + wide + deep, top - deep * 0.4),
            (left + wide + deep, top + high - deep * 0.4), (left + wide, top + high)]),
            shade(wood, 0.35))  # fmt: skip
        brush.body(polygon([(left, top), (left + deep, top - deep * 0.4),
            (left + wide + deep, top - deep * 0.4), (left + wide, top)]), tint(wood, 0.25))  # fmt: skip
        brush.flat(box(left, top, wide, high), wood)
    edge = rng.uniform(14, 24)
    row_high, cell = high / rows, wide / columns
    for row in range(rows):
        slant = (rows - 1 - row) * 0.5 if style == "ladder" else 0.0
        for column in range(columns):
            x, y = left + column * cell + edge / 2, top + row * row_high + edge / 2
            w, h = cell - edge, row_high - edge
            shut = rng.random() < 0.2 if style == "cubes" else style == "doors" and row >= rows - 2
            if shut:
                tone = rng.choice((look.accent, wood)) if style == "cubes" else look.accent
                brush.body(box(x, y, w, h), tone, 0.6)
                brush.ball(oval(x + (w * 0.85 if column % 2 == 0 else w * 0.15), y + h / 2, 9), BRASS)
                continue
            if not metal:
                brush.ramp(box(x, y, w, h), [(0, shade(back, 0.45)), (0.4, shade(back, 0.12)), (1, back)],
                    (0, 0), (0.3, 1))  # fmt: skip
            _shelf_goods(brush, x + 6 + slant * 12, y + h, w - 12 - slant * 24, h, look, rng)
            if metal:
                board = box(left - 6 + slant * 12, y + h, wide + 12 - slant * 24, edge, 3)
                brush.wood(board, rng.choice((OAK, WALNUT)) if wood == look.colour else wood, rng)
    if metal:
        pinch = rows * 6.0 if style == "ladder" else 0.0
        for side, x in ((-1, left), (1, left + wide)):
            for shift in (0, side * 26):
                brush.strap(lines([(x - side * pinch, top), (x + shift, top + high + 10)]), look.colour, 15)
        return
    brush.wood(box(left, top, wide, edge), wood, rng)
    for column in range(columns + 1):
        brush.body(
            box(
                left + column * cell - (edge / 2 if 0 < column < columns else 0 if column == 0 else edge),
                top,
                edge,
                high,
            ),
            wood,
            0.6,
        )


def _shelf_goods(
    brush: Brush, x: float, floor: float, wide: float, high: float, look: Look, rng: random.Random
) -> None:
    end = x + wide
    while x < end - 30:
        kind, room = rng.random(), end - x
        if kind < 0.7:
            for _ in range(rng.randrange(3, 8)):
                thick, tall = rng.uniform(13, 26), high * rng.uniform(0.55, 0.86)
                if x + thick > end:
                    return
                spine = box(x, floor - tall, thick, tall, 2)
                tone = rng.choice((*SPINES, look.accent))
                brush.flat(spine, shade(tone, 0.2))
                brush.flat(box(x + 2, floor - tall, thick * 0.55, tall), tint(tone, 0.12))
                brush.flat(box(x + 3, floor - tall * 0.8, thick - 6, 5), faded("#ffffff", 0.6))
                x += thick + 1
            x += rng.choice((0, 8, 26))
        elif kind < 0.8 and room > 70:
            for index in range(3):
                brush.round(
                    box(x + index * 3, floor - 18 * (index + 1), 66 - index * 4, 17, 2),
                    rng.choice(SPINES),
                    upright=False,
                )
            x += 84
        elif kind < 0.9 and room > 60:
            for index in range(5):
                leaf = turned(oval(x + 30, floor - 62, 9, 34), (index - 2) * 30, (x + 30, floor - 38))
                brush.body(leaf, ("#6f9f63", "#4f8353")[index % 2], 0.7)
            brush.round(
                polygon([(x + 8, floor - 40), (x + 52, floor - 40), (x + 44, floor), (x + 16, floor)]),
                "#efe9df",
            )
            x += 70
        elif room > 70:
            brush.round(lathe([(x + 36, floor - 70), (x + 34, floor - 56), (x + 52, floor - 26),
                (x + 40, floor)], x + 30), look.accent)  # fmt: skip
            x += 74
        else:
            x += 30


def bed(brush: Brush, look: Look, rng: random.Random) -> None:
    """A bed seen from its foot, turned: head board of several kinds, duvet with a print, pillows, throw."""
    stage = Stage((0, 0), rng.uniform(28, 56), rng.uniform(24, 32))
    wide, long, low = rng.uniform(370, 480), rng.uniform(540, 600), rng.uniform(50, 90)
    frame: Colour = rng.choice((look.accent, OAK, WALNUT, look.accent, INK))
    linen: Colour = rng.choice(("#fbf8f2", tint(look.colour, 0.75), "#f1ece2"))
    pattern = choose(rng, "stripes checks plaid dots floral stars leaves zigzag diamonds bands", 0.3)
    middle = stage.at(wide / 2, long / 2, 110)
    with brush.placed(dx=500 - middle[0], dy=530 - middle[1], scale=rng.uniform(0.98, 1.06), about=(0, 0)):
        ground = stage.at(wide / 2, long / 2, 0)
        brush.contact(ground[0], ground[1] + 14, wide * 1.02, wide * 0.5, 0.34)
        _head_board(brush, stage, wide, long, rng.uniform(290, 380), frame, look, rng)
        for x, y in ((8, long - 40), (wide - 40, long - 40), (8, 8), (wide - 40, 8)):
            paint_block(brush, stage.block(x, y, 0, (32, 32, low)), shade(frame, 0.2))
        paint_block(brush, stage.block(-8, -8, low * 0.6, (wide + 16, long + 8, 64)), frame)
        level = low * 0.6 + 130
        walls, _ = stage.slab(box(2, 2, wide - 4, long - 8, 46), low * 0.6 + 60, 70)
        brush.body(walls, linen, 0.7)
        _pillows(brush, stage, wide, long, level, linen, look, rng)
        reach = long * rng.uniform(0.56, 0.68)
        drop = rng.uniform(80, 130)
        for face in (
            stage.front(box(-6, level - drop, wide + 12, drop + 6), -6),
            stage.side(box(-6, level - drop, reach, drop + 6), wide + 6),
        ):
            brush.cloth(face, shade(look.colour, 0.16), look.accent, pattern)
        quilt = stage.top(box(-6, -6, wide + 12, reach), level + 6)
        brush.cloth(quilt, look.colour, look.accent, pattern, rng.choice((0, 20)))
        turn_down = stage.top(box(-6, reach - 80, wide + 12, 84, 10), level + 12)
        brush.body(turn_down, rng.choice((linen, look.accent)), 0.6)
        if rng.random() < 0.5:
            tone = distinct(look.colour, look.accent)
            brush.body(stage.top(box(-8, 40, wide + 16, 130), level + 10), tone, 0.5)
            brush.body(stage.side(box(40, level - 60, 130, 70), wide + 9), shade(tone, 0.25), 0.5)
        for _ in range(3):
            x, y = rng.uniform(40, wide - 120), rng.uniform(60, reach - 140)
            brush.fold(curve([stage.at(x, y, level + 6), stage.at(x + 50, y + 30, level + 6),
                stage.at(x + 90, y + 80, level + 6)]), look.colour, 22, 0.4)  # fmt: skip
        if rng.random() < 0.35:
            paint_block(brush, stage.block(-8, -30, 0, (wide + 16, 20, rng.uniform(110, 170))), frame)


def _pillows(
    brush: Brush,
    stage: Stage,
    wide: float,
    long: float,
    level: float,
    linen: Colour,
    look: Look,
    rng: random.Random,
) -> None:
    rows = [(long - 120, 104, linen)]
    if rng.random() < 0.6:
        rows.append((long - 196, 84, tint(look.colour, 0.25)))
    for y, size, tone in rows:
        for x in (wide * 0.26, wide * 0.74):
            half = wide * 0.21
            pad = [(-half, 0), (0, 6), (half, 0), (half * 0.92, size * 0.6), (half, size * 1.1), (0, size),
                (-half, size * 1.1), (-half * 0.92, size * 0.6)]  # fmt: skip
            shape = smooth([stage.at(x + a, y + b * 0.5, level + b * 0.9) for a, b in pad], 0.6)
            brush.puff(shape, tone, 0.5)
    if rng.random() < 0.5:
        x, y = stage.at(wide * 0.5, long - 230, level + 46)
        small = rounded([(x - 62, y - 40), (x + 58, y - 24), (x + 62, y + 50), (x - 58, y + 34)], 24)
        brush.puff(small, look.accent, 0.7)


def _head_board(
    brush: Brush,
    stage: Stage,
    wide: float,
    long: float,
    high: float,
    frame: Colour,
    look: Look,
    rng: random.Random,
) -> None:
    style = rng.randrange(5)
    arched = rng.random() < 0.4
    outline = [(-16.0, 0.0), (wide + 16, 0), (wide + 16, high - 40),
        *([(wide / 2, high + 70)] if arched else []), (-16, high - 40)]  # fmt: skip
    board = stage.front(rounded(outline, 60 if arched else 16), long + 10)
    brush.body(board.translated(14, -6), shade(frame, 0.4))
    if style == 3:
        for step in range(9):
            x = -10 + step * (wide + 20) / 8
            brush.strap(
                lines([stage.at(x, long, 0), stage.at(x, long, high - (0 if step in (0, 8) else 20))]),
                frame,
                24 if step in (0, 8) else 12,
            )
        for z in (high - 20, high * 0.6):
            brush.strap(lines([stage.at(-10, long, z), stage.at(wide + 10, long, z)]), frame, 18)
        return
    if style == 0:
        brush.wood(board, frame, rng)
        return
    brush.puff(board, frame, 0.6)
    with brush.inside(board):
        if style == 1:
            for row in range(4):
                for column in range(7):
                    x, y = stage.at((column + 0.5 * (row % 2)) * wide / 6, long, high - 50 - row * 56)
                    brush.line(lines([(x, y), (x + wide / 12, y + 50)]), faded(shade(frame, 0.6), 0.4), 6)
                    brush.line(lines([(x, y), (x - wide / 12, y + 34)]), faded(shade(frame, 0.6), 0.4), 6)
                    brush.ball(oval(x, y, 7), tint(frame, 0.2))
        elif style == 2:
            for step in range(1, 8):
                brush.fold(lines([stage.at(step * wide / 8, long, 0), stage.at(step * wide / 8, long,
                    high + 80)]), frame, 16, 0.9)  # fmt: skip
        else:
            brush.line(stage.front(box(20, 40, wide - 40, high - 100, 14), long + 10), faded(STEEL, 0.6), 6)


PAINTERS: dict[str, Painter] = {
    "office_chair": office_chair,
    "sofa": sofa,
    "bookshelf": bookshelf,
    "stool": stool,
    "coffee_table": coffee_table,
    "bed": bed,
}
