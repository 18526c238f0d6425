"""Paying: approve, write down, look at the order, send once, look again. The money of an order is asked for
at most once; what nobody answered is settled by looking at the order."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sourcing_desktop.domain.errors import BadReply, Busy, SourcingError, Unreachable
from sourcing_desktop.domain.intent import IntentState, PaymentIntent
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import Order, OrderState
from sourcing_desktop.domain.payment import Payment, PaymentDraft, PayWay
from sourcing_desktop.domain.payment_rules import NOT_PAID, WAITING, draft_payment, is_paid
from sourcing_desktop.gateways.pandapon import PandaPon
from sourcing_desktop.services.changes import Changes
from sourcing_desktop.services.finding import named_order
from sourcing_desktop.services.references import new_reference
from sourcing_desktop.services.settling import PUT_RIGHT, Patience
from sourcing_desktop.storage.journal import Journal, same_subject

MOST_TOGETHER = 10
"""Orders in one payment: what 1688 advises and the most Taobao takes (contract 1.8)."""


@dataclass(frozen=True, slots=True)
class PayPage:
    """Where the buyer pays; `url` is empty where nothing is left to pay, or nothing could be had."""

    intent: PaymentIntent
    url: str


class Paying:
    """Pays orders of one account. `changed` tells every turn an intent takes."""

    def __init__(self, gateway: PandaPon, journal: Journal, *, patience: timedelta | None = None) -> None:
        self._gateway = gateway
        self._journal = journal
        self._patience = Patience(patience)
        self._in_hand: set[str] = set()
        self.changed: Changes[PaymentIntent] = Changes()

    async def pay(self, orders: Sequence[Order], way: PayWay) -> tuple[PaymentIntent, ...]:
        """Pay the orders as the buyer saw them, each for its total; what became of each, in their order.

        Must run in a scope that outlives the window. An order that has changed since is not paid. Conflict
        where one of them is being paid already, StorageFailed before anything was sent: nothing was paid.
        """
        drafts = [_draft(order, way) for order in orders]
        async with self._handling(drafts):
            ready = await self._prepare(drafts)
            batches = [
                batch
                for platform in Platform
                for batch in _batches([each for each in ready if each.draft.platform is platform], way)
            ]
            await asyncio.gather(*(self._send(batch) for batch in batches))
        return tuple([await self._journal.intent(draft.reference) for draft in drafts])

    async def page(self, order: Order) -> PayPage:
        """Where the buyer pays an order of 1688; it may also have been paid at once. As careful as `pay`:
        asking for the page is asking for the money (contract AO9)."""
        draft = _draft(order, PayWay.PAGE)
        url = ""
        async with self._handling([draft]):
            ready = await self._prepare([draft])
            if ready:
                url = await self._send(ready)
        return PayPage(await self._journal.intent(draft.reference), url)

    async def show_voucher(self, order: Order, urls: Sequence[str]) -> PaymentIntent:
        """Show pictures of a transfer for an order of Taobao, which somebody then checks; as careful as
        `pay`."""
        draft = _draft(order, PayWay.VOUCHER, urls)
        async with self._handling([draft]):
            ready = await self._prepare([draft])
            if ready:
                await self._send(ready)
        return await self._journal.intent(draft.reference)

    async def give_up(self, reference: str) -> PaymentIntent:
        """Close a payment nobody can vouch for, after looking once more: the buyer has looked, too."""
        intent: PaymentIntent = await self._journal.intent(reference)
        if intent.closed or reference in self._in_hand:
            return intent
        async with self._handling([intent.draft]):
            order = await self._order(intent.draft)
            if order is not None and is_paid(order):
                return await self._done(intent, order)
            return await self._move(
                intent, IntentState.REJECTED, "Closed by the buyer, who looked: not paid by this."
            )

    async def settle(self) -> tuple[PaymentIntent, ...]:
        """Clear up what earlier runs and broken connections left behind; returns intents still open. What
        fails for one does not keep the others waiting; the first failure is raised at the end."""
        failures: list[SourcingError] = []
        for intent in await self._journal.payments(datetime.now(UTC)):
            if intent.reference not in self._in_hand and not intent.closed:
                try:
                    async with self._handling([intent.draft]):
                        await self._settle(await self._journal.intent(intent.reference))
                except SourcingError as error:
                    failures.append(error)
        if failures:
            raise failures[0]
        return tuple(intent for intent in await self._journal.payments(datetime.now(UTC)) if intent.open)

    async def intents(self) -> tuple[PaymentIntent, ...]:
        """Intents that are not closed or changed in the last day, the latest first."""
        return await self._journal.payments(datetime.now(UTC) - PUT_RIGHT)

    async def _prepare(self, drafts: Sequence[PaymentDraft]) -> list[PaymentIntent]:
        """Write the drafts down and look at each order: those that may be paid as they were approved."""
        intents = await self._journal.write_all(drafts)
        for intent in intents:
            self.changed.tell(intent)
        looked = await asyncio.gather(*(self._look_before(intent) for intent in intents))
        return [intent for intent in looked if intent.state is IntentState.PREPARED]

    async def _look_before(self, intent: PaymentIntent) -> PaymentIntent:
        draft = intent.draft
        try:
            order = await self._order(draft)
        except SourcingError as error:
            return await self._refuse(intent, f"Nothing was paid. {error.sentence}", error.detail)
        if order is None:
            return await self._refuse(intent, "Nothing was paid: the gateway does not list this order.")
        if order.state is OrderState.TO_PAY and await self._paid_before(draft):
            return await self._refuse(
                intent,
                "Nothing was paid now: this order was paid before, though the gateway does not show it. "
                "Look on the platform.",
            )
        if order.state not in WAITING:
            return await self._refuse(intent, f"Nothing was paid: the order is {_state(order)} already.")
        if order.total != draft.amount:
            now = f"¥{order.total.major:,}" if order.total is not None else "an amount nobody knows"
            return await self._refuse(
                intent,
                f"Nothing was paid: the order costs {now} now, and you approved ¥{draft.amount.major:,}. "
                "Look at it and pay again.",
            )
        return intent

    async def _paid_before(self, draft: PaymentDraft) -> bool:
        """Whether this program saw the order paid; a list may show it late, or again as it was."""
        recent = await self._journal.payments(datetime.now(UTC) - PUT_RIGHT)
        return any(
            intent.state is IntentState.DONE and same_subject(intent.draft, draft) for intent in recent
        )

    async def _send(self, batch: Sequence[PaymentIntent]) -> str:
        """Ask for the money of these orders, once; returns the page where the buyer pays, if there is one."""
        moved = await self._journal.move_all([intent.reference for intent in batch], IntentState.SENDING)
        for intent in moved:
            self._patience.begin(intent.reference)
            self.changed.tell(intent)
        try:
            payment = await self._ask([intent.draft for intent in moved])
        except asyncio.CancelledError:
            raise  # stays SENDING on disk and is settled at the next start
        except (Unreachable, Busy, BadReply) as error:
            never_left = isinstance(error, Unreachable) and not error.sent
            for intent in moved:
                if never_left:
                    await self._refuse(intent, f"Nothing was paid. {error.sentence}", error.detail)
                else:
                    await self._leave_open(intent, error.sentence, error.detail)
            return ""
        except SourcingError as error:
            refused = Payment(refused={intent.draft.order_id: error.sentence for intent in moved})
            await asyncio.gather(*(self._conclude(intent, refused, error.detail) for intent in moved))
            return ""
        await asyncio.gather(*(self._conclude(intent, payment) for intent in moved))
        return payment.cashier

    async def _ask(self, drafts: Sequence[PaymentDraft]) -> Payment:
        first = drafts[0]
        ids = [draft.order_id for draft in drafts]
        if first.way is PayWay.PAGE:
            return await self._gateway.alibaba.pay(first.order_id)
        if first.way is PayWay.VOUCHER:
            await self._gateway.taobao.upload_voucher(first.order_id, first.vouchers)
            return Payment(paid=(first.order_id,))
        return await self._gateway.side(first.platform).pay_many(ids)

    async def _conclude(self, intent: PaymentIntent, payment: Payment, evidence: str = "") -> None:
        """What the gateway's answer and a look at the order say together."""
        order_id = intent.draft.order_id
        said_paid = order_id in payment.paid
        refusal = payment.refused.get(order_id, "")
        if not said_paid and not refusal and order_id not in payment.unclear and payment.cashier:
            await self._move(
                intent,
                IntentState.HANDED_OVER,
                "The platform's own page was opened to pay there.",
                "a pay page",
            )
            return
        words = evidence or ("paid" if said_paid else refusal or payment.unclear.get(order_id, "nothing"))
        evidence = f"the gateway about order {order_id}: {words}"
        try:
            order = await self._order(intent.draft)
        except SourcingError as error:
            order, evidence = None, f"{evidence}; {error.detail}"
        if order is not None and is_paid(order):
            await self._done(intent, order, evidence)
        elif refusal and order is not None:
            await self._refuse(intent, f"Nothing was paid. {refusal}", evidence)
        else:
            sentence = (
                "The gateway says it was paid, but the order does not show it yet."
                if said_paid
                else f"The gateway did not confirm the payment: {words}."
            )
            await self._leave_open(intent, sentence, evidence, said_paid=said_paid)

    async def _settle(self, intent: PaymentIntent) -> None:
        if intent.state is IntentState.PREPARED:
            await self._refuse(intent, "Never sent; nothing was paid.")
            return
        if intent.state is IntentState.SENDING:
            intent = await self._leave_open(intent, "Nobody waited for the gateway's answer any more.", "")
        waited = self._patience.over(intent.reference)  # before it is looked: the answer may take long
        order = await self._order(intent.draft)
        if order is not None and is_paid(order):
            await self._done(intent, order)
        elif order is not None and order.state is OrderState.CANCELLED:
            await self._refuse(intent, "Nothing was paid: the order is cancelled.")
        elif order is not None and order.state in NOT_PAID and waited:
            await self._still_unpaid(intent, order)

    async def _still_unpaid(self, intent: PaymentIntent, order: Order) -> None:
        """The order had time enough to show the payment. Where the gateway had said that it was paid, only
        the buyer may close it."""
        seen = f"order {order.id} is {_state(order)}"
        if not intent.order_ids:
            await self._refuse(intent, "Nothing was paid: the order still waits for its payment.", seen)
        elif CLAIMED not in intent.explanation:
            await self._leave_open(intent, CLAIMED, seen, said_paid=True)

    async def _done(self, intent: PaymentIntent, order: Order, evidence: str = "") -> PaymentIntent:
        shown = intent.draft.way is PayWay.VOUCHER
        words = "The transfer was shown." if shown else "Paid."
        if order.state is OrderState.CHECKING_PAYMENT:
            words += " The platform is checking the payment."
        if order.total is not None and order.total != intent.draft.amount:  # between the look and the call
            words += f" It came to ¥{order.total.major:,}; you approved ¥{intent.draft.amount.major:,}."
        seen = f"order {order.id} is {_state(order)}"
        return await self._move(
            intent, IntentState.DONE, words, "; ".join(filter(None, [evidence, seen])), (order.id,)
        )

    async def _refuse(self, intent: PaymentIntent, sentence: str, evidence: str = "") -> PaymentIntent:
        return await self._move(intent, IntentState.REJECTED, sentence, evidence)

    async def _leave_open(
        self, intent: PaymentIntent, sentence: str, evidence: str, *, said_paid: bool = False
    ) -> PaymentIntent:
        ids = (intent.draft.order_id,) if said_paid else ()
        return await self._move(intent, IntentState.UNKNOWN, sentence, evidence, ids)

    async def _move(
        self,
        intent: PaymentIntent,
        state: IntentState,
        explanation: str,
        evidence: str = "",
        order_ids: tuple[str, ...] = (),
    ) -> PaymentIntent:
        moved: PaymentIntent = await self._journal.move(
            intent.reference, state, order_ids=order_ids, explanation=explanation, evidence=evidence
        )
        self.changed.tell(moved)
        return moved

    async def _order(self, draft: PaymentDraft) -> Order | None:
        return await named_order(self._gateway, draft.platform, draft.order_id)

    @asynccontextmanager
    async def _handling(self, drafts: Iterable[PaymentDraft]) -> AsyncIterator[None]:
        """While it lasts, `settle` keeps its hands off these intents."""
        references = {draft.reference for draft in drafts}
        self._in_hand |= references
        try:
            yield
        finally:
            self._in_hand -= references


CLAIMED = (
    "The gateway said it was paid, but the order still waits for its payment. Look on the platform before "
    "you pay again."
)


def _draft(order: Order, way: PayWay, vouchers: Sequence[str] = ()) -> PaymentDraft:
    draft = draft_payment(order, way, new_reference("PAY"), vouchers)
    if draft is None:
        raise SourcingError("The platform has not told the total of this order yet. Try again in a moment.")
    return draft


def _batches(intents: Sequence[PaymentIntent], way: PayWay) -> list[Sequence[PaymentIntent]]:
    """As many in one call as the way of paying takes."""
    size = MOST_TOGETHER if way is PayWay.ACCOUNT else 1
    return [intents[start : start + size] for start in range(0, len(intents), size)]


def _state(order: Order) -> str:
    return order.raw_state if order.state is OrderState.OTHER else str(order.state)
