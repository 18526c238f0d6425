"""Keeps asking about orders and payments nobody can vouch for yet, and carries out what the buyer decides."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.intent import Intent, IntentState, PaymentIntent
from sourcing_desktop.domain.order import OrderDraft
from sourcing_desktop.domain.payment import PaymentDraft
from sourcing_desktop.language import tr
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.orders.orders_model import OrderKey
from sourcing_desktop.ui.orders.orders_page import OrdersPage

if TYPE_CHECKING:
    from sourcing_desktop.services.ordering import Ordering
    from sourcing_desktop.services.paying import Paying

REFUSED_SHOWN = timedelta(days=1)
"""How long what was refused is shown unless the buyer dismisses it: its sheet may have been closed before."""

UNDER_WAY = {
    IntentState.PREPARED: tr("Paying…"),
    IntentState.SENDING: tr("Paying…"),
    IntentState.UNKNOWN: tr("Payment unclear"),
}


class UnsettledController(QObject):
    """`scope` ends with the session, `placing` outlives it and carries what is sent again. `settled` tells
    that something is seen at the gateway, or was refused there: the list of orders is old."""

    settled = Signal()

    def __init__(
        self,
        page: OrdersPage,
        ordering: Ordering,
        paying: Paying,
        scope: TaskScope,
        placing: TaskScope,
        settle_ms: int,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._ordering = ordering
        self._paying = paying
        self._scope = scope
        self._placing = placing
        self._asking_failed = False
        self._soon = QTimer(self, singleShot=True, interval=settle_ms)
        self._soon.timeout.connect(self.settle)
        ordering.changed.subscribe(self._turned)
        paying.changed.subscribe(self._turned)
        page.unsettled.ask_requested.connect(self.settle)
        page.unsettled.send_requested.connect(self._send_again)
        page.unsettled.give_up_requested.connect(self._give_up)
        page.unsettled.dismiss_requested.connect(self._dismiss)

    def settle(self) -> None:
        """Ask about everything without an answer."""
        self._soon.stop()
        if not self._scope.closed:
            self._scope.start_once(self._ask, name="settle")

    def _turned(self, intent: Intent[Any]) -> None:
        if self._scope.closed:
            return
        self._scope.replace(self._show(), name="unsettled orders")
        if intent.state is IntentState.DONE or (intent.closed and isinstance(intent.draft, PaymentDraft)):
            self.settled.emit()

    async def _ask(self) -> None:
        """Both kinds are asked about, also where asking about one fails."""
        failures: list[SourcingError] = []
        for ask in (self._ordering.settle, self._paying.settle):
            try:
                await ask()
            except SourcingError as error:
                failures.append(error)
        if failures:
            self._page.banner.say(failures[0].sentence, self.settle)
        elif self._asking_failed:
            self._page.banner.hide()
        self._asking_failed = bool(failures)
        await self._show()

    async def _show(self) -> None:
        try:
            intents: list[Intent[Any]] = [*await self._paying.intents(), *await self._ordering.intents()]
        except SourcingError as error:
            self._page.banner.say(error.sentence, self.settle)
            return
        payments = _latest(intents)
        self._mark(payments)
        outdone = {each.reference for each in intents if isinstance(each.draft, PaymentDraft)}
        outdone -= {each.reference for each in payments.values()}
        self._page.unsettled.show_intents(
            [each for each in intents if each.reference not in outdone and self._is_shown(each)]
        )
        unsettled = self._ordering.watching or any(each.open for each in intents)
        if unsettled and not self._soon.isActive():
            self._soon.start()

    def _mark(self, payments: Mapping[OrderKey, PaymentIntent]) -> None:
        """Say at the orders in the list what is known of their payments."""
        states = {key: intent.state for key, intent in payments.items()}
        self._page.model.show_payments(
            {key: UNDER_WAY[state] for key, state in states.items() if state in UNDER_WAY},
            paid={key for key, state in states.items() if state is IntentState.DONE},
            opened={key for key, state in states.items() if state is IntentState.HANDED_OVER},
        )

    def _is_shown(self, intent: Intent[Any]) -> bool:
        """A payment being sent is marked in the list, and would only flicker past here."""
        if intent.state is IntentState.REJECTED:
            recent = datetime.now(UTC) - intent.changed_at < REFUSED_SHOWN
            return recent and intent.reference not in self._page.unsettled.dismissed
        sending = intent.state is IntentState.SENDING and isinstance(intent.draft, OrderDraft)
        return sending or intent.state in (IntentState.UNKNOWN, IntentState.ABSENT)

    def _dismiss(self, reference: str) -> None:
        self._page.unsettled.dismissed.add(reference)
        self._scope.replace(self._show(), name="unsettled orders")

    def _send_again(self, reference: str) -> None:
        self._decide(reference, self._ordering.send_again)

    def _give_up(self, reference: str) -> None:
        self._page.unsettled.dismissed.add(reference)  # the buyer knows
        draft = self._page.unsettled.rows[reference].intent.draft
        self._decide(
            reference, self._paying.give_up if isinstance(draft, PaymentDraft) else self._ordering.give_up
        )

    def _decide(self, reference: str, act: Callable[[str], Awaitable[Intent[Any]]]) -> None:
        """One decision at a time about each, in the scope that outlives the window."""
        self._page.unsettled.set_busy(reference)
        self._placing.start_once(lambda: self._act(reference, act), name=f"decide {reference}")

    async def _act(self, reference: str, act: Callable[[str], Awaitable[Intent[Any]]]) -> None:
        try:
            await act(reference)
        except SourcingError as error:
            self._page.banner.say(error.sentence, self.settle)
        finally:
            self._page.unsettled.set_free(reference)


def _latest(intents: Iterable[Intent[Any]]) -> dict[OrderKey, PaymentIntent]:
    """The last payment of each order; the intents come with the latest first."""
    latest: dict[OrderKey, PaymentIntent] = {}
    for intent in intents:
        if isinstance(draft := intent.draft, PaymentDraft):
            latest.setdefault((draft.platform, draft.order_id), intent)
    return latest
