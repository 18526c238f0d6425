"""What became of a payment, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sourcing_desktop.domain.intent import CLOSED, IntentState, PaymentIntent
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.payment import PayWay
from sourcing_desktop.ui import formats

ASKING = "The program keeps asking the gateway whether it was paid, and does not pay it again by itself."
HANDED_OVER = "Not paid yet: you pay on the platform's page."


def outcome(intent: PaymentIntent) -> tuple[str, str]:
    """A sentence, and the role of its colour."""
    shown = intent.draft.way is PayWay.VOUCHER
    said = intent.explanation
    return {
        IntentState.PREPARED: ("Looking at the order…", "soft"),
        IntentState.SENDING: ("Showing the transfer…" if shown else "Paying…", "soft"),
        IntentState.UNKNOWN: (f"{said} {ASKING}".strip(), "warning"),
        IntentState.ABSENT: ("Not paid: the order still waits for payment.", "warning"),
        IntentState.DONE: (said or ("The transfer was shown." if shown else "Paid."), "success"),
        IntentState.HANDED_OVER: (HANDED_OVER, "warning"),
        IntentState.REJECTED: (said, "danger"),
    }[intent.state]


def ended(told: Sequence[PaymentIntent], orders: int) -> str:
    """What became of all payments of a sheet: `1 of 3 orders paid, 1 unclear`."""
    states = Counter(intent.state for intent in told)
    transfers = sum(each.state is IntentState.DONE and each.draft.way is PayWay.VOUCHER for each in told)
    paid, waiting = states[IntentState.DONE] - transfers, states[IntentState.HANDED_OVER]
    unclear = sum(number for state, number in states.items() if state not in CLOSED)
    words = [
        (f"{paid} of {formats.orders(orders)} paid" if paid < orders else f"{formats.orders(paid)} paid")
        if paid
        else "",
        "transfer shown" if transfers else "",
        f"{formats.orders(waiting)} to pay in your browser" if waiting else "",
        f"{unclear} unclear" if unclear else "",
    ]
    if states and unclear == len(told):
        return f"{unclear} payment{'s' if unclear > 1 else ''} unclear"
    said = ", ".join(filter(None, words)) or "nothing was paid"
    return said[0].upper() + said[1:]


def way_name(platform: Platform, way: PayWay) -> str:
    """How the money goes, as a choice for the buyer."""
    return {
        PayWay.ACCOUNT: "By the account, without password",
        PayWay.PAGE: f"On {formats.PLATFORM_NAMES[platform]}'s page, in your browser",
        PayWay.VOUCHER: "By transfer, with a picture of it",
    }[way]
