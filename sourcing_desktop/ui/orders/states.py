"""The states of orders as text for people."""

from __future__ import annotations

from sourcing_desktop.domain.order import Order, OrderState
from sourcing_desktop.language import tr
from sourcing_desktop.ui.formats import UNKNOWN

STATE_NAMES = {
    OrderState.BUILDING: tr("Being created"),
    OrderState.TO_PAY: tr("To pay"),
    OrderState.CHECKING_PAYMENT: tr("Payment being checked"),
    OrderState.PAYMENT_REFUSED: tr("Payment refused"),
    OrderState.TO_SHIP: tr("To ship"),
    OrderState.SHIPPED: tr("Shipped"),
    OrderState.RECEIVED: tr("Received"),
    OrderState.DONE: tr("Finished"),
    OrderState.CANCELLED: tr("Cancelled"),
}


def state_name(order: Order) -> str:
    """The state in words; one nobody documented is shown as the platform wrote it."""
    return STATE_NAMES.get(order.state) or order.raw_state or UNKNOWN
