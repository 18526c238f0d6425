"""What the buyer asks of cards while the library is still being opened: kept, and asked again then."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaObject, QObject, SignalInstance

if TYPE_CHECKING:
    from sourcing_desktop.ui.grid.offer_grid import OfferGrid
    from sourcing_desktop.ui.search.results_view import ResultsView

OPENING = "Opening your library…"


class EarlyWishes(QObject):
    """Listens to the cards of one page until `fulfil` or `forget`; `say` tells the buyer."""

    def __init__(self, results: ResultsView, say: Callable[[str], object]) -> None:
        super().__init__(results)
        self._say = say
        self._wishes: list[tuple[SignalInstance, object]] = []
        self._connections: list[QMetaObject.Connection] = []
        if results.has_grid:
            self._listen(results.grid)
        else:
            self._connections.append(results.grid_made.connect(self._listen))

    def fulfil(self) -> None:
        """Ask again, in order; from now on others listen."""
        self.forget()
        for signal, what in self._wishes:
            signal.emit(what)

    def forget(self) -> None:
        """Listen no more."""
        for connection in self._connections:
            QObject.disconnect(connection)
        self._connections.clear()
        self.deleteLater()

    def _listen(self, grid: OfferGrid) -> None:
        for signal in (grid.opened, grid.shortlist_toggled, grid.similar_wanted, grid.shop_wanted):
            self._connections.append(signal.connect(partial(self._keep, signal)))

    def _keep(self, signal: SignalInstance, what: object) -> None:
        self._wishes.append((signal, what))
        self._say(OPENING)
