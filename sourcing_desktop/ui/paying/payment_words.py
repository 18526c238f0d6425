"""What became of a payment, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sourcing_desktop.domain.intent import CLOSED, IntentState, PaymentIntent
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.payment import PayWay
from sourcing_desktop.language import tr, trn
from sourcing_desktop.ui import formats

ASKING = tr("The program keeps asking the gateway whether it was paid, and does not pay it again by itself.")
HANDED_OVER = tr("Not paid yet: you pay on the platform's page.")


def outcome(intent: PaymentIntent) -> tuple[str, str]:
    """A sentence, and the role of its colour."""
    shown = intent.draft.way is PayWay.VOUCHER
    said = intent.explanation
    return {
        IntentState.PREPARED: (tr("Looking at the order…"), "soft"),
        IntentState.SENDING: (tr("Showing the transfer…") if shown else tr("Paying…"), "soft"),
        IntentState.UNKNOWN: (f"{said} {ASKING}".strip(), "warning"),
        IntentState.ABSENT: (tr("Not paid: the order still waits for payment."), "warning"),
        IntentState.DONE: (said or (tr("The transfer was shown.") if shown else tr("Paid.")), "success"),
        IntentState.HANDED_OVER: (HANDED_OVER, "warning"),
        IntentState.REJECTED: (said, "danger"),
    }[intent.state]


def ended(told: Sequence[PaymentIntent], orders: int) -> str:
    """What became of all payments of a sheet: `1 of 3 orders paid, 1 unclear`."""
    states = Counter(intent.state for intent in told)
    transfers = sum(each.state is IntentState.DONE and each.draft.way is PayWay.VOUCHER for each in told)
    paid, waiting = states[IntentState.DONE] - transfers, states[IntentState.HANDED_OVER]
    unclear = sum(number for state, number in states.items() if state not in CLOSED)
    if states and unclear == len(told):
        return trn("{count} payment unclear", "{count} payments unclear", unclear)
    words = [
        _paid(paid, orders) if paid else "",
        tr("transfer shown") if transfers else "",
        tr("{orders} to pay in your browser", orders=formats.orders(waiting)) if waiting else "",
        tr("{payments} unclear", payments=unclear) if unclear else "",
    ]
    said = ", ".join(filter(None, words)) or tr("nothing was paid")
    return said[0].upper() + said[1:]


def _paid(paid: int, orders: int) -> str:
    if paid < orders:
        return tr("{paid} of {orders} paid", paid=paid, orders=formats.orders(orders))
    return tr("{orders} paid", orders=formats.orders(paid))


def way_name(platform: Platform, way: PayWay) -> str:
    """How the money goes, as a choice for the buyer."""
    return {
        PayWay.ACCOUNT: tr("By the account, without password"),
        PayWay.PAGE: tr("On {platform}'s page, in your browser", platform=formats.PLATFORM_NAMES[platform]),
        PayWay.VOUCHER: tr("By transfer, with a picture of it"),
    }[way]
