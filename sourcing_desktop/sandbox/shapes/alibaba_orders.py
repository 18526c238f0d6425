"""1688 previews and orders as the contract writes them (AO6, AO7, 3.7), misspelling included.

Units: preview sums are fen, its cargo amounts yuan; order objects are yuan except for discounts in fen.
"""

from __future__ import annotations

from collections.abc import Sequence

from sourcing_desktop.sandbox.door.call import Call
from sourcing_desktop.sandbox.door.codes import REASONS, Upstream
from sourcing_desktop.sandbox.market.model import MarketOffer, MarketSeller
from sourcing_desktop.sandbox.orders.order import PlacedLine, PlacedOrder, State
from sourcing_desktop.sandbox.orders.parcels import Parcel
from sourcing_desktop.sandbox.orders.quote import Quote, QuotedLine
from sourcing_desktop.sandbox.shapes.alibaba_goods import Shape, offer_id, sku_id
from sourcing_desktop.sandbox.shapes.alibaba_refunds import refund_of_line, refund_of_order
from sourcing_desktop.sandbox.shapes.amounts import alibaba_time, stable_number, yuan
from sourcing_desktop.sandbox.shapes.parcels import logistics_items
from sourcing_desktop.sandbox.urls import Urls, small

FLOW = "general"
TRADE_TYPES = ("assureTrade", "alipay")

_STATUS = {
    State.TO_PAY: ("waitbuyerpay", "等待买家付款"),
    State.TO_SHIP: ("waitsellersend", "等待卖家发货"),
    State.SHIPPED: ("waitbuyerreceive", "等待买家收货"),
    State.SIGNED: ("signinsuccess", "买家已签收"),
    State.CONFIRMED: ("confirm_goods", "已收货"),
    State.DONE: ("success", "交易成功"),
    State.CANCELLED: ("cancel", "交易取消"),
}
STATES = {word: state for state, (word, _) in _STATUS.items()}
"""State of each status word an order list may be asked for."""


def status_word(order: PlacedOrder) -> str:
    """The status of an order (3.3)."""
    return _STATUS[order.state][0]


def preview(quotes: Sequence[Quote], call: Call) -> Shape:
    """What a preview answers: one entry per order that would be created."""
    refusal = next((quote.refusal for quote in quotes if quote.refusal), None)
    return {
        "orderPreviewResuslt": [_preview_entry(quote, call) for quote in quotes],
        "success": refusal is None,
        "errorCode": refusal.value if refusal else None,
        "errorMsg": REASONS[refusal] if refusal else None,
        "postFeeByDescOfferList": [],
        "consignOfferList": [],
        "unsupportedCrossBorderPayOfferList": [],
    }


def paid_together(results: Sequence[tuple[str, Upstream | None]]) -> Shape:
    """What AO1 answers: each order with why it was not paid, if it was not. ASSUMED: the documents show
    nothing but the envelope; the names are those of upstream's payment without password and of AO9."""
    return {
        "success": not any(refusal for _, refusal in results),
        "payResults": [
            {
                "orderId": order_id,
                "paySuccess": refusal is None,
                "payChannel": None if refusal else "alipay",
                "errorCode": refusal.value if refusal else None,
                "errorMsg": REASONS[refusal] if refusal else None,
            }
            for order_id, refusal in results
        ],
        "cantPayOrderList": [order_id for order_id, refusal in results if refusal],
    }


def confirmed(refusal: Upstream | None) -> Shape:
    """What AO10 answers: a failure hides inside the envelope of a success."""
    return {
        "success": refusal is None,
        "errorInfo": REASONS[refusal] if refusal else "",
        "errorCode": refusal.value if refusal else "",
    }


def created(orders: Sequence[PlacedOrder]) -> Shape:
    """What AO7 and AK1 answer: the single fields for one order, `orderList` for several."""
    one = orders[0] if len(orders) == 1 else None
    return {
        "orderId": one.id if one else None,
        "totalSuccessAmount": one.total_fen if one else None,
        "postFee": one.freight_fen if one else None,
        "success": True,
        "code": None,
        "message": None,
        "accountPeriod": None,
        "failedOfferList": [],
        "orderList": [] if one else [_created_entry(order) for order in orders],
    }


def refused_lines(quotes: Sequence[Quote], call: Call) -> list[Shape]:
    """`failedOfferList` of a refused order."""
    return [
        _line_ids(line, call) | {"errorCode": line.refusal.value, "errorMessage": REASONS[line.refusal]}
        for quote in quotes
        for line in quote.lines
        if line.refusal
    ]


def trade_object(
    order: PlacedOrder, offers: dict[str, MarketOffer], parcels: Sequence[Parcel], urls: Urls
) -> Shape:
    """An order (3.7). `offers` are those of its lines, by id."""
    seller = offers[order.lines[0].offer_id].seller
    return {
        "guaranteesTerms": None,
        "internationalLogistics": None,
        "nativeLogistics": _native_logistics(order, parcels),
        "productItems": [_item(order, line, offers[line.offer_id], urls) for line in order.lines],
        "tradeTerms": [_trade_term(order)],
        "extAttributes": [],
        "orderRateInfo": {"buyerRateStatus": 5, "sellerRateStatus": 5},
        "orderInvoiceInfo": None,
        "customs": None,
        "overseasExtraAddress": None,
        "baseInfo": _facts(order, seller),
        "orderBizInfo": {"odsCyd": False, "creditOrder": False, "dropShipping": False},
        "quoteList": [],
        "fromEncryptOrder": False,
        "encryptOutOrderInfo": None,
        "outChannel": None,
        "sendGoodsOverdueRisk": None,
        "officialLogisticOrder": None,
    }


def _preview_entry(quote: Quote, call: Call) -> Shape:
    """The fourteen fields of one previewed order."""
    refusal = quote.refusal
    return {
        "discountFee": None,
        "tradeModeNameList": [] if refusal else list(TRADE_TYPES),
        "status": refusal is None,
        "taoSampleSinglePromotion": False,
        "sumPayment": quote.total_fen,
        "sumCarriage": quote.freight_fen,
        "sumPaymentNoCarriage": quote.goods_fen,
        "additionalFee": 0,
        "message": REASONS[refusal] if refusal else None,
        "resultCode": refusal.value if refusal else None,
        "flowFlag": FLOW,
        "cargoList": [_cargo(line, call) for line in quote.lines],
        "shopPromotionList": [],
        "tradeModelList": [
            {"tradeType": name, "name": name, "description": None, "opSupport": True} for name in TRADE_TYPES
        ],
    }


def _cargo(line: QuotedLine, call: Call) -> Shape:
    return {
        "amount": yuan(line.amount_fen),
        "message": REASONS[line.refusal] if line.refusal else None,
        "finalUnitPrice": yuan(line.unit_fen),
        **_line_ids(line, call),
        "resultCode": line.refusal.value if line.refusal else "200",
        "openOfferId": None,
        "cargoPromotionList": [],
    }


def _line_ids(line: QuotedLine, call: Call) -> Shape:
    offer, sku = line.wanted.offer, line.wanted.sku
    return {
        **(offer_id(offer, call) if offer else {}),
        "specId": sku.spec_id if sku else None,
        "skuId": sku_id(sku, call) if sku else None,
    }


def _created_entry(order: PlacedOrder) -> Shape:
    return {"orderId": order.id, "orderAmmount": order.total_fen, "postFee": order.freight_fen}


def _native_logistics(order: PlacedOrder, parcels: Sequence[Parcel]) -> Shape:
    to = order.receiver
    return {
        "address": to.get("address"),
        "area": to.get("areaText"),
        "areaCode": to.get("districtCode"),
        "city": to.get("cityText"),
        "contactPerson": to.get("fullName"),
        "fax": None,
        "mobile": to.get("mobile"),
        "province": to.get("provinceText"),
        "telephone": to.get("phone"),
        "zip": to.get("postCode"),
        "logisticsItems": logistics_items(order, parcels),
        "townCode": None,
        "town": to.get("townText"),
        "caid": None,
        "realLogisticsCompanyNo": None,
    }


def _item(order: PlacedOrder, line: PlacedLine, offer: MarketOffer, urls: Urls) -> Shape:
    sku = next(sku for sku in offer.skus if sku.id == line.sku_id)
    picture = urls.sku(offer, sku)
    word, label = _STATUS[order.state]
    return {
        "cargoNumber": f"HH{offer.id[-6:]}-{sku.id[-3:]}",
        "description": None,
        "itemAmount": yuan(line.amount_fen),
        "name": offer.title.zh,
        "price": yuan(line.unit_fen),
        "productID": int(offer.id),
        "productImgUrl": [small(picture), picture],
        "productSnapshotUrl": None,
        "quantity": line.quantity,
        **refund_of_line(order, line),
        "skuID": int(sku.id),
        "status": word,
        "subItemID": int(line.id),
        "type": "common",
        "unit": offer.unit.zh,
        "weight": str(sku.weight_g),
        "weightUnit": "g",
        "guaranteesTerms": [],
        "productCargoNumber": None,
        "skuInfos": [{"name": name.zh, "value": value.zh} for name, value in sku.attributes],
        "entryDiscount": line.change_fen,
        "specId": sku.spec_id,
        "quantityFactor": 1,
        "statusStr": label,
        "closeReason": order.close_reason or None,
        "logisticsStatus": _logistics_status(order, line),
        "relatedCode": None,
        "sharePostage": 0,
    }


def _logistics_status(order: PlacedOrder, line: PlacedLine) -> int:
    """Of a line (3.3): not shipped, shipped, received."""
    if line.received_at or order.done_at:
        return 3
    return 2 if order.sent_at else 1


def _trade_term(order: PlacedOrder) -> Shape:
    return {
        "payStatus": _pay_status(order),
        "payTime": alibaba_time(order.paid_at),
        "payWay": "1",
        "phasAmount": yuan(order.total_fen),
        "phase": stable_number(order.id),
        "payWayDesc": "支付宝-担保交易",
    }


def _pay_status(order: PlacedOrder) -> str:
    """Of a phase (3.3): unpaid or paid; fully refunded or cancelled before payment."""
    if order.state is State.CANCELLED:
        return "4" if order.paid_at else "8"
    return "2" if order.paid_at else "1"


def _facts(order: PlacedOrder, seller: MarketSeller) -> Shape:
    """`baseInfo`; `buyerFeedback` gives back the message of the create request."""
    return {
        "id": int(order.id),
        "idOfStr": order.id,
        "status": _STATUS[order.state][0],
        "createTime": alibaba_time(order.created_at),
        "payTime": alibaba_time(order.paid_at),
        "allDeliveredTime": alibaba_time(order.sent_at),
        "receivingTime": alibaba_time(order.signed_at or order.confirmed_at or order.done_at),
        "completeTime": alibaba_time(order.done_at),
        "modifyTime": alibaba_time(order.changed_at),
        "confirmedTime": alibaba_time(order.confirmed_at or order.done_at),
        "totalAmount": yuan(order.total_fen),
        "shippingFee": yuan(order.freight_fen),
        "sumProductPayment": yuan(order.goods_fen),
        "discount": sum(line.change_fen for line in order.open_lines),
        **refund_of_order(order),
        "buyerID": f"b2b-{order.user_id}",
        "sellerID": f"b2b-{seller.shop_id}",
        "buyerLoginId": f"sandbox{order.user_id[-4:]}",
        "sellerLoginId": seller.nick,
        "buyerUserId": int(order.user_id),
        "sellerUserId": int(seller.shop_id),
        "buyerContact": _contact(order.user_id),
        "sellerContact": _contact(seller.shop_id)
        | {"companyName": seller.name.zh, "shopName": seller.name.zh},
        "receiverInfo": _receiver(order),
        "alipayTradeId": f"2024{order.id[:16]}" if order.paid_at else None,
        "tradeType": "50060",
        "businessType": "cn",
        "buyerMemo": None,
        "buyerFeedback": order.note or None,
        "remark": None,
        "closeReason": order.close_reason or None,
        "currency": "CNY",
        "stepOrderList": [],
        "stepPayAll": False,
        "overSeaOrder": False,
        "flowTemplateCode": "assureTrade",
    }


def _contact(number: str) -> Shape:
    return {
        "phone": "",
        "fax": None,
        "email": None,
        "imInPlatform": number,
        "name": number,
        "mobile": None,
        "companyName": None,
    }


def _receiver(order: PlacedOrder) -> Shape:
    to = order.receiver
    parts = ("provinceText", "cityText", "areaText", "townText", "address")
    return {
        "toFullName": to.get("fullName"),
        "toDivisionCode": to.get("districtCode"),
        "toMobile": to.get("mobile"),
        "toPhone": to.get("phone"),
        "toPost": to.get("postCode"),
        "toTownCode": None,
        "toArea": " ".join(str(to[part]) for part in parts if to.get(part)),
    }
