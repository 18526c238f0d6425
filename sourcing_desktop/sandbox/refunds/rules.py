"""What a refund may ask for (contract AA4, upstream C9). The rules of 1688 are documented and stand for
Taobao too, whose own are not known."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum, auto

from sourcing_desktop.sandbox.orders.order import PlacedLine, PlacedOrder
from sourcing_desktop.sandbox.refunds.reasons import reason_of
from sourcing_desktop.sandbox.refunds.refund import OPEN, Claim, RefundState, Whereabouts

DESCRIPTION_LENGTHS = range(2, 151)
MOST_PICTURES = 5


class Objection(Enum):
    """Why a claim is turned down before any seller sees it."""

    WHEREABOUTS = auto()
    REASON = auto()
    PROOF = auto()
    FREIGHT = auto()
    PROGRESS = auto()
    AMOUNT = auto()
    DESCRIPTION = auto()
    PIECES = auto()


def objection(order: PlacedOrder, claim: Claim, changed: str = "") -> Objection | None:
    """What is wrong with a claim, if anything. `changed` is the id of the refund it is to replace."""
    reason = reason_of(claim.reason_id)
    if not _pieces_fit(order, claim):
        return Objection.PIECES
    if claim.whereabouts not in possible_whereabouts(order):
        return Objection.WHEREABOUTS
    if reason is None or reason.whereabouts is not claim.whereabouts:
        return Objection.REASON
    if claim.pieces.keys() & _claimed(order, changed) or _returns_nothing(claim):
        return Objection.PROGRESS
    if len(claim.pictures) > MOST_PICTURES or (reason.proof and not claim.pictures):
        return Objection.PROOF
    if not 0 <= claim.freight_fen <= (0 if reason.keeps_freight else freight_left(order, changed)):
        return Objection.FREIGHT
    if not _amount_fits(order, claim):
        return Objection.AMOUNT
    if len(claim.description) not in DESCRIPTION_LENGTHS and (claim.description or order.platform == "1688"):
        return Objection.DESCRIPTION
    return None


def possible_whereabouts(order: PlacedOrder) -> tuple[Whereabouts, ...]:
    """Where the goods of an order may be now; nowhere while nothing is paid, or once it is closed."""
    if order.paid_at is None or order.closed_at is not None:
        return ()
    if order.sent_at is None:
        return (Whereabouts.UNSHIPPED,)
    return (Whereabouts.UNDERWAY, Whereabouts.RECEIVED)


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most fen that may be asked for, freight included."""

    least_fen: int
    most_fen: int


def bounds(order: PlacedOrder, line: PlacedLine, whereabouts: Whereabouts) -> Bounds:
    """What may be asked for one whole line."""
    least = line.amount_fen if whereabouts is Whereabouts.UNSHIPPED else 1
    return Bounds(least, line.amount_fen + freight_left(order))


def freight_left(order: PlacedOrder, changed: str = "") -> int:
    """Fen of the order's freight that no other refund has or may get."""
    return order.freight_fen - sum(
        refund.claim.freight_fen
        for refund in order.refunds
        if refund.id != changed and refund.state in (*OPEN, RefundState.REFUNDED)
    )


def claimable(order: PlacedOrder, line: PlacedLine) -> bool:
    """Whether a refund of the line may be asked for now."""
    return bool(possible_whereabouts(order)) and line.id not in _claimed(order, "")


def value_of(line: PlacedLine, pieces: int) -> int:
    """Fen that were paid for so many pieces of a line."""
    return line.amount_fen * pieces // line.quantity


def _pieces_fit(order: PlacedOrder, claim: Claim) -> bool:
    bought = {line.id: line.quantity for line in order.lines}
    return bool(claim.pieces) and all(
        0 < count <= bought.get(line_id, 0) for line_id, count in claim.pieces.items()
    )


def _claimed(order: PlacedOrder, changed: str) -> Collection[str]:
    """The lines that another refund is about."""
    return {
        line_id
        for refund in order.refunds
        if refund.id != changed and refund.state is not RefundState.CLOSED
        for line_id in refund.claim.pieces
    }


def _returns_nothing(claim: Claim) -> bool:
    return claim.returns and claim.whereabouts is Whereabouts.UNSHIPPED


def _amount_fits(order: PlacedOrder, claim: Claim) -> bool:
    """Before shipping all that was paid, later any part of it."""
    paid = sum(value_of(line, claim.pieces.get(line.id, 0)) for line in order.lines)
    if claim.whereabouts is Whereabouts.UNSHIPPED:
        return claim.goods_fen == paid
    return 0 < claim.goods_fen <= paid
