"""Whether orders hold what a draft asked for. Pure.

Platforms call goods by different names in a cart, an order and a list of orders (contract upstream D1): by
the SKU's spec id, its own id, or the id at the supply side. Goods without SKUs have none of these, or 0; they
go by their offer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sourcing_desktop.domain.order import DraftLine, Order, OrderDraft, OrderLine

NO_SKU = frozenset({"", "0"})
"""What stands for the SKU of goods that have none (contract TG4)."""

UNKNOWN = ("", "")
Goods = tuple[str, str]
"""Offer and SKU of a draft's line, UNKNOWN for what is in none of them."""

Pieces = Counter[Goods]


def pieces_wanted(draft: OrderDraft) -> Pieces:
    """What the draft asks for; two lines of one SKU are one."""
    pieces: Pieces = Counter()
    for line in draft.lines:
        pieces[goods_of(line)] += line.quantity
    return pieces


def pieces_of(orders: Iterable[Order], draft: OrderDraft) -> Pieces:
    """What the orders hold, in the draft's own words."""
    by_name = {name: goods_of(line) for line in draft.lines for name in _names(line)}
    pieces: Pieces = Counter()
    for order in orders:
        for line in order.lines:
            named = (by_name[name] for name in _names_ordered(line) if name in by_name)
            pieces[next(named, UNKNOWN)] += line.quantity
    return pieces


def holds_all(orders: Iterable[Order], draft: OrderDraft) -> bool:
    """Whether nothing of the draft is missing in the orders; by the number of pieces where they name goods
    otherwise than we do."""
    held, wanted = pieces_of(orders, draft), pieces_wanted(draft)
    return held >= wanted or (held[UNKNOWN] > 0 and held.total() >= wanted.total())


def missing_goods(orders: Iterable[Order], draft: OrderDraft) -> frozenset[Goods]:
    """Goods of the draft that none of the orders holds; none where the orders name no goods we know."""
    held, wanted = pieces_of(orders, draft), pieces_wanted(draft)
    return frozenset(wanted - held) if any(goods in held for goods in wanted) else frozenset()


def goods_of(line: DraftLine) -> Goods:
    """What a line is of."""
    return line.ref.id, "" if line.sku_id in NO_SKU else line.sku_id


def _names(line: DraftLine) -> list[str]:
    names = [name for name in (line.spec_id, line.sku_id, line.supply_sku_id) if name not in NO_SKU]
    if line.sku_id in NO_SKU:
        names += [_whole(offer) for offer in (line.ref.id, line.supply_id) if offer]
    return names


def _names_ordered(line: OrderLine) -> list[str]:
    names = [name for name in (line.spec_id, line.sku_id) if name not in NO_SKU]
    return [*names, _whole(line.offer_id)]


def _whole(offer_id: str) -> str:
    """The name of an offer without SKUs, unlike any SKU's."""
    return f"offer {offer_id}"
