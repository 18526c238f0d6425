"""Taobao refunds as the contract writes them (TA1 to TA10): types and spellings change from call to call and
from one generation to the other, and that is kept. Amounts are fen, times milliseconds.

INVENTED: names and order of what TA1, TA3, TA7 and TA8 answer beyond the parts that other pages show.
"""

from __future__ import annotations

from collections.abc import Sequence

from sourcing_desktop.sandbox.door.call import Call
from sourcing_desktop.sandbox.market.model import MarketOffer
from sourcing_desktop.sandbox.orders.carriers import CARRIERS, Carrier, carrier_of
from sourcing_desktop.sandbox.orders.order import PlacedLine, PlacedOrder
from sourcing_desktop.sandbox.refunds.reasons import Reason, reason_of
from sourcing_desktop.sandbox.refunds.refund import Refund, RefundState, Step, Whereabouts
from sourcing_desktop.sandbox.refunds.rules import Bounds
from sourcing_desktop.sandbox.shapes.alibaba_goods import Shape
from sourcing_desktop.sandbox.shapes.amounts import taobao_time
from sourcing_desktop.sandbox.urls import Urls

STATUS = {
    RefundState.APPLIED: 10,
    RefundState.TO_SEND: 20,
    RefundState.SENT: 30,
    RefundState.REFUNDED: 100,
    RefundState.REFUSED: -10,
    RefundState.CLOSED: -20,
}
_GOODS = {
    Whereabouts.UNSHIPPED: (1,),
    Whereabouts.UNDERWAY: (2, 3),
    Whereabouts.RECEIVED: (4,),
}
_RETURN_PHONE = "13900000000"


def status_number(refund: Refund) -> int:
    """The status of a refund (3.2)."""
    return STATUS[refund.state]


def whereabouts_of(goods_status: int) -> Whereabouts | None:
    """What a `goodsStatus` says about goods that are still the buyer's; None for any other number."""
    return next((where for where, numbers in _GOODS.items() if goods_status in numbers), None)


def template(
    bounds: Bounds,
    reasons: Sequence[Reason],
    earlier: Refund | None,
    order: PlacedOrder,
    possible: Sequence[Whereabouts],
) -> Shape:
    """What TA2 answers. `earlier` is the refund there is for the line; its status is text here."""
    return {
        "distributorId": order.user_id,
        "currency": "CNY",
        "saleFlag": bool(possible) and earlier is None,
        "refundOrderTemplate": {
            "refundReasons": [
                {"reasonId": reason.id, "reasonDesc": reason.name, "tips": reason.tip or None}
                for reason in reasons
            ],
            "goodsStatusList": [str(number) for where in possible for number in _GOODS[where]],
            "refundOrder": _refund(earlier, order) | {"refundStatus": str(status_number(earlier))}
            if earlier
            else None,
            "maxRefundFee": {
                "minRefundFee": bounds.least_fen,
                "feeTips": "" if bounds.least_fen < bounds.most_fen else "未发货仅支持全额退款",
                "refundFee": bounds.most_fen,
                "canEditRefundFee": bounds.least_fen < bounds.most_fen,
            },
        },
    }


def detail(refund: Refund, order: PlacedOrder, offer: MarketOffer, call: Call, urls: Urls) -> Shape:
    """A refund in full (TA10). `offer` is that of its line."""
    (line,) = (line for line in order.lines if line.id in refund.claim.pieces)
    return {
        "distributorId": refund.user_id,
        "currency": "CNY",
        "refundOrderAggregate": {
            "logistics": _logistics(refund, offer, call) if refund.claim.returns else None,
            "refundOrder": _refund(refund, order),
            "purchaseOrderLine": _line(order, line, offer, urls),
        },
    }


def refund_of_line(order: PlacedOrder, line: PlacedLine) -> Shape:
    """What a line in the order list (TO2) tells of its last refund."""
    refund = order.last_refund(line.id)
    return {
        "goodsStatus": _goods_status(refund) if refund else None,
        "refundType": _kind(refund) if refund else None,
        "refundStatus": status_number(refund) if refund else 0,
    }


def return_terms(offer: MarketOffer, call: Call) -> Shape:
    """What TA3 answers: who may carry the goods, and where to."""
    return {
        "logisticsCompanyList": [_company(carrier, call) for carrier in CARRIERS],
        "receiverAddress": _address(offer, call),
        "sellerAgreeReturnDescribe": "请将商品寄回以下地址",
    }


def messages(steps: Sequence[Step], total: int, refund: Refund) -> Shape:
    """What TA8 answers: what buyer and seller said, the newest last."""
    return {
        "total": total,
        "data": [
            {
                "refundId": refund.id,
                "operator": step.actor,
                "refundMessage": step.text,
                "refundImages": ",".join(step.pictures) or None,
                "createTime": step.at,
            }
            for step in steps
        ],
    }


def _refund(refund: Refund, order: PlacedOrder) -> Shape:
    claim = refund.claim
    reason = reason_of(claim.reason_id)
    changeable = refund.state in (RefundState.APPLIED, RefundState.REFUSED)
    refused = refund.state is RefundState.REFUSED
    return {
        "refundFee": claim.total_fen,
        "payOrderId": order.purchase_id,
        "timeoutType": None,
        "sellerRefuseReason": refund.refusal if refused else None,
        "refundStatus": status_number(refund),
        "canEditFee": changeable and claim.whereabouts is not Whereabouts.UNSHIPPED,
        "remainingTime": None,
        "refundType": _kind(refund),
        "feeTips": None,
        "reasonDesc": reason.name if reason else None,
        "goodsStatus": _goods_status(refund),
        "refundDesc": claim.description,
        "reasonId": claim.reason_id,
        "timeoutDate": taobao_time(refund.due_at),
        "sellerRefuseReasonDescribe": refund.refusal if refused else None,
        "refundId": refund.id,
    }


def _kind(refund: Refund) -> int:
    return 2 if refund.claim.returns else 1


def _goods_status(refund: Refund) -> int:
    if refund.parcel:
        return 6 if refund.paid_back else 5
    return _GOODS[refund.claim.whereabouts][0]


def _line(order: PlacedOrder, line: PlacedLine, offer: MarketOffer, urls: Urls) -> Shape:
    sku = next(sku for sku in offer.skus if sku.id == line.sku_id)
    post_fee = order.freight_fen if line is order.lines[0] else 0
    return {
        "salesOrderId": order.id,
        "supplierId": int(offer.seller.shop_id),
        "quantity": line.quantity,
        "totalPrice": line.amount_fen + post_fee,
        "itemTitle": offer.title.zh,
        "postFee": post_fee,
        "productFee": line.amount_fen,
        "salesMarket": "TAOBAO",
        "purchaseOrderLineId": int(line.purchase_id),
        "createTime": order.created_at,
        "purchaseOrderId": int(order.purchase_id),
        "price": line.unit_fen,
        "supplierNick": offer.seller.nick,
        "currency": "CNY",
        "properties": {"options": [{name.zh: value.zh} for name, value in sku.attributes]},
        "itemImageUrl": urls.sku(offer, sku),
        "orderServiceExpressions": [],
        "hongbaoDeductionAmount": 0,
    }


def _logistics(refund: Refund, offer: MarketOffer, call: Call) -> Shape:
    parcel = refund.parcel
    carrier = carrier_of(parcel.company) if parcel else None
    return {
        "receiverAddress": _address(offer, call),
        "returnGoodsDesc": parcel.note or None if parcel else None,
        "buyerPhone": parcel.phone or None if parcel else None,
        "logisticsCompany": _company(carrier, call) if carrier else None,
        "logisticsNo": parcel.waybill if parcel else None,
        "sellerAgreeReturnDescribe": "请将商品寄回以下地址",
    }


def _company(carrier: Carrier, call: Call) -> Shape:
    """The v1 page spells the code without the second s."""
    name = "logisticsCompanyCode" if call.is_v2 else "logisticCompanyCode"
    return {name: carrier.code, "logisticsCompanyName": carrier.name}


def _address(offer: MarketOffer, call: Call) -> Shape | str:
    """An object in v1, text in v2."""
    where, who = f"{offer.seller.location.zh} 退货部", offer.seller.name.zh
    if call.is_v2:
        return f"{where} {who} {_RETURN_PHONE}"
    return {"detailAddress": where, "phone": _RETURN_PHONE, "receiver": who}
