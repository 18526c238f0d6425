"""The paint: materials, seams, shadows over QPainter in the square of `shapes`, light from the upper left.

Shapes come from `shapes`, colours from `tones`, prints from `patterns`. Draws no text: there may be no
application object, and fonts differ between machines.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QGradient,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QRadialGradient,
    QTransform,
)

from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import Pattern, repeat_brush
from sourcing_desktop.sandbox.drawing.shapes import Point, curve, oval
from sourcing_desktop.sandbox.drawing.tones import STEEL, Colour, distinct, faded, lightness, shade, tint

Stop = tuple[float, Colour]


class Brush:
    """Fills shapes with materials; every method paints at once and leaves the painter as it found it."""

    def __init__(self, painter: QPainter) -> None:
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform, on=True
        )
        painter.setPen(Qt.PenStyle.NoPen)
        self._painter = painter

    # --- plain paint

    def flat(self, path: QPainterPath, colour: Colour) -> None:
        """One even colour."""
        self._painter.fillPath(path, QBrush(QColor(colour)))

    def ramp(self, path: QPainterPath, stops: Sequence[Stop], start: Point, end: Point) -> None:
        """A linear gradient between two points given as fractions (0..1) of the shape's bounding box."""
        rect = path.boundingRect()
        gradient = QLinearGradient(
            rect.x() + start[0] * rect.width(),
            rect.y() + start[1] * rect.height(),
            rect.x() + end[0] * rect.width(),
            rect.y() + end[1] * rect.height(),
        )
        self._gradient(path, gradient, stops)

    def glow(self, path: QPainterPath, stops: Sequence[Stop], centre: Point, reach: float) -> None:
        """A radial gradient; `centre` as fractions of the bounding box, `reach` times its longer side."""
        rect = path.boundingRect()
        x, y = rect.x() + centre[0] * rect.width(), rect.y() + centre[1] * rect.height()
        self._gradient(path, QRadialGradient(x, y, reach * max(rect.width(), rect.height(), 1.0)), stops)

    def _gradient(self, path: QPainterPath, gradient: QGradient, stops: Sequence[Stop]) -> None:
        for position, colour in stops:
            gradient.setColorAt(position, colour)
        self._painter.fillPath(path, QBrush(gradient))

    def line(self, path: QPainterPath, colour: Colour, width: float = 4.0, flat_ends: bool = False) -> None:
        """A plain line along the path."""
        self._painter.strokePath(path, _pen(colour, width, flat_ends))

    # --- materials

    def body(self, path: QPainterPath, colour: Colour, depth: float = 1.0) -> None:
        """Matte volume: lit at the upper left, dark at the lower right, darker rim. `depth` 0 is flat."""
        light = tint(colour, (0.20 + 0.10 * (1 - lightness(colour))) * depth)
        stops = [
            (0.0, light),
            (0.4, tint(colour, 0.04 * depth)),
            (0.72, shade(colour, 0.09 * depth)),
            (1.0, shade(colour, 0.26 * depth)),
        ]
        self.ramp(path, stops, (0.12, 0.0), (0.85, 1.0))
        self.edge(path, colour)

    def edge(self, path: QPainterPath, colour: Colour) -> None:
        """A thin darker outline: seams between parts of one colour, and white goods on white."""
        self._painter.strokePath(path, _pen(shade(colour, 0.34), 2.2))

    def puff(self, path: QPainterPath, colour: Colour, strength: float = 0.6) -> None:
        """Padded volume (cushions, down, dough): a body that turns away softly all along its edge."""
        self.body(path, colour)
        rect = path.boundingRect()
        gradient = QRadialGradient(0.42, 0.38, 0.72)
        for position, alpha in ((0.45, 0.0), (0.75, 0.22), (1.0, 0.62)):
            gradient.setColorAt(position, faded(shade(colour, 0.75), alpha * strength))
        turning = QBrush(gradient)
        stretch = QTransform.fromTranslate(rect.x(), rect.y())
        turning.setTransform(stretch.scale(rect.width() or 1, rect.height() or 1))
        self._painter.fillPath(path, turning)

    def gloss(self, path: QPainterPath, colour: Colour) -> None:
        """Shiny volume (plastic, lacquer, patent leather): a body with a bright sheen at the upper left."""
        self.body(path, colour, 1.25)
        self.sheen(path)

    def sheen(self, path: QPainterPath, strength: float = 0.55) -> None:
        """A soft bright reflection across the upper left of a shape."""
        clear = faded("#ffffff", 0)
        stops: list[Stop] = [
            (0.0, clear),
            (0.14, faded("#ffffff", strength)),
            (0.3, faded("#ffffff", strength * 0.25)),
            (0.42, clear),
        ]
        self.ramp(path, stops, (0.0, 0.05), (0.8, 0.95))

    def round(self, path: QPainterPath, colour: Colour, upright: bool = True) -> None:
        """A cylinder: bands of light along its length; `upright` when its axis is vertical."""
        stops = [
            (0.0, shade(colour, 0.22)),
            (0.14, tint(colour, 0.06)),
            (0.28, tint(colour, 0.42)),
            (0.42, tint(colour, 0.06)),
            (0.75, shade(colour, 0.16)),
            (0.93, shade(colour, 0.36)),
            (1.0, shade(colour, 0.24)),
        ]
        self.ramp(path, stops, (0.0, 0.0), (1.0, 0.0) if upright else (0.0, 1.0))
        self.line(path, faded(shade(colour, 0.8), 0.3), 2.2)

    def ball(self, path: QPainterPath, colour: Colour, shine: float = 0.75) -> None:
        """A sphere with a highlight at the upper left and light bounced back at the lower right."""
        stops = [
            (0.0, tint(colour, shine)),
            (0.16, tint(colour, 0.28)),
            (0.5, colour),
            (0.85, shade(colour, 0.36)),
            (1.0, shade(colour, 0.2)),
        ]
        self.glow(path, stops, (0.34, 0.28), 0.78)
        self.line(path, faded(shade(colour, 0.8), 0.25), 2.0)

    def metal(self, path: QPainterPath, colour: Colour = STEEL, upright: bool = True) -> None:
        """Polished metal: hard bands of light and dark; `upright` when its axis is vertical."""
        stops = [
            (0.0, shade(colour, 0.38)),
            (0.12, tint(colour, 0.25)),
            (0.24, tint(colour, 0.85)),
            (0.36, tint(colour, 0.1)),
            (0.58, shade(colour, 0.3)),
            (0.72, tint(colour, 0.35)),
            (0.86, shade(colour, 0.1)),
            (1.0, shade(colour, 0.5)),
        ]
        self.ramp(path, stops, (0.0, 0.0), (1.0, 0.12) if upright else (0.12, 1.0))
        self.line(path, faded(shade(colour, 0.8), 0.45), 2.0)

    def glass(self, path: QPainterPath, colour: Colour = "#dfeef2", alpha: float = 0.35) -> None:
        """See-through: faint in the middle, denser at both sides, with a white reflection."""
        dense, thin = faded(shade(colour, 0.25), min(1.0, alpha + 0.25)), faded(colour, alpha)
        stops = [(0.0, dense), (0.16, thin), (0.8, thin), (1.0, dense)]
        self.ramp(path, stops, (0.0, 0.0), (1.0, 0.0))
        self.sheen(path, 0.5)
        self.line(path, faded(shade(colour, 0.6), 0.45), 3.0)

    def wood(self, path: QPainterPath, colour: Colour, rng: random.Random, upright: bool = False) -> None:
        """Planed wood with grain along its length; `upright` when the grain runs vertically."""
        self.body(path, colour, 0.8)
        rect = path.boundingRect()
        along, across = (rect.height(), rect.width()) if upright else (rect.width(), rect.height())
        count = max(2, min(9, int(across / 22)))
        grain = QPainterPath()
        for index in range(count):
            offset = across * (index + rng.uniform(0.2, 0.9)) / count
            bow = rng.uniform(-0.04, 0.04) * across
            points = [(along * t / 4, offset + bow * (t % 2)) for t in range(5)]
            turned_points = [(b, a) for a, b in points] if upright else points
            grain.addPath(curve([(rect.x() + a, rect.y() + b) for a, b in turned_points]))
        with self.inside(path):
            self._painter.strokePath(grain, _pen(shade(colour, 0.17), 3.0))

    def cloth(
        self, path: QPainterPath, colour: Colour, accent: Colour, pattern: Pattern, angle: float = 0.0
    ) -> None:
        """Woven goods: a body with the pattern printed on it in the accent colour, turned by `angle`."""
        self.body(path, colour)
        self.print(path, colour, accent, pattern, angle)

    def print(
        self, path: QPainterPath, colour: Colour, accent: Colour, pattern: Pattern, angle: float = 0.0
    ) -> None:
        """Only the print, inside the path, with the volume's shading laid over it again."""
        if pattern.name == "plain":
            return
        ink = distinct(colour, accent)
        rect = path.boundingRect()
        if pattern.name == "gradient":
            reach = 0.65 + pattern.seed % 36 / 100
            self.ramp(path, [(0.15, faded(ink, 0)), (reach, ink)], (0.5, 0), (0.5, 1))
        else:
            scale = abs(self._painter.worldTransform().determinant()) ** 0.5
            self._painter.fillPath(path, repeat_brush(pattern, ink, scale, (rect.x(), rect.y()), angle))
        light: list[Stop] = [
            (0.0, faded("#ffffff", 0.16)),
            (0.4, faded("#ffffff", 0.0)),
            (0.6, faded("#14121f", 0.0)),
            (1.0, faded("#14121f", 0.28)),
        ]
        self.ramp(path, light, (0.12, 0.0), (0.85, 1.0))

    # --- seams, folds, light

    def stitch(self, path: QPainterPath, colour: Colour, width: float = 3.5, length: float = 12.0) -> None:
        """A row of stitches along the path."""
        pen = _pen(colour, width)
        pen.setDashPattern([length / width, 0.75 * length / width])
        self._painter.strokePath(path, pen)

    def zipper(self, path: QPainterPath, tape: Colour, teeth: Colour = STEEL, width: float = 15.0) -> None:
        """A zip: dark tape with a row of teeth."""
        self.line(path, shade(tape, 0.45), width)
        pen = _pen(teeth, width * 0.42, flat_ends=True)
        pen.setDashPattern([0.9, 0.7])
        self._painter.strokePath(path, pen)

    def fold(self, path: QPainterPath, colour: Colour, width: float = 22.0, strength: float = 0.5) -> None:
        """A soft crease: a dark line that fades to its sides, lit along its left."""
        dark, light = shade(colour, 0.8), tint(colour, 0.8)
        self._painter.strokePath(
            path.translated(-width * 0.5, 0), _pen(faded(light, 0.12 * strength), width * 0.7)
        )
        for share, alpha in ((1.0, 0.10), (0.55, 0.16), (0.2, 0.25)):
            self._painter.strokePath(path, _pen(faded(dark, alpha * strength), width * share))

    def strap(self, path: QPainterPath, colour: Colour, width: float) -> None:
        """A round cord, strap or wire along an open path: dark edge, colour, light along the upper left."""
        self.line(path, shade(colour, 0.42), width)
        self.line(path, colour, width * 0.78)
        lift = width * 0.16
        self.line(path.translated(-lift, -lift), faded(tint(colour, 0.6), 0.7), width * 0.22)

    def glint(self, x: float, y: float, radius: float) -> None:
        """A small highlight on something shiny."""
        self.glow(
            oval(x, y, radius), [(0, faded("#ffffff", 0.95)), (1, faded("#ffffff", 0))], (0.5, 0.5), 0.5
        )

    def contact(self, x: float, y: float, rx: float, ry: float = 34.0, strength: float = 0.42) -> None:
        """The soft dark patch on the ground right under standing goods."""
        with self.placed(dx=x, dy=y, about=(0, 0)):
            self._painter.scale(1.0, ry / rx)
            dark = [(0.0, faded("#1a1622", strength)), (0.55, faded("#1a1622", strength * 0.6))]
            self.glow(oval(0, 0, rx), [*dark, (1.0, faded("#1a1622", 0))], (0.5, 0.5), 0.5)

    def dab(self, path: QPainterPath, x: float, y: float, radius: float, colour: Colour) -> None:
        """A soft round patch of colour inside a shape: blush, warm light, shadow of another part."""
        with self.inside(path):
            stops = [(0.0, colour), (1.0, faded(colour, 0))]
            self.glow(oval(x, y, radius), stops, (0.5, 0.5), 0.5)

    # --- where the paint goes

    @contextmanager
    def inside(self, path: QPainterPath) -> Iterator[None]:
        """Whatever is painted within stays inside the path."""
        self._painter.save()
        self._painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        try:
            yield
        finally:
            self._painter.restore()

    @contextmanager
    def placed(
        self,
        dx: float = 0.0,
        dy: float = 0.0,
        scale: float = 1.0,
        angle: float = 0.0,
        mirror: bool = False,
        about: Point = (500.0, 500.0),
    ) -> Iterator[None]:
        """Whatever is painted within is scaled, turned clockwise and mirrored about a point, then shifted."""
        self._painter.save()
        self._painter.translate(about[0] + dx, about[1] + dy)
        self._painter.rotate(angle)
        self._painter.scale(-scale if mirror else scale, scale)
        self._painter.translate(-about[0], -about[1])
        try:
            yield
        finally:
            self._painter.restore()


Painter = Callable[[Brush, Look, random.Random], None]
"""Paints one kind of goods centred in the square, filling 70 to 85 % of it, on whatever is there already."""


def _pen(colour: Colour, width: float, flat_ends: bool = False) -> QPen:
    cap = Qt.PenCapStyle.FlatCap if flat_ends else Qt.PenCapStyle.RoundCap
    return QPen(QColor(colour), width, Qt.PenStyle.SolidLine, cap, Qt.PenJoinStyle.RoundJoin)
