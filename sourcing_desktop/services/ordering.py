"""Ordering: preview, confirm, write down, send once, settle by asking. Nothing is ever blindly sent again."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

from sourcing_desktop.domain.address import Address
from sourcing_desktop.domain.cart import CartGroup, goods_id
from sourcing_desktop.domain.errors import BadReply, Busy, NotFound, Rejected, SourcingError, Unreachable
from sourcing_desktop.domain.intent import Intent, IntentState
from sourcing_desktop.domain.order import Order, OrderDraft, OrderPreview, Placed
from sourcing_desktop.gateways.pandapon import PandaPon
from sourcing_desktop.services.basket import Basket
from sourcing_desktop.services.changes import Changes
from sourcing_desktop.services.finding import Found, find_orders, missing_skus
from sourcing_desktop.storage.journal import Journal

PATIENCE = timedelta(seconds=60)
"""How long after sending an order may still turn up; before that nobody concludes that it does not exist."""

LEFTOVERS = timedelta(days=1)
"""For how long lines of a placed order are looked for in the cart, after a crash kept them there."""


class Ordering:
    """Places orders of one account. `changed` tells every turn an intent takes."""

    def __init__(
        self,
        gateway: PandaPon,
        journal: Journal,
        basket: Basket,
        *,
        patience: timedelta = PATIENCE,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._gateway = gateway
        self._journal = journal
        self._basket = basket
        self._patience = patience
        self._now = now
        self._in_hand: set[str] = set()
        self._cleared: set[str] = set()
        self.changed: Changes[Intent] = Changes()

    async def preview(self, group: CartGroup, address: Address) -> OrderPreview:
        """What one seller's order would cost now and what speaks against it."""
        return await self._gateway.side(group.platform).preview(group, address)

    async def place(self, draft: OrderDraft) -> Intent:
        """Write the confirmed draft down, send it once and record the outcome.

        Must run in a scope that outlives the window it was confirmed in. StorageFailed before anything was
        sent means that nothing was ordered.
        """
        async with self._handling(draft.reference):
            intent = await self._journal.write(draft)
            self.changed.tell(intent)
            return await self._send(intent)

    async def send_again(self, reference: str) -> Intent:
        """Send an intent the gateway does not know, with the same reference, after asking once more."""
        async with self._handling(reference):
            intent = await self._known(reference)
            if intent.state is not IntentState.ABSENT:
                return intent
            found = await find_orders(self._gateway, intent)
            if found.orders:
                return await self._placed(intent, _as_placed(found.orders, intent.draft))
            if not found.complete:
                raise SourcingError(
                    "The order list is too long to be sure that this order is not in it. Nothing was sent."
                )
            return await self._send(intent)

    async def give_up(self, reference: str) -> Intent:
        """Close an intent the gateway does not know, after asking once more; its cart lines stay."""
        async with self._handling(reference):
            intent = await self._known(reference)
            found = await find_orders(self._gateway, intent)
            if found.orders:
                return await self._placed(intent, _as_placed(found.orders, intent.draft))
            return await self._move(
                intent, IntentState.REJECTED, explanation="Given up by the buyer; not ordered."
            )

    async def settle(self) -> tuple[Intent, ...]:
        """Clear up what earlier runs and broken connections left behind; returns intents still open.

        An intent this program does not have in hand was left by a program that ended: PREPARED was never
        sent, SENDING may have arrived, and lines of a PLACED one must not stay in the cart. What fails for
        one intent does not keep the others waiting; the first failure is raised at the end.
        """
        failures: list[SourcingError] = []
        for listed in await self._journal.intents():
            if listed.reference not in self._in_hand:
                try:
                    async with self._handling(listed.reference):
                        await self._settle(await self._known(listed.reference))
                except SourcingError as error:
                    failures.append(error)
        if failures:
            raise failures[0]
        return tuple(intent for intent in await self._journal.intents() if intent.open)

    async def intents(self) -> tuple[Intent, ...]:
        """Every intent of the account, the latest first."""
        return await self._journal.intents()

    async def _send(self, intent: Intent) -> Intent:
        intent = await self._move(intent, IntentState.SENDING)
        draft = intent.draft
        try:
            placed = await self._gateway.side(draft.platform).create(draft)
        except asyncio.CancelledError:
            raise  # stays SENDING on disk and is settled at the next start
        except (Unreachable, Busy, BadReply) as error:
            if isinstance(error, Unreachable) and not error.sent:
                return await self._move(intent, IntentState.REJECTED, explanation=error.sentence)
            return await self._move(
                intent,
                IntentState.UNKNOWN,
                explanation=f"{error.sentence} The program asks the gateway whether the order exists.",
            )
        except Rejected as error:
            return await self._move(intent, IntentState.REJECTED, explanation=_reasons(error))
        except SourcingError as error:
            return await self._move(intent, IntentState.REJECTED, explanation=error.sentence)
        return await self._placed(intent, placed)

    async def _placed(self, intent: Intent, placed: Placed) -> Intent:
        intent = await self._move(
            intent, IntentState.PLACED, order_ids=placed.order_ids, explanation=_left_out(placed)
        )
        await self._clear_cart(intent, placed)
        return intent

    async def _settle(self, intent: Intent) -> None:
        if intent.state is IntentState.PREPARED:
            await self._move(intent, IntentState.REJECTED, explanation="Never sent; not ordered.")
        elif intent.state is IntentState.PLACED:
            if self._now() - intent.changed_at < LEFTOVERS and intent.reference not in self._cleared:
                await self._clear_cart(intent, Placed(intent.order_ids))
        elif intent.state in (IntentState.SENDING, IntentState.UNKNOWN, IntentState.ABSENT):
            await self._settle_by_asking(intent)

    async def _settle_by_asking(self, intent: Intent) -> None:
        if intent.state is IntentState.SENDING:
            intent = await self._move(
                intent, IntentState.UNKNOWN, explanation="Nobody waited for the gateway's answer any more."
            )
        found = await find_orders(self._gateway, intent)
        if found.orders:
            await self._placed(intent, _as_placed(found.orders, intent.draft))
        elif intent.state is IntentState.UNKNOWN and found.complete and self._waited(intent):
            await self._move(intent, IntentState.ABSENT, explanation=_absence(found))

    def _waited(self, intent: Intent) -> bool:
        """Whether an order had time enough to turn up."""
        return self._now() - intent.changed_at >= self._patience

    async def _clear_cart(self, intent: Intent, placed: Placed) -> None:
        """Take the ordered lines out of the cart; what was left out stays there, and so does a line that
        has become another one since."""
        await self._basket.read_once()
        ordered = {
            (line.row_id, line.sku_id, line.quantity)
            for line in intent.draft.lines
            if line.sku_id not in placed.left_out
        }
        still_there = [
            line.key
            for line in self._basket.cart.lines
            if line.ref.platform is intent.draft.platform
            and (line.row_id, line.sku.id, line.quantity) in ordered
        ]
        try:
            await self._basket.remove(still_there)
            self._cleared.add(intent.reference)
        except SourcingError as error:
            self.changed.tell(intent)
            raise SourcingError(
                "The order was placed, but its lines are still in the cart. Do not order them again.",
                detail=error.detail,
            ) from error

    @asynccontextmanager
    async def _handling(self, reference: str) -> AsyncIterator[None]:
        """While it lasts, `settle` keeps its hands off this intent."""
        self._in_hand.add(reference)
        try:
            yield
        finally:
            self._in_hand.discard(reference)

    async def _known(self, reference: str) -> Intent:
        for intent in await self._journal.intents():
            if intent.reference == reference:
                return intent
        raise NotFound("This order is not in the journal of this account.")

    async def _move(
        self, intent: Intent, state: IntentState, *, order_ids: tuple[str, ...] = (), explanation: str = ""
    ) -> Intent:
        moved = await self._journal.move(
            intent.reference, state, order_ids=order_ids, explanation=explanation
        )
        self.changed.tell(moved)
        return moved


def new_reference() -> str:
    """A reference made once for one order: short enough for a buyer's note, unlike any other."""
    alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
    return "SD-" + "".join(secrets.choice(alphabet) for _ in range(12))


def rows_in_flight(intents: Iterable[Intent]) -> frozenset[str]:
    """Cart lines (by key) of intents that are not closed; they must not be ordered a second way."""
    return frozenset(
        f"{intent.draft.platform}:{goods_id(line.ref, line.sku_id)}"
        for intent in intents
        if intent.open or intent.state in (IntentState.PREPARED, IntentState.ABSENT)
        for line in intent.draft.lines
    )


def _as_placed(orders: tuple[Order, ...], draft: OrderDraft) -> Placed:
    """What the order list shows of a draft, with what is missing in it."""
    missing = missing_skus(orders, draft)
    return Placed(tuple(order.id for order in orders), dict.fromkeys(missing, "the gateway left a line out"))


def _absence(found: Found) -> str:
    if not found.alike:
        return "The gateway knows no such order. It was not placed."
    ids = ", ".join(order.id for order in found.alike)
    return f"No order carries our reference, but {ids} holds the same goods. Compare before sending again."


def _reasons(error: Rejected) -> str:
    """What the gateway said, and why at the lines where that is more."""
    reasons = sorted({reason for reason in error.lines.values() if reason not in error.sentence})
    return " ".join([error.sentence, *reasons])


def _left_out(placed: Placed) -> str:
    return "Left out: " + "; ".join(sorted(set(placed.left_out.values()))) if placed.left_out else ""
