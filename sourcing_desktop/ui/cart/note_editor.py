"""Where a note is written, below the list: Enter keeps it, Escape leaves it as it was."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from sourcing_desktop.language import tr

LINES = 4
HINT = tr("Enter keeps it, Shift+Enter begins a new line, Esc leaves it as it was.")
AWAY = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""The keyboard comes back from there, and the note is still being written."""


class NoteEditor(QFrame):
    """Hidden until a note is opened. `written` carries a changed note; `left` follows when the keyboard was
    still here."""

    written = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "foot")
        self.about = QLabel()
        self.about.setProperty("role", "heading")
        self.count = QLabel()
        self.count.setProperty("role", "soft")
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * LINES + 18)
        self.text.installEventFilter(self)
        self.text.textChanged.connect(self._count)
        self.keep = QPushButton(tr("Keep the note"))
        self.keep.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter does it, and Tab, too
        self.keep.clicked.connect(self.finish)
        hint = QLabel(HINT)
        hint.setProperty("role", "soft")
        hint.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(self.about, 1)
        head.addWidget(self.count)
        foot = QHBoxLayout()
        foot.addWidget(hint, 1)
        foot.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addLayout(foot)
        self._before = ""
        self._longest = 0
        self._writing = False
        self.hide()

    def open(self, about: str, note: str, longest: int) -> None:
        """Write a note of at most `longest` characters. One that is open is kept first."""
        self.finish()
        self.about.setText(about)
        self.text.setAccessibleName(about)
        self._longest = longest
        self._before = note
        self._writing = True
        self.text.setPlainText(note)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Keep what is written and close."""
        if self._writing:
            self._close(self.text.toPlainText().strip())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._close(self._before)
                return True
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
                self.finish()
                return True
        elif isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in AWAY:
            self.finish()
        return super().eventFilter(watched, event)

    def _close(self, note: str) -> None:
        self._writing = False
        here = self.text.hasFocus()
        self.hide()
        if note != self._before:
            self.written.emit(note)
        if here:
            self.left.emit()

    def _count(self) -> None:
        """Cut what is too long, and say how much of the room is used."""
        text = self.text.toPlainText()
        if len(text) > self._longest:
            self.text.setPlainText(text[: self._longest])
            self.text.moveCursor(QTextCursor.MoveOperation.End)
            return
        self.count.setText(tr("{used} of {all}", used=f"{len(text):,}", all=f"{self._longest:,}"))
