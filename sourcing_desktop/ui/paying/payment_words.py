"""What became of a payment, in words."""

from __future__ import annotations

from sourcing_desktop.domain.intent import IntentState, PaymentIntent
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.payment import PayWay
from sourcing_desktop.ui.formats import PLATFORM_NAMES

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


def way_name(platform: Platform, way: PayWay) -> str:
    """How the money goes, as a choice for the buyer."""
    return {
        PayWay.ACCOUNT: "By the account, without password",
        PayWay.PAGE: f"On {PLATFORM_NAMES[platform]}'s page, in your browser",
        PayWay.VOUCHER: "By transfer, with a picture of it",
    }[way]
