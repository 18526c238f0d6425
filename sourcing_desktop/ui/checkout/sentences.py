"""What the confirmation says, in sentences: what an order is, how it differs, and what became of it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sourcing_desktop.domain.cart import MOST_SKUS
from sourcing_desktop.domain.exchange import Rate
from sourcing_desktop.domain.intent import IntentState, OrderIntent
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.order import ON_CREDIT, OrderPreview
from sourcing_desktop.domain.second_look import Change, Cost
from sourcing_desktop.ui import formats

FLOW_NAMES = {
    "general": "as a wholesale order",
    "fenxiao": "as a distribution order",
    "saleproxy": "as a dropship order",
    "paired": "as a paired order",
    "repurchase": "as a repeat order",
    "boutiquefenxiao": "as a curated order of single pieces",
    "boutiquepifa": "as a curated wholesale order",
}
"""What 1688's flows mean (contract AO7)."""

NOT_FINAL = "The freight is not final: the seller works it out later."
SPLIT = f"1688 takes at most {MOST_SKUS} SKUs in one order, so these goods become {{}} orders."
UNKNOWN = "No clear answer came. The program is asking the gateway and will not send it again by itself."
MOMENT = timedelta(minutes=2)
NAMED = 3
"""Sellers named in a sentence; the others are counted."""


def orders(number: int) -> str:
    return "1 order" if number == 1 else f"{number} orders"


def names(some: Sequence[str]) -> str:
    """`Shop 1, Shop 2, Shop 3 and 12 more`."""
    more = f" and {len(some) - NAMED} more" if len(some) > NAMED else ""
    return ", ".join(some[:NAMED]) + more


def change(found: Change, now: datetime) -> str:
    """`The goods cost ¥12.00 more than when you took them.` A large one says both amounts."""
    more = found.now > found.before
    apart = formats.money(found.now - found.before if more else found.before - found.now)
    if found.large and found.percent is not None:
        apart += f" ({found.percent} %)"
    if found.cost is Cost.LINE:
        return f"{apart} {'more' if more else 'less'} than when you took it."
    verb = "The goods cost" if found.cost is Cost.GOODS else "The total is"
    than = "when you took them" if found.since is None else _before(now, found.since)
    whole = f": {formats.money(found.now)}, not {formats.money(found.before)}" if found.large else ""
    return f"{verb} {apart} {'more' if more else 'less'} than {than}{whole}."


def ordered_before(intent: OrderIntent, now: datetime) -> str:
    """That the same goods were ordered, and how far that order has come."""
    ago = formats.ago(now - intent.written_at)
    if intent.state is IntentState.DONE:
        return f"You ordered exactly these goods to this address {ago}: order {', '.join(intent.order_ids)}."
    return f"You confirmed exactly these goods to this address {ago}; whether they are ordered is not clear."


def trade(trade_type: str) -> str:
    """`credit on payment terms`, marked where the buyer owes the money afterwards."""
    name = formats.TRADE_NAMES.get(trade_type, trade_type)
    return f"{name} (you owe it)" if trade_type in ON_CREDIT else name


def outcome(intent: OrderIntent) -> tuple[str, str]:
    """How far an order has come, and the role of the label that says so."""
    ids = ", ".join(intent.order_ids)
    if intent.state is IntentState.DONE:
        return f"Ordered. Order {ids}. {intent.explanation}".strip(), "success"
    if intent.state is IntentState.REJECTED:
        return f"Not ordered: {intent.explanation}", "danger"
    if intent.state is IntentState.UNKNOWN:
        named = f" The gateway named order {ids}." if ids else ""
        return f"{UNKNOWN}{named}", "warning"
    if intent.state is IntentState.ABSENT:
        return f"{intent.explanation} Send it again or give it up in Orders.", "warning"
    if intent.state is IntentState.PREPARED:
        return "Written down. Waiting to be sent…", "soft"
    return f"Order {ids} is named. Looking whether it is there…" if ids else "Sending…", "soft"


def end(refused: int, unclear: int) -> str:
    """What became of the orders that were not placed."""
    if not refused and not unclear:
        return "All orders are listed in Orders."
    parts = [
        f"{refused} not ordered" if refused else "",
        f"{unclear} unclear: the program keeps asking" if unclear else "",
    ]
    return f"{', '.join(filter(None, parts))}. See below why, and in Orders what comes of it."


def left_behind(refused: Sequence[str], unclear: Sequence[str]) -> str:
    """Whose orders were not placed."""
    parts = [
        f"Not ordered: {names(refused)}." if refused else "",
        f"Unclear: {names(unclear)}." if unclear else "",
    ]
    return " ".join(filter(None, parts))


def about(amount: Money, rate: Rate, now: datetime) -> str:
    """`about ₫4,380,700 at ₫3,550 for ¥1, your rate of 20 Nov 2026`."""
    stated = rate.stated_at.astimezone()
    of = f"{formats.per_yuan(rate)} for ¥1, your rate of {stated.day} {stated:%b %Y}"
    said = f"about {formats.money(rate.convert(amount))} at {of}"
    return f"{said}, {(now - rate.stated_at).days} days old" if rate.is_old(now) else said


def leave_out(count: int) -> str:
    """On the button that takes refused lines out of an order."""
    return "Leave it out and ask again" if count == 1 else f"Leave these {count} out and ask again"


def unavailable(count: int) -> str:
    """That a seller's order has fewer lines than the cart; empty where it has not."""
    if not count:
        return ""
    lines = "1 line of this seller" if count == 1 else f"{count} lines of this seller"
    return f"{lines} cannot be ordered now and {'stays' if count == 1 else 'stay'} in the cart."


def refusal(preview: OrderPreview, marked: int, lines: int) -> str:
    """Why an order cannot be placed as it is."""
    if preview.refusal:
        return preview.refusal
    if marked == lines:
        return "The seller does not sell these goods like this; why is said below them."
    return f"{marked} of {lines} lines cannot be bought like this; why is said below them."


def _before(now: datetime, since: datetime) -> str:
    return "a moment ago" if now - since < MOMENT else formats.ago(now - since)
