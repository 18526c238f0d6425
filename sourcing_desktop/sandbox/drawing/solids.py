"""Outlines of solid bodies seen in perspective-free projection: cylinders, swept slabs, blocks. No paint."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath, QTransform

from sourcing_desktop.sandbox.drawing.shapes import Point, oval, polygon

Faces = tuple[QPainterPath, QPainterPath, QPainterPath]


def barrel(
    x: float, top: float, bottom: float, upper: float, lower: float | None = None, tilt: float = 0.22
) -> QPainterPath:
    """A standing cylinder or cone seen from slightly above; `upper` and `lower` are
    radii, `tilt` their ry/rx."""
    low = upper if lower is None else lower
    path = QPainterPath()
    rim = QRectF(x - upper, top - upper * tilt, 2 * upper, 2 * upper * tilt)
    foot = QRectF(x - low, bottom - low * tilt, 2 * low, 2 * low * tilt)
    path.arcMoveTo(rim, 0)
    path.arcTo(rim, 0, 180)
    path.arcTo(foot, 180, 180)
    path.closeSubpath()
    return path


def hull(points: Sequence[Point]) -> QPainterPath:
    """The convex outline around the points."""
    ordered = sorted(set(points))
    return polygon(_chain(ordered) + _chain(ordered[::-1]))


def _chain(points: Sequence[Point]) -> list[Point]:
    kept: list[Point] = []
    for x, y in points:
        while len(kept) > 1:
            (x1, y1), (x2, y2) = kept[-2:]
            if (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1) > 0:
                break
            kept.pop()
        kept.append((x, y))
    return kept[:-1]


def corners(path: QPainterPath) -> list[Point]:
    """The points of a path whose curves are broken into short straight lines."""
    outline = path.toFillPolygon()
    return [(place.x(), place.y()) for place in (outline.at(index) for index in range(outline.count()))]


def swept(path: QPainterPath, dx: float, dy: float) -> QPainterPath:
    """The outline of a convex shape drawn out by (dx, dy): a slab's face together with its edge."""
    points = corners(path)
    return hull(points + [(x + dx, y + dy) for x, y in points])


class Stage:
    """A turned view of a small space: x to the right, y away from the viewer, z up; in units of the square.

    `yaw` (0 to 90 degrees) is how far the space is turned so that its right side shows; `pitch` how far
    it is seen from above. The centre is where (0, 0, 0) is drawn.
    """

    def __init__(self, centre: Point, yaw: float, pitch: float) -> None:
        a, b = math.radians(yaw), math.radians(pitch)
        self._centre = centre
        self._x = (math.cos(a), math.sin(a) * math.sin(b))
        self._y = (math.sin(a), -math.cos(a) * math.sin(b))
        self._z = -math.cos(b)
        self.tilt = math.sin(b)

    def at(self, x: float, y: float, z: float) -> Point:
        """Where a place in the space is drawn."""
        across = self._centre[0] + x * self._x[0] + y * self._y[0]
        return across, self._centre[1] + x * self._x[1] + y * self._y[1] + z * self._z

    def front(self, path: QPainterPath, y: float) -> QPainterPath:
        """A path given in (x, z) drawn on an upright plane that faces the viewer at depth `y`."""
        return QTransform(*self._x, 0.0, self._z, *self.at(0, y, 0)).map(path)

    def side(self, path: QPainterPath, x: float) -> QPainterPath:
        """A path given in (y, z) drawn on the upright plane at `x`, the right side of things."""
        return QTransform(*self._y, 0.0, self._z, *self.at(x, 0, 0)).map(path)

    def top(self, path: QPainterPath, z: float) -> QPainterPath:
        """A path given in (x, y) drawn on the level plane at height `z`."""
        return QTransform(*self._x, *self._y, *self.at(0, 0, z)).map(path)

    def block(self, x: float, y: float, z: float, size: tuple[float, float, float]) -> Faces:
        """The three faces seen of a block from its lower left front corner: top, front, right side."""
        w, d, h = size
        return (
            polygon([self.at(x + i, y + j, z + h) for i, j in ((0, 0), (w, 0), (w, d), (0, d))]),
            polygon([self.at(x + i, y, z + j) for i, j in ((0, 0), (w, 0), (w, h), (0, h))]),
            polygon([self.at(x + w, y + i, z + j) for i, j in ((0, 0), (d, 0), (d, h), (0, h))]),
        )

    def slab(self, plan: QPainterPath, z: float, height: float) -> tuple[QPainterPath, QPainterPath]:
        """An upright body over a convex plan given in (x, y): the whole outline, and its upper face."""
        top = self.top(plan, z + height)
        return swept(top, 0, -height * self._z), top

    def drum(
        self, x: float, y: float, z: float, radius: float, height: float
    ) -> tuple[QPainterPath, QPainterPath]:
        """A standing cylinder by the centre of its foot: the whole outline, and its upper disc."""
        across, low = self.at(x, y, z)
        high = self.at(x, y, z + height)[1]
        return barrel(across, high, low, radius, tilt=self.tilt), oval(
            across, high, radius, radius * self.tilt
        )
