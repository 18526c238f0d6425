"""What goods are photographed on: plain white mostly, else studio grey, tints, tables, cloth and paper."""

from __future__ import annotations

import random
from collections.abc import Callable

from sourcing_desktop.sandbox.drawing.brush import Brush, Stop
from sourcing_desktop.sandbox.drawing.shapes import Point, box, curve, oval, polygon
from sourcing_desktop.sandbox.drawing.tones import OAK, WALNUT, Colour, blend, faded, lightness, shade, tint

PASTELS = (
    "#f3d9d6", "#d9e6f2", "#dcebdc", "#f5ead0", "#e6def0", "#f7dfc8", "#cfe5e4", "#eedbe6",
)  # fmt: skip
DEEP = ("#8fa7b8", "#b7a08c", "#9cb09a", "#c08f80", "#a79ab5", "#d3a85c", "#7f8c8d", "#6f9aa0")
FRAME = box(-20, -20, 1040, 1040)


def main_ground(brush: Brush, colour: Colour, rng: random.Random) -> None:
    """The ground of a first picture: pure white in two of five."""
    _WHITE_FIRST[rng.choices(range(len(_WHITE_FIRST)), _WEIGHTS)[0]](brush, colour, rng)


def scene_ground(brush: Brush, colour: Colour, rng: random.Random) -> None:
    """The ground of a picture in use: never plain white."""
    rng.choice(_WHITE_FIRST[3:])(brush, colour, rng)


def _apart(colour: Colour, choices: tuple[str, ...], rng: random.Random) -> str:
    """A ground colour on which goods of `colour` stand out."""
    offered = rng.sample(choices, len(choices))
    return max(offered[:3], key=lambda ground: abs(lightness(ground) - lightness(colour)))


def _white(brush: Brush, colour: Colour, rng: random.Random) -> None:
    brush.flat(FRAME, "#ffffff")


def _studio(brush: Brush, colour: Colour, rng: random.Random) -> None:
    grey = rng.choice(("#eceef0", "#e4e2df", "#dfe3e8", "#f0efec"))
    brush.glow(FRAME, [(0, tint(grey, 0.85)), (0.5, grey), (1, shade(grey, 0.16))], (0.45, 0.4), 0.85)


def _tinted(brush: Brush, colour: Colour, rng: random.Random) -> None:
    ground = _apart(colour, PASTELS, rng)
    brush.glow(FRAME, [(0, tint(ground, 0.45)), (1, shade(ground, 0.06))], (0.35, 0.3), 1.0)


def _rich(brush: Brush, colour: Colour, rng: random.Random) -> None:
    ground = _apart(colour, DEEP, rng)
    brush.glow(FRAME, [(0, tint(ground, 0.3)), (1, shade(ground, 0.2))], (0.35, 0.3), 1.0)


def _wall_and_floor(brush: Brush, colour: Colour, rng: random.Random) -> None:
    wall = _apart(colour, PASTELS + DEEP[:4], rng)
    floor = rng.choice((tint(wall, 0.5), shade(wall, 0.14), blend(wall, "#f5efe6", 0.75)))
    edge = rng.uniform(600, 740)
    brush.ramp(FRAME, [(0, tint(wall, 0.25)), (1, shade(wall, 0.06))], (0.1, 0), (0.8, 1))
    brush.ramp(box(-20, edge, 1040, 460), [(0, shade(floor, 0.1)), (0.4, floor)], (0.5, 0), (0.5, 1))


def _wood_table(brush: Brush, colour: Colour, rng: random.Random) -> None:
    tones = (OAK, WALNUT, "#e3c9a4", "#a98462", "#d8d2c8")
    timber = max(rng.sample(tones, 2), key=lambda tone: abs(lightness(tone) - lightness(colour)))
    brush.flat(FRAME, timber)
    planks = rng.choice((3, 4, 5))
    upright = rng.random() < 0.35
    depth = 1040 / planks
    for index in range(planks):
        at = -20 + index * depth
        plank = box(at, -20, depth, 1040) if upright else box(-20, at, 1040, depth)
        tone = blend(timber, shade(timber, 0.3), rng.uniform(0, 0.5))
        grain: list[Stop] = []
        for step in range(9):
            grain.append((step / 8, blend(tone, tint(tone, 0.16), rng.random())))
        brush.ramp(plank, grain, (0, 0), (1, 0) if upright else (0, 1))
        for _ in range(3):
            offset = at + rng.uniform(0.1, 0.9) * depth
            wave = [(x, offset + rng.uniform(-9, 9)) for x in (-20, 250, 520, 780, 1020)]
            brush.line(curve([(b, a) for a, b in wave] if upright else wave), shade(tone, 0.12), 2.5)
        brush.line(
            polygon([(at, -20), (at, 1020)] if upright else [(-20, at), (1020, at)]), shade(tone, 0.5), 4
        )


def _marble(brush: Brush, colour: Colour, rng: random.Random) -> None:
    dark = lightness(colour) > 0.75 and rng.random() < 0.6
    stone = "#45474d" if dark else "#f4f3f1"
    vein = tint(stone, 0.4) if dark else shade(stone, 0.22)
    brush.ramp(FRAME, [(0, tint(stone, 0.2)), (1, shade(stone, 0.08))], (0.1, 0), (0.9, 1))
    for _ in range(rng.randint(4, 7)):
        x, y, slope = rng.uniform(-500, 800), -40.0, rng.uniform(0.3, 1.3)
        course: list[Point] = [(x, y)]
        while y < 1040:
            stride = rng.uniform(40, 130)
            x, y = x + stride * slope + rng.uniform(-50, 50), y + stride
            course.append((x, y))
        path = curve(course, 0.5)
        brush.line(path, faded(vein, 0.1), rng.uniform(30, 90))
        brush.line(path, faded(vein, 0.14), rng.uniform(10, 26))
        brush.line(path, blend(stone, vein, rng.uniform(0.25, 0.7)), rng.uniform(1.5, 4))


def _circle(brush: Brush, colour: Colour, rng: random.Random) -> None:
    ground = _apart(colour, PASTELS + DEEP[:5], rng)
    brush.flat(FRAME, rng.choice(("#ffffff", "#fbf9f6", tint(ground, 0.8))))
    radius = rng.uniform(330, 440)
    brush.ramp(
        oval(500 + rng.uniform(-40, 40), 500 + rng.uniform(-30, 40), radius),
        [(0, tint(ground, 0.25)), (1, ground)],
        (0.2, 0),
        (0.8, 1),
    )


def _split(brush: Brush, colour: Colour, rng: random.Random) -> None:
    first, second = rng.sample(PASTELS, 2)
    brush.flat(FRAME, first)
    slant = rng.uniform(-220, 220)
    if rng.random() < 0.5:
        half: list[Point] = [(500 + slant, -20), (1020, -20), (1020, 1020), (500 - slant, 1020)]
    else:
        half = [(-20, 500 + slant), (1020, 500 - slant), (1020, 1020), (-20, 1020)]
    brush.flat(polygon(half), second)


def _linen(brush: Brush, colour: Colour, rng: random.Random) -> None:
    cloth = _apart(colour, ("#ece4d8", "#d8cfc4", "#e4e6ea", "#cbd3cc", "#b9b2aa"), rng)
    brush.ramp(FRAME, [(0, tint(cloth, 0.3)), (1, shade(cloth, 0.08))], (0, 0), (1, 1))
    for _ in range(rng.randint(3, 5)):
        x, lean = rng.uniform(-100, 1100), rng.uniform(-350, 350)
        course = curve([(x, -60), (x + lean * 0.3, 330), (x + lean * 0.8, 700), (x + lean, 1060)])
        for width in (130, 100, 74, 50, 28):
            brush.line(course.translated(34, 0), faded(shade(cloth, 0.5), 0.03), width)
            brush.line(course.translated(-24, 0), faded(tint(cloth, 0.9), 0.09), width * 0.6)


def _window_light(brush: Brush, colour: Colour, rng: random.Random) -> None:
    wall = _apart(colour, PASTELS, rng)
    brush.ramp(FRAME, [(0, shade(wall, 0.1)), (1, shade(wall, 0.2))], (0, 0), (1, 1))
    lean, left = rng.uniform(120, 260), rng.uniform(-60, 260)
    for column in range(2):
        for row in range(2):
            x, y = left + column * 330 + row * lean, 60 + row * 430
            pane = [(x, y), (x + 300, y - 50), (x + 300 + lean * 0.9, y + 340), (x + lean * 0.9, y + 390)]
            brush.flat(polygon(pane), tint(wall, 0.4))


_Ground = Callable[[Brush, Colour, random.Random], None]
_WHITE_FIRST: tuple[_Ground, ...] = (
    _white,
    _studio,
    _circle,
    _tinted,
    _rich,
    _wall_and_floor,
    _wood_table,
    _marble,
    _split,
    _linen,
    _window_light,
)
_WEIGHTS = (40, 12, 7, 9, 5, 7, 6, 4, 4, 4, 2)
