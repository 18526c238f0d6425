"""How the program speaks up: a banner where the trouble is, a toast for good news with a way back, a message
where there is nothing to show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QKeySequence, QResizeEvent
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

from sourcing_desktop.language import tr
from sourcing_desktop.ui.flow import Flow
from sourcing_desktop.ui.icons import IconLabel, icon
from sourcing_desktop.ui.scrolled import Scrolled
from sourcing_desktop.ui.theme import Theme

TOAST_SECONDS, UNDO_SECONDS = 6, 10
"""How long a toast stays; with a way back it takes longer to decide."""

MESSAGE_WIDTH, STEPS_WIDTH = 400, 300


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say it when it is done with what it says now."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


class Banner(QFrame):
    """One sentence next to its cause, with Retry where trying again can help. Hidden while all is well."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._retry_call: Callable[[], object] | None = None
        sign = IconLabel("warning", theme.warning, 18)
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.retry = QPushButton(tr("Retry"))
        self.retry.clicked.connect(self._retry)
        close = QToolButton()
        close.setIcon(icon("close", theme.text_soft))
        close.setToolTip(tr("Hide this message"))
        close.setAccessibleName(close.toolTip())
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(sign)
        row.addWidget(self.text, 1)
        row.addWidget(self.retry)
        row.addWidget(close)
        self.hide()

    def say(self, sentence: str, retry: Callable[[], object] | None = None, button: str = "") -> None:
        """Show a sentence; with `retry` a button that hides the banner and calls it."""
        self.text.setText(sentence)
        self._retry_call = retry
        self.retry.setText(button or tr("Retry"))
        self.retry.setVisible(retry is not None)
        self.show()
        announce(self, sentence)

    def withdraw(self) -> None:
        """Hide what can be tried again: who could try is gone."""
        if self._retry_call is not None:
            self._retry_call = None
            self.hide()

    def _retry(self) -> None:
        self.hide()
        if self._retry_call is not None:
            self._retry_call()


FOOT = 56
"""px below a toast: the line at the foot of a page."""


class Toast(QFrame):
    """A short word about something done, at the bottom of the window, gone after a few seconds, but not while
    the mouse or the keyboard is on it. A newer word takes its place, but one without a way back waits until
    one with a way back is gone. It stands in the middle of `part`, where its window has a part for that."""

    def __init__(self, window: QWidget, part: QWidget | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._part = part or window
        self.setProperty("role", "toast")
        self._undo_call: Callable[[], object] | None = None
        self._waiting = ""
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.undo = QPushButton(tr("Undo"))
        keys = QKeySequence(QKeySequence.StandardKey.Undo).toString(QKeySequence.SequenceFormat.NativeText)
        self.undo.setToolTip(keys)
        self.undo.clicked.connect(self.take_back)
        self.undo.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self.text)
        row.addWidget(self.undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go)
        window.installEventFilter(self)
        self._part.installEventFilter(self)
        self.hide()

    def stay_above(self, widget: QWidget) -> None:
        """That part of the window comes to the front now and then, and would cover this."""
        widget.installEventFilter(self)

    def say(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Show a word; with `undo` a button that takes the thing back."""
        if undo is None and self._undo_call is not None and not self.isHidden():
            self._waiting = text
            return
        self._waiting = ""
        self.text.setText(text)
        self._undo_call = undo
        self.undo.setVisible(undo is not None)
        if self.isHidden():
            from sourcing_desktop.ui.motion import appear  # not at the top: start-up can do without

            appear(self)
        self.raise_()
        self._place()
        announce(self, text)
        self._go_later()

    def offers(self, undo: Callable[[], object]) -> bool:
        """Whether this way back stands there now."""
        return not self.isHidden() and self._undo_call == undo

    def take_back(self) -> bool:
        """Undo what the toast tells of; False where none is shown that offers to."""
        undo = None if self.isHidden() else self._undo_call
        if undo is None:
            return False
        self._go()
        undo()
        return True

    def withdraw(self) -> None:
        """Hide what can be undone: who could undo it is gone."""
        if self._undo_call is not None:
            self._undo_call, self._waiting = None, ""
            self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._go_later()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self.undo:
            if kind == QEvent.Type.FocusIn:
                self._timer.stop()
            elif kind == QEvent.Type.FocusOut:
                self._go_later()
        elif kind == QEvent.Type.Resize and watched in (self._window, self._part) and self.isVisible():
            self._place()
        elif kind == QEvent.Type.ZOrderChange and watched is not self._window and self.isVisible():
            QTimer.singleShot(0, self, self.raise_)  # later: a dock only turns its tab while it is topmost
        return super().eventFilter(watched, event)

    def _go(self) -> None:
        from sourcing_desktop.ui.motion import vanish

        self._undo_call = None
        vanish(self)
        if self._waiting:
            self.say(self._waiting)

    def _go_later(self) -> None:
        """Unless somebody is at it."""
        if not self.isHidden() and not self.underMouse() and not self.undo.hasFocus():
            self._timer.start((UNDO_SECONDS if self._undo_call else TOAST_SECONDS) * 1000)

    def _place(self) -> None:
        """Inside its part, in several lines if need be: the foot of a dock beside it stays free."""
        part = self._part.rect().translated(self._part.mapTo(self._window, QPoint()))
        text, undo = self.text, self.undo
        beside = 48 if undo.isHidden() else 60 + undo.sizeHint().width()  # margins and spacing, too
        text.setMinimumWidth(0)  # its hint is never below
        text.setWordWrap(False)
        width = min(text.sizeHint().width(), part.width() - beside)
        text.setWordWrap(True)
        text.setFixedWidth(width)
        self.adjustSize()
        self.move(part.center().x() - self.width() // 2, part.bottom() + 1 - self.height() - FOOT)


class Message(QWidget):
    """A large icon, a sentence or two, and perhaps what to do next, in the middle of the area."""

    pressed = Signal()

    def __init__(self, theme: Theme, icon_name: str, text: str, button: str = "") -> None:
        super().__init__()
        self._sign = IconLabel(icon_name, theme.text_soft, 48)
        self.text = QLabel(text)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text.setWordWrap(True)
        self.text.setMaximumWidth(MESSAGE_WIDTH)
        self.text.setMinimumWidth(240)
        self.text.setProperty("role", "soft")
        self._column = column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(_in_the_middle(self.text, MESSAGE_WIDTH))
        if button:
            self.button = QPushButton(button)
            self.button.setProperty("kind", "primary")
            self.button.clicked.connect(self.pressed)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._above: QWidget | None = None
        self._below: QWidget | None = None
        column.addStretch(3)
        self._signed = True
        self._sign_height = self._sign.height() + column.spacing()

    def offer(self, *steps: tuple[str, Callable[[], object]], keys: str = "") -> None:
        """The next best steps: a button for each, by its words and what it does, and in `keys` a line about
        the keyboard. They take the place of those offered before; without any, none is offered."""
        if self._below is not None:
            self._below.deleteLater()
            self._below.hide()
            self._below = None
        if steps or keys:
            self._below = _steps(steps, keys)
            self._column.insertWidget(self._column.count() - 1, self._below)
            for before, button in pairwise((_tab_stop_before(self), *self._below.findChildren(QPushButton))):
                self.setTabOrder(before, button)  # here, and not behind all that is in the window already
            self._make_room()

    @property
    def first_step(self) -> QPushButton | None:
        """The first of what is offered."""
        return None if self._below is None else self._below.findChild(QPushButton)

    def put_above(self, widget: QWidget | None) -> None:
        """Have a widget where the icon is, above the sentence; None for the icon again, which deletes it. It
        scrolls where there is little room."""
        self._signed = widget is None
        self._sign.setVisible(self._signed)
        if self._above is not None:
            self._above.hide()
            self._above.deleteLater()
        self._above = Scrolled(widget) if widget is not None else None
        if self._above is not None:
            self._column.insertLayout(1, _in_the_middle(self._above, self._above.maximumWidth()))
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        """Without the icon, which goes where there is little room."""
        least = super().minimumSizeHint()
        return least if self._sign.isHidden() else least - QSize(0, self._sign_height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._signed:
            least = self.minimumSizeHint().height() + self._sign_height
            self._sign.setVisible(self.height() >= least)
        self._make_room()
        super().resizeEvent(event)

    def _make_room(self) -> None:
        """The steps go where a widget above the sentence needs their room."""
        if self._below is not None:
            parts = [part for part in (self._above, self.text, self._below) if part is not None]
            wanted = sum(part.sizeHint().height() + self._column.spacing() for part in parts)
            self._below.setVisible(self._above is None or self.height() >= wanted)


def _tab_stop_before(widget: QWidget) -> QWidget:
    """What Tab reaches last before a widget; itself where there is nothing else."""
    before = widget.previousInFocusChain()
    while before is not None and before is not widget:
        if before.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return before
        before = before.previousInFocusChain()
    return widget


def _in_the_middle(widget: QWidget, width: int) -> QHBoxLayout:
    """All the room up to its width, the rest to the sides. An alignment would cut wrapped text off at one
    line."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget, width)
    row.addStretch(1)
    return row


def _steps(steps: Sequence[tuple[str, Callable[[], object]]], keys: str) -> QWidget:
    """Buttons side by side in the middle, in as many lines as they need."""
    column = QVBoxLayout()
    column.setSpacing(8)
    if steps:
        buttons = Flow(8, centred=True)
        buttons.setMinimumWidth(STEPS_WIDTH)  # narrower they would ask for a window that is higher
        for words, do in steps:
            button = QPushButton(words.replace("&", "&&"))
            button.clicked.connect(lambda _checked=False, do=do: do())
            buttons.add(button)
        column.addWidget(buttons)
    if keys:
        hint = QLabel(keys)
        hint.setProperty("role", "small")
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(hint)
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(16, 0, 16, 0)
    row.addStretch(1)
    row.addLayout(column, MESSAGE_WIDTH)
    row.addStretch(1)
    return box
