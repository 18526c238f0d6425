"""How wide the docks stand beside the goods, until somebody says so."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow

WIDEST = 480
"""px."""

SHARE = 0.37
"""Of the window's width at most, unless its content needs more: goods are looked at, and want the room."""


class DockShare(QObject):
    """Gives a dock, and those tabbed with it, their share of a window at every size of it. Ends when their
    edge or one of them is moved."""

    def __init__(self, window: QMainWindow, dock: QDockWidget) -> None:
        super().__init__(window)
        self._window = window
        self._dock = dock
        self._give()
        dock.dockLocationChanged.connect(self._end)
        dock.topLevelChanged.connect(self._end)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._give)  # once the window has laid itself out
        elif isinstance(event, QMouseEvent) and self._begins_to_move_an_edge(event):
            self._end()
        return False

    def _begins_to_move_an_edge(self, event: QMouseEvent) -> bool:
        pressed = event.type() == QEvent.Type.MouseButtonPress
        return pressed and self._window.childAt(event.position().toPoint()) is None

    def _give(self) -> None:
        width = min(WIDEST, round(self._window.width() * SHARE))
        self._window.resizeDocks([self._dock], [width], Qt.Orientation.Horizontal)

    def _end(self) -> None:
        self._window.removeEventFilter(self)
        self.deleteLater()
