"""Orders that wait for their money, on an orders page joined to a desk, and a browser that only listens."""

from __future__ import annotations

from dataclasses import dataclass, field

import httpx
from PySide6.QtCore import QObject, QUrl, Slot

from sourcing_desktop.domain.intent import IntentState
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.services.exchange import Exchange
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.orders.orders_controller import OrdersController
from sourcing_desktop.ui.orders.orders_page import OrdersPage
from sourcing_desktop.ui.paying.paying_controller import PayingController
from sourcing_desktop.ui.paying.paying_sheet import PayingSheet
from sourcing_desktop.ui.paying.payment_row import PaymentRow
from tests.support.desk import Desk
from tests.support.waiting import until

READING = ("orders", "unsettled orders", "settle")


class Browser(QObject):
    """Stands where the buyer's browser would be."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: list[str] = []

    @Slot(QUrl)
    def open(self, page: QUrl) -> None:
        self.pages.append(page.toString())


@dataclass
class Till:
    """Orders that wait for their money, on a page joined to a desk."""

    desk: Desk
    page: OrdersPage
    orders: OrdersController
    paying: PayingController
    exchange: Exchange
    scope: TaskScope
    placing: TaskScope
    browser: Browser
    placed: list[str] = field(default_factory=list)

    @property
    def control(self):
        return self.desk.sandbox.control

    @property
    def sheet(self) -> PayingSheet:
        return self.paying.payment.sheet

    @property
    def rows(self) -> list[PaymentRow]:
        return [*self.sheet.rows.values()]

    def states(self) -> dict[str, str]:
        """Of every order at the gateway."""
        return {order["id"]: order["state"] for order in self.control.orders()}

    def pay_in_browser(self, page: str) -> None:
        """Press the button of the sandbox's cashier."""
        assert httpx.post(page).status_code == 200

    async def place(self, *platforms: Platform) -> None:
        """Order something on each platform, and read the orders."""
        for row, platform in enumerate(platforms):
            intent = await self.desk.ordering.place(await self.desk.draft(platform, row * 6))
            assert intent.state is IntentState.DONE, intent
            self.placed += intent.order_ids
            if platform is Platform.TAOBAO:
                self.control.advance(intent.order_ids[0])
        await self.read()

    async def read(self) -> None:
        self.orders.refresh()
        await until(lambda: not any(self.scope.running(name) for name in READING))

    async def begin(self, *platforms: Platform) -> PayingSheet:
        """Choose everything that was placed, and open the sheet."""
        await self.place(*platforms or (Platform.ALIBABA,))
        self.page.pay_bar.all.click()
        self.page.pay_bar.pay.click()
        return await self.opened()

    async def opened(self) -> PayingSheet:
        await until(lambda: self.paying.payment is not None and self.sheet.isVisible())
        return self.sheet

    async def paid(self, title: str) -> None:
        await until(lambda: self.sheet.title.text() == title)

    async def close(self) -> None:
        """Close the sheet, and wait until nothing is under way any more."""
        if self.paying.payment is not None:
            self.sheet.leave.click()
        await until(lambda: not self.scope.running("paying"))
        await self.placing.finish(seconds=10)
        await until(lambda: not any(self.scope.running(name) for name in READING))
