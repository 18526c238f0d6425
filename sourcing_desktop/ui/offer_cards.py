"""The cards of all grids of the window as if they were of one: what is wanted of any, the marks on all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sourcing_desktop.domain.offer import OfferRef
from sourcing_desktop.domain.seen import SeenBefore

if TYPE_CHECKING:
    from sourcing_desktop.ui.grid.offer_grid import OfferGrid
    from sourcing_desktop.ui.search.results_view import ResultsView

WISHES = ("opened", "opened_apart", "similar_wanted", "shop_wanted", "shortlist_toggled", "earlier_wanted")
"""The signals of grids that are passed on."""

MOST_MARKS = 20_000
"""Offers of which is kept that they were seen before: those told last."""


class OfferCards(QObject):
    """Grids come and go. Each signal carries what the grid's of that name carries; `grid_made` every grid."""

    opened = Signal(object)
    opened_apart = Signal(object)
    similar_wanted = Signal(object)
    shop_wanted = Signal(object)
    shortlist_toggled = Signal(object)
    earlier_wanted = Signal(object, object)
    grid_made = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.grids: list[OfferGrid] = []
        self._hearts: Set[OfferRef] = frozenset()
        self._seen: dict[OfferRef, SeenBefore] = {}

    def adopt(self, view: ResultsView) -> None:
        """Speak for the cards of a results area, which it may make later."""
        if view.has_grid:
            self.join(view.grid)
        else:
            view.grid_made.connect(self.join)

    def set_shortlisted(self, refs: Set[OfferRef]) -> None:
        """These offers have a heart, wherever they are shown."""
        self._hearts = refs
        for grid in self.grids:
            grid.set_shortlisted(refs)

    def set_seen_before(self, marks: Mapping[OfferRef, SeenBefore]) -> None:
        """These offers were seen before, wherever they are shown. What is said of others stays."""
        changed = {ref for ref, mark in marks.items() if self._seen.pop(ref, None) != mark}
        self._seen.update(marks)
        for ref in [*islice(self._seen, max(0, len(self._seen) - MOST_MARKS))]:
            del self._seen[ref]
        for grid in self.grids:
            grid.seen_marks.tell(changed)

    @property
    def seen_before(self) -> dict[OfferRef, SeenBefore]:
        """What is said of offers, as it is now."""
        return dict(self._seen)

    def forget_seen_before(self, refs: Iterable[OfferRef]) -> None:
        """These were not seen before: it was forgotten, or by another account."""
        gone = {ref for ref in refs if self._seen.pop(ref, None) is not None}
        for grid in self.grids:
            grid.seen_marks.tell(gone)

    def join(self, grid: OfferGrid) -> None:
        """Speak for the cards of a grid, too."""
        self.grids.append(grid)
        grid.destroyed.connect(lambda: self.grids.remove(grid))
        for name in WISHES:
            getattr(grid, name).connect(getattr(self, name))
        grid.set_shortlisted(self._hearts)
        grid.seen_marks.show(self._seen)
        self.grid_made.emit(grid)
