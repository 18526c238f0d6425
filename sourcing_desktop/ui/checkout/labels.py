"""Small parts that the confirmation has many of."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton


def label(role: str, text: str = "") -> QLabel:
    """A label in the colour of its role. What is only said softly stays in one line."""
    made = QLabel(text)
    made.setProperty("role", role)
    made.setWordWrap(role not in ("soft", "platform"))
    return made


def link(text: str) -> QPushButton:
    """A button that looks like a link, and that Enter elsewhere never presses."""
    made = QPushButton(text)
    made.setProperty("kind", "link")
    made.setAutoDefault(False)
    return made


def say(label: QLabel, text: str, role: str) -> None:
    """Show a text in the colour of its role, or hide the label when there is none."""
    label.setText(text)
    label.setProperty("role", role)
    label.style().polish(label)
    label.setVisible(bool(text))
