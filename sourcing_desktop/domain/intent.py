"""The intent to order or to pay: on disk before anything is sent, and never sent twice without the gateway's
word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

from sourcing_desktop.domain.order import OrderDraft
from sourcing_desktop.domain.payment import PaymentDraft


class IntentState(StrEnum):
    """How far an intent has come.

    PREPARED: written, not sent. SENDING: handed to the network. UNKNOWN: nobody can say yet whether it was
    done. ABSENT: the gateway was asked, and it was not done; it may be done again. DONE: seen at the gateway.
    HANDED_OVER: the buyer pays on the platform's own page. REJECTED: not done.
    """

    PREPARED = "prepared"
    SENDING = "sending"
    UNKNOWN = "unknown"
    ABSENT = "absent"
    DONE = "done"
    HANDED_OVER = "handed over"
    REJECTED = "rejected"


MOVES: dict[IntentState, frozenset[IntentState]] = {
    IntentState.PREPARED: frozenset({IntentState.SENDING, IntentState.REJECTED}),
    IntentState.SENDING: frozenset(
        {IntentState.DONE, IntentState.HANDED_OVER, IntentState.REJECTED, IntentState.UNKNOWN}
    ),
    IntentState.UNKNOWN: frozenset(
        {IntentState.DONE, IntentState.ABSENT, IntentState.REJECTED, IntentState.UNKNOWN}
    ),
    IntentState.ABSENT: frozenset(
        {IntentState.SENDING, IntentState.DONE, IntentState.REJECTED, IntentState.ABSENT}
    ),
    IntentState.REJECTED: frozenset({IntentState.DONE}),
    IntentState.DONE: frozenset({IntentState.DONE}),
    IntentState.HANDED_OVER: frozenset(),
}
"""The moves an intent may make; storage refuses any other. What was refused and yet turns up was done, and
what was done may turn out to be done twice."""

CLOSED = frozenset({IntentState.DONE, IntentState.HANDED_OVER, IntentState.REJECTED})
"""States in which nothing more is asked or sent."""

Draft = OrderDraft | PaymentDraft
D = TypeVar("D", bound=Draft)


@dataclass(frozen=True, slots=True)
class Intent(Generic[D]):
    """One confirmed draft and what became of it. `explanation` is a sentence for the buyer; `order_ids` are
    the orders the gateway named, which were seen there only if it is DONE."""

    draft: D
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
        """Whether nobody can say yet if it was done."""
        return self.state in (IntentState.SENDING, IntentState.UNKNOWN)

    @property
    def closed(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state in CLOSED


OrderIntent = Intent[OrderDraft]
PaymentIntent = Intent[PaymentDraft]


@dataclass(frozen=True, slots=True)
class Turn:
    """One step of an intent as the journal keeps it. `explanation` is what the program concluded, for the
    buyer; `evidence` what came back, in the gateway's words and codes."""

    at: datetime
    state: IntentState
    order_ids: tuple[str, ...] = ()
    explanation: str = ""
    evidence: str = ""
