"""How orders live by themselves: what happens next to an order that nobody touches, and when. Pure.

All of these times are INVENTED but two: a sample of the contract (upstream C7) says that an order is to be
paid within 5 days, and that goods are to be confirmed within 10.
"""

from __future__ import annotations

from dataclasses import dataclass

from sourcing_desktop.sandbox.orders.order import Change, PlacedOrder, State
from sourcing_desktop.sandbox.orders.parcels import travel_ms

_SECOND, _MINUTE, _DAY = 1000, 60_000, 86_400_000

BUILDING_MS = 2 * _SECOND
UNPAID_MS = 5 * _DAY  # documented for 1688; after a refused voucher they begin anew
CHECKING_MS = _MINUTE
TRANSFER_MS = 10 * _SECOND
SHIPPING_MS = 2 * _MINUTE
CONFIRMING_MS = 10 * _DAY  # documented for 1688
FINISHING_MS = _MINUTE


@dataclass(frozen=True, slots=True)
class Step:
    """The next thing to happen: into which state, and what it is called."""

    state: State
    change: Change


PAYING = Step(State.TO_SHIP, Change.PAID)
SHIPPING = Step(State.SHIPPED, Change.SHIPPED)
FINISHING = Step(State.DONE, Change.FINISHED)
CLOSING = Step(State.CANCELLED, Change.CLOSED_BY_TIME)


def own_step(order: PlacedOrder) -> tuple[int, Step] | None:
    """What an order does by itself next, after the moment in milliseconds; None for one that has ended, or
    that a refund holds up."""
    if order.held:
        return None
    match order.state:
        case State.BUILDING:
            return order.created_at + BUILDING_MS, Step(State.TO_PAY, Change.BUILT)
        case State.TO_PAY:
            return order.created_at + UNPAID_MS, CLOSING
        case State.CHECKING:
            return (order.voucher_at or 0) + CHECKING_MS, _decision(order)
        case State.REFUSED:
            return (order.voucher_at or 0) + UNPAID_MS, CLOSING
        case State.ACCEPTED:
            return (order.paid_at or 0) + TRANSFER_MS, PAYING
        case State.TO_SHIP:
            return (order.paid_at or 0) + SHIPPING_MS, SHIPPING
        case State.SHIPPED:
            return (order.sent_at or 0) + travel_ms(order), Step(State.SIGNED, Change.SIGNED)
        case State.SIGNED:
            return (order.sent_at or 0) + CONFIRMING_MS, FINISHING
        case State.CONFIRMED:
            return (order.confirmed_at or 0) + FINISHING_MS, FINISHING
    return None


def forced_step(order: PlacedOrder) -> Step | None:
    """The next step of a life that goes well; None for an order that has ended."""
    if order.state in (State.TO_PAY, State.REFUSED):
        return PAYING
    step = own_step(order)
    return step[1] if step else None


def _decision(order: PlacedOrder) -> Step:
    """What the finance department says of a voucher: it accepts, unless the script says otherwise."""
    if order.voucher_refused:
        return Step(State.REFUSED, Change.VOUCHER_REFUSED)
    return Step(State.ACCEPTED, Change.VOUCHER_ACCEPTED)
