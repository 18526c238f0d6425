"""Opens offers in their tabs: reads the detail and what is related, and goes where the buyer wants to go."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from sourcing_desktop.domain.errors import Busy, SourcingError, StorageFailed, Unreachable
from sourcing_desktop.domain.offer import Offer, OfferDetail, OfferRef
from sourcing_desktop.language import tr
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.browser import open_page
from sourcing_desktop.ui.cart.cart_undo import CartUndo
from sourcing_desktop.ui.notices import Toast
from sourcing_desktop.ui.offer.cart_adding import CartAdding
from sourcing_desktop.ui.offer.offer_tabs import OfferTabs
from sourcing_desktop.ui.offer.visits import Visit
from sourcing_desktop.ui.palette.entries import Entry

if TYPE_CHECKING:
    from sourcing_desktop.services.basket import Basket
    from sourcing_desktop.services.catalog import Catalog
    from sourcing_desktop.services.exchange import Exchange
    from sourcing_desktop.services.library import Library
    from sourcing_desktop.services.search import Search


class OfferController(QObject):
    """Looks after the offer tabs as long as the session. `shop_requested` carries a Supplier."""

    shop_requested = Signal(object)

    def __init__(
        self,
        tabs: OfferTabs,
        catalog: Catalog,
        search: Search,
        basket: Basket,
        exchange: Exchange,
        scope: TaskScope,
        toast: Toast,
        undo: CartUndo,
        library: Library | None = None,
    ) -> None:
        super().__init__(tabs)
        self._tabs = tabs
        self._page = tabs.page
        self._catalog = catalog
        self._search = search
        self._library = library
        self._scope = scope
        self._toast = toast
        self._read_last: dict[str, Visit] = {}
        self._adding = CartAdding(tabs, basket, scope, toast, undo)
        self._page.add_requested.connect(self._add)
        self._page.shop_requested.connect(self._shop)
        self._page.chat_requested.connect(self._chat)
        self._page.page_requested.connect(self._open_page)
        self._page.related_opened.connect(self.open)
        self._page.related_opened_apart.connect(self.open_apart)
        tabs.wanted.connect(self._read)
        exchange.changed.subscribe(self._page.show_rate)
        self._page.show_rate(exchange.rate)
        tabs.read_again()  # because the account was changed

    def open(self, offer: Offer) -> None:
        """Show an offer in full, in the tab in front."""
        self._tabs.open(Visit(offer.ref, offer))

    def open_apart(self, offer: Offer) -> None:
        """Open an offer in a tab of its own."""
        self._tabs.open_apart(Visit(offer.ref, offer))

    def open_ref(self, ref: OfferRef) -> None:
        """Show an offer of which only the id is known."""
        self._tabs.open(Visit(ref))

    def entries(self, typed: str) -> Iterator[Entry]:
        """The offers that are open, for the command palette: once something is typed."""
        for place, title in enumerate(self._tabs.titles() if typed else ()):
            yield Entry(title, partial(self._tabs.bar.setCurrentIndex, place), tr("Open offer"), "offer")

    def _read(self, visit: Visit) -> None:
        """Of one tab only what was shown last is read on; what is under way is not begun again."""
        read, what = (self._read_detail, "offer") if visit.detail is None else (self._read_related, "related")
        name = f"{what} {self._tabs.tab_of(visit)}"
        if self._read_last.get(name) is not visit or not self._scope.running(name):
            self._read_last[name] = visit
            self._scope.replace(read(visit), name=name)

    async def _read_detail(self, visit: Visit) -> None:
        try:
            visit.detail = await self._catalog.detail(visit.ref)
        except (Unreachable, Busy) as error:
            await self._take_kept(visit, error)
        except SourcingError as error:
            visit.fault = error.sentence
        else:
            if self._library is not None:
                self._library.opened(visit.detail)
        self._tabs.tell(visit)
        if visit.detail is not None and self._library is not None:
            name = f"history {self._tabs.tab_of(visit)}"
            self._scope.replace(self._read_history(visit, self._library), name=name)

    async def _take_kept(self, visit: Visit, fault: SourcingError) -> None:
        """What the gateway said when the offer was last opened is better than nothing."""
        kept = None
        if self._library is not None:
            with suppress(StorageFailed):  # there is a better reason to tell
                kept = await self._library.kept_detail(visit.ref)
        if kept is None:
            visit.fault = fault.sentence
        else:
            visit.detail, visit.kept_at = kept

    async def _read_history(self, visit: Visit, library: Library) -> None:
        with suppress(StorageFailed):  # an extra: the offer itself is there
            visit.history = await library.history(visit.ref)
            numbers = await library.number_of((visit.ref,))
            visit.times = sum(seen.times for seen in await library.offers([*numbers.values()]))
            self._tabs.tell(visit)

    async def _read_related(self, visit: Visit) -> None:
        name = visit.detail.offer.title.shown if visit.detail is not None else ""
        try:
            visit.related = tuple(await self._search.related(visit.ref, name))
        except SourcingError:
            visit.related = ()  # an extra: the offer itself is there
        self._tabs.tell(visit)

    def _add(self) -> None:
        self._adding.add()

    def _shop(self) -> None:
        if self._page.detail is not None:
            self.shop_requested.emit(self._page.detail.supplier)

    def _open_page(self) -> None:
        if self._page.detail is not None and (page := self._page.detail.ref.page) and not open_page(page):
            QGuiApplication.clipboard().setText(page)
            self._toast.say(tr("No browser could be opened. The link was copied instead."))

    def _chat(self) -> None:
        detail = self._page.detail
        if detail is not None:
            self._scope.start_once(lambda: self._ask_for_chat(detail), name="chat")

    async def _ask_for_chat(self, detail: OfferDetail) -> None:
        """Into the browser, or the name to look for on the platform, where only that is known."""
        try:
            chat = await self._catalog.chat(detail)
        except SourcingError as error:
            if self._page.detail is detail:
                self._page.banner.say(error.sentence, self._chat)
            return
        if chat.page and open_page(chat.page):
            return
        QGuiApplication.clipboard().setText(chat.nick or chat.page)
        if chat.nick:
            self._toast.say(tr("Copied the seller's name on the platform: {name}", name=chat.nick))
        else:
            self._toast.say(tr("No browser could be opened. The link was copied instead."))
