"""Opens offers: reads the detail, what is related, and puts what was chosen into the cart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.offer import Offer, OfferDetail, OfferRef
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.cart.cart_undo import CartUndo
from sourcing_desktop.ui.notices import Toast
from sourcing_desktop.ui.offer.offer_page import OfferPage

if TYPE_CHECKING:
    from sourcing_desktop.services.adding import Added
    from sourcing_desktop.services.basket import Basket
    from sourcing_desktop.services.catalog import Catalog
    from sourcing_desktop.services.search import Search


@dataclass(frozen=True, slots=True)
class _Goods:
    """Pieces by SKU id on their way into the cart, and what was in it before."""

    detail: OfferDetail
    quantities: Mapping[str, int]
    before: Mapping[str, Added]


class OfferController(QObject):
    """Looks after the offer page."""

    shop_requested = Signal(object)

    def __init__(
        self,
        page: OfferPage,
        catalog: Catalog,
        search: Search,
        basket: Basket,
        scope: TaskScope,
        toast: Toast,
        undo: CartUndo,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._catalog = catalog
        self._search = search
        self._basket = basket
        self._scope = scope
        self._toast = toast
        self._undo = undo
        page.add_requested.connect(self._add)
        page.shop_requested.connect(self._shop)
        page.page_requested.connect(self._open_page)
        page.related_opened.connect(self.open)
        if page.detail is not None:
            self.open(page.detail.offer)  # again, because the account was changed

    def open(self, offer: Offer) -> None:
        """Show an offer in full."""
        self._page.show_offer(offer)
        self._scope.replace(self._read(offer.ref, lambda: self.open(offer)), name="offer")

    def open_ref(self, ref: OfferRef) -> None:
        """Show an offer of which only the id is known."""
        self._page.show_reading()
        self._scope.replace(self._read(ref, lambda: self.open_ref(ref)), name="offer")

    async def _read(self, ref: OfferRef, again: Callable[[], None]) -> None:
        try:
            detail = await self._catalog.detail(ref)
        except SourcingError as error:
            self._page.show_failed(error.sentence, again)
            return
        self._page.show_detail(detail)
        try:
            self._page.show_related(await self._search.related(ref))
        except SourcingError:
            self._page.show_related(())  # an extra: the offer itself is there

    def _add(self) -> None:
        from sourcing_desktop.services.adding import before_adding

        detail, quantities = self._page.detail, dict(self._page.skus.quantities())
        if detail is None or not quantities:
            return
        before = before_adding(self._basket, [(detail, quantities)])
        goods = _Goods(detail, quantities, dict(zip(quantities, before, strict=True)))
        self._scope.start_once(lambda: self._put_in_cart(goods), name="add to cart")
        self._page.show_adding(True)

    async def _put_in_cart(self, goods: _Goods) -> None:
        fault = None
        try:
            await self._basket.add(goods.detail, goods.quantities)
        except SourcingError as error:
            fault = error
        finally:
            self._page.show_adding(False)
        self._tell(goods, fault)

    def _arrived(self, goods: _Goods, sku_id: str) -> bool:
        """Whether the cart has as many of the SKU as it would have after adding: one may be refused alone."""
        line = goods.before[sku_id].before
        least = (line.quantity if line is not None else 0) + goods.quantities[sku_id]
        return self._basket.pieces(goods.detail, sku_id) >= least

    def _tell(self, goods: _Goods, fault: SourcingError | None) -> None:
        added = {each: pieces for each, pieces in goods.quantities.items() if self._arrived(goods, each)}
        still_open = self._page.detail is goods.detail
        if still_open:
            typed = self._page.skus.quantities()
            self._page.skus.clear_quantities(each for each in added if typed.get(each) == added[each])
        if added:
            self._remember(goods, added, say=fault is None)
        if fault is not None and still_open:
            self._page.banner.say(fault.sentence, self._add)
        elif fault is not None:
            self._toast.say(f"Not added to the cart: {goods.detail.offer.title.shown}. {fault.sentence}")

    def _remember(self, goods: _Goods, added: Mapping[str, int], *, say: bool) -> None:
        from sourcing_desktop.services.adding import take_back

        way_back = partial(take_back, self._basket, [goods.before[each] for each in added])
        step = self._undo.add(f"Added {formats.pieces(sum(added.values()))} to the cart", way_back)
        if say:
            self._undo.say(step)

    def _shop(self) -> None:
        if self._page.detail is not None:
            self.shop_requested.emit(self._page.detail.supplier)

    def _open_page(self) -> None:
        if self._page.detail is not None and (page := self._page.detail.ref.page):
            QDesktopServices.openUrl(QUrl(page))
