"""Reads the orders."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.order import OrderState
from sourcing_desktop.language import tr
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.formats import PLATFORM_NAMES
from sourcing_desktop.ui.orders.orders_page import OrdersPage
from sourcing_desktop.ui.orders.unsettled_controller import UnsettledController

if TYPE_CHECKING:
    from sourcing_desktop.services.ordering import Ordering
    from sourcing_desktop.services.orders import Orders
    from sourcing_desktop.services.paying import Paying

SETTLE_MS = 4000
"""Between two questions about orders and payments without an answer."""

BEAT_MS = 5000
FEW_MORE = 0.1
"""Seconds to wait for more news before the orders are read again: many are paid at once."""


class OrdersController(QObject):
    """`scope` ends with the session, `placing` outlives it and carries orders that are sent again."""

    def __init__(
        self,
        page: OrdersPage,
        orders: Orders,
        ordering: Ordering,
        paying: Paying,
        scope: TaskScope,
        placing: TaskScope,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._orders = orders
        self._scope = scope
        self._pages = 1
        self._shown: OrderState | None = None
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(lambda: page.tick(datetime.now(UTC)))
        self._beat.start()
        page.start_over()
        self._unsettled = UnsettledController(page, ordering, paying, scope, placing, SETTLE_MS)
        self._unsettled.setParent(self)
        self._unsettled.settled.connect(lambda: self._read(FEW_MORE))
        page.refresh_requested.connect(self.refresh)
        QApplication.instance().applicationStateChanged.connect(self._state_changed)  # type: ignore[union-attr]
        page.state_chosen.connect(self._state_chosen)
        page.more_requested.connect(self._more)

    def refresh(self) -> None:
        """Read the orders again and ask about what has no answer."""
        self._read()
        self._unsettled.settle()

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        """The buyer comes back from the browser, where an order may have been paid."""
        if state is Qt.ApplicationState.ApplicationActive and self._page.model.pages_open:
            self._read()

    def _state_chosen(self) -> None:
        self._pages = 1
        self._read()

    def _more(self) -> None:
        self._pages += 1
        self._read()

    def _read(self, delay: float = 0) -> None:
        self._page.show_loading(anew=self._page.state is not self._shown)
        self._scope.replace(self._read_orders(self._page.state, delay), name="orders")

    async def _read_orders(self, state: OrderState | None, delay: float) -> None:
        page = self._page
        try:
            await asyncio.sleep(delay)
            found = await self._orders.read(self._pages, state)
        except SourcingError as error:
            if state is not self._shown:
                page.model.show_orders(())
            page.show_failed(error.sentence)
            return
        self._shown = state
        at = page.table.current_order()
        page.model.show_orders(found.orders)
        page.table.show_at(at)
        page.show_read(found.read_at, found.more)
        page.tick(datetime.now(UTC))
        for platform, fault in found.faults.items():
            missing = tr("{platform} orders are missing.", platform=PLATFORM_NAMES[platform])
            page.banner.say(f"{missing} {fault.sentence}", self.refresh)
