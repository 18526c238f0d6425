"""When an order waits for its payment and when it is paid, and what a buyer approves. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import Order, OrderState
from sourcing_desktop.domain.payment import PaymentDraft, PayWay

WAITING = frozenset({OrderState.TO_PAY, OrderState.PAYMENT_REFUSED})
"""States in which an order can be paid."""

NOT_PAID = WAITING | {OrderState.BUILDING}
PAID = frozenset(
    {
        OrderState.CHECKING_PAYMENT,
        OrderState.TO_SHIP,
        OrderState.SHIPPED,
        OrderState.RECEIVED,
        OrderState.DONE,
    }
)
"""States of an order whose money, or the picture of its transfer, has arrived."""


def is_paid(order: Order) -> bool:
    """Whether the order's money, or the picture of its transfer, has arrived; also of one cancelled since."""
    return order.state in PAID or (order.state not in NOT_PAID and order.paid_at is not None)


def can_be_paid_so(order: Order, way: PayWay) -> bool:
    """Whether the platform knows this way: 1688 has the page, Taobao the transfer (contract AO9, TO3)."""
    other = {PayWay.PAGE: Platform.TAOBAO, PayWay.VOUCHER: Platform.ALIBABA}
    return order.platform is not other.get(way)


def draft_payment(
    order: Order, way: PayWay, reference: str, vouchers: Sequence[str] = ()
) -> PaymentDraft | None:
    """What the buyer approves: the order's total as it was shown. None while the platform has told none."""
    if order.total is None:
        return None
    return PaymentDraft(
        reference=reference,
        platform=order.platform,
        order_id=order.id,
        order_number=order.number,
        seller_name=order.seller_name,
        amount=order.total,
        way=way,
        vouchers=tuple(vouchers),
    )
