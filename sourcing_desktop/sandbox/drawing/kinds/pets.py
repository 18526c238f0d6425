"""Things for pets as product pictures: dog collar, bowl and bed; tree, cage and tank in `pet_homes`."""

from __future__ import annotations

import math
import random

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush, Painter
from sourcing_desktop.sandbox.drawing.kinds import pet_homes
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import choose
from sourcing_desktop.sandbox.drawing.shapes import (
    arc,
    beads,
    box,
    curve,
    flower,
    frame,
    heart,
    oval,
    ring,
    smooth,
    star,
    trapeze,
)
from sourcing_desktop.sandbox.drawing.tones import (
    GOLD,
    HARDWARE,
    OAK,
    STEEL,
    Colour,
    contrast,
    distinct,
    shade,
    tint,
)


def paw(x: float, y: float, size: float) -> QPainterPath:
    """A paw print of about the given radius."""
    path = smooth(
        frame(x, y, size, size)((0, -0.1), (0.5, 0.3), (0.62, 0.8), (0, 0.66), (-0.62, 0.8), (-0.5, 0.3))
    )
    for dx, dy, tilt in ((-0.72, 0.0, 0.2), (-0.26, -0.5, 0.24), (0.26, -0.5, 0.24), (0.72, 0.0, 0.2)):
        path.addPath(oval(x + dx * size, y + dy * size, size * tilt, size * (tilt + 0.07)))
    return path


def bone(x: float, y: float, size: float) -> QPainterPath:
    """A bone lying along x, `size` its half length."""
    at = frame(x, y, size, size)
    upper = ((-0.6, -0.16), (-0.72, -0.44), (-1, -0.36), (-0.98, 0))
    half = [*at(*upper), *at(*((px, -py) for px, py in reversed(upper[:-1])))]
    return smooth([*half, *[(2 * x - px, py) for px, py in reversed(half)]], 0.9)


def _dog_collar(brush: Brush, look: Look, rng: random.Random) -> None:
    accent, metal = distinct(look.colour, look.accent), rng.choice(HARDWARE)
    rx, ry, high = rng.uniform(330, 385), rng.uniform(150, 230), rng.uniform(76, 130)
    middle = 440.0
    brush.contact(500, middle + ry + high, rx)
    back = _band(rx, ry, middle, high, 0, 180)
    brush.body(back, shade(look.colour, 0.38))
    front = _band(rx, ry, middle, high, 180, 180)
    brush.gloss(front, look.colour)
    pattern = choose(rng, "dots checks stripes diamonds zigzag floral stars hearts plaid", 0.35)
    brush.print(front, look.colour, accent, pattern)
    if rng.random() < 0.6:
        for lift in (0.12, 0.88):
            brush.stitch(
                arc(500, middle + (lift - 0.5) * high, rx, ry, 186, 168), contrast(look.colour, 0.45)
            )
    if pattern.name == "plain" and rng.random() < 0.7:
        for x, y in beads(arc(500, middle, rx, ry, 200, 140), rng.choice((70, 95))):
            pointed = high > 100
            brush.metal(star(x, y, high * 0.26, high * 0.14, 4) if pointed else oval(x, y, high * 0.2), metal)
    _buckle(brush, rng, accent, metal, (500 - rx * 0.78, middle + ry * 0.6), high)
    _tag(brush, rng, accent, metal, middle + ry + high * 0.46)
    if rng.random() < 0.3:
        _collar_bow(brush, look, accent, middle + ry)


def _band(rx: float, ry: float, middle: float, high: float, start: float, sweep: float) -> QPainterPath:
    path = arc(500, middle - high / 2, rx, ry, start, sweep)
    path.connectPath(arc(500, middle + high / 2, rx, ry, start + sweep, -sweep))
    path.closeSubpath()
    return path


def _buckle(
    brush: Brush, rng: random.Random, accent: Colour, metal: Colour, at: tuple[float, float], high: float
) -> None:
    x, y = at
    with brush.placed(dx=x, dy=y, angle=28, about=(0, 0)):
        if rng.random() < 0.5:
            brush.line(box(-52, -high * 0.68, 104, high * 1.36, 14), shade(metal, 0.3), 20)
            brush.line(box(-52, -high * 0.68, 104, high * 1.36, 14), tint(metal, 0.25), 11)
            brush.strap(curve([(-52, 0), (0, -8), (56, 0)]), metal, 13)
        else:
            brush.gloss(box(-90, -high * 0.6, 180, high * 1.2, 26), rng.choice((accent, "#33343a")))
            brush.flat(box(-20, -high * 0.34, 8, high * 0.68, 4), shade(accent, 0.5))


def _tag(brush: Brush, rng: random.Random, accent: Colour, metal: Colour, y: float) -> None:
    brush.line(ring(500, y + 26, 34, 34, 1), shade(metal, 0.3), 14)
    brush.line(ring(500, y + 26, 34, 34, 1), tint(metal, 0.2), 7)
    low, size = y + 130, rng.uniform(78, 96)
    kind = rng.randrange(5)
    if kind == 4:
        brush.ball(oval(500, low, size * 0.8), metal)
        brush.line(curve([(430, low + 6), (500, low + 20), (570, low + 6)]), shade(metal, 0.6), 9)
        brush.flat(oval(500, low + 34, 13), shade(metal, 0.7))
        return
    shape = (
        bone(500, low, size * 1.3),
        heart(500, low, size * 1.9),
        oval(500, low, size),
        flower(500, low, size * 1.1, 6),
    )[kind]
    brush.metal(shape, metal) if rng.random() < 0.5 else brush.gloss(shape, accent)
    brush.flat(paw(500, low, size * 0.42), shade(metal, 0.5))


def _collar_bow(brush: Brush, look: Look, accent: Colour, y: float) -> None:
    for sign in (-1, 1):
        at = frame(500, y, sign)
        brush.puff(smooth(at((0, -20), (120, -96), (170, -60), (164, 70), (120, 96), (0, 20)), 0.7), accent)
    brush.puff(box(464, y - 44, 72, 88, 24), shade(accent, 0.1))


def _pet_bowl(brush: Brush, look: Look, rng: random.Random) -> None:
    rng.choice((_single_bowl, _single_bowl, _cat_ear_bowl, _double_bowl, _raised_bowl))(brush, look, rng)


def _bowl(
    brush: Brush,
    look: Look,
    rng: random.Random,
    spread: tuple[float, float, float],
    top: float,
    bottom: float,
) -> None:
    """A bowl with upper and lower radius and rim height, filled with water, kibble or nothing."""
    upper, lower, rim = spread
    accent = distinct(look.colour, look.accent)
    brush.contact(500, bottom + lower * 0.1, lower * 1.25)
    shell = QPainterPath(arc(500, top, upper, rim, 180, 180))
    shell.connectPath(arc(500, bottom, lower, rim * lower / upper, 360, -180))
    shell.closeSubpath()
    brush.round(shell, look.colour)
    pattern = choose(rng, "stripes dots zigzag terrazzo bands diamonds", 0.6)
    brush.print(shell, look.colour, accent, pattern)
    y = (top + bottom) / 2 + rim * 0.8
    if pattern.name == "plain":
        size = (bottom - top) * 0.4
        mark = rng.choice(
            (paw(500, y, size), bone(500, y, size * 1.5), heart(500, y, size * 1.6), oval(500, y, size))
        )
        brush.flat(mark, accent)
    brush.body(oval(500, top, upper, rim), tint(look.colour, 0.1))
    inner = oval(500, top + 6, upper * 0.86, rim * 0.8)
    steel = rng.random() < 0.5
    lining = STEEL if steel else shade(look.colour, 0.12)
    brush.ramp(inner, [(0, shade(lining, 0.4)), (1, tint(lining, 0.3))], (0.3, 0), (0.7, 1))
    with brush.inside(inner):
        _filling(brush, rng, top, upper * 0.86, rim)
    brush.line(inner, shade(look.colour, 0.4), 3)


def _filling(brush: Brush, rng: random.Random, top: float, reach: float, rim: float) -> None:
    kind = rng.randrange(4)
    if kind == 0:
        brush.ramp(
            oval(500, top + rim * 0.5, reach, rim * 0.8), [(0, "#8fc3dd"), (1, "#d8eef6")], (0, 0), (1, 1)
        )
        brush.line(arc(470, top + rim * 0.4, reach * 0.5, rim * 0.3, 100, 110), "#ffffff", 6)
    elif kind < 3:
        tones = rng.choice((("#a9713f", "#8a5a30", "#c08a52"), ("#b5553f", "#d79a4a", "#8b6a3e")))
        for index in range(64):
            angle, share = rng.uniform(0, math.tau), math.sqrt(rng.random())
            x, y = (
                500 + reach * 0.92 * share * math.cos(angle),
                top + rim * 0.34 + rim * 0.6 * share * math.sin(angle),
            )
            size = rng.uniform(17, 24)
            brush.flat(oval(x, y, size), shade(tones[index % 3], 0.22))
            brush.flat(oval(x - 3, y - 4, size * 0.74), tint(tones[index % 3], 0.16))


def _single_bowl(brush: Brush, look: Look, rng: random.Random) -> None:
    upper, flare = rng.uniform(290, 380), rng.choice((0.78, 0.95, 1.16))
    height = rng.uniform(200, 330)
    top = 520 - height / 2
    _bowl(brush, look, rng, (upper, min(upper * flare, 400), rng.uniform(80, 130)), top, top + height)


def _cat_ear_bowl(brush: Brush, look: Look, rng: random.Random) -> None:
    for sign in (-1, 1):
        at = frame(500, 430, sign)
        brush.body(smooth(at((110, -40), (210, -230), (250, -220), (300, 20)), 0.4), look.colour)
        brush.body(smooth(at((156, -50), (216, -180), (254, -20)), 0.4), distinct(look.colour, look.accent))
    _bowl(brush, look, rng, (330, 270, 96), 430, 720)


def _double_bowl(brush: Brush, look: Look, rng: random.Random) -> None:
    base = distinct(look.colour, look.accent)
    brush.contact(500, 690, 430)
    brush.body(trapeze(430, 420, 680, 450, 60), base)
    brush.body(
        smooth([(80, 440), (500, 400), (920, 440), (900, 560), (500, 590), (100, 560)], 0.7), tint(base, 0.2)
    )
    seed = rng.randrange(1_000_000)
    for dx in (-205, 205):
        with brush.placed(dx=dx, dy=-20, scale=0.52):
            _bowl(brush, look, random.Random(seed + (dx > 0)), (350, 320, 120), 470, 590)
    brush.flat(paw(500, 640, 34), contrast(base, 0.45))


def _raised_bowl(brush: Brush, look: Look, rng: random.Random) -> None:
    timber = rng.choice((OAK, "#7d5235", "#e3c9a4"))
    brush.contact(500, 850, 320)
    for x in (250, 690):
        brush.wood(box(x, 560, 60, 290, 10), timber, rng, upright=True)
    brush.wood(box(190, 530, 620, 62, 16), timber, rng)
    with brush.placed(dy=-70, scale=0.86):
        _bowl(brush, look, rng, (340, 260, 100), 430, 640)


def _pet_bed(brush: Brush, look: Look, rng: random.Random) -> None:
    rng.choice((_donut_bed, _donut_bed, _bolster_bed, _cave_bed, _basket_bed))(brush, look, rng)


def _donut_bed(brush: Brush, look: Look, rng: random.Random) -> None:
    accent, rx, ry = distinct(look.colour, look.accent), rng.uniform(370, 420), rng.uniform(270, 330)
    pattern = choose(rng, "dots stars checks floral hearts stripes", 0.5)
    brush.contact(500, 520 + ry, rx)
    rim = oval(500, 530, rx, ry)
    brush.puff(rim, look.colour)
    brush.print(rim, look.colour, accent, pattern)
    lobes = rng.choice((0, 10, 14))
    with brush.inside(rim):
        for index in range(lobes):
            angle = index * math.tau / lobes
            at = frame(500, 510, rx * math.cos(angle), ry * math.sin(angle))
            brush.fold(curve(at((0.62, 0.58), (0.82, 0.8), (1, 1))), look.colour, 34, 0.8)
    if not lobes and rng.random() < 0.6:
        for index in range(54):
            angle, reach = index * 2.4, 0.8 + 0.2 * ((index * 7) % 10) / 10
            tuft = oval(
                500 + rx * reach * math.cos(angle), 530 + ry * reach * math.sin(angle), rng.uniform(34, 54)
            )
            brush.ball(tuft, tint(look.colour, rng.uniform(0, 0.25)), 0.4)
    seat = oval(500, 500, rx * 0.66, ry * 0.6)
    brush.body(seat, shade(look.colour, 0.4))
    cushion = oval(500, 520, rx * 0.63, ry * 0.54)
    brush.puff(cushion, rng.choice((accent, tint(look.colour, 0.5))))
    if rng.random() < 0.5:
        mark = rng.choice((paw(500, 515, 70), bone(500, 520, 110), heart(500, 520, 130)))
        brush.flat(mark, contrast(look.colour, 0.3))


def _bolster_bed(brush: Brush, look: Look, rng: random.Random) -> None:
    accent, wide = distinct(look.colour, look.accent), rng.uniform(370, 420)
    pattern = choose(rng, "plaid checks stripes dots diamonds zigzag", 0.4)
    brush.contact(500, 760, wide * 1.05)
    back = box(500 - wide, 300, wide * 2, 300, 120)
    brush.puff(back, look.colour)
    brush.print(back, look.colour, accent, pattern)
    cushion = smooth(
        [
            (500 - wide * 0.8, 500),
            (500, 450),
            (500 + wide * 0.8, 500),
            (500 + wide * 0.86, 690),
            (500, 720),
            (500 - wide * 0.86, 690),
        ]
    )
    brush.puff(cushion, rng.choice((accent, tint(look.colour, 0.55), "#f1e7d6")))
    for sign in (-1, 1):
        at = frame(500, 0, sign * wide)
        arm = smooth(at((0.7, 420), (0.98, 400), (1.08, 540), (1.06, 740), (0.84, 760), (0.7, 700)), 0.9)
        brush.puff(arm, look.colour)
        brush.print(arm, look.colour, accent, pattern)
    lip = box(500 - wide * 0.9, 670, wide * 1.8, 110, 54)
    brush.puff(lip, tint(look.colour, 0.06))
    brush.flat(rng.choice((paw(500, 722, 36), bone(500, 725, 74))), accent)


def _cave_bed(brush: Brush, look: Look, rng: random.Random) -> None:
    accent, wide, top = distinct(look.colour, look.accent), rng.uniform(330, 390), rng.uniform(150, 230)
    brush.contact(500, 850, wide * 1.1)
    ears = rng.random() < 0.5
    if ears:
        for sign in (-1, 1):
            at = frame(500, top, sign)
            brush.puff(smooth(at((120, 90), (190, -90), (250, -70), (300, 160)), 0.5), look.colour)
            brush.flat(smooth(at((170, 70), (208, -36), (256, 110)), 0.5), tint(accent, 0.3))
    slope = frame(500, 0, wide)((1, 800), (0.96, 560), (0.6, top + 80))
    other = [(1000 - x, y) for x, y in reversed(slope)]
    shell = smooth([*slope, (500, top), *other, (500, 850)], 0.9)
    brush.puff(shell, look.colour)
    brush.print(
        shell, look.colour, accent, choose(rng, "dots stars floral checks stripes leaves hearts", 0.45)
    )
    mouth = smooth([(270, 780), (280, 560), (500, 430), (720, 560), (730, 780), (500, 800)], 0.9)
    brush.ramp(mouth, [(0, shade(look.colour, 0.75)), (1, shade(look.colour, 0.5))], (0.5, 0), (0.5, 1))
    brush.strap(mouth, accent, 26)
    with brush.inside(mouth):
        brush.puff(oval(500, 780, 250, 76), tint(accent, 0.4))
    brush.puff(box(500 - wide * 1.02, 790, wide * 2.04, 70, 34), shade(look.colour, 0.06))


def _basket_bed(brush: Brush, look: Look, rng: random.Random) -> None:
    wide, cane = rng.uniform(360, 410), rng.choice(("#c9a063", "#a8794a", "#e0c796"))
    brush.contact(500, 770, wide * 1.05)
    brush.body(oval(500, 440, wide, 150), shade(cane, 0.35))
    brush.puff(oval(500, 500, wide * 0.9, 150), look.colour)
    brush.print(
        oval(500, 500, wide * 0.9, 150),
        look.colour,
        look.accent,
        choose(rng, "checks dots floral stripes plaid", 0.3),
    )
    wall = QPainterPath(arc(500, 470, wide, 150, 180, 180))
    wall.connectPath(arc(500, 660, wide * 0.88, 120, 360, -180))
    wall.closeSubpath()
    brush.round(wall, cane)
    with brush.inside(wall):
        for row in range(7):
            y = 470 + row * 30
            weave = arc(500, y, wide * (1 - row * 0.015), 148, 180, 180)
            brush.stitch(weave, shade(cane, 0.32), 12, 34 if row % 2 else 40)
    brush.strap(arc(500, 470, wide, 150, 180, 180), cane, 34)
    brush.metal(oval(500, 640, 40), GOLD)
    brush.flat(paw(500, 640, 22), shade(GOLD, 0.6))


PAINTERS: dict[str, Painter] = pet_homes.PAINTERS | {
    "dog_collar": _dog_collar,
    "pet_bowl": _pet_bowl,
    "pet_bed": _pet_bed,
}
