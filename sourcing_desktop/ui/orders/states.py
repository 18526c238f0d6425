"""The states of orders as text for people."""

from __future__ import annotations

from sourcing_desktop.domain.order import Order, OrderState
from sourcing_desktop.ui.formats import UNKNOWN

STATE_NAMES = {
    OrderState.BUILDING: "Being created",
    OrderState.TO_PAY: "To pay",
    OrderState.CHECKING_PAYMENT: "Payment being checked",
    OrderState.PAYMENT_REFUSED: "Payment refused",
    OrderState.TO_SHIP: "To ship",
    OrderState.SHIPPED: "Shipped",
    OrderState.RECEIVED: "Received",
    OrderState.DONE: "Finished",
    OrderState.CANCELLED: "Cancelled",
}


def state_name(order: Order) -> str:
    """The state in words; one nobody documented is shown as the platform wrote it."""
    return STATE_NAMES.get(order.state) or order.raw_state or UNKNOWN
