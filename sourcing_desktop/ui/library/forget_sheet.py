"""Asks before something of the library is forgotten for good."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from sourcing_desktop.language import tr
from sourcing_desktop.ui.dialogs import button_row

WIDTH = 440
"""px."""


class ForgetSheet(QDialog):
    """A title, perhaps something to choose by, and how much would go. Enter forgets nothing: the keyboard is
    at the button that leaves, unless there is something to choose."""

    chosen = Signal()

    def __init__(self, title: str, parent: QWidget, choice: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        heading = QLabel(title)
        heading.setProperty("role", "title")
        heading.setWordWrap(True)
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.forget = QPushButton(tr("Forget"))
        self.leave = QPushButton(tr("Cancel"))
        self.forget.setAutoDefault(False)
        self.leave.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(heading)
        if choice is not None:
            column.addWidget(choice)
        column.addWidget(self.about)
        column.addStretch(1)
        column.addLayout(button_row(self.leave, self.forget))
        self.setMinimumWidth(WIDTH)
        self.forget.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        self.tell("", ready=False)
        (choice or self.leave).setFocus()

    def tell(self, sentence: str, *, ready: bool) -> None:
        """Say how much would go, and whether there is anything to forget."""
        self.about.setText(sentence)
        self.forget.setEnabled(ready)
