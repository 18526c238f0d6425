"""Takes pictures that are dropped or pasted anywhere on the library's page."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QWidget

from sourcing_desktop.language import tr
from sourcing_desktop.ui.desk.picture_source import PictureSource, read_mime

UNUSABLE = tr("There is no picture in this. Drop a picture file, a picture from a web page, or its link.")
ONE = tr("Look for one picture at a time here. The tab “Image” takes many.")


class SightIntake(QObject):
    """Hears what nobody on the page wants. Emits `given` with a PictureSource, `refused` with a sentence, and
    `left` for Esc."""

    given = Signal(object)
    refused = Signal(str)
    left = Signal()

    def __init__(self, page: QWidget, words: QWidget) -> None:
        """`words` is the field of the page that takes texts, but no pictures."""
        super().__init__(page)
        self._page = page
        self.invitation = QLabel(tr("Drop the picture to find it in all you have seen"), page)
        self.invitation.setProperty("role", "typed")
        self.invitation.hide()
        page.setAcceptDrops(True)
        for part in (page, words):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._page:
            return event.type() is QEvent.Type.KeyPress and self._pasted(cast(QKeyEvent, event))
        match event.type():
            case QEvent.Type.DragEnter:
                cast(QDropEvent, event).acceptProposedAction()
                self._invite(True)
            case QEvent.Type.DragLeave:
                self._invite(False)
            case QEvent.Type.Drop:
                dropped = cast(QDropEvent, event)
                dropped.acceptProposedAction()
                self._invite(False)
                self.give(read_mime(dropped.mimeData()))
            case QEvent.Type.KeyPress:
                return self._key_pressed(cast(QKeyEvent, event))
            case _:
                return False
        return True

    def give(self, sources: tuple[PictureSource, ...]) -> None:
        """Look for the one picture there is; refuse none, and several."""
        if len(sources) == 1 and not (sources[0].file is not None and sources[0].file.is_dir()):
            self.given.emit(sources[0])
        else:
            self.refused.emit(ONE if sources else UNUSABLE)

    def _pasted(self, event: QKeyEvent) -> bool:
        """Take a picture that is pasted into the words; a text goes there, also one that comes with a picture
        of itself."""
        mime = QGuiApplication.clipboard().mimeData()
        if not event.matches(QKeySequence.StandardKey.Paste) or mime is None or mime.hasFormat("text/plain"):
            return False
        self.give(read_mime(mime))
        return True

    def _key_pressed(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.give(read_mime(QGuiApplication.clipboard().mimeData()))
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            return False
        return True

    def _invite(self, inviting: bool) -> None:
        self.invitation.setVisible(inviting)
        if inviting:
            self.invitation.adjustSize()
            self.invitation.move(self._page.rect().center() - self.invitation.rect().center())
            self.invitation.raise_()
