"""Finds the shop that was named, searches in it, and keeps it where the buyer wants that."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sourcing_desktop.domain.errors import NotFound, SourcingError
from sourcing_desktop.domain.offer import OfferRef
from sourcing_desktop.domain.search import Filters, Page, ShopQuery
from sourcing_desktop.domain.supplier import KnownShop, Supplier
from sourcing_desktop.language import tr
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.notices import Toast
from sourcing_desktop.ui.palette.entries import Entry
from sourcing_desktop.ui.search.search_controller import SearchController
from sourcing_desktop.ui.store.store_page import StorePage

if TYPE_CHECKING:
    from sourcing_desktop.services.search import Search
    from sourcing_desktop.services.shops import Shops

log = logging.getLogger(__name__)

FINDING, LEARNING = "find shop", "learn about shop"


class StoreController(QObject):
    """Looks after the store page. What the buyer keeps or forgets is written down in `keeping`, which the end
    of the session waits for."""

    def __init__(
        self,
        page: StorePage,
        search: Search,
        shops: Shops,
        scope: TaskScope,
        keeping: TaskScope,
        toast: Toast,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._search = search
        self._shops = shops
        self._scope = scope
        self._keeping = keeping
        self._toast = toast
        self._visited = ""
        self._results = SearchController(page.results, scope, self)
        self._results.page_arrived.connect(self._arrived)
        page.shop_named.connect(self.find)
        page.search_requested.connect(self.search)
        page.header.kept.connect(self._keep)
        page.shops.opened.connect(self.open)
        page.shops.forget_requested.connect(self._forget)
        page.show_finding(False)
        shops.changed.subscribe(page.show_known)
        scope.start(shops.load(), name="known shops")
        if page.supplier is not None:
            self.search()  # again, because the account was changed
        else:
            self._results.forget()

    def find(self, text: str) -> None:
        """Open the shop a text names."""
        self._look_for(lambda: self._shops.find(text))

    def open_shop_of(self, ref: OfferRef) -> None:
        """Walk through the shop that sells an offer."""
        self._look_for(lambda: self._shops.of(ref))

    def open(self, supplier: Supplier) -> None:
        """Walk through this shop."""
        self._scope.cancel(FINDING)
        self._enter(supplier)

    def entries(self, typed: str) -> Iterator[Entry]:
        """Shops the buyer was in, for the command palette: once something is typed."""
        for shop in self._shops.known if typed else ():
            about = tr("Remembered shop") if shop.remembered else tr("Shop visited lately")
            supplier = shop.supplier
            yield Entry(supplier.name or supplier.id, partial(self.open, supplier), about, "store")

    def search(self) -> None:
        """Search inside the shop with words and filters as they are."""
        filters = self._page.filters.filters()
        if self._page.supplier is None or filters is None:
            return
        query = ShopQuery(self._page.supplier.id, self._page.words.text().strip(), filters)
        self._results.search(
            self._search.begin(query, self._page.supplier.name),
            tr("This shop has no such goods. Try other words or fewer filters."),
            *self._steps(query),
        )

    def _steps(self, query: ShopQuery) -> Iterator[tuple[str, Callable[[], object]]]:
        """What may find something where nothing was found."""
        if query.keyword:
            yield tr("Leave out the words"), self._leave_out_words
        if query.filters != Filters():
            yield tr("Take all filters off"), self._page.filters.reset

    def _leave_out_words(self) -> None:
        self._page.words.clear()
        self.search()

    def _look_for(self, find: Callable[[], Awaitable[Supplier]]) -> None:
        self._page.show_finding(True)
        self._scope.replace(self._enter_found(find), name=FINDING)

    async def _enter_found(self, find: Callable[[], Awaitable[Supplier]]) -> None:
        try:
            supplier = await find()
        except SourcingError as error:
            self._page.show_finding(False)
            lasting = isinstance(error, NotFound)
            self._page.banner.say(error.sentence, None if lasting else lambda: self._look_for(find))
        else:
            self._enter(supplier)

    def _enter(self, supplier: Supplier) -> None:
        self._visited = ""
        self._page.show_finding(False)
        self._page.show_shop(supplier)
        self.search()

    def _arrived(self, page: Page) -> None:
        """The shop is there: know it from now on."""
        supplier = self._page.supplier
        if page.offers and supplier is not None and supplier.id != self._visited:
            self._visited = supplier.id
            self._scope.replace(self._visit(supplier, page.offers[0].ref), name=LEARNING)

    async def _visit(self, supplier: Supplier, ref: OfferRef) -> None:
        """Of a shop that was named by its id, one of its offers tells the rest."""
        if not supplier.name:
            try:
                supplier = await self._shops.of(ref)
            except SourcingError as error:
                log.info("nothing more is known of the shop: %s", error.sentence)
            if self._page.supplier is not None and self._page.supplier.id == supplier.id:
                self._page.show_facts(supplier)
        await self._shops.visit(supplier)

    def _keep(self, kept: bool) -> None:
        if self._page.supplier is not None:
            self._keeping.start(self._shops.keep(self._page.supplier, kept), name="keep shop")

    def _forget(self, seller_id: str) -> None:
        self._keeping.start(self._forgotten(seller_id), name="forget shop")

    async def _forgotten(self, seller_id: str) -> None:
        gone = await self._shops.forget(seller_id)
        if gone is not None:
            name = gone.supplier.name or gone.supplier.id
            self._toast.say(tr("{shop} is off the list.", shop=name), lambda: self._restore(gone))

    def _restore(self, shop: KnownShop) -> None:
        self._keeping.start(self._shops.restore(shop), name="restore shop")
