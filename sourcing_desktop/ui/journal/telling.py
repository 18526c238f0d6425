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
from sourcing_desktop.ui import formats

ORDER_STATES = {
    IntentState.PREPARED: "Not sent yet",
    IntentState.SENDING: "Being ordered",
    IntentState.UNKNOWN: "No clear answer",
    IntentState.ABSENT: "Not there",
    IntentState.DONE: "Ordered",
    IntentState.HANDED_OVER: "Handed over",
    IntentState.REJECTED: "Not ordered",
}
PAYMENT_STATES = {
    IntentState.PREPARED: "Not sent yet",
    IntentState.SENDING: "Being paid",
    IntentState.UNKNOWN: "No clear answer",
    IntentState.ABSENT: "Not paid",
    IntentState.DONE: "Paid",
    IntentState.HANDED_OVER: "Pay page opened",
    IntentState.REJECTED: "Not paid",
}
EITHER_STATES = {
    IntentState.PREPARED: "Not sent yet",
    IntentState.SENDING: "On the way",
    IntentState.UNKNOWN: "No clear answer",
    IntentState.ABSENT: "Not at the gateway",
    IntentState.DONE: "Ordered or paid",
    IntentState.HANDED_OVER: "Pay page opened",
    IntentState.REJECTED: "Refused or given up",
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

CALLS = {
    (Platform.ALIBABA, PayWay.ACCOUNT): "AO1, submit and pay",
    (Platform.ALIBABA, PayWay.PAGE): "AO9, pay page of an order",
    (Platform.TAOBAO, PayWay.ACCOUNT): "TO6, pay an order",
    (Platform.TAOBAO, PayWay.VOUCHER): "TO3, show a transfer",
}
ORDER_CALLS = {Platform.ALIBABA: "AO7, create an order", Platform.TAOBAO: "TO1, create an order"}
"""What the contract calls what was sent."""


def title(intent: Intent[Any]) -> str:
    """`Order from Shop 1`, `Payment of order 7001`."""
    draft = intent.draft
    if isinstance(draft, OrderDraft):
        return f"Order from {draft.seller_name or draft.seller_id or formats.UNKNOWN}"
    return f"Payment of order {draft.order_number or draft.order_id}"


def summary(intent: Intent[Any]) -> str:
    """`3 lines, 60 pieces · order 7001`, where that was seen; of a payment who gets it and how."""
    draft = intent.draft
    if isinstance(draft, PaymentDraft):
        return " · ".join(filter(None, (draft.seller_name, draft.way.value)))
    lines = "1 line" if len(draft.lines) == 1 else f"{len(draft.lines):,} lines"
    goods = f"{lines}, {formats.pieces(sum(line.quantity for line in draft.lines))}"
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
    return f"{'order' if len(ids) == 1 else 'orders'} {', '.join(ids)}" if ids else ""


def spoken(intent: Intent[Any]) -> str:
    """An entry for who listens."""
    parts = (title(intent), formats.money(amount(intent)), summary(intent), state_name(intent))
    return ", ".join((*parts, f"written {formats.moment(intent.written_at)}"))


def confirmed(intent: Intent[Any]) -> tuple[tuple[str, str], ...]:
    """What the buyer confirmed beside the goods: pairs of what it is and what was said."""
    draft = intent.draft
    if isinstance(draft, PaymentDraft):
        number = draft.order_number if draft.order_number != draft.order_id else ""
        facts: tuple[tuple[str, str], ...] = (
            ("Order", " · ".join(filter(None, (number, draft.order_id)))),
            ("Seller", draft.seller_name),
            ("Amount", formats.money(draft.amount)),
            ("Way to pay", draft.way.value),
            ("Pictures of the transfer", "\n".join(draft.vouchers)),
        )
    else:
        facts = (
            ("Seller", draft.seller_name or draft.seller_id),
            ("Deliver to", draft.address.one_line),
            ("Note to the seller", draft.note),
            ("Way to pay", formats.TRADE_NAMES.get(draft.trade_type, draft.trade_type)),
            ("Goods", formats.money(draft.goods)),
            ("Freight", formats.money(draft.freight)),
            ("Total", formats.money(draft.total)),
        )
    return tuple((name, text) for name, text in facts if text)


def headline(intent: Intent[Any], turn: Turn, again: bool) -> str:
    """What happened at a turn, in a few words; `again` when it had been sent before."""
    if turn.state is IntentState.PREPARED:
        return "You confirmed it, and it was written down before anything was sent"
    if turn.state is IntentState.SENDING:
        where = formats.PLATFORM_NAMES[intent.draft.platform]
        return f"Sent again to {where}, with the same reference" if again else f"Sent to {where}"
    if turn.state is IntentState.ABSENT and isinstance(intent.draft, OrderDraft):
        return "The gateway knows no such order"
    if turn.state is IntentState.ABSENT:
        return "Not paid: the order still waits for payment"
    if turn.state is IntentState.DONE and _by_transfer(intent):
        return "Transfer shown"
    return f"{_state(intent, turn.state)}{_named(intent, turn)}"


def details(intent: Intent[Any], turn: Turn) -> str:
    """What was sent, in the contract's words; empty where nothing was."""
    draft = intent.draft
    if turn.state is not IntentState.SENDING:
        return ""
    if isinstance(draft, PaymentDraft):
        call = CALLS.get((draft.platform, draft.way), draft.way.value)
        return f"{call}; order {draft.order_id}, {formats.money(draft.amount)}"
    how = (("flow", draft.flow), ("trade type", draft.trade_type), ("promotion", draft.promotion))
    said = [f"{name} {text}" for name, text in how if text]
    lines = ", ".join(f"{line.sku_id} × {line.quantity:,}" for line in draft.lines)
    return "; ".join([ORDER_CALLS[draft.platform], f"seller {draft.seller_id}", *said, f"SKUs {lines}"])


def concluded(said: str, explanation: str) -> str:
    """What the program concluded, where that is more than is said already."""
    return "" if explanation.rstrip(".") == said else explanation


def apart(before: datetime, now: datetime) -> str:
    """How long after the turn before: `at once`, `0.3 s later`; said, too, when a clock was put back."""
    gap = now - before
    if gap < timedelta(0):
        return "by a clock that was put back"
    seconds = gap.total_seconds()
    if seconds < 0.05:
        return "at once"
    if seconds < 10:
        return f"{seconds:.1f} s later"
    if seconds < 90:
        return f"{seconds:.0f} s later"
    if seconds < 90 * 60:
        return f"{seconds / 60:.0f} min later"
    return f"{seconds / 3600:.0f} h later" if seconds < 36 * 3600 else f"{gap.days:,} days later"


def line_words(line: DraftLine) -> str:
    """A line of an order: title, SKU, quantity and price."""
    goods = " ".join(filter(None, (line.title.shown, line.sku_name)))
    return f"{goods} × {line.quantity:,} at {formats.money(line.unit_price)}"


def as_text(story: JournalStory) -> str:
    """All of a story, to be pasted into a mail."""
    return "\n".join(_text_lines(story))


def _text_lines(story: JournalStory) -> Iterator[str]:
    intent, turns = story.intent, story.turns
    yield f"{title(intent)}: {state_name(intent)}"
    yield f"{formats.PLATFORM_NAMES[intent.draft.platform]}, reference {intent.reference}"
    yield ""
    yield "What you confirmed"
    for name, text in confirmed(intent):
        yield f"  {name}: {text}"
    if isinstance(intent.draft, OrderDraft):
        for line in intent.draft.lines:
            yield f"  - {line_words(line)} (SKU {line.sku_id}, offer {line.ref.id})"
    yield ""
    yield "What happened"
    for place, turn in enumerate(turns):
        gap = f" ({apart(turns[place - 1].at, turn.at)})" if place else ""
        yield f"  {turn.at.astimezone().isoformat(' ', 'milliseconds')}{gap}"
        said = headline(intent, turn, was_sent(turns, place))
        yield f"    {said}"
        for name, text in (
            ("Sent", details(intent, turn)),
            ("Concluded", concluded(said, turn.explanation)),
            ("Came back", turn.evidence),
        ):
            if text:
                yield f"    {name}: {text}".replace("\n", "\n      ")


def was_sent(turns: Sequence[Turn], place: int) -> bool:
    """Whether it had been sent before that turn."""
    return any(turn.state is IntentState.SENDING for turn in turns[:place])


def _state(intent: Intent[Any], state: IntentState) -> str:
    if state is IntentState.DONE and _by_transfer(intent):
        return "Transfer shown"
    return (ORDER_STATES if isinstance(intent.draft, OrderDraft) else PAYMENT_STATES)[state]


def _by_transfer(intent: Intent[Any]) -> bool:
    return isinstance(intent.draft, PaymentDraft) and intent.draft.way is PayWay.VOUCHER


def _named(intent: Intent[Any], turn: Turn) -> str:
    """Which orders came of it, or are said to; a payment says that in its title."""
    if not turn.order_ids or isinstance(intent.draft, PaymentDraft):
        return ""
    named = orders(turn.order_ids)
    return f" as {named}" if turn.state is IntentState.DONE else f"; the gateway named {named}"
