"""Outlines in a square of 0..1000 units, y downwards: boxes, ovals, smooth curves. Shapes only, no paint."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker, QPolygonF, QTransform

Point = tuple[float, float]


def box(x: float, y: float, width: float, height: float, radius: float = 0.0) -> QPainterPath:
    """A rectangle from its upper left corner, with rounded corners."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(x, y, width, height), radius, radius)
    return path


def oval(x: float, y: float, rx: float, ry: float | None = None) -> QPainterPath:
    """An ellipse around its centre; a circle without `ry`."""
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), rx, rx if ry is None else ry)
    return path


def ring(x: float, y: float, rx: float, ry: float, width: float) -> QPainterPath:
    """A band of the given width inside an ellipse, open in the middle."""
    path = oval(x, y, rx, ry)
    path.addEllipse(QPointF(x, y), rx - width, ry - width)
    return path


def frame(x: float, y: float, sx: float = 1.0, sy: float = 1.0) -> Callable[..., list[Point]]:
    """A function that takes points relative to (x, y), in units of `sx` and `sy`, to points of the square."""

    def place(*points: Point) -> list[Point]:
        return [(x + px * sx, y + py * sy) for px, py in points]

    return place


def trapeze(top: float, upper: float, bottom: float, lower: float, radius: float = 0.0) -> QPainterPath:
    """An upright four-sided shape around x = 500 from the half widths of its upper and lower edge."""
    return rounded(
        [(500 - upper, top), (500 + upper, top), (500 + lower, bottom), (500 - lower, bottom)], radius
    )


def polygon(points: Sequence[Point]) -> QPainterPath:
    """A closed shape with sharp corners."""
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path


def rounded(points: Sequence[Point], radius: float) -> QPainterPath:
    """A closed polygon whose corners are rounded; short edges get smaller roundings."""
    path = QPainterPath()
    count = len(points)
    for index, (x, y) in enumerate(points):
        before, after = points[index - 1], points[(index + 1) % count]
        start, end = _towards((x, y), before, radius), _towards((x, y), after, radius)
        if index == 0:
            path.moveTo(*start)
        else:
            path.lineTo(*start)
        path.quadTo(x, y, *end)
    path.closeSubpath()
    return path


def _towards(corner: Point, other: Point, radius: float) -> Point:
    dx, dy = other[0] - corner[0], other[1] - corner[1]
    length = math.hypot(dx, dy) or 1.0
    step = min(radius, length / 2) / length
    return corner[0] + dx * step, corner[1] + dy * step


def smooth(points: Sequence[Point], tension: float = 1.0) -> QPainterPath:
    """A closed smooth curve through the points; `tension` 0 gives straight edges."""
    path = QPainterPath(QPointF(*points[0]))
    count = len(points)
    for index in range(count):
        _bend(
            path,
            points[index - 1],
            points[index],
            points[(index + 1) % count],
            points[(index + 2) % count],
            tension,
        )
    path.closeSubpath()
    return path


def curve(points: Sequence[Point], tension: float = 1.0) -> QPainterPath:
    """An open smooth curve through the points."""
    path = QPainterPath(QPointF(*points[0]))
    padded = [points[0], *points, points[-1]]
    for index in range(1, len(points)):
        before, start, end, after = padded[index - 1 : index + 3]
        _bend(path, before, start, end, after, tension)
    return path


def _bend(path: QPainterPath, before: Point, start: Point, end: Point, after: Point, tension: float) -> None:
    pull = tension / 6
    path.cubicTo(
        start[0] + (end[0] - before[0]) * pull,
        start[1] + (end[1] - before[1]) * pull,
        end[0] - (after[0] - start[0]) * pull,
        end[1] - (after[1] - start[1]) * pull,
        end[0],
        end[1],
    )


def lines(points: Sequence[Point]) -> QPainterPath:
    """An open line with sharp corners through the points."""
    path = QPainterPath(QPointF(*points[0]))
    for x, y in points[1:]:
        path.lineTo(x, y)
    return path


def lathe(profile: Sequence[Point], axis: float = 500.0, tension: float = 1.0) -> QPainterPath:
    """A symmetric closed shape: the right half's profile from top to bottom, mirrored at x = `axis`.

    The ends are joined by straight lines, so a vase keeps its flat mouth and foot.
    """
    half = curve(profile, tension)
    path = QPainterPath(half)
    path.connectPath(mirrored(half, axis).toReversed())
    path.closeSubpath()
    return path


def arc(x: float, y: float, rx: float, ry: float, start: float, sweep: float) -> QPainterPath:
    """An open piece of an ellipse; degrees, 0 at three o'clock, counter-clockwise."""
    path = QPainterPath()
    rect = QRectF(x - rx, y - ry, 2 * rx, 2 * ry)
    path.arcMoveTo(rect, start)
    path.arcTo(rect, start, sweep)
    return path


def star(x: float, y: float, outer: float, inner: float, tips: int = 5, turn: float = -90.0) -> QPainterPath:
    """A star; with `inner` near `outer` a bead with facets."""
    corners = []
    for index in range(2 * tips):
        reach = inner if index % 2 else outer
        angle = math.radians(turn + index * 180 / tips)
        corners.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    return polygon(corners)


def flower(x: float, y: float, radius: float, petals: int = 5, turn: float = 0.0) -> QPainterPath:
    """A blossom of round petals without its centre."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for index in range(petals):
        angle = math.radians(turn + index * 360 / petals)
        centre = QPointF(x + radius * 0.55 * math.cos(angle), y + radius * 0.55 * math.sin(angle))
        path.addEllipse(centre, radius * 0.45, radius * 0.45)
    return path


def heart(x: float, y: float, size: float) -> QPainterPath:
    """A heart of the given width around its centre."""
    s = size / 2
    path = QPainterPath(QPointF(x, y + s * 0.9))
    path.cubicTo(x - s * 1.5, y - s * 0.1, x - s * 0.9, y - s * 1.2, x, y - s * 0.4)
    path.cubicTo(x + s * 0.9, y - s * 1.2, x + s * 1.5, y - s * 0.1, x, y + s * 0.9)
    return path


def leaf(x: float, y: float, length: float) -> QPainterPath:
    """A pointed leaf lying along x around its centre."""
    path = QPainterPath(QPointF(x - length / 2, y))
    path.quadTo(x, y - length * 0.4, x + length / 2, y)
    path.quadTo(x, y + length * 0.4, x - length / 2, y)
    return path


def drop(x: float, y: float, width: float, height: float) -> QPainterPath:
    """A drop hanging from (x, y)."""
    w = width / 2
    path = QPainterPath(QPointF(x, y))
    path.cubicTo(x + w * 0.3, y + height * 0.3, x + w, y + height * 0.5, x + w, y + height * 0.7)
    path.cubicTo(x + w, y + height * 1.1, x - w, y + height * 1.1, x - w, y + height * 0.7)
    path.cubicTo(x - w, y + height * 0.5, x - w * 0.3, y + height * 0.3, x, y)
    return path


def tube(path: QPainterPath, width: float, flat_ends: bool = False) -> QPainterPath:
    """The closed outline of a line drawn `width` wide: straps, wires, handles."""
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setCapStyle(Qt.PenCapStyle.FlatCap if flat_ends else Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    stroked = stroker.createStroke(path)
    stroked.setFillRule(Qt.FillRule.WindingFill)
    return stroked


def mirrored(path: QPainterPath, axis: float = 500.0) -> QPainterPath:
    """The path flipped left to right at x = `axis`."""
    return QTransform(-1, 0, 0, 1, 2 * axis, 0).map(path)


def moved(path: QPainterPath, dx: float, dy: float) -> QPainterPath:
    """The path shifted."""
    return path.translated(dx, dy)


def turned(path: QPainterPath, degrees: float, about: Point = (500.0, 500.0)) -> QPainterPath:
    """The path turned clockwise around a point."""
    transform = QTransform()
    transform.translate(*about).rotate(degrees).translate(-about[0], -about[1])
    return transform.map(path)


def beads(path: QPainterPath, spacing: float) -> list[Point]:
    """Points along a path, about `spacing` apart: pearls, links, studs, laces."""
    count = max(1, round(path.length() / spacing))
    places = (path.pointAtPercent(index / count) for index in range(count + 1))
    return [(place.x(), place.y()) for place in places]
