"""One quiet sentence above cards, with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from sourcing_desktop.ui.flow import Flow


class QuietLine(QFrame):
    """Hidden while there is nothing to say. Says it without asking for attention."""

    def __init__(self, button: str, do: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self.text = QLabel()
        self.text.setProperty("role", "soft")
        self.button = QPushButton(button)
        self.button.setProperty("kind", "link")
        self.button.clicked.connect(do)
        line = Flow(8)
        line.add(self.text)
        line.add(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 4)
        column.addWidget(line)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence; hide for an empty one."""
        self.text.setText(sentence)
        self.setVisible(bool(sentence))
