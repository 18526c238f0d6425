"""Prints for cloth, paper and shells: one seamless tile per pattern, repeated inside a shape by the brush."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QTransform

from sourcing_desktop.sandbox.drawing.shapes import (
    Point,
    box,
    flower,
    heart,
    leaf,
    lines,
    oval,
    polygon,
    star,
    tube,
    turned,
)
from sourcing_desktop.sandbox.drawing.tones import faded, shade, tint

PATTERNS = (
    "plain", "stripes", "bands", "diagonal", "checks", "plaid", "dots", "floral",
    "hearts", "stars", "zigzag", "diamonds", "leaves", "gradient", "terrazzo",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pattern:
    """A print: one of `PATTERNS` and the seed of its scale and scatter. All parts of one thing share it."""

    name: str
    seed: int


PLAIN = Pattern("plain", 0)


def choose(rng: random.Random, names: str, plain: float = 0.35) -> Pattern:
    """One of the patterns named in `names` (separated by blanks), or plain with the given probability."""
    bare, name, seed = rng.random() < plain, rng.choice(names.split()), rng.randrange(1_000_000)
    return PLAIN if bare else Pattern(name, seed)


@dataclass(frozen=True, slots=True)
class _Repeat:
    """One period of a print: its size in units and what is painted in it, bottom first."""

    width: float
    height: float
    layers: tuple[tuple[QPainterPath, QColor], ...]


def repeat_brush(pattern: Pattern, ink: QColor, scale: float, origin: Point, angle: float) -> QBrush:
    """A texture brush of the print, sharp at `scale` pixels per unit. KeyError for gradient and plain."""
    repeat = _PRINTS[pattern.name](ink, random.Random(pattern.seed))
    tile = _tile(pattern, ink.rgba(), round(repeat.width * scale) or 1, round(repeat.height * scale) or 1)
    brush = QBrush(tile)
    place = QTransform()
    place.translate(*origin).rotate(angle)
    place.scale(repeat.width / tile.width(), repeat.height / tile.height())
    brush.setTransform(place)
    return brush


@lru_cache(maxsize=32)
def _tile(pattern: Pattern, ink: int, width: int, height: int) -> QImage:
    repeat = _PRINTS[pattern.name](QColor.fromRgba(ink), random.Random(pattern.seed))
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(width / repeat.width, height / repeat.height)
        for path, colour in repeat.layers:
            for dx, dy in _overhangs(path, repeat):
                painter.fillPath(path.translated(dx, dy), QBrush(colour))
    return image


def _overhangs(path: QPainterPath, repeat: _Repeat) -> list[Point]:
    """The shifts at which a layer must be painted again so that it goes on across the tile's edges."""
    rect = path.boundingRect()
    across = [0.0] + [-repeat.width] * (rect.right() > repeat.width) + [repeat.width] * (rect.left() < 0)
    down = [0.0] + [-repeat.height] * (rect.bottom() > repeat.height) + [repeat.height] * (rect.top() < 0)
    return [(dx, dy) for dx in across for dy in down]


def _stripes(ink: QColor, rng: random.Random) -> _Repeat:
    step = rng.uniform(34, 90)
    width = step * rng.choice((0.12, 0.3, 0.5))
    return _Repeat(step, 40, ((box(step * 0.3, 0, width, 40), ink),))


def _bands(ink: QColor, rng: random.Random) -> _Repeat:
    step = rng.uniform(50, 130)
    width = step * rng.choice((0.2, 0.35, 0.5))
    return _Repeat(40, step, ((box(0, step * 0.3, 40, width), ink),))


def _diagonal(ink: QColor, rng: random.Random) -> _Repeat:
    step = rng.uniform(50, 110)
    width = step * rng.choice((0.2, 0.35, 0.5))
    edge = step * 1.4 if rng.random() < 0.5 else step
    slope = [(0.0, edge), (width, edge), (step + width, 0.0), (step, 0.0)]
    rest = [(x - step, y) for x, y in slope]
    return _Repeat(step, edge, ((polygon(slope), ink), (polygon(rest), ink)))


def _checks(ink: QColor, rng: random.Random) -> _Repeat:
    step = rng.uniform(44, 100)
    wash = faded(ink, 0.5)
    return _Repeat(step, step, ((box(0, 0, step / 2, step), wash), (box(0, 0, step, step / 2), wash)))


def _plaid(ink: QColor, rng: random.Random) -> _Repeat:
    step = rng.uniform(110, 190)
    threads = (
        (0.0, 0.34, faded(ink, 0.42)),
        (0.5, 0.06, faded(tint(ink, 0.6), 0.8)),
        (0.72, rng.uniform(0.06, 0.14), faded(shade(ink, 0.4), 0.5)),
    )
    across = [(box(at * step, 0, width * step, step), wash) for at, width, wash in threads]
    down = [(box(0, at * step, step, width * step), wash) for at, width, wash in threads]
    return _Repeat(step, step, (*across, *down))


def _dots(ink: QColor, rng: random.Random) -> _Repeat:
    step = rng.uniform(44, 100)
    radius = step * rng.uniform(0.16, 0.3)
    return _strewn(ink, step, lambda x, y: oval(x, y, radius))


def _hearts(ink: QColor, rng: random.Random) -> _Repeat:
    step = rng.uniform(75, 130)
    return _strewn(ink, step, lambda x, y: heart(x, y, step * 0.5))


def _stars(ink: QColor, rng: random.Random) -> _Repeat:
    step = rng.uniform(75, 130)
    return _strewn(ink, step, lambda x, y: star(x, y, step * 0.3, step * 0.13))


def _diamonds(ink: QColor, rng: random.Random) -> _Repeat:
    step = rng.uniform(80, 140)
    waist = step * rng.uniform(0.18, 0.3)
    return _strewn(ink, step, lambda x, y: star(x, y, step * 0.44, waist, 2))


def _leaves(ink: QColor, rng: random.Random) -> _Repeat:
    step = rng.uniform(70, 120)
    turns = rng.uniform(0, 180), rng.uniform(180, 360)
    return _strewn(ink, step, lambda x, y: turned(leaf(x, y, step * 0.6), turns[y > step / 2], (x, y)))


def _zigzag(ink: QColor, rng: random.Random) -> _Repeat:
    step = rng.uniform(50, 100)
    rise = step * rng.uniform(0.4, 0.7)
    teeth = lines([(-step / 2, 0), (0, rise), (step / 2, 0), (step, rise), (step * 1.5, 0)])
    return _Repeat(step, step * 1.1, ((tube(teeth, step * rng.uniform(0.18, 0.36)), ink),))


def _floral(ink: QColor, rng: random.Random) -> _Repeat:
    step = rng.uniform(85, 150)
    count = rng.choice((5, 5, 6, 8))
    layers = []
    for column, row in ((0, 0), (1, 0.2), (0.45, 0.9), (1.5, 1.0)):
        x, y = (column + rng.uniform(0, 0.2)) * step, (row + rng.uniform(0, 0.2)) * step
        size, turn = step * rng.uniform(0.3, 0.46), rng.uniform(0, 360)
        layers += [
            (turned(leaf(x + size * 1.1, y, size), turn, (x, y)), QColor("#6f9a72")),
            (flower(x, y, size, count, turn), ink),
            (oval(x, y, size * 0.26), QColor("#f3cf6a")),
        ]
    return _Repeat(2 * step, 1.8 * step, tuple(layers))


def _terrazzo(ink: QColor, rng: random.Random) -> _Repeat:
    tones = (ink, shade(ink, 0.35), tint(ink, 0.45))
    step = rng.uniform(46, 76)
    layers = []
    for index in range(12):
        x, y = (index % 4 + rng.random() * 0.7) * step, (index // 4 + rng.random() * 0.7) * step
        size = rng.uniform(0.22, 0.5) * step
        chip = star(x, y, size, size * rng.uniform(0.5, 0.9), rng.choice((2, 3)), rng.uniform(0, 360))
        layers.append((chip, rng.choice(tones)))
    return _Repeat(4 * step, 3 * step, tuple(layers))


def _strewn(ink: QColor, step: float, motif: Callable[[float, float], QPainterPath]) -> _Repeat:
    """The motif in rows, every other row shifted by half a step."""
    rise = step * 0.87
    return _Repeat(step, 2 * rise, ((motif(step / 2, rise / 2), ink), (motif(0, rise * 1.5), ink)))


_PRINTS: dict[str, Callable[[QColor, random.Random], _Repeat]] = {
    "stripes": _stripes,
    "bands": _bands,
    "diagonal": _diagonal,
    "checks": _checks,
    "plaid": _plaid,
    "dots": _dots,
    "floral": _floral,
    "hearts": _hearts,
    "stars": _stars,
    "zigzag": _zigzag,
    "diamonds": _diamonds,
    "leaves": _leaves,
    "terrazzo": _terrazzo,
}
