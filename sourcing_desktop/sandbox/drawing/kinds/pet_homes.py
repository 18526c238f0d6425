"""Cat tree, bird cage and fish tank; part of the category pets."""

from __future__ import annotations

import random

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush, Painter
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import choose
from sourcing_desktop.sandbox.drawing.shapes import (
    Point,
    box,
    curve,
    frame,
    lathe,
    lines,
    oval,
    polygon,
    ring,
    smooth,
    turned,
)
from sourcing_desktop.sandbox.drawing.tones import (
    GOLD,
    INK,
    OAK,
    STEEL,
    Colour,
    distinct,
    faded,
    shade,
    tint,
)

_SISAL = "#d9b98a"


def _cat_tree(brush: Brush, look: Look, rng: random.Random) -> None:
    accent = distinct(look.colour, look.accent)
    base = rng.uniform(310, 370)
    brush.contact(500, 910, base * 1.05)
    tops = [rng.uniform(190, 250), rng.uniform(350, 430), rng.uniform(480, 560)]
    columns = [500 - rng.uniform(130, 190), 500 + rng.uniform(120, 180), 500 - rng.uniform(-30, 40)]
    order = (0, 1) if rng.random() < 0.35 else (0, 1, 2)
    for index in order:
        _post(brush, columns[index], tops[index], 870, rng.choice((_SISAL, _SISAL, tint(look.colour, 0.3))))
    _slab(brush, 500, 880, base, look.colour)
    house = rng.random() < 0.65
    if house:
        _cat_house(brush, look, rng, columns[1], accent)
    for index in order:
        wide = rng.uniform(120, 180)
        kind = rng.randrange(3) if index else 0
        if kind == 0:
            _perch(brush, columns[index], tops[index], wide, look.colour, accent)
        elif kind == 1:
            _slab(brush, columns[index], tops[index], wide, look.colour)
        else:
            _hammock(brush, columns[index], tops[index], wide, accent)
    _dangle(brush, columns[0] - rng.uniform(90, 120), tops[0] + 30, rng.uniform(120, 220), accent)
    if rng.random() < 0.4 and not house:
        ramp = polygon([(640, 860), (720, 860), (560, tops[1] + 40), (500, tops[1] + 40)])
        brush.body(ramp, shade(look.colour, 0.12))


def _post(brush: Brush, x: float, top: float, bottom: float, colour: Colour) -> None:
    post = box(x - 34, top, 68, bottom - top)
    brush.round(post, colour)
    turns = QPainterPath()
    y = top + 12
    while y < bottom:
        turns.addPath(lines([(x - 33, y), (x + 33, y + 7)]))
        y += 17
    brush.line(turns, shade(colour, 0.24), 4)


def _slab(brush: Brush, x: float, y: float, half: float, colour: Colour) -> None:
    brush.body(box(x - half, y - 4, half * 2, 46, 20), shade(colour, 0.2))
    brush.puff(box(x - half, y - 26, half * 2, 42, 20), tint(colour, 0.1))


def _perch(brush: Brush, x: float, y: float, half: float, colour: Colour, accent: Colour) -> None:
    at = frame(x, y, half, 1)
    brush.puff(
        smooth(
            at(
                (-1.1, -70),
                (-0.9, -90),
                (-0.6, -40),
                (0.6, -40),
                (0.9, -90),
                (1.1, -70),
                (1, 20),
                (0, 40),
                (-1, 20),
            )
        ),
        colour,
    )
    brush.puff(smooth(at((-0.66, -40), (0, -56), (0.66, -40), (0.6, -8), (-0.6, -8))), accent)


def _hammock(brush: Brush, x: float, y: float, half: float, colour: Colour) -> None:
    brush.strap(lines([(x - half, y), (x + half, y)]), OAK, 22)
    at = frame(x, y, half, 1)
    brush.puff(smooth(at((-0.95, 0), (0, 40), (0.95, 0), (0.6, 100), (0, 130), (-0.6, 100)), 0.9), colour)


def _cat_house(brush: Brush, look: Look, rng: random.Random, x: float, accent: Colour) -> None:
    half, top = rng.uniform(130, 170), rng.uniform(600, 650)
    walls = box(x - half, top, half * 2, 866 - top, 26)
    brush.puff(walls, look.colour)
    brush.print(walls, look.colour, accent, choose(rng, "dots stars checks stripes", 0.7))
    roofed = rng.random() < 0.4
    if roofed:
        brush.body(polygon([(x - half - 30, top + 10), (x, top - 110), (x + half + 30, top + 10)]), accent)
    else:
        _slab(brush, x, top, half * 1.08, look.colour)
    door = oval(x, top + 140, half * 0.5, 80)
    brush.ramp(door, [(0, shade(look.colour, 0.85)), (1, shade(look.colour, 0.6))], (0.5, 0), (0.5, 1))
    brush.line(door, accent, 14)


def _dangle(brush: Brush, x: float, y: float, length: float, colour: Colour) -> None:
    brush.line(lines([(x, y), (x, y + length)]), INK, 5)
    brush.ball(oval(x, y + length + 24, 32), colour)


def _bird_cage(brush: Brush, look: Look, rng: random.Random) -> None:
    half, accent = rng.uniform(240, 310), distinct(look.colour, look.accent)
    painted = rng.random() < 0.5
    wire = look.colour if painted else rng.choice((GOLD, STEEL))
    top, shoulder, floor = 170.0, rng.uniform(340, 430), 800.0
    brush.contact(500, 900, half * 1.1)
    _perches(brush, rng, half, shoulder, floor, accent)
    domed = rng.choice((0, 1, 2))
    count = rng.choice((9, 11, 13))
    bars = QPainterPath()
    for index in range(count):
        share = -1 + 2 * index / (count - 1)
        x = 500 + share * half
        bars.addPath(lines([(x, shoulder), (x, floor)]))
        if domed == 0:
            bars.addPath(
                curve(
                    [
                        (x, shoulder),
                        (500 + share * half * 0.86, shoulder - (shoulder - top) * 0.56),
                        (500 + share * half * 0.2, top + 6),
                    ]
                )
            )
        elif domed == 1:
            bars.addPath(lines([(x, shoulder), (500 + share * half * 0.16, top)]))
        else:
            bars.addPath(lines([(x, shoulder), (x, top + 40)]))
    brush.line(bars, shade(wire, 0.35), 9)
    brush.line(bars.translated(-2, -1), tint(wire, 0.3), 4)
    hoops = (shoulder, (shoulder + floor) / 2, top + 40 if domed == 2 else shoulder)
    for y in hoops:
        brush.strap(curve([(500 - half, y), (500, y + 16), (500 + half, y)]), wire, 16)
    _door(brush, wire, rng.uniform(560, 600), half * 0.34)
    brush.strap(ring(500, top - 46, 40, 40, 1), wire, 13)
    brush.ball(oval(500, top + (30 if domed == 2 else 0), 24), wire)
    tray = lathe(frame(500, 0, half)((1.08, floor - 10), (1.1, floor + 40), (0.98, 900)))
    brush.gloss(tray, accent if painted and rng.random() < 0.6 else look.colour)
    brush.print(tray, look.colour, look.accent, choose(rng, "dots stripes zigzag floral", 0.6))


def _perches(
    brush: Brush, rng: random.Random, half: float, shoulder: float, floor: float, accent: Colour
) -> None:
    y = rng.uniform(600, 660)
    brush.strap(lines([(500 - half, y), (500 + half, y)]), OAK, 22)
    swing = shoulder + rng.uniform(90, 150)
    for sign in (-1, 1):
        brush.line(lines([(500 + sign * 20, shoulder - 100), (500 + sign * 80, swing)]), STEEL, 6)
    brush.strap(lines([(410, swing), (590, swing)]), OAK, 18)
    if rng.random() < 0.75:
        _bird(
            brush,
            rng,
            500 + rng.uniform(-0.4, 0.4) * half,
            y - 10,
            rng.choice(("#f2c94c", "#6fb6d9", "#8cc084", accent)),
        )
    for sign in (-1, 1):
        cup = box(500 + sign * half * 0.72 - 50, floor - 110, 100, 70, 18)
        brush.gloss(cup, rng.choice((accent, "#f4f1ea")))


def _bird(brush: Brush, rng: random.Random, x: float, y: float, colour: Colour) -> None:
    at = frame(x, y, rng.choice((-1, 1)))
    brush.body(polygon(at((40, -50), (130, 60), (100, 76), (20, -10))), shade(colour, 0.3))
    brush.puff(smooth(at((-60, -130), (0, -120), (60, -50), (40, 10), (-20, 20), (-70, -40))), colour)
    brush.body(smooth(at((0, -80), (70, -40), (80, 10), (20, -10))), shade(colour, 0.18))
    brush.ball(oval(at((-44, -140))[0][0], y - 136, 48), tint(colour, 0.06), 0.5)
    brush.flat(polygon(at((-84, -146), (-84, -120), (-116, -126))), "#e58b3a")
    eye = at((-56, -146))[0]
    brush.flat(oval(*eye, 9), INK)
    brush.glint(eye[0] - 2, eye[1] - 3, 5)


def _door(brush: Brush, wire: Colour, y: float, half: float) -> None:
    arch = box(500 - half, y - 20, half * 2, 200, 50)
    brush.line(arch, shade(wire, 0.4), 17)
    brush.line(arch, tint(wire, 0.15), 9)
    brush.ball(oval(500 + half, y + 90, 17), GOLD)


def _fish_tank(brush: Brush, look: Look, rng: random.Random) -> None:
    style = rng.choice((_box_tank, _box_tank, _globe_tank, _cylinder_tank))
    style(brush, look, rng, distinct(look.colour, look.accent))


def _box_tank(brush: Brush, look: Look, rng: random.Random, accent: Colour) -> None:
    half, top, bottom = rng.uniform(340, 420), rng.uniform(220, 310), 800.0
    frame_colour = look.colour
    brush.contact(500, bottom + 30, half * 1.08)
    tank = box(500 - half, top, half * 2, bottom - top, 14)
    _under_water(brush, look, rng, tank, top + rng.uniform(40, 90), accent)
    brush.glass(tank, "#cfe6ee", 0.1)
    brush.gloss(box(500 - half - 14, bottom - 10, half * 2 + 28, 50, 12), frame_colour)
    lid = rng.randrange(3)
    if lid == 0:
        brush.gloss(box(500 - half - 14, top - 66, half * 2 + 28, 84, 18), frame_colour)
        brush.flat(box(500 - half * 0.5, top + 10, half, 12, 6), "#fff6cf")
    elif lid == 1:
        brush.body(box(500 - half - 10, top - 12, half * 2 + 20, 30, 8), frame_colour)
        brush.strap(
            curve([(500 + half * 0.7, top), (500 + half * 0.7, top - 120), (500, top - 130)]),
            frame_colour,
            22,
        )
        brush.gloss(box(500 - half * 0.4, top - 160, half * 0.9, 46, 20), frame_colour)
    else:
        brush.body(box(500 - half - 6, top - 10, half * 2 + 12, 24, 8), tint(frame_colour, 0.3))


def _globe_tank(brush: Brush, look: Look, rng: random.Random, accent: Colour) -> None:
    radius, middle = rng.uniform(330, 370), 520.0
    brush.contact(500, middle + radius * 0.96, radius * 0.8)
    mouth = middle - radius * 0.8
    half = ((0.55, -0.8), (0.94, -0.3), (0.94, 0.4), (0.5, 0.92))
    other = ((-x, y) for x, y in reversed(half))
    bowl = smooth(frame(500, middle, radius, radius)(*half, *other), 0.95)
    _under_water(brush, look, rng, bowl, mouth + rng.uniform(110, 190), accent)
    brush.glass(bowl, "#cfe6ee", 0.1)
    brush.line(oval(500, mouth, radius * 0.56, 34), tint(look.colour, 0.3), 16)
    brush.line(oval(500, mouth - 3, radius * 0.56, 34), faded("#ffffff", 0.7), 6)
    if rng.random() < 0.5:
        brush.gloss(lathe(frame(500, middle + radius)((200, -60), (250, 10), (240, 40))), look.colour)


def _cylinder_tank(brush: Brush, look: Look, rng: random.Random, accent: Colour) -> None:
    half, top = rng.uniform(230, 290), rng.uniform(160, 230)
    brush.contact(500, 890, half * 1.2)
    tank = box(500 - half, top, half * 2, 820 - top, 40)
    _under_water(brush, look, rng, tank, top + rng.uniform(30, 80), accent)
    brush.glass(tank, "#cfe6ee", 0.12)
    brush.round(box(500 - half * 1.06, 780, half * 2.12, 110, 24), look.colour)
    brush.round(box(500 - half * 1.06, top - 50, half * 2.12, 74, 24), look.colour)


def _under_water(
    brush: Brush, look: Look, rng: random.Random, tank: QPainterPath, level: float, accent: Colour
) -> None:
    rect = tank.boundingRect()
    left, right, bottom = rect.left(), rect.right(), rect.bottom()
    brush.flat(tank, "#f3fafc")
    with brush.inside(tank):
        water = box(left, level, right - left, bottom - level)
        brush.ramp(water, [(0, "#bfe3ee"), (1, "#6fb3cc")], (0.5, 0), (0.5, 1))
        brush.line(curve([(left, level), (500, level + 10), (right, level)]), "#eef9fc", 8)
        gravel = [
            (left, bottom - 90),
            (left + (right - left) * 0.3, bottom - 120),
            (left + (right - left) * 0.7, bottom - 84),
            (right, bottom - 110),
        ]
        brush.body(
            smooth([*gravel, (right, bottom + 40), (left, bottom + 40)], 0.7),
            rng.choice(("#d9b98a", "#a58f78", look.accent, "#e9dcc0")),
        )
        for _ in range(rng.randint(2, 4)):
            _weed(brush, rng, rng.uniform(left + 60, right - 60), bottom - 90, rng.uniform(140, 300))
        for _ in range(rng.randint(2, 4)):
            brush.puff(
                oval(
                    rng.uniform(left + 80, right - 80), bottom - 80, rng.uniform(30, 60), rng.uniform(26, 44)
                ),
                "#8b8f94",
            )
        for index in range(rng.randint(1, 4)):
            place = (rng.uniform(left + 130, right - 130), rng.uniform(level + 90, bottom - 200))
            _fish(
                brush,
                rng,
                place,
                rng.uniform(60, 100),
                rng.choice(("#ef7d3c", "#f2b33d", accent, look.colour)) if index else "#ef7d3c",
            )
        for _ in range(9):
            brush.line(
                oval(
                    rng.uniform(left + 50, right - 50),
                    rng.uniform(level + 20, bottom - 140),
                    rng.uniform(6, 14),
                ),
                "#ffffff",
                4,
            )


def _weed(brush: Brush, rng: random.Random, x: float, foot: float, height: float) -> None:
    green = rng.choice(("#4f9a63", "#3d7f5c", "#7fb36b", "#a0527a"))
    for lean in (-40, 0, 44):
        blade = curve(
            [
                (x, foot),
                (x + lean * 0.2, foot - height * 0.4),
                (x + lean * 1.3, foot - height * 0.7),
                (x + lean, foot - height),
            ]
        )
        brush.strap(blade, green, 20)


def _fish(brush: Brush, rng: random.Random, place: Point, size: float, colour: Colour) -> None:
    with brush.placed(dx=place[0], dy=place[1], scale=size / 100, mirror=rng.random() < 0.5, about=(0, 0)):
        brush.body(smooth([(70, 0), (150, -70), (130, 0), (150, 70)], 0.6), shade(colour, 0.12))
        brush.body(smooth([(-20, -50), (20, -96), (60, -40)]), shade(colour, 0.12))
        brush.puff(smooth([(-110, 0), (-40, -62), (50, -40), (92, 0), (50, 40), (-40, 62)]), colour)
        if rng.random() < 0.6:
            brush.line(curve([(-30, -56), (-14, 0), (-30, 56)]), "#ffffff", 22)
        brush.flat(oval(-72, -12, 13), "#ffffff")
        brush.flat(oval(-75, -12, 8), INK)
        brush.body(turned(oval(10, 20, 26, 14), 28, (10, 20)), shade(colour, 0.2))


PAINTERS: dict[str, Painter] = {"cat_tree": _cat_tree, "bird_cage": _bird_cage, "fish_tank": _fish_tank}
