"""Gets the window onto the screen before anything heavier is even imported, asyncio included.

The one place that runs Qt's loop by itself, and only before the program's own loop has begun.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from sourcing_desktop.app.paths import Paths
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.main_window import MainWindow
from sourcing_desktop.ui.theme import apply_theme, live_theme

PATIENCE_MS = 1000
"""A window that opens minimised is not painted: the program goes on without it."""


def make_window(application: QApplication, paths: Paths) -> tuple[MainWindow, PictureLoader]:
    """The window, painted once, with the picture loader its grids paint from."""
    paths.data.mkdir(parents=True, exist_ok=True)
    settings = QSettings(str(paths.settings), QSettings.Format.IniFormat)
    theme = live_theme(str(settings.value("theme", "")))
    apply_theme(application, theme)
    loader = PictureLoader(paths.pictures)
    window = MainWindow(theme, loader, settings)
    paint_first(window)
    window.activateWindow()
    window.focus_words()
    return window, loader


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
