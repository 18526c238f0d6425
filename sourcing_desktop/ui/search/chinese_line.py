"""The Chinese words to search for in place of the buyer's own.

The gateway translates what is typed and does not return what it made of it (contract AG3, upstream C4), so
there is no translation that could be shown or mended. What the buyer can have is a second line for Chinese
words of their own, which then go over the wire instead; they are suggested from the titles that were found,
and are called what they are: words of those titles, not a translation.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from sourcing_desktop.language import tr
from sourcing_desktop.ui.search.chips import Chip, Chips


class ChineseLine(QFrame):
    """Hidden until it is asked for. Emits `chosen` when a suggested word was put into its field."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Chinese words to search for instead, such as 双肩包"))
        self.field.setAccessibleName(tr("Chinese words to search for instead"))
        self.field.setClearButtonEnabled(True)
        source = QLabel(tr("In the titles found:"))
        source.setProperty("role", "soft")
        self.suggestions = Chips(self.field, lead=source)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 4)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.suggestions)
        self.hide()

    @property
    def words(self) -> str:
        """What shall be searched for instead; empty when the line is closed, too."""
        return "" if self.isHidden() else self.field.text().strip()

    def suggest(self, words: Sequence[str]) -> None:
        """Offer Chinese words to search for."""
        self.suggestions.show_chips(
            [
                Chip(word, tr("Search for “{word}” instead", word=word), partial(self._choose, word))
                for word in words
            ]
        )

    def _choose(self, word: str) -> None:
        self.field.setText(word)
        self.chosen.emit()
