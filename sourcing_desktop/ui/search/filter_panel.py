"""All the filter words of 1688 in one small panel below the button that opens it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sourcing_desktop.domain.search import FilterWord
from sourcing_desktop.language import tr
from sourcing_desktop.ui.popover import Popover
from sourcing_desktop.ui.search.filter_words import COLUMNS, GROUPS, Group, with_word


class FilterPanel(Popover):
    """Emits `chosen` with all the words at each tick."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Filters"))
        self.boxes = {word: QCheckBox(name) for group in GROUPS for word, name in group.names.items()}
        self._words: frozenset[FilterWord] = frozenset()
        row = QHBoxLayout(self.card)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(24)
        for groups in COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(4)
            for group in groups:
                self._add(group, column)
            column.addStretch(1)
            row.addLayout(column)

    def show_words(self, words: frozenset[FilterWord]) -> None:
        """Tick these words."""
        self._words = words
        for word, box in self.boxes.items():
            box.setChecked(word in words)

    def open_below(self, control: QWidget) -> None:
        super().open_below(control)
        next(iter(self.boxes.values())).setFocus(Qt.FocusReason.PopupFocusReason)

    def _add(self, group: Group, column: QVBoxLayout) -> None:
        title = QLabel(group.title)
        title.setProperty("role", "heading")
        if column.count():
            column.addSpacing(8)
        column.addWidget(title)
        for word in group.names:
            box = self.boxes[word]
            box.clicked.connect(lambda down, word=word: self._choose(word, down))
            column.addWidget(box)

    def _choose(self, word: FilterWord, down: bool) -> None:
        self.show_words(with_word(self._words, word, down))
        self.chosen.emit(self._words)
