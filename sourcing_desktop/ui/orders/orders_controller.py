"""Reads the orders, and keeps asking about those nobody can vouch for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.intent import Intent, IntentState
from sourcing_desktop.domain.order import OrderState
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.formats import PLATFORM_NAMES
from sourcing_desktop.ui.orders.orders_page import OrdersPage

if TYPE_CHECKING:
    from sourcing_desktop.services.ordering import Ordering
    from sourcing_desktop.services.orders import Orders

SETTLE_MS = 4000
"""Between two questions about orders without an answer."""

BEAT_MS = 5000
UNSETTLED = (IntentState.SENDING, IntentState.UNKNOWN, IntentState.ABSENT)
REFUSED_SHOWN = timedelta(days=1)
"""How long a refused order is shown unless the buyer dismisses it: its sheet may have been closed before."""


class OrdersController(QObject):
    """`scope` ends with the session, `placing` outlives it and carries orders that are sent again."""

    def __init__(
        self, page: OrdersPage, orders: Orders, ordering: Ordering, scope: TaskScope, placing: TaskScope
    ) -> None:
        super().__init__(page)
        self._page = page
        self._orders = orders
        self._ordering = ordering
        self._scope = scope
        self._placing = placing
        self._pages = 1
        self._shown: OrderState | None = None
        self._asking_failed = False
        self._settle_soon = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle_soon.timeout.connect(self._settle)
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(lambda: page.tick(datetime.now(UTC)))
        self._beat.start()
        page.start_over()
        ordering.changed.subscribe(self._intent_turned)
        page.refresh_requested.connect(self.refresh)
        page.state_chosen.connect(self._state_chosen)
        page.more_requested.connect(self._more)
        page.unsettled.ask_requested.connect(self._settle)
        page.unsettled.send_requested.connect(self._send_again)
        page.unsettled.give_up_requested.connect(self._give_up)
        page.unsettled.dismiss_requested.connect(self._dismiss)

    def refresh(self) -> None:
        """Read the orders again and ask about those without an answer."""
        self._read()
        self._settle()

    # The list

    def _state_chosen(self) -> None:
        self._pages = 1
        self._read()

    def _more(self) -> None:
        self._pages += 1
        self._read()

    def _read(self) -> None:
        self._page.show_loading(anew=self._page.state is not self._shown)
        self._scope.replace(self._read_orders(self._page.state), name="orders")

    async def _read_orders(self, state: OrderState | None) -> None:
        page = self._page
        try:
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
            page.banner.say(f"{PLATFORM_NAMES[platform]} orders are missing. {fault.sentence}", self.refresh)

    # What is unsettled

    def _intent_turned(self, intent: Intent) -> None:
        if self._scope.closed:
            return
        self._scope.replace(self._show_unsettled(), name="unsettled orders")
        if intent.state is IntentState.PLACED:
            self._read()

    async def _show_unsettled(self) -> None:
        try:
            intents = await self._ordering.intents()
        except SourcingError as error:
            self._page.banner.say(error.sentence, self.refresh)
            return
        self._page.unsettled.show_intents([each for each in intents if self._is_shown(each)])
        if any(each.open for each in intents) and not self._settle_soon.isActive():
            self._settle_soon.start()

    def _is_shown(self, intent: Intent) -> bool:
        if intent.state is not IntentState.REJECTED:
            return intent.state in UNSETTLED
        recent = datetime.now(UTC) - intent.changed_at < REFUSED_SHOWN
        return recent and intent.reference not in self._page.unsettled.dismissed

    def _dismiss(self, reference: str) -> None:
        self._page.unsettled.dismissed.add(reference)
        self._scope.replace(self._show_unsettled(), name="unsettled orders")

    def _settle(self) -> None:
        self._settle_soon.stop()
        if not self._scope.closed:
            self._scope.start_once(self._ask_about_unsettled, name="settle")

    async def _ask_about_unsettled(self) -> None:
        try:
            await self._ordering.settle()
        except SourcingError as error:
            self._asking_failed = True
            self._page.banner.say(error.sentence, self.refresh)
        else:
            if self._asking_failed:
                self._page.banner.hide()
            self._asking_failed = False
        await self._show_unsettled()

    def _send_again(self, reference: str) -> None:
        self._decide(reference, self._ordering.send_again)

    def _give_up(self, reference: str) -> None:
        self._page.unsettled.dismissed.add(reference)  # the buyer knows
        self._decide(reference, self._ordering.give_up)

    def _decide(self, reference: str, act: Callable[[str], Awaitable[Intent]]) -> None:
        """One decision per order at a time, in the scope that outlives the window."""
        self._page.unsettled.set_busy(reference)
        self._placing.start_once(lambda: self._act(reference, act), name=f"decide {reference}")

    async def _act(self, reference: str, act: Callable[[str], Awaitable[Intent]]) -> None:
        try:
            await act(reference)
        except SourcingError as error:
            self._page.banner.say(error.sentence, self.refresh)
        finally:
            self._page.unsettled.set_free(reference)
