"""What is said of orders and payments nobody can vouch for yet, and of those refused."""

from __future__ import annotations

from typing import Any

from sourcing_desktop.domain.intent import Intent, IntentState
from sourcing_desktop.domain.order import OrderDraft
from sourcing_desktop.domain.payment import PaymentDraft
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.paying.payment_words import outcome

ORDER_SENTENCES = {
    IntentState.SENDING: tr("It is being sent."),
    IntentState.UNKNOWN: tr(
        "No clear answer came. The program keeps asking the gateway whether it exists"
        " and will not send it again by itself."
    ),
}


def title(intent: Intent[Any]) -> str:
    """What it is about: from whom, where, how much."""
    draft = intent.draft
    platform = formats.PLATFORM_NAMES[draft.platform]
    if isinstance(draft, PaymentDraft):
        about = tr("Payment of order {order}", order=draft.order_number or draft.order_id)
        return " · ".join(filter(None, [about, draft.seller_name, platform, formats.money(draft.amount)]))
    pieces = formats.pieces(sum(line.quantity for line in draft.lines))
    return f"{draft.seller_name or draft.seller_id} · {platform} · {pieces} · {formats.money(draft.total)}"


def sentence(intent: Intent[Any]) -> str:
    """What is known, and what the buyer may do."""
    said = _of_order(intent) if isinstance(intent.draft, OrderDraft) else outcome(intent)[0]
    reference = tr("Reference {reference}.", reference=intent.reference)
    return f"{said} {reference}"


def buttons(intent: Intent[Any]) -> dict[str, str]:
    """The buttons the buyer is offered, by name, with their words."""
    of_order = isinstance(intent.draft, OrderDraft)
    return {
        IntentState.UNKNOWN: {"ask": tr("Ask now")}
        | ({} if of_order else {"give_up": tr("I have looked: close it")}),
        IntentState.ABSENT: {"send": tr("Send again"), "give_up": tr("Give up")}
        if of_order
        else {"give_up": tr("Close it")},
        IntentState.REJECTED: {"dismiss": tr("Dismiss")},
    }.get(intent.state, {})


def _of_order(intent: Intent[Any]) -> str:
    if intent.state is IntentState.REJECTED:
        return tr("Not ordered: {why} The goods stay in the cart.", why=intent.explanation)
    if intent.state is IntentState.ABSENT:
        deeds = tr("Send it again, or give it up and keep the goods in the cart.")
        return f"{intent.explanation} {deeds}"
    return ORDER_SENTENCES.get(intent.state, "")
