"""Men's clothing as product pictures: t-shirt, dress shirt, hoodie, necktie; shorts and jacket elsewhere."""

from __future__ import annotations

import random

from sourcing_desktop.sandbox.drawing.brush import Brush, Painter
from sourcing_desktop.sandbox.drawing.kinds import coats, skirts_and_trousers
from sourcing_desktop.sandbox.drawing.kinds import garments as sewn
from sourcing_desktop.sandbox.drawing.kinds.garments import Cut, Fabric, Sleeve
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import PLAIN, choose
from sourcing_desktop.sandbox.drawing.shapes import (
    arc,
    box,
    curve,
    flower,
    frame,
    heart,
    lines,
    oval,
    polygon,
    ring,
    rounded,
    smooth,
    star,
    trapeze,
    turned,
)
from sourcing_desktop.sandbox.drawing.tones import (
    GOLD,
    INK,
    STEEL,
    Colour,
    contrast,
    distinct,
    shade,
    tint,
)


def _t_shirt(brush: Brush, look: Look, rng: random.Random) -> None:
    accent = distinct(look.colour, look.accent)
    wide, bottom = rng.uniform(212, 246), rng.uniform(790, 860)
    printed = rng.random() < 0.55
    pattern = choose(rng, "bands bands stripes gradient dots diagonal leaves checks terrazzo", 0.35)
    fabric = Fabric(look.colour, accent, PLAIN if printed else pattern)
    cut = Cut(rng.uniform(86, 108), wide, wide * 0.97, wide * 0.95, wide * 0.96, 170, 400, 600, bottom)
    sleeve = Sleeve(rng.uniform(170, 250), rng.uniform(26, 42), rng.uniform(120, 140), 4)
    sewn.hanger(brush, rng, cut)
    raglan = printed and rng.random() < 0.3
    sewn.sleeves(brush, cut, Fabric(accent, look.colour) if raglan else fabric, sleeve)
    if rng.random() < 0.3:
        sewn.cuffs(brush, cut, accent, sleeve, -26, ribbed=False)
    sewn.torso(brush, cut, fabric)
    sewn.creases(brush, cut, look.colour, rng)
    band = rng.choice((shade(look.colour, 0.08), shade(look.colour, 0.08), accent))
    rng.choice((sewn.round_neck, sewn.round_neck, sewn.v_neck))(
        brush, cut, look.colour, rng.uniform(56, 96), band
    )
    brush.stitch(
        lines([(500 - cut.hem + 12, bottom - 24), (500 + cut.hem - 12, bottom - 24)]),
        contrast(look.colour, 0.25),
    )
    if printed:
        _graphic(brush, rng, accent, rng.uniform(420, 480), rng.uniform(86, 140))
    elif rng.random() < 0.5:
        sewn.patch_pocket(brush, 590, 360, 112, 124, rng.choice((accent, tint(look.colour, 0.08))))


def _graphic(brush: Brush, rng: random.Random, ink: Colour, y: float, size: float) -> None:
    """A picture printed on the chest."""
    at = frame(500, y, size, size)
    motif = rng.randrange(8)
    if motif == 0:
        brush.flat(oval(500, y, size), ink)
        brush.flat(
            polygon(at((-0.86, 0.5), (-0.3, -0.3), (0.1, 0.2), (0.4, -0.1), (0.86, 0.5), (0, 1))),
            shade(ink, 0.4),
        )
        brush.flat(oval(500 + size * 0.35, y - size * 0.4, size * 0.2), tint(ink, 0.6))
    elif motif == 1:
        for index in range(5):
            wave = ((-1, 0), (-0.5, -0.16), (0, 0), (0.5, 0.16), (1, 0))
            brush.line(
                curve(at(*((x, dy + index * 0.34 - 0.7) for x, dy in wave))),
                tint(ink, index * 0.14),
                size * 0.15,
            )
    elif motif == 2:
        brush.flat(star(500, y, size, size * 0.42), ink)
    elif motif == 3:
        brush.flat(
            polygon(at((0.1, -1), (-0.6, 0.15), (-0.06, 0.15), (-0.2, 1), (0.6, -0.25), (0.04, -0.25))), ink
        )
    elif motif == 4:
        brush.line(ring(500, y, size, size, size * 0.2), ink, 6)
        brush.flat(oval(500, y, size * 0.6), ink)
    elif motif == 5:
        brush.flat(heart(500, y, size * 1.7), ink)
    elif motif == 6:
        for x, rise in ((-0.7, 0.5), (-0.24, 0.8), (0.22, 1.1), (0.68, 0.66)):
            brush.flat(box(500 + x * size - 18, y + size * (0.6 - rise), 38, size * rise, 8), ink)
        brush.flat(box(500 - size, y + size * 0.66, size * 2, 16, 8), ink)
    else:
        brush.flat(flower(500, y, size, 8), ink)
        brush.flat(oval(500, y, size * 0.26), "#f3cf6a")


def _dress_shirt(brush: Brush, look: Look, rng: random.Random) -> None:
    accent = distinct(look.colour, look.accent)
    fabric = Fabric(look.colour, accent, choose(rng, "stripes stripes checks plaid dots bands diamonds", 0.4))
    if rng.random() < 0.3:
        _folded_shirt(brush, look, rng, fabric)
        return
    wide, bottom = rng.uniform(192, 216), rng.uniform(820, 880)
    cut = Cut(84, wide, wide * 0.96, wide * 0.9, wide * 0.95, 160, 370, 560, bottom)
    sleeve = rng.choice((Sleeve(560, 12, 58, 6), Sleeve(540, 15, 62, 10), Sleeve(220, 30, 118, 4)))
    collar = rng.choice((look.colour, look.colour, "#ffffff"))
    sewn.hanger(brush, rng, cut)
    sewn.sleeves(brush, cut, fabric, sleeve)
    sewn.cuffs(brush, cut, collar, sleeve, 50 if sleeve.length > 300 else -30, ribbed=False)
    sewn.torso(brush, cut, fabric)
    sewn.creases(brush, cut, look.colour, rng)
    _shirt_front(brush, look, rng, cut, collar)


def _shirt_front(brush: Brush, look: Look, rng: random.Random, cut: Cut, collar: Colour) -> None:
    sewn.placket(brush, cut, look.colour, 40)
    sewn.shirt_collar(brush, cut, collar, rng.random(), rng.uniform(80, 110))
    tone = rng.choice(("#f6f3ea", INK, distinct(look.colour, look.accent)))
    sewn.buttons(brush, 500, cut.top + 92, cut.bottom - 46, 7, tone, 11)
    if rng.random() < 0.6:
        sewn.patch_pocket(brush, 590, cut.top + 210, 104, 118, tint(look.colour, 0.06))
    if rng.random() < 0.2:
        _bow_tie(brush, distinct(look.colour, look.accent), cut.top + 60)


def _folded_shirt(brush: Brush, look: Look, rng: random.Random, fabric: Fabric) -> None:
    half, top, bottom = rng.uniform(280, 310), 210, rng.uniform(800, 860)
    yoke = ((-0.7, top), (0.7, top), (1, top + 50), (1, bottom), (-1, bottom), (-1, top + 50))
    body = rounded(frame(500, 0, half)(*yoke), 26)
    brush.body(box(500 - half + 14, bottom - 30, half * 2 - 28, 54, 14), shade(look.colour, 0.25))
    brush.cloth(body, fabric.colour, fabric.accent, fabric.pattern)
    for sign in (-1, 1):
        brush.fold(
            curve(frame(500, top, half * sign)((0.52, 30), (0.6, 260), (0.56, 520))), look.colour, 36, 0.5
        )
    cut = Cut(124, half, half, half, half, top, 400, 560, bottom)
    _shirt_front(brush, look, rng, cut, rng.choice((look.colour, "#ffffff")))


def _bow_tie(brush: Brush, colour: Colour, y: float) -> None:
    for sign in (-1, 1):
        at = frame(500, y, sign)
        brush.body(smooth(at((0, -12), (80, -46), (96, 0), (80, 46), (0, 12)), 0.5), colour)
    brush.body(box(482, y - 22, 36, 44, 10), shade(colour, 0.12))


def _hoodie(brush: Brush, look: Look, rng: random.Random) -> None:
    accent = distinct(look.colour, look.accent)
    wide, bottom = rng.uniform(218, 250), rng.uniform(780, 830)
    fabric = Fabric(look.colour, accent, choose(rng, "bands gradient checks terrazzo diagonal stars", 0.65))
    cut = Cut(104, wide, wide * 0.97, wide * 0.98, wide * 0.95, 250, 460, 620, bottom)
    sleeve = Sleeve(rng.uniform(470, 510), rng.uniform(11, 17), 84, rng.uniform(8, 26))
    trim = rng.choice((look.colour, look.colour, accent))
    sewn.sleeves(brush, cut, Fabric(accent, look.colour) if rng.random() < 0.2 else fabric, sleeve)
    sewn.cuffs(brush, cut, trim, sleeve, 54)
    sewn.torso(brush, cut, fabric)
    sewn.creases(brush, cut, look.colour, rng)
    sewn.ribs(brush, trapeze(bottom - 8, cut.hem, bottom + 54, cut.hem * 0.92, 18), trim)
    zipped = rng.random() < 0.4
    at = frame(500, bottom - 10)
    deep = rng.uniform(150, 190)
    pocket = at((-96, -deep), (96, -deep), (168, -deep * 0.4), (172, 0), (-172, 0), (-168, -deep * 0.4))
    brush.body(
        rounded(pocket, 14),
        rng.choice((shade(look.colour, 0.07), accent if rng.random() < 0.4 else look.colour)),
    )
    _hood(brush, look, rng, cut, accent)
    if zipped:
        brush.zipper(lines([(500, cut.top + 90), (500, bottom + 50)]), look.colour, STEEL, 20)
    elif rng.random() < 0.55:
        _graphic(brush, rng, accent, 500, rng.uniform(60, 84))


def _hood(brush: Brush, look: Look, rng: random.Random, cut: Cut, accent: Colour) -> None:
    at = frame(500, cut.top, cut.neck)
    rise = rng.uniform(110, 160)
    hood = at(
        (-1.5, 60),
        (-1.42, -rise * 0.5),
        (-0.7, -rise),
        (0.7, -rise),
        (1.42, -rise * 0.5),
        (1.5, 60),
        (0, 116),
    )
    brush.puff(smooth(hood, 0.9), look.colour)
    mouth = smooth(
        at((-0.92, 20), (-0.9, -rise * 0.4), (0, -rise * 0.72), (0.9, -rise * 0.4), (0.92, 20), (0, 96)), 0.9
    )
    lining = rng.choice((accent, shade(look.colour, 0.4)))
    brush.ramp(mouth, [(0, shade(lining, 0.5)), (1, shade(lining, 0.12))], (0.5, 0), (0.5, 1))
    brush.edge(mouth, look.colour)
    for sign in (-1, 1):
        brush.fold(
            curve(frame(500, cut.top, cut.neck * sign)((1.3, 50), (0.7, 70), (0.06, 104))),
            look.colour,
            30,
            0.8,
        )
        brush.metal(oval(500 + sign * 46, cut.top + 74, 11), GOLD)
    sewn.drawstrings(brush, cut.top + 76, 44, rng.uniform(110, 190), rng.choice((accent, "#f6f3ea", INK)))


def _necktie(brush: Brush, look: Look, rng: random.Random) -> None:
    accent = distinct(look.colour, look.accent)
    pattern = choose(rng, "diagonal diagonal dots checks diamonds floral stripes plaid leaves zigzag", 0.15)
    if rng.random() < 0.25:
        _rolled_tie(brush, look, rng, Fabric(look.colour, accent, pattern))
        return
    wide, tip, top = rng.uniform(74, 122), rng.uniform(880, 920), 190
    with brush.placed(angle=rng.uniform(-12, 12)):
        for sign in (-1, 1):
            loop = frame(500, top, sign)
            brush.body(
                smooth(loop((0, 0), (70, -76), (112, -96), (130, -66), (86, -16), (24, 34)), 0.6),
                shade(look.colour, 0.16),
            )
        tail = rounded(
            [(488, top + 50), (530, top + 50), (576, tip - 190), (552, tip - 150), (520, tip - 180)], 4
        )
        brush.cloth(tail, shade(look.colour, 0.25), accent, pattern, 0)
        low = tip - wide
        blade = rounded(
            [(472, top + 60), (528, top + 60), (500 + wide, low), (500, tip), (500 - wide, low)], 5
        )
        brush.cloth(blade, look.colour, accent, pattern)
        brush.fold(curve([(506, top + 110), (514, top + 300), (520, low)]), look.colour, 34, 0.4)
        knot = rounded([(438, top - 24), (562, top - 24), (534, top + 84), (466, top + 84)], 16)
        brush.cloth(knot, tint(look.colour, 0.05), accent, pattern, rng.choice((0, 30, 60)))
        brush.fold(curve([(478, top - 10), (492, top + 30), (488, top + 76)]), look.colour, 22, 0.6)
        if rng.random() < 0.4:
            brush.metal(box(440, 520, 96, 20, 6), rng.choice((GOLD, STEEL)), upright=False)


def _rolled_tie(brush: Brush, look: Look, rng: random.Random, fabric: Fabric) -> None:
    x, y, radius = 400, 480, rng.uniform(200, 230)
    width = rng.uniform(150, 190)
    end = [
        (x, y + radius - width),
        (860, y + radius - width),
        (930, y + radius - width / 2),
        (860, y + radius),
        (x, y + radius),
    ]
    tongue = turned(polygon(end), rng.uniform(-8, 12), (x, y))
    brush.cloth(tongue, fabric.colour, fabric.accent, fabric.pattern)
    coil = oval(x, y, radius)
    brush.cloth(coil, fabric.colour, fabric.accent, fabric.pattern)
    for turn in range(6):
        size = radius * (0.94 - turn * 0.15)
        brush.line(arc(x + turn * 3, y, size, size, 30 + turn * 20, 330), shade(fabric.colour, 0.5), 7)
        brush.line(arc(x + turn * 3 - 5, y - 5, size, size, 60, 130), tint(fabric.colour, 0.35), 5)


PAINTERS: dict[str, Painter] = {
    "t_shirt": _t_shirt,
    "dress_shirt": _dress_shirt,
    "hoodie": _hoodie,
    "shorts": skirts_and_trousers.shorts,
    "bomber_jacket": coats.bomber_jacket,
    "necktie": _necktie,
}
