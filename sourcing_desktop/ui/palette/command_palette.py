"""One line to type in, over the window: what is meant by a few letters is marked, Enter does it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from sourcing_desktop.language import tr
from sourcing_desktop.ui.motion import appear
from sourcing_desktop.ui.notices import announce
from sourcing_desktop.ui.palette.entries import Entry, Provider, found
from sourcing_desktop.ui.palette.entry_list import ROWS, EntryList
from sourcing_desktop.ui.theme import Theme

WIDTH, FROM_TOP = 640, 64
"""px."""

REMEMBERED = 8
MOST = 60
"""Entries shown."""

STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: ROWS - 1,
    Qt.Key.Key_PageUp: 1 - ROWS,
}


class CommandPalette(QWidget):
    """Covers its window while it is open, so that a click beside it closes it. Remembers what was used."""

    def __init__(self, theme: Theme, settings: QSettings, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._providers: list[Provider] = []
        self._before: QWidget | None = None
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("What do you want to do?"))
        self.line.setAccessibleName(tr("Command"))
        self.line.setProperty("role", "palette")
        self.list = EntryList(theme)
        self.list.setAccessibleName(tr("Commands"))
        self.none = QLabel(tr("No command has these letters."))
        self.none.setProperty("role", "soft")
        self.none.setContentsMargins(12, 8, 12, 12)
        self.box = QFrame(self)
        self.box.setProperty("role", "palette")
        column = QVBoxLayout(self.box)
        column.setContentsMargins(8, 8, 8, 4)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self.list)
        column.addWidget(self.none)
        self.line.textChanged.connect(self._find)
        self.line.installEventFilter(self)
        self.list.taken.connect(self._take)
        self.list.currentItemChanged.connect(self._tell)
        window.installEventFilter(self)
        self.hide()

    def add(self, provider: Provider) -> None:
        """Offer the entries of one more provider, after those of the earlier ones."""
        self._providers.append(provider)

    def remove(self, provider: Provider) -> None:
        """Offer them no more."""
        self._providers.remove(provider)

    def open(self) -> None:
        """Take the keyboard; pressed again it gives it back."""
        if self.isVisible():
            self.close()
            return
        self._before = QApplication.focusWidget()
        self.line.clear()
        self._find()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        appear(self.box)
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def closeEvent(self, event) -> None:
        """The keyboard goes back where it was."""
        before, self._before = self._before, None
        if before is not None and self.isAncestorOf(QApplication.focusWidget() or self):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        super().closeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._pressed(event)
        if watched is self.line and event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._left)
        elif event.type() == QEvent.Type.Resize and self.isVisible() and watched is self._window:
            self.setGeometry(self._window.rect())
            self._place()
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        """Whether the key means the list, not the line."""
        key = Qt.Key(event.key())
        if key in STEPS:
            self.list.step(STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if (entry := self.list.entry) is not None:
                self._take(entry)
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)  # what is behind is not to be reached
        return True

    def _left(self) -> None:
        """Something else has the keyboard, unless only the whole window lost it."""
        focus = QApplication.focusWidget()
        if self.isVisible() and focus is not None and not self.isAncestorOf(focus):
            self.close()

    def _find(self) -> None:
        query = self.line.text().strip()
        entries = [entry for provider in self._providers for entry in provider(query)]
        entries = found(query, entries, self._used())[:MOST]
        self.list.fill(entries)
        self.list.setVisible(bool(entries))
        self.none.setVisible(not entries)
        self._place()

    def _place(self) -> None:
        self.box.setFixedWidth(min(WIDTH, self._window.width() - 48))
        self.box.adjustSize()
        top = min(FROM_TOP, max(8, self._window.height() - self.box.height() - 8))
        self.box.move((self._window.width() - self.box.width()) // 2, top)

    def _take(self, entry: Entry) -> None:
        if entry.obstacle:
            announce(self.line, entry.obstacle)
            return
        used = [entry.text, *(text for text in self._used() if text != entry.text)]
        self._settings.setValue("palette", used[:REMEMBERED])
        self.close()
        entry.call()

    def _tell(self) -> None:
        """A screen reader follows the line that is typed in, and would not say what is marked."""
        if self.isVisible() and (item := self.list.currentItem()) is not None:
            announce(self.list, str(item.data(Qt.ItemDataRole.AccessibleTextRole)))

    def _used(self) -> list[str]:
        used = self._settings.value("palette", [])
        return [str(text) for text in used] if isinstance(used, list) else [str(used)]
