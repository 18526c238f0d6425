"""A view of offers: which of them are chosen, and which one the keyboard is at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from PySide6.QtCore import QItemSelectionRange, Signal

from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.grid.carrying import MOST_CARRIED
from sourcing_desktop.ui.grid.offer_model import OfferRows
from sourcing_desktop.ui.grid.typed_view import TypedView


class OffersView(TypedView):
    """Offers that are still on their way can be selected, too, but are not among those that are told."""

    said = Signal(str)
    """A sentence about what was just done, for the buyer."""

    def setModel(self, model: OfferRows) -> None:
        """Show these offers; until then the grid has a model of its own, without any."""
        self._offers = model
        super().setModel(model)

    def offers_at(self, rows: Iterable[int]) -> list[Offer]:
        """The offers of these rows, without those still on their way."""
        return self._offers.those_at(rows)

    def selected_offers(self) -> list[Offer]:
        """The selected offers, in the grid's order."""
        return self.offers_at(self.selected_rows())

    def selected_rows(self) -> Iterator[int]:
        """From the top; not all of a million unless asked for."""
        chosen = sorted(self.selectionModel().selection().toList(), key=QItemSelectionRange.top)
        return chain.from_iterable(range(each.top(), each.bottom() + 1) for each in chosen)

    def chosen_rows(self) -> list[int]:
        """The selected rows, as many as can be carried, the current one among them; if none, that one."""
        chosen, current = self.selectionModel(), self.currentIndex()
        if not chosen.hasSelection():
            return [current.row()] if current.isValid() else []
        first = {current.row()} if chosen.isSelected(current) else set()
        others = (row for row in self.selected_rows() if row not in first)
        return sorted(first.union(islice(others, MOST_CARRIED - len(first))))

    def chosen_offers(self) -> list[Offer]:
        """What a command is for: the offers of `chosen_rows`."""
        return self.offers_at(self.chosen_rows())

    def selected_count(self) -> int:
        """How many are selected, told from the runs."""
        return sum(run.height() for run in self.selectionModel().selection().toList())

    def take_chosen(self) -> list[Offer]:
        """The same as `chosen_offers`; says so when more are selected."""
        chosen = self.chosen_offers()
        self.say_taken(len(chosen), self.selected_count())
        return chosen

    def say_taken(self, taken: int, selected: int) -> None:
        """Tell the buyer when not all that is selected was taken."""
        if taken < selected:
            self.said.emit(
                tr("{some}: more are not taken at once.", some=formats.some_offers(taken, selected))
            )

    def row_to_look_at(self) -> int:
        """Where the keyboard is; else the row under the mouse, else the first in sight; -1 without any."""
        for row in (self.currentIndex().row(), self._hover):
            if row >= 0:
                return row
        shown = self.shown_rows()
        return next((row for row in shown if self.cell_rect(row).top() >= 0), shown.start if shown else -1)

    def current_offer(self) -> Offer | None:
        """The offer the keyboard is at."""
        current = self.currentIndex()
        return self._offers.at(current.row()) if current.isValid() else None
