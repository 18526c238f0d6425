"""Opens offers: reads the detail, what is related, and puts what was chosen into the cart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.offer import Offer, OfferRef
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.notices import Toast
from sourcing_desktop.ui.offer.offer_page import OfferPage

if TYPE_CHECKING:
    from sourcing_desktop.services.basket import Basket
    from sourcing_desktop.services.catalog import Catalog
    from sourcing_desktop.services.search import Search


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
    ) -> None:
        super().__init__(page)
        self._page = page
        self._catalog = catalog
        self._search = search
        self._basket = basket
        self._scope = scope
        self._toast = toast
        page.add_requested.connect(self._add)
        page.shop_requested.connect(self._shop)
        page.page_requested.connect(self._open_page)
        page.related_opened.connect(self.open)

    def open(self, offer: Offer) -> None:
        """Show an offer in full."""
        self._page.show_offer(offer)
        self._scope.replace(self._read(offer.ref), name="offer")

    def open_ref(self, ref: OfferRef) -> None:
        """Show an offer of which only the id is known."""
        self._scope.replace(self._read(ref), name="offer")

    async def _read(self, ref: OfferRef) -> None:
        try:
            detail = await self._catalog.detail(ref)
        except SourcingError as error:
            self._page.show_failed(error.sentence, lambda: self.open_ref(ref))
            return
        self._page.show_detail(detail)
        try:
            self._page.show_related(await self._search.related(ref))
        except SourcingError:
            self._page.show_related(())  # an extra: the offer itself is there

    def _add(self) -> None:
        self._scope.start_once(self._put_in_cart, name="add to cart")

    async def _put_in_cart(self) -> None:
        detail, quantities = self._page.detail, self._page.skus.quantities()
        if detail is None or not quantities:
            return
        self._page.add.setEnabled(False)
        try:
            await self._basket.add(detail, quantities)
        except SourcingError as error:
            self._page.banner.say(error.sentence)
        else:
            if self._page.detail is detail:
                self._page.skus.clear_quantities()
            self._toast.say(f"{formats.pieces(sum(quantities.values()))} added to the cart")
        finally:
            self._page.add.setEnabled(bool(self._page.skus.quantities()))

    def _shop(self) -> None:
        if self._page.detail is not None:
            self.shop_requested.emit(self._page.detail.supplier)

    def _open_page(self) -> None:
        if self._page.detail is not None and (page := self._page.detail.ref.page):
            QDesktopServices.openUrl(QUrl(page))
