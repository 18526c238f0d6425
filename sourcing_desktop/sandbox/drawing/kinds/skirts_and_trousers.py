"""What is worn below the waist: pleated skirt, jeans, shorts; painters for the clothing categories."""

from __future__ import annotations

import random

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush
from sourcing_desktop.sandbox.drawing.kinds import garments as sewn
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import choose
from sourcing_desktop.sandbox.drawing.shapes import (
    Point,
    box,
    curve,
    frame,
    lines,
    mirrored,
    moved,
    oval,
    polygon,
    smooth,
    trapeze,
)
from sourcing_desktop.sandbox.drawing.tones import (
    CREAM,
    GOLD,
    HARDWARE,
    INK,
    contrast,
    distinct,
    shade,
    tint,
)


def pleated_skirt(brush: Brush, look: Look, rng: random.Random) -> None:
    """A skirt of pressed pleats, from mini to ankle length."""
    waist, hem = rng.uniform(150, 200), rng.uniform(310, 420)
    top, bottom = rng.choice(((240, 760), (170, 860), (120, 910)))
    count, sag = rng.choice((8, 10, 12, 16, 20)), rng.uniform(24, 64)
    accent = distinct(look.colour, look.accent)
    pattern = choose(rng, "checks plaid floral dots gradient stripes leaves", 0.4)
    outline = _pleats_edge(waist, hem, top, bottom, sag, count)
    body = polygon(outline)
    brush.cloth(body, look.colour, accent, pattern)
    fine = rng.random() < 0.4
    for index in range(count):
        left, right = -1 + 2 * index / count, -1 + 2 * (index + 1) / count
        low = [bottom + sag * (1 - side * side) for side in (left, right)]
        wedge = [
            (500 + waist * left, top),
            (500 + waist * right, top),
            (500 + hem * right, low[1]),
            (500 + hem * left, low[0] + 10),
        ]
        dark = shade(look.colour, 0.6)
        dark.setAlphaF(0.04)
        deep = shade(look.colour, 0.7)
        deep.setAlphaF(0.42 if fine else 0.3)
        bright = tint(look.colour, 0.8)
        bright.setAlphaF(0.32)
        brush.ramp(polygon(wedge), [(0, bright), (0.3, dark), (0.75, dark), (1, deep)], (0, 0.5), (1, 0.5))
    if rng.random() < 0.35:
        with brush.inside(body):
            for lift in (36, 66) if rng.random() < 0.5 else (44,):
                brush.line(
                    sewn.hem_arc(bottom - lift - 10, hem * 1.06, sag + 12),
                    rng.choice((accent, "#ffffff")),
                    rng.uniform(9, 18),
                )
    band = rng.choice((look.colour, accent, shade(look.colour, 0.3)))
    brush.body(trapeze(top - 44, waist * 0.97, top + 6, waist * 1.01, 8), band)
    trim = rng.randrange(4)
    if trim == 0:
        sewn.buttons(brush, 500 - waist * 0.7, top - 18, top - 18, 1, GOLD, 16)
    elif trim == 1:
        sewn.belt(brush, top - 18, waist * 0.98, rng.choice((INK, accent)), GOLD, 38)
    elif trim == 2:
        sewn.belt(brush, top - 18, waist * 0.98, accent, None, 34)


def _pleats_edge(waist: float, hem: float, top: float, bottom: float, sag: float, count: int) -> list[Point]:
    points = [(500 - waist, top), (500 + waist, top)]
    for index in range(count, -1, -1):
        at = -1 + 2 * index / count
        low = bottom + sag * (1 - at * at)
        points += (
            [(500 + hem * at, low + 10)]
            if index in (0, count)
            else [(500 + hem * at + 7, low - 4), (500 + hem * at, low + 10)]
        )
    return points


def jeans(brush: Brush, look: Look, rng: random.Random) -> None:
    """Denim trousers from skinny to flared."""
    waist, hip = rng.uniform(122, 140), rng.uniform(162, 184)
    leg, ankle = rng.choice(((88, 50), (100, 76), (116, 112), (82, 106), (112, 64)))
    top, bottom = 90, rng.choice((910, 920, 840))
    seam = rng.choice(("#d79a4a", "#e6b566", contrast(look.colour, 0.45)))
    spread = rng.uniform(8, 40)
    brush.body(trapeze(top - 6, waist * 0.94, top + 46, waist * 0.96, 10), shade(look.colour, 0.45))
    knee_x = 500 + hip * 0.52 + spread * 0.5
    outer = [(500 + waist, top), (500 + hip * 0.98, 270), (500 + hip, 340), (knee_x + leg * 0.7, 600)]
    foot = [(knee_x + spread + ankle, bottom), (knee_x + spread - ankle, bottom)]
    inner = [(knee_x - leg * 0.7, 600), (504, 400), (500, 360), (500, top + 10)]
    path = smooth([*outer, *foot, *inner], 0.32)
    for side in (mirrored(path), path):
        brush.body(side, look.colour)
        brush.stitch(side, seam, 3.5)
    _denim_wear(brush, look, rng, path, knee_x, bottom, leg)
    brush.body(trapeze(top - 14, waist * 0.99, top + 40, waist * 1.04, 8), shade(look.colour, 0.06))
    for x in (-0.8, -0.36, 0.36, 0.8):
        brush.body(box(500 + x * waist - 10, top - 20, 20, 66, 5), shade(look.colour, 0.1))
    brush.metal(oval(500, top + 14, 18), rng.choice(HARDWARE))
    brush.stitch(curve([(500, top + 44), (536, top + 60), (532, 270), (504, 320)]), seam, 4)
    for sign in (-1, 1):
        at = frame(500, top, sign)
        brush.line(
            curve(at((waist * 0.52, 42), (waist * 0.66, 110), (hip * 0.95, 140))), shade(look.colour, 0.45), 5
        )
        brush.stitch(curve(at((waist * 0.47, 42), (waist * 0.62, 120), (hip * 0.95, 152))), seam, 3.5)
    brush.line(lines([(500, 330), (500, 372)]), shade(look.colour, 0.5), 6)


def _denim_wear(
    brush: Brush,
    look: Look,
    rng: random.Random,
    leg: QPainterPath,
    knee_x: float,
    bottom: float,
    width: float,
) -> None:
    fade, torn, rolled = rng.uniform(0.1, 0.5), rng.random() < 0.35, rng.random() < 0.35
    glow = tint(look.colour, 0.75)
    glow.setAlphaF(fade)
    for side, x in ((leg, knee_x), (mirrored(leg), 1000 - knee_x)):
        brush.dab(side, x, 470, 150, glow)
        brush.dab(side, x, 640, 110, glow)
        if torn:
            for y in (560, 600, 700)[: rng.randint(1, 3)]:
                brush.body(smooth([(x - 50, y), (x, y - 16), (x + 50, y), (x, y + 16)]), "#ecebe7")
                brush.stitch(lines([(x - 44, y), (x + 44, y)]), tint(look.colour, 0.4), 4, 8)
        if rolled:
            with brush.inside(side):
                brush.body(box(0, bottom - 62, 1000, 80), tint(look.colour, 0.35))
        for shift in (-18, 16):
            brush.fold(
                curve([(x - width * 0.5, 560 + shift), (x, 590 + shift), (x + width * 0.4, 570 + shift)]),
                look.colour,
                20,
                0.35,
            )


def shorts(brush: Brush, look: Look, rng: random.Random) -> None:
    """Short trousers: sports, chino or cargo."""
    accent = distinct(look.colour, look.accent)
    waist, hem, top = rng.uniform(226, 256), rng.uniform(180, 232), rng.uniform(220, 250)
    bottom, spread = rng.uniform(680, 800), rng.uniform(30, 76)
    fabric_print = choose(rng, "floral leaves stripes checks plaid gradient dots zigzag", 0.45)
    brush.body(trapeze(top - 8, waist * 0.94, top + 40, waist * 0.96, 10), shade(look.colour, 0.45))
    middle = 500 + spread + hem * 0.98
    outer = [(500 + waist, top), (500 + waist * 1.2, top + 190), (middle + hem * 0.5, bottom - 20)]
    path = smooth(
        [*outer, (middle - hem + 14, bottom + 10), (506, top + 300), (500, top + 250), (500, top)], 0.3
    )
    stripe = rng.random() < 0.4
    for sign, leg in ((-1, mirrored(path)), (1, path)):
        brush.cloth(leg, look.colour, accent, fabric_print)
        with brush.inside(leg):
            if stripe:
                brush.line(
                    moved(curve(frame(500, 0, sign)(*((x - 500, y) for x, y in outer))), -sign * 26, 0),
                    accent,
                    34,
                )
            brush.stitch(
                moved(lines([(0, bottom - 34), (1000, bottom - 34)]), 0, 0), contrast(look.colour, 0.35)
            )
        at = frame(500, top, sign)
        brush.fold(curve(at((40, 240), (110, 280), (190, 270))), look.colour, 30, 0.6)
        brush.fold(curve(at((waist * 0.7, 300), (waist * 0.66, 400))), look.colour, 26, 0.5)
    rng.choice((_drawstring_waist, _buttoned_waist, _cargo))(brush, look, rng, top, waist)


def _drawstring_waist(brush: Brush, look: Look, rng: random.Random, top: float, waist: float) -> None:
    colour = rng.choice((look.colour, distinct(look.colour, look.accent)))
    sewn.ribs(brush, trapeze(top - 24, waist * 0.98, top + 42, waist * 1.03, 12), colour, 22)
    sewn.drawstrings(brush, top + 12, 22, rng.uniform(110, 180), contrast(colour, 0.6))
    for sign in (-1, 1):
        brush.line(
            curve(frame(500, top, sign)((waist * 0.86, 50), (waist * 1.04, 170))), shade(look.colour, 0.45), 6
        )


def _buttoned_waist(brush: Brush, look: Look, rng: random.Random, top: float, waist: float) -> None:
    brush.body(trapeze(top - 22, waist * 0.98, top + 36, waist * 1.03, 8), shade(look.colour, 0.06))
    for x in (-0.8, -0.34, 0.34, 0.8):
        brush.body(box(500 + x * waist - 11, top - 28, 22, 70, 5), shade(look.colour, 0.12))
    sewn.buttons(brush, 500, top + 8, top + 8, 1, rng.choice(("#5a3d2b", GOLD, CREAM)), 17)
    brush.stitch(curve([(536, top + 40), (534, top + 180), (504, top + 230)]), contrast(look.colour, 0.4), 4)
    if rng.random() < 0.4:
        sewn.belt(brush, top + 8, waist * 0.99, rng.choice((INK, "#7d5235")), GOLD, 44)
    for sign in (-1, 1):
        brush.line(
            curve(frame(500, top, sign)((waist * 0.6, 40), (waist * 1.06, 170))), shade(look.colour, 0.45), 6
        )


def _cargo(brush: Brush, look: Look, rng: random.Random, top: float, waist: float) -> None:
    _buttoned_waist(brush, look, rng, top, waist)
    for sign in (-1, 1):
        x, y = 500 + sign * waist * 0.9, top + 260
        brush.body(box(x - 74, y, 148, 150, 12), tint(look.colour, 0.05))
        brush.body(box(x - 80, y - 16, 160, 56, 10), shade(look.colour, 0.12))
        sewn.buttons(brush, x, y + 14, y + 14, 1, shade(look.colour, 0.4), 12)
