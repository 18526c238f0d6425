"""What the buyer asks for while no session is open: kept, and asked again when one is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaObject, QObject, SignalInstance

from sourcing_desktop.language import tr

if TYPE_CHECKING:
    from sourcing_desktop.ui.main_window import MainWindow
    from sourcing_desktop.ui.offer_cards import OfferCards

OPENING = tr("Opening your library…")
NOT_CONNECTED = tr("Not connected. This is done as soon as the program is.")


class EarlyWishes(QObject):
    """Listens to the cards, and to what else it is told, until it rests or ends; `say` tells the buyer the
    `sentence` why it is not done yet."""

    def __init__(self, cards: OfferCards, say: Callable[[str], object]) -> None:
        super().__init__(cards)
        self._cards = cards
        self._say = say
        self.sentence = OPENING
        self._wishes: list[tuple[SignalInstance, object]] = []
        self._connections: list[QMetaObject.Connection] = []
        self._hears_pages = False
        self.listen()

    def listen(self) -> None:
        """Begin, or begin again after a rest."""
        cards = self._cards
        if not self._connections:
            self.keep(cards.opened, cards.opened_apart, cards.shortlist_toggled)
            self.keep(cards.similar_wanted, cards.shop_wanted)

    def hear_pages(self, window: MainWindow) -> None:
        """Listen to the pages of the window as well, now that they are made."""
        if self._hears_pages:
            return
        self._hears_pages = True
        self.keep(window.similar_wanted, window.image.sources_given, window.store.shop_named)
        self.answer(window.discover.pane_shown)
        for page in (window.image, window.store, window.discover):
            self.answer(*(view.retry_requested for view in page.views()))

    def keep(self, *signals: SignalInstance) -> None:
        """Listen to these, too."""
        self._connections += [signal.connect(partial(self._keep, signal)) for signal in signals]

    def answer(self, *signals: SignalInstance) -> None:
        """Say the sentence at these: whoever comes to listen does it unasked."""
        self._connections += [signal.connect(lambda *_: self._say(self.sentence)) for signal in signals]

    def fulfil(self) -> None:
        """Ask again, in order, and end; from now on others listen."""
        self.forget()
        for signal, what in self._wishes:
            signal.emit(what)

    def rest(self) -> None:
        """Listen no more: others do."""
        for connection in self._connections:
            QObject.disconnect(connection)
        self._connections.clear()
        self._hears_pages = False

    def forget(self) -> None:
        """Listen no more, and end."""
        self.rest()
        self.deleteLater()

    def _keep(self, signal: SignalInstance, what: object) -> None:
        self._wishes.append((signal, what))
        self._say(self.sentence)
