"""Looks at the gateway for what became of an order that was sent, and says when it has not seen enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sourcing_desktop.domain.errors import NotFound
from sourcing_desktop.domain.intent import OrderIntent
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import DraftLine, Order, OrderDraft
from sourcing_desktop.domain.order_filter import OrderFilter
from sourcing_desktop.gateways.pandapon import PandaPon

PAGES_ASKED = 50
ORDERS_PER_PAGE = 20
CLOCKS_APART = timedelta(hours=12)
"""Two clocks never differ by more: an order made after the intent is not dated further before it."""

Goods = Counter[int]
"""Pieces by the place of their line in the draft; at -1 those that are in none of its lines."""


@dataclass(frozen=True, slots=True)
class Found:
    """`orders` are the intent's. `alike` hold the same goods but no reference of ours. `complete`: every
    order that could be it was seen; without that nobody may say that there is none."""

    orders: tuple[Order, ...]
    alike: tuple[Order, ...] = ()
    complete: bool = True


async def find_orders(gateway: PandaPon, intent: OrderIntent, named: Sequence[str] = ()) -> Found:
    """First the orders the gateway named, then the list from its newest page to its end, or to a page of only
    older orders."""
    if named:
        orders = await _named(gateway, intent.draft, named)
        if orders and all(is_of(order, intent.draft) for order in orders):
            return Found(orders)
    side = gateway.side(intent.draft.platform)
    earliest = intent.written_at - CLOCKS_APART
    seen: dict[str, Order] = {}
    complete = False
    for number in range(1, PAGES_ASKED + 1):
        page = await side.orders(number, ORDERS_PER_PAGE)
        new = [order for order in page.orders if order.id not in seen]
        seen.update((order.id, order) for order in new)
        if not new or all(order.created_at and order.created_at < earliest for order in new):
            complete = True
            break
    young = [order for order in seen.values() if not order.created_at or order.created_at >= earliest]
    return Found(
        orders=tuple(order for order in seen.values() if carries(order, intent.reference)),
        alike=tuple(order for order in young if not order.reference and same_goods(order, intent.draft)),
        complete=complete,
    )


async def _named(gateway: PandaPon, draft: OrderDraft, named: Sequence[str]) -> tuple[Order, ...]:
    """The orders of these ids; none where one of them is not there yet."""
    found = [await named_order(gateway, draft.platform, order_id) for order_id in named]
    orders = tuple(order for order in found if order is not None)
    return orders if len(orders) == len(found) else ()


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


def is_of(order: Order, draft: OrderDraft) -> bool:
    """Whether an order the gateway named is the draft's, or a part of it: it carries our reference, or none
    at all and nothing that the draft does not hold."""
    if carries(order, draft.reference):
        return True
    return not order.reference and _goods([order], draft) <= _wanted(draft)


def same_goods(order: Order, draft: OrderDraft) -> bool:
    """Whether the order's lines are the draft's, by SKU and quantity (contract upstream D1)."""
    return bool(draft.lines) and _goods([order], draft) == _wanted(draft)


def more_than_wanted(orders: Iterable[Order], draft: OrderDraft) -> bool:
    """Whether the orders together hold more of the draft's goods than it does: one was made twice."""
    goods = _goods(orders, draft)
    return any(goods[place] > pieces for place, pieces in _wanted(draft).items())


def missing_skus(orders: Iterable[Order], draft: OrderDraft) -> frozenset[str]:
    """SKUs of the draft that none of the orders holds; none where the orders name no SKUs we know."""
    held = _goods(orders, draft)
    if not any(place in held for place in range(len(draft.lines))):
        return frozenset()
    return frozenset(line.sku_id for place, line in enumerate(draft.lines) if place not in held)


def _goods(orders: Iterable[Order], draft: OrderDraft) -> Goods:
    """What the orders hold, under whichever of its names the platform calls a SKU."""
    places = {name: place for place, line in enumerate(draft.lines) for name in _names(line) if name}
    goods: Goods = Counter()
    for order in orders:
        for line in order.lines:
            place = next((places[name] for name in (line.spec_id, line.sku_id) if name in places), -1)
            goods[place] += line.quantity
    return goods


def _names(line: DraftLine) -> tuple[str, ...]:
    return (line.spec_id, line.sku_id, line.supply_sku_id)


def _wanted(draft: OrderDraft) -> Goods:
    return Counter({place: line.quantity for place, line in enumerate(draft.lines)})
