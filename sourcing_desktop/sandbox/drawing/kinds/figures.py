"""Painters of toy animals: teddy bears, rubber ducks."""

from __future__ import annotations

import random

from sourcing_desktop.sandbox.drawing.brush import Brush
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import choose
from sourcing_desktop.sandbox.drawing.shapes import (
    arc,
    box,
    curve,
    heart,
    lines,
    oval,
    polygon,
    smooth,
    turned,
)
from sourcing_desktop.sandbox.drawing.tones import INK, Colour, distinct, faded, shade, tint


def teddy_bear(brush: Brush, look: Look, rng: random.Random) -> None:
    """A sitting plush bear; ears, muzzle, belly, limbs and what it wears vary."""
    fur, pale = look.colour, tint(look.colour, rng.choice((0.35, 0.55, 0.7)))
    head, belly = rng.uniform(180, 220), rng.uniform(185, 230)
    ear, spread = rng.uniform(62, 96), rng.uniform(0.66, 0.86)
    y = 340.0
    with brush.placed(angle=rng.uniform(-5, 5)):
        brush.contact(500, 880, 330, 44, 0.3)
        lift = rng.choice((1.0, 1.0, -0.6))
        for side in (-1, 1):
            x = 500 + side * head * spread
            brush.puff(oval(x, y - head * 0.72, ear), fur)
            brush.body(oval(x, y - head * 0.7, ear * 0.58), pale, 0.6)
        for side in (-1, 1):
            shoulder = (500 + side * belly * 0.72, 560)
            arm = oval(500 + side * (belly + 40), 620 if lift > 0 else 540, 74, rng.uniform(130, 150))
            brush.puff(turned(arm, side * (-24 * lift) if lift > 0 else side * 38, shoulder), fur)
        brush.puff(oval(500, 670, belly, 215), fur)
        shirt = rng.random() < 0.35
        if shirt:
            with brush.inside(oval(500, 670, belly + 2, 217)):
                top = box(200, 480, 600, 270)
                brush.cloth(
                    top, look.accent, look.colour, choose(rng, "stripes bands checks dots plaid hearts", 0.35)
                )
        elif rng.random() < 0.7:
            brush.puff(oval(500, 690, belly * 0.66, 140), pale, 0.5)
        _paws(brush, belly, fur, pale, look, rng)
        brush.puff(oval(500, y, head * rng.uniform(1.0, 1.16), head), fur)
        _bear_face(brush, y, head, pale, look, rng)
        _bear_wear(brush, y, head, look, rng, shirt)


def _paws(brush: Brush, belly: float, fur: Colour, pale: Colour, look: Look, rng: random.Random) -> None:
    size, out = rng.uniform(84, 108), rng.uniform(30, 60)
    sole = rng.choice((pale, look.accent))
    toes = rng.random() < 0.5
    for side in (-1, 1):
        x = 500 + side * (belly * 0.62 + out)
        brush.puff(oval(x, 810, size, size * 0.98), fur)
        brush.body(oval(x + side * 6, 824, size * 0.6, size * 0.58), sole, 0.6)
        for shift in (-0.42, 0, 0.42) if toes else ():
            brush.body(oval(x + size * shift, 824 - size * (0.76 - abs(shift) * 0.2), size * 0.17), sole, 0.6)


def _bear_face(brush: Brush, y: float, head: float, pale: Colour, look: Look, rng: random.Random) -> None:
    wide, high = head * rng.uniform(0.4, 0.56), head * rng.uniform(0.32, 0.42)
    brush.puff(oval(500, y + head * 0.36, wide, high), pale, 0.5)
    apart, size = head * rng.uniform(0.36, 0.46), head * rng.uniform(0.075, 0.125)
    for side in (-1, 1):
        brush.ball(oval(500 + side * apart, y - head * 0.08, size), "#241f1f", 0.55)
        brush.glint(500 + side * apart - size * 0.3, y - head * 0.08 - size * 0.35, size * 0.45)
        if rng.random() < 0.4:
            brush.glow(oval(500 + side * head * 0.66, y + head * 0.26, head * 0.2), [(0, faded("#f08f8f",
                0.5)), (1, faded("#f08f8f", 0))], (0.5, 0.5), 0.5)  # fmt: skip
    nose = rng.choice(
        (oval(500, y + head * 0.22, head * 0.14, head * 0.095), heart(500, y + head * 0.23, head * 0.28))
    )
    brush.gloss(nose, rng.choice(("#2b2222", "#5b3a2c", "#2b2222")))
    smile = rng.choice((0.16, 0.22))
    brush.line(lines([(500, y + head * 0.3), (500, y + head * 0.42)]), "#3b2b28", 7)
    for side in (-1, 1):
        brush.line(
            arc(500 + side * head * smile / 2, y + head * 0.42, head * smile / 2, head * 0.1, 180, 180),
            "#3b2b28",
            7,
        )


def _bear_wear(brush: Brush, y: float, head: float, look: Look, rng: random.Random, shirt: bool) -> None:
    accent, neck = distinct(look.colour, look.accent), y + head * 0.9
    style = rng.randrange(6)
    if style == 0:
        for side in (-1, 1):
            wing = smooth([(500, neck), (500 + side * 110, neck - 66), (500 + side * 124, neck + 62)], 0.7)
            brush.puff(wing, accent)
        brush.gloss(oval(500, neck, 34, 38), accent)
    elif style == 1:
        names = "stripes bands checks plaid dots zigzag"
        tail = polygon([(560, neck), (640, neck), (660, neck + 210), (572, neck + 216)])
        brush.cloth(tail, accent, look.colour, pattern := choose(rng, names, 0.3))
        wrap = smooth([(500 - head * 0.84, neck - 40), (500, neck + 20), (500 + head * 0.84, neck - 40),
            (500 + head * 0.8, neck + 30), (500, neck + 82), (500 - head * 0.8,
            neck + 30)], 0.8)  # fmt: skip
        brush.cloth(wrap, accent, look.colour, pattern)
    elif style == 2 and not shirt:
        brush.puff(heart(500, 690, 250), accent)
    elif style == 3:
        brush.puff(oval(500 - head * 0.1, y - head * 1.04, head * 0.8, 40), accent)
        brush.puff(
            smooth([(500 - head * 0.6, y - head), (500, y - head * 1.46), (500 + head * 0.5, y - head)], 0.8),
            accent,
        )
        brush.puff(oval(490, y - head * 1.4, 38), "#fbf7f0")
    elif style == 4:
        x = 500 + head * 0.7
        for side in (-1, 1):
            brush.puff(smooth([(x, y - head * 0.76), (x + side * 84, y - head * 0.76 - 60),
                (x + side * 90, y - head * 0.76 + 44)], 0.7), accent)  # fmt: skip
        brush.gloss(oval(x, y - head * 0.76, 26), accent)


def rubber_duck(brush: Brush, look: Look, rng: random.Random) -> None:
    """A bath duck from its side: proportions, wing, bill, eyes and hat vary."""
    head = rng.uniform(150, 200)
    hx, hy = rng.uniform(345, 400), rng.uniform(320, 370)
    tail = rng.uniform(420, 540)
    skin = look.colour
    bill: Colour = rng.choice(("#f08a2c", "#e9692c", look.accent))
    with brush.placed(mirror=rng.random() < 0.5, angle=rng.uniform(-11, 11)):
        brush.contact(500, 850, 330, 46, 0.3)
        body = smooth([(hx - 40, hy + head * 0.7), (hx + head * 0.7, hy + head * 0.8), (640, 560),
            (770, 540), (870, tail), (860, 660), (760, 810), (560, 860), (340, 850), (220, 760),
            (230, 620)], 0.9)  # fmt: skip
        brush.gloss(body, skin)
        brush.print(
            body, skin, look.accent, choose(rng, "dots hearts stars stripes floral bands checks", 0.68)
        )
        if rng.random() < 0.25:
            with brush.inside(body):
                brush.body(oval(480, 900, 420, rng.uniform(130, 230)), distinct(skin, look.accent), 0.6)
        wing = rng.choice((smooth([(470, 640), (600, 600), (740, 620), (790, 600), (740, 730), (600, 770),
            (480, 720)], 0.9), smooth([(470, 650), (620, 630), (770, 560), (760, 680), (700, 720),
            (690, 760), (590, 770), (490, 730)], 0.7), oval(610, 680, 130, 84)))  # fmt: skip
        brush.gloss(wing, rng.choice((skin, skin, tint(skin, 0.2), look.accent)))
        brush.line(wing, faded(shade(skin, 0.5), 0.4), 6)
        brush.ball(oval(hx, hy, head), skin, 0.8)
        _bill(brush, hx, hy, head, bill, rng)
        _duck_eye(brush, hx - head * 0.24, hy - head * 0.16, head * rng.uniform(0.14, 0.24), rng)
        _duck_wear(brush, hx, hy, head, look, rng)


def _bill(brush: Brush, x: float, y: float, head: float, tone: Colour, rng: random.Random) -> None:
    reach, open_by = head * rng.uniform(0.5, 0.72), rng.uniform(0, 0.16) * head
    start = x - head * 0.8
    lower = smooth([(start + 30, y + head * 0.26), (start - reach * 0.7, y + head * 0.34 + open_by),
        (start, y + head * 0.46 + open_by)], 0.8)  # fmt: skip
    brush.gloss(lower, shade(tone, 0.15))
    upper = smooth([(start + 40, y + head * 0.06), (start - reach * 0.4, y + head * 0.12),
        (start - reach, y + head * 0.16), (start - reach * 0.8, y + head * 0.34),
        (start + 40, y + head * 0.36)], 0.9)  # fmt: skip
    brush.gloss(upper, tone)
    brush.flat(oval(start - reach * 0.3, y + head * 0.17, 8, 5), shade(tone, 0.5))


def _duck_eye(brush: Brush, x: float, y: float, size: float, rng: random.Random) -> None:
    if rng.random() < 0.6:
        brush.ball(oval(x, y, size * 1.2, size * 1.45), "#ffffff", 0.2)
    brush.ball(oval(x - size * 0.2, y + size * 0.1, size * 0.75, size), "#1f1c22", 0.4)
    brush.glint(x - size * 0.4, y - size * 0.4, size * 0.5)


def _duck_wear(brush: Brush, x: float, y: float, head: float, look: Look, rng: random.Random) -> None:
    style, accent = rng.randrange(8), distinct(look.colour, look.accent)
    top = y - head * 0.86
    if style == 0:
        brush.gloss(polygon([(x - head * 0.6, top + 40), (x - head * 0.7, top - 90),
            (x - head * 0.3, top - 20), (x, top - 120), (x + head * 0.3, top - 20),
            (x + head * 0.7, top - 90), (x + head * 0.6, top + 40)]), "#f2b93b")  # fmt: skip
    elif style == 1:
        brush.body(box(x - head * 0.62, top - 130, head * 1.24, 150, 10), INK)
        brush.body(box(x - head * 0.62, top - 26, head * 1.24, 34), accent)
        brush.body(box(x - head, top + 4, head * 2, 30, 15), INK)
    elif style == 2:
        frame = [
            oval(x - head * 0.55, y - head * 0.12, head * 0.26, head * 0.22),
            oval(x + head * 0.1, y - head * 0.12, head * 0.32, head * 0.26),
        ]
        for lens in frame:
            brush.gloss(lens, "#26262c")
        brush.line(
            lines([(x + head * 0.4, y - head * 0.14), (x + head * 0.95, y - head * 0.2)]), "#26262c", 16
        )
    elif style == 3:
        for side in (-1, 1):
            brush.puff(smooth([(x + 20, y + head), (x + 20 + side * 100, y + head - 60),
                (x + 20 + side * 110, y + head + 56)], 0.7), accent)  # fmt: skip
        brush.gloss(oval(x + 20, y + head, 30), accent)
    elif style == 4:
        brush.cloth(smooth([(x - head * 0.9, y - head * 0.4), (x - head * 0.3, y - head * 1.1),
            (x + head * 0.6, y - head * 0.9), (x + head * 0.95, y - head * 0.2)], 0.9), accent, look.colour,
            choose(rng, "dots stripes stars", 0.3))  # fmt: skip
    elif style == 5:
        brush.strap(curve([(x + 10, top + 20), (x + 30, top - 60), (x + 90, top - 80)]), look.colour, 26)
        brush.strap(curve([(x, top + 20), (x - 6, top - 50), (x + 30, top - 90)]), look.colour, 22)
    elif style == 6:
        brush.strap(
            curve([(x - head * 0.7, y + head * 0.66), (x, y + head * 1.0), (x + head * 0.8, y + head * 0.6)]),
            accent,
            56,
        )
