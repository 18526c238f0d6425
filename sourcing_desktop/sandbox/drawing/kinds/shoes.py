"""Shoes as product pictures, in side view with the toe to the right; slippers and sandals from above."""

from __future__ import annotations

import random

from sourcing_desktop.sandbox.drawing.brush import Brush, Painter
from sourcing_desktop.sandbox.drawing.kinds import heeled_shoes, open_shoes
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import choose
from sourcing_desktop.sandbox.drawing.shapes import (
    Point,
    box,
    curve,
    frame,
    heart,
    lines,
    moved,
    oval,
    polygon,
    ring,
    smooth,
    star,
    tube,
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

_SOLES = ("#f7f4ee", "#f7f4ee", "#d9b48a", RUBBER, "#e9e2d2")


def _with_mate(shoe: Painter) -> Painter:
    """A painter that for some seeds shows the second shoe of the pair behind the first."""

    def paint(brush: Brush, look: Look, rng: random.Random) -> None:
        seed = rng.randrange(1_000_000)
        alone, lift = rng.random() < 0.5, rng.uniform(90, 150)
        if not alone:
            with brush.placed(dx=60, dy=-lift, scale=0.86):
                shoe(brush, look, random.Random(seed))
        with brush.placed(dx=0 if alone else -34, dy=-40 if alone else 70, scale=1.0 if alone else 0.9):
            shoe(brush, look, random.Random(seed))

    return paint


def _sole(brush: Brush, rng: random.Random, points: list[Point], colour: Colour) -> None:
    path = smooth(points, 0.6)
    brush.body(path, colour)
    rect = path.boundingRect()
    brush.line(
        lines([(rect.left() + 20, rect.bottom() - 18), (rect.right() - 40, rect.bottom() - 18)]),
        shade(colour, 0.3),
        5,
    )


def _sneaker(brush: Brush, look: Look, rng: random.Random) -> None:
    collar = rng.choice((rng.uniform(400, 450), rng.uniform(400, 450), rng.uniform(250, 290)))
    thick, kick = rng.uniform(60, 120), rng.uniform(0, 26)
    accent = distinct(look.colour, look.accent)
    brush.contact(500, 806, 450)
    top = 800 - thick
    tongue = [(330, collar + 20), (372, collar - 74), (440, collar - 70), (640, top - 130), (560, top - 80)]
    brush.body(smooth(tongue, 0.7), rng.choice((accent, tint(look.colour, 0.25))))
    ankle = [(120, top - 120), (116, collar + 40), (150, collar - 14), (250, collar + 34), (350, collar + 6)]
    front = [(410, collar - 10), (560, top - 175), (700, top - 118), (830, top - 80), (906, top - 20)]
    upper = smooth([(140, top + 24), *ankle, *front, (880, top + 24), (500, top + 30)], 0.85)
    brush.cloth(
        upper, look.colour, look.accent, choose(rng, "dots floral checks leaves gradient zigzag", 0.75)
    )
    brush.fold(curve([(660, top - 120), (690, top - 70), (670, top - 20)]), look.colour, 26, 0.5)
    with brush.inside(upper):
        _sneaker_panels(brush, look, rng, collar, top)
    _laces(brush, rng, collar, top, rng.choice(("#ffffff", accent, INK, CREAM)))
    sole = rng.choice(_SOLES)
    heel, toe = 92 - kick, 926
    outline = [
        (heel, top + 30),
        (130, top - 8),
        (500, top + 12),
        (860, top - 2),
        (toe, top - 14),
        (938, top + 30),
    ]
    _sole(brush, rng, [*outline, (900, 790), (760, 804), (480, 796), (180, 804), (heel + 4, 790)], sole)
    if rng.random() < 0.5:
        brush.line(
            curve([(heel + 14, top + 36), (500, top + 40), (924, top + 22)]), accent, rng.uniform(8, 20), True
        )


def _sneaker_panels(brush: Brush, look: Look, rng: random.Random, collar: float, top: float) -> None:
    accent, second = distinct(look.colour, look.accent), shade(look.colour, 0.14)
    overlay = rng.choice((accent, second, tint(look.colour, 0.3)))
    toe = [(940, top - 60), (860, top - 90), (770, top - 76), (740, top + 40), (940, top + 60)]
    if rng.random() < 0.7:
        brush.body(smooth(toe), rng.choice((overlay, "#f6f3ec", second)))
    brush.body(smooth([(90, top - 150), (230, top - 120), (270, top + 40), (90, top + 60)]), overlay)
    brush.body(box(100, collar - 30, 62, 130, 20), accent)
    stay = [
        (346, collar - 4),
        (412, collar - 16),
        (566, top - 176),
        (660, top - 126),
        (610, top - 80),
        (450, top - 150),
    ]
    brush.body(smooth(stay, 0.7), overlay)
    brush.stitch(curve([(350, collar + 30), (440, top - 130), (600, top - 72)]), contrast(overlay, 0.35), 3)
    mark = rng.randrange(6)
    at = frame(400, top - 70, 1, 1)
    if mark == 0:
        for shift in (0, 56, 112):
            brush.flat(
                polygon(at((shift - 60, 90), (shift - 22, 90), (shift - 40, -90), (shift - 78, -90))), accent
            )
    elif mark == 1:
        brush.flat(smooth(at((-120, 20), (-20, 30), (140, -40), (10, 70), (-110, 60))), accent)
    elif mark == 2:
        brush.flat(star(400, top - 66, 52, 22), accent)
    elif mark == 3:
        brush.line(lines(at((-90, 60), (-30, -40), (30, 60), (90, -40))), accent, 22)
    elif mark == 4:
        brush.line(oval(390, top - 60, 44), accent, 18)


def _laces(brush: Brush, rng: random.Random, collar: float, top: float, colour: Colour) -> None:
    count = rng.randint(4, 6)
    for index in range(count):
        share = index / (count - 1)
        x, y = 404 + share * 196, collar + 14 + share * (top - 130 - collar)
        brush.flat(oval(x - 26, y + 34, 8), INK)
        brush.strap(curve([(x - 26, y + 32), (x + 6, y + 6), (x + 44, y - 12)]), colour, 19)
    x, y = 420, collar + 4
    brush.strap(curve([(x, y), (x - 70, y - 34), (x - 92, y + 30), (x, y)]), colour, 14)
    brush.strap(curve([(x, y), (x + 70, y + 20), (x + 60, y + 80), (x, y)]), colour, 14)


def _loafer(brush: Brush, look: Look, rng: random.Random) -> None:
    heel, thick = rng.uniform(26, 60), rng.choice((26, 40, 72))
    ground = 790
    top = ground - thick
    accent = distinct(look.colour, look.accent)
    sole = rng.choice((INK, "#8a5a3a", "#c99a63", "#f4efe6"))
    brush.contact(500, ground + 4, 440)
    brush.body(
        smooth([(150, 500), (260, 476), (470, 470), (520, 540), (400, 590), (180, 570)]),
        shade(look.colour, 0.55),
    )
    tip = rng.choice(((930, top - 30), (912, top - 64)))
    back = [(128, top + 12), (112, top - 120), (124, 500), (164, 470), (214, 516)]
    throat = [(340, 566), (440, 540), (520, 486), (600, 500)]
    upper = smooth([*back, *throat, (740, 590), (860, top - 96), tip, (900, top + 16), (500, top + 18)], 0.8)
    brush.gloss(upper, look.colour)
    brush.print(upper, look.colour, look.accent, choose(rng, "checks diamonds plaid floral dots", 0.8))
    apron = curve([(480, 590), (620, 640), (760, 660), (860, 630), (900, 600)])
    with brush.inside(upper):
        brush.line(apron, shade(look.colour, 0.45), 12)
        brush.stitch(moved(apron, 0, 14), contrast(look.colour, 0.4), 4, 16)
        _loafer_trim(brush, look, rng, accent)
    base = [
        (112, top + 4),
        (500, top + 10),
        (900, top - 6),
        (936, top + 12),
        (920, ground),
        (400, ground),
        (360, ground - heel * 0.5),
    ]
    brush.body(smooth([*base, (340, ground), (112, ground)], 0.3), sole)
    brush.line(curve([(116, top + 14), (500, top + 20), (926, top + 10)]), tint(sole, 0.35), 5)


def _loafer_trim(brush: Brush, look: Look, rng: random.Random, accent: Colour) -> None:
    strap = tube(curve([(470, 740), (530, 610), (610, 500), (680, 440)]), 76, flat_ends=True)
    trim = rng.randrange(4)
    tone = accent if rng.random() < 0.4 else shade(look.colour, 0.08)
    if trim == 0:
        brush.gloss(strap, tone)
        brush.flat(smooth([(540, 590), (580, 560), (604, 566), (570, 604)]), shade(look.colour, 0.7))
    elif trim == 1:
        brush.gloss(strap, tone)
        for x in (560, 610):
            brush.body(polygon([(x, 570), (x + 22, 570), (x + 50, 676), (x - 12, 680)]), shade(tone, 0.1))
        brush.body(oval(590, 566, 40, 20), tone)
    elif trim == 2:
        brush.gloss(strap, tone)
        metal = rng.choice(HARDWARE)
        brush.strap(curve([(540, 600), (580, 566), (624, 540)]), metal, 16)
        for x, y in ((530, 606), (634, 536)):
            brush.metal(ring(x, y, 28, 30, 10), metal)
    else:
        brush.body(heart(640, 600, 70), accent)


PAINTERS: dict[str, Painter] = open_shoes.PAINTERS | {
    "sneaker": _with_mate(_sneaker),
    "high_heel": _with_mate(heeled_shoes.PAINTERS["high_heel"]),
    "ankle_boot": heeled_shoes.PAINTERS["ankle_boot"],
    "loafer": _with_mate(_loafer),
}
