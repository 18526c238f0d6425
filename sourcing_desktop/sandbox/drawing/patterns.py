"""Prints for cloth, paper and shells, filled over a rectangle by whoever has set the clip."""

from __future__ import annotations

import math
import random
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen

from sourcing_desktop.sandbox.drawing.shapes import flower, heart, star, turned
from sourcing_desktop.sandbox.drawing.tones import Colour, distinct, faded, shade, tint

PATTERNS = (
    "plain", "stripes", "bands", "diagonal", "checks", "plaid", "dots", "floral",
    "hearts", "stars", "zigzag", "diamonds", "leaves", "gradient", "terrazzo",
)  # fmt: skip


def choose(rng: random.Random, names: str, plain: float = 0.35) -> str:
    """One of the patterns named in `names` (separated by blanks), or plain with the given probability."""
    listed = names.split()
    return "plain" if rng.random() < plain else rng.choice(listed)


def print_pattern(
    painter: QPainter, area: QRectF, colour: Colour, accent: Colour, pattern: str, rng: random.Random
) -> None:
    """Fill `area` with a print in the accent colour; its scale and angle come from `rng`.

    Raises KeyError for a name that is not in `PATTERNS`.
    """
    if pattern != "plain":
        _PRINTS[pattern](painter, area, distinct(colour, accent), rng)


def _stripes(painter: QPainter, area: QRectF, ink: QColor, rng: random.Random) -> None:
    step = rng.uniform(34, 90)
    width = step * rng.choice((0.12, 0.3, 0.5))
    x = area.left() + step * 0.3
    while x < area.right():
        painter.fillRect(QRectF(x, area.top(), width, area.height()), ink)
        x += step


def _bands(painter: QPainter, area: QRectF, ink: QColor, rng: random.Random) -> None:
    step = rng.uniform(50, 130)
    width = step * rng.choice((0.2, 0.35, 0.5))
    y = area.top() + step * 0.4
    while y < area.bottom():
        painter.fillRect(QRectF(area.left(), y, area.width(), width), ink)
        y += step


def _diagonal(painter: QPainter, area: QRectF, ink: QColor, rng: random.Random) -> None:
    step = rng.uniform(50, 110)
    pen = QPen(ink, step * rng.choice((0.16, 0.3, 0.42)))
    reach = area.height()
    x = area.left() - reach
    while x < area.right():
        painter.strokePath(_segment(x, area.bottom(), x + reach, area.top()), pen)
        x += step


def _checks(painter: QPainter, area: QRectF, ink: QColor, rng: random.Random) -> None:
    step = rng.uniform(44, 100)
    wash = faded(ink, 0.5)
    for index in range(int(area.width() / step) + 1):
        painter.fillRect(QRectF(area.left() + index * step, area.top(), step / 2, area.height()), wash)
    for index in range(int(area.height() / step) + 1):
        painter.fillRect(QRectF(area.left(), area.top() + index * step, area.width(), step / 2), wash)


def _plaid(painter: QPainter, area: QRectF, ink: QColor, rng: random.Random) -> None:
    step = rng.uniform(110, 190)
    layers = (
        (0.0, 0.34, faded(ink, 0.42)),
        (0.5, 0.06, faded(tint(ink, 0.6), 0.8)),
        (0.72, 0.1, faded(shade(ink, 0.4), 0.5)),
    )
    for index in range(int(max(area.width(), area.height()) / step) + 1):
        for start, width, wash in layers:
            offset = (index + start) * step
            painter.fillRect(QRectF(area.left() + offset, area.top(), step * width, area.height()), wash)
            painter.fillRect(QRectF(area.left(), area.top() + offset, area.width(), step * width), wash)


def _dots(painter: QPainter, area: QRectF, ink: QColor, rng: random.Random) -> None:
    step = rng.uniform(44, 100)
    radius = step * rng.uniform(0.16, 0.3)
    path = QPainterPath()
    for x, y in _grid(area, step):
        path.addEllipse(QPointF(x, y), radius, radius)
    painter.fillPath(path, QBrush(ink))


def _floral(painter: QPainter, area: QRectF, ink: QColor, rng: random.Random) -> None:
    step = rng.uniform(85, 150)
    petals, leaves, hearts = QPainterPath(), QPainterPath(), QPainterPath()
    petals.setFillRule(Qt.FillRule.WindingFill)
    count = rng.choice((5, 5, 6, 8))
    for x, y in _grid(area, step):
        x, y = x + rng.uniform(-0.16, 0.16) * step, y + rng.uniform(-0.16, 0.16) * step
        size = step * rng.uniform(0.3, 0.46)
        turn = rng.uniform(0, 360)
        petals.addPath(flower(x, y, size, count, turn))
        hearts.addEllipse(QPointF(x, y), size * 0.26, size * 0.26)
        leaves.addPath(turned(_leaf(x + size * 1.1, y, size), turn, (x, y)))
    painter.fillPath(leaves, QBrush(QColor("#6f9a72")))
    painter.fillPath(petals, QBrush(ink))
    painter.fillPath(hearts, QBrush(QColor("#f3cf6a")))


def _hearts(painter: QPainter, area: QRectF, ink: QColor, rng: random.Random) -> None:
    step = rng.uniform(75, 130)
    _strew(painter, area, ink, step, lambda x, y: heart(x, y, step * 0.5))


def _stars(painter: QPainter, area: QRectF, ink: QColor, rng: random.Random) -> None:
    step = rng.uniform(75, 130)
    _strew(painter, area, ink, step, lambda x, y: star(x, y, step * 0.3, step * 0.13))


def _diamonds(painter: QPainter, area: QRectF, ink: QColor, rng: random.Random) -> None:
    step = rng.uniform(80, 140)
    wide = rng.uniform(0.3, 0.48)

    def diamond(x: float, y: float) -> QPainterPath:
        return star(x, y, step * 0.48, step * wide * 0.6, 2)

    _strew(painter, area, ink, step, diamond)


def _leaves(painter: QPainter, area: QRectF, ink: QColor, rng: random.Random) -> None:
    step = rng.uniform(70, 120)
    _strew(
        painter, area, ink, step, lambda x, y: turned(_leaf(x, y, step * 0.55), rng.uniform(0, 360), (x, y))
    )


def _zigzag(painter: QPainter, area: QRectF, ink: QColor, rng: random.Random) -> None:
    step = rng.uniform(50, 100)
    rise = step * rng.uniform(0.5, 0.9)
    pen = QPen(ink, step * rng.uniform(0.18, 0.36))
    y = area.top()
    while y < area.bottom() + rise:
        path = QPainterPath(QPointF(area.left(), y))
        for index in range(1, int(area.width() / step * 2) + 3):
            path.lineTo(area.left() + index * step / 2, y - rise * (index % 2))
        painter.strokePath(path, pen)
        y += step


def _gradient(painter: QPainter, area: QRectF, ink: QColor, rng: random.Random) -> None:
    ramp = QLinearGradient(area.topLeft(), area.bottomLeft())
    ramp.setColorAt(rng.uniform(0.1, 0.35), faded(ink, 0))
    ramp.setColorAt(rng.uniform(0.7, 1.0), ink)
    painter.fillRect(area, QBrush(ramp))


def _terrazzo(painter: QPainter, area: QRectF, ink: QColor, rng: random.Random) -> None:
    tones = (ink, shade(ink, 0.35), tint(ink, 0.45))
    paths = [QPainterPath() for _ in tones]
    for x, y in _grid(area, rng.uniform(60, 95)):
        x, y = x + rng.uniform(-25, 25), y + rng.uniform(-25, 25)
        size = rng.uniform(12, 34)
        chip = star(x, y, size, size * rng.uniform(0.5, 0.9), rng.choice((2, 3)), rng.uniform(0, 360))
        rng.choice(paths).addPath(chip)
    for path, tone in zip(paths, tones, strict=True):
        painter.fillPath(path, QBrush(tone))


def _strew(
    painter: QPainter, area: QRectF, ink: QColor, step: float, motif: Callable[[float, float], QPainterPath]
) -> None:
    path = QPainterPath()
    for x, y in _grid(area, step):
        path.addPath(motif(x, y))
    painter.fillPath(path, QBrush(ink))


def _grid(area: QRectF, step: float) -> list[tuple[float, float]]:
    """Points over the area, every other row shifted by half a step, reaching over the edges."""
    points = []
    for row in range(math.ceil(area.height() / (step * 0.87)) + 2):
        shift = step / 2 if row % 2 else 0.0
        for column in range(math.ceil(area.width() / step) + 2):
            points.append((area.left() + column * step - shift, area.top() + row * step * 0.87))
    return points


def _leaf(x: float, y: float, length: float) -> QPainterPath:
    path = QPainterPath(QPointF(x - length / 2, y))
    path.quadTo(x, y - length * 0.4, x + length / 2, y)
    path.quadTo(x, y + length * 0.4, x - length / 2, y)
    return path


def _segment(x1: float, y1: float, x2: float, y2: float) -> QPainterPath:
    path = QPainterPath(QPointF(x1, y1))
    path.lineTo(x2, y2)
    return path


_PRINTS: dict[str, Callable[[QPainter, QRectF, QColor, random.Random], None]] = {
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
    "gradient": _gradient,
    "terrazzo": _terrazzo,
}
