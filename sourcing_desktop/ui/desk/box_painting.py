"""How the query picture's box, its subjects and the invitation to drop a picture are painted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from sourcing_desktop.language import tr
from sourcing_desktop.ui.desk.crop import HANDLES, place_of
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.theme import Theme

HANDLE = 4.0
"""px from a handle's middle to its edge."""

SHADE = QColor(0, 0, 0, 120)


def paint_invitation(painter: QPainter, place: QRect, theme: Theme, focused: bool, hovered: bool) -> None:
    """Say what can be dropped or pasted here."""
    frame = QRectF(place).adjusted(1.5, 1.5, -1.5, -1.5)
    painter.setPen(QPen(theme.accent if focused or hovered else theme.edge, 2, Qt.PenStyle.DashLine))
    painter.setBrush(theme.accent_soft if hovered else theme.card)
    painter.drawRoundedRect(frame, 10, 10)
    middle = place.center()
    icon("image", theme.accent).paint(painter, QRect(middle.x() - 24, middle.y() - 76, 48, 48))
    painter.setPen(theme.text)
    painter.setFont(theme.font(14, bold=True))
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    box = QRectF(place.left() + 12, middle.y() - 16, place.width() - 24, place.height() / 2)
    used = painter.boundingRect(box, flags, tr("Drop or paste a picture"))
    painter.drawText(box, flags, tr("Drop or paste a picture"))
    painter.setPen(theme.text_soft)
    painter.setFont(theme.font(13))
    box.setTop(used.bottom() + 4)
    painter.drawText(box, flags, tr("files, a folder, a screenshot, or a picture dragged from a web page"))


def paint_box(painter: QPainter, picture: QRectF, hole: QRectF, theme: Theme) -> None:
    """Shade what is outside of the box, and draw its edge with eight handles."""
    outside = QPainterPath()  # one path: four rectangles would leave hair lines between them
    outside.addRect(picture)
    outside.addRect(hole)
    painter.fillPath(outside, SHADE)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.on_accent, 4))
    painter.drawRect(hole)
    painter.setPen(QPen(theme.accent, 2))
    painter.drawRect(hole)
    painter.setPen(QPen(theme.on_accent, 1))
    painter.setBrush(theme.accent)
    for handle in HANDLES:
        middle = place_of(handle, hole)
        corner = QPointF(HANDLE, HANDLE)
        painter.drawRoundedRect(QRectF(middle - corner, middle + corner), 2, 2)


def paint_subjects(painter: QPainter, subjects: Sequence[QRectF], theme: Theme) -> None:
    """Dashed frames, seen on light and on dark goods."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for subject in subjects:
        painter.setPen(QPen(theme.on_accent, 3))
        painter.drawRoundedRect(subject, 4, 4)
        painter.setPen(QPen(theme.accent, 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(subject, 4, 4)
