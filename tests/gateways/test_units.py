"""The amounts of the contract's table of units (1.11) that become Money or are sent, field by field; those of
refunds are in test_after_sales_units. And what is no amount of ours: of unclear unit, of nobody's (coupons),
with parts of a fen, or in another currency.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from sourcing_desktop.domain.errors import BadReply
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import OfferRef, Platform, SaidBy, Sku
from sourcing_desktop.domain.search import Filters, KeywordQuery
from sourcing_desktop.gateways.pandapon.alibaba import cart as alibaba_cart
from sourcing_desktop.gateways.pandapon.alibaba import detail as alibaba_detail
from sourcing_desktop.gateways.pandapon.alibaba import goods as alibaba_goods
from sourcing_desktop.gateways.pandapon.alibaba import orders as alibaba_orders
from sourcing_desktop.gateways.pandapon.alibaba import preview as alibaba_preview
from sourcing_desktop.gateways.pandapon.alibaba.lines import LineNames
from sourcing_desktop.gateways.pandapon.callbacks import read_event
from sourcing_desktop.gateways.pandapon.shapes import Caller
from sourcing_desktop.gateways.pandapon.taobao import cart as taobao_cart
from sourcing_desktop.gateways.pandapon.taobao import goods as taobao_goods
from sourcing_desktop.gateways.pandapon.taobao import orders as taobao_orders
from sourcing_desktop.gateways.values import decode_json
from sourcing_desktop.gateways.wire import Reader
from tests.gateways.goods import draft_line, draft_of, line_of

V2 = Caller("v2", "en", "2100007340000")
NOW = datetime(2025, 1, 1, tzinfo=UTC)


def envelope(data: object) -> Reader:
    return Reader(decode_json(json.dumps({"code": 200, "data": data})))


def row(**prices: object) -> Any:
    page = {"data": [{"offerMapId": "x", "priceInfo": prices}]}
    return alibaba_goods.read_page(envelope(page), V2).offers[0]


def detail(**fields: object) -> Any:
    return alibaba_detail.read_detail(envelope({"offerMapId": "x"} | fields), V2)


def preview(**entry: object) -> Any:
    data = {"orderPreviewResuslt": [entry]}
    return alibaba_preview.read_preview(envelope(data), LineNames.of_cart(()), NOW)


def trade(items: list[dict[str, object]] | None = None, **facts: object) -> Any:
    data = {"result": [{"baseInfo": {"id": 1} | facts, "productItems": items or []}]}
    return alibaba_orders.read_orders(envelope(data)).orders[0]


def cart_line(read: Callable[..., Any], **item: object) -> Any:
    seller = {"cartItemInfos": [{"id": 1, "offerMapId": "x", "itemMapId": "x"} | item]}
    return read(envelope({"enableList": [seller]}), V2)[0]


def taobao(**fields: object) -> Any:
    return taobao_goods.read_detail(envelope({"itemMapId": "x"} | fields), V2)


def taobao_preview(total: object, freight: object = 0, goods: object = None, currency: str = "CNY") -> Any:
    amounts = {"totalRealPayPrice": total, "mainlandShippingFee": freight, "orderFee": goods}
    data = {name: {"amount": amount, "currency": currency} for name, amount in amounts.items()}
    return taobao_cart.read_preview(envelope(data), (), NOW)


def taobao_row(**fields: object) -> Any:
    return taobao_goods.read_page(envelope({"data": [{"itemMapId": "x"} | fields]}), V2).offers[0]


def taobao_order(**fields: object) -> Any:
    return taobao_orders.read_orders(envelope({"data": [{"id": "1"} | fields]})).orders[0]


def receipt(**fields: object) -> Any:
    return alibaba_orders.read_placed(envelope({"orderId": "1"} | fields), LineNames.of_cart(()))


def event(**body: object) -> Any:
    return read_event(envelope(body))


YUAN = Money(1230)  # 12.30 yuan
READ = {
    "1688 search price, yuan text": lambda: row(price="12.30").price,
    "1688 search consignPrice, yuan text": lambda: row(consignPrice="12.3").dropship_price,
    "1688 tier price, yuan text": lambda: (
        detail(productSaleInfo={"quoteType": 2, "priceRangeList": [{"startQuantity": 2, "price": "12.3"}]})
        .prices.tiers[0]
        .price
    ),
    "1688 sku price, yuan text": lambda: (
        detail(productSkuInfos=[{"skuId": 1, "price": "12.30"}]).skus[0].price
    ),
    "1688 dropship price, yuan text": lambda: (
        detail(productSaleInfo={"consignPrice": "12.3"}).offer.dropship_price
    ),
    "1688 mixAmount, yuan": lambda: (
        detail(sellerMixSetting={"generalHunpi": True, "mixAmount": 12.3}).supplier.mixed_batch.amount
    ),
    "1688 cart price, yuan": lambda: cart_line(alibaba_cart.read_lines, price=12.3).sku.price,
    "1688 preview sumPayment, fen": lambda: preview(sumPayment=1230).total,
    "1688 preview sumCarriage, fen": lambda: preview(sumPayment=1230, sumCarriage=1230).freight,
    "1688 preview discountFee, fen": lambda: preview(sumPayment=99, discountFee=1230).discount,
    "1688 order totalAmount, yuan": lambda: trade(totalAmount=12.3).total,
    "1688 order shippingFee, yuan": lambda: trade(shippingFee=12.3).freight,
    "1688 order itemAmount, yuan": lambda: trade([{"itemAmount": 12.3}]).lines[0].amount,
    "1688 order price, yuan": lambda: trade([{"price": 12.3}]).lines[0].unit_price,
    "1688 order sumProductPayment, yuan": lambda: trade(sumProductPayment=12.3).goods,
    "1688 order refund, yuan": lambda: trade(refund=12.3).refunded,
    "1688 line refund, yuan": lambda: trade([{"refund": 12.3}]).lines[0].refunded,
    "1688 order refundPayment, fen": lambda: trade(refundPayment=1230).refunded,
    "1688 order discount, fen": lambda: trade(discount=1230).discount,
    "1688 order entryDiscount, fen": lambda: trade([{"entryDiscount": 1230}]).lines[0].discount,
    "1688 receipt totalSuccessAmount, fen": lambda: receipt(totalSuccessAmount=1230).total,
    "1688 receipt postFee, fen": lambda: receipt(postFee=1230).freight,
    "callback totalAmount, fen": lambda: event(totalAmount=1230).total,
    "callback productAmount, fen": lambda: event(productAmount=1230).goods,
    "callback shippingFee, fen": lambda: event(shippingFee=1230).freight,
    "callback refundAmount, fen": lambda: event(refundAmount=1230).refunded,
    "callback purchaseTotalFee, fen": lambda: event(purchaseOrderPriceDTO={"purchaseTotalFee": 1230}).total,
    "callback purchaseProductFee, fen": lambda: (
        event(purchaseOrderPriceDTO={"purchaseProductFee": 1230}).goods
    ),
    "callback purchaseShippingFee, fen": lambda: (
        event(purchaseOrderPriceDTO={"purchaseShippingFee": 1230}).freight
    ),
    "Taobao search price, yuan text": lambda: taobao_row(price="12.30").price,
    "1688 search promotionPrice, yuan text": lambda: row(promotionPrice="12.30").promotion_price,
    "1688 sku promotionPrice, yuan text": lambda: (
        detail(productSkuInfos=[{"skuId": 1, "promotionPrice": "12.30"}]).skus[0].promotion_price
    ),
    "1688 preview additionalFee, fen": lambda: preview(sumPayment=9999, additionalFee=1230).fee,
    "1688 preview sumTotalPayment, fen": lambda: preview(sumPayment=1000, sumTotalPayment=1230).total,
    "Taobao preview freight, fen": lambda: taobao_preview(9999, freight=1230).freight,
    "Taobao preview orderFee, fen": lambda: taobao_preview(9999, goods=1230).goods,
    "Taobao price, fen": lambda: taobao(price=1230).skus[0].price,
    "Taobao promotionPrice, fen": lambda: taobao(price=9999, promotionPrice=1230).offer.price,
    "Taobao sku promotionPrice, fen text": lambda: (
        taobao(skuList=[{"skuId": "1", "price": 9999, "promotionPrice": "1230"}]).skus[0].price
    ),
    "Taobao cart price, fen": lambda: cart_line(taobao_cart.read_lines, price=1230).sku.price,
    "Taobao preview total, fen": lambda: (
        taobao_cart.read_preview(envelope({"totalRealPayPrice": {"amount": 1230}}), (), NOW).total
    ),
    "Taobao order purchaseAmount, fen": lambda: taobao_order(purchaseAmount=1230).total,
    "Taobao line purchaseAmount, fen": lambda: (
        taobao_order(subOrderVOS=[{"purchaseAmount": 1230}]).lines[0].amount
    ),
    "Taobao line domesticPostFee, fen": lambda: (
        taobao_order(subOrderVOS=[{"domesticPostFee": 1230}]).lines[0].freight
    ),
    "Taobao domesticPostFee, fen": lambda: (
        taobao_order(purchaseAmount=1, subOrderVOS=[{"domesticPostFee": 1230}]).freight
    ),
}


@pytest.mark.parametrize("field", READ)
def test_what_is_read(field):
    assert READ[field]() == YUAN


@pytest.mark.parametrize("line", [{"amount": 24.6, "finalUnitPrice": 12.3}, {"amount": 2460}])
def test_amounts_of_a_preview_s_lines_are_in_the_unit_in_which_they_come_to_its_sum(line):
    """Yuan upstream, fen at a sibling."""
    lines = [{"skuId": "11", **line}]
    assert preview(sumPayment=2860, sumCarriage=400, cargoList=lines).amounts == {"11": Money(2460)}
    assert preview(sumPayment=2461, cargoList=lines) == preview(sumPayment=2461)
    assert preview(sumPayment=2460, cargoList=[line]) == preview(sumPayment=2460)
    assert preview(sumPayment=2460, cargoList=[*lines, {"skuId": "12"}]) == preview(sumPayment=2460)


def test_a_coupon_is_nobody_s_price():
    assert taobao_row(price="12.30", couponPrice="9.90").price == YUAN
    assert taobao(price=1230, couponPrice=990).offer.price == YUAN


FRACTIONS = {
    "1688 preview": lambda: preview(sumPayment="12.30"),
    "1688 preview fee": lambda: preview(sumPayment=1230, additionalFee=0.5),
    "Taobao price": lambda: taobao(price="12.30"),
    "Taobao preview": lambda: taobao_preview(12.3),
}
FOREIGN = {
    "Taobao preview": lambda: taobao_preview(1230, currency="USD"),
    "Taobao detail": lambda: taobao(price=1230, currency="USD"),
    "1688 preview": lambda: preview(sumPayment=1230, currency="HKD"),
}


@pytest.mark.parametrize("read", [*FRACTIONS.values(), *FOREIGN.values()], ids=[*FRACTIONS, *FOREIGN])
def test_yuan_for_fen_and_other_currencies_are_refused(read):
    with pytest.raises(BadReply):
        read()


def test_an_odd_amount_in_a_list_is_left_out():
    assert trade(discount=12.5).discount is None
    assert taobao_order(purchaseAmount="12.30").total is None
    order = taobao_order(
        purchaseAmount=1230,
        subOrderVOS=[{"purchaseAmount": 1230, "domesticPostFee": 5, "purchaseCurrency": "USD"}],
    )
    [line] = order.lines
    assert (order.total, order.freight, line.amount, line.freight) == (None,) * 4


def price_range(low: int, high: int) -> dict[str, object]:
    filters = Filters(price_from=Money(low), price_to=Money(high))
    body = alibaba_goods.keyword_request(KeywordQuery(Platform.ALIBABA, "", filters), 1, 5, V2)
    return {name: value for name, value in body.items() if name.startswith("price")}


SKU = Sku("11", price=YUAN)
SENT = {
    "priceStart and priceEnd, yuan text": (
        lambda: price_range(1230, 20000),
        {"priceStart": "12.30", "priceEnd": "200"},
    ),
    "1688 cart price, yuan": (
        lambda: alibaba_cart.add_request(line_of(OfferRef(Platform.ALIBABA, "v2", "x"), sku=SKU), V2)[
            "price"
        ],
        12.3,
    ),
    "Taobao cart price, fen": (
        lambda: taobao_cart.add_request(line_of(OfferRef(Platform.TAOBAO, "v2", "x"), sku=SKU), V2)["price"],
        1230,
    ),
    "Taobao purchaseAmount, fen": (
        lambda: taobao_orders.create_request(draft_of(draft_line(OfferRef(Platform.TAOBAO, "v2", "x"))))[
            "purchaseAmount"
        ],
        3000,
    ),
    "Taobao order line price, fen text": (
        lambda: json.loads(
            str(
                taobao_orders.create_request(draft_of(draft_line(OfferRef(Platform.TAOBAO, "v2", "x"))))[
                    "orderLineList"
                ]
            )
        )[0]["price"],
        "1250",
    ),
}


@pytest.mark.parametrize(("make", "expected"), SENT.values(), ids=SENT.keys())
def test_what_is_sent(make, expected):
    assert make() == expected


def test_a_preview_adds_up_as_the_gateway_says():
    asked = preview(sumPayment=1671, sumCarriage=350, sumPaymentNoCarriage=1321, discountFee=None)
    assert (asked.goods, asked.freight, asked.discount, asked.total) == (
        Money(1321),
        Money(350),
        Money(0),
        Money(1671),
    )


def test_weights_are_grams():
    shipping = {"weight": 0.288, "skuShippingInfoList": [{"skuId": 1, "weight": 288}]}
    read = detail(productShippingInfo=shipping, productSkuInfos=[{"skuId": "1"}])
    assert (read.weight_g, read.skus[0].weight_g) == (288, 288)


def test_sizes_are_centimetres_and_only_whole_boxes_count():
    box = {"length": "30", "width": 20.5, "height": 12}
    shipping = box | {"skuShippingInfoList": [{"skuId": 1, **box, "height": None}]}
    read = detail(productShippingInfo=shipping, productSkuInfos=[{"skuId": "1"}])
    assert (read.size, read.skus[0].size) == ((300, 205, 120), None)


@pytest.mark.parametrize(
    ("listed", "more", "weight"),
    [
        ({"weight": 288}, {"officialWeight": 0.31, "aiWeight": 0.4}, (310, SaidBy.OFFICIAL, None)),
        ({"weight": 288}, {"aiWeight": 0.4, "aiWeightAccuracy": "80%"}, (288, SaidBy.SELLER, None)),
        ({}, {"weight": 0.29, "aiWeight": 0.4}, (290, SaidBy.SELLER, None)),
        ({}, {"aiWeight": "0.4", "aiWeightAccuracy": "80%"}, (400, SaidBy.PREDICTED, 80)),
        ({}, {}, (None, SaidBy.SELLER, None)),
    ],
)
def test_what_was_measured_comes_before_what_was_guessed(listed, more, weight):
    shipping = {
        "skuShippingInfoList": [{"skuId": 1, **listed}],
        "skuShippingDetails": [{"skuId": 1, **more}],
    }
    sku = detail(productShippingInfo=shipping, productSkuInfos=[{"skuId": "1"}]).skus[0]
    assert (sku.weight_g, sku.weight_said_by, sku.weight_sure_percent) == weight


def test_scores_that_are_empty_are_not_known():
    scores = {"offerExperienceScore": "4.5", "disputeComplaintScore": "", "qualityRefundWithin30Day": "0.004"}
    seller = detail(sellerDataInfo=scores).supplier
    assert (seller.goods_score, seller.dispute_score, seller.advice_score) == (4.5, None, None)
    assert seller.quality_refund_percent == 0.4
