"""Painters of notebooks and pencil cases; and the rest of the stationery gathered."""

from __future__ import annotations

import random

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush, Painter
from sourcing_desktop.sandbox.drawing.kinds.desk_tools import fountain_pen, scissors, stapler
from sourcing_desktop.sandbox.drawing.kinds.organizers import PENCILS, desk_organizer, stand_pencil
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import PATTERNS, choose
from sourcing_desktop.sandbox.drawing.shapes import (
    box,
    curve,
    flower,
    heart,
    lines,
    oval,
    polygon,
    ring,
    rounded,
    star,
)
from sourcing_desktop.sandbox.drawing.solids import barrel
from sourcing_desktop.sandbox.drawing.tones import (
    INK,
    STEEL,
    Colour,
    distinct,
    faded,
    shade,
    tint,
)


def notebook(brush: Brush, look: Look, rng: random.Random) -> None:
    """A notebook: elastic band, wire binding or taped spine; printed, labelled; a pen or a second one."""
    half, high = rng.uniform(240, 300), rng.uniform(345, 390)
    style = rng.choice(("elastic", "elastic", "wire", "wire", "spine", "plain"))
    with brush.placed(angle=rng.uniform(-20, 20)):
        if rng.random() < 0.3:
            with brush.placed(dx=rng.uniform(40, 80), dy=-30, angle=rng.uniform(8, 18)):
                brush.body(box(500 - half, 500 - high, 2 * half, 2 * high, 20), look.accent)
        corner = rng.choice((6, 30, 54))
        for step in range(6, 0, -1):
            tone = "#f4efe2" if step % 2 else "#d8d1c0"
            brush.flat(box(500 - half + 8 + step * 3, 500 - high + 8 + step * 4, 2 * half - 10,
                2 * high - 10, corner), tone)  # fmt: skip
        brush.line(
            box(500 - half + 26, 500 - high + 32, 2 * half - 10, 2 * high - 10, corner), faded(INK, 0.25), 2
        )
        cover = box(500 - half, 500 - high, 2 * half, 2 * high, corner)
        names = " ".join(PATTERNS[1:])
        pattern = choose(rng, names, 0.45)
        brush.cloth(cover, look.colour, look.accent, pattern, rng.choice((0, 0, 45)))
        if pattern.name == "plain" or rng.random() < 0.4:
            _cover_mark(brush, cover, half, look, rng, pattern.name == "plain")
        _binding(brush, style, cover, half, high, look, rng)


def _cover_mark(
    brush: Brush, cover: QPainterPath, half: float, look: Look, rng: random.Random, bold: bool
) -> None:
    accent = distinct(look.colour, look.accent)
    style, y = rng.randrange(6) if bold else 0, rng.choice((380.0, 500.0))
    with brush.inside(cover):
        if style == 0:
            label = box(500 - half * 0.56, y - 70, half * 1.12, 150, rng.choice((8, 40)))
            brush.flat(label, "#fbf8ee")
            brush.line(label, faded(INK, 0.35), 4)
            for step, reach in ((0, 0.36), (1, 0.24)):
                brush.line(lines([(500 - half * reach, y - 14 + step * 40),
                    (500 + half * reach, y - 14 + step * 40)]), faded(INK, 0.5), 9)  # fmt: skip
        elif style == 1:
            size = half * rng.uniform(0.34, 0.5)
            motif = (heart(500, y, size * 2), star(500, y, size, size * 0.42), flower(500, y, size, 6),
                oval(500, y, size), ring(500, y, size, size, 26))  # fmt: skip
            brush.flat(rng.choice(motif), accent)
        elif style == 2:
            brush.body(box(0, rng.uniform(520, 680), 1000, 600), accent, 0.5)
        elif style == 3:
            brush.body(polygon([(0, 0), (900, 0), (0, 1000)]), accent, 0.5)
        elif style == 4:
            for step in range(4):
                wave = curve([(150, 560 + step * 80), (350, 470 + step * 80), (600, 600 + step * 80),
                    (850, 500 + step * 80)])  # fmt: skip
                brush.line(wave, (accent, tint(accent, 0.5))[step % 2], 30)
        else:
            brush.stitch(box(500 - half + 26, 140, 2 * half - 52, 720, 16), accent, 7, 22)


def _binding(
    brush: Brush, style: str, cover: QPainterPath, half: float, high: float, look: Look, rng: random.Random
) -> None:
    accent = distinct(look.colour, look.accent)
    if style == "wire":
        top = rng.random() < 0.3
        metal = rng.choice((STEEL, "#3c3d43", "#d8b25c"))
        count = 16 if not top else 11
        for index in range(count):
            share = (index + 0.5) / count
            x, y = (
                (500 - half + 2 * half * share, 500 - high)
                if top
                else (500 - half, 500 - high + 2 * high * share)
            )
            hole = oval(x + (0 if top else 30), y + (30 if top else 0), 11)
            brush.flat(hole, shade(look.colour, 0.65))
            loop = (
                [(x, y + 30), (x - 10, y - 22), (x + 10, y - 22), (x + 6, y + 26)]
                if top
                else [(x + 30, y), (x - 22, y - 10), (x - 22, y + 10), (x + 26, y + 6)]
            )
            brush.strap(curve(loop), metal, 10)
        return
    with brush.inside(cover):
        if style == "spine":
            brush.body(box(500 - half, 0, half * rng.uniform(0.24, 0.4), 1000), accent, 0.8)
        else:
            brush.fold(lines([(500 - half + 40, 0), (500 - half + 40, 1000)]), look.colour, 18, 0.9)
    if style == "elastic":
        x = 500 + half - rng.uniform(50, 80)
        brush.line(lines([(x, 500 - high - 2), (x, 500 + high + 22)]), shade(accent, 0.3), 24, True)
        brush.line(lines([(x - 2, 500 - high - 2), (x - 2, 500 + high + 22)]), accent, 18, True)
        if rng.random() < 0.5:
            brush.strap(
                curve([(500 - 40, 500 + high), (500 - 50, 500 + high + 60), (500 - 20, 500 + high + 100)]),
                accent,
                18,
            )
    if rng.random() < 0.35:
        brush.strap(
            lines([(500 + half + 24, 500 - high * 0.6), (500 + half + 24, 500 + high * 0.5)]),
            rng.choice((INK, accent, "#d8b25c")),
            34,
        )
        brush.metal(polygon([(500 + half + 12, 500 + high * 0.5), (500 + half + 36, 500 + high * 0.5),
            (500 + half + 24, 500 + high * 0.5 + 50)]))  # fmt: skip


def pencil_case(brush: Brush, look: Look, rng: random.Random) -> None:
    """A pencil case: flat zip pouch, roll, standing tube or tin; pencils in or beside it."""
    style = rng.choice((*["pouch"] * 5, *["roll"] * 3, "tin", "stand"))
    names = "stripes bands diagonal checks plaid dots floral hearts stars zigzag diamonds leaves"
    pattern = choose(rng, names, 0.35)
    if style == "stand":
        _standing_case(brush, look, rng)
        return
    half, high = rng.uniform(350, 400), rng.uniform(150, 210)
    accent = distinct(look.colour, look.accent)
    with brush.placed(angle=rng.uniform(-16, 16), mirror=rng.random() < 0.5):
        brush.contact(500, 500 + high + 12, half * 1.02, 36)
        for index in range(rng.choice((0, 3, 4, 5))):
            x = 500 - half * 0.6 + index * half * 0.3
            stand_pencil(brush, (x, 500), (x + rng.uniform(-40, 40), 500 - high - rng.uniform(60, 150)),
                rng.choice(PENCILS), rng.choice((0, 0, 1, 2)))  # fmt: skip
        radius = {"pouch": 40, "roll": high * 0.9, "tin": 46}[style]
        shell = box(500 - half, 500 - high, 2 * half, 2 * high, radius)
        if style == "pouch" and rng.random() < 0.5:
            shell = rounded([(500 - half, 500 - high), (500 + half, 500 - high),
                (500 + half * 0.92, 500 + high), (500 - half * 0.92, 500 + high)], 70)  # fmt: skip
        if style == "tin":
            brush.metal(shell.translated(0, 16), STEEL, upright=False)
            brush.gloss(shell, look.colour)
        else:
            brush.puff(shell, look.colour, 0.8)
        brush.print(shell, look.colour, look.accent, pattern)
        if pattern.name == "plain":
            _case_face(brush, shell, half, high, accent, rng)
        if style == "tin":
            brush.line(
                box(500 - half + 18, 500 - high + 18, 2 * half - 36, 2 * high - 36, 34),
                faded(tint(look.colour, 0.6), 0.7),
                7,
            )
            brush.sheen(shell, 0.4)
            return
        y = 500 - high * (0.62 if style == "pouch" else rng.uniform(0.1, 0.5))
        brush.zipper(
            lines([(500 - half + 26, y), (500 + half - 26, y)]), rng.choice((accent, look.colour)), STEEL, 24
        )
        x = rng.uniform(500 - half * 0.7, 500 + half * 0.7)
        brush.metal(box(x - 16, y - 20, 36, 40, 8))
        brush.strap(curve([(x, y + 14), (x + 14, y + 60), (x + 4, y + 110)]), accent, 16)
        if style == "roll" or rng.random() < 0.3:
            for side in (-1, 1):
                with brush.inside(shell):
                    brush.body(box(500 + side * half - (0 if side < 0 else 70), 0, 70, 1000), accent, 0.8)
        brush.strap(curve([(500 + half - 6, y - 6), (500 + half + 60, y - 30), (500 + half + 60, y + 50),
            (500 + half - 6, y + 30)]), accent, 18)  # fmt: skip


def _case_face(
    brush: Brush, shell: QPainterPath, half: float, high: float, accent: Colour, rng: random.Random
) -> None:
    style = rng.randrange(5)
    with brush.inside(shell):
        if style == 0:
            brush.body(box(0, 500 + high * rng.uniform(0.1, 0.4), 1000, 400), accent, 0.6)
        elif style == 1:
            for side in (-1, 1):
                brush.flat(oval(500 + side * half * 0.28, 500 + high * 0.2, 20, 26), INK)
                brush.flat(oval(500 + side * half * 0.42, 500 + high * 0.42, 34, 20), faded("#f08f8f", 0.7))
            brush.line(
                curve([(470, 500 + high * 0.42), (500, 500 + high * 0.54), (530, 500 + high * 0.42)]), INK, 10
            )
        elif style == 2:
            for step in (-1, 0, 1):
                brush.flat(star(500 + step * half * 0.5, 500 + high * 0.25, 54, 24), accent)
        elif style == 3:
            brush.body(box(500 + half * 0.3, 500 + high * 0.2, half * 0.44, high * 0.4, 10), accent, 0.6)


def _standing_case(brush: Brush, look: Look, rng: random.Random) -> None:
    radius, high = rng.uniform(170, 215), rng.uniform(400, 460)
    low, top = 870.0, 870.0 - high
    accent = distinct(look.colour, look.accent)
    brush.contact(500, low + 20, radius * 1.3, 40)
    brush.body(oval(500, top, radius, radius * 0.26), shade(look.colour, 0.65))
    for index in range(rng.randrange(4, 7)):
        x = 500 - radius * 0.66 + index * radius * 0.27
        stand_pencil(brush, (x, top + 60), (x + (x - 500) * 0.4, top - rng.uniform(120, 250)),
            rng.choice(PENCILS), rng.choice((0, 0, 1, 2)))  # fmt: skip
    wall = barrel(500, top, low, radius, radius * 0.96, 0.26) - oval(500, top, radius, radius * 0.26)
    brush.round(wall, look.colour)
    brush.print(wall, look.colour, look.accent, choose(rng,
        "stripes bands checks dots floral hearts stars zigzag leaves", 0.3))  # fmt: skip
    with brush.inside(wall):
        brush.round(box(200, low - rng.uniform(40, 150), 600, 400), accent)
    rim = curve([(500 - radius, top), (500 - radius * 0.6, top + radius * 0.21), (500, top + radius * 0.26),
        (500 + radius * 0.6, top + radius * 0.21), (500 + radius, top)])  # fmt: skip
    brush.zipper(rim.translated(0, 8), accent, STEEL, 20)
    ears = rng.random() < 0.4
    for side in (-1, 1) if ears else ():
        brush.flat(oval(500 + side * 60, top + high * 0.42, 16, 22), INK)
        brush.flat(oval(500 + side * 100, top + high * 0.5, 28, 16), faded("#f08f8f", 0.7))
    if ears:
        brush.line(
            curve([(474, top + high * 0.5), (500, top + high * 0.56), (526, top + high * 0.5)]), INK, 9
        )


PAINTERS: dict[str, Painter] = {
    "notebook": notebook,
    "pencil_case": pencil_case,
    "fountain_pen": fountain_pen,
    "scissors": scissors,
    "stapler": stapler,
    "desk_organizer": desk_organizer,
}
