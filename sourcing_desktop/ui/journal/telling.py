"""Entries of the journal in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from sourcing_desktop.domain.intent import Intent, IntentState, Turn
from sourcing_desktop.domain.journal import JournalStory
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import DraftLine, OrderDraft
from sourcing_desktop.domain.payment import PaymentDraft, PayWay
from sourcing_desktop.language import tr, trn
from sourcing_desktop.ui import formats

ORDER_STATES = {
    IntentState.PREPARED: tr("Not sent yet"),
    IntentState.SENDING: tr("Being ordered"),
    IntentState.UNKNOWN: tr("No clear answer"),
    IntentState.ABSENT: tr("Not there"),
    IntentState.DONE: tr("Ordered"),
    IntentState.HANDED_OVER: tr("Handed over"),
    IntentState.REJECTED: tr("Not ordered"),
}
PAYMENT_STATES = {
    IntentState.PREPARED: tr("Not sent yet"),
    IntentState.SENDING: tr("Being paid"),
    IntentState.UNKNOWN: tr("No clear answer"),
    IntentState.ABSENT: tr("Not paid"),
    IntentState.DONE: tr("Paid"),
    IntentState.HANDED_OVER: tr("Pay page opened"),
    IntentState.REJECTED: tr("Not paid"),
}
EITHER_STATES = {
    IntentState.PREPARED: tr("Not sent yet"),
    IntentState.SENDING: tr("On the way"),
    IntentState.UNKNOWN: tr("No clear answer"),
    IntentState.ABSENT: tr("Not at the gateway"),
    IntentState.DONE: tr("Ordered or paid"),
    IntentState.HANDED_OVER: tr("Pay page opened"),
    IntentState.REJECTED: tr("Refused or given up"),
}
"""What to choose from among orders and payments."""

SIGNS = {
    IntentState.PREPARED: ("later", "text_soft"),
    IntentState.SENDING: ("later", "accent"),
    IntentState.UNKNOWN: ("warning", "warning"),
    IntentState.ABSENT: ("warning", "warning"),
    IntentState.DONE: ("check", "success"),
    IntentState.HANDED_OVER: ("external", "accent"),
    IntentState.REJECTED: ("close", "danger"),
}
"""An icon and the theme's colour for it."""

WAYS = {
    PayWay.ACCOUNT: tr("by the account"),
    PayWay.PAGE: tr("on the platform's page"),
    PayWay.VOUCHER: tr("by transfer"),
}
CALLS = {
    (Platform.ALIBABA, PayWay.ACCOUNT): tr("AO1, submit and pay"),
    (Platform.ALIBABA, PayWay.PAGE): tr("AO9, pay page of an order"),
    (Platform.TAOBAO, PayWay.ACCOUNT): tr("TO6, pay an order"),
    (Platform.TAOBAO, PayWay.VOUCHER): tr("TO3, show a transfer"),
}
ORDER_CALLS = {Platform.ALIBABA: tr("AO7, create an order"), Platform.TAOBAO: tr("TO1, create an order")}
"""What the contract calls what was sent."""


def title(intent: Intent[Any]) -> str:
    """`Order from Shop 1`, `Payment of order 7001`."""
    draft = intent.draft
    if isinstance(draft, OrderDraft):
        return tr("Order from {seller}", seller=draft.seller_name or draft.seller_id or formats.UNKNOWN)
    return tr("Payment of order {order}", order=draft.order_number or draft.order_id)


def summary(intent: Intent[Any]) -> str:
    """`3 lines, 60 pieces · order 7001`, where that was seen; of a payment who gets it and how."""
    draft = intent.draft
    if isinstance(draft, PaymentDraft):
        return " · ".join(filter(None, (draft.seller_name, WAYS[draft.way])))
    pieces = sum(line.quantity for line in draft.lines)
    goods = f"{formats.lines(len(draft.lines))}, {formats.pieces(pieces)}"
    seen = orders(intent.order_ids) if intent.state is IntentState.DONE else ""
    return " · ".join(filter(None, (goods, seen)))


def amount(intent: Intent[Any]) -> Money:
    """What the buyer confirmed to spend."""
    draft = intent.draft
    return draft.total if isinstance(draft, OrderDraft) else draft.amount


def state_name(intent: Intent[Any]) -> str:
    """How far it has come."""
    return _state(intent, intent.state)


def orders(ids: Sequence[str]) -> str:
    """`order 7001`, `orders 7001, 7002`; empty for none."""
    return trn("order {ids}", "orders {ids}", len(ids), ids=", ".join(ids)) if ids else ""


def spoken(intent: Intent[Any]) -> str:
    """An entry for who listens."""
    parts = (title(intent), formats.money(amount(intent)), summary(intent), state_name(intent))
    return ", ".join((*parts, tr("written {moment}", moment=formats.moment(intent.written_at))))


def confirmed(intent: Intent[Any]) -> tuple[tuple[str, str], ...]:
    """What the buyer confirmed beside the goods: pairs of what it is and what was said."""
    draft = intent.draft
    if isinstance(draft, PaymentDraft):
        number = draft.order_number if draft.order_number != draft.order_id else ""
        facts: tuple[tuple[str, str], ...] = (
            (tr("Order"), " · ".join(filter(None, (number, draft.order_id)))),
            (tr("Seller"), draft.seller_name),
            (tr("Amount"), formats.money(draft.amount)),
            (tr("Way to pay"), WAYS[draft.way]),
            (tr("Pictures of the transfer"), "\n".join(draft.vouchers)),
        )
    else:
        facts = (
            (tr("Seller"), draft.seller_name or draft.seller_id),
            (tr("Deliver to"), draft.address.one_line),
            (tr("Note to the seller"), draft.note),
            (tr("Way to pay"), formats.TRADE_NAMES.get(draft.trade_type, draft.trade_type)),
            (tr("Goods"), formats.money(draft.goods)),
            (tr("Freight"), formats.money(draft.freight)),
            (tr("Total"), formats.money(draft.total)),
        )
    return tuple((name, text) for name, text in facts if text)


def headline(intent: Intent[Any], turn: Turn, again: bool) -> str:
    """What happened at a turn, in a few words; `again` when it had been sent before."""
    if turn.state is IntentState.PREPARED:
        return tr("You confirmed it, and it was written down before anything was sent")
    if turn.state is IntentState.SENDING:
        where = formats.PLATFORM_NAMES[intent.draft.platform]
        if again:
            return tr("Sent again to {platform}, with the same reference", platform=where)
        return tr("Sent to {platform}", platform=where)
    if turn.state is IntentState.ABSENT and isinstance(intent.draft, OrderDraft):
        return tr("The gateway knows no such order")
    if turn.state is IntentState.ABSENT:
        return tr("Not paid: the order still waits for payment")
    if turn.state is IntentState.DONE and _by_transfer(intent):
        return tr("Transfer shown")
    state = _state(intent, turn.state)
    if not turn.order_ids or isinstance(intent.draft, PaymentDraft):  # a payment says that in its title
        return state
    if turn.state is IntentState.DONE:
        return tr("{state} as {orders}", state=state, orders=orders(turn.order_ids))
    return tr("{state}; the gateway named {orders}", state=state, orders=orders(turn.order_ids))


def details(intent: Intent[Any], turn: Turn) -> str:
    """What was sent, in the contract's words; empty where nothing was."""
    draft = intent.draft
    if turn.state is not IntentState.SENDING:
        return ""
    if isinstance(draft, PaymentDraft):
        call, total = CALLS.get((draft.platform, draft.way), WAYS[draft.way]), formats.money(draft.amount)
        return tr("{call}; order {order}, {amount}", call=call, order=draft.order_id, amount=total)
    how = (
        (tr("flow"), draft.flow),
        (tr("trade type"), draft.trade_type),
        (tr("promotion"), draft.promotion),
    )
    said = [f"{name} {text}" for name, text in how if text]
    lines = ", ".join(f"{line.sku_id} × {line.quantity:,}" for line in draft.lines)
    seller, skus = tr("seller {id}", id=draft.seller_id), tr("SKUs {skus}", skus=lines)
    return "; ".join([ORDER_CALLS[draft.platform], seller, *said, skus])


def concluded(said: str, explanation: str) -> str:
    """What the program concluded, where that is more than is said already."""
    return "" if explanation.rstrip(".") == said else explanation


def apart(before: datetime, now: datetime) -> str:
    """How long after the turn before: `at once`, `0.3 s later`; said, too, when a clock was put back."""
    gap = now - before
    if gap < timedelta(0):
        return tr("by a clock that was put back")
    seconds = gap.total_seconds()
    if seconds < 0.05:
        return tr("at once")
    if seconds < 10:
        return tr("{seconds} s later", seconds=f"{seconds:.1f}")
    if seconds < 90:
        return tr("{seconds} s later", seconds=round(seconds))
    if seconds < 90 * 60:
        return tr("{minutes} min later", minutes=round(seconds / 60))
    if seconds < 36 * 3600:
        return tr("{hours} h later", hours=round(seconds / 3600))
    return trn("{count} day later", "{count} days later", gap.days)


def line_words(line: DraftLine) -> str:
    """A line of an order: title, SKU, quantity and price."""
    goods = " ".join(filter(None, (line.title.shown, line.sku_name)))
    pieces, price = f"{line.quantity:,}", formats.money(line.unit_price)
    return tr("{goods} × {pieces} at {price}", goods=goods, pieces=pieces, price=price)


def as_text(story: JournalStory) -> str:
    """All of a story, to be pasted into a mail."""
    return "\n".join(_text_lines(story))


def _text_lines(story: JournalStory) -> Iterator[str]:
    intent, turns = story.intent, story.turns
    yield f"{title(intent)}: {state_name(intent)}"
    platform = formats.PLATFORM_NAMES[intent.draft.platform]
    yield tr("{platform}, reference {reference}", platform=platform, reference=intent.reference)
    yield ""
    yield tr("What you confirmed")
    for name, text in confirmed(intent):
        yield f"  {name}: {text}"
    if isinstance(intent.draft, OrderDraft):
        for line in intent.draft.lines:
            ids = tr("SKU {sku}, offer {offer}", sku=line.sku_id, offer=line.ref.id)
            yield f"  - {line_words(line)} ({ids})"
    yield ""
    yield tr("What happened")
    for place, turn in enumerate(turns):
        gap = f" ({apart(turns[place - 1].at, turn.at)})" if place else ""
        yield f"  {turn.at.astimezone().isoformat(' ', 'milliseconds')}{gap}"
        said = headline(intent, turn, was_sent(turns, place))
        yield f"    {said}"
        for name, text in (
            (tr("Sent"), details(intent, turn)),
            (tr("Concluded"), concluded(said, turn.explanation)),
            (tr("Came back"), turn.evidence),
        ):
            if text:
                yield f"    {name}: {text}".replace("\n", "\n      ")


def was_sent(turns: Sequence[Turn], place: int) -> bool:
    """Whether it had been sent before that turn."""
    return any(turn.state is IntentState.SENDING for turn in turns[:place])


def _state(intent: Intent[Any], state: IntentState) -> str:
    if state is IntentState.DONE and _by_transfer(intent):
        return tr("Transfer shown")
    return (ORDER_STATES if isinstance(intent.draft, OrderDraft) else PAYMENT_STATES)[state]


def _by_transfer(intent: Intent[Any]) -> bool:
    return isinstance(intent.draft, PaymentDraft) and intent.draft.way is PayWay.VOUCHER
