"""Outerwear: trench coat and bomber jacket, laid flat; painters for the clothing categories."""

from __future__ import annotations

import random

from sourcing_desktop.sandbox.drawing.brush import Brush
from sourcing_desktop.sandbox.drawing.kinds import garments as sewn
from sourcing_desktop.sandbox.drawing.kinds.garments import Cut, Fabric, Sleeve
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import choose
from sourcing_desktop.sandbox.drawing.shapes import (
    box,
    curve,
    flower,
    frame,
    heart,
    lines,
    oval,
    polygon,
    smooth,
    star,
    trapeze,
)
from sourcing_desktop.sandbox.drawing.tones import (
    GOLD,
    HARDWARE,
    INK,
    Colour,
    contrast,
    distinct,
    shade,
    tint,
)


def trench_coat(brush: Brush, look: Look, rng: random.Random) -> None:
    """A long belted coat with wide lapels."""
    bottom, flare = rng.uniform(840, 940), rng.uniform(1.1, 1.6)
    accent = distinct(look.colour, look.accent)
    fabric = Fabric(look.colour, accent, choose(rng, "checks plaid", 0.85))
    cut = Cut(72, 172, 158, 132, 132 * flare, 110, 280, 460, bottom)
    sleeve = Sleeve(rng.uniform(430, 480), rng.uniform(9, 15), 76, 4)
    sewn.hanger(brush, rng, cut)
    sewn.sleeves(brush, cut, fabric, sleeve)
    sewn.cuffs(brush, cut, shade(look.colour, 0.08), sleeve, -60, ribbed=False)
    sewn.torso(brush, cut, fabric)
    sewn.creases(brush, cut, look.colour, rng)
    double = rng.random() < 0.7
    overlap = 500 - (70 if double else 20)
    brush.line(curve([(470, 300), (overlap, 420), (overlap + 4, bottom - 4)]), shade(look.colour, 0.5), 5)
    sewn.round_neck(brush, cut, shade(look.colour, 0.2), 40)
    _lapels(brush, look, rng, cut)
    button = rng.choice(("#5a3d2b", INK, accent, GOLD))
    for x in (500 - 44, 500 + 56) if double else (506,):
        sewn.buttons(brush, x, 380, 640, 3 if double else 5, button, 16)
    if rng.random() < 0.8:
        sewn.belt(
            brush,
            490,
            cut.waist * 1.02,
            rng.choice((shade(look.colour, 0.12), accent)),
            rng.choice((None, GOLD, INK)),
            46,
        )
    for sign in (-1, 1):
        at = frame(500, 590, sign)
        brush.body(polygon(at((74, 10), (104, 0), (134, 110), (104, 120))), shade(look.colour, 0.1))
        if rng.random() < 0.9:
            brush.body(
                polygon(frame(500, cut.top, sign)((110, 22), (182, 44), (178, 68), (106, 46))),
                shade(look.colour, 0.06),
            )


def _lapels(brush: Brush, look: Look, rng: random.Random, cut: Cut) -> None:
    reach, end = rng.uniform(1.5, 2.1), rng.uniform(330, 390)
    tone = rng.choice((tint(look.colour, 0.06), shade(look.colour, 0.2), distinct(look.colour, look.accent)))
    for sign in (-1, 1):
        at = frame(500, 0, cut.neck * sign)
        brush.body(
            smooth(
                at((-0.1, end), (0.5, 190), (0.9, 168), (reach, 216), (reach * 0.9, 262), (0.7, 320)), 0.2
            ),
            tone,
        )
        brush.body(
            smooth(at((0.1, 200), (0.7, 100), (1.1, 118), (reach * 1.04, 188), (0.96, 226)), 0.2),
            tint(tone, 0.05),
        )


def bomber_jacket(brush: Brush, look: Look, rng: random.Random) -> None:
    """A short jacket with ribbed collar, cuffs and hem."""
    accent = distinct(look.colour, look.accent)
    wide, bottom = rng.uniform(228, 256), rng.uniform(700, 760)
    fabric = Fabric(look.colour, accent, choose(rng, "checks diamonds gradient leaves plaid", 0.75))
    cut = Cut(88, wide * 0.96, wide * 0.96, wide * 0.97, wide * 0.94, 200, 420, 580, bottom)
    sleeve = Sleeve(rng.uniform(430, 480), rng.uniform(12, 18), 84, rng.uniform(12, 30))
    varsity = rng.random() < 0.4
    trim = rng.choice((accent, shade(look.colour, 0.25), look.colour))
    sewn.sleeves(brush, cut, Fabric(accent, look.colour) if varsity else fabric, sleeve)
    sewn.cuffs(brush, cut, trim, sleeve, 58)
    body = sewn.torso(brush, cut, fabric)
    if rng.random() < 0.25:
        with brush.inside(body):
            for shift in range(-900, 900, 74):
                brush.line(lines([(500 + shift, 200), (1100 + shift, 800)]), shade(look.colour, 0.3), 4)
                brush.line(lines([(500 - shift, 200), (-100 - shift, 800)]), shade(look.colour, 0.3), 4)
    sewn.creases(brush, cut, look.colour, rng)
    hem = trapeze(bottom - 8, cut.hem, bottom + 58, cut.hem * 0.9, 18)
    sewn.ribs(brush, hem, trim)
    if trim is accent or rng.random() < 0.4:
        with brush.inside(hem):
            brush.line(lines([(200, bottom + 26), (800, bottom + 26)]), contrast(trim, 0.5), 9)
    _bomber_front(brush, look, rng, cut, trim)


def _bomber_front(brush: Brush, look: Look, rng: random.Random, cut: Cut, trim: Colour) -> None:
    accent, lining = distinct(look.colour, look.accent), rng.choice(("#d9803c", shade(look.colour, 0.5), INK))
    at = frame(500, cut.top, cut.neck)
    brush.body(smooth(at((-1.1, 10), (0, -26), (1.1, 10), (0, 60)), 0.8), shade(lining, 0.2))
    band = at(
        (-1.16, -6),
        (-0.7, 44),
        (-0.06, 86),
        (0.06, 86),
        (0.7, 44),
        (1.16, -6),
        (0.9, -34),
        (0, 36),
        (-0.9, -34),
    )
    sewn.ribs(brush, smooth(band, 0.5), trim)
    brush.zipper(lines([(500, cut.top + 80), (500, cut.bottom + 54)]), look.colour, rng.choice(HARDWARE), 22)
    brush.metal(box(493, cut.top + 96, 14, 48, 5), GOLD)
    slanted = rng.random() < 0.6
    for sign in (-1, 1):
        pocket = frame(500, cut.bottom - 190, sign)
        if slanted:
            brush.body(polygon(pocket((92, 120), (118, 136), (186, 16), (160, 0))), shade(look.colour, 0.1))
        else:
            flap = smooth(pocket((74, 30), (190, 30), (190, 76), (132, 92), (74, 76)), 0.2)
            brush.body(flap, shade(look.colour, 0.08))
            brush.metal(oval(500 + sign * 132, cut.bottom - 122, 12), rng.choice(HARDWARE))
    if rng.random() < 0.5:
        x, y = 500 + 118, cut.top + 170
        mark = (
            star(x, y, 52, 22),
            heart(x, y, 84),
            oval(x, y, 44),
            flower(x, y, 50, 6),
            box(x - 40, y - 48, 80, 96, 12),
        )
        brush.body(rng.choice(mark), accent)
