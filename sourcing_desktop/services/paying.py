"""Paying: approve, write down, look at the order, send once, look again. The money of an order is asked for
at most once; what nobody answered is settled by looking at the order."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from sourcing_desktop.domain.errors import BadReply, Busy, SourcingError, Unreachable
from sourcing_desktop.domain.intent import IntentState, PaymentIntent
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import Order, OrderState
from sourcing_desktop.domain.payment import Payment, PaymentDraft, PayWay
from sourcing_desktop.domain.payment_rules import (
    NOT_PAID,
    WAITING,
    can_be_paid_so,
    draft_payment,
    is_paid,
)
from sourcing_desktop.gateways.pandapon import PandaPon
from sourcing_desktop.language import tr
from sourcing_desktop.services.finding import named_order
from sourcing_desktop.services.payment_book import PaymentBook, seen_as, state_in_words
from sourcing_desktop.services.references import new_reference
from sourcing_desktop.services.settling import PUT_RIGHT, InHand, Patience
from sourcing_desktop.storage.journal import Journal

T = TypeVar("T")

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
        self._in_hand = InHand()
        self._book = PaymentBook(journal)
        self.changed = self._book.changed

    async def pay(self, orders: Sequence[Order], way: PayWay) -> tuple[PaymentIntent, ...]:
        """Pay the orders as the buyer saw them, each for its total; what became of each, in their order.

        Must run in a scope that outlives the window. An order that has changed since is not paid. Conflict
        where one of them is being paid already, StorageFailed before anything was sent: nothing was paid.
        """
        drafts = [_draft(order, way) for order in orders]
        async with self._in_hand.holding(*(draft.reference for draft in drafts)):
            ready = await self._prepare(drafts)
            batches = [
                batch
                for platform in Platform
                for batch in _batches([each for each in ready if each.draft.platform is platform], way)
            ]
            await _all(self._send(batch) for batch in batches)
        return tuple([await self._journal.intent(draft.reference) for draft in drafts])

    async def page(self, order: Order) -> PayPage:
        """Where the buyer pays an order of 1688; it may also have been paid at once. As careful as `pay`:
        asking for the page is asking for the money (contract AO9)."""
        draft = _draft(order, PayWay.PAGE)
        url = ""
        async with self._in_hand.holding(draft.reference):
            ready = await self._prepare([draft])
            if ready:
                url = await self._send(ready)
        return PayPage(await self._journal.intent(draft.reference), url)

    async def show_voucher(self, order: Order, urls: Sequence[str]) -> PaymentIntent:
        """Show pictures of a transfer for an order of Taobao, which somebody then checks; as careful as
        `pay`."""
        draft = _draft(order, PayWay.VOUCHER, urls)
        async with self._in_hand.holding(draft.reference):
            ready = await self._prepare([draft])
            if ready:
                await self._send(ready)
        return await self._journal.intent(draft.reference)

    async def give_up(self, reference: str) -> PaymentIntent:
        """Close a payment nobody can vouch for, after looking once more: the buyer has looked, too."""
        if not self._patience.over(reference):
            raise SourcingError(tr("The program is still looking whether it was paid. Give it a minute."))
        async with self._in_hand.holding(reference):
            intent: PaymentIntent = await self._journal.intent(reference)
            if intent.closed:
                return intent
            order = await self._order(intent.draft)
            if order is not None and is_paid(order):
                return await self._book.done(intent, order)
            return await self._book.move(
                intent, IntentState.REJECTED, tr("Closed by the buyer, who looked: not paid by this.")
            )

    async def settle(self) -> tuple[PaymentIntent, ...]:
        """Clear up what earlier runs and broken connections left behind; returns intents still open. What
        fails for one does not keep the others waiting; the first failure is raised at the end."""
        failures: list[SourcingError] = []
        for intent in await self._journal.unfinished_payments():
            if intent.reference not in self._in_hand:
                try:
                    async with self._in_hand.holding(intent.reference):
                        now = await self._journal.intent(intent.reference)
                        if not now.closed:
                            await self._settle(now)
                except SourcingError as error:
                    failures.append(error)
        if failures:
            raise failures[0]
        return tuple(intent for intent in await self._journal.unfinished_payments() if intent.open)

    async def heed(self, orders: Iterable[Order]) -> None:
        """Orders that were read for another reason: what nobody answered may turn out to be paid."""
        paid = {(order.platform, order.id): order for order in orders if is_paid(order)}
        recent = await self._journal.payments(datetime.now(UTC) - PUT_RIGHT) if paid else ()
        settled = {
            _subject(each) for each in recent if each.state in (IntentState.DONE, IntentState.HANDED_OVER)
        }
        for intent in recent:
            order = paid.get(_subject(intent))
            if order is None or _subject(intent) in settled or intent.reference in self._in_hand:
                continue
            async with self._in_hand.holding(intent.reference):
                now = await self._journal.intent(intent.reference)
                if now.state is IntentState.UNKNOWN or await self._was_sent(now):
                    await self._book.done(now, order)
                    settled.add(_subject(intent))

    async def intents(self) -> tuple[PaymentIntent, ...]:
        """Intents that are not closed or changed in the last day, the latest first."""
        return await self._journal.payments(datetime.now(UTC) - PUT_RIGHT)

    async def _prepare(self, drafts: Sequence[PaymentDraft]) -> list[PaymentIntent]:
        """Write the drafts down and look at each order: those that may be paid as they were approved."""
        intents = await self._journal.write_all(drafts)
        for intent in intents:
            self.changed.tell(intent)
        looked = await _all(self._look_before(intent) for intent in intents)
        return [intent for intent in looked if intent.state is IntentState.PREPARED]

    async def _look_before(self, intent: PaymentIntent) -> PaymentIntent:
        draft = intent.draft
        try:
            order = await self._order(draft)
        except SourcingError as error:
            return await self._book.refuse(intent, f"{NOTHING_PAID} {error.sentence}", error.detail)
        if order is None:
            return await self._book.refuse(
                intent, tr("Nothing was paid: the gateway does not list this order.")
            )
        if order.state is OrderState.TO_PAY and await self._paid_before(draft):
            return await self._book.refuse(
                intent,
                tr(
                    "Nothing was paid now: this order was paid before, though the gateway does not show it. "
                    "Look on the platform."
                ),
            )
        if order.state not in WAITING:
            return await self._book.refuse(
                intent, tr("Nothing was paid: the order is {state} already.", state=state_in_words(order))
            )
        if order.total != draft.amount:
            known = f"¥{order.total.major:,}" if order.total is not None else ""
            return await self._book.refuse(
                intent,
                tr(
                    "Nothing was paid: the order costs {amount} now, and you approved ¥{approved}. Look at "
                    "it and pay again.",
                    amount=known or tr("an amount nobody knows"),
                    approved=f"{draft.amount.major:,}",
                ),
            )
        return intent

    async def _paid_before(self, draft: PaymentDraft) -> bool:
        """Whether this program saw the order paid; a list may show it late, or again as it was."""
        others = await self._journal.payments_of(draft)
        return any(intent.state is IntentState.DONE for intent in others)

    async def _was_sent(self, intent: PaymentIntent) -> bool:
        """Whether it is closed as not done although it was sent: the order may show it late."""
        if intent.state is not IntentState.REJECTED:
            return False
        turns = await self._journal.history(intent.reference)
        return any(turn.state is IntentState.SENDING for turn in turns)

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
                    await self._book.refuse(intent, f"{NOTHING_PAID} {error.sentence}", error.detail)
                else:
                    await self._book.leave_open(intent, error.sentence, error.detail)
            return ""
        except SourcingError as error:
            refused = Payment(refused={intent.draft.order_id: error.sentence for intent in moved})
            await _all(self._conclude(intent, refused, error.detail) for intent in moved)
            return ""
        await _all(self._conclude(intent, payment) for intent in moved)
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
            if intent.draft.way is PayWay.PAGE:
                await self._book.move(
                    intent,
                    IntentState.HANDED_OVER,
                    tr("The platform gave its own page to pay on."),
                    tr("a pay page"),
                )
                return
            refusal = tr("The account cannot pay it without a password. Pay on the platform's page.")
        unclear = payment.unclear.get(order_id, tr("nothing"))
        words = evidence or (tr("paid") if said_paid else refusal or unclear)
        evidence = tr("the gateway about order {order}: {words}", order=order_id, words=words)
        try:
            order = await self._order(intent.draft)
        except SourcingError as error:
            order, evidence = None, f"{evidence}; {error.detail}"
        if order is not None and is_paid(order):
            await self._book.done(intent, order, evidence)
        elif refusal and order is not None:
            await self._book.refuse(intent, f"{NOTHING_PAID} {refusal}", evidence)
        else:
            sentence = (
                tr("The gateway says it was paid, but the order does not show it yet.")
                if said_paid
                else tr("The gateway did not confirm the payment: {words}.", words=words)
            )
            await self._book.leave_open(intent, sentence, evidence, said_paid=said_paid)

    async def _settle(self, intent: PaymentIntent) -> None:
        if intent.state is IntentState.PREPARED:
            await self._book.refuse(intent, tr("Never sent; nothing was paid."))
            return
        if intent.state is IntentState.SENDING:
            intent = await self._book.leave_open(
                intent, tr("Nobody waited for the gateway's answer any more."), ""
            )
        waited = self._patience.over(intent.reference)  # before it is looked: the answer may take long
        order = await self._order(intent.draft)
        if order is not None and is_paid(order):
            await self._book.done(intent, order)
        elif order is not None and order.state is OrderState.CANCELLED:
            await self._book.refuse(intent, tr("Nothing was paid: the order is cancelled."))
        elif order is not None and order.state in NOT_PAID and waited:
            await self._still_unpaid(intent, order)

    async def _still_unpaid(self, intent: PaymentIntent, order: Order) -> None:
        """The order had time enough to show the payment. Where the gateway had said that it was paid, only
        the buyer may close it."""
        seen = seen_as(order)
        if not intent.order_ids:
            await self._book.refuse(
                intent, tr("Nothing was paid: the order still waits for its payment."), seen
            )
        elif CLAIMED not in intent.explanation:
            await self._book.leave_open(intent, CLAIMED, seen, said_paid=True)

    async def _order(self, draft: PaymentDraft) -> Order | None:
        return await named_order(self._gateway, draft.platform, draft.order_id)


NOTHING_PAID = tr("Nothing was paid.")
CLAIMED = tr(
    "The gateway said it was paid, but the order still waits for its payment. Look on the platform before "
    "you pay again."
)


async def _all(works: Iterable[Coroutine[Any, Any, T]]) -> list[T]:
    """What all of them return. A failure is raised when the last has ended: none goes on by itself."""
    answers = await asyncio.gather(*works, return_exceptions=True)
    for answer in answers:
        if isinstance(answer, BaseException):
            raise answer
    return [answer for answer in answers if not isinstance(answer, BaseException)]


def _subject(intent: PaymentIntent) -> tuple[Platform, str]:
    return intent.draft.platform, intent.draft.order_id


def _draft(order: Order, way: PayWay, vouchers: Sequence[str] = ()) -> PaymentDraft:
    if not can_be_paid_so(order, way):
        raise ValueError(f"orders of {order.platform} are not paid {way}")
    draft = draft_payment(order, way, new_reference("PAY"), vouchers)
    if draft is None:
        raise SourcingError(
            tr("The platform has not told the total of this order yet. Try again in a moment.")
        )
    return draft


def _batches(intents: Sequence[PaymentIntent], way: PayWay) -> list[Sequence[PaymentIntent]]:
    """As many in one call as the way of paying takes."""
    size = MOST_TOGETHER if way is PayWay.ACCOUNT else 1
    return [intents[start : start + size] for start in range(0, len(intents), size)]
