"""The intent to order: on disk before anything is sent, and never sent twice without the gateway's word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sourcing_desktop.domain.order import OrderDraft


class IntentState(StrEnum):
    """How far an intent has come.

    PREPARED: written, not sent. SENDING: handed to the network. UNKNOWN: no readable answer came, the order
    may exist. ABSENT: the gateway was asked and knows no such order; it may be sent again. PLACED and
    REJECTED are final.
    """

    PREPARED = "prepared"
    SENDING = "sending"
    UNKNOWN = "unknown"
    ABSENT = "absent"
    PLACED = "placed"
    REJECTED = "rejected"


MOVES: dict[IntentState, frozenset[IntentState]] = {
    IntentState.PREPARED: frozenset({IntentState.SENDING, IntentState.REJECTED}),
    IntentState.SENDING: frozenset({IntentState.PLACED, IntentState.REJECTED, IntentState.UNKNOWN}),
    IntentState.UNKNOWN: frozenset({IntentState.PLACED, IntentState.ABSENT, IntentState.UNKNOWN}),
    IntentState.ABSENT: frozenset({IntentState.SENDING, IntentState.PLACED, IntentState.REJECTED}),
    IntentState.PLACED: frozenset(),
    IntentState.REJECTED: frozenset(),
}
"""The moves an intent may make; storage refuses any other."""


@dataclass(frozen=True, slots=True)
class Intent:
    """One confirmed draft and what became of it. `explanation` is a sentence for the buyer."""

    draft: OrderDraft
    state: IntentState
    written_at: datetime
    changed_at: datetime
    order_ids: tuple[str, ...] = ()
    explanation: str = ""

    @property
    def reference(self) -> str:
        return self.draft.reference

    @property
    def open(self) -> bool:
        """Whether nobody can say yet if the order exists."""
        return self.state in (IntentState.SENDING, IntentState.UNKNOWN)
