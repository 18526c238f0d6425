"""What the charts of prices have in common: a drawing on the left, a table on the right, a dot for now."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from sourcing_desktop.ui.theme import Theme

ROW = 24
CHART_WIDTH, CHART_GAP, LEAST_HEIGHT = 152, 16, 72

DOT = 5
"""px of its radius."""


def paint_dot(painter: QPainter, theme: Theme, here: QPointF) -> None:
    """Mark a place on the line."""
    painter.setPen(QPen(theme.panel, 2))
    painter.setBrush(theme.accent)
    painter.drawEllipse(here, DOT, DOT)


def write(
    painter: QPainter,
    theme: Theme,
    box: QRectF,
    side: Qt.AlignmentFlag,
    text: str,
    colour: QColor,
    *,
    bold: bool = False,
) -> None:
    """Write into a row of the table; the painter keeps the font, for who wants to know the width."""
    painter.setFont(theme.font(13, bold))
    painter.setPen(colour)
    painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, text)
