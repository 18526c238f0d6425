"""Looks in a platform's order list for what became of an intent. Says when it has not seen enough to tell."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from sourcing_desktop.domain.intent import Intent
from sourcing_desktop.domain.order import Order, OrderDraft
from sourcing_desktop.gateways.pandapon import PandaPon

PAGES_ASKED = 50
ORDERS_PER_PAGE = 20
CLOCKS_APART = timedelta(hours=12)
"""Two clocks never differ by more: an order made after the intent is not dated further before it."""


@dataclass(frozen=True, slots=True)
class Found:
    """`orders` carry the intent's reference. `alike` hold the same goods but no reference of ours.
    `complete`: every order that could be it was seen; without that nobody may say that there is none."""

    orders: tuple[Order, ...]
    alike: tuple[Order, ...]
    complete: bool


async def find_orders(gateway: PandaPon, intent: Intent) -> Found:
    """Read the order list from its newest page to its end, or to a page of only older orders."""
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


def carries(order: Order, reference: str) -> bool:
    """Whether the order has our reference, alone or among others, wherever the platform put it."""
    return reference in order.reference.split() or reference in order.note


def same_goods(order: Order, draft: OrderDraft) -> bool:
    """Whether the order's lines are the draft's, by SKU and quantity (contract upstream D1)."""
    ordered = Counter((line.spec_id or line.sku_id, line.quantity) for line in order.lines)
    wanted = Counter((line.spec_id or line.sku_id, line.quantity) for line in draft.lines)
    return bool(wanted) and ordered == wanted


def missing_skus(orders: tuple[Order, ...], draft: OrderDraft) -> frozenset[str]:
    """SKUs of the draft that none of the orders holds; none where the orders name no SKUs."""
    held = {name for order in orders for line in order.lines for name in (line.sku_id, line.spec_id) if name}
    if not held:
        return frozenset()
    return frozenset(
        line.sku_id for line in draft.lines if line.sku_id not in held and line.spec_id not in held
    )
