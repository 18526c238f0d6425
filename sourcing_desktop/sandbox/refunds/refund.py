"""Refunds as values: what was asked for, what happened since, and where it stands. Reads them, moves none.

One machine serves both platforms (contract 3.2, upstream C9); each has its own words for its states.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum


class RefundState(StrEnum):
    """Where a refund is."""

    APPLIED = "applied"
    TO_SEND = "to send back"
    SENT = "sent back"
    REFUNDED = "refunded"
    REFUSED = "refused"  # the buyer may change it or give up
    CLOSED = "closed"


ANSWERING_MS = 60_000
RECEIVING_MS = 600_000
GIVING_UP_MS = 7 * 86_400_000
WAITS_MS = {
    RefundState.APPLIED: ANSWERING_MS,
    RefundState.TO_SEND: GIVING_UP_MS,
    RefundState.SENT: RECEIVING_MS,
    RefundState.REFUSED: GIVING_UP_MS,
}
"""How long a refund stays in a state that nobody touches. INVENTED: a seller answers and receives goods soon;
what the buyer leaves lying is closed after a week."""


OPEN = tuple(WAITS_MS)
"""States that still move."""


class Whereabouts(StrEnum):
    """Where the goods were when the refund was asked for."""

    UNSHIPPED = "unshipped"
    UNDERWAY = "underway"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class Claim:
    """What the buyer asks for. `pieces` counts them by order line; `goods_fen` and `freight_fen` together
    are the money; `pictures` are URLs."""

    pieces: dict[str, int]
    returns: bool
    whereabouts: Whereabouts
    reason_id: int
    goods_fen: int
    freight_fen: int
    description: str
    pictures: tuple[str, ...]

    @property
    def total_fen(self) -> int:
        return self.goods_fen + self.freight_fen


@dataclass(frozen=True, slots=True)
class ReturnParcel:
    """The goods on their way back: carrier code, waybill, and what the buyer says about it."""

    company: str
    waybill: str
    phone: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """Something somebody (`buyer`, `seller`, `system`) did or said. `action` is upstream's word for it
    (contract 2.2), empty for a message. `at` is milliseconds."""

    action: str
    actor: str
    text: str
    pictures: tuple[str, ...]
    at: int


@dataclass(frozen=True, slots=True)
class Refund:
    """One refund. `after_sale` tells whether the order was finished already; times are milliseconds."""

    position: int
    id: str
    user_id: str
    platform: str
    order_id: str
    state: RefundState
    after_sale: bool
    claim: Claim
    parcel: ReturnParcel | None
    refusal: str
    created_at: int
    changed_at: int
    steps: tuple[Step, ...]

    @property
    def due_at(self) -> int | None:
        """When it moves by itself; None for one that has ended."""
        wait = WAITS_MS.get(self.state)
        return None if wait is None else self.changed_at + wait

    @property
    def paid_back(self) -> bool:
        return self.state is RefundState.REFUNDED

    @property
    def holds(self) -> bool:
        """Whether its order waits for it; a refused one is the buyer's to take up again."""
        return self.state in OPEN and self.state is not RefundState.REFUSED


def refunds_of(trade: sqlite3.Connection, order_id: str) -> tuple[Refund, ...]:
    """The refunds of an order, oldest first."""
    return select_refunds(trade, "order_id = ? ORDER BY position", (order_id,))


def select_refunds(trade: sqlite3.Connection, where: str, arguments: Sequence[object]) -> tuple[Refund, ...]:
    """The refunds that meet an SQL condition."""
    rows = trade.execute(f"SELECT * FROM refund WHERE {where}", arguments).fetchall()
    return tuple(_read(trade, row) for row in rows)


def as_text(value: Claim | ReturnParcel | tuple[str, ...]) -> str:
    """The form in which the trade file keeps a part of a refund."""
    return json.dumps(value if isinstance(value, tuple) else asdict(value))


def _read(trade: sqlite3.Connection, row: sqlite3.Row) -> Refund:
    steps = trade.execute("SELECT * FROM refund_step WHERE refund_id = ? ORDER BY rowid", (row["id"],))
    claim = json.loads(row["claim"])
    claim |= {"whereabouts": Whereabouts(claim["whereabouts"]), "pictures": tuple(claim["pictures"])}
    return Refund(
        position=row["position"],
        id=row["id"],
        user_id=row["user_id"],
        platform=row["platform"],
        order_id=row["order_id"],
        state=RefundState(row["state"]),
        after_sale=bool(row["after_sale"]),
        claim=Claim(**claim),
        parcel=ReturnParcel(**json.loads(row["parcel"])) if row["parcel"] else None,
        refusal=row["refusal"],
        created_at=row["created_at"],
        changed_at=row["changed_at"],
        steps=tuple(
            Step(step["action"], step["actor"], step["text"], tuple(json.loads(step["pictures"])), step["at"])
            for step in steps
        ),
    )
