"""How the program speaks up: a banner where the trouble is, a toast for good news with a way back, a message
where there is nothing to show."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sourcing_desktop.ui.icons import IconLabel, icon
from sourcing_desktop.ui.theme import Theme

TOAST_SECONDS = 6
MESSAGE_WIDTH = 400


class Banner(QFrame):
    """One sentence next to its cause, with Retry where trying again can help. Hidden while all is well."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._retry_call: Callable[[], object] | None = None
        sign = IconLabel("warning", theme.warning, 18)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.retry = QPushButton("Retry")
        self.retry.clicked.connect(self._retry)
        close = QToolButton()
        close.setIcon(icon("close", theme.text_soft))
        close.setToolTip("Hide this message")
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(sign)
        row.addWidget(self.text, 1)
        row.addWidget(self.retry)
        row.addWidget(close)
        self.hide()

    def say(self, sentence: str, retry: Callable[[], object] | None = None, button: str = "Retry") -> None:
        """Show a sentence; with `retry` a button that hides the banner and calls it."""
        self.text.setText(sentence)
        self._retry_call = retry
        self.retry.setText(button)
        self.retry.setVisible(retry is not None)
        self.show()

    def withdraw(self) -> None:
        """Hide what can be tried again: who could try is gone."""
        if self._retry_call is not None:
            self._retry_call = None
            self.hide()

    def _retry(self) -> None:
        self.hide()
        if self._retry_call is not None:
            self._retry_call()


FOOT = 84
"""px below a toast: the status bar, and the line at the foot of a page."""


class Toast(QFrame):
    """A short word about something done, at the bottom of the window, gone after a few seconds. It stands in
    the middle of `part`, where its window has a part for that."""

    def __init__(self, window: QWidget, part: QWidget | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._part = part or window
        self.setProperty("role", "toast")
        self._undo_call: Callable[[], object] | None = None
        self.text = QLabel()
        self.undo = QPushButton("Undo")
        self.undo.clicked.connect(self._undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self.text)
        row.addWidget(self.undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        window.installEventFilter(self)
        self._part.installEventFilter(self)
        self.hide()

    def stay_above(self, widget: QWidget) -> None:
        """That part of the window comes to the front now and then, and would cover this."""
        widget.installEventFilter(self)

    def say(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Show a word; with `undo` a button that takes the thing back."""
        self.text.setText(text)
        self._undo_call = undo
        self.undo.setVisible(undo is not None)
        self.show()
        self.raise_()
        self._place()
        self._timer.start(TOAST_SECONDS * 1000)

    def offers(self, undo: Callable[[], object]) -> bool:
        """Whether this way back stands there now."""
        return not self.isHidden() and self._undo_call == undo

    def withdraw(self) -> None:
        """Hide what can be undone: who could undo it is gone."""
        if self._undo_call is not None:
            self._undo_call = None
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        sized = event.type() == QEvent.Type.Resize and watched in (self._window, self._part)
        if sized and self.isVisible():
            self._place()
        elif event.type() == QEvent.Type.ZOrderChange and watched is not self._window and self.isVisible():
            QTimer.singleShot(0, self, self.raise_)  # later: a dock only turns its tab while it is topmost
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.adjustSize()
        window, part = self._window, self._part
        middle = part.mapTo(window, part.rect().center()).x()
        left = min(max(8, middle - self.width() // 2), max(8, window.width() - self.width() - 8))
        self.move(left, window.height() - self.height() - FOOT)

    def _undo(self) -> None:
        self.hide()
        if self._undo_call is not None:
            self._undo_call()


class Message(QWidget):
    """A large icon, a sentence or two, and perhaps a button, in the middle of the area."""

    pressed = Signal()

    def __init__(self, theme: Theme, icon_name: str, text: str, button: str = "") -> None:
        super().__init__()
        sign = IconLabel(icon_name, theme.text_soft, 48)
        self.text = QLabel(text)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text.setWordWrap(True)
        self.text.setMaximumWidth(MESSAGE_WIDTH)
        self.text.setMinimumWidth(240)
        self.text.setProperty("role", "soft")
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        middle = QHBoxLayout()  # not an alignment: that would cut a wrapped text off at one line
        middle.addStretch(1)
        middle.addWidget(self.text, MESSAGE_WIDTH)  # all the room up to its width, the rest to the sides
        middle.addStretch(1)
        column.addLayout(middle)
        if button:
            self.button = QPushButton(button)
            self.button.setProperty("kind", "primary")
            self.button.clicked.connect(self.pressed)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
