"""Ordering: write down what was confirmed, send it once, look whether it is there. Nothing is ever blindly sent
again, and nothing counts as ordered before it was seen at the gateway."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sourcing_desktop.domain.errors import BadReply, Busy, Rejected, SourcingError, Unreachable
from sourcing_desktop.domain.intent import IntentState, OrderIntent
from sourcing_desktop.domain.order import Order, OrderDraft, Placed
from sourcing_desktop.gateways.pandapon import PandaPon
from sourcing_desktop.services import outcomes
from sourcing_desktop.services.basket import Basket
from sourcing_desktop.services.changes import Changes
from sourcing_desktop.services.finding import Found, find_orders
from sourcing_desktop.services.settling import PUT_RIGHT, Patience
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
        self._in_hand: set[str] = set()
        self._seen: dict[str, frozenset[str]] = {}
        """The orders of references that need no second look."""
        self.changed: Changes[OrderIntent] = Changes()

    async def place(self, draft: OrderDraft) -> OrderIntent:
        """Write the confirmed draft down, send it once and record the outcome.

        Must run in a scope that outlives the window it was confirmed in. StorageFailed before anything was
        sent, and Conflict, mean that nothing was ordered.
        """
        async with self._handling(draft.reference):
            intent = await self._journal.write(draft)
            self.changed.tell(intent)
            return await self._send(intent)

    async def send_again(self, reference: str) -> OrderIntent:
        """Send an intent the gateway does not know, with the same reference, after asking once more."""
        async with self._handling(reference):
            intent = await self._known(reference)
            if intent.state is not IntentState.ABSENT:
                return intent
            found = await find_orders(self._gateway, intent, intent.order_ids)
            if found.orders:
                return await self._done(intent, found)
            if not found.complete:
                raise SourcingError(
                    "The order list is too long to be sure that this order is not in it. Nothing was sent."
                )
            return await self._send(intent)

    async def give_up(self, reference: str) -> OrderIntent:
        """Close an intent the gateway does not know, after asking once more; its cart lines stay."""
        async with self._handling(reference):
            intent = await self._known(reference)
            if intent.closed:
                return intent
            found = await find_orders(self._gateway, intent, intent.order_ids)
            if found.orders:
                return await self._done(intent, found)
            return await self._move(
                intent, IntentState.REJECTED, explanation="Given up by the buyer; not ordered."
            )

    async def settle(self) -> tuple[OrderIntent, ...]:
        """Clear up what earlier runs and broken connections left behind; returns intents still open.

        An intent this program does not have in hand was left by a program that ended: PREPARED was never
        sent, SENDING may have arrived. What fails for one intent does not keep the others waiting; the first
        failure is raised at the end.
        """
        failures: list[SourcingError] = []
        for listed in await self._journal.orders(datetime.now(UTC)):
            if listed.reference not in self._in_hand:
                try:
                    async with self._handling(listed.reference):
                        await self._settle(await self._known(listed.reference))
                except SourcingError as error:
                    failures.append(error)
        if failures:
            raise failures[0]
        return tuple(intent for intent in await self._journal.orders(datetime.now(UTC)) if intent.open)

    async def heed(self, orders: Iterable[Order]) -> None:
        """Orders that were read for another reason: what was taken for not ordered may be among them, or a
        second order where there should be one."""
        mentioned: dict[str, list[Order]] = {}
        for order in orders:
            for reference in order.reference.split():
                mentioned.setdefault(reference, []).append(order)
        fresh = {each for each, named in mentioned.items() if not self._seen_all(each, named)} - self._in_hand
        for intent in await self._journal.among(fresh) if fresh else ():
            named = {order.id for order in mentioned[intent.reference]}
            if intent.state in SURPRISED and not named <= set(intent.order_ids):
                async with self._handling(intent.reference):
                    await self._done(intent, await find_orders(self._gateway, intent))
            elif intent.state is IntentState.DONE:
                self._seen[intent.reference] = frozenset(intent.order_ids)

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
            return await self._leave_open(
                intent,
                f"{error.sentence} The program asks the gateway whether the order exists.",
                error.detail,
            )
        except SourcingError as error:
            return await self._look_behind(intent, error)
        return await self._look_after(intent, placed)

    async def _look_after(self, intent: OrderIntent, placed: Placed) -> OrderIntent:
        """The gateway says it has placed the order: see whether it has."""
        named = ", ".join(placed.order_ids)
        self.changed.tell(replace(intent, order_ids=placed.order_ids))  # not kept: it is seen in a moment
        self._patience.begin(intent.reference)
        try:
            found = await find_orders(self._gateway, intent, placed.order_ids)
        except SourcingError as error:
            found = Found(())
            evidence = f"order {named}; {error.detail}"
        else:
            evidence = f"order {named}"
        if found.orders:
            return await self._done(intent, found, placed, evidence)
        return await self._leave_open(
            intent,
            f"The gateway named order {named}. The program looks whether it is there.",
            evidence,
            placed.order_ids,
        )

    async def _look_behind(self, intent: OrderIntent, refusal: SourcingError) -> OrderIntent:
        """The gateway says no: a request that arrived twice may have been refused the second time only."""
        try:
            found = await find_orders(self._gateway, intent)
        except SourcingError as error:
            return await self._leave_open(
                intent,
                f"{refusal.sentence} The program asks whether the order exists all the same.",
                f"{refusal.detail}; {error.detail}",
            )
        if found.orders:
            return await self._done(intent, found, evidence=refusal.detail)
        return await self._refuse(intent, refusal)

    async def _settle(self, intent: OrderIntent) -> None:
        if intent.state is IntentState.PREPARED:
            await self._move(intent, IntentState.REJECTED, explanation="Never sent; not ordered.")
            return
        if intent.state is IntentState.SENDING:
            intent = await self._leave_open(intent, "Nobody waited for the gateway's answer any more.", "")
        waited = self._patience.over(intent.reference)  # before it is looked: the answer may take long
        found = await find_orders(self._gateway, intent, intent.order_ids)
        if found.orders:
            await self._done(intent, found)
        elif intent.state is IntentState.UNKNOWN and found.complete and waited:
            await self._move(
                intent,
                IntentState.ABSENT,
                order_ids=intent.order_ids,
                explanation=outcomes.absence(found, intent.order_ids),
            )

    async def _done(
        self, intent: OrderIntent, found: Found, placed: Placed | None = None, evidence: str = ""
    ) -> OrderIntent:
        """Record an order that was seen, and take its lines out of the cart with the same stroke."""
        outcome = outcomes.of_order(found.orders, intent, placed)
        async with self._basket.ordered(outcome.bought) as also:
            moved: OrderIntent = await self._journal.move(
                intent.reference,
                IntentState.DONE,
                order_ids=outcome.order_ids,
                explanation=outcome.explanation,
                evidence=evidence or f"order {', '.join(outcome.order_ids)} is in the order list",
                also=also,
            )
        self._seen[intent.reference] = frozenset(outcome.order_ids)
        self.changed.tell(moved)
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

    @asynccontextmanager
    async def _handling(self, reference: str) -> AsyncIterator[None]:
        """While it lasts, `settle` keeps its hands off this intent."""
        self._in_hand.add(reference)
        try:
            yield
        finally:
            self._in_hand.discard(reference)


def rows_in_flight(intents: Iterable[OrderIntent]) -> frozenset[str]:
    """Cart lines (by key) of intents that are not closed; they must not be ordered a second way."""
    return frozenset(key for intent in intents if not intent.closed for key in intent.draft.cart_keys)
