"""Painters of cushions, wall clocks and storage baskets; and the rest of the home goods gathered."""

from __future__ import annotations

import math
import random

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush, Painter
from sourcing_desktop.sandbox.drawing.kinds.candles import candle
from sourcing_desktop.sandbox.drawing.kinds.lights import table_lamp
from sourcing_desktop.sandbox.drawing.kinds.vases import vase
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import choose
from sourcing_desktop.sandbox.drawing.shapes import (
    arc,
    beads,
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
from sourcing_desktop.sandbox.drawing.solids import barrel
from sourcing_desktop.sandbox.drawing.tones import (
    BRASS,
    OAK,
    WALNUT,
    Colour,
    contrast,
    distinct,
    faded,
    lightness,
    shade,
    tint,
)


def cushion(brush: Brush, look: Look, rng: random.Random) -> None:
    """A stuffed cushion: square, long, round, heart or star; piped, fringed, tasselled or tufted."""
    style = rng.choice((0, 0, 0, 1, 1, 2, 3, 4))
    half_w = (330, 390, 340, 350, 350)[style] * rng.uniform(0.94, 1.04)
    half_h = (half_w, half_w * rng.uniform(0.55, 0.68), half_w * rng.uniform(0.9, 1.0), 0, 0)[style]
    outline = _cushion_outline(style, half_w, half_h, rng)
    accent = distinct(look.colour, look.accent)
    pattern = choose(
        rng, "stripes bands diagonal checks plaid dots floral stars zigzag diamonds leaves", 0.25
    )
    with brush.placed(angle=rng.uniform(-13, 13)):
        brush.contact(520, 540 + (half_h or half_w) * 0.72, half_w * 1.15, 120, 0.35)
        trim = rng.randrange(5)
        if trim == 0:
            for x, y in beads(outline, 24):
                out = 1.1 if style < 3 else 1.06
                brush.line(
                    lines([(x, y), (500 + (x - 500) * out, 500 + (y - 500) * out)]), shade(accent, 0.08), 9
                )
        elif trim == 1 and style < 2:
            for sx, sy in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
                x, y = 500 + sx * half_w * 0.98, 500 + sy * half_h * 0.98
                for spread in (-24, -8, 8, 24):
                    brush.line(
                        lines([(x, y), (x + sx * 50 + spread, y + sy * 56 - spread * sx * sy)]), accent, 12
                    )
                brush.ball(oval(x, y, 20), accent)
        elif trim == 2:
            for x, y in beads(outline, 46):
                brush.body(oval(x, y, 34), tint(look.colour, 0.1))
        brush.puff(outline, look.colour, 1.0)
        brush.print(outline, look.colour, look.accent, pattern, rng.choice((0, 0, 30, 45)))
        if trim == 3:
            brush.strap(outline, accent, 18)
        elif trim == 4:
            _tufts(brush, style, half_w, half_h or half_w, look, rng)
        if pattern.name == "plain" and trim != 4:
            _emblem(brush, outline, look, rng)
        for sx, sy in ((-1, -1), (1, -1), (-1, 1), (1, 1)) if style < 2 else ():
            x, y = 500 + sx * half_w * 0.86, 500 + sy * half_h * 0.86
            brush.fold(lines([(x, y), (x - sx * 80, y - sy * 70)]), look.colour, 20, 0.5)


def _cushion_outline(style: int, w: float, h: float, rng: random.Random) -> QPainterPath:
    if style == 2:
        return oval(500, 500, w, h)
    if style == 3:
        return heart(500, 520, w * 2.05)
    if style == 4:
        tips, points = rng.choice((5, 5, 6)), []
        for index in range(tips * 2):
            reach = w * (0.66 if index % 2 else 1.1)
            angle = math.pi * index / tips - math.pi / 2
            points.append((500 + reach * math.cos(angle), 510 + reach * math.sin(angle)))
        return smooth(points, 0.8)
    sag = rng.uniform(0.88, 0.96)
    return smooth([(500 - w, 500 - h), (500, 500 - h * sag), (500 + w, 500 - h), (500 + w * sag, 500),
        (500 + w, 500 + h), (500, 500 + h * sag), (500 - w, 500 + h), (500 - w * sag,
        500)], 0.55)  # fmt: skip


def _tufts(brush: Brush, style: int, w: float, h: float, look: Look, rng: random.Random) -> None:
    reach = 0.42 if style < 2 else 0.0
    places = {(500 + sx * w * reach, 500 + sy * h * reach) for sx in (-1, 0, 1) for sy in (-1, 0, 1)}
    for x, y in sorted(places):
        dark = shade(look.colour, 0.6)
        brush.glow(oval(x, y, 90), [(0, faded(dark, 0.5)), (1, faded(dark, 0))], (0.5, 0.5), 0.5)
        for index in range(6):
            turn = index * math.pi / 3 + 0.4
            crease = lines([(x, y), (x + 70 * math.cos(turn), y + 70 * math.sin(turn))])
            brush.line(crease, faded(dark, 0.35), 7)
        brush.ball(oval(x, y, 22), look.accent)


def _emblem(brush: Brush, outline: QPainterPath, look: Look, rng: random.Random) -> None:
    accent = distinct(look.colour, look.accent)
    style, size = rng.randrange(6), rng.uniform(110, 170)
    with brush.inside(outline):
        if style == 0:
            brush.body(box(0, 500, 1000, 600), accent, 0.6)
        elif style == 1:
            brush.body(polygon([(100, 100), (1000, 100), (100, 1000)]), accent, 0.6)
        elif style == 2:
            brush.flat(star(500, 500, size, size * 0.42), accent)
        elif style == 3:
            brush.flat(heart(500, 510, size * 1.8), accent)
        elif style == 4:
            for reach in (size * 1.5, size, size * 0.5):
                brush.line(oval(500, 500, reach), accent, 26)
        else:
            for shift in range(-5, 6):
                brush.fold(lines([(500 + shift * 70, 100), (500 + shift * 70, 900)]), look.colour, 26, 0.6)


def wall_clock(brush: Brush, look: Look, rng: random.Random) -> None:
    """A wall clock with hour marks and hands: round, square, eight-sided, sunburst, or with a pendulum."""
    style = rng.choice((0, 0, 0, 1, 2, 3, 4))
    radius = (380, 360, 370, 250, 270)[style] * rng.uniform(0.94, 1.03)
    y = 400.0 if style == 4 else 500.0
    face_tone = rng.choice(("#fbfaf6", "#fbfaf6", "#f4ead6", "#26282d", tint(look.colour, 0.75), look.accent))
    frame, face = _clock_frame(brush, style, radius, y, look, rng)
    brush.flat(frame.translated(10, 18), faded("#1a1622", 0.22))
    material = rng.randrange(4)
    if style == 3:
        brush.gloss(frame, look.colour)
    elif material == 0:
        brush.wood(frame, rng.choice((OAK, WALNUT)), rng)
    elif material == 1:
        brush.round(frame, look.colour)
    else:
        brush.gloss(frame, look.colour)
    brush.ramp(
        face, [(0, shade(face_tone, 0.16)), (0.2, face_tone), (1, tint(face_tone, 0.2))], (0.1, 0), (0.9, 1)
    )
    brush.line(face, shade(look.colour, 0.55), 5)
    reach = radius * rng.uniform(0.74, 0.82)
    ink = contrast(face_tone, 0.85)
    _hour_marks(brush, y, reach, ink, distinct(face_tone, look.colour), rng)
    _hands(brush, y, reach, ink, distinct(face_tone, look.accent), rng)
    brush.sheen(face, 0.22)


def _clock_frame(
    brush: Brush, style: int, radius: float, y: float, look: Look, rng: random.Random
) -> tuple[QPainterPath, QPainterPath]:
    width = radius * rng.uniform(0.06, 0.17)
    face = oval(500, y, radius - width)
    if style == 1:
        corner = rng.choice((20, 90, 170))
        side = radius * 2
        face = box(500 - radius + width, y - radius + width, side - 2 * width, side - 2 * width, max(4,
            corner - width))  # fmt: skip
        return box(500 - radius, y - radius, side, side, corner), face
    if style == 2:
        return star(500, y, radius * 1.06, radius * 1.06 * 0.98, rng.choice((4, 6)), 22.5), face
    if style == 3:
        count = rng.choice((12, 16, 24))
        for index in range(count):
            reach = radius * (1.6 if index % 2 else rng.choice((1.35, 1.6)))
            ray = turned(
                polygon([(500 - 16, y - radius * 0.9), (500, y - reach), (516, y - radius * 0.9)]),
                index * 360 / count,
                (500, y),
            )
            brush.metal(ray, BRASS if lightness(look.accent) > 0.8 else look.accent)
    if style == 4:
        length = rng.uniform(330, 420)
        swing = rng.uniform(-9, 9)
        brush.body(
            box(500 - radius * 0.5, y, radius, radius + length * 0.55, 30), shade(look.colour, 0.25), 0.7
        )
        brush.flat(
            box(500 - radius * 0.42, y, radius * 0.84, radius + length * 0.5, 22), shade(look.colour, 0.6)
        )
        bob = turned(oval(500, y + radius + length * 0.28, 50), swing, (500, y))
        brush.line(turned(lines([(500, y), (500, y + radius + length * 0.3)]), swing, (500, y)), BRASS, 9)
        brush.ball(bob, BRASS)
    return oval(500, y, radius), face


def _hour_marks(
    brush: Brush, y: float, reach: float, ink: Colour, colour: Colour, rng: random.Random
) -> None:
    style, tone = rng.randrange(5), rng.choice((ink, colour))
    for hour in range(12):
        big = hour % 3 == 0
        if style == 1:
            mark = oval(500, y - reach * 0.94, 20 if big else 11)
        elif style == 2:
            mark = box(493, y - reach, 14, reach * 0.2, 6) if big else oval(500, y - reach * 0.95, 8)
        elif style == 3:
            mark = polygon([(484, y - reach), (516, y - reach), (500, y - reach * 0.76)])
        else:
            wide = 24 if big else 12
            mark = box(500 - wide / 2, y - reach, wide, reach * (0.17 if big else 0.11), 3)
        if style != 2 or big or hour % 2:
            brush.flat(turned(mark, hour * 30, (500, y)), tone)
    if style in (0, 3) or rng.random() < 0.3:
        for minute in range(60):
            brush.line(
                turned(lines([(500, y - reach * 1.06), (500, y - reach * 1.1)]), minute * 6, (500, y)), ink, 4
            )


def _hands(brush: Brush, y: float, reach: float, ink: Colour, second: Colour, rng: random.Random) -> None:
    hour, minute = rng.uniform(0, 12), rng.choice((8, 10, 12, 22, 35, 50))
    width, style = rng.uniform(12, 26), rng.randrange(3)
    for angle, length, wide in ((hour * 30, reach * 0.52, width * 1.3), (minute * 6, reach * 0.8, width)):
        if style == 0:
            hand = box(500 - wide / 2, y - length, wide, length * 1.16, wide / 2)
        elif style == 1:
            hand = polygon(
                [(500 - wide * 0.8, y), (500, y - length), (500 + wide * 0.8, y), (500, y + length * 0.18)]
            )
        else:
            hand = smooth([(494, y), (500 - wide, y - length * 0.5), (500, y - length),
                (500 + wide, y - length * 0.5), (506, y)])  # fmt: skip
        turned_hand = turned(hand, angle, (500, y))
        brush.flat(turned_hand.translated(6, 10), faded("#1a1622", 0.2))
        brush.flat(turned_hand, ink)
    if rng.random() < 0.7:
        brush.line(
            turned(lines([(500, y + reach * 0.2), (500, y - reach * 0.88)]), rng.uniform(0, 360), (500, y)),
            second,
            7,
        )
    brush.ball(oval(500, y, 22), second)


def storage_basket(brush: Brush, look: Look, rng: random.Random) -> None:
    """A basket: woven or of fabric, round or square, with rope or leather handles; towels in it or not."""
    upper, high = rng.uniform(270, 360), rng.uniform(350, 540)
    lower = upper * rng.choice((1.0, 0.92, 0.8, 0.72))
    square = rng.random() < 0.4
    tilt = 0.16 if square else 0.22
    bottom = 540 + high / 2
    top = bottom - high
    natural = rng.random() < 0.5
    reed: Colour = rng.choice(("#c9a06a", "#b58a5a")) if natural else look.colour
    second = look.colour if natural else look.accent
    brush.contact(500, bottom + lower * tilt * 0.8, lower * 1.25, 54)
    if square:
        mouth = rounded([(500 - upper, top + 40), (500 - upper * 0.9, top - 40),
            (500 + upper * 0.9, top - 40), (500 + upper, top + 40)], 24)  # fmt: skip
        wall = rounded([(500 - upper, top + 40), (500 + upper, top + 40), (500 + lower, bottom + 40),
            (500 - lower, bottom + 40)], 34)  # fmt: skip
    else:
        mouth = oval(500, top, upper, upper * tilt)
        wall = barrel(500, top, bottom, upper, lower, tilt) - mouth
    brush.ramp(mouth, [(0, shade(reed, 0.6)), (1, shade(reed, 0.25))], (0.2, 0), (0.6, 1))
    if rng.random() < 0.5:
        _contents(brush, top, upper, look, rng)
    ears = rng.randrange(5)
    if ears == 0:
        brush.strap(arc(500, top, upper * 0.96, high * rng.uniform(0.5, 0.8), 0, 180), shade(reed, 0.1), 34)
    (brush.body if square else brush.round)(wall, reed)
    weave = rng.choice((1, 2, 4)) if natural else rng.randrange(5)
    if weave == 4:
        names = "stripes bands checks dots stars zigzag diamonds leaves floral"
        brush.print(wall, reed, second, choose(rng, names, 0.0 if natural else 0.2))
    else:
        _weave(brush, wall, reed, distinct(reed, second), weave, rng)
    rim = wall.intersected(box(0, top - 10, 1000, rng.uniform(90, 150) + (0 if square else upper * tilt)))
    if rng.random() < 0.45:
        brush.cloth(
            rim, second, look.accent if natural else look.colour, choose(rng, "stripes dots checks", 0.6)
        )
    brush.line(mouth, shade(reed, 0.18), 20)
    brush.stitch(mouth, tint(reed, 0.3), 12, 16)
    _ears(brush, ears, top + (40 if square else 20), upper, look, rng)


def _weave(
    brush: Brush, wall: QPainterPath, reed: Colour, accent: Colour, style: int, rng: random.Random
) -> None:
    rect = wall.boundingRect()
    step, band = rng.uniform(24, 44), rng.randrange(2, 7)
    dark, light = QPainterPath(), QPainterPath()
    with brush.inside(wall):
        for row in range(int(rect.height() / step) + 2):
            y = rect.top() + row * step
            if (style == 1 and row % 7 == band) or (style == 2 and row > 8):
                brush.flat(box(rect.left(), y, rect.width(), step), faded(accent, 0.75))
            cells = int(rect.width() / (step * 1.6)) + 2
            for column in range(cells):
                x = rect.left() + (column - 0.5 * (row % 2)) * step * 1.6
                light.addRect(x + 4, y + 3, step * 1.25, step * 0.36)
                dark.addRect(x + step * 1.25, y, step * 0.3, step)
            if style == 3:
                dark.addRect(rect.left(), y, rect.width(), step * 0.22)
        brush.flat(dark, faded(shade(reed, 0.7), 0.4))
        brush.flat(light, faded(tint(reed, 0.6), 0.42))


def _contents(brush: Brush, top: float, upper: float, look: Look, rng: random.Random) -> None:
    for index in range(rng.randrange(2, 5)):
        x = 500 + (index - 1.2) * upper * 0.44
        tone = rng.choice((look.accent, "#f3efe6", "#c9d3d8", "#e9c7bd", tint(look.colour, 0.5)))
        if rng.random() < 0.5:
            brush.puff(box(x - 90, top - rng.uniform(50, 130), 190, 190, 60), tone, 0.6)
        else:
            brush.round(box(x - 84, top - 120, 170, 200, 80), tone)
            brush.line(arc(x, top - 40, 46, 46, 30, 300), shade(tone, 0.25), 8)


def _ears(brush: Brush, style: int, top: float, upper: float, look: Look, rng: random.Random) -> None:
    trim = rng.choice(("#8a5a36", "#5b4030", look.accent))
    for side in (-1, 1):
        x = 500 + side * upper * 0.94
        if style == 1:
            brush.strap(arc(x, top + 20, 62, 84, 0, 360), trim, 26)
        elif style == 2:
            brush.strap(arc(500 + side * upper * 0.45, top - 10, 84, 130, 0, 180), trim, 24)
        elif style == 3 and side == 1:
            brush.flat(box(430, top + 60, 140, 54, 27), shade(look.colour, 0.65))
            brush.line(box(430, top + 60, 140, 54, 27), shade(look.colour, 0.3), 8)


PAINTERS: dict[str, Painter] = {
    "cushion": cushion,
    "table_lamp": table_lamp,
    "vase": vase,
    "wall_clock": wall_clock,
    "storage_basket": storage_basket,
    "candle": candle,
}
