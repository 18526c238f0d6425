"""What callbacks say of a refund (contract 2.2): upstream's body for 1688; for Taobao only the number of the
message is known, so its body is INVENTED after that of its other messages."""

from __future__ import annotations

from sourcing_desktop.sandbox.orders.order import PlacedOrder
from sourcing_desktop.sandbox.refunds.refund import Refund, Step
from sourcing_desktop.sandbox.shapes.alibaba_goods import Shape
from sourcing_desktop.sandbox.shapes.alibaba_refunds import status_word
from sourcing_desktop.sandbox.shapes.amounts import taobao_time
from sourcing_desktop.sandbox.shapes.taobao_refunds import status_number

_IN_SALES = "ORDER_BUYER_VIEW_ORDER_BUYER_REFUND_IN_SALES"
_AFTER_SALES = "ORDER_BUYER_VIEW_ORDER_REFUND_AFTER_SALES"
_TAOBAO = "9"


def alibaba_message(refund: Refund, step: Step, order: PlacedOrder, shop_id: str) -> tuple[str, Shape]:
    """Type and body of what is told of a 1688 refund."""
    return _AFTER_SALES if refund.after_sale else _IN_SALES, {
        "orderId": int(order.id),
        "currentStatus": status_word(refund),
        "msgSendTime": taobao_time(step.at),
        "buyerMemberId": f"b2b-{order.user_id}",
        "refundAction": step.action,
        "operator": step.actor,
        "sellerMemberId": f"b2b-{shop_id}",
        "refundId": refund.id,
    }


def taobao_message(refund: Refund, step: Step, order: PlacedOrder) -> tuple[str, Shape]:
    """Type and body of what is told of a Taobao refund."""
    return _TAOBAO, {
        "business_time": step.at,
        "refund_id": refund.id,
        "outer_purchase_id": order.number,
        "purchase_id": order.id,
        "sub_purchase_order_ids": list(refund.claim.pieces),
        "refund_status": status_number(refund),
        "refund_fee": refund.claim.total_fen,
    }
