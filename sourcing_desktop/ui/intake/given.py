"""Takes lists that are pasted or dropped on a widget."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class GivenLists(QObject):
    """Emits `given` with a text or the Path of a file. A field to type in that has the keyboard keeps what is
    pasted for itself."""

    given = Signal(object)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), widget)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self._paste)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in DRAGS or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        given = list_in(event.mimeData())
        if given is None:
            return super().eventFilter(watched, event)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self.given.emit(given)
        return True

    def _paste(self) -> None:
        given = list_in(QGuiApplication.clipboard().mimeData())
        if given is not None:
            self.given.emit(given)


def list_in(data: QMimeData | None) -> str | Path | None:
    """The first file on this computer, else the text; None where there is neither."""
    if data is None:
        return None
    files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    if files:
        return Path(files[0])
    return data.text() if data.hasText() and data.text().strip() else None
