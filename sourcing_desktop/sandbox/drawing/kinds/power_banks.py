"""The painter of power banks."""

from __future__ import annotations

import random

from sourcing_desktop.sandbox.drawing.brush import Brush
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import choose
from sourcing_desktop.sandbox.drawing.shapes import (
    box,
    curve,
    oval,
    polygon,
)
from sourcing_desktop.sandbox.drawing.solids import Stage, swept
from sourcing_desktop.sandbox.drawing.tones import INK, Colour, contrast, distinct, faded, shade, tint


def power_bank(brush: Brush, look: Look, rng: random.Random) -> None:
    """A power bank with sockets, charge lights, cable or charging ring; slab, pill or pocket brick."""
    stage = Stage((0, 0), rng.uniform(12, 50), rng.uniform(34, 62))
    wide, long, thick = rng.uniform(300, 400), rng.uniform(580, 680), rng.uniform(60, 150)
    radius = rng.choice((24, 60, 130))
    accent = distinct(look.colour, look.accent)
    if rng.random() < 0.5:
        _standing_bank(brush, wide * 1.05, long * 1.08, radius, look, accent, rng)
        return
    middle = stage.at(wide / 2, long / 2, thick / 2)
    with brush.placed(dx=500 - middle[0] * 1.16, dy=500 - middle[1] * 1.16, scale=1.16, about=(0, 0)):
        walls, top = stage.slab(box(0, 0, wide, long, radius), 0, thick)
        brush.round(walls, look.colour)
        with brush.inside(walls):
            for x, tone in ((0.3, INK), (0.62, INK)):
                brush.gloss(stage.front(box(wide * x, thick * 0.3, 84, thick * 0.42, 8), 0), "#d9dade")
                brush.flat(stage.front(box(wide * x + 10, thick * 0.4, 64, thick * 0.2, 4), 0), tone)
        brush.body(top, tint(look.colour, 0.06), 0.7)
        brush.print(top, look.colour, look.accent, choose(rng,
            "diagonal stripes dots zigzag diamonds stars hearts terrazzo gradient", 0.55))  # fmt: skip
        _bank_face(brush, stage, wide, long, thick, accent, look, rng)
        brush.line(top, faded(tint(look.colour, 0.7), 0.7), 5)
        brush.sheen(top, 0.3)


def _bank_face(
    brush: Brush,
    stage: Stage,
    wide: float,
    long: float,
    z: float,
    accent: Colour,
    look: Look,
    rng: random.Random,
) -> None:
    style = rng.randrange(3)
    if style == 0:
        for reach in (0.3, 0.2):
            brush.line(stage.top(oval(wide / 2, long * 0.56, wide * reach), z), accent, 12)
        brush.flat(stage.top(polygon([(wide * 0.54, long * 0.66), (wide * 0.4, long * 0.55),
            (wide * 0.5, long * 0.55), (wide * 0.46, long * 0.46), (wide * 0.6, long * 0.57),
            (wide * 0.5, long * 0.57)]), z), accent)  # fmt: skip
    elif style == 1:
        screen = stage.top(box(wide * 0.2, long * 0.1, wide * 0.6, long * 0.24, 20), z)
        brush.gloss(screen, "#1d1f26")
        for index in range(rng.randrange(2, 6)):
            brush.flat(
                stage.top(box(wide * (0.26 + index * 0.1), long * 0.16, wide * 0.07, long * 0.12, 4), z),
                "#6be3a2",
            )
    for index in range(4):
        brush.ball(
            stage.top(oval(wide * (0.62 + index * 0.08), long * 0.06, 9), z),
            "#7fe0ff" if index < 3 else shade(look.colour, 0.4),
        )


def _standing_bank(
    brush: Brush, wide: float, long: float, radius: float, look: Look, accent: Colour, rng: random.Random
) -> None:
    with brush.placed(angle=rng.uniform(-20, 20)):
        face = box(500 - wide / 2, 510 - long / 2, wide, long, radius)
        edge = swept(face, 34, -22)
        brush.body(edge, shade(look.colour, 0.4))
        brush.gloss(face, look.colour)
        brush.print(face, look.colour, look.accent, choose(rng,
            "diagonal bands dots zigzag diamonds stars hearts floral gradient terrazzo", 0.5))  # fmt: skip
        top, left = 510 - long / 2, 500 - wide / 2
        for share in (0.3, 0.7) if rng.random() < 0.7 else (0.5,):
            brush.gloss(box(left + wide * share - 44, top - 2, 88, 30, 6), "#dcdde1")
            brush.flat(box(left + wide * share - 32, top + 8, 64, 12, 4), INK)
        style = rng.randrange(4)
        if style == 0:
            brush.gloss(box(left + 40, top + 60, wide - 80, 130, 20), "#1d1f26")
            for index in range(count := rng.randrange(2, 6)):
                brush.flat(
                    box(left + 66 + index * (wide - 120) / 5, top + 86, (wide - 120) / 5 - 12, 78, 6),
                    "#6be3a2" if count > 2 else "#ff7d5c",
                )
        elif style == 1:
            brush.strap(curve([(left + wide - 40, top + 20), (left + wide + 60, top + 60),
                (left + wide + 40, top + 260), (left + wide - 30, top + 300)]), accent, 30)  # fmt: skip
            brush.metal(box(left + wide - 62, top + 282, 40, 44, 6))
        elif style == 2:
            brush.body(box(left, 510 + long * 0.12, wide, long * 0.14), accent, 0.6)
        for index in range(4):
            brush.ball(
                oval(500 + (index - 1.5) * 40, 510 + long * 0.4, 11),
                "#7fe0ff" if index < 3 else shade(look.colour, 0.5),
            )
        bolt = polygon([(515, 470), (450, 560), (494, 560), (480, 640), (552, 536), (506, 536)])
        brush.flat(bolt, faded(contrast(look.colour, 0.6), 0.8))
