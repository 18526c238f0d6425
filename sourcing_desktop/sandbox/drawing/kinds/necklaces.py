"""Necklaces: pendants, pearls, layers and fringes, flat or on a bust; part of the category jewellery."""

from __future__ import annotations

import random

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush
from sourcing_desktop.sandbox.drawing.kinds.gems import chain, charm, gem, pearl
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.shapes import (
    beads,
    curve,
    drop,
    flower,
    frame,
    lathe,
    oval,
)
from sourcing_desktop.sandbox.drawing.tones import HARDWARE, Colour, distinct, lightness, shade


def necklace(brush: Brush, look: Look, rng: random.Random) -> None:
    """A necklace laid flat or on the stand it is shown on."""
    metal, accent = rng.choice(HARDWARE), distinct(look.colour, look.accent)
    style = rng.choice((_pendant, _pendant, _pearls, _layers, _fringe))
    if rng.random() < 0.4:
        with brush.placed(dy=70, scale=1.3, about=(500, 480)):
            _bust(brush, rng, look.colour)
            style(
                brush, rng, (rng.uniform(150, 176), rng.uniform(280, 360), 290.0), look.colour, accent, metal
            )
    else:
        style(brush, rng, (rng.uniform(260, 350), rng.uniform(540, 640), 120.0), look.colour, accent, metal)


def _bust(brush: Brush, rng: random.Random, colour: Colour) -> None:
    """The velvet stand necklaces are shown on."""
    offered = rng.sample(("#f1ece4", "#3a3b44", "#cbb9a8", "#8f7f86", "#dfe3ea"), 2)
    velvet = max(offered, key=lambda tone: abs(lightness(tone) - lightness(colour)))
    brush.contact(500, 920, 300)
    at = frame(500, 0, 1.0)
    neck = at((70, 90), (84, 200), (96, 300), (200, 380), (330, 470), (300, 660), (200, 860), (170, 915))
    bust = lathe(neck)
    brush.puff(bust, velvet)
    brush.body(oval(500, 92, 72, 22), shade(velvet, 0.12))


def _hanging(wide: float, deep: float, top: float, sharp: float = 0.0) -> QPainterPath:
    """The line of a hanging chain; `sharp` draws its lowest point out to a V."""
    at = frame(500, top, wide, deep)
    low = 0.72 - sharp * 0.14
    return curve(at((-0.62, 0), (-0.96, 0.26), (-0.72, low), (0, 1), (0.72, low), (0.96, 0.26), (0.62, 0)))


_Drape = tuple[float, float, float]


def _pendant(
    brush: Brush, rng: random.Random, drape: _Drape, colour: Colour, accent: Colour, metal: Colour
) -> None:
    wide, deep, top = drape
    path = _hanging(wide, deep, top, rng.uniform(0, 1.4))
    if rng.random() < 0.45:
        brush.strap(path, colour, rng.uniform(14, 24))
    else:
        chain(brush, path, metal, rng.uniform(7, 15))
    size = rng.uniform(140, 210) * (0.72 if wide < 200 else 1)
    charm(brush, rng, 500, top + deep, size, colour, metal)
    if rng.random() < 0.4:
        for sign in (-1, 1):
            gem(brush, 500 + sign * size * 0.5, top + deep - size * 0.1, size * 0.2, accent)


def _pearls(
    brush: Brush, rng: random.Random, drape: _Drape, colour: Colour, accent: Colour, metal: Colour
) -> None:
    wide, deep, top = drape
    size, every = rng.uniform(25, 40) * (0.7 if wide < 200 else 1), rng.choice((0, 0, 3, 5))
    graded = rng.random() < 0.5
    places = beads(_hanging(wide, deep * 0.92, top), size * 1.85)
    for index, (x, y) in enumerate(places):
        near = 1 - abs(2 * index / len(places) - 1)
        radius = size * (0.66 + 0.5 * near) if graded else size
        pearl(brush, x, y, radius, accent if every and index % every == 0 else colour)
    if rng.random() < 0.4:
        charm(brush, rng, 500, top + deep * 0.94, 110 * size / 28, accent, metal)


def _layers(
    brush: Brush, rng: random.Random, drape: _Drape, colour: Colour, accent: Colour, metal: Colour
) -> None:
    wide, deep, top = drape
    for index, share in enumerate((0.55, 0.78, 1.0)[rng.randrange(2) :]):
        path = _hanging(wide * (0.86 + share * 0.14), deep * share, top, share)
        chain(brush, path, metal, 8)
        if index % 2:
            for x, y in beads(path, 90)[1:-1]:
                pearl(brush, x, y, 19, accent if index % 4 else colour)
        charm(
            brush,
            rng,
            500,
            top + deep * share,
            130 * share * (0.75 if wide < 200 else 1),
            accent if index == 1 else colour,
            metal,
        )


def _fringe(
    brush: Brush, rng: random.Random, drape: _Drape, colour: Colour, accent: Colour, metal: Colour
) -> None:
    wide, deep, top = drape
    path = _hanging(wide, deep * 0.8, top)
    chain(brush, path, metal, 10)
    count, shape = rng.choice((7, 9, 11)), rng.randrange(3)
    for index in range(count):
        near = 1 - abs(2 * index / (count - 1) - 1)
        place = path.pointAtPercent(0.24 + 0.52 * index / (count - 1))
        x, y, size = place.x(), place.y() + 8, (34 + 36 * near) * (0.7 if wide < 200 else 1.35)
        tone = accent if index % 2 else colour
        if shape == 0:
            brush.gloss(drop(x, y, size * 1.1, size * 2.1), tone)
        elif shape == 1:
            gem(brush, x, y + size, size * 0.7, tone, "oval")
        else:
            brush.gloss(flower(x, y + size * 0.6, size * 0.8, 5), tone)
            brush.metal(oval(x, y + size * 0.6, size * 0.22), metal)
