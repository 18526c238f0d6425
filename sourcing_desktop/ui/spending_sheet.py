"""What every confirmation has that spends money: one deliberate button, which Enter never presses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sourcing_desktop.ui.notices import Banner
from sourcing_desktop.ui.theme import Theme

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SpendButton(QPushButton):
    """Some desktops press the focused button on Enter. Not this one: Enter must never spend money, nor a key
    that was held down since before."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "primary")
        self.setAutoDefault(False)
        self.setToolTip("Ctrl+Enter")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER or event.isAutoRepeat():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def hold(self, text: str) -> None:
        """It was pressed. It stays where it is: the second press of a double click must not meet another
        button."""
        self.setEnabled(False)
        self.setMinimumWidth(self.width())
        self.setText(text)

    def leave(self) -> None:
        """Go, when no double click can be under way any more."""
        QTimer.singleShot(QApplication.doubleClickInterval(), self, self.hide)


class SpendingSheet(QDialog):
    """A title with a word below it, a banner, what is scrolled, a foot. Ctrl+Enter presses the button."""

    def __init__(self, theme: Theme, title: str, words: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(True)
        self.title = QLabel(title)
        self.title.setProperty("role", "title")
        self.title.setWordWrap(True)
        self.subtitle = QLabel(words)
        self.subtitle.setProperty("role", "soft")
        self.banner = Banner(theme)
        self.banner.retry.setAutoDefault(False)
        self.scrolled = QVBoxLayout()
        self.scrolled.setContentsMargins(24, 4, 24, 16)
        self.scrolled.setSpacing(12)
        self.area = QScrollArea()
        self.area.setAccessibleName(title)

    def lay_out(self, scrolled: Sequence[QWidget], foot: QWidget, button: SpendButton) -> None:
        """Fill the sheet, as large as its window lets it be."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self.banner)
        column.addWidget(self._scrolled(scrolled), 1)
        column.addWidget(foot)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(button.click)
        parent = self.parentWidget()
        if parent is not None:  # Qt would open it at two thirds of the screen at most
            self.resize(self.sizeHint().boundedTo(parent.size() * 0.92))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(24, 16, 24, 12)
        head.setSpacing(2)
        head.addWidget(self.title)
        head.addWidget(self.subtitle)
        return head

    def _scrolled(self, widgets: Sequence[QWidget]) -> QScrollArea:
        inside = QWidget()
        inside.setLayout(self.scrolled)
        for widget in widgets:
            self.scrolled.addWidget(widget)
        self.scrolled.addStretch(1)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        return self.area
