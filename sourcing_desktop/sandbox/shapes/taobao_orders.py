"""Taobao orders as the contract writes them (TO1, TO2): three levels of JSON inside strings included."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sourcing_desktop.sandbox.door.call import Call
from sourcing_desktop.sandbox.market.model import MarketOffer, MarketSku
from sourcing_desktop.sandbox.orders.order import PlacedLine, PlacedOrder, State
from sourcing_desktop.sandbox.shapes.alibaba_goods import Shape
from sourcing_desktop.sandbox.shapes.amounts import taobao_time
from sourcing_desktop.sandbox.shapes.taobao_goods import item_id
from sourcing_desktop.sandbox.shapes.taobao_refunds import refund_of_line
from sourcing_desktop.sandbox.urls import Urls

_STATUS = {
    State.BUILDING: (12, "BULIDING"),
    State.TO_PAY: (0, "WAIT_BUYER_PAY"),
    State.CHECKING: (1, "WAIT_BUYER_PAY"),
    State.ACCEPTED: (2, "WAIT_BUYER_PAY"),
    State.REFUSED: (3, "WAIT_BUYER_PAY"),
    State.TO_SHIP: (10, "WAIT_SELLER_SEND_GOODS"),
    State.SHIPPED: (11, "WAIT_BUYER_CONFIRM_GOODS"),
    State.SIGNED: (11, "WAIT_BUYER_CONFIRM_GOODS"),
    State.DONE: (9, "TRADE_FINISHED"),
    State.CANCELLED: (4, "TRADE_CLOSED"),
}


def states_of(number: int) -> list[State]:
    """The states behind a status number that an order list may be asked for."""
    return [state for state, (own, _) in _STATUS.items() if own == number]


def line_status(order: PlacedOrder, line: PlacedLine) -> str:
    """Upstream's own word for the status of a line."""
    return _STATUS[State.CANCELLED if line.closed_at else order.state][1]


def created(orders: Sequence[PlacedOrder], offers: dict[str, MarketOffer]) -> Shape:
    """What TO1 and TK1 answer. That `purchase_id` is the `id` of the order list is assumed: upstream's
    numbers are of another id space (contract 1.10)."""
    return {
        "payment_url": None,
        "outer_purchase_id": orders[0].number,
        "success": True,
        "error_code": None,
        "error_message": None,
        "order_list": [_created_order(order, offers) for order in orders],
    }


def listed(order: PlacedOrder, offers: dict[str, MarketOffer], call: Call, urls: Urls) -> Shape:
    """One order of the list (TO2)."""
    return {
        "id": order.id,
        "orderNo": order.number,
        "userName": f"sandbox{order.user_id[-4:]}",
        "userId": order.user_id,
        "sellerOrderNumber": order.reference or None,
        "orderSource": order.source or None,
        "createTime": taobao_time(order.created_at),
        "payTime": taobao_time(order.paid_at),
        "purchaseAmount": 0 if order.state is State.BUILDING else order.total_fen,
        "status": _STATUS[order.state][0],
        "warehouseAddressInfoVO": _warehouse(order),
        "receiverVO": _receiver(order),
        "remark": order.note or None,
        "subOrderVOS": [
            _sub_order(order, position, line, offers[line.offer_id], call, urls)
            for position, line in enumerate(order.lines)
        ],
    }


DONE = {"success": True, "errorCode": None, "errorMsg": None}
"""What a change answers. INVENTED after upstream's answer to a cancelled order."""


def _created_order(order: PlacedOrder, offers: dict[str, MarketOffer]) -> Shape:
    return {
        "purchase_id": order.id,
        "supplier_nick": offers[order.lines[0].offer_id].seller.nick,
        "estimate_amount": order.total_fen,
        "estimate_currency": "CNY",
        "source_market": "TAOBAO",
        "order_line_list": [
            {
                "item_id": offers[line.offer_id].mp_id,
                "order_line_no": str(position),
                "quantity": line.quantity,
                "estimate_amount": line.amount_fen,
                "sub_purchase_order_id": line.purchase_id,
                "sku_id": line.sku_id,
            }
            for position, line in enumerate(order.lines, start=1)
        ],
    }


def _warehouse(order: PlacedOrder) -> Shape:
    to = order.receiver
    names = ("state", "zip", "country", "address", "phone", "city", "district", "name")
    sent = {name: to.get(name) for name in names} | {"mobilePhone": to.get("mobile_phone"), "taxId": None}
    return sent | order.warehouse


def _receiver(order: PlacedOrder) -> Shape:
    return {
        name: order.receiver.get(name) for name in ("zip", "country", "address", "city", "district", "state")
    }


def _sub_order(
    order: PlacedOrder, position: int, line: PlacedLine, offer: MarketOffer, call: Call, urls: Urls
) -> Shape:
    sku = next(sku for sku in offer.skus if sku.id == line.sku_id)
    raw = line_status(order, line)
    post_fee = order.freight_fen if position == 0 else 0
    built = order.state is not State.BUILDING
    return {
        "subOrderId": line.id,
        "orderNo": order.number,
        "quantity": line.quantity,
        "title": offer.title.zh,
        "purchaseCurrency": "CNY",
        "purchaseAmount": line.amount_fen if built else None,
        **item_id(offer, call),
        "domesticPostFee": post_fee,
        "closeReason": order.close_reason or None,
        "skuId": sku.id,
        "status": raw,
        "taobaoPurchaseId": order.purchase_id,
        "taobaoSubPurchaseId": line.purchase_id,
        "subOrderResult": _upstream_result(order, line, offer, sku, post_fee, call, urls),
        "errorCode": None,
        "errorMessage": None,
        **refund_of_line(order, line),
    }


def _upstream_result(
    order: PlacedOrder,
    line: PlacedLine,
    offer: MarketOffer,
    sku: MarketSku,
    post_fee: int,
    call: Call,
    urls: Urls,
) -> str:
    """`subOrderResult`: upstream's own record as text, holding two more texts of JSON. "en" is Chinese, as
    in the documented sample."""
    raw = line_status(order, line)
    choices = _text({name.zh: value.zh for name, value in sku.attributes})
    return _text(
        {
            "quantity": line.quantity,
            "item_id": next(iter(item_id(offer, call).values())),
            "domestic_post_fee": post_fee,
            "purchase_currency": "CNY",
            "option_fields": {"SKU_IMG_URL": urls.sku(offer, sku), "en": choices, "zh": choices},
            "closed": raw == "TRADE_CLOSED",
            "sku_id": sku.id,
            "title": offer.title.zh,
            "sub_purchase_order_id": line.purchase_id,
            "pay_currency": "CNY",
            "status": raw,
        }
    )


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
