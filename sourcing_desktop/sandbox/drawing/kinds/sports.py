"""Painters of dumbbells, badminton rackets and bicycle helmets; and the rest of the sports goods gathered."""

from __future__ import annotations

import math
import random

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush, Painter
from sourcing_desktop.sandbox.drawing.kinds.balls import basketball, football
from sourcing_desktop.sandbox.drawing.kinds.tents import tent
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import choose
from sourcing_desktop.sandbox.drawing.shapes import (
    Point,
    arc,
    box,
    curve,
    lathe,
    lines,
    oval,
    polygon,
    rounded,
    smooth,
    star,
)
from sourcing_desktop.sandbox.drawing.tones import INK, STEEL, Colour, contrast, distinct, faded, shade, tint


def dumbbell(brush: Brush, look: Look, rng: random.Random) -> None:
    """A dumbbell or a pair: six-sided, round plates, vinyl-dipped, or adjustable with collars."""
    style = rng.choice(("hex", "round", "plates", "vinyl", "hex"))
    if rng.random() < 0.35:
        angle = rng.uniform(-8, 8)
        for dx, dy, turn in ((-40, -170, angle), (40, 170, angle + rng.uniform(-10, 10))):
            with brush.placed(dx=dx, dy=dy, scale=0.8, angle=turn):
                _dumbbell(brush, style, look, random.Random(look.seed))
        return
    with brush.placed(angle=rng.uniform(-32, 32), scale=1.06):
        _dumbbell(brush, style, look, rng)


def _dumbbell(brush: Brush, style: str, look: Look, rng: random.Random) -> None:
    accent = distinct(look.colour, look.accent)
    half, head = rng.uniform(340, 390), rng.uniform(120, 175)
    inner = rng.uniform(120, 165)
    grip = rng.uniform(26, 38)
    brush.contact(500, 500 + head * 1.02, half * 1.05, 34)
    handle = box(500 - inner - 30, 500 - grip, 2 * inner + 60, 2 * grip, 14)
    if style == "vinyl":
        brush.round(handle, look.colour, upright=False)
        for side in (-1, 1):
            block = rounded([(500 + side * inner, 500 - head * 0.6),
                (500 + side * (inner + 50), 500 - head * 0.9), (500 + side * (half - 40), 500 - head * 0.9),
                (500 + side * half, 500 - head * 0.5), (500 + side * half, 500 + head * 0.5),
                (500 + side * (half - 40), 500 + head * 0.9), (500 + side * (inner + 50), 500 + head * 0.9),
                (500 + side * inner, 500 + head * 0.6)], 40)  # fmt: skip
            brush.round(block, look.colour, upright=False)
            brush.flat(oval(500 + side * (half + inner) / 2, 500, head * 0.4), faded(accent, 0.9))
        return
    brush.metal(handle, STEEL, upright=False)
    with brush.inside(handle):
        for step in range(int(inner / 9)):
            x = 500 - inner + step * 18
            brush.line(lines([(x, 460), (x + 20, 540)]), faded(INK, 0.25), 4)
            brush.line(lines([(x + 20, 460), (x, 540)]), faded(INK, 0.25), 4)
    for side in (-1, 1):
        _weights(brush, style, side, half, head, inner, look, accent, rng)


def _weights(
    brush: Brush,
    style: str,
    side: int,
    half: float,
    head: float,
    inner: float,
    look: Look,
    accent: Colour,
    rng: random.Random,
) -> None:
    def span(start: float, end: float, high: float, radius: float) -> QPainterPath:
        return box(500 + min(side * start, side * end), 500 - high, abs(end - start), 2 * high, radius)

    if style == "hex":
        outline = rounded([(500 + side * inner, 500 - head * 0.7), (500 + side * (inner + 40), 500 - head),
            (500 + side * (half - 40), 500 - head), (500 + side * half, 500 - head * 0.7),
            (500 + side * half, 500 + head * 0.7), (500 + side * (half - 40), 500 + head),
            (500 + side * (inner + 40), 500 + head), (500 + side * inner,
            500 + head * 0.7)], 22)  # fmt: skip
        tone = look.colour
        brush.body(outline, tone)
        with brush.inside(outline):
            brush.flat(box(0, 500 - head, 1000, head * 0.5), faded(tint(tone, 0.5), 0.4))
            brush.flat(box(0, 500 + head * 0.5, 1000, head), faded(shade(tone, 0.7), 0.45))
            brush.body(span(inner, inner + 34, head * 1.1, 0), accent, 0.8)
        brush.flat(
            star(500 + side * (half + inner + 30) / 2, 500, head * 0.28, head * 0.12), faded(accent, 0.9)
        )
    elif style == "round":
        brush.round(span(inner, half, head, 34), look.colour, upright=False)
        brush.metal(span(inner - 14, inner + 16, head * 0.7, 8), upright=False)
        brush.round(span(half - 70, half - 40, head * 1.01, 6), accent, upright=False)
        brush.metal(span(half - 6, half + 16, head * 0.5, 8), upright=False)
    else:
        sizes, at = [head * 1.15, head * 0.94, head * 0.72], inner
        for index, high in enumerate(sizes[: rng.choice((2, 3, 3))] if side < 0 else sizes):
            brush.round(span(at, at + 54, high, 14), look.colour if index % 2 == 0 else accent, upright=False)
            at += 58
        brush.metal(span(at, at + 34, head * 0.4, 8), upright=False)
        brush.metal(span(at + 34, half + 40, 28, 8), upright=False)


def badminton_racket(brush: Brush, look: Look, rng: random.Random) -> None:
    """A badminton racket with strings and wrapped grip, alone, crossed with another, with a shuttlecock."""
    crossed = rng.random() < 0.35
    wide, high, oblong = rng.uniform(140, 190), rng.uniform(195, 240), rng.uniform(0, 1)
    band = rng.random() < 0.5
    strings = rng.choice(("#f3f3ee", "#3b3c42", look.accent, "#ffe14d", "#ff7fa6", look.colour))
    turns = (-26.0, 26.0) if crossed else (rng.uniform(18, 46) * rng.choice((-1, 1)),)
    tones = ((look.accent, look.colour), (look.colour, look.accent))
    for index, turn in enumerate(turns):
        frame, grip = tones[index if crossed else 1]
        with brush.placed(angle=turn, scale=1.04 if crossed else 1.14):
            _racket(brush, wide, high, oblong, frame, grip, strings, band)
    if rng.random() < 0.55:
        x, y = (500.0, 840.0) if crossed else (500 - math.copysign(230, turns[0]), 740.0)
        with brush.placed(angle=rng.uniform(-50, 50), about=(x, y)):
            _shuttlecock(brush, x, y, rng.uniform(0.8, 1.05), look)


def _racket(
    brush: Brush,
    wide: float,
    high: float,
    oblong: float,
    frame: Colour,
    grip: Colour,
    strings: Colour,
    band: bool,
) -> None:
    y, power = 90 + high, 2.0 + 0.7 * oblong
    turns = [math.tau * step / 24 for step in range(24)]
    head = smooth(
        [(500 + wide * _bulge(math.cos(t), power), y + high * _bulge(math.sin(t), power)) for t in turns]
    )
    brush.flat(head, faded(strings, 0.2))
    net = []
    for step in range(-10, 11):
        share = step / 10.6
        reach = (1 - abs(share) ** power) ** (1 / power)
        net.append(lines([(500 - wide * reach, y + share * high), (500 + wide * reach, y + share * high)]))
        net.append(lines([(500 + share * wide, y - high * reach), (500 + share * wide, y + high * reach)]))
    for tone, thick in ((faded("#54565e", 0.35), 5), (strings, 4)):
        for string in net:
            brush.line(string, tone, thick, flat_ends=True)
    brush.strap(head, frame, 26)
    if oblong > 0.4:
        brush.line(arc(500, y, wide, high, 200, 140), grip, 20)
    if band:
        for start in (30, 120, 210, 300):
            brush.line(arc(500, y, wide, high, start, 24), contrast(frame, 0.6), 12, True)
    throat = y + high
    brush.round(box(488, throat - 6, 24, 700 - throat, 6), STEEL if band else frame)
    brush.round(
        polygon([(476, throat - 12), (524, throat - 12), (512, throat + 40), (488, throat + 40)]), frame
    )
    brush.round(lathe([(514, 650), (534, 690), (534, 900), (544, 920), (540, 930)]), grip)
    wrap = box(470, 690, 60, 226, 10)
    with brush.inside(wrap):
        for step in range(9):
            brush.line(
                lines([(460, 712 + step * 27), (540, 690 + step * 27)]), faded(shade(grip, 0.6), 0.55), 5
            )


def _bulge(share: float, power: float) -> float:
    """A cosine or sine drawn out so that an oval becomes squarer."""
    return math.copysign(abs(share) ** (2 / power), share)


def _shuttlecock(brush: Brush, x: float, y: float, size: float, look: Look) -> None:
    low, top = y + 60 * size, y - 90 * size
    for step in range(-4, 5):
        feather = rounded([(x + step * 8 * size, low), (x + (step * 25 - 15) * size, top),
            (x + (step * 25 + 15) * size, top - 10)], 8)  # fmt: skip
        brush.body(feather, "#fdfdfb", 0.6)
    for level, half in ((0.25, 42), (0.55, 62)):
        brush.line(arc(x, low - level * 150 * size, half * size, 12, 180, 180), look.accent, 6)
    brush.ball(oval(x, low + 14 * size, 38 * size, 34 * size), "#f6f2e8", 0.4)
    brush.body(box(x - 38 * size, low - 12 * size, 76 * size, 22 * size, 8), look.colour)


def bicycle_helmet(brush: Brush, look: Look, rng: random.Random) -> None:
    """A cycling helmet from its side: vented road shell, round city shell, or with a peak; straps below."""
    style = rng.choice(("road", "road", "city", "peak"))
    accent = distinct(look.colour, look.accent)
    long, high = rng.uniform(350, 390), rng.uniform(300, 350)
    rear = rng.uniform(0.86, 1.08)
    with brush.placed(mirror=rng.random() < 0.5, angle=rng.uniform(-9, 9), dx=24, dy=-20, scale=0.97):
        for start, end in (((400, 640), (470, 850)), ((620, 640), (490, 850))):
            brush.strap(lines([start, end]), rng.choice((INK, accent)), 24)
        brush.strap(curve([(470, 846), (400, 900), (340, 880)]), INK, 22)
        brush.gloss(box(442, 826, 76, 46, 12), INK)
        brush.body(smooth([(500 - long * 0.84, 590), (500, 640), (500 + long * 0.84, 610),
            (500 + long * 0.7, 690), (500, 690), (500 - long * 0.7, 650)], 0.8), "#2a2b30")  # fmt: skip
        shell = smooth([(500 - long, 590), (500 - long * 0.86, 590 - high * 0.5),
            (500 - long * 0.36, 590 - high * 0.94), (500 + long * 0.2, 590 - high),
            (500 + long * 0.8, 590 - high * 0.6 * rear), (500 + long * rear, 560), (500 + long * 0.84, 640),
            (500 + long * 0.2, 620), (500 - long * 0.4, 634)], 0.9)  # fmt: skip
        brush.gloss(shell, look.colour)
        pattern = choose(
            rng, "dots stars hearts floral stripes diagonal zigzag leaves", 0.5 if style == "city" else 0.8
        )
        brush.print(shell, look.colour, look.accent, pattern)
        with brush.inside(shell):
            if rng.random() < 0.6:
                brush.body(
                    smooth([(100, 640), (100, 560), (500, 560), (900, 520), (920, 700)], 0.8),
                    rng.choice((INK, accent)),
                    0.6,
                )
            _vents(brush, style, long, high, accent, look, rng)
            brush.line(curve([(500 - long, 580), (500, 606), (500 + long, 560)]), faded(INK, 0.4), 7)
        if style == "peak" or rng.random() < 0.2:
            peak = [(500 - long * 0.62, 575 - high * 0.16), (500 - long * 0.96, 590 - high * 0.14),
                (500 - long * 1.22, 604), (500 - long * 1.2, 628), (500 - long * 0.92, 618),
                (500 - long * 0.6, 606)]  # fmt: skip
            brush.gloss(smooth(peak, 0.7), rng.choice((INK, accent)))
        brush.sheen(shell, 0.35)


def _vents(
    brush: Brush, style: str, long: float, high: float, accent: Colour, look: Look, rng: random.Random
) -> None:
    dark = shade(look.colour, 0.8)
    if style == "city":
        for index in range(rng.randrange(2, 5)):
            brush.flat(oval(440 + index * 84, 590 - high * 0.66 + index * 10, 28, 13), dark)
        if rng.random() < 0.7:
            brush.strap(curve([(500 - long, 560), (500 - long * 0.3, 590 - high * 0.55),
                (500 + long * 0.4, 590 - high * 0.6), (500 + long, 540)]), accent, 22)  # fmt: skip
        return
    rows, count, thick = rng.choice((2, 3)), rng.choice((2, 3)), rng.uniform(0.07, 0.12) * high
    edge = rng.choice((faded(tint(look.colour, 0.6), 0.6), accent))
    for row in range(rows):
        level = 0.86 - 0.5 * row / (rows - 1)

        def at(along: float, level: float = level) -> Point:
            return 500 + along * long, 590 - high * level * math.sqrt(1 - 0.85 * (along - 0.12) ** 2)

        for index in range(count):
            start = -0.74 + 0.06 * row + index * 1.46 / count
            front, middle, rear = at(start), at(start + 0.56 / count), at(start + 1.14 / count)
            slot = smooth(
                [front, (middle[0], middle[1] - thick), rear, (middle[0] + thick, middle[1] + thick)], 0.9
            )
            brush.flat(slot, dark)
            brush.line(slot, edge, 5)


PAINTERS: dict[str, Painter] = {
    "football": football,
    "basketball": basketball,
    "dumbbell": dumbbell,
    "badminton_racket": badminton_racket,
    "tent": tent,
    "bicycle_helmet": bicycle_helmet,
}
