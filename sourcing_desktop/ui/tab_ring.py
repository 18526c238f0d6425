"""Tab within what covers a window: it goes round among the cover and its buttons, never to what is behind."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
BUTTONS_OWN = (Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class TabRing(QObject):
    """Enter and Space press the button that has the keyboard; every other key is the cover's, wherever in it
    the keyboard is, and so is the news that the keyboard left."""

    def __init__(self, cover: QWidget, buttons: Sequence[QAbstractButton]) -> None:
        super().__init__(cover)
        self._cover = cover
        self._buttons = buttons
        for button in buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.installEventFilter(self)

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is at the cover or anything in it."""
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self._cover or self._cover.isAncestorOf(focus))

    def walk(self, forwards: bool) -> bool:
        """What the cover's `focusNextPrevChild` is to return."""
        if not self._cover.isVisible():
            return False
        ring = [self._cover, *(each for each in self._buttons if each.isVisible() and each.isEnabled())]
        focus = QApplication.focusWidget()
        here = ring.index(focus) if focus in ring else 0
        way = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
        ring[(here + (1 if forwards else -1)) % len(ring)].setFocus(way)
        return True

    def eventFilter(self, button: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus():
            self._cover.focusOutEvent(event)
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if event.key() in PRESSES and isinstance(button, QAbstractButton):
            button.click()
        elif event.key() in BUTTONS_OWN:
            return False
        else:
            self._cover.keyPressEvent(event)
        return True
