"""One quiet sentence above cards, with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton


class QuietLine(QFrame):
    """Hidden while there is nothing to say. Says it without asking for attention."""

    def __init__(self, button: str, do: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self.text = QLabel()
        self.text.setProperty("role", "soft")
        self.text.setWordWrap(True)
        self.button = QPushButton(button)
        self.button.setProperty("kind", "link")
        self.button.clicked.connect(do)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(8)
        row.addWidget(self.text)
        row.addWidget(self.button)
        row.addStretch(1)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence; hide for an empty one."""
        self.text.setText(sentence)
        self.setVisible(bool(sentence))
