"""What becomes of payments, written down and told, turn by turn. Asks nobody."""

from __future__ import annotations

from sourcing_desktop.domain.intent import IntentState, PaymentIntent
from sourcing_desktop.domain.order import Order, OrderState
from sourcing_desktop.domain.payment import PayWay
from sourcing_desktop.language import tr
from sourcing_desktop.services.changes import Changes
from sourcing_desktop.storage.journal import Journal

STATES = {
    OrderState.BUILDING: tr("being created"),
    OrderState.TO_PAY: tr("to pay"),
    OrderState.CHECKING_PAYMENT: tr("payment being checked"),
    OrderState.PAYMENT_REFUSED: tr("payment refused"),
    OrderState.TO_SHIP: tr("to ship"),
    OrderState.SHIPPED: tr("shipped"),
    OrderState.RECEIVED: tr("received"),
    OrderState.DONE: tr("finished"),
    OrderState.CANCELLED: tr("cancelled"),
}


class PaymentBook:
    """The turns of payments in the journal. `changed` tells each of them."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.changed: Changes[PaymentIntent] = Changes()

    async def done(self, intent: PaymentIntent, order: Order, evidence: str = "") -> PaymentIntent:
        """The order was seen to be paid, or the picture of its transfer to have come."""
        shown = intent.draft.way is PayWay.VOUCHER
        words = tr("The transfer was shown.") if shown else tr("Paid.")
        if intent.state is IntentState.REJECTED:
            words = tr("It had been taken for not paid. The order is paid.")
        if order.state is OrderState.CANCELLED:
            words += " " + tr("The order was cancelled since.")
        if order.state is OrderState.CHECKING_PAYMENT:
            words += " " + tr("The platform is checking the payment.")
        if order.total is not None and order.total != intent.draft.amount:  # between the look and the call
            words += " " + tr(
                "It came to ¥{total}; you approved ¥{approved}.",
                total=f"{order.total.major:,}",
                approved=f"{intent.draft.amount.major:,}",
            )
        seen = seen_as(order)
        return await self.move(
            intent, IntentState.DONE, words, "; ".join(filter(None, [evidence, seen])), (order.id,)
        )

    async def refuse(self, intent: PaymentIntent, sentence: str, evidence: str = "") -> PaymentIntent:
        """Nothing was paid by it."""
        return await self.move(intent, IntentState.REJECTED, sentence, evidence)

    async def leave_open(
        self, intent: PaymentIntent, sentence: str, evidence: str, *, said_paid: bool = False
    ) -> PaymentIntent:
        """Nobody can say. `said_paid`: the gateway said so, and nothing is to be seen of it."""
        ids = (intent.draft.order_id,) if said_paid else ()
        return await self.move(intent, IntentState.UNKNOWN, sentence, evidence, ids)

    async def move(
        self,
        intent: PaymentIntent,
        state: IntentState,
        explanation: str,
        evidence: str = "",
        order_ids: tuple[str, ...] = (),
    ) -> PaymentIntent:
        """Write the next turn down and tell it."""
        moved: PaymentIntent = await self._journal.move(
            intent.reference, state, order_ids=order_ids, explanation=explanation, evidence=evidence
        )
        self.changed.tell(moved)
        return moved


def seen_as(order: Order) -> str:
    """What was seen of an order, as evidence."""
    return tr("order {order} is {state}", order=order.id, state=state_in_words(order))


def state_in_words(order: Order) -> str:
    """What an order is: its meaning, or the platform's own word."""
    return STATES.get(order.state, order.raw_state)
