"""Shoes on heels: high heel and ankle boot in side view, toe to the right; part of the category shoes."""

from __future__ import annotations

import random
from dataclasses import dataclass

from sourcing_desktop.sandbox.drawing.brush import Brush, Painter
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import choose
from sourcing_desktop.sandbox.drawing.shapes import (
    beads,
    box,
    curve,
    frame,
    lines,
    oval,
    polygon,
    ring,
    smooth,
)
from sourcing_desktop.sandbox.drawing.tones import (
    CREAM,
    HARDWARE,
    INK,
    RUBBER,
    Colour,
    contrast,
    distinct,
    shade,
    tint,
)


@dataclass(frozen=True, slots=True)
class _Boot:
    """Where the parts of one boot meet: shaft width, top of the shaft, ball of the foot; trim."""

    accent: Colour
    cuff: float
    shaft: float
    ball: float


def _high_heel(brush: Brush, look: Look, rng: random.Random) -> None:
    height, platform = rng.uniform(190, 360), rng.choice((0, 0, 40, 64))
    ground = 660 + height * 0.5
    seat, ball = ground - height - platform, ground - 26 - platform
    at = frame(500, 0, 8.1)
    lining = tint(look.colour, 0.55) if rng.random() < 0.5 else CREAM
    brush.contact(650, ground + 4, 250)
    brush.contact(250, ground + 4, 90, 20)
    _heel(brush, look, rng, seat, ground)
    under = at(
        (-46, seat + 18), (-33, seat + 60), (-12, ball - 30), (10, ball + 22), (32, ground), (50, ground - 2)
    )
    edge = at((52, ground - platform - 22), (16, ball), (-8, ball - 66), (-30, seat + 14), (-46, seat - 12))
    brush.body(
        smooth([*under, *edge], 0.75), rng.choice(("#b3423f", INK, shade(look.colour, 0.5), "#caa27a"))
    )
    far = at(
        (-43, seat - 130), (-24, seat - 10), (-2, ball - 130), (16, ball - 120), (-6, ball - 60), (-30, seat)
    )
    brush.body(smooth(far, 0.8), lining)
    tip = rng.choice(((54.0, ball - 2), (49.0, ball - 14)))
    back = at((-46, seat + 16), (-48, seat - 60), (-44, seat - 144), (-38, seat - 138))
    toes = at((18, ball - 126), (32, ball - 98), (44, ball - 52), tip, (40, ball + 14))
    if rng.random() < 0.3:
        brush.gloss(smooth([*back, *at((-28, seat - 20), (-29, seat + 34))], 0.8), look.colour)
        shell = smooth(
            [*at((-6, ball - 70), (6, ball - 130)), *toes, *at((20, ball + 12), (2, ball - 10))], 0.8
        )
    else:
        topline = at((-26, seat - 30), (-8, ball - 150), (4, ball - 132))
        shell = smooth(
            [*back, *topline, *toes, *at((14, ball + 8), (-10, ball - 52), (-30, seat + 26))], 0.85
        )
    brush.gloss(shell, look.colour)
    brush.print(
        shell, look.colour, look.accent, choose(rng, "dots floral diamonds leaves checks gradient", 0.7)
    )
    _heel_trim(brush, look, rng, seat, ball)


def _heel(brush: Brush, look: Look, rng: random.Random, seat: float, ground: float) -> None:
    width, left = rng.choice((16, 20, 46, 76, 100)), 128
    upper = max(70, width)
    tone = distinct(look.colour, look.accent) if rng.random() < 0.3 else shade(look.colour, 0.1)
    brow = [(left, seat - 10), (left + upper + 60, seat + 50), (left + upper, seat + 96)]
    brush.gloss(smooth([*brow, (left + 18 + width, ground), (left + 18, ground)], 0.35), tone)
    brush.flat(box(left + 16, ground - 12, width + 4, 14, 3), INK)


def _heel_trim(brush: Brush, look: Look, rng: random.Random, seat: float, ball: float) -> None:
    accent, trim, hardware = distinct(look.colour, look.accent), rng.randrange(5), rng.choice(HARDWARE)
    if trim in (0, 1):
        y = seat - rng.uniform(190, 250)
        at = frame(120, y)
        brush.strap(curve([(132, seat - 120), (120, y + 50), (138, y)]), look.colour, 26)
        brush.strap(
            curve(at((10, 6), (110, 44), (214, 10), (120, -34), (16, -10))),
            rng.choice((look.colour, accent)),
            24,
        )
        brush.metal(ring(270, y + 36, 24, 22, 8), hardware)
    elif trim == 2:
        x, y = 690, ball - 110
        for sign in (-1, 1):
            at = frame(x, y, sign)
            brush.gloss(smooth(at((0, 0), (80, -56), (104, 10), (70, 50))), accent)
        brush.gloss(oval(x, y, 22, 26), shade(accent, 0.1))
    elif trim == 3:
        y = ball - 80
        brush.metal(rng.choice((ring(700, y, 44, 34, 12), box(650, y - 30, 100, 56, 12))), hardware)


def _ankle_boot(brush: Brush, look: Look, rng: random.Random) -> None:
    cuff, heel = rng.uniform(190, 290), rng.choice((30, 60, 110, 160))
    thick = rng.choice((28, 36, 64))
    sole_colour = rng.choice((INK, RUBBER, "#8a5a3a", "#efe6d6"))
    accent = distinct(look.colour, look.accent)
    low = 860 - thick - heel
    ball = 860 - thick - min(heel, 30)
    brush.contact(500, 862, 420)
    shaft = rng.uniform(360, 430)
    back = [(168, low + 16), (150, low - 120), (172, 480), (150, cuff)]
    front = [(shaft + 110, cuff), (shaft + 90, 420), (shaft + 130, 540), (640, ball - 170)]
    toe = rng.choice(([(800, ball - 130), (890, ball - 50)], [(830, ball - 96), (934, ball - 26)]))
    upper = smooth(
        [*back, (330, cuff + 12), *front, *toe, (880, ball + 14), (560, ball + 16), (340, low + 20)], 0.65
    )
    brush.gloss(upper, look.colour)
    brush.print(upper, look.colour, look.accent, choose(rng, "checks dots floral plaid diamonds", 0.85))
    brush.body(oval(254 + shaft * 0.14, cuff + 4, (shaft - 40) * 0.52, 20), shade(look.colour, 0.5))
    for x, y in ((300, 560), (420, 600)):
        brush.fold(curve([(x, y), (x + 70, y + 26), (x + 160, y - 14)]), look.colour, 30, 0.7)
    rng.choice((_chelsea, _laced, _zipped, _buckled, _furred))(
        brush, look, rng, _Boot(accent, cuff, shaft, ball)
    )
    base = [
        (160, low),
        (330, low + 8),
        (560, ball),
        (890, ball - 4),
        (930, ball + 16),
        (900, 856),
        (600, 860),
    ]
    brush.body(
        smooth([*base, (540, ball + thick), (370, low + thick + 16), (160, low + thick)], 0.35), sole_colour
    )
    brush.body(polygon([(160, low + thick - 12), (374, low + thick), (350, 860), (176, 860)]), sole_colour)
    if thick > 60:
        for x in range(560, 900, 46):
            brush.flat(box(x, 838, 22, 24, 3), shade(sole_colour, 0.5))


def _chelsea(brush: Brush, look: Look, rng: random.Random, boot: _Boot) -> None:
    panel = smooth(
        [(270, boot.cuff + 10), (boot.shaft, boot.cuff + 10), (boot.shaft - 10, 470), (350, 560), (290, 470)],
        0.5,
    )
    brush.body(panel, rng.choice((boot.accent, shade(look.colour, 0.45))))
    for x in range(286, int(boot.shaft), 15):
        brush.line(lines([(x, boot.cuff + 30), (x + 8, 480)]), shade(look.colour, 0.6), 3)
    brush.strap(curve([(164, boot.cuff + 60), (140, boot.cuff - 40), (196, boot.cuff - 20)]), boot.accent, 26)


def _laced(brush: Brush, look: Look, rng: random.Random, boot: _Boot) -> None:
    cord = rng.choice((boot.accent, "#f2ead8", INK))
    rows = rng.randint(5, 7)
    for index in range(rows):
        share = index / (rows - 1)
        x, y = (
            boot.shaft + 40 + share * 80 - (0.25 - (share - 0.5) ** 2) * 90,
            boot.cuff + 40 + share * (500 - boot.cuff),
        )
        brush.flat(oval(x - 40, y + 20, 10), rng.choice(HARDWARE))
        brush.strap(curve([(x - 40, y + 20), (x + 10, y + 4), (x + 56, y - 14)]), cord, 17)
    brush.strap(
        curve(
            [
                (boot.shaft + 40, boot.cuff + 40),
                (boot.shaft - 60, boot.cuff + 10),
                (boot.shaft - 50, boot.cuff + 90),
                (boot.shaft + 40, boot.cuff + 46),
            ]
        ),
        cord,
        13,
    )
    brush.stitch(
        curve(
            [
                (boot.shaft + 10, boot.cuff + 20),
                (boot.shaft - 10, 440),
                (560, boot.ball - 90),
                (700, boot.ball - 60),
            ]
        ),
        contrast(look.colour, 0.4),
    )


def _zipped(brush: Brush, look: Look, rng: random.Random, boot: _Boot) -> None:
    brush.zipper(
        curve([(330, boot.cuff + 16), (330, 480), (360, 700)]), look.colour, rng.choice(HARDWARE), 20
    )
    brush.strap(lines([(330, boot.cuff + 40), (330, boot.cuff + 130)]), boot.accent, 16)


def _buckled(brush: Brush, look: Look, rng: random.Random, boot: _Boot) -> None:
    for y in (460, 590) if rng.random() < 0.5 else (560,):
        brush.strap(
            curve([(160, y + 50), (330, y + 40), (boot.shaft + 110, y - 20)]),
            rng.choice((boot.accent, shade(look.colour, 0.2))),
            48,
        )
        brush.metal(ring(330, y + 40, 42, 44, 13), rng.choice(HARDWARE))


def _furred(brush: Brush, look: Look, rng: random.Random, boot: _Boot) -> None:
    fleece = rng.choice((CREAM, tint(boot.accent, 0.6)))
    brush.body(box(134, boot.cuff - 26, boot.shaft - 10, 96, 46), shade(fleece, 0.12))
    for x, y in beads(lines([(160, boot.cuff), (boot.shaft + 96, boot.cuff)]), 32):
        brush.ball(oval(x, y + rng.uniform(-16, 6), 30), fleece, 0.4)
        brush.ball(oval(x + 12, y + rng.uniform(34, 54), 28), fleece, 0.4)


PAINTERS: dict[str, Painter] = {"high_heel": _high_heel, "ankle_boot": _ankle_boot}
