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
from sourcing_desktop.language import tr, trn
from sourcing_desktop.ui import formats

FLOW_NAMES = {
    "general": tr("as a wholesale order"),
    "fenxiao": tr("as a distribution order"),
    "saleproxy": tr("as a dropship order"),
    "paired": tr("as a paired order"),
    "repurchase": tr("as a repeat order"),
    "boutiquefenxiao": tr("as a curated order of single pieces"),
    "boutiquepifa": tr("as a curated wholesale order"),
}
"""What 1688's flows mean (contract AO7)."""

NOT_FINAL = tr("The freight is not final: the seller works it out later.")
UNKNOWN = tr("No clear answer came. The program is asking the gateway and will not send it again by itself.")
MOMENT = timedelta(minutes=2)
NAMED = 3
"""Sellers named in a sentence; the others are counted."""


def names(some: Sequence[str]) -> str:
    """`Shop 1, Shop 2, Shop 3 and 12 more`."""
    return formats.some_names(some, NAMED)


def split(parts: int) -> str:
    """Why a seller's goods become several orders."""
    return tr(
        "1688 takes at most {most} SKUs in one order, so these goods become {parts} orders.",
        most=MOST_SKUS,
        parts=parts,
    )


def change(found: Change, now: datetime) -> str:
    """`The goods cost ¥12.00 more than when you took them.` A large one says both amounts."""
    more = found.now > found.before
    apart = formats.money(found.now - found.before if more else found.before - found.now)
    if found.large and found.percent is not None:
        apart += f" ({found.percent} %)"
    before = tr("when you took them") if found.since is None else _before(now, found.since)
    if found.large:
        amounts = {"now": formats.money(found.now), "then": formats.money(found.before)}
        before = tr("{before}: {now}, not {then}", before=before, **amounts)
    match found.cost, more:
        case Cost.LINE, True:
            return tr("{apart} more than when you took it.", apart=apart)
        case Cost.LINE, False:
            return tr("{apart} less than when you took it.", apart=apart)
        case Cost.GOODS, True:
            return tr("The goods cost {apart} more than {before}.", apart=apart, before=before)
        case Cost.GOODS, False:
            return tr("The goods cost {apart} less than {before}.", apart=apart, before=before)
        case _, True:
            return tr("The total is {apart} more than {before}.", apart=apart, before=before)
    return tr("The total is {apart} less than {before}.", apart=apart, before=before)


def ordered_before(intent: OrderIntent, now: datetime) -> str:
    """That the same goods were ordered, and how far that order has come."""
    ago = formats.ago(now - intent.written_at)
    if intent.state is IntentState.DONE:
        ids = ", ".join(intent.order_ids)
        return tr("You ordered exactly these goods to this address {ago}: order {ids}.", ago=ago, ids=ids)
    return tr(
        "You confirmed exactly these goods to this address {ago}; whether they are ordered is not clear.",
        ago=ago,
    )


def trade(trade_type: str) -> str:
    """`credit on payment terms`, marked where the buyer owes the money afterwards."""
    name = formats.TRADE_NAMES.get(trade_type, trade_type)
    return tr("{way} (you owe it)", way=name) if trade_type in ON_CREDIT else name


def paid_with(trade_type: str, flow: str) -> str:
    """How the only way to pay is called, and what kind of order it is as far as that is known."""
    if flow:
        return tr("To be paid with {way}, {flow}.", way=trade(trade_type), flow=flow)
    return tr("To be paid with {way}.", way=trade(trade_type))


def outcome(intent: OrderIntent) -> tuple[str, str]:
    """How far an order has come, and the role of the label that says so."""
    ids = ", ".join(intent.order_ids)
    if intent.state is IntentState.DONE:
        ordered = tr("Ordered. Order {ids}.", ids=ids)
        return f"{ordered} {intent.explanation}".strip(), "success"
    if intent.state is IntentState.REJECTED:
        return not_ordered(intent.explanation), "danger"
    if intent.state is IntentState.UNKNOWN:
        named = tr("The gateway named order {ids}.", ids=ids) if ids else ""
        return f"{UNKNOWN} {named}".strip(), "warning"
    if intent.state is IntentState.ABSENT:
        deeds = tr("Send it again or give it up in Orders.")
        return f"{intent.explanation} {deeds}", "warning"
    if intent.state is IntentState.PREPARED:
        return tr("Written down. Waiting to be sent…"), "soft"
    named = tr("Order {ids} is named. Looking whether it is there…", ids=ids)
    return (named if ids else tr("Sending…")), "soft"


def not_ordered(why: str) -> str:
    return tr("Not ordered: {why}", why=why)


def end(refused: int, unclear: int) -> str:
    """What became of the orders that were not placed."""
    if not refused and not unclear:
        return tr("All orders are listed in Orders.")
    parts = [
        tr("{orders} not ordered", orders=refused) if refused else "",
        tr("{orders} unclear: the program keeps asking", orders=unclear) if unclear else "",
    ]
    counts = ", ".join(filter(None, parts))
    return tr("{counts}. See below why, and in Orders what comes of it.", counts=counts)


def left_behind(refused: Sequence[str], unclear: Sequence[str]) -> str:
    """Whose orders were not placed."""
    parts = [
        tr("Not ordered: {sellers}.", sellers=names(refused)) if refused else "",
        tr("Unclear: {sellers}.", sellers=names(unclear)) if unclear else "",
    ]
    return " ".join(filter(None, parts))


def about(amount: Money, rate: Rate, now: datetime) -> str:
    """`about ₫4,380,700 at ₫3,550 for ¥1, your rate of 20 Nov 2026`."""
    said = tr(
        "about {amount} at {rate} for ¥1, your rate of {day}",
        amount=formats.money(rate.convert(amount)),
        rate=formats.per_yuan(rate),
        day=formats.day(rate.stated_at),
    )
    if not rate.is_old(now):
        return said
    return trn(
        "{about}, {count} day old", "{about}, {count} days old", (now - rate.stated_at).days, about=said
    )


def leave_out(count: int) -> str:
    """On the button that takes refused lines out of an order."""
    return trn("Leave it out and ask again", "Leave these {count} out and ask again", count)


def unavailable(count: int) -> str:
    """That a seller's order has fewer lines than the cart; empty where it has not."""
    if not count:
        return ""
    return trn(
        "{count} line of this seller cannot be ordered now and stays in the cart.",
        "{count} lines of this seller cannot be ordered now and stay in the cart.",
        count,
    )


def refusal(preview: OrderPreview, marked: int, lines: int) -> str:
    """Why an order cannot be placed as it is."""
    if preview.refusal:
        return preview.refusal
    if marked == lines:
        return tr("The seller does not sell these goods like this; why is said below them.")
    return trn(
        "{marked} of {count} line cannot be bought like this; why is said below them.",
        "{marked} of {count} lines cannot be bought like this; why is said below them.",
        lines,
        marked=marked,
    )


def _before(now: datetime, since: datetime) -> str:
    return tr("a moment ago") if now - since < MOMENT else formats.ago(now - since)
