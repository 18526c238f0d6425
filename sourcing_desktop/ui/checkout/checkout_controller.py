"""From the chosen sellers to placed orders, once per confirmation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from sourcing_desktop.domain.cart import CartGroup
from sourcing_desktop.domain.exchange import Rate
from sourcing_desktop.domain.intent import OrderIntent
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.cart.cart_page import CartPage
from sourcing_desktop.ui.checkout.checkout_sheet import CheckoutSheet
from sourcing_desktop.ui.checkout.confirmation import Confirmation, Services
from sourcing_desktop.ui.dialogs import answer


class CheckoutController(QObject):
    """Opens the confirmation when the cart asks for it. `scope` carries what only the sheet needs,
    `under_way` outlives it and carries the orders. Emits `pay_requested` with platform and id of placed
    orders the buyer wants to pay at once."""

    pay_requested = Signal(tuple)

    def __init__(
        self,
        page: CartPage,
        services: Services,
        scope: TaskScope,
        under_way: TaskScope,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__(page)
        self._page = page
        self._services = services
        self._scope = scope
        self._under_way = under_way
        self._now = now
        self.confirmation: Confirmation | None = None
        """The one that is open, if any."""
        page.checkout_ready.connect(self.begin)
        services.ordering.changed.subscribe(self._turned)
        services.exchange.changed.subscribe(self._rated)

    def begin(self, groups: Sequence[CartGroup]) -> None:
        """Ask the buyer to confirm an order from each of these sellers."""
        self._scope.start_once(lambda: self._confirm(groups), name="checkout")

    async def _confirm(self, groups: Sequence[CartGroup]) -> None:
        page = self._page
        sheet = CheckoutSheet(page.theme, page.loader, groups, page.window())
        confirmation = self.confirmation = Confirmation(
            sheet, self._services, self._scope, self._under_way, self._now, page.banner.say
        )
        confirmation.pay_requested.connect(self.pay_requested)
        confirmation.begin()
        try:
            await answer(sheet)
        finally:
            confirmation.end()
            self.confirmation = None
            sheet.deleteLater()

    def _turned(self, intent: OrderIntent) -> None:
        if self.confirmation is not None:
            self.confirmation.turned(intent)

    def _rated(self, rate: Rate | None) -> None:
        if self.confirmation is not None:
            self.confirmation.show_rate(rate)
