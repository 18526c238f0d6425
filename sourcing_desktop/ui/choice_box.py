"""Boxes of choices that say what is chosen by them, to those who point at them and to those who hear."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class ChoiceBox(QComboBox):
    """On Linux a box is called by its choice, whatever its name: so the name describes it, too."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)
        self.setToolTip(name)


class SteadyBox(ChoiceBox):
    """One that the wheel does not turn: scrolling past it must not choose how money is spent."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel goes to whatever scrolls around it."""
        event.ignore()
