"""The offer page on the screen, joined to the services of a running sandbox, and offers to look at."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget

from sourcing_desktop.app.hand import press
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Offer, OfferDetail, OfferRef, Platform, Sku, Words
from sourcing_desktop.domain.pricing import PriceList, QuoteType
from sourcing_desktop.domain.quantity import QuantityRules
from sourcing_desktop.domain.supplier import Supplier
from sourcing_desktop.sandbox.market.catalogue import Catalogue
from sourcing_desktop.sandbox.market.model import MarketOffer
from sourcing_desktop.services.catalog import Catalog
from sourcing_desktop.services.exchange import Exchange
from sourcing_desktop.services.search import Search
from sourcing_desktop.storage.exchange_rate import ExchangeRate
from sourcing_desktop.ui.cart.cart_undo import CartUndo
from sourcing_desktop.ui.notices import Toast
from sourcing_desktop.ui.offer.offer_controller import OfferController
from sourcing_desktop.ui.offer.offer_page import OfferPage
from sourcing_desktop.ui.offer.offer_tabs import OfferTabs
from sourcing_desktop.ui.offer.sku_matrix import SkuMatrix
from sourcing_desktop.ui.offer.sku_picker import SkuPicker
from tests.support.async_tests import Ends
from tests.support.desk import Desk, OpenDesk
from tests.support.waiting import until

WIDTH = 380
BAG, PRICE = Words("包", "Bag"), Money(1250)

Pick = Callable[[Callable[[MarketOffer], bool]], OfferRef]


@dataclass
class Bench:
    """Offers in tabs, joined to a desk. SKUs are in a list, as `row` counts them."""

    desk: Desk
    tabs: OfferTabs
    exchange: Exchange
    controller: OfferController
    toast: Toast
    undo: CartUndo

    @property
    def page(self) -> OfferPage:
        return self.tabs.page

    @property
    def table(self) -> SkuMatrix:
        return self.page.skus.table

    @property
    def editor(self) -> QLineEdit:
        (found,) = self.table.viewport().findChildren(QLineEdit)
        return found

    async def open(self, ref: OfferRef) -> OfferDetail:
        """Open an offer and wait for all of it."""
        self.controller.open_ref(ref)
        await until(lambda: self.page.detail is not None and self.page.detail.ref == ref)
        await self.answered()
        return self.page.detail

    async def answered(self) -> None:
        """Wait until every request has come to its end."""
        await until(lambda: not any(task.get_name().startswith("gateway") for task in asyncio.all_tasks()))

    async def all_read(self) -> None:
        """Wait until nothing is being read in any tab."""
        await until(lambda: not any(visit.reading for visit in self.tabs.visits()))
        await self.answered()

    def cell(self, row: int = 0) -> QModelIndex:
        return self.page.skus.model.index(row, 0)

    async def type_quantity(self, text: str, row: int = 0) -> None:
        """Type into a row and press Enter."""
        self.table.setFocus()
        self.table.setCurrentIndex(self.cell(row))
        press(self.table, Qt.Key.Key_F2)
        self.editor.selectAll()
        self.editor.insert(text)
        press(self.table, Qt.Key.Key_Return)
        await until(lambda: not self.table.viewport().findChildren(QLineEdit))

    def cart(self) -> dict[str, int]:
        """Pieces in the cart by SKU id."""
        return {line.sku.id: line.quantity for line in self.desk.basket.cart.lines}


@pytest.fixture
def bench(
    open_desk: OpenDesk,
    runner: asyncio.Runner,
    at_the_end: Ends,
    monkeypatch: pytest.MonkeyPatch,
    on_screen,
    open_scope,
    theme,
    loader,
) -> Bench:
    desk = runner.run(open_desk())
    at_the_end.append(desk.gateway.close)
    monkeypatch.setattr(SkuPicker, "as_list", True)
    tabs, exchange = OfferTabs(theme, loader), Exchange(ExchangeRate(desk.database))
    tabs.resize(480, 900)
    toast, scope = Toast(tabs), open_scope("offer")
    undo = CartUndo(toast, scope)
    on_screen(tabs)
    controller = OfferController(
        tabs, Catalog(desk.gateway), Search(desk.gateway), desk.basket, exchange, scope, toast, undo
    )
    return Bench(desk, tabs, exchange, controller, toast, undo)


@pytest.fixture(scope="session")
def pick(market_path: Path) -> Pick:
    """Finds the first offer of 1688 in the catalogue that meets a condition."""
    catalogue = Catalogue(market_path)
    try:
        offers = [
            offer
            for seller in catalogue.sellers("1688")
            for offer in catalogue.search("1688", seller=seller.open_id, size=2000)[1]
        ]
    finally:
        catalogue.close()

    def picked(condition: Callable[[MarketOffer], bool]) -> OfferRef:
        return OfferRef(Platform.ALIBABA, "v2", next(filter(condition, offers)).map_id)

    return picked


def tiered(offer: MarketOffer) -> bool:
    """Three tiers that rule, several SKUs with plenty of stock, no lots, a minimum."""
    return (
        offer.quote == 2
        and len(offer.tiers) >= 3
        and offer.tiers[1][0] <= 100
        and len(offer.skus) >= 4
        and all(sku.stock > 500 for sku in offer.skus)
        and 1 < offer.moq <= 20
        and offer.lot == 1
    )


def in_lots(offer: MarketOffer) -> bool:
    return offer.lot > 1 and all(sku.stock > 100 for sku in offer.skus) and len(offer.skus) > 1


def offer(title: Words = BAG, price: Money | None = PRICE, **more) -> OfferDetail:
    """An offer with one SKU, and of the rest only what is said."""
    card = Offer(OfferRef(Platform.ALIBABA, "v1", "612345"), title, "", price)
    whole = OfferDetail(
        card, Supplier(""), PriceList(QuoteType.BY_SKU), QuantityRules(), (Sku("a", price=price),)
    )
    return replace(whole, **more)


@pytest.fixture
def page(theme, loader, on_screen) -> OfferPage:
    page = OfferPage(theme, loader)
    page.resize(WIDTH, 860)
    on_screen(page)
    return page


def settled(page: OfferPage) -> QWidget:
    """What scrolls, laid out."""
    QApplication.sendPostedEvents()
    return page.findChild(QScrollArea).widget()
