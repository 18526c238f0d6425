"""A till: the orders page and the paying sheet on real services."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QDesktopServices

from sourcing_desktop.services.exchange import Exchange
from sourcing_desktop.services.orders import Orders
from sourcing_desktop.services.transfer_picture import TransferPictures
from sourcing_desktop.storage.exchange_rate import ExchangeRate
from sourcing_desktop.ui.orders import orders_controller
from sourcing_desktop.ui.orders.orders_controller import OrdersController
from sourcing_desktop.ui.orders.orders_page import OrdersPage
from sourcing_desktop.ui.paying.paying_controller import PayingController
from tests.support.desk import Desk, OpenDesk
from tests.support.till import Browser, Till


@pytest.fixture
def browser(qapp) -> Iterator[Browser]:
    browser = Browser()
    QDesktopServices.setUrlHandler("http", browser, "open")
    yield browser
    QDesktopServices.unsetUrlHandler("http")


@pytest.fixture
def joined(theme, loader, on_screen, open_scope, monkeypatch, browser):
    """Joins an orders page to a desk."""
    monkeypatch.setattr(orders_controller, "SETTLE_MS", 300)

    def join(desk: Desk, generation: str = "v2") -> Till:
        page = OrdersPage(theme, loader)
        page.resize(520, 760)
        on_screen(page)
        scope, placing = open_scope("session"), open_scope("placing")
        orders = Orders(desk.gateway, desk.ordering.heed)
        exchange = Exchange(ExchangeRate(desk.database))
        listing = OrdersController(page, orders, desk.ordering, desk.paying, scope, placing)
        paying = PayingController(
            page,
            orders,
            desk.paying,
            TransferPictures(desk.gateway),
            exchange,
            scope,
            placing,
            transfers=generation == "v1",
        )
        return Till(desk, page, listing, paying, exchange, scope, placing, browser)

    return join


@pytest.fixture
def till(joined, open_desk: OpenDesk, runner) -> Till:
    async def opened() -> Till:
        return joined(await open_desk())

    return runner.run(opened())
