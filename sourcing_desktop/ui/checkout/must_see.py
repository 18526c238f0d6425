"""Something nobody may overlook before ordering: a sentence, and a tick that says that it was seen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout

from sourcing_desktop.ui.icons import IconLabel
from sourcing_desktop.ui.theme import Theme


class MustSee(QFrame):
    """Hidden while there is nothing to see. Emits `ticked` when the buyer says so, or takes it back."""

    ticked = Signal()

    def __init__(self, theme: Theme, agreement: str) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setFont(theme.font(13, bold=True))
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.tick = QCheckBox(agreement)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.text)
        words.addWidget(self.tick)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(IconLabel("warning", theme.warning, 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.tick.toggled.connect(self.ticked)
        self.hide()

    def say(self, sentence: str) -> None:
        """Something else to see has to be ticked anew; nothing to see is hidden."""
        if sentence != self.text.text():
            self.text.setText(sentence)
            self.tick.setAccessibleDescription(sentence)
            self.tick.setChecked(False)
        self.setVisible(bool(sentence))

    @property
    def open(self) -> bool:
        """Whether the buyer still has to say that they saw it."""
        return not self.isHidden() and not self.tick.isChecked()
