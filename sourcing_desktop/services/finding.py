"""Looks at the gateway for what became of orders that were sent, and says when it has not seen enough."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from sourcing_desktop.domain.errors import NotFound
from sourcing_desktop.domain.intent import OrderIntent
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import Order, OrderDraft
from sourcing_desktop.domain.order_filter import OrderFilter
from sourcing_desktop.domain.same_goods import holds_all, pieces_of, pieces_wanted
from sourcing_desktop.gateways.pandapon import PandaPon

PAGES_ASKED = 50
ORDERS_PER_PAGE = 20
CLOCKS_APART = timedelta(hours=12)
"""Two clocks never differ by more: an order made after the intent is not dated further before it."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A platform's orders, the newest ones at least. `complete`: every order that is not older than was asked
    for was seen."""

    orders: tuple[Order, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class Found:
    """`orders` are the intent's, and hold all of its goods if `whole`. `alike` hold the same goods but no
    reference of ours. `complete`: every order that could be it was seen; without that nobody may say that
    there is none."""

    orders: tuple[Order, ...]
    whole: bool = False
    alike: tuple[Order, ...] = ()
    complete: bool = True


async def read_list(gateway: PandaPon, platform: Platform, intents: Sequence[OrderIntent]) -> Listed:
    """The platform's order list to its end, or to a page of orders that are all older than these intents. The
    latter only as long as the list goes from new to old."""
    now = datetime.now(UTC)
    earliest = min((intent.written_at for intent in intents), default=now)
    earliest = min(earliest, now) - CLOCKS_APART
    seen: dict[str, Order] = {}
    for number in range(1, PAGES_ASKED + 1):
        page = await gateway.side(platform).orders(number, ORDERS_PER_PAGE)
        new = [order for order in page.orders if order.id not in seen]
        seen.update((order.id, order) for order in new)
        if not new or (_falls(seen.values()) and all(_is_older(order, earliest) for order in new)):
            return Listed(tuple(seen.values()), complete=True)
    return Listed(tuple(seen.values()), complete=False)


async def find_named(gateway: PandaPon, intent: OrderIntent, named: Sequence[str]) -> Found | None:
    """The orders the gateway named, if all of them are there and ours; they are then all there is."""
    found = [await named_order(gateway, intent.draft.platform, order_id) for order_id in named]
    orders = tuple(order for order in found if order is not None and is_of(order, intent))
    return Found(orders, whole=True) if orders and len(orders) == len(found) else None


def find_in(listed: Listed, intent: OrderIntent) -> Found:
    """The intent's orders among those that were read."""
    draft = intent.draft
    earliest = intent.written_at - CLOCKS_APART
    orders = tuple(order for order in listed.orders if carries(order, intent.reference))
    return Found(
        orders=orders,
        whole=bool(orders) and holds_all(orders, draft),
        alike=tuple(
            order
            for order in listed.orders
            if not order.reference and not _is_older(order, earliest) and same_goods(order, draft)
        ),
        complete=listed.complete,
    )


async def find_orders(gateway: PandaPon, intent: OrderIntent, named: Sequence[str] = ()) -> Found:
    """First the orders the gateway named, then the list."""
    if named and (found := await find_named(gateway, intent, named)):
        return found
    return find_in(await read_list(gateway, intent.draft.platform, [intent]), intent)


async def named_order(gateway: PandaPon, platform: Platform, order_id: str) -> Order | None:
    """An order of this id; None where the gateway lists none. Asked for in the list, whose path is surer than
    that of a single order (contract AO5, TO2 against AOD, TO8)."""
    which = OrderFilter(order_ids=(order_id,))
    try:
        page = await gateway.side(platform).orders(1, ORDERS_PER_PAGE, which=which)
    except NotFound:
        return None
    return next((order for order in page.orders if order.id == order_id), None)


def carries(order: Order, reference: str) -> bool:
    """Whether the order has our reference, alone or among others, wherever the platform put it."""
    return reference in order.reference.split() or reference in order.note


def is_of(order: Order, intent: OrderIntent) -> bool:
    """Whether an order the gateway named is the intent's, or a part of it: it carries our reference; or none
    at all, is not older, and holds some of the draft's goods and no others."""
    if carries(order, intent.reference):
        return True
    if order.reference or _is_older(order, intent.written_at - CLOCKS_APART):
        return False
    pieces = pieces_of([order], intent.draft)
    return bool(pieces) and pieces <= pieces_wanted(intent.draft)


def same_goods(order: Order, draft: OrderDraft) -> bool:
    """Whether the order's lines are the draft's, by SKU and quantity (contract upstream D1)."""
    return bool(draft.lines) and pieces_of([order], draft) == pieces_wanted(draft)


def more_than_wanted(orders: Iterable[Order], draft: OrderDraft) -> bool:
    """Whether the orders together hold more than the draft: one was made twice."""
    held, wanted = pieces_of(orders, draft), pieces_wanted(draft)
    return held.total() > wanted.total() or any(held[goods] > wanted[goods] for goods in wanted)


def _falls(orders: Iterable[Order]) -> bool:
    """Whether every order is dated, and none after the one before it."""
    times = [order.created_at for order in orders]
    dated = [time for time in times if time is not None]
    return len(dated) == len(times) and all(later >= earlier for later, earlier in pairwise(dated))


def _is_older(order: Order, moment: datetime) -> bool:
    return order.created_at is not None and order.created_at < moment
