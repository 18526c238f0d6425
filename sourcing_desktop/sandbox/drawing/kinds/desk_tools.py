"""Painters of things that write, cut and staple: fountain pens, scissors, staplers."""

from __future__ import annotations

import random

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import Pattern, choose
from sourcing_desktop.sandbox.drawing.shapes import (
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
from sourcing_desktop.sandbox.drawing.tones import (
    GOLD,
    INK,
    ROSE_GOLD,
    STEEL,
    Colour,
    distinct,
    faded,
    shade,
    tint,
)


def fountain_pen(brush: Brush, look: Look, rng: random.Random) -> None:
    """A fountain pen with its nib out, the cap beside it or posted; barrel, rings, clip and print vary."""
    trim = rng.choice((GOLD, STEEL, ROSE_GOLD, "#55575e"))
    width, posted = rng.uniform(40, 58), rng.random() < 0.4
    pattern = choose(rng, "stripes bands diagonal floral leaves terrazzo dots zigzag stars diamonds", 0.45)
    bottle = rng.random() < 0.3
    turn = rng.choice((-1, 1))
    with brush.placed(
        angle=rng.uniform(22, 52) * turn, dx=-70 * turn * (not posted), scale=1.08 if posted else 1.0
    ):
        _pen_body(brush, width, posted, trim, pattern, look, rng)
        if not posted:
            with brush.placed(
                dx=rng.uniform(150, 190) * turn, dy=rng.uniform(-70, 90), angle=rng.choice((0, 0, -8, 10))
            ):
                _cap(brush, 480, width * 1.14, 330, trim, look, rng)
    if bottle and not posted:
        with brush.placed(dx=-270 * turn, dy=230, scale=0.8):
            _ink_bottle(brush, look, trim)


def _pen_body(
    brush: Brush, width: float, posted: bool, trim: Colour, pattern: Pattern, look: Look, rng: random.Random
) -> None:
    low = 690.0 if posted else 860.0
    shape = rng.randrange(3)
    ends = ((0.95, 0.62, 0.3), (1.0, 1.0, 0.86), (1.1, 0.9, 0.45))[shape]
    barrel = lathe([(500 + width * 0.86, 360), (500 + width * ends[0], 520),
        (500 + width * (ends[0] + ends[1]) / 2, 720), (500 + width * ends[1], low - 40),
        (500 + width * ends[2], low)])  # fmt: skip
    brush.round(barrel, look.colour)
    brush.print(barrel, look.colour, look.accent, pattern)
    brush.flat(box(500 - width * 0.5, 380, width * 0.2, low - 440, 6), faded("#ffffff", 0.3))
    section = lathe([(500 + width * 0.5, 222), (500 + width * 0.6, 244), (500 + width * 0.74, 340),
        (500 + width * 0.86, 368)])  # fmt: skip
    brush.round(section, rng.choice((INK, look.colour, look.accent)))
    brush.metal(box(500 - width * 0.9, 356, width * 1.8, 16, 4), trim)
    brush.metal(box(500 - width * 0.54, 216, width * 1.08, 12, 4), trim)
    wing = width * 0.7
    nib = smooth([(500, 66), (500 + wing * 0.5, 150), (500 + wing, 190), (500 + wing * 0.7, 230),
        (500 - wing * 0.7, 230), (500 - wing, 190), (500 - wing * 0.5, 150)], 0.6)  # fmt: skip
    brush.ramp(nib, [(0, tint(trim, 0.3)), (0.4, tint(trim, 0.65)), (0.5, shade(trim, 0.1)), (1, shade(trim,
        0.3))], (0, 0), (1, 0))  # fmt: skip
    brush.line(nib, faded(shade(trim, 0.7), 0.6), 3)
    brush.line(lines([(500, 80), (500, 176)]), shade(trim, 0.75), 4)
    brush.flat(oval(500, 180, 8), shade(trim, 0.75))
    if rng.random() < 0.5:
        brush.line(nib, faded(STEEL if trim == GOLD else GOLD, 0.9), 5)
    if posted:
        _cap(brush, low - 60, width * 1.14, 290, trim, look, rng)
    elif shape == 1:
        brush.metal(box(500 - width * 1.0, low - 54, width * 2, 16, 4), trim)


def _cap(
    brush: Brush, top: float, width: float, high: float, trim: Colour, look: Look, rng: random.Random
) -> None:
    low = top + high
    cap = lathe([(500 + width, top), (500 + width, top + high * 0.5), (500 + width * 0.92, low - 30),
        (500 + width * 0.6, low)])  # fmt: skip
    whole_metal = rng.random() < 0.25
    if whole_metal:
        brush.metal(cap, trim)
    else:
        brush.round(cap, rng.choice((look.colour, look.accent)))
    for level in rng.choice(((0.03,), (0.03, 0.12), (0.04, 0.08, 0.2))):
        brush.metal(box(500 - width * 1.04, top + high * level, width * 2.08, 12, 3), trim)
    brush.metal(box(500 - width * 0.62, low - 22, width * 1.24, 26, 10), trim)
    reach = rng.uniform(0.5, 0.72)
    clip = rounded([(500 + width * 0.1, low - 30), (500 + width * 0.5, low - 30),
        (500 + width * 0.44, low - high * reach), (500 + width * 0.16, low - high * reach)], 12)  # fmt: skip
    brush.metal(clip, trim)
    brush.ball(oval(500 + width * 0.3, low - high * reach, width * 0.2), trim)


def _ink_bottle(brush: Brush, look: Look, trim: Colour) -> None:
    brush.contact(500, 640, 150, 26)
    brush.glass(box(370, 470, 260, 170, 40), look.colour, 0.75)
    brush.flat(box(386, 530, 228, 96, 30), faded(shade(look.colour, 0.5), 0.8))
    brush.body(box(420, 520, 160, 80, 8), "#fbf7ec", 0.4)
    brush.flat(star(500, 560, 26, 11), look.colour)
    brush.round(box(430, 410, 140, 66, 10), INK)
    brush.metal(box(424, 466, 152, 14, 4), trim)


def scissors(brush: Brush, look: Look, rng: random.Random) -> None:
    """Scissors, open or nearly closed: office, tailor's, children's, embroidery; handles vary most."""
    style = rng.choice(("office", "office", "tailor", "child", "fine"))
    open_by = rng.uniform(6, 26)
    y = {"fine": 500.0, "child": 480.0, "tailor": 540.0, "office": 520.0}[style]
    long = {"fine": 330, "child": 310, "tailor": 430, "office": 400}[style] * rng.uniform(0.95, 1.05)
    steel = rng.choice((STEEL, STEEL, "#5a5d65", GOLD if style == "fine" else "#d9dde2"))
    ring_w, ring_h = rng.uniform(66, 86), rng.uniform(88, 130)
    thick = rng.uniform(26, 38)
    two_tone = rng.random() < 0.35
    with brush.placed(
        angle=rng.uniform(-48, 48),
        scale={"fine": 1.25, "child": 1.12, "tailor": 0.92}.get(style, 1.02),
        about=(500, 520),
    ):
        for side in (-1, 1):
            with brush.placed(angle=side * open_by * 0.62, about=(500, y)):
                _cutting_blade(brush, side, y, long, style, steel)
                tone = look.accent if two_tone and side > 0 else look.colour
                big = 1.25 if style == "tailor" and side > 0 else 1.0
                _scissor_ring(brush, side, y, style, tone, ring_w, ring_h * big, thick, look, steel)
        brush.metal(oval(500, y, 24), tint(steel, 0.2))
        brush.line(lines([(486, y + 8), (514, y - 8)]), faded(INK, 0.6), 6)


def _cutting_blade(brush: Brush, side: int, y: float, long: float, style: str, steel: Colour) -> None:
    wide = {"fine": 30, "tailor": 62}.get(style, 48)
    blunt = style == "child"
    tip = (
        [(500 - side * 6, y - long), (500 + side * 16, y - long + 16)]
        if blunt
        else [(500 - side * 4, y - long)]
    )
    blade = rounded([(500 - side * wide * 0.5, y + 40), (500 - side * wide * 0.36, y - 60), *tip,
        (500 + side * wide * 0.66, y - long * 0.4), (500 + side * wide * 0.62, y + 50)],
        20 if blunt else 8)  # fmt: skip
    brush.ramp(blade, [(0, shade(steel, 0.2)), (0.45, tint(steel, 0.5)), (0.5, shade(steel, 0.1)),
        (1, tint(steel, 0.25))], (0, 0), (1, 0.05))  # fmt: skip
    brush.line(blade, faded(shade(steel, 0.8), 0.5), 3)
    brush.line(
        lines([(500 - side * wide * 0.16, y - 60), (500 - side * 2, y - long + 30)]), faded("#ffffff", 0.8), 5
    )


def _scissor_ring(
    brush: Brush,
    side: int,
    y: float,
    style: str,
    tone: Colour,
    w: float,
    h: float,
    thick: float,
    look: Look,
    steel: Colour,
) -> None:
    x, low = 500 - side * (w + 30), y + 150 + h
    neck = curve([(500 - side * 2, y + 30), (500 - side * 16, y + 90), (x + side * w * 0.7, low - h * 0.86)])
    if style == "fine":
        brush.strap(neck, steel, 24)
        brush.strap(oval(x, low - 20, w * 0.9, h * 0.8), tone, 24)
        return
    brush.strap(neck, tone, 54)
    brush.strap(oval(x, low, w, h), tone, thick * 1.5)
    if style != "child":
        brush.line(oval(x, low, w - thick * 0.5, h - thick * 0.5), distinct(tone, look.accent), thick * 0.36)
    else:
        brush.line(arc(x, low, w, h, 110, 120), faded("#ffffff", 0.5), 8)


def stapler(brush: Brush, look: Look, rng: random.Random) -> None:
    """A stapler from its side: long desk model, short one, heavy duty, or rounded; with staples or not."""
    half, open_by = rng.uniform(300, 390), rng.uniform(6, 17)
    high = rng.uniform(100, 150)
    style = rng.randrange(4)
    accent = distinct(look.colour, look.accent)
    left, right, floor = 500 - half, 500 + half, 690.0
    hinge = (right - 60, 590.0)
    with brush.placed(mirror=rng.random() < 0.5, angle=rng.uniform(-10, 10), dy=-20):
        brush.contact(500, floor + 16, half * 1.04, 34)
        base = rounded([(left - 6, floor - 20), (left + 60, floor - 44), (right - 120, floor - 60),
            (right, floor - 130), (right + 12, floor + 8), (left - 10, floor + 8)], 26)  # fmt: skip
        brush.gloss(base, rng.choice((look.colour, INK, accent)))
        brush.body(box(left - 10, floor - 2, 2 * half + 20, 22, 10), "#2a2b30")
        brush.metal(rounded([(left + 6, floor - 46), (left + 120, floor - 46), (left + 130, floor - 26),
            (left + 4, floor - 26)], 8))  # fmt: skip
        with brush.placed(angle=open_by, about=hinge):
            brush.metal(
                rounded([(left + 10, 560), (right - 90, 560), (right - 90, 610), (left + 10, 610)], 8),
                upright=False,
            )
            brush.metal(rounded([(left, 556), (left + 54, 556), (left + 54, 634), (left + 10, 634)], 8))
            _stapler_arm(brush, style, left, right, high, look, accent, rng)
        brush.body(oval(right - 56, 600, 66, 72), shade(look.colour, 0.15))
        brush.metal(oval(hinge[0], hinge[1] + 6, 26))
        brush.line(lines([(hinge[0] - 14, hinge[1] + 6), (hinge[0] + 14, hinge[1] + 6)]), faded(INK, 0.6), 6)
        if rng.random() < 0.4:
            _staples(brush, left + rng.uniform(40, 160), floor + 120)


def _stapler_arm(
    brush: Brush,
    style: int,
    left: float,
    right: float,
    high: float,
    look: Look,
    accent: Colour,
    rng: random.Random,
) -> None:
    top = 560 - high
    if style == 0:
        arm = smooth([(left - 10, 570), (left - 14, 540), (left + 60, top + 30), (500, top),
            (right - 100, top + 10), (right - 10, 540), (right - 20, 590), (right - 140, 578), (500, 572)],
            0.7)  # fmt: skip
    elif style == 1:
        arm = rounded([(left - 16, 574), (left - 16, top + 40), (left + 40, top + 10), (right - 60, top),
            (right, 560), (right - 40, 590)], 30)  # fmt: skip
    elif style == 2:
        arm = smooth([(left - 16, 576), (left - 20, top + 46), (left + 30, top + 10), (left + 130, top + 4),
            (500, top + 50), (right - 100, top + 30), (right, 550), (right - 30, 594),
            (500, 574)], 0.6)  # fmt: skip
    else:
        arm = rounded([(left - 10, 572), (left + 10, top + 60), (left + 200, top - 30),
            (right - 20, top + 20), (right + 4, 580), (right - 60, 594)], 60)  # fmt: skip
    brush.gloss(arm, look.colour)
    brush.print(
        arm, look.colour, look.accent, choose(rng, "stripes dots diagonal hearts stars floral zigzag", 0.7)
    )
    with brush.inside(arm):
        detail = rng.randrange(4)
        if detail == 0:
            brush.body(box(left - 40, 546, 2000, 60), accent, 0.6)
        elif detail == 1:
            brush.body(box(left - 40, top - 60, rng.uniform(120, 240), 300), rng.choice((accent, INK)), 0.7)
        elif detail == 2:
            brush.line(curve([(left + 60, 530), (500, top + 46), (right - 120, top + 60)]), accent, 20)
    if rng.random() < 0.6:
        pad = rounded(
            [(left + 30, top + 34), (left + 60, top + 10), (left + 220, top + 4), (left + 230, top + 26)], 14
        )
        brush.body(pad, shade(look.colour, 0.5))


def _staples(brush: Brush, x: float, y: float) -> None:
    strip: QPainterPath = polygon([(x, y), (x + 150, y), (x + 180, y - 34), (x + 30, y - 34)])
    brush.body(strip, STEEL)
    for step in range(1, 14):
        brush.line(lines([(x + step * 11, y), (x + 30 + step * 11, y - 34)]), faded(INK, 0.3), 2)
    brush.body(polygon([(x, y), (x + 150, y), (x + 150, y + 24), (x, y + 24)]), shade(STEEL, 0.2))
