"""What the buyer asks of cards while the library is still being opened: kept, and asked again then."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, SignalInstance

from sourcing_desktop.language import tr

if TYPE_CHECKING:
    from sourcing_desktop.ui.offer_cards import OfferCards

OPENING = tr("Opening your library…")


class EarlyWishes(QObject):
    """Listens to the cards until `fulfil` or `forget`; `say` tells the buyer."""

    def __init__(self, cards: OfferCards, say: Callable[[str], object]) -> None:
        super().__init__(cards)
        self._say = say
        self._wishes: list[tuple[SignalInstance, object]] = []
        self._connections = [
            signal.connect(partial(self._keep, signal))
            for signal in (
                cards.opened,
                cards.opened_apart,
                cards.shortlist_toggled,
                cards.similar_wanted,
                cards.shop_wanted,
            )
        ]

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

    def _keep(self, signal: SignalInstance, what: object) -> None:
        self._wishes.append((signal, what))
        self._say(OPENING)
