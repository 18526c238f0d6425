"""The offers of a grid, as Qt's item views and screen readers want them. Fetches nothing by itself."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.grid.carrying import TYPES, carried
from sourcing_desktop.ui.plain_tip import plain_tip

OFFER = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()

PORTION = 5_000
"""So many new offers are set aside at once."""


class OfferRows(QAbstractListModel):
    """Rows of offers as views see them. A model may know how many there are before it has them all: views
    ask `at`, which has None where an offer is still on its way, and tell by `look_at` what is in sight."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self.dimmed = False

    def at(self, row: int) -> Offer | None:
        """The offer of that row; None while it is still on its way."""
        raise NotImplementedError

    def alike(self, row: int) -> bool:
        """Whether the offer of that row looks the same as a picture that is looked for."""
        return False

    def those_at(self, rows: Iterable[int]) -> list[Offer]:
        """The offers of these rows, without those still on their way."""
        return [offer for row in rows if (offer := self.at(row)) is not None]

    def look_at(self, rows: range) -> None:
        """Views show these rows now."""

    def rows_from(self, row: int) -> Iterator[int]:
        """Where a title is looked for that begins as typed: from that row on, and round the end."""
        return chain(range(row, self.rowCount()), range(row))

    @property
    def whole(self) -> bool:
        """Whether `rows_from` leaves no row out."""
        return True

    def set_dimmed(self, dimmed: bool) -> None:
        """Whether these offers answer an older question than the one being asked."""
        if dimmed != self.dimmed:
            self.dimmed = dimmed
            if rows := self.rowCount():
                self.dataChanged.emit(self.index(0), self.index(rows - 1), [])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        offer = self.at(index.row())
        if offer is None:
            return tr("Still being read") if role == Qt.ItemDataRole.AccessibleTextRole else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return offer.title.shown
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip("\n".join(dict.fromkeys((offer.title.shown, offer.title.original))))
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(offer)
            case _ if role == OFFER:
                return offer
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def mimeTypes(self) -> list[str]:
        return [*TYPES]

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        """What other programs get of these offers."""
        return carried(self.those_at(sorted({index.row() for index in indexes})))


class OfferModel(OfferRows):
    """A list of offers that may change anywhere, and tells its views what it does."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._offers: list[Offer] = []
        self._new = 0

    def reset(self, offers: Sequence[Offer]) -> None:
        """Show other offers."""
        self.beginResetModel()
        self._offers = list(offers)
        self.dimmed = False
        self.endResetModel()
        self._set_aside(len(offers))

    def append(self, offers: Sequence[Offer]) -> None:
        """Show more offers below."""
        self.insert(len(self._offers), offers)

    def insert(self, row: int, offers: Sequence[Offer]) -> None:
        """Show more offers before that row; with the number of rows: below all."""
        if offers:
            self.beginInsertRows(NOWHERE, row, row + len(offers) - 1)
            self._offers[row:row] = offers
            self.endInsertRows()
            self._set_aside(len(offers))

    def remove(self, rows: Iterable[int]) -> None:
        """Show those rows no more, in whatever order they are named."""
        for run in runs_from_the_end(rows):
            self.beginRemoveRows(NOWHERE, run.start, run.stop - 1)
            del self._offers[run.start : run.stop]
            self.endRemoveRows()

    def replace(self, row: int, offer: Offer) -> None:
        """Show another offer, or the same with other facts, in that place."""
        self._offers[row] = offer
        self.dataChanged.emit(self.index(row), self.index(row), [])

    def offer(self, row: int) -> Offer:
        """The offer of that row: all are here."""
        return self._offers[row]

    def at(self, row: int) -> Offer:
        return self._offers[row]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._offers)

    def _set_aside(self, count: int) -> None:
        """Garbage collections need not look at offers: values have no cycles, and go when nobody holds them.
        But Python can only set aside all there is, for good, so what is garbage by now has to go first."""
        self._new += count
        if self._new >= PORTION and gc.isenabled():  # off while the program starts, which does the same then
            self._new = 0
            gc.collect()
            gc.freeze()


def runs_from_the_end(rows: Iterable[int]) -> Iterator[range]:
    """Those rows as runs without a gap, the last run first: removing one leaves the others where they are."""
    run = range(0)
    for row in sorted(set(rows), reverse=True):
        if row != run.start - 1 and run:
            yield run
            run = range(0)
        run = range(row, run.stop or row + 1)
    if run:
        yield run


def spoken(offer: Offer) -> str:
    """The card in one sentence, for screen readers."""
    badges = [formats.badge(code) for code in offer.badges]
    return ", ".join(
        [offer.title.shown, formats.money(offer.price), *formats.facts(offer), formats.origin(offer), *badges]
    )
