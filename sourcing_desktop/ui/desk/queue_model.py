"""The queue of pictures as rows: each picture on each platform with what looks most like it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt

from sourcing_desktop.domain.queued_search import STEP_NAMES, QueuedSearch, Step
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.plain_table import column_head
from sourcing_desktop.ui.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
SORT = Qt.ItemDataRole.UserRole
PICTURE, STATE, MATCH, PRICE, MOQ, SOLD, SHOP, FOUND = range(8)
HEADERS = (
    tr("Picture"), tr("State"), tr("Best match"), tr("Price"), tr("MOQ"), tr("Sold"), tr("Shop"), tr("Found"),
)  # fmt: skip
NUMBERS = (PRICE, MOQ, SOLD, FOUND)


class QueueModel(QAbstractTableModel):
    """Searches in the order they were given."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._searches: list[QueuedSearch] = []

    def show_searches(self, searches: Sequence[QueuedSearch]) -> None:
        """Show these. Those that were there before keep their rows, so nothing moves under the buyer."""
        kept = {search.key for search in searches}
        for row in reversed(range(len(self._searches))):
            if self._searches[row].key not in kept:
                self.beginRemoveRows(NOWHERE, row, row)
                del self._searches[row]
                self.endRemoveRows()
        row = 0
        while row < len(searches):
            end = row
            there = self._searches[row].key if row < len(self._searches) else None
            while end < len(searches) and searches[end].key != there:
                end += 1
            if end > row:
                self.beginInsertRows(NOWHERE, row, end - 1)
                self._searches[row:row] = searches[row:end]
                self.endInsertRows()
            row = end + 1

    def turn(self, search: QueuedSearch) -> None:
        """Show how far a search is by now."""
        row = next((row for row, each in enumerate(self._searches) if each.key == search.key), -1)
        if row >= 0:
            self._searches[row] = search
            self.dataChanged.emit(self.index(row, 0), self.index(row, FOUND))

    def search(self, row: int) -> QueuedSearch:
        return self._searches[row]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._searches)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        return column_head(HEADERS, NUMBERS, section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        search, column = self._searches[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(search, column)
        if role == SORT:
            return _rank(search, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{HEADERS[column]}: {_text(search, column) or formats.UNKNOWN}"
        if role == Qt.ItemDataRole.ToolTipRole:
            title = search.best.title if search.best is not None else None
            words = (title.translated, title.original) if title is not None else ()
            return plain_tip("\n".join(filter(None, (search.name, search.sentence, *words))))
        return None


class SortedQueue(QSortFilterProxyModel):
    """The rows in the order the buyer asked for, which stays as it was then: what goes on must not make them
    jump. What is not known comes last, whichever way."""

    def __init__(self, model: QueueModel, parent=None) -> None:
        super().__init__(parent)
        self._model = model
        self.setDynamicSortFilter(False)
        self.setSourceModel(model)

    def search(self, row: int) -> QueuedSearch:
        """What stands in a row."""
        return self._model.search(self.mapToSource(self.index(row, 0)).row())

    def lessThan(self, left: Index, right: Index) -> bool:
        mine, other = left.data(SORT), right.data(SORT)
        if mine is None or other is None:
            upwards = self.sortOrder() is Qt.SortOrder.AscendingOrder
            return mine is not other and (other is None) == upwards
        return mine < other


def _text(search: QueuedSearch, column: int) -> str:
    offer = search.best
    if column == PICTURE:
        return search.name
    if column == STATE:
        return STEP_NAMES[search.step]
    if column == FOUND:
        return "" if search.found is None else formats.count(search.found)
    if offer is None:
        return search.sentence if column == MATCH else ""
    return (
        offer.title.shown,
        formats.money(offer.price),
        formats.count(offer.moq),
        formats.count(offer.sold_30_days),
        offer.shop_name or formats.UNKNOWN,
    )[column - MATCH]


def _rank(search: QueuedSearch, column: int) -> str | int | None:
    """What rows are sorted by."""
    offer = search.best
    if column == PICTURE:
        return search.name.casefold()
    if column == STATE:
        return list(Step).index(search.step)
    if column == FOUND:
        return search.found
    if offer is None:
        return None
    return (
        offer.title.shown.casefold(),
        offer.price.minor if offer.price is not None else None,
        offer.moq,
        offer.sold_30_days,
        offer.shop_name.casefold() or None,
    )[column - MATCH]
