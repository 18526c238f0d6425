"""A cart page and a checkout joined to the services of a desk."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.services.exchange import Exchange
from sourcing_desktop.storage.address_book import AddressBook
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.cart.cart_model import GOODS, QUANTITY
from sourcing_desktop.ui.cart.cart_page import CartPage
from sourcing_desktop.ui.checkout.checkout_controller import CheckoutController
from sourcing_desktop.ui.checkout.checkout_sheet import CheckoutSheet
from tests.support.desk import WAREHOUSE, Desk
from tests.support.waiting import until


@dataclass
class Clock:
    """The time the confirmation believes in."""

    ahead: timedelta = field(default_factory=timedelta)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@dataclass
class Bench:
    """A cart page and a checkout joined to a desk."""

    desk: Desk
    page: CartPage
    checkout: CheckoutController
    addresses: AddressBook
    exchange: Exchange
    scope: TaskScope
    placing: TaskScope
    clock: Clock

    @property
    def sheet(self) -> CheckoutSheet:
        return self.checkout.confirmation.sheet

    def type_quantity(self, change: int) -> int:
        """Type another quantity at the first line of the cart, and return it."""
        model = self.page.model
        cell = model.index(0, QUANTITY, model.index(0, GOODS, model.index(0, GOODS)))
        quantity = int(cell.data()) + change
        assert model.setData(cell, str(quantity))
        return quantity

    @property
    def orders(self) -> list:
        return self.desk.sandbox.control.orders()

    async def begin(self, *platforms: Platform) -> CheckoutSheet:
        """Fill the cart, check out and wait for the previews."""
        for platform in platforms or (Platform.ALIBABA,):
            await self.desk.fill(platform)
        await self.addresses.use(WAREHOUSE)
        self.page.checkout.click()
        await self.answered()
        return self.sheet

    async def answered(self) -> None:
        """Wait until every order has its card and no preview is under way."""
        await until(lambda: self.checkout.confirmation is not None and self.sheet.isVisible())
        await until(lambda: self.sheet.complete and self.sheet.cards)
        await until(lambda: not any(card.asking for card in self.sheet.cards))

    async def close(self) -> None:
        """Close the sheet, and wait until nothing is under way any more."""
        if self.checkout.confirmation is not None:
            self.sheet.leave.click()
        await until(lambda: not self.scope.running("checkout"))
        await until(lambda: not self.placing.busy, seconds=10)
        await until(lambda: not self.scope.running("lines being ordered"))
