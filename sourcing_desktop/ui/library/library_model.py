"""The library as a grid wants it: how many offers there are at once, the offers as they are read."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from PySide6.QtCore import Qt, Signal

from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.domain.seen import SeenOffer
from sourcing_desktop.ui.grid.offer_model import NOWHERE, Index, OfferRows, runs_from_the_end
from sourcing_desktop.ui.library import words

MOST_KEPT = 8_000
"""Offers held at a time. Those read longest ago go first, but none that is in sight."""

READ_AT_ONCE = 100
SCREENS_AROUND = 2
"""Read ahead in both directions."""

TYPED_REACH = 20_000
"""Rows a search by typing looks through in each direction."""


class LibraryModel(OfferRows):
    """Knows the numbers of all offers and holds the offers near what is in sight.

    Emits `wanted` when offers shall be read: whoever reads asks `wish` for their numbers, gives them to
    `take`, and asks again until nothing is wished any more. So the latest wish wins.
    """

    wanted = Signal()

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._rows = 0
        self._numbers = array("q")  # of the first rows only, until all have come
        self._kept: dict[int, SeenOffer] = {}
        self._sight = range(0)
        self.likeness: Mapping[int, bool] = {}
        """While a picture is looked for: whether offers look the same, by their numbers, or only similar."""

    # What is shown

    def show(self, rows: int, first: Sequence[SeenOffer]) -> None:
        """Show that many offers, of which these are the first. The same as before keep their places."""
        numbers = array("q", [seen.number for seen in first])
        if rows == self._rows and numbers == self._numbers[: len(numbers)]:
            self._kept |= {seen.number: seen for seen in first}
            if rows:
                self.dataChanged.emit(self.index(0), self.index(rows - 1), [])
            return
        self._kept.clear()
        self._begin_anew(rows, first)

    def take_numbers(self, numbers: array[int]) -> None:
        """The numbers of all offers, in order. If others are the first now, all is shown anew."""
        if numbers[: len(self._numbers)] != self._numbers:
            self._begin_anew(len(numbers), ())
        more = len(numbers) - self._rows
        if more > 0:
            self.beginInsertRows(NOWHERE, self._rows, len(numbers) - 1)
        elif more < 0:
            self.beginRemoveRows(NOWHERE, len(numbers), self._rows - 1)
        self._rows, self._numbers = len(numbers), numbers
        if more > 0:
            self.endInsertRows()
        elif more < 0:
            self.endRemoveRows()
        self._ask()

    def take(self, asked: Sequence[int], offers: Sequence[SeenOffer]) -> None:
        """Offers that were read. What was asked for and has not come is not in the library any more."""
        for seen in offers:
            self._kept[seen.number] = seen
        gone = set(asked).difference(seen.number for seen in offers)
        if gone:
            self.remove([row for row in self._around() if self._numbers[row] in gone])
        if around := self._around():
            self.dataChanged.emit(self.index(around[0]), self.index(around[-1]), [])
        self._let_go()

    def remove(self, rows: Iterable[int]) -> list[tuple[int, array[int]]]:
        """Show those rows no more; returns what `put_back` needs."""
        gone = []
        for run in runs_from_the_end(row for row in rows if row < len(self._numbers)):
            gone.append((run.start, self._numbers[run.start : run.stop]))
            self.beginRemoveRows(NOWHERE, run.start, run.stop - 1)
            del self._numbers[run.start : run.stop]
            self._rows -= len(run)
            self.endRemoveRows()
        return gone

    def put_back(self, gone: Sequence[tuple[int, array[int]]]) -> None:
        """Show again what was removed last."""
        for row, numbers in reversed(gone):
            self.beginInsertRows(NOWHERE, row, row + len(numbers) - 1)
            self._numbers[row:row] = numbers
            self._rows += len(numbers)
            self.endInsertRows()
        self._ask()

    # What is asked

    def seen(self, row: int) -> SeenOffer | None:
        """What is known of the offer of that row; None while it is still on its way."""
        return self._kept.get(self._numbers[row]) if row < len(self._numbers) else None

    def numbers_at(self, rows: Iterable[int]) -> list[int]:
        """Which offers these rows are; those whose numbers are still to come are left out."""
        return [self._numbers[row] for row in rows if row < len(self._numbers)]

    def at(self, row: int) -> Offer | None:
        seen = self.seen(row)
        return None if seen is None else seen.offer

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self._rows

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        said, row = super().data(index, role), index.row()
        told = role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        if not told or (seen := self.seen(row)) is None or seen.number not in self.likeness:
            return said
        return f"{said}\n{words.LIKENESS[self.likeness[seen.number]]}"

    def alike(self, row: int) -> bool:
        seen = self.seen(row) if self.likeness else None
        return seen is not None and self.likeness.get(seen.number, False)

    def rows_from(self, row: int) -> Iterator[int]:
        return chain(range(row, min(row + TYPED_REACH, self._rows)), range(max(0, row - TYPED_REACH), row))

    @property
    def whole(self) -> bool:
        return self._rows <= len(self._kept)

    # What is read

    def look_at(self, rows: range) -> None:
        if rows != self._sight:
            self._sight = rows
            self._ask()

    def wish(self) -> list[int]:
        """The numbers of the offers to read next: what is in sight first. Empty when nothing is missing."""
        rows = chain(self._sight, self._around())
        missing = dict.fromkeys(number for number in self.numbers_at(rows) if number not in self._kept)
        return [*islice(missing, READ_AT_ONCE)]

    def _begin_anew(self, rows: int, first: Sequence[SeenOffer]) -> None:
        self.beginResetModel()
        self._rows = rows
        self._numbers = array("q", [seen.number for seen in first])
        self._kept |= {seen.number: seen for seen in first}
        self._sight = range(0)
        self.dimmed = False
        self.endResetModel()

    def _ask(self) -> None:
        if self.wish():
            self.wanted.emit()

    def _around(self) -> range:
        """The rows in sight, and those near them whose numbers are known."""
        reach = SCREENS_AROUND * len(self._sight)
        known = len(self._numbers)
        return range(min(max(0, self._sight.start - reach), known), min(self._sight.stop + reach, known))

    def _let_go(self) -> None:
        if len(self._kept) > MOST_KEPT:
            near = set(self.numbers_at(self._around()))
            far = (number for number in self._kept if number not in near)
            for number in [*islice(far, len(self._kept) - MOST_KEPT)]:
                del self._kept[number]
