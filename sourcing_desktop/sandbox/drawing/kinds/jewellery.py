"""Jewellery as product pictures: earrings, ring, bracelet; necklace, hairpin, wristwatch elsewhere."""

from __future__ import annotations

import math
import random

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush, Painter
from sourcing_desktop.sandbox.drawing.kinds import hairpins_and_watches, necklaces
from sourcing_desktop.sandbox.drawing.kinds.gems import CUTS, chain, charm, claws, gem, halo, pearl
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.shapes import (
    Point,
    arc,
    beads,
    box,
    curve,
    drop,
    flower,
    frame,
    lines,
    oval,
    polygon,
    ring,
    smooth,
    star,
)
from sourcing_desktop.sandbox.drawing.tones import HARDWARE, Colour, distinct, shade, tint


def _earrings(brush: Brush, look: Look, rng: random.Random) -> None:
    metal, accent = rng.choice(HARDWARE), distinct(look.colour, look.accent)
    style, seed = rng.choice((_hoop, _charm_drop, _tassel, _chandelier, _stud)), rng.randrange(1_000_000)
    gap = rng.uniform(185, 225)
    if rng.random() < 0.3:
        card = rng.choice(("#f4efe7", "#2f3138", "#e9d8d3", "#d8e0da", "#c9a98c"))
        brush.body(box(110, 90, 780, 830, 30), card)
        brush.flat(oval(500, 150, 22), shade(card, 0.3))
    for sign in (-1, 1):
        with brush.placed(dx=sign * gap, mirror=sign > 0):
            style(brush, random.Random(seed), look.colour, accent, metal)


def _hook(brush: Brush, metal: Colour, y: float) -> None:
    brush.strap(curve([(500, y), (504, y - 90), (470, y - 130), (440, y - 90), (448, y - 30)]), metal, 11)
    brush.ball(oval(500, y, 13), metal)


def _hoop(brush: Brush, rng: random.Random, colour: Colour, accent: Colour, metal: Colour) -> None:
    radius, thick = rng.uniform(140, 185), rng.uniform(20, 52)
    y = 330 + radius
    enamel = rng.random() < 0.5
    hoop = ring(500, y, radius, radius * rng.uniform(1.0, 1.3), thick)
    brush.gloss(hoop, colour) if enamel else brush.metal(hoop, metal)
    if not enamel or rng.random() < 0.5:
        for index in range(rng.choice((5, 7, 9))):
            angle = math.radians(20 + index * 20)
            x, low = (
                500 + (radius - thick / 2) * math.cos(angle),
                y + (radius - thick / 2) * 1.1 * math.sin(angle),
            )
            pearl(brush, x, low, thick * 0.62, accent if enamel else colour)
    brush.ball(oval(500, 326, 22), metal)
    if rng.random() < 0.4:
        charm(brush, rng, 500, y + radius * 1.08, 90, accent, metal)


def _charm_drop(brush: Brush, rng: random.Random, colour: Colour, accent: Colour, metal: Colour) -> None:
    top = rng.uniform(250, 330)
    _hook(brush, metal, top)
    middle = top + rng.uniform(80, 190)
    chain(brush, lines([(500, top), (500, middle)]), metal, 9)
    if rng.random() < 0.6:
        gem(brush, 500, (top + middle) / 2, 34, accent, rng.choice(CUTS))
    charm(brush, rng, 500, middle, rng.uniform(170, 230), colour, metal)


def _tassel(brush: Brush, rng: random.Random, colour: Colour, accent: Colour, metal: Colour) -> None:
    top, length, flare = rng.uniform(260, 300), rng.uniform(300, 440), rng.uniform(40, 90)
    _hook(brush, metal, top)
    gem(brush, 500, top + 60, 58, accent, rng.choice(CUTS))
    brush.body(
        polygon(
            [
                (462, top + 160),
                (538, top + 160),
                (500 + flare, top + 160 + length),
                (500 - flare, top + 160 + length),
            ]
        ),
        colour,
    )
    for index in range(9):
        share = index / 4 - 1
        strand = lines([(500 + share * 36, top + 170), (500 + share * flare * 0.96, top + 156 + length)])
        brush.line(strand, shade(colour, 0.26 if index % 2 else 0.1), 5)
    brush.metal(box(454, top + 120, 92, 54, 14), metal)


def _chandelier(brush: Brush, rng: random.Random, colour: Colour, accent: Colour, metal: Colour) -> None:
    top = 250
    _hook(brush, metal, top)
    gem(brush, 500, top + 46, 44, accent, rng.choice(CUTS))
    fan = smooth(
        [
            (500, top + 90),
            (630, top + 210),
            (600, top + 260),
            (500, top + 286),
            (400, top + 260),
            (370, top + 210),
        ]
    )
    brush.metal(fan, metal)
    brush.gloss(smooth([(500, top + 130), (590, top + 216), (500, top + 250), (410, top + 216)]), colour)
    for index in range(5):
        x, length = 500 + (index - 2) * 52, 130 - abs(index - 2) * 34 + rng.uniform(0, 20)
        y = top + 280 - abs(index - 2) * 16
        chain(brush, lines([(x, y), (x, y + length)]), metal, 6)
        brush.gloss(drop(x, y + length, 46, 84), accent if index % 2 else colour)


def _stud(brush: Brush, rng: random.Random, colour: Colour, accent: Colour, metal: Colour) -> None:
    size, kind = rng.uniform(120, 160), rng.randrange(4)
    if kind == 0:
        halo(brush, 500, 500, size, tint(accent, 0.5), metal, 18)
        gem(brush, 500, 500, size * 0.8, colour, rng.choice(("round", "hexagon")))
    elif kind == 1:
        brush.gloss(flower(500, 500, size * 1.2, rng.choice((5, 6, 8))), colour)
        pearl(brush, 500, 500, size * 0.36, accent)
    elif kind == 2:
        pearl(brush, 500, 540, size * 0.72, colour)
        gem(brush, 500, 540 - size * 1.05, size * 0.4, accent)
        claws(brush, 500, 540 - size * 1.05, size * 0.38, metal)
    else:
        brush.metal(star(500, 500, size * 1.3, size * 0.6, 5), metal)
        gem(brush, 500, 500, size * 0.5, colour)


def _ring(brush: Brush, look: Look, rng: random.Random) -> None:
    metal, accent = rng.choice(HARDWARE), distinct(look.colour, look.accent)
    radius, thick = rng.uniform(225, 265), rng.uniform(30, 62)
    y = 600.0
    tilt = rng.uniform(0.86, 1.0)
    brush.contact(500, y + radius, 200)
    style = rng.choice((_solitaire, _solitaire, _signet, _row_of_stones, _blossom_ring, _wide_band))
    brush.metal(ring(500 + thick * 0.4, y - 6, radius * tilt, radius, thick * 0.9), shade(metal, 0.3))
    brush.metal(ring(500, y, radius * tilt, radius, thick), metal, upright=rng.random() < 0.5)
    style(brush, rng, (500, y, radius, thick), look.colour, accent, metal)


_Band = tuple[float, float, float, float]


def _solitaire(
    brush: Brush, rng: random.Random, band: _Band, colour: Colour, accent: Colour, metal: Colour
) -> None:
    x, y, radius, thick = band
    size = rng.uniform(105, 165)
    top = y - radius - size * 0.56
    for sign in (-1, 1):
        at = frame(x, y - radius + 26, sign)
        brush.metal(
            smooth(at((0, 0), (size * 0.5, -20), (size * 0.92, -size * 0.5), (size * 0.5, -size * 0.3)), 0.8),
            metal,
        )
    if rng.random() < 0.45:
        halo(brush, x, top, size, tint(accent, 0.55), metal, 20)
        gem(brush, x, top, size * 0.82, colour, rng.choice(("round", "oval", "hexagon")))
    else:
        gem(brush, x, top, size, colour, rng.choice(CUTS))
        claws(brush, x, top, size * 0.95, metal)
    for sign in (-1, 1) if rng.random() < 0.6 else ():
        for index in range(rng.choice((1, 3))):
            angle = math.radians(-90 + sign * (26 + index * 13))
            reach = radius - thick * 0.4
            gem(brush, x + reach * math.cos(angle), y + reach * math.sin(angle), thick * 0.5, accent)


def _signet(
    brush: Brush, rng: random.Random, band: _Band, colour: Colour, accent: Colour, metal: Colour
) -> None:
    x, y, radius, _ = band
    wide, high = rng.uniform(130, 180), rng.uniform(100, 140)
    top = y - radius - high * 0.3
    seat = rng.choice(
        (
            oval(x, top, wide, high),
            box(x - wide, top - high, wide * 2, high * 2, 40),
            star(x, top, wide, wide * 0.9, 8),
        )
    )
    brush.metal(seat, metal)
    brush.gloss(
        rng.choice(
            (
                oval(x, top, wide * 0.76, high * 0.76),
                box(x - wide * 0.7, top - high * 0.7, wide * 1.4, high * 1.4, 24),
            )
        ),
        colour,
    )
    brush.metal(
        rng.choice((star(x, top, 60, 26), star(x, top, 60, 20, 4), flower(x, top, 58, 6))), tint(metal, 0.2)
    )


def _row_of_stones(
    brush: Brush, rng: random.Random, band: _Band, colour: Colour, accent: Colour, metal: Colour
) -> None:
    x, y, radius, _ = band
    count, cut = rng.choice((3, 5, 7, 9)), rng.choice(CUTS)
    step = 78 / count * 1.7
    for index in range(count):
        away = abs(index - (count - 1) / 2)
        angle = math.radians(-90 + (index - (count - 1) / 2) * step)
        size = radius * math.radians(step) * 0.5 * (1.25 - away * 0.1 if count < 6 else 1.05)
        reach = radius + size * 0.2
        gem(
            brush,
            x + reach * math.cos(angle),
            y + reach * math.sin(angle),
            size,
            accent if index % 2 else colour,
            cut,
        )


def _blossom_ring(
    brush: Brush, rng: random.Random, band: _Band, colour: Colour, accent: Colour, metal: Colour
) -> None:
    x, y, radius, _ = band
    size, petals = rng.uniform(150, 190), rng.choice((5, 6, 8))
    top = y - radius - size * 0.4
    brush.metal(flower(x, top, size * 1.08, petals), metal)
    brush.gloss(flower(x, top, size * 0.94, petals), colour)
    gem(brush, x, top, size * 0.34, accent)


def _wide_band(
    brush: Brush, rng: random.Random, band: _Band, colour: Colour, accent: Colour, metal: Colour
) -> None:
    x, y, radius, _ = band
    width = rng.uniform(80, 110)
    y -= 90
    radius *= 1.25
    brush.metal(ring(x, y, radius * 1.04, radius * 1.04, width), metal)
    brush.gloss(ring(x, y, radius * 1.04 - width * 0.28, radius * 1.04 - width * 0.28, width * 0.44), colour)
    for index in range(rng.choice((12, 16, 24))):
        angle = index * math.tau / 24 + math.pi
        reach = radius * 1.04 - width * 0.5
        brush.ball(oval(x + reach * math.cos(angle), y + reach * math.sin(angle), width * 0.12), accent, 0.95)


def _bracelet(brush: Brush, look: Look, rng: random.Random) -> None:
    metal, accent = rng.choice(HARDWARE), distinct(look.colour, look.accent)
    high = rng.uniform(0.62, 0.95)
    style = rng.choice((_beaded, _beaded, _bangle, _charm_chain, _cord))
    brush.contact(500, 500 + 350 * high, 300, 40)
    style(brush, rng, (340, 340 * high), look.colour, accent, metal)


_Loop = tuple[float, float]


def _beaded(
    brush: Brush, rng: random.Random, loop: _Loop, colour: Colour, accent: Colour, metal: Colour
) -> None:
    size, every = rng.uniform(32, 58), rng.choice((2, 3, 4, 6, 0))
    places = beads(oval(500, 500, *loop), size * 1.9)[:-1]
    order = sorted(range(len(places)), key=lambda index: places[index][1])
    for index in order:
        x, y = places[index]
        if every and index % every == 0:
            pearl(brush, x, y, size, accent)
        elif every == 6 and index % every == 3:
            brush.metal(box(x - size * 0.6, y - size * 0.8, size * 1.2, size * 1.6, 14), metal)
        else:
            pearl(brush, x, y, size, colour)
    if rng.random() < 0.5:
        charm(brush, rng, 500, 500 + loop[1] + size * 0.4, 96, accent, metal)


def _bangle(
    brush: Brush, rng: random.Random, loop: _Loop, colour: Colour, accent: Colour, metal: Colour
) -> None:
    thick, high = rng.uniform(36, 60), rng.uniform(50, 130)
    rx, ry = loop
    back = ring(500, 500 - high / 2, rx, ry, thick * 0.6)
    brush.metal(back, shade(metal, 0.3))
    wall = QPainterPath()
    wall.addPath(arc(500, 500 - high / 2, rx, ry, 180, 180))
    wall.connectPath(arc(500, 500 + high / 2, rx, ry, 360, -180))
    wall.closeSubpath()
    enamel = rng.random() < 0.6
    brush.round(wall, colour) if enamel else brush.metal(wall, metal)
    for edge in (-0.5, 0.5):
        brush.strap(arc(500, 500 + edge * high, rx, ry, 180, 180), metal, 16)
    for x, y in beads(arc(500, 500, rx * 0.98, ry, 205, 130), rng.choice((60, 84))):
        gem(brush, x, y, high * 0.3, accent if enamel else colour, "round")


def _charm_chain(
    brush: Brush, rng: random.Random, loop: _Loop, colour: Colour, accent: Colour, metal: Colour
) -> None:
    path = oval(500, 440, loop[0], loop[1] * 0.86)
    chain(brush, path, metal, rng.uniform(16, 26))
    count = rng.choice((3, 5, 7))
    for index in range(count):
        angle = math.radians(155 - 130 * index / (count - 1))
        x, y = 500 + loop[0] * math.cos(angle), 440 + loop[1] * 0.86 * math.sin(angle)
        charm(brush, rng, x, y + 16, 96, accent if index % 2 else colour, metal)


def _cord(
    brush: Brush, rng: random.Random, loop: _Loop, colour: Colour, accent: Colour, metal: Colour
) -> None:
    strands = rng.choice((2, 3, 4))
    for index in range(strands):
        path = oval(500, 470 + index * 34, loop[0], loop[1] * 0.9)
        tone = accent if index % 2 else colour
        brush.strap(path, tone, 32)
        brush.stitch(path, shade(tone, 0.4), 9, 10)
    low = 470 + loop[1] * 0.9
    brush.metal(box(450, low - 30, 100, 34 * strands + 24, 18), metal)
    if rng.random() < 0.7:
        side: Point = (500 - loop[0] * 0.66, low - loop[1] * 0.2)
        charm(brush, rng, side[0], side[1] + 34 * strands, 110, accent, metal)


PAINTERS: dict[str, Painter] = hairpins_and_watches.PAINTERS | {
    "necklace": necklaces.necklace,
    "earrings": _earrings,
    "ring": _ring,
    "bracelet": _bracelet,
}
