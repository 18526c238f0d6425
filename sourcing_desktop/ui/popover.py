"""A small window that belongs to a control, stands below it, and goes away at Esc or at a click beside it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

GAP = 4
"""px."""


class Popover(QWidget):
    """`card` is what is seen of it, to be filled."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)  # around the round corners of the card
        self.card = QFrame()
        self.card.setProperty("role", "strip")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)

    def open_below(self, control: QWidget) -> None:
        """Show it, whole and on the screen of the control."""
        self.adjustSize()
        room = control.screen().availableGeometry()
        place = control.mapToGlobal(QPoint(0, control.height() + GAP))
        left = max(room.left(), min(place.x(), room.right() - self.width()))
        top = max(room.top(), min(place.y(), room.bottom() - self.height()))
        self.move(left, top)
        self.show()
