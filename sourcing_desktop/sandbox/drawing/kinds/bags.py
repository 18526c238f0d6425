"""Bags as product pictures: backpack, suitcase, wallet here, the others in `handbags`."""

from __future__ import annotations

import random
from dataclasses import dataclass

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush, Painter
from sourcing_desktop.sandbox.drawing.kinds import handbags
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import choose
from sourcing_desktop.sandbox.drawing.shapes import (
    arc,
    box,
    curve,
    flower,
    frame,
    heart,
    lathe,
    lines,
    moved,
    oval,
    polygon,
    ring,
    rounded,
    smooth,
    star,
    trapeze,
)
from sourcing_desktop.sandbox.drawing.tones import (
    HARDWARE,
    RUBBER,
    STEEL,
    Colour,
    contrast,
    distinct,
    shade,
    tint,
)


@dataclass(frozen=True, slots=True)
class _Cut:
    """What the parts of one bag share: half width, upper and lower edge, second colour, metal."""

    half: float
    top: float
    bottom: float
    second: Colour
    hardware: str


def _backpack(brush: Brush, look: Look, rng: random.Random) -> None:
    half, top, square = rng.uniform(235, 300), rng.uniform(170, 215), rng.uniform(0.72, 0.96)
    pattern = choose(rng, "stripes checks dots floral leaves terrazzo gradient diagonal stars", 0.5)
    trim = contrast(look.colour, 0.4) if rng.random() < 0.5 else distinct(look.colour, look.accent)
    cut = _Cut(half, top, 888, trim, rng.choice(HARDWARE))
    at = frame(500, top, half)
    brush.contact(500, 888, half * 1.25)
    for sign in (-1, 1):
        loop = ((sign * 0.5, 60), (sign * 1.18, 230), (sign * 1.3, 620 - top), (sign * 0.9, 850 - top))
        brush.strap(curve(at(*loop)), shade(trim, 0.2), 44)
    brush.strap(arc(500, top + 12, 74, 88, 0, 180), trim, 30)
    if rng.random() < 0.65:
        side = frame(500, 0, half)
        for sign in (-1, 1):
            outline = ((0.8, 600), (1.16, 610), (1.2, 740), (1.12, 860), (0.8, 872))
            brush.body(smooth(side(*((sign * x, y) for x, y in outline)), 0.6), shade(look.colour, 0.15))
    brow = at((0, 0), (square * 0.7, 14), (square, 70), (1, 230))
    shell = lathe([*brow, (500 + half * 1.04, 680), (500 + half * 0.98, 850), (500 + half * 0.84, 888)])
    brush.cloth(shell, look.colour, look.accent, pattern)
    rng.choice((_daypack, _daypack, _rucksack, _rolltop))(brush, look, rng, cut)


def _daypack(brush: Brush, look: Look, rng: random.Random, cut: _Cut) -> None:
    half, top, low = cut.half, cut.top, rng.uniform(560, 610)
    brush.zipper(arc(500, top + 260, half * 0.84, 210 * rng.uniform(0.75, 1.0), 8, 164), look.colour)
    brush.metal(box(500 - half * 0.83, top + 236, 13, 54, 6), cut.hardware)
    second = distinct(look.colour, look.accent) if rng.random() < 0.55 else tint(look.colour, 0.05)
    brush.puff(trapeze(low, half * 0.76, 850, half * 0.8, rng.choice((30, 70, 110))), second)
    if rng.random() < 0.6:
        brush.zipper(lines([(500 - half * 0.6, low + 46), (500 + half * 0.6, low + 46)]), second)
        brush.metal(box(500 + half * 0.5, low + 44, 12, 46, 5), cut.hardware)
    else:
        brush.body(trapeze(low - 14, half * 0.78, low + 96, half * 0.7, 44), shade(second, 0.1))
        brush.metal(oval(500, low + 70, 17), cut.hardware)
    _patch(brush, rng, cut.second, 500, top + 210)


def _rucksack(brush: Brush, look: Look, rng: random.Random, cut: _Cut) -> None:
    half, top, low, end = cut.half, cut.top, rng.uniform(590, 640), rng.uniform(430, 500)
    brush.puff(trapeze(low, half * 0.72, 848, half * 0.74, 46), tint(look.colour, 0.06))
    upper = frame(500, top, half)((-1, 60), (-0.6, -14), (0.6, -14), (1, 60))
    lower = frame(500, end, half)((1.04, -60), (0.7, 0), (-0.7, 0), (-1.04, -60))
    flap = distinct(look.colour, look.accent) if rng.random() < 0.5 else shade(look.colour, 0.08)
    brush.body(smooth([*upper, *lower], 0.8), flap)
    for gap in (-0.42, 0.42) if rng.random() < 0.7 else (0.0,):
        x = 500 + gap * half
        brush.strap(lines([(x, top + 80), (x, low + 90)]), cut.second, 36)
        brush.metal(ring(x, end + 30, 32, 26, 9), cut.hardware)
    brush.stitch(curve(frame(500, end, half)((-0.8, -46), (0, -24), (0.8, -46))), tint(flap, 0.5))


def _rolltop(brush: Brush, look: Look, rng: random.Random, cut: _Cut) -> None:
    half, top, band = cut.half, cut.top, rng.uniform(520, 600)
    brush.round(box(500 - half * 0.92, top - 26, half * 1.84, 86, 42), shade(look.colour, 0.1), upright=False)
    for sign in (-1, 1):
        x = 500 + sign * half * 0.62
        brush.strap(lines([(x, top + 20), (x, 520)]), cut.second, 32)
        brush.metal(box(x - 26, 380, 52, 40, 8), cut.hardware)
    base = ((-1.04, band), (1.04, band), (0.98, 850), (0.84, 884), (-0.84, 884), (-0.98, 850))
    brush.body(rounded(frame(500, 0, half)(*base), 18), distinct(look.colour, look.accent))
    brush.zipper(lines([(500 - half * 0.7, band + 80), (500 + half * 0.7, band + 80)]), look.accent)
    _patch(brush, rng, cut.second, 500, band - 60)


def _patch(brush: Brush, rng: random.Random, colour: Colour, x: float, y: float) -> None:
    """A sewn-on label instead of a maker's name."""
    brush.body(
        rng.choice((box(x - 55, y - 28, 110, 56, 10), oval(x, y, 44), box(x - 36, y - 40, 72, 80, 8))), colour
    )
    mark = rng.choice((star(x, y, 20, 9), heart(x, y, 34), flower(x, y, 20), star(x, y, 22, 12, 3)))
    brush.flat(mark, contrast(colour, 0.6))


def _suitcase(brush: Brush, look: Look, rng: random.Random) -> None:
    half, top = rng.uniform(205, 275), rng.uniform(290, 340)
    trim = distinct(look.colour, look.accent) if rng.random() < 0.45 else shade(look.colour, 0.45)
    brush.contact(500, 925, half * 1.2)
    for sign in (-1, 1):
        brush.metal(box(500 + sign * half * 0.44 - 11, 110, 22, 210), STEEL)
        for at in (0.84, 0.55):
            brush.gloss(box(500 + sign * half * at - 20, 872, 40, 56, 18), RUBBER)
    brush.gloss(box(500 - half * 0.52, 84, half * 1.04, 44, 20), RUBBER)
    shell = box(500 - half, top, 2 * half, 885 - top, rng.choice((36, 60, 90)))
    brush.gloss(shell, look.colour)
    brush.print(
        shell, look.colour, look.accent, choose(rng, "terrazzo dots leaves gradient diamonds floral", 0.6)
    )
    for groove in _grooves(rng, half, top):
        brush.line(groove, shade(look.colour, 0.26), 11)
        brush.line(moved(groove, -6, -5), tint(look.colour, 0.34), 5)
    if rng.random() < 0.5:
        for x, y in ((500 - half, top), (424 + half, top), (500 - half, 809), (424 + half, 809)):
            brush.body(box(x - 4, y - 4, 84, 84, 34), trim)
    brush.gloss(box(500 - half * 0.34, top - 24, half * 0.68, 32, 14), trim)
    brush.body(box(500 + half - 16, 520, 30, 130, 12), trim)
    brush.metal(box(466, top + rng.uniform(40, 90), 68, 46, 10), rng.choice(HARDWARE))


def _grooves(rng: random.Random, half: float, top: float) -> list[QPainterPath]:
    count, style, middle, tall = rng.randint(4, 8), rng.randrange(4), (top + 885) / 2, 885 - top
    steps = [-0.8 + 1.6 * index / (count - 1) for index in range(count)]
    if style == 0:
        return [lines([(500 + at * half, top + 50), (500 + at * half, 845)]) for at in steps]
    if style == 1:
        return [lines(frame(500, middle + at * tall * 0.46, half)((-0.88, 0), (0.88, 0))) for at in steps]
    if style == 2:
        rises = [frame(500, middle + at * tall * 0.4, half) for at in steps]
        return [lines(at((-0.85, 50), (0, -40), (0.85, 50))) for at in rises]
    insets = [inset for inset in (30, 56, 82, 108) if inset < half * 0.7]
    return [box(500 - half + n, top + n, 2 * (half - n), tall - 2 * n, 40) for n in insets]


def _wallet(brush: Brush, look: Look, rng: random.Random) -> None:
    tall, wide = rng.uniform(225, 295), rng.uniform(330, 395)
    cut = _Cut(wide, 500 - tall, 500 + tall, distinct(look.colour, look.accent), rng.choice(HARDWARE))
    rng.choice((_zip_wallet, _flap_wallet, _bifold))(brush, look, rng, cut)


def _leather(brush: Brush, look: Look, rng: random.Random, face: QPainterPath, seam: QPainterPath) -> None:
    brush.gloss(face, look.colour)
    brush.print(
        face, look.colour, look.accent, choose(rng, "checks diamonds stripes floral dots plaid leaves", 0.5)
    )
    brush.stitch(seam, tint(look.colour, 0.45))


def _zip_wallet(brush: Brush, look: Look, rng: random.Random, cut: _Cut) -> None:
    left, top, width, height = 500 - cut.half, cut.top, 2 * cut.half, cut.bottom - cut.top
    right, radius = 500 + cut.half, rng.choice((30, 60, 90))
    brush.body(box(left, top, width, height, radius), shade(look.colour, 0.35))
    brush.zipper(box(left + 9, top + 9, width - 18, height - 18, radius), look.colour, cut.hardware, 17)
    face = box(left + 22, top + 22, width - 44, height - 44, radius * 0.8)
    _leather(brush, look, rng, face, box(left + 44, top + 44, width - 88, height - 88, radius * 0.6))
    if rng.random() < 0.5:
        brush.body(box(left + 22, 470, width - 44, 60), cut.second)
    _patch(brush, rng, cut.hardware, 500 + rng.choice((-230, 0, 230)), 500)
    brush.metal(box(right - 60, top - 6, 80, 24, 10), cut.hardware)
    strap = [
        (right + 4, top + 6),
        (right + 46, top + 150),
        (right - 10, cut.bottom - 60),
        (right + 14, top + 20),
    ]
    brush.strap(curve(strap), cut.second, 20)


def _flap_wallet(brush: Brush, look: Look, rng: random.Random, cut: _Cut) -> None:
    wide, top, bottom = cut.half, cut.top, cut.bottom
    face = trapeze(top, wide, bottom, wide, 40)
    _leather(brush, look, rng, face, trapeze(top + 20, wide - 20, bottom - 20, wide - 20, 30))
    end, tip = 500 + (bottom - 500) * rng.uniform(-0.15, 0.35), rng.choice((0, 60, 120))
    hem = ((1, end - tip * 0.5), (0, end + tip), (-1, end - tip * 0.5))
    flap = rounded(frame(500, 0, wide + 4)((-1, top - 6), (1, top - 6), *hem), 44)
    brush.gloss(flap, cut.second if rng.random() < 0.6 else shade(look.colour, 0.1))
    y = end + tip * 0.6 - 40
    brush.metal(rng.choice((oval(500, y, 30), box(452, y - 20, 96, 44, 14), heart(500, y, 74))), cut.hardware)


def _bifold(brush: Brush, look: Look, rng: random.Random, cut: _Cut) -> None:
    top, bottom, lean = cut.top, cut.bottom, rng.uniform(20, 60)
    for index, card in enumerate(("#d9dee6", cut.second, "#e8c98a")):
        brush.body(box(190 + index * 16, top - 74 + index * 24, 520, 200, 22), card)
        brush.flat(box(220 + index * 16, top - 50 + index * 24, 180, 12, 5), shade(card, 0.25))
    back = [(130, top), (820, top + lean), (890, bottom - lean), (130, bottom)]
    brush.body(polygon(back), shade(look.colour, 0.35))
    front = rounded([(120, top + 10), (790, top + 30), (790, bottom + 10), (120, bottom + 20)], 34)
    _leather(brush, look, rng, front, box(146, top + 46, 620, bottom - top - 58, 24))
    if rng.random() < 0.6:
        brush.body(rounded([(700, 455), (905, 455), (905, 555), (700, 555)], 30), cut.second)
        brush.metal(oval(752, 505, 24), cut.hardware)
    _patch(brush, rng, cut.second, 260, bottom - 80)


PAINTERS: dict[str, Painter] = handbags.PAINTERS | {
    "backpack": _backpack,
    "suitcase": _suitcase,
    "wallet": _wallet,
}
