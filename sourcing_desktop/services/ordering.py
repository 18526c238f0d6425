"""Ordering: write down what was confirmed, send it once, look whether it is there. Nothing is ever blindly
sent again, and nothing counts as ordered before it was seen at the gateway."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sourcing_desktop.domain.errors import BadReply, Busy, Conflict, Rejected, SourcingError, Unreachable
from sourcing_desktop.domain.intent import IntentState, OrderIntent
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import Order, OrderDraft, Placed
from sourcing_desktop.gateways.pandapon import PandaPon
from sourcing_desktop.language import tr
from sourcing_desktop.services import outcomes
from sourcing_desktop.services.basket import Basket
from sourcing_desktop.services.changes import Changes
from sourcing_desktop.services.finding import Found, Listed, find_in, find_named, find_orders, read_list
from sourcing_desktop.services.settling import PUT_RIGHT, InHand, Patience
from sourcing_desktop.storage.journal import Journal

SURPRISED = frozenset({IntentState.UNKNOWN, IntentState.ABSENT, IntentState.REJECTED, IntentState.DONE})
"""States in which an order nobody knows of may still turn up."""


class Ordering:
    """Places orders of one account. `changed` tells every turn an intent takes, and the ids the gateway
    named before it looks for them."""

    def __init__(
        self, gateway: PandaPon, journal: Journal, basket: Basket, *, patience: timedelta | None = None
    ) -> None:
        self._gateway = gateway
        self._journal = journal
        self._basket = basket
        self._patience = Patience(patience)
        self._in_hand = InHand()
        self._seen: dict[str, frozenset[str]] = {}
        """The orders of references that need no second look."""
        self._watched: dict[str, frozenset[str]] = {}
        """Cart lines of what was refused a moment ago, by reference."""
        self.changed: Changes[OrderIntent] = Changes()

    async def place(self, draft: OrderDraft) -> OrderIntent:
        """Write the confirmed draft down, send it once and record the outcome.

        Must run in a scope that outlives the window it was confirmed in. StorageFailed before anything was
        sent, and Conflict, mean that nothing was ordered.
        """
        await self._look_at_refusals(draft)
        async with self._in_hand.holding(draft.reference):
            intent = await self._journal.write(draft)
            self.changed.tell(intent)
            return await self._send(intent)

    async def send_again(self, reference: str) -> OrderIntent:
        """Send an intent the gateway does not know, with the same reference, after asking once more."""
        async with self._in_hand.holding(reference):
            intent = await self._known(reference)
            if intent.state is not IntentState.ABSENT:
                return intent
            found = await find_orders(self._gateway, intent, intent.order_ids)
            if found.orders:
                return await self._done(intent, found)
            if not found.complete:
                raise SourcingError(
                    tr(
                        "The order list is too long to be sure that this order is not in it. Nothing was "
                        "sent."
                    )
                )
            if any(order.id not in intent.explanation for order in found.alike):
                explanation = outcomes.absence(found, intent.order_ids)
                await self._move(
                    intent, IntentState.ABSENT, order_ids=intent.order_ids, explanation=explanation
                )
                nothing = tr("Nothing was sent.")
                raise SourcingError(f"{explanation} {nothing}")
            return await self._send(intent)

    async def give_up(self, reference: str) -> OrderIntent:
        """Close an intent the gateway does not know, after asking once more; its cart lines stay."""
        async with self._in_hand.holding(reference):
            intent = await self._known(reference)
            if intent.state is not IntentState.ABSENT:
                return intent
            found = await find_orders(self._gateway, intent, intent.order_ids)
            if found.orders:
                return await self._done(intent, found)
            return await self._move(
                intent, IntentState.REJECTED, explanation=tr("Given up by the buyer; not ordered.")
            )

    async def settle(self) -> tuple[OrderIntent, ...]:
        """Clear up what earlier runs and broken connections left behind; returns intents still open.

        An intent this program does not have in hand was left by a program that ended: PREPARED was never
        sent, SENDING may have arrived. Each platform's list is read once for all. What fails for one intent
        does not keep the others waiting; the first failure is raised at the end.
        """
        failures: list[SourcingError] = []
        unfinished = [*await self._journal.unfinished_orders(), *await self._watched_intents()]
        for platform in Platform:
            mine = [each for each in unfinished if each.draft.platform is platform]
            failures += await self._settle_side(platform, mine)
        if failures:
            raise failures[0]
        return tuple(intent for intent in await self._journal.unfinished_orders() if intent.open)

    async def _settle_side(self, platform: Platform, intents: Sequence[OrderIntent]) -> list[SourcingError]:
        failures: list[SourcingError] = []
        free = [intent for intent in intents if intent.reference not in self._in_hand]
        # Before anything is looked at: the answer may take long.
        waited = {intent.reference for intent in free if self._patience.over(intent.reference)}
        listed: Listed | None = None
        try:
            if any(intent.state is not IntentState.PREPARED for intent in free):
                listed = await read_list(self._gateway, platform, free)
        except SourcingError as error:
            failures.append(error)
        for asked in free:
            reference = asked.reference
            if reference in self._in_hand:
                continue
            try:
                async with self._in_hand.holding(reference):
                    intent = await self._known(reference)
                    if intent.changed_at == asked.changed_at:  # else what was listed says nothing of it
                        await self._settle(intent, listed, reference in waited)
            except SourcingError as error:
                failures.append(error)
        return failures

    async def heed(self, orders: Iterable[Order]) -> None:
        """Orders that were read for another reason: what was taken for not ordered may be among them, or a
        second order where there should be one."""
        mentioned: dict[str, list[Order]] = {}
        for order in orders:
            for reference in order.reference.split():
                mentioned.setdefault(reference, []).append(order)
        fresh = {
            each
            for each, named in mentioned.items()
            if each not in self._in_hand and not self._seen_all(each, named)
        }
        for intent in await self._journal.among(fresh) if fresh else ():
            named = {order.id for order in mentioned[intent.reference]}
            if intent.state in SURPRISED and not named <= set(intent.order_ids):
                async with self._in_hand.holding(intent.reference):
                    await self._look_anew(await self._known(intent.reference))
            elif intent.state is IntentState.DONE:
                self._seen[intent.reference] = frozenset(intent.order_ids)

    async def _look_anew(self, intent: OrderIntent) -> bool:
        """Whether the order is there, all of it or after its time; if so, that is recorded."""
        waited = self._patience.over(intent.reference)
        found = await find_orders(self._gateway, intent)
        there = bool(found.orders) and (found.whole or waited)
        if there and intent.state in SURPRISED:
            await self._done(intent, found)
        return there

    @property
    def watching(self) -> bool:
        """Whether something was refused so short a time ago that it is still looked for."""
        return bool(self._watched)

    async def intents(self) -> tuple[OrderIntent, ...]:
        """Intents that are not closed or changed in the last day, the latest first."""
        return await self._journal.orders(datetime.now(UTC) - PUT_RIGHT)

    async def _send(self, intent: OrderIntent) -> OrderIntent:
        intent = await self._move(intent, IntentState.SENDING)
        self._patience.begin(intent.reference)
        draft = intent.draft
        try:
            placed = await self._gateway.side(draft.platform).create(draft)
        except asyncio.CancelledError:
            raise  # stays SENDING on disk and is settled at the next start
        except (Unreachable, Busy, BadReply) as error:
            if isinstance(error, Unreachable) and not error.sent:
                return await self._refuse(intent, error)
            looking = tr("The program asks the gateway whether the order exists.")
            return await self._leave_open(intent, f"{error.sentence} {looking}", error.detail)
        except SourcingError as error:
            return await self._look_behind(intent, error)
        return await self._look_after(intent, placed)

    async def _look_after(self, intent: OrderIntent, placed: Placed) -> OrderIntent:
        """The gateway says it has placed the order: see whether it has."""
        named = ", ".join(placed.order_ids)
        self.changed.tell(replace(intent, order_ids=placed.order_ids))  # not kept: it is seen in a moment
        self._patience.begin(intent.reference)
        evidence = f"order {named}"
        try:
            found = await find_orders(self._gateway, intent, placed.order_ids)
        except SourcingError as error:
            found = Found(())
            evidence = f"{evidence}; {error.detail}"
        if found.whole:
            return await self._done(intent, found, placed, evidence)
        return await self._leave_open(
            intent,
            tr("The gateway named order {ids}. The program looks whether all of it is there.", ids=named),
            evidence,
            placed.order_ids,
        )

    async def _look_behind(self, intent: OrderIntent, refusal: SourcingError) -> OrderIntent:
        """The gateway says no: a request that arrived twice may have been refused the second time only. So
        the program looks, and goes on looking for as long as it is patient."""
        self._patience.begin(intent.reference)
        try:
            found = await find_orders(self._gateway, intent)
        except SourcingError as error:
            looking = tr("The program asks whether the order exists all the same.")
            details = f"{refusal.detail}; {error.detail}"
            return await self._leave_open(intent, f"{refusal.sentence} {looking}", details)
        if found.whole:
            return await self._done(intent, found, evidence=refusal.detail)
        if found.orders or found.alike or not found.complete:
            doubt = tr("Yet there may be an order. The program looks.")
            return await self._leave_open(intent, f"{refusal.sentence} {doubt}", refusal.detail)
        if isinstance(refusal, Rejected) and refusal.code:
            self._watched[intent.reference] = intent.draft.cart_keys
        return await self._refuse(intent, refusal)

    async def _look_at_refusals(self, draft: OrderDraft) -> None:
        """Conflict where goods that were refused a moment ago, and are to be ordered again, are there."""
        again = [each for each, keys in self._watched.items() if not keys.isdisjoint(draft.cart_keys)]
        for reference in again:
            waited = self._patience.over(reference)
            async with self._in_hand.holding(reference):
                there = await self._look_anew(await self._known(reference))
            if there:
                raise Conflict(
                    tr(
                        "The gateway had refused these goods, and yet they are ordered. Nothing was sent "
                        "now. Look at Orders."
                    )
                )
            if waited:
                self._watched.pop(reference, None)

    async def _settle(self, intent: OrderIntent, listed: Listed | None, waited: bool) -> None:
        """`waited`: the order had time enough to be in what was `listed`."""
        reference = intent.reference
        if intent.state is IntentState.PREPARED:
            await self._move(intent, IntentState.REJECTED, explanation=tr("Never sent; not ordered."))
            return
        if listed is None or (intent.closed and reference not in self._watched):
            return
        if intent.state is IntentState.SENDING:
            intent = await self._leave_open(
                intent, tr("Nobody waited for the gateway's answer any more."), ""
            )
        found = await find_named(self._gateway, intent, intent.order_ids) if intent.order_ids else None
        found = found or find_in(listed, intent)
        if found.orders and (found.whole or waited):
            await self._done(intent, found)
        elif waited and found.complete and not found.orders:
            if intent.state is IntentState.UNKNOWN:
                await self._move(
                    intent,
                    IntentState.ABSENT,
                    order_ids=intent.order_ids,
                    explanation=outcomes.absence(found, intent.order_ids),
                )
            self._watched.pop(reference, None)

    async def _watched_intents(self) -> tuple[OrderIntent, ...]:
        """What the gateway refused a moment ago: the refusal may be that of a second copy."""
        return await self._journal.among(self._watched) if self._watched else ()

    async def _done(
        self, intent: OrderIntent, found: Found, placed: Placed | None = None, evidence: str = ""
    ) -> OrderIntent:
        """Record an order that was seen, and take its lines out of the cart with the same stroke."""
        outcome = outcomes.of_order(found.orders, intent, placed)
        first = intent.state is not IntentState.DONE  # later, the same goods in the cart are another wish
        async with self._basket.ordered(outcome.bought if first else {}) as also:
            moved: OrderIntent = await self._journal.move(
                intent.reference,
                IntentState.DONE,
                order_ids=outcome.order_ids,
                explanation=outcome.explanation,
                evidence=evidence or f"order {', '.join(outcome.order_ids)} is in the order list",
                also=also,
            )
            self._seen[intent.reference] = frozenset(outcome.order_ids)
            self._watched.pop(intent.reference, None)
            self.changed.tell(moved)  # the cart of a slow gateway may take its time
        return moved

    def _seen_all(self, reference: str, orders: Iterable[Order]) -> bool:
        return {order.id for order in orders} <= self._seen.get(reference, frozenset())

    async def _refuse(self, intent: OrderIntent, error: SourcingError) -> OrderIntent:
        words = outcomes.reasons(error) if isinstance(error, Rejected) else error.sentence
        return await self._move(intent, IntentState.REJECTED, explanation=words, evidence=error.detail)

    async def _leave_open(
        self, intent: OrderIntent, explanation: str, evidence: str, order_ids: tuple[str, ...] = ()
    ) -> OrderIntent:
        return await self._move(
            intent, IntentState.UNKNOWN, explanation=explanation, evidence=evidence, order_ids=order_ids
        )

    async def _move(
        self,
        intent: OrderIntent,
        state: IntentState,
        *,
        order_ids: tuple[str, ...] = (),
        explanation: str = "",
        evidence: str = "",
    ) -> OrderIntent:
        moved: OrderIntent = await self._journal.move(
            intent.reference, state, order_ids=order_ids, explanation=explanation, evidence=evidence
        )
        self.changed.tell(moved)
        return moved

    async def _known(self, reference: str) -> OrderIntent:
        return await self._journal.intent(reference)


def rows_in_flight(intents: Iterable[OrderIntent]) -> frozenset[str]:
    """Cart lines (by key) of intents that are not closed; they must not be ordered a second way."""
    return frozenset(key for intent in intents if not intent.closed for key in intent.draft.cart_keys)
