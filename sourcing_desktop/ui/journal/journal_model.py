"""Entries of the journal as rows, as many as were read so far."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from sourcing_desktop.domain.intent import Intent
from sourcing_desktop.ui.journal import telling
from sourcing_desktop.ui.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class JournalModel(QAbstractListModel):
    """The latest written first. Rows never change places: an entry stays where it was written."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._intents: list[Intent[Any]] = []
        self._references: set[str] = set()

    def start_over(self, intents: Sequence[Intent[Any]]) -> None:
        """Show these entries instead of all others."""
        self.beginResetModel()
        self._intents = list(intents)
        self._references = {intent.reference for intent in intents}
        self.endResetModel()

    def append(self, intents: Sequence[Intent[Any]]) -> None:
        """Show older entries below."""
        self._insert(len(self._intents), intents)

    def put_before(self, intents: Sequence[Intent[Any]]) -> None:
        """Show those of the latest entries above that are not there yet."""
        self._insert(0, intents)

    def turn(self, intent: Intent[Any]) -> bool:
        """Show how an entry stands by now; False when it is not among the rows."""
        if intent.reference not in self._references:
            return False
        row = self.row_of(intent.reference)
        self._intents[row] = intent
        self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
        return True

    def intent(self, row: int) -> Intent[Any]:
        return self._intents[row]

    def row_of(self, reference: str) -> int:
        """Where an entry stands; -1 when it is not among the rows."""
        return next((row for row, each in enumerate(self._intents) if each.reference == reference), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._intents)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        intent = self._intents[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return telling.title(intent)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return telling.spoken(intent)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{telling.title(intent)}\n{intent.reference}")
        return None

    def _insert(self, row: int, intents: Sequence[Intent[Any]]) -> None:
        new = [intent for intent in intents if intent.reference not in self._references]
        if new:
            self.beginInsertRows(NOWHERE, row, row + len(new) - 1)
            self._intents[row:row] = new
            self._references.update(intent.reference for intent in new)
            self.endInsertRows()
