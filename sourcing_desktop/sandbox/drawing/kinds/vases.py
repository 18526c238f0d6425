"""The painter of vases: many profiles and glazes, empty or with stems."""

from __future__ import annotations

import random

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import choose
from sourcing_desktop.sandbox.drawing.shapes import curve, lathe, oval, polygon, smooth, turned
from sourcing_desktop.sandbox.drawing.solids import corners
from sourcing_desktop.sandbox.drawing.tones import distinct, shade, tint


def vase(brush: Brush, look: Look, rng: random.Random) -> None:
    """A vase of one of many profiles, glazed, banded, ribbed or of glass, often with stems in it."""
    profile = rng.choice(_PROFILES)
    stems = rng.choice((0, 0, 1, 2, 3, 4))
    height, width = (rng.uniform(430, 520) if stems else rng.uniform(620, 740)), rng.uniform(0.85, 1.15)
    bottom = 900.0 if stems else 860.0
    top = bottom - height
    points = [(500 + share * height * 0.5 * width, top + level * height) for share, level in profile]
    shell = lathe(points)
    mouth = points[0][0] - 500
    foot = points[-1][0] - 500
    brush.contact(500, bottom + 2, max(foot * 1.5, 110), 34)
    clear = rng.random() < 0.16
    if clear:
        _stems(brush, stems, top, mouth, height * 0.8, look, rng)
    brush.body(oval(500, top, mouth, max(12, mouth * 0.2)), shade(look.colour, 0.4), 0.6)
    if not clear:
        _stems(brush, stems, top, mouth, 40, look, rng)
    if clear:
        brush.glass(shell, tint(look.colour, 0.3), 0.4)
    else:
        _vase_finish(brush, shell, look, rng, top, height)
    brush.line(
        curve([(500 - mouth, top), (500, top + max(12, mouth * 0.2)), (500 + mouth, top)]),
        tint(look.colour, 0.35),
        8,
    )


_PROFILES = (
    ((0.22, 0), (0.16, 0.12), (0.2, 0.3), (0.52, 0.55), (0.5, 0.8), (0.26, 1)),
    ((0.4, 0), (0.36, 0.06), (0.56, 0.3), (0.5, 0.65), (0.26, 0.95), (0.28, 1)),
    ((0.2, 0), (0.18, 0.3), (0.5, 0.5), (0.62, 0.72), (0.5, 0.93), (0.34, 1)),
    ((0.34, 0), (0.36, 0.3), (0.36, 0.7), (0.34, 1)),
    ((0.5, 0), (0.36, 0.2), (0.26, 0.5), (0.3, 0.85), (0.34, 1)),
    ((0.14, 0), (0.12, 0.35), (0.16, 0.5), (0.4, 0.75), (0.4, 0.93), (0.3, 1)),
    ((0.2, 0), (0.32, 0.2), (0.18, 0.38), (0.46, 0.68), (0.42, 0.9), (0.3, 1)),
    ((0.3, 0), (0.46, 0.16), (0.5, 0.3), (0.34, 0.7), (0.2, 1)),
    ((0.44, 0), (0.5, 0.1), (0.3, 0.3), (0.3, 0.4), (0.52, 0.62), (0.48, 0.85), (0.3, 1)),
)


def _vase_finish(
    brush: Brush, shell: QPainterPath, look: Look, rng: random.Random, top: float, height: float
) -> None:
    accent = distinct(look.colour, look.accent)
    style = rng.randrange(7)
    (brush.round if rng.random() < 0.6 else brush.gloss)(shell, look.colour)
    with brush.inside(shell):
        if style == 0:
            brush.round(oval(500, top + height * 1.2, 500, height * rng.uniform(0.5, 0.8)), accent)
        elif style == 1:
            for level in [rng.uniform(0.2, 0.4) + index * 0.09 for index in range(rng.randrange(2, 6))]:
                brush.line(curve([(200, top + height * level), (500, top + height * level + 26),
                    (800, top + height * level)]), accent, rng.uniform(10, 26), True)  # fmt: skip
        elif style == 2:
            for shift in range(-6, 7):
                brush.fold(curve([(500 + shift * 24, top), (500 + shift * 48, top + height * 0.6),
                    (500 + shift * 26, top + height)]), look.colour, 16, 0.8)  # fmt: skip
        elif style == 3:
            drips = [(200.0, top + height * 0.25)]
            for index in range(8):
                drips.append((240 + index * 74, top + height * rng.choice((0.26, 0.34, 0.46))))
            brush.body(polygon([*corners(curve(drips)), (820, top - 60), (180, top - 60)]), accent, 0.6)
    if style == 4:
        brush.print(
            shell, look.colour, look.accent, choose(rng, "floral leaves dots zigzag diamonds terrazzo", 0)
        )
    brush.sheen(shell, 0.25)


def _stems(
    brush: Brush, style: int, top: float, mouth: float, depth: float, look: Look, rng: random.Random
) -> None:
    if not style:
        return
    bloom = rng.choice(("#e9a0ae", "#f4d35e", "#f6f1e6", "#c96a8f", "#9b86d8", "#e8825a"))
    for index in range(rng.randrange(3, 7)):
        lean = rng.uniform(-210, 210)
        x, y = 500 + lean, top - rng.uniform(190, 330) + abs(lean) * 0.3
        stem = curve([(500 + lean * 0.1 * mouth / 100, top + depth), (500 + lean * 0.3, top - 70), (x, y)])
        if style == 2:
            brush.line(stem, "#b99b62", 7)
            for grain in range(9):
                place = stem.pointAtPercent(0.55 + grain * 0.05)
                for side in (-1, 1):
                    brush.flat(
                        turned(oval(place.x(), place.y() - 14, 9, 26), side * 32, (place.x(), place.y())),
                        ("#e2c48d", "#d8b677")[grain % 2],
                    )
            continue
        brush.line(stem, "#5f8f54", 9)
        for share in (0.5, 0.66, 0.8) if style != 3 else (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.98):
            place = stem.pointAtPercent(share)
            side = 1 if (index + int(share * 100)) % 2 else -1
            leaf = turned(oval(place.x(), place.y() - 34, 18, 38), side * 58, (place.x(), place.y()))
            brush.body(leaf, ("#7fae6d", "#4f8a56")[index % 2], 0.8)
        if style == 3:
            continue
        size = rng.uniform(44, 62)
        if style == 1:
            for petal in range(7):
                brush.body(
                    turned(oval(x, y - size * 0.7, size * 0.34, size * 0.6), petal * 51.4, (x, y)), bloom, 0.7
                )
            brush.ball(oval(x, y, size * 0.34), "#f1c24b")
        else:
            brush.gloss(smooth([(x - size, y - size), (x - size * 0.5, y - size * 0.5), (x, y - size * 1.2),
                (x + size * 0.5, y - size * 0.5), (x + size, y - size), (x + size * 0.6, y + size * 0.6),
                (x - size * 0.6, y + size * 0.6)], 0.6), bloom)  # fmt: skip
