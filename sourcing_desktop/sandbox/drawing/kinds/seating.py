"""Painters of furniture to sit on: office chairs and sofas."""

from __future__ import annotations

import math
import random

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import Pattern, choose
from sourcing_desktop.sandbox.drawing.shapes import (
    box,
    curve,
    lines,
    oval,
    polygon,
    rounded,
    smooth,
)
from sourcing_desktop.sandbox.drawing.tones import (
    BRASS,
    INK,
    OAK,
    STEEL,
    WALNUT,
    Colour,
    distinct,
    faded,
    shade,
    tint,
)


def office_chair(brush: Brush, look: Look, rng: random.Random) -> None:
    """A swivel chair: five-star base on castors, gas lift, arms, back of mesh or padding, head rest."""
    frame: Colour = rng.choice((INK, INK, STEEL, "#eceef0", shade(look.colour, 0.35)))
    style = rng.choice(("mesh", "padded", "ribbed", "racing", "tub"))
    head = style in ("mesh", "padded") and rng.random() < 0.5
    turn = rng.uniform(-46, 46)
    seat = rng.uniform(575, 610)
    wide = rng.uniform(185, 225)
    high = rng.uniform(300, 350) if head or style != "racing" else 430
    if style == "tub":
        high = rng.uniform(210, 250)
    brush.contact(500, 880, 330, 70, 0.34)
    _star_base(brush, frame, seat, rng)
    brush.strap(
        curve([(500, seat + 40), (500 - turn * 0.4, seat + 20), (500 - turn, seat - 110)]),
        shade(frame, 0.2),
        56,
    )
    _chair_back(brush, style, 500 - turn, seat - 40, wide, high, look, rng, frame)
    if head:
        y = seat - 40 - high
        brush.strap(lines([(500 - turn, y + 40), (500 - turn, y - 60)]), frame, 34)
        brush.puff(rounded([(390 - turn, y - 110), (610 - turn, y - 110), (590 - turn, y - 24),
            (410 - turn, y - 24)], 44), look.colour)  # fmt: skip
    arms = rng.randrange(4) if style != "tub" else 0
    for side in (-1, 1):
        _chair_arm(brush, arms, side, 500 - turn * 0.3, seat, wide, frame, look)
    cushion = smooth([(500 - wide * 1.12, seat - 6), (500 - wide * 0.8 - turn * 0.5, seat - 58),
        (500 + wide * 0.8 - turn * 0.5, seat - 58), (500 + wide * 1.12, seat - 6),
        (500 + wide * 1.02, seat + 40), (500, seat + 58), (500 - wide * 1.02, seat + 40)], 0.75)  # fmt: skip
    brush.body(cushion.translated(0, 16), shade(frame, 0.15))
    brush.puff(cushion, look.colour, 0.7)
    if style == "racing":
        brush.strap(
            curve([(500 - wide * 0.8, seat - 30), (500, seat + 20), (500 + wide * 0.8, seat - 30)]),
            distinct(look.colour, look.accent),
            12,
        )


def _star_base(brush: Brush, frame: Colour, seat: float, rng: random.Random) -> None:
    start, reach = rng.uniform(0, 72), rng.uniform(235, 280)
    spokes = []
    for index in range(5):
        angle = math.radians(start + index * 72)
        spokes.append((math.sin(angle), 500 + reach * math.cos(angle), 826 + reach * 0.26 * math.sin(angle)))
    for _, x, y in sorted(spokes):
        brush.strap(lines([(500, 788), (x, y)]), frame, 34)
        brush.ball(oval(x - 13, y + 36, 19, 29), "#2a2b30", 0.3)
        brush.ball(oval(x + 13, y + 36, 19, 29), "#3a3b41", 0.4)
        brush.body(oval(x, y + 8, 26, 16), frame)
    brush.metal(box(480, seat + 40, 40, 160, 6), STEEL)
    brush.round(box(466, seat + 100, 68, 110, 12), shade(frame, 0.1))
    brush.body(oval(500, 796, 60, 24), frame)
    brush.strap(lines([(500, seat + 62), (650, seat + 70)]), frame, 14)


def _chair_back(
    brush: Brush,
    style: str,
    x: float,
    low: float,
    wide: float,
    high: float,
    look: Look,
    rng: random.Random,
    frame: Colour,
) -> None:
    top, waist = low - high, rng.uniform(0.8, 0.95)
    accent = distinct(look.colour, look.accent)
    shoulder = rng.uniform(0.86, 1.06)
    if style == "tub":
        shell = smooth([(x - wide * 1.2, top + 60), (x, top - 20), (x + wide * 1.2, top + 60),
            (x + wide * 1.2, low + 20), (x, low + 40), (x - wide * 1.2, low + 20)], 0.8)  # fmt: skip
    elif style == "racing":
        shell = smooth([(x - 90, top - 30), (x + 90, top - 30), (x + wide * 0.74, top + 70),
            (x + wide * 1.12, top + 190), (x + wide * 0.86, low), (x - wide * 0.86, low),
            (x - wide * 1.12, top + 190), (x - wide * 0.74, top + 70)], 0.7)  # fmt: skip
    else:
        shell = smooth([(x - wide * shoulder, top + 30), (x, top), (x + wide * shoulder, top + 30),
            (x + wide * waist, low - high * 0.4), (x + wide * 0.94, low), (x, low + 18),
            (x - wide * 0.94, low), (x - wide * waist, low - high * 0.4)], 0.85)  # fmt: skip
    if style == "mesh":
        brush.ramp(shell, [(0, faded(tint(look.colour, 0.15), 0.9)), (1, faded(shade(look.colour, 0.2),
            0.95))], (0, 0), (1, 1))  # fmt: skip
        with brush.inside(shell):
            for step in range(-10, 24):
                brush.line(
                    lines([(x - wide + step * 34, top), (x - wide + step * 34 - high, low + 20)]),
                    faded(INK, 0.25),
                    3,
                )
                brush.line(
                    lines([(x + wide - step * 34, top), (x + wide - step * 34 + high, low + 20)]),
                    faded(INK, 0.25),
                    3,
                )
        brush.strap(shell, frame, 26)
        brush.strap(curve([(x - wide * 0.8, low - 70), (x, low - 54), (x + wide * 0.8, low - 70)]), frame, 30)
        return
    brush.puff(shell, look.colour, 0.8)
    with brush.inside(shell):
        if style == "ribbed":
            for index in range(1, 7):
                y = top + high * index / 7
                brush.fold(
                    curve([(x - wide * 1.1, y), (x, y + 16), (x + wide * 1.1, y)]), look.colour, 24, 1.0
                )
        elif style == "racing":
            for side in (-1, 1):
                brush.body(rounded([(x + side * 60, top + 90), (x + side * wide * 0.9, top + 130),
                    (x + side * wide * 0.6, low), (x + side * 70, low)], 30), accent)  # fmt: skip
                brush.flat(oval(x + side * 62, top + 46, 34, 20), "#1c1c20")
            brush.puff(box(x - 100, low - 130, 200, 84, 36), shade(look.colour, 0.12))
        elif style == "padded":
            for shift in (-0.36, 0.36) if rng.random() < 0.5 else (0,):
                brush.fold(lines([(x + wide * shift, top), (x + wide * shift, low)]), look.colour, 22, 0.9)
            brush.stitch(curve([(x - wide, top + 80), (x, top + 96), (x + wide, top + 80)]), accent, 5)


def _chair_arm(
    brush: Brush, style: int, side: int, x: float, seat: float, wide: float, frame: Colour, look: Look
) -> None:
    near, far = x + side * wide * 1.02, x + side * wide * 1.36
    if style == 0 or style == 1:
        brush.strap(lines([(near, seat + 30), (far, seat + 20), (far, seat - 120)]), frame, 30)
        brush.gloss(rounded([(far - 46, seat - 150), (far + 46, seat - 150), (far + 54, seat - 112),
            (far - 54, seat - 112)], 18), look.accent if style else shade(frame, 0.15))  # fmt: skip
    elif style == 2:
        brush.strap(curve([(near, seat + 30), (far + side * 20, seat - 20), (far, seat - 130),
            (near - side * 20, seat - 150)]), frame, 32)  # fmt: skip


def sofa(brush: Brush, look: Look, rng: random.Random) -> None:
    """A sofa of one to three seats, with its own arms, legs and pillows, sometimes with a chaise."""
    seats = rng.choice((1, 2, 2, 3, 3, 3))
    half = (250, 350, 430)[seats - 1] * rng.uniform(0.96, 1.02)
    back, seat, foot = rng.uniform(300, 380), rng.uniform(540, 570), rng.uniform(720, 750)
    arm, rise = rng.uniform(56, 110), rng.uniform(60, 140)
    legs = rng.uniform(40, 90)
    pattern = choose(rng, "stripes plaid floral diamonds checks", 0.8)
    accent = distinct(look.colour, look.accent)
    scale = (1.25, 1.1, 1.0)[seats - 1]
    with brush.placed(scale=scale, mirror=rng.random() < 0.5, about=(500, 560)):
        brush.contact(500, foot + legs, half * 1.12, 46)
        _sofa_legs(brush, half, foot, legs, rng)
        _sofa_back(brush, seats, half - arm * 0.6, back, seat + 30, look, pattern, rng)
        inner = half - arm
        each = 2 * inner / seats
        chaise = seats > 1 and rng.random() < 0.25
        brush.body(
            box(500 - half + 10, seat + 60, 2 * half - 20, foot - seat - 56, 18), shade(look.colour, 0.16)
        )
        for index in range(seats):
            low = foot - 60 + (90 if chaise and index == 0 else 0)
            left = 500 - inner + index * each
            top = rounded([(left + 16, seat - 40), (left + each - 16, seat - 40), (left + each, seat + 36),
                (left, seat + 36)], 26)  # fmt: skip
            front = box(left + 1, seat + 14, each - 2, low - seat - 14, 28)
            brush.cloth(front, shade(look.colour, 0.1), look.accent, pattern)
            brush.puff(top, tint(look.colour, 0.1), 0.5)
        for x in rng.sample(
            (500 - inner + 80, 500 + inner - 80, 500 - inner + 200, 500 + 40),
            min(rng.randrange(0, 4), seats + 1),
        ):
            with brush.placed(angle=rng.uniform(-18, 18), about=(x, seat - 70)):
                pillow = smooth([(x - 90, seat - 170), (x, seat - 158), (x + 90, seat - 170),
                    (x + 80, seat - 80), (x + 90, seat + 8), (x, seat - 4), (x - 90, seat + 8),
                    (x - 80, seat - 80)], 0.6)  # fmt: skip
                brush.puff(pillow, accent, 0.8)
                brush.print(
                    pillow, accent, look.colour, choose(rng, "stripes dots zigzag checks floral", 0.4)
                )
        _sofa_arms(brush, half, arm, seat - rise, foot, look, pattern, rng)


def _sofa_legs(brush: Brush, half: float, foot: float, legs: float, rng: random.Random) -> None:
    style, wood = rng.randrange(3), rng.choice((OAK, WALNUT, "#3a2a22"))
    for x in (500 - half + 50, 500 + half - 50):
        if style == 0:
            out = 24 if x > 500 else -24
            brush.round(polygon([(x - 20, foot), (x + 20, foot), (x + out + 10, foot + legs),
                (x + out - 10, foot + legs)]), wood)  # fmt: skip
        elif style == 1:
            brush.metal(box(x - 9, foot, 18, legs, 4), rng.choice((STEEL, BRASS, "#3b3c41")))
        else:
            brush.round(box(x - 34, foot, 68, legs * 0.6, 10), wood)


def _sofa_back(
    brush: Brush,
    seats: int,
    half: float,
    top: float,
    low: float,
    look: Look,
    pattern: Pattern,
    rng: random.Random,
) -> None:
    style = rng.randrange(4)
    whole = smooth([(500 - half, low), (500 - half, top + 60), (500 - half * 0.5, top + 4), (500, top - 40),
        (500 + half * 0.5, top + 4), (500 + half, top + 60), (500 + half, low)], 0.7)  # fmt: skip
    if style != 1:
        whole = box(500 - half, top, 2 * half, low - top, rng.choice((30, 80, 130)))
    brush.body(whole, shade(look.colour, 0.12))
    if style in (0, 3):
        each = 2 * half / seats
        for index in range(seats):
            pad = box(500 - half + index * each + 6, top + 14, each - 12, low - top, 54)
            brush.puff(pad, look.colour, 0.7)
            brush.print(pad, look.colour, look.accent, pattern)
        return
    brush.print(whole, look.colour, look.accent, pattern)
    with brush.inside(whole):
        if style == 1:
            for row in range(3):
                for column in range(9):
                    x, y = 500 + (column - 4 + 0.5 * (row % 2)) * half / 4.2, top + 50 + row * 70
                    for side in (-1, 1):
                        brush.line(
                            lines([(x, y), (x + side * half / 8.4, y + 70)]),
                            faded(shade(look.colour, 0.6), 0.4),
                            7,
                        )
                    brush.ball(oval(x, y, 9), tint(look.colour, 0.1))
        else:
            for index in range(1, 14):
                x = 500 - half + index * half / 7
                brush.fold(lines([(x, top), (x, low)]), look.colour, 20, 0.9)


def _sofa_arms(
    brush: Brush,
    half: float,
    arm: float,
    top: float,
    foot: float,
    look: Look,
    pattern: Pattern,
    rng: random.Random,
) -> None:
    style, trim = rng.randrange(4), rng.choice((OAK, WALNUT))
    for side in (-1, 1):
        outer, inner = 500 + side * half, 500 + side * (half - arm)
        left = min(outer, inner)
        if style == 0:
            shape: QPainterPath = box(left, top, arm, foot - top, 18)
        elif style == 1:
            shape = box(left, top + 30, arm, foot - top - 30, 10)
            brush.cloth(shape, look.colour, look.accent, pattern)
            brush.puff(oval(left + arm / 2 + side * 6, top + 40, arm * 0.72, arm * 0.66), look.colour)
            continue
        elif style == 2:
            shape = rounded([(left, foot), (left + (arm * 0.3 if side < 0 else 0), top),
                (left + arm - (arm * 0.3 if side > 0 else 0), top), (left + arm, foot)], 40)  # fmt: skip
        else:
            brush.wood(box(left + arm * 0.3, top, arm * 0.5, foot - top + 40, 10), trim, rng, upright=True)
            brush.wood(box(left, top - 26, arm, 40, 18), trim, rng)
            continue
        brush.puff(shape, look.colour, 0.6)
        brush.print(shape, look.colour, look.accent, pattern)
