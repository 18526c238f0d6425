"""Gets the window onto the screen before anything heavier is even imported, asyncio included.

The one place that runs Qt's loop by itself, and only before the program's own loop has begun.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QWidget

PATIENCE_MS = 1000
"""A window that opens minimised is not painted: the program goes on without it."""


def paint_first(window: QWidget) -> None:
    """Show the window, return when it has been painted once."""
    loop = QEventLoop()
    watcher = _PaintWatcher(loop)
    window.installEventFilter(watcher)
    window.show()
    QTimer.singleShot(PATIENCE_MS, loop, loop.quit)
    loop.exec()
    window.removeEventFilter(watcher)


class _PaintWatcher(QObject):
    def __init__(self, loop: QEventLoop) -> None:
        super().__init__()
        self._loop = loop

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._loop.quit()
        return False
