"""Women's clothing as product pictures: dress, blouse, pleated skirt, knit sweater, trench coat, jeans."""

from __future__ import annotations

import random

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush, Painter
from sourcing_desktop.sandbox.drawing.kinds import coats, skirts_and_trousers
from sourcing_desktop.sandbox.drawing.kinds import garments as sewn
from sourcing_desktop.sandbox.drawing.kinds.garments import Cut, Fabric, Sleeve
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import choose
from sourcing_desktop.sandbox.drawing.shapes import (
    beads,
    curve,
    frame,
    lines,
    oval,
    smooth,
    trapeze,
)
from sourcing_desktop.sandbox.drawing.tones import (
    CREAM,
    GOLD,
    INK,
    Colour,
    distinct,
    shade,
    tint,
)

_NECKS = (sewn.round_neck, sewn.v_neck, sewn.square_neck)


def _dress(brush: Brush, look: Look, rng: random.Random) -> None:
    accent = distinct(look.colour, look.accent)
    fabric = Fabric(
        look.colour,
        accent,
        choose(rng, "floral dots stripes checks leaves plaid gradient hearts diamonds zigzag", 0.35),
    )
    waist_y, hem_y, flare = rng.uniform(370, 470), rng.choice((800, 880, 930)), rng.uniform(1.3, 2.8)
    waist = rng.uniform(104, 130)
    cut = Cut(rng.uniform(70, 104), 150, 138, waist, waist, 130, 280, waist_y - 40, waist_y)
    if hem_y < 850:
        cut = Cut(cut.neck, 160, 148, waist + 8, waist + 8, 160, 320, waist_y, waist_y + 40)
    sewn.hanger(brush, rng, cut)
    sleeve = rng.choice(
        (
            None,
            None,
            Sleeve(90, 38, 96, 40),
            Sleeve(130, 30, 90, 6),
            Sleeve(380, 16, 66, 16),
            Sleeve(330, 22, 100, 40),
        )
    )
    if sleeve is not None:
        sewn.sleeves(brush, cut, fabric, sleeve)
    hem = min(400.0, cut.waist * flare)
    _skirt(brush, rng, fabric, cut.bottom - 14, cut.waist * 1.01, hem_y, hem)
    sewn.torso(brush, cut, fabric)
    sewn.creases(brush, cut, look.colour, rng)
    rng.choice(_NECKS)(
        brush, cut, look.colour, rng.uniform(50, 120), rng.choice((None, accent, tint(look.colour, 0.2)))
    )
    trim = rng.randrange(5)
    if trim in (0, 1):
        sewn.belt(
            brush,
            cut.bottom - 8,
            cut.waist,
            rng.choice((accent, INK, shade(look.colour, 0.25))),
            rng.choice((None, GOLD)),
            32,
        )
    elif trim == 2:
        sewn.buttons(brush, 500, cut.top + 140, hem_y - 80, 8, rng.choice((accent, CREAM)))
    elif trim == 3:
        _lace(brush, rng.choice((CREAM, accent)), cut.bottom - 4, cut.waist)


def _skirt(
    brush: Brush, rng: random.Random, fabric: Fabric, top: float, waist: float, bottom: float, hem: float
) -> None:
    tiers = rng.choice((1, 1, 2, 3))
    for tier in reversed(range(tiers)):
        share = (tier + 1) / tiers
        start = top + (bottom - top) * (tier / tiers) * 0.9
        half, upper = waist + (hem - waist) * share, waist + (hem - waist) * tier / tiers
        low = top + (bottom - top) * share
        waves = rng.choice((4, 6, 8))
        edge = [
            (500 + half * (1 - 2 * i / waves), low + (14 if i % 2 else -8) - abs(i / waves - 0.5) * 36)
            for i in range(waves + 1)
        ]
        left = [(500 - (upper + (half - upper) * 0.42), start + (low - start) * 0.5), (500 - upper, start)]
        right = [(1000 - x, y) for x, y in reversed(left)]
        path = smooth([*right, *edge, *left], 0.6)
        brush.cloth(path, fabric.colour, fabric.accent, fabric.pattern)
        for i in range(1, waves):
            x = 1 - 2 * i / waves
            fold = curve(
                [
                    (500 + upper * x * 0.8, start + 20),
                    (500 + (upper + half) / 2 * x * 0.9, (start + low) / 2),
                    (500 + half * x, low - 14),
                ]
            )
            brush.fold(fold, fabric.colour, 30, 0.55)


def _lace(brush: Brush, colour: Colour, y: float, half: float) -> None:
    for x, place in beads(sewn.hem_arc(y, half, 12), 26):
        brush.flat(oval(x, place, 15), colour)
        brush.flat(oval(x, place, 5), shade(colour, 0.3))


def _blouse(brush: Brush, look: Look, rng: random.Random) -> None:
    accent = distinct(look.colour, look.accent)
    fabric = Fabric(
        look.colour, accent, choose(rng, "dots floral stripes checks leaves hearts gradient diamonds", 0.45)
    )
    bottom, flare = rng.uniform(740, 830), rng.uniform(0.94, 1.3)
    cut = Cut(rng.uniform(84, 110), 216, 206, 190, 206 * flare, 180, 400, 560, bottom)
    sleeve = rng.choice(
        (Sleeve(170, 36, 120, 44), Sleeve(480, 17, 60, 46), Sleeve(430, 20, 130, 26), Sleeve(330, 26, 96, 30))
    )
    sewn.hanger(brush, rng, cut)
    sewn.sleeves(brush, cut, fabric, sleeve)
    band = rng.choice((look.colour, accent))
    sewn.cuffs(brush, cut, tint(band, 0.05), sleeve, rng.choice((26, 44)), ribbed=False)
    sewn.torso(brush, cut, fabric)
    sewn.creases(brush, cut, look.colour, rng)
    rng.choice((_bow_blouse, _collar_blouse, _ruffle_blouse, _round_collar_blouse))(brush, look, rng, cut)
    if rng.random() < 0.25:
        _skirt(brush, rng, fabric, 560, cut.waist * 1.02, bottom + 40, cut.hem * 1.2)


def _bow_blouse(brush: Brush, look: Look, rng: random.Random, cut: Cut) -> None:
    sewn.round_neck(brush, cut, look.colour, 50, look.colour)
    colour, y = rng.choice((look.colour, distinct(look.colour, look.accent))), cut.top + 56
    for sign in (-1, 1):
        at = frame(500, y, sign)
        brush.body(smooth(at((0, 0), (30, 80), (70, 260), (14, 270), (-4, 90))), tint(colour, 0.05))
        brush.puff(smooth(at((0, 0), (70, -52), (130, -34), (126, 40), (60, 36))), colour)
    brush.puff(oval(500, y, 26, 28), colour)


def _collar_blouse(brush: Brush, look: Look, rng: random.Random, cut: Cut) -> None:
    sewn.placket(brush, cut, look.colour)
    sewn.shirt_collar(brush, cut, rng.choice((look.colour, distinct(look.colour, look.accent))), rng.random())
    sewn.buttons(
        brush,
        500,
        cut.top + 100,
        cut.bottom - 50,
        rng.randint(5, 8),
        rng.choice((CREAM, INK, distinct(look.colour, look.accent))),
    )
    if rng.random() < 0.4:
        sewn.patch_pocket(brush, 590, 380, 110, 120, tint(look.colour, 0.06))


def _ruffle_blouse(brush: Brush, look: Look, rng: random.Random, cut: Cut) -> None:
    sewn.v_neck(brush, cut, look.colour, rng.uniform(90, 160))
    colour = rng.choice((tint(look.colour, 0.2), distinct(look.colour, look.accent)))
    for sign in (-1, 1):
        at = frame(500, cut.top, sign)
        frill = [(100 + (24 if i % 2 else -6) - i * 8, i * 44) for i in range(9)]
        brush.puff(smooth([*at(*frill), *at((6, 330), (30, 160), (84, 0))], 0.9), colour)
    sewn.buttons(brush, 500, cut.top + 230, cut.bottom - 60, 5, CREAM)


def _round_collar_blouse(brush: Brush, look: Look, rng: random.Random, cut: Cut) -> None:
    sewn.placket(brush, cut, look.colour, 36)
    sewn.round_neck(brush, cut, look.colour, 34)
    colour = rng.choice(("#ffffff", CREAM, distinct(look.colour, look.accent)))
    for sign in (-1, 1):
        at = frame(500, cut.top, cut.neck * sign)
        leaf = smooth(at((0.02, 34), (0.6, 24), (0.98, -8), (1.5, 40), (1.2, 110), (0.5, 124)), 0.9)
        brush.body(leaf, colour)
        brush.stitch(leaf, shade(colour, 0.2), 3)
    sewn.buttons(brush, 500, cut.top + 130, cut.bottom - 60, 6, rng.choice((GOLD, CREAM, INK)))


def _knit_sweater(brush: Brush, look: Look, rng: random.Random) -> None:
    accent = distinct(look.colour, look.accent)
    bottom, wide = rng.uniform(720, 820), rng.uniform(220, 262)
    fabric = Fabric(
        look.colour, accent, choose(rng, "bands bands diamonds zigzag hearts dots stars gradient", 0.45)
    )
    cut = Cut(rng.uniform(84, 104), wide, wide * 0.98, wide * 0.97, wide * 0.94, 200, 430, 600, bottom)
    sleeve = Sleeve(rng.uniform(430, 490), rng.uniform(13, 20), rng.uniform(74, 96), rng.uniform(8, 34))
    trim = rng.choice((look.colour, look.colour, accent))
    sewn.sleeves(brush, cut, fabric, sleeve)
    sewn.cuffs(brush, cut, trim, sleeve, 62)
    body = sewn.torso(brush, cut, fabric)
    with brush.inside(body):
        _stitches(brush, rng, look.colour, accent, cut)
    hem = trapeze(bottom - 10, cut.hem * 1.0, bottom + 66, cut.hem * 0.9, 20)
    sewn.ribs(brush, hem, trim)
    sewn.creases(brush, cut, look.colour, rng)
    neck = rng.randrange(4)
    if neck == 0:
        sewn.turtleneck(brush, cut, trim, rng.uniform(50, 84))
    elif neck == 1:
        sewn.v_neck(brush, cut, look.colour, rng.uniform(120, 190), trim)
    else:
        sewn.round_neck(brush, cut, look.colour, rng.uniform(50, 70), trim)
    if neck == 1 and rng.random() < 0.6:
        brush.line(lines([(500, cut.top + 180), (500, bottom + 60)]), shade(look.colour, 0.4), 4)
        sewn.buttons(brush, 514, cut.top + 220, bottom + 30, 5, rng.choice((accent, "#8a5a3a", CREAM)), 16)


def _stitches(brush: Brush, rng: random.Random, colour: Colour, accent: Colour, cut: Cut) -> None:
    """Cables, or rows of small knit stitches."""
    dark, light = shade(colour, 0.22), tint(colour, 0.25)
    if rng.random() < 0.5:
        columns = rng.choice(((0.0,), (-0.45, 0.45), (-0.6, 0.0, 0.6)))
        for column in columns:
            x = 500 + column * cut.chest
            for side in (-46, 46):
                brush.line(lines([(x + side, cut.top), (x + side, cut.bottom)]), dark, 5)
            for index in range(int((cut.bottom - cut.top) / 44)):
                y, sign = cut.top + 20 + index * 44, 1 if index % 2 else -1
                twist = curve(
                    [
                        (x - 26 * sign, y - 26),
                        (x - 8 * sign, y - 4),
                        (x + 8 * sign, y + 4),
                        (x + 26 * sign, y + 26),
                    ]
                )
                brush.strap(twist, light, 27)
        return
    rows = QPainterPath()
    step = rng.choice((26, 34))
    for row in range(int((cut.bottom - cut.top) / step)):
        y = cut.top + row * step
        for index in range(int(2 * cut.chest / step) + 1):
            x = 500 - cut.chest + index * step
            rows.moveTo(x, y)
            rows.lineTo(x + step / 2, y + step * 0.5)
            rows.lineTo(x + step, y)
    brush.line(rows, dark, 3)


PAINTERS: dict[str, Painter] = {
    "dress": _dress,
    "blouse": _blouse,
    "pleated_skirt": skirts_and_trousers.pleated_skirt,
    "knit_sweater": _knit_sweater,
    "trench_coat": coats.trench_coat,
    "jeans": skirts_and_trousers.jeans,
}
