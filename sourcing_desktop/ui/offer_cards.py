"""The cards of all grids of the window as if they were of one: what is wanted of any, the hearts on all."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sourcing_desktop.domain.offer import OfferRef

if TYPE_CHECKING:
    from sourcing_desktop.ui.grid.offer_grid import OfferGrid
    from sourcing_desktop.ui.search.results_view import ResultsView


class OfferCards(QObject):
    """Grids come and go. Each signal carries what the grid's of that name carries; `grid_made` every grid."""

    opened = Signal(object)
    opened_apart = Signal(object)
    similar_wanted = Signal(object)
    shop_wanted = Signal(object)
    shortlist_toggled = Signal(object)
    grid_made = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.grids: list[OfferGrid] = []
        self._hearts: Set[OfferRef] = frozenset()

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

    def join(self, grid: OfferGrid) -> None:
        """Speak for the cards of a grid, too."""
        self.grids.append(grid)
        grid.destroyed.connect(lambda: self.grids.remove(grid))
        for name in ("opened", "opened_apart", "similar_wanted", "shop_wanted", "shortlist_toggled"):
            getattr(grid, name).connect(getattr(self, name))
        grid.set_shortlisted(self._hearts)
        self.grid_made.emit(grid)
