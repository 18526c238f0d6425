"""A box of choices that the wheel does not turn: scrolling past it must not choose how money is spent."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class SteadyBox(QComboBox):
    """The wheel goes to whatever scrolls around it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
