"""What callbacks say of an order (contract 2.2), amounts in fen. The gateway's own bodies are not public: the
sibling's are used where they are known, upstream's elsewhere.

INVENTED: the name for a signed parcel, and that Taobao's message number travels as text in `messageType`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sourcing_desktop.sandbox.market.model import MarketSeller
from sourcing_desktop.sandbox.orders.order import Change, PlacedOrder, State
from sourcing_desktop.sandbox.orders.parcels import Parcel
from sourcing_desktop.sandbox.shapes.alibaba_goods import Shape
from sourcing_desktop.sandbox.shapes.alibaba_orders import status_word
from sourcing_desktop.sandbox.shapes.amounts import alibaba_time, stable_number, taobao_time
from sourcing_desktop.sandbox.shapes.taobao_orders import line_status

_SIBLING_KINDS = {
    Change.CREATED: "ORDER_CREATE",
    Change.PAID: "ORDER_PAY_SUCCESS",
    Change.CLOSED_BY_BUYER: "ORDER_CANCEL",
    Change.PRICED: "ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY",
}
_UPSTREAM_KINDS = {
    Change.SHIPPED: "ORDER_BUYER_VIEW_ANNOUNCE_SENDGOODS",
    Change.SIGNED: "ORDER_BUYER_VIEW_ORDER_SIGN",  # invented
    Change.CONFIRMED: "ORDER_BUYER_VIEW_ORDER_COMFIRM_RECEIVEGOODS",
    Change.FINISHED: "ORDER_BUYER_VIEW_ORDER_SUCCESS",
    Change.CLOSED_BY_SELLER: "ORDER_BUYER_VIEW_ORDER_SELLER_CLOSE",
    Change.CLOSED_BY_TIME: "ORDER_BUYER_VIEW_ORDER_BOPS_CLOSE",
}
_TAOBAO_STATUS, _TAOBAO_PRICE = "3", "8"


def alibaba_message(
    order: PlacedOrder, change: Change, seller: MarketSeller, moment: int
) -> tuple[str, Shape]:
    """Type and body of what is told of a 1688 order."""
    if change in _SIBLING_KINDS:
        return _SIBLING_KINDS[change], _sibling_body(order)
    return _UPSTREAM_KINDS[change], {
        "orderId": int(order.id),
        "currentStatus": status_word(order),
        "msgSendTime": taobao_time(moment),
        "buyerMemberId": f"b2b-{order.user_id}",
        "sellerMemberId": f"b2b-{seller.shop_id}",
    }


def taobao_message(
    order: PlacedOrder, change: Change, item_ids: Mapping[str, str], parcels: Sequence[Parcel], moment: int
) -> tuple[str, Shape]:
    """Type and body of what is told of a Taobao order; `item_ids` are supply-side ids by offer."""
    if change is Change.PRICED:
        return _TAOBAO_PRICE, _taobao_prices(order)
    return _TAOBAO_STATUS, {
        "business_time": moment,
        "outer_purchase_id": order.number,
        "purchase_id": order.id,
        "status": line_status(order, order.lines[0]),
        "sku_list": [
            {
                "item_id": item_ids[line.offer_id],
                "sku_id": line.sku_id,
                "order_line_no": str(position),
                "status": line_status(order, line),
                "logistic_company_name": parcel.carrier.name if parcel else None,
                "logistic_number": parcel.waybill if parcel else None,
            }
            for position, line in enumerate(order.lines, start=1)
            for parcel in [_first_with(line.id, parcels)]
        ],
    }


def _sibling_body(order: PlacedOrder) -> Shape:
    status = "CANCEL" if order.state is State.CANCELLED else "WAITING_FOR_SENT"
    day = (alibaba_time(order.created_at) or "")[:8]
    return {
        "orderId": order.id,
        "orderNo": f"PO{day}{stable_number(order.id, 4):04d}",
        "orderStatus": "WAITING_FOR_PAYMENT" if order.state is State.TO_PAY else status,
        "payStatus": 2 if order.paid_at else 1,
        "totalAmount": order.total_fen,
        "shippingFee": order.freight_fen,
        "productAmount": order.goods_fen,
        "refundAmount": order.refunded_fen,
        "refundStatus": None,
        "closeReason": "buyer_cancel" if order.state is State.CANCELLED else None,
        "tbCreateTime": taobao_time(order.created_at),
        "payTime": taobao_time(order.paid_at),
    }


def _taobao_prices(order: PlacedOrder) -> Shape:
    return {
        "purchaseOrderId": order.id,
        "salesOrderId": order.number,
        "purchaseOrderPriceDTO": {
            "purchaseCurrency": "CNY",
            "purchaseTotalFee": order.total_fen,
            "purchaseProductFee": order.goods_fen,
            "purchaseShippingFee": order.freight_fen,
        },
        "purchaseOrderLinePriceChangeMessageDTOList": [
            {"purchaseOrderLineId": line.id, "purchaseProductFee": line.amount_fen}
            for line in order.open_lines
        ],
    }


def _first_with(line_id: str, parcels: Sequence[Parcel]) -> Parcel | None:
    return next((parcel for parcel in parcels if any(line.id == line_id for line, _ in parcel.goods)), None)
