"""Painters of electronics: headphones and phone cases; and the rest of the category gathered."""

from __future__ import annotations

import random

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush, Painter
from sourcing_desktop.sandbox.drawing.kinds.desktop_gear import computer_mouse, keyboard
from sourcing_desktop.sandbox.drawing.kinds.power_banks import power_bank
from sourcing_desktop.sandbox.drawing.kinds.speakers import speaker
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import PATTERNS, choose
from sourcing_desktop.sandbox.drawing.shapes import (
    arc,
    box,
    curve,
    flower,
    heart,
    lines,
    oval,
    polygon,
    ring,
    star,
)
from sourcing_desktop.sandbox.drawing.solids import corners
from sourcing_desktop.sandbox.drawing.tones import INK, STEEL, Colour, distinct, faded, shade, tint


def headphones(brush: Brush, look: Look, rng: random.Random) -> None:
    """Over-ear headphones, from the front or half from the side; band, cups, ears and microphone vary."""
    side_on = rng.random() < 0.5
    wide, rise = rng.uniform(250, 300), rng.uniform(270, 330)
    cup_w, cup_h = rng.uniform(105, 140), rng.uniform(145, 190)
    accent = distinct(look.colour, look.accent)
    band: Colour = rng.choice((look.colour, look.colour, accent, INK))
    pad: Colour = rng.choice(("#2b2c31", "#2b2c31", "#e9e4da", accent))
    y, top = 620.0, 560 - rise - 40
    form = rng.randrange(3)
    with brush.placed(angle=rng.uniform(-16, 16), mirror=rng.random() < 0.5):
        sweep = curve([(500 - wide, y - 60), (500 - wide * 0.92, top + rise * 0.42), (500, top),
            (500 + wide * 0.92, top + rise * 0.42), (500 + wide, y - 60)])  # fmt: skip
        if rng.random() < 0.4:
            brush.strap(curve([(500 - wide, y - 60), (500 - wide * 0.9, top + rise * 0.55), (500, top + 70),
                (500 + wide * 0.9, top + rise * 0.55), (500 + wide, y - 60)]), pad, 48)  # fmt: skip
            brush.strap(sweep, rng.choice((STEEL, band)), 22)
        else:
            brush.strap(sweep, band, rng.uniform(44, 70))
            brush.line(curve([(500 - wide * 0.6, top + rise * 0.2), (500, top + 26),
                (500 + wide * 0.6, top + rise * 0.2)]), shade(pad, 0.1), 26)  # fmt: skip
        if rng.random() < 0.25:
            for side in (-1, 1):
                tip = polygon(
                    [(500 + side * 90, top + 20), (500 + side * 170, top - 110), (500 + side * 220, top + 70)]
                )
                brush.gloss(tip, look.colour)
                brush.flat(polygon([(500 + side * 120, top + 22), (500 + side * 165, top - 60),
                    (500 + side * 194, top + 50)]), accent)  # fmt: skip
        for side in (-1, 1):
            x = 500 + side * wide
            brush.round(box(x - 17, y - cup_h - 60, 34, 120, 14), STEEL)
            near = side_on and side < 0
            _ear_cup(brush, x, y, cup_w if near else cup_w * (0.62 if side_on else 0.56), cup_h, side, near,
                form, pad, look, rng)  # fmt: skip
        if rng.random() < 0.25:
            boom = curve([(500 - wide - 30, y + cup_h * 0.6), (500 - wide + 20, y + cup_h + 110),
                (500 - 60, y + cup_h + 120)])  # fmt: skip
            brush.strap(boom, INK, 18)
            brush.ball(oval(446, y + cup_h + 120, 34, 24), INK)
        elif rng.random() < 0.3:
            cord = curve([(500 - wide, y + cup_h - 6), (500 - wide + 30, y + cup_h + 90),
                (500, y + cup_h + 70), (640, y + cup_h + 130)])  # fmt: skip
            brush.strap(cord, accent, 14)


def _ear_cup(
    brush: Brush,
    x: float,
    y: float,
    w: float,
    h: float,
    side: int,
    near: bool,
    form: int,
    pad: Colour,
    look: Look,
    rng: random.Random,
) -> None:
    accent = distinct(look.colour, look.accent)

    def shape(cx: float, rx: float, ry: float) -> QPainterPath:
        return (
            oval(cx, y, rx, ry)
            if form == 0
            else box(cx - rx, y - ry, 2 * rx, 2 * ry, rx * (0.95 if form == 1 else 0.5))
        )

    brush.puff(shape(x - side * w * 0.62, w * 0.72, h * 1.02), pad, 0.6)
    shell = shape(x + side * w * 0.18, w, h)
    brush.gloss(shell, look.colour)
    if not near:
        brush.line(
            arc(x + side * w * 0.18, y, w * 0.62, h * 0.8, 100 if side < 0 else -80, 160),
            faded(accent, 0.9),
            14,
        )
        return
    cx = x + side * w * 0.18
    plate = shape(cx, w * 0.72, h * 0.74)
    style = rng.randrange(5)
    if style == 0:
        brush.metal(plate, rng.choice((STEEL, look.accent)))
    elif style == 1:
        brush.gloss(plate, accent)
        brush.flat(star(cx, y, w * 0.4, w * 0.18), tint(accent, 0.75))
    elif style == 2:
        brush.body(plate, shade(look.colour, 0.25))
        for share in (0.5, 0.34, 0.18):
            brush.line(oval(cx, y, w * share * 1.2, h * share * 1.2), accent, 9)
    elif style == 3:
        brush.cloth(
            plate, tint(look.colour, 0.15), look.accent, choose(rng, "dots stripes diagonal zigzag checks", 0)
        )
    else:
        brush.line(plate, accent, 12)


def phone_case(brush: Brush, look: Look, rng: random.Random) -> None:
    """A phone case from its back: camera opening, print or picture, ring, strap, clear or bumper edge."""
    half, high = rng.uniform(205, 225), rng.uniform(410, 440)
    radius = rng.uniform(44, 84)
    accent = distinct(look.colour, look.accent)
    clear = rng.random() < 0.2
    with brush.placed(angle=rng.uniform(-22, 22)):
        if rng.random() < 0.3:
            with brush.placed(dx=rng.choice((-130, 130)), dy=-10, scale=0.95, angle=rng.uniform(-8, 8)):
                brush.gloss(box(500 - half, 500 - high, 2 * half, 2 * high, radius), accent)
                brush.body(
                    box(500 - half + 18, 500 - high + 18, 2 * half - 36, 2 * high - 36, radius - 14),
                    "#202228",
                    0.7,
                )
                brush.flat(box(460, 500 - high + 38, 80, 22, 11), "#000000")
                brush.sheen(
                    box(500 - half + 18, 500 - high + 18, 2 * half - 36, 2 * high - 36, radius - 14), 0.35
                )
        _lanyard(brush, half, high, accent, rng)
        for side, y, long in ((1, 330, 110), (-1, 300, 70), (-1, 390, 70)):
            brush.body(box(500 + side * half - 8, y, 16, long, 6), shade(look.colour, 0.4))
        shell = box(500 - half, 500 - high, 2 * half, 2 * high, radius)
        brush.gloss(shell, tint(look.colour, 0.55) if clear else look.colour)
        inner = box(500 - half + 14, 500 - high + 14, 2 * half - 28, 2 * high - 28, max(20, radius - 14))
        if clear:
            brush.body(inner, rng.choice(("#dfe3e8", look.colour)), 0.5)
            brush.line(inner, faded("#ffffff", 0.8), 8)
        _case_print(brush, inner, look, rng)
        if rng.random() < 0.3:
            for sx in (-1, 1):
                for sy in (-1, 1):
                    with brush.inside(shell):
                        brush.body(oval(500 + sx * half, 500 + sy * high, 84), accent)
        brush.line(shell, faded(shade(look.colour, 0.6), 0.5), 9)
        brush.line(inner, faded(tint(look.colour, 0.6), 0.5), 4)
        _camera(brush, half, high, look, rng)
        _ring_holder(brush, accent, rng)
        brush.sheen(shell, 0.3)


def _lanyard(brush: Brush, half: float, high: float, accent: Colour, rng: random.Random) -> None:
    if rng.random() < 0.25:
        x, y = 500 + half - 30, 500 + high - 10
        loop = curve([(x, y), (x + 130, y - 60), (x + 190, y - 330), (x + 60, y - 480), (x + 20, y - 300),
            (x + 60, y - 100), (x, y)])  # fmt: skip
        brush.strap(loop, accent, 20)


def _case_print(brush: Brush, inner: QPainterPath, look: Look, rng: random.Random) -> None:
    accent = distinct(look.colour, look.accent)
    style = rng.randrange(8)
    if style < 3:
        names = " ".join(PATTERNS[1:])
        brush.print(inner, look.colour, look.accent, choose(rng, names, 0), rng.choice((0, 0, 45)))
        return
    x, y, size = 500, 600, rng.uniform(110, 165)
    with brush.inside(inner):
        if style == 3:
            motif = (
                heart(x, y, size * 2),
                star(x, y, size * 1.2, size * 0.5),
                flower(x, y, size * 1.2, rng.randrange(5, 9)),
            )
            brush.flat(rng.choice(motif), accent)
            brush.flat(oval(x, y, size * 0.28), tint(accent, 0.6))
        elif style == 4:
            for index in range(4):
                tone = (accent, tint(look.colour, 0.5), shade(look.colour, 0.25), tint(accent, 0.5))[index]
                wave = [(200 + step * 100, 560 + index * 90 + rng.uniform(-46, 46)) for step in range(7)]
                brush.flat(polygon([*corners(curve(wave))[:-1], (800, 1000), (200, 1000)]), tone)
        elif style == 5:
            for side in (-1, 1):
                brush.puff(oval(x + side * size * 0.8, y - size * 0.8, size * 0.44), accent)
            brush.puff(oval(x, y, size * 1.2, size * 1.06), accent)
            for side in (-1, 1):
                brush.flat(oval(x + side * size * 0.46, y - size * 0.1, 16, 20), INK)
            brush.body(oval(x, y + size * 0.36, size * 0.5, size * 0.38), tint(accent, 0.6), 0.5)
            brush.flat(oval(x, y + size * 0.24, 20, 14), INK)
        elif style == 6:
            brush.body(box(0, 500, 1000, 600), accent, 0.6)
            brush.stitch(lines([(200, 500), (800, 500)]), tint(accent, 0.5), 7, 22)


def _camera(brush: Brush, half: float, high: float, look: Look, rng: random.Random) -> None:
    style, left, top = rng.randrange(4), 500 - half + 34, 500 - high + 36
    if style == 0:
        island, lenses = (
            box(left, top, 190, 190, 50),
            [(left + 58, top + 58, 40), (left + 132, top + 132, 40), (left + 58, top + 132, 40)],
        )
    elif style == 1:
        island, lenses = (
            box(left, top, 110, 270, 55),
            [(left + 55, top + 60, 40), (left + 55, top + 150, 40), (left + 55, top + 225, 26)],
        )
    elif style == 2:
        island, lenses = (
            box(500 - half + 24, top + 30, 2 * half - 48, 104, 52),
            [(500 + step * 94, top + 82, 38) for step in (-1, 0, 1)],
        )
    else:
        island, lenses = (
            oval(500, top + 130, 128),
            [(500 + sx * 48, top + 130 + sy * 48, 36) for sx, sy in ((-1, -1), (1, -1), (-1, 1), (1, 1))],
        )
    brush.body(island, rng.choice((shade(look.colour, 0.55), "#2a2b30", tint(look.colour, 0.2))), 0.8)
    brush.line(island, faded(tint(look.colour, 0.5), 0.7), 6)
    for x, y, radius in lenses:
        brush.metal(oval(x, y, radius))
        brush.ball(oval(x, y, radius * 0.78), "#16181f", 0.3)
        brush.glow(oval(x, y, radius * 0.44), [(0, "#5a78b8"), (1, "#11131c")], (0.4, 0.4), 0.6)
        brush.glint(x - radius * 0.24, y - radius * 0.24, radius * 0.26)


def _ring_holder(brush: Brush, accent: Colour, rng: random.Random) -> None:
    style, y = rng.randrange(7), 600.0
    if style == 0:
        brush.metal(ring(500, y, 96, 96, 24))
        brush.ball(oval(500, y - 96, 24), STEEL)
    elif style == 1:
        brush.line(oval(500, y - 20, 104), faded("#ffffff", 0.85), 20)
        brush.line(lines([(500, y + 110), (500, y + 190)]), faded("#ffffff", 0.85), 20)
    elif style == 2:
        brush.gloss(box(430, y - 150, 140, 300, 60), accent)


PAINTERS: dict[str, Painter] = {
    "headphones": headphones,
    "phone_case": phone_case,
    "power_bank": power_bank,
    "keyboard": keyboard,
    "computer_mouse": computer_mouse,
    "speaker": speaker,
}
