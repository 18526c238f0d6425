"""The SQL of a look into the library: which offers fit and in what order. Asks nothing itself."""

from __future__ import annotations

from sourcing_desktop.domain.seen import FoundBy, SeenKind, SeenOrder, SeenQuery
from sourcing_desktop.storage.seen.rows import clean, to_number
from sourcing_desktop.storage.seen.words import question

TIME = {SeenKind.SEEN: "last_seen", SeenKind.OPENED: "opened_at", SeenKind.ORDERED: "ordered_at"}
"""The time that counts for each part of the library."""

ORDER = {
    SeenOrder.LATEST: "{time} DESC, offers.number",
    SeenOrder.OLDEST: "{time}, offers.number DESC",
    SeenOrder.CHEAPEST: "currency NULLS LAST, price, offers.number",
    SeenOrder.DEAREST: "currency DESC, price DESC, offers.number DESC",
    SeenOrder.MOST_SEEN: "offers.times DESC, last_seen DESC, offers.number",
}

FOUND_BY = "(SELECT number FROM searches WHERE found_in = ? AND text = ? AND category = ?)"

Conditions = list[tuple[str, tuple[object, ...]]]

Statement = tuple[str, list[object]]
"""SQL, and the values of its question marks."""


def in_order(query: SeenQuery) -> Statement:
    """SELECT the numbers of what fits, sorted."""
    which, values = source(query)
    order = ORDER[query.order].format(time=TIME[query.kind])
    return f"SELECT offers.number {which} ORDER BY {order}", values


def source(query: SeenQuery) -> Statement:
    """FROM and WHERE of what fits."""
    conditions = _few(query) + _many(query)
    values = [value for _, given in conditions for value in given]
    where = " AND ".join(text for text, _ in conditions)
    return f"FROM {_table(query)}" + (f" WHERE {where}" if where else ""), values


def search_key(found_by: FoundBy) -> tuple[str, str, str]:
    """The columns that name a search."""
    return found_by.found_in.value, clean(found_by.text), clean(found_by.category_id)


def _table(query: SeenQuery) -> str:
    """Where to begin: with what leaves the fewest offers. SQLite knows no numbers and would guess."""
    if question(query.words):
        return "words CROSS JOIN offers ON offers.number = words.rowid"
    if query.found_by is not None:
        return "found CROSS JOIN offers ON offers.number = found.number"
    if query.kind is not SeenKind.SEEN:
        return f"offers INDEXED BY offers_{query.kind.value}"
    if query.seller:
        return "offers INDEXED BY offers_seller"
    return "offers INDEXED BY offers_category" if query.category_id else "offers"


def _few(query: SeenQuery) -> Conditions:
    """The conditions that leave few of many offers."""
    conditions: Conditions = []
    words = question(query.words)
    if words:
        conditions.append(("words MATCH ?", (words,)))
    if query.found_by is not None:
        by_it = f"found.search = {FOUND_BY}"
        if words:
            by_it = f"EXISTS (SELECT 1 FROM found WHERE {by_it} AND found.number = offers.number)"
        conditions.append((by_it, search_key(query.found_by)))
    if query.kind is not SeenKind.SEEN:
        conditions.append((f"{TIME[query.kind]} IS NOT NULL", ()))
    if query.seller:
        conditions.append(("seller = (SELECT number FROM sellers WHERE name = ?)", (clean(query.seller),)))
    if query.category_id:
        # the index has no empty ones, which a question mark may be for all SQLite knows
        conditions.append(("offers.category = ? AND offers.category != ''", (clean(query.category_id),)))
    return conditions


def _many(query: SeenQuery) -> Conditions:
    """The conditions that leave many; the index of every order carries their columns."""
    conditions: Conditions = []
    if query.platform is not None:
        conditions.append(("platform = ?", (query.platform.value,)))
    bounds = [(sign, at) for sign, at in ((">=", query.price_from), ("<=", query.price_to)) if at is not None]
    conditions += [("currency = ?", (each,)) for each in dict.fromkeys(bound.currency for _, bound in bounds)]
    conditions += [(f"price {sign} ?", (bound.minor,)) for sign, bound in bounds]
    for sign, at in ((">=", query.since), ("<", query.until)):
        if at is not None:
            conditions.append((f"{TIME[query.kind]} {sign} ?", (to_number(at),)))
    return conditions
