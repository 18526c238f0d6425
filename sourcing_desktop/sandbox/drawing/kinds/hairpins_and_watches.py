"""Hairpin and wristwatch, the two kinds of the category jewellery with moving parts."""

from __future__ import annotations

import math
import random

from sourcing_desktop.sandbox.drawing.brush import Brush, Painter
from sourcing_desktop.sandbox.drawing.kinds.gems import CUTS, charm, gem, pearl
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import choose
from sourcing_desktop.sandbox.drawing.shapes import (
    box,
    curve,
    flower,
    frame,
    heart,
    leaf,
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
    CREAM,
    HARDWARE,
    INK,
    STEEL,
    Colour,
    contrast,
    distinct,
    lightness,
    shade,
    tint,
)


def _hairpin(brush: Brush, look: Look, rng: random.Random) -> None:
    style = rng.choice((_claw, _barrette, _snap_clips, _bobby_pin, _bow_clip, _hair_stick))
    with brush.placed(angle=rng.uniform(-24, 10)):
        style(brush, look, rng, distinct(look.colour, look.accent), rng.choice(HARDWARE))


def _claw(brush: Brush, look: Look, rng: random.Random, accent: Colour, metal: Colour) -> None:
    wide, high, teeth = rng.uniform(330, 400), rng.uniform(150, 220), rng.choice((5, 6, 7))
    for tone, lift in ((shade(look.colour, 0.28), -40), (look.colour, 0)):
        at = frame(500, 420 + lift, wide, high)
        for index in range(teeth):
            share = -0.84 + 1.68 * index / (teeth - 1)
            tooth = at(
                (share - 0.1, 0.3),
                (share + 0.1, 0.3),
                (share * 0.8 + 0.04, 1.9 - abs(share) * 0.4),
                (share * 0.8 - 0.05, 1.86 - abs(share) * 0.4),
            )
            brush.gloss(smooth(tooth, 0.5), tone)
        arch = smooth(
            at(
                (-1, 0.62), (-0.9, -0.2), (0, -0.7), (0.9, -0.2), (1, 0.62), (0.5, 0.5), (0, 0.4), (-0.5, 0.5)
            ),
            0.8,
        )
        brush.gloss(arch, tone)
        if not lift:
            brush.print(
                arch, look.colour, accent, choose(rng, "terrazzo dots checks leaves floral gradient", 0.5)
            )
    brush.metal(box(440, 420 - high * 0.86, 120, 46, 20), metal)


def _barrette(brush: Brush, look: Look, rng: random.Random, accent: Colour, metal: Colour) -> None:
    long, high = rng.uniform(340, 400), rng.uniform(54, 110)
    brush.metal(box(500 - long * 0.94, 500 + high * 0.4, long * 1.88, high * 0.8, 20), metal, upright=False)
    waves = ((-1, 0), (-0.5, -1), (0, -0.9), (0.5, -1), (1, 0), (0.5, 1), (0, 0.9), (-0.5, 1))
    bars = [box(500 - long, 500 - high, long * 2, high * 2, radius) for radius in (high, 20)]
    shape = rng.choice((*bars, smooth(frame(500, 500, long, high)(*waves))))
    brush.gloss(shape, look.colour)
    brush.print(shape, look.colour, accent, choose(rng, "terrazzo dots checks zigzag diamonds plaid", 0.6))
    topping, count = rng.randrange(4), rng.choice((3, 5, 7))
    for index in range(count):
        x = 500 + (index - (count - 1) / 2) * long * 1.7 / count
        size = min(high * 0.7, long * 0.7 / count)
        if topping == 0:
            pearl(brush, x, 500, size, accent)
        elif topping == 1:
            gem(brush, x, 500, size, accent, rng.choice(CUTS))
        elif topping == 2:
            brush.gloss(flower(x, 500, size * 1.3, 5), accent)
            brush.metal(oval(x, 500, size * 0.3), metal)


def _snap_clips(brush: Brush, look: Look, rng: random.Random, accent: Colour, metal: Colour) -> None:
    count = rng.choice((2, 2, 3))
    for index in range(count):
        tone = accent if index % 2 else look.colour
        y = 500 + (index - (count - 1) / 2) * 230
        at = frame(500, y, 350, 84)
        outer = smooth(
            at((-1, 0), (-0.6, -0.7), (0.5, -1), (0.96, -0.6), (1, 0), (0.96, 0.6), (0.5, 1), (-0.6, 0.7))
        )
        brush.gloss(outer, tone)
        brush.line(lines(at((-0.7, -0.22), (0.5, -0.36))), shade(tone, 0.4), 8)
        brush.line(lines(at((-0.7, 0.22), (0.5, 0.36))), shade(tone, 0.4), 8)
        brush.flat(oval(500 - 280, y, 16), shade(tone, 0.5))
        top = at((0.62, 0))[0]
        mark = rng.choice((heart(*top, 130), flower(*top, 84, 5), star(*top, 84, 38), oval(*top, 62)))
        brush.gloss(mark, look.colour if index % 2 else accent)


def _bobby_pin(brush: Brush, look: Look, rng: random.Random, accent: Colour, metal: Colour) -> None:
    for index in range(rng.choice((1, 2))):
        y = 400 + index * 210
        wavy = [(x, y + 30 + (14 if step % 2 else -14)) for step, x in enumerate(range(240, 900, 60))]
        brush.strap(curve([(220, y), (150, y + 15), (220, y + 34), *wavy[1:]]), shade(metal, 0.15), 19)
        brush.strap(lines([(170, y), (890, y)]), metal, 21)
        if rng.random() < 0.5:
            for step in range(6):
                pearl(brush, 210 + step * 92, y, 42 - step * 3, accent if step % 2 else look.colour)
        else:
            brush.gloss(flower(260, y, 150, rng.choice((5, 6, 8))), accent if index else look.colour)
            pearl(brush, 260, y, 44, look.colour if index else accent)


def _bow_clip(brush: Brush, look: Look, rng: random.Random, accent: Colour, metal: Colour) -> None:
    pattern = choose(rng, "dots checks stripes plaid floral hearts", 0.4)
    wide, tails = rng.uniform(320, 390), rng.uniform(120, 300)
    for sign in (-1, 1):
        at = frame(500, 450, sign * wide, wide)
        tail = polygon(
            at(
                (0, 0),
                (0.3, 0.1),
                (0.62, 0.3 + tails / wide),
                (0.42, 0.24 + tails / wide),
                (0.3, 0.4 + tails / wide),
            )
        )
        brush.cloth(tail, shade(look.colour, 0.12), accent, pattern, sign * 20)
        loop = smooth(at((0, -0.06), (0.5, -0.46), (0.98, -0.4), (1, 0.3), (0.5, 0.4), (0, 0.08)), 0.75)
        brush.cloth(loop, look.colour, accent, pattern)
        brush.fold(curve(at((0.1, 0.0), (0.4, -0.1), (0.66, -0.22))), look.colour, 40, 0.8)
        brush.fold(curve(at((0.1, 0.05), (0.4, 0.12), (0.6, 0.22))), look.colour, 36, 0.8)
    brush.cloth(box(448, 390, 104, 130, 30), look.colour, accent, pattern)
    if rng.random() < 0.5:
        gem(brush, 500, 455, 48, accent, rng.choice(CUTS))


def _hair_stick(brush: Brush, look: Look, rng: random.Random, accent: Colour, metal: Colour) -> None:
    brush.round(
        polygon([(80, 494), (640, 480), (640, 524), (80, 502)]), rng.choice((metal, "#7d5235")), upright=False
    )
    size = rng.uniform(130, 180)
    brush.gloss(flower(720, 500, size * 1.2, rng.choice((5, 6, 8))), look.colour)
    for turn in (40, 140):
        brush.gloss(
            turned(leaf(720 - size * 1.2, 500, size), turn, (720, 500)), rng.choice(("#6f9a72", accent))
        )
    pearl(brush, 720, 500, size * 0.36, accent)
    charm(brush, rng, 640, 600, 110, accent, metal)


def _wristwatch(brush: Brush, look: Look, rng: random.Random) -> None:
    metal, accent = rng.choice((*HARDWARE, INK)), distinct(look.colour, look.accent)
    radius, square = rng.uniform(200, 245), rng.random() < 0.3
    width = radius * rng.uniform(0.48, 0.68)
    steel = rng.random() < 0.3
    _watch_strap(brush, look, rng, width, radius, metal if steel else None)
    for y in (-1, 1) if rng.random() < 0.4 else (0,):
        brush.metal(box(490 + radius, 484 + y * 70, 52, 40, 10), metal)
    case = (
        box(500 - radius, 500 - radius, radius * 2, radius * 2, radius * 0.36)
        if square
        else oval(500, 500, radius)
    )
    brush.metal(case, metal)
    inner = radius * 0.84
    face = (
        box(500 - inner, 500 - inner, inner * 2, inner * 2, inner * 0.3) if square else oval(500, 500, inner)
    )
    dial = look.colour if steel else rng.choice(("#fbfaf6", INK, accent, look.colour))
    brush.ramp(face, [(0, tint(dial, 0.25)), (1, shade(dial, 0.2))], (0.2, 0), (0.8, 1))
    brush.line(face, shade(metal, 0.5), 5)
    if square and rng.random() < 0.6:
        _smart_face(brush, rng, inner, look.colour, accent)
    else:
        _dial(
            brush,
            rng,
            inner,
            tint(dial, 0.9) if lightness(dial) < 0.5 else INK,
            accent if dial != accent else look.colour,
        )
    brush.sheen(face, 0.3)


def _watch_strap(
    brush: Brush, look: Look, rng: random.Random, width: float, radius: float, metal: Colour | None
) -> None:
    end = rng.uniform(0.68, 0.9)
    pattern = choose(rng, "bands stripes checks dots floral", 0.75)
    for sign in (-1, 1):
        at = frame(500, 500, width, sign)
        half = rounded(at((-1, radius * 0.7), (1, radius * 0.7), (end, 440), (-end, 440)), 18)
        if metal is not None:
            brush.metal(half, metal)
            for step in range(8):
                y = radius * 0.9 + step * 28
                brush.line(lines(at((-0.98, y), (0.98, y))), shade(metal, 0.5), 5)
            for share in (-0.36, 0.36):
                brush.line(lines(at((share, radius), (share * end, 436))), shade(metal, 0.3), 5)
            continue
        brush.gloss(half, look.colour)
        brush.print(half, look.colour, look.accent, pattern)
        brush.stitch(lines(at((-0.86, radius), (-0.86 * end, 426))), contrast(look.colour, 0.4))
        brush.stitch(lines(at((0.86, radius), (0.86 * end, 426))), contrast(look.colour, 0.4))
        for step in range(3 if sign > 0 else 0):
            brush.flat(oval(500, 500 + radius + 50 + step * 44, 9, 12), shade(look.colour, 0.6))
    if metal is None:
        brush.line(box(500 - width * end - 12, 40, width * end * 2 + 24, 44, 10), rng.choice(HARDWARE), 12)


def _dial(brush: Brush, rng: random.Random, reach: float, ink: Colour, accent: Colour) -> None:
    marks = rng.randrange(3)
    for hour in range(12):
        if marks == 0:
            mark = box(494, 500 - reach * 0.92, 12, reach * (0.2 if hour % 3 == 0 else 0.1), 3)
        elif marks == 1:
            mark = oval(500, 500 - reach * 0.82, reach * (0.07 if hour % 3 == 0 else 0.04))
        else:
            mark = polygon(
                [(500 - 9, 500 - reach * 0.92), (509, 500 - reach * 0.92), (500, 500 - reach * 0.72)]
            )
        brush.flat(turned(mark, hour * 30), ink)
    if rng.random() < 0.4:
        for x, y in ((-0.4, 0.1), (0.4, 0.1), (0, 0.45)):
            brush.body(oval(500 + x * reach, 500 + y * reach, reach * 0.2), tint(accent, 0.2))
            brush.line(
                lines(
                    [(500 + x * reach, 500 + y * reach), (500 + (x + 0.1) * reach, 500 + (y - 0.1) * reach)]
                ),
                INK,
                5,
            )
    hour, minute = rng.choice(((305, 60), (300, 52), (60, 300), (250, 10)))
    brush.flat(turned(trapeze(500 - reach * 0.5, 5, 516, 13, 4), hour), ink)
    brush.flat(turned(trapeze(500 - reach * 0.78, 4, 520, 10, 3), minute), ink)
    brush.line(turned(lines([(500, 560), (500, 500 - reach * 0.84)]), rng.uniform(100, 240)), accent, 5)
    brush.metal(oval(500, 500, 17), STEEL)


def _smart_face(brush: Brush, rng: random.Random, reach: float, colour: Colour, accent: Colour) -> None:
    brush.flat(box(500 - reach, 500 - reach, reach * 2, reach * 2, reach * 0.3), "#15161c")
    tones: tuple[Colour, ...] = (tint(colour, 0.25), tint(accent, 0.15), "#7fd0c0")
    for index, tone in enumerate(tones):
        size = reach * (0.72 - index * 0.2)
        brush.line(ring(500, 500, size, size, 1), shade(tone, 0.7), reach * 0.14)
        sweep = curve(
            [
                (500 + size * math.sin(t), 500 - size * math.cos(t))
                for t in (s * rng.uniform(0.5, 0.9) for s in range(7))
            ]
        )
        brush.line(sweep, tone, reach * 0.14)
    brush.flat(heart(500, 500, reach * 0.34), rng.choice(("#e0536a", CREAM)))


PAINTERS: dict[str, Painter] = {"hairpin": _hairpin, "wristwatch": _wristwatch}
