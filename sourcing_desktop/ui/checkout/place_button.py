"""The one button that spends money."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PlaceButton(QPushButton):
    """Some desktops press the focused button on Enter. Not this one: Enter must never spend money, nor a key
    that was held down since before."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER or event.isAutoRepeat():
            event.ignore()
        else:
            super().keyPressEvent(event)
