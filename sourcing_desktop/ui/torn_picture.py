"""What stands in place of a picture that cannot be shown."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from sourcing_desktop.ui.tags import Face
from sourcing_desktop.ui.theme import Theme

WORDS_FROM = 130
"""px of width; narrower places have the drawing alone."""

LINE, MARGIN = 17, 10
LARGEST = 44.0
TEAR = ((0.55, 0.0), (0.44, 0.3), (0.58, 0.52), (0.42, 0.74), (0.5, 1.0))


class TornPicture:
    """A torn picture and, where there is room, the reason in at most two lines."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._face = Face(theme.font(12))

    def draw(self, painter: QPainter, box: QRect, reason: str) -> None:
        """In the middle of the box. Leaves the painter's font, pen and brush as they come."""
        side = min(LARGEST, box.width() * 0.3)
        frame = QRectF(0, 0, side, side * 0.8)
        frame.moveCenter(QRectF(box).center())
        painter.setPen(QPen(self._theme.text_soft, 1.6))
        if box.width() >= WORDS_FROM:
            lines = self._face.cut(sentence(reason), box.width() - 2 * MARGIN, 2)
            frame.translate(0, -4 - LINE * len(lines) / 2)
            painter.setFont(self._face.font)
            for number, line in enumerate(lines):
                x = box.x() + (box.width() - self._face.width(line)) / 2
                painter.drawText(QPointF(x, frame.bottom() + 24 + number * LINE), line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 4, 4)
        points = [frame.topLeft() + QPointF(frame.width() * x, frame.height() * y) for x, y in TEAR]
        painter.drawPolyline(QPolygonF(points))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def sentence(reason: str) -> str:
    """A reason as the loader gives it, on its own: `The picture is damaged.`"""
    return f"{reason[:1].upper()}{reason[1:].rstrip('.')}."
