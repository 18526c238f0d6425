"""Readers of 1688 answers that the sandbox does not give: the odd, the sparse and the upstream's own."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from sourcing_desktop.domain.category import Category
from sourcing_desktop.domain.errors import BadReply
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Badge, OfferRef, Platform, SkuAttribute, Words
from sourcing_desktop.domain.pricing import PriceTier, QuoteType
from sourcing_desktop.domain.quantity import MixedBatch, QuantityRules
from sourcing_desktop.domain.search import Region
from sourcing_desktop.gateways.pandapon.alibaba import cart as alibaba_cart
from sourcing_desktop.gateways.pandapon.alibaba import categories as alibaba_categories
from sourcing_desktop.gateways.pandapon.alibaba import detail as alibaba_detail
from sourcing_desktop.gateways.pandapon.alibaba import goods as alibaba_goods
from sourcing_desktop.gateways.pandapon.alibaba import preview as alibaba_preview
from sourcing_desktop.gateways.pandapon.alibaba.lines import LineNames
from sourcing_desktop.gateways.pandapon.faults import NO_PRICE
from sourcing_desktop.gateways.pandapon.shapes import Caller
from sourcing_desktop.gateways.values import decode_json
from sourcing_desktop.gateways.wire import Reader
from tests.gateways.goods import line_of

V1, V2 = Caller("v1"), Caller("v2", "en", "21000")
NOW = datetime(2025, 1, 1, tzinfo=UTC)
SPEC = "ab" * 16
REF = OfferRef(Platform.ALIBABA, "v2", "f6vE-dfY1NV37oG_fz9WSA")


def envelope(data: object, code: int = 200, msg: str = "成功") -> Reader:
    return Reader(decode_json(json.dumps({"code": code, "msg": msg, "data": data})))


# A captured detail: all numbers are text (contract upstream D7).
CAPTURED = {
    "offerId": 706627393257,
    "subject": "T恤",
    "subjectTrans": "T-shirt",
    "productImage": {"images": ["//cbu01.alicdn.com/a.jpg", "//cbu01.alicdn.com/b.jpg"], "whiteImage": None},
    "productSaleInfo": {
        "amountOnSale": "2591",
        "quoteType": "1",
        "priceRangeList": [{"startQuantity": "2", "price": "13.9"}],
        "unitInfo": {"unit": "件", "transUnit": "piece"},
    },
    "productSkuInfos": [
        {
            "skuId": 4971,
            "specId": SPEC,
            "price": "14.9",
            "amountOnSale": "2591",
            "skuAttributes": [
                {
                    "attributeName": "颜色",
                    "attributeNameTrans": "Colour",
                    "value": "红",
                    "valueTrans": "red",
                    "skuImageUrl": "//cbu01.alicdn.com/red.jpg",
                },
                {"attributeName": "尺码", "value": "XL"},
            ],
        }
    ],
    "minOrderQuantity": "2",
    "batchNumber": None,
    "sellerOpenId": "BBB1",
    "sellerIdentities": ["super_factory-超级工厂", "manufacturer"],
    "offerIdentities": ["yx"],
    "isJxhy": None,
    "tagInfoList": [{"key": "isOnePsale", "value": "true"}, {"key": "new7", "value": False}],
    "sellerMixSetting": {"generalHunpi": True, "mixAmount": 200, "mixNumber": 0},
    "sellerDataInfo": {
        "repeatPurchasePercent": "0.4666",
        "compositeServiceScore": "",
        "tradeMedalLevel": "3",
    },
    "promotionModel": {"hasPromotion": True},
    "mainVideo": "",
}


def test_a_captured_detail():
    detail = alibaba_detail.read_detail(envelope(CAPTURED), V1)
    assert detail.ref == OfferRef(Platform.ALIBABA, "v1", "706627393257")
    assert detail.pictures == ("https://cbu01.alicdn.com/a.jpg", "https://cbu01.alicdn.com/b.jpg")
    assert (detail.prices.quote, detail.prices.tiers) == (QuoteType.BY_SKU, (PriceTier(2, Money(1390)),))
    assert detail.offer.price == Money(1490)
    assert detail.rules == QuantityRules(moq=2, lot=1)
    [sku] = detail.skus
    assert (sku.id, sku.stock, sku.picture) == ("4971", 2591, "https://cbu01.alicdn.com/red.jpg")
    assert (sku.name, sku.original_name) == ("red / XL", "红 / XL")
    assert detail.offer.badges == ("super_factory", "manufacturer", Badge.STRICT_SELECTION, Badge.DROPSHIP)
    supplier = detail.supplier
    assert supplier.identities == ("super_factory", "manufacturer")
    assert (supplier.repurchase_percent, supplier.service_score, supplier.medal_level) == (46.66, None, 3)
    assert supplier.mixed_batch == MixedBatch(None, Money(20000))
    assert detail.unread["data.promotionModel.hasPromotion"] is True


WRAPPED = {
    "once": lambda answer: {"result": answer},
    "twice": lambda answer: {"success": "true", "result": {"code": "200", "result": answer}},
}


@pytest.mark.parametrize("wrap", WRAPPED.values(), ids=WRAPPED.keys())
def test_an_answer_may_be_wrapped_as_upstream_does(wrap):
    assert alibaba_detail.read_detail(envelope(wrap(CAPTURED)), V1).offer.price == Money(1490)
    row = {"offerMapId": "x", "priceInfo": {"price": "5"}}
    page = alibaba_goods.read_page(envelope(wrap({"totalRecords": 7, "data": [row]})), V2)
    assert (page.total, [offer.ref.id for offer in page.offers]) == (7, ["x"])
    feed = alibaba_goods.read_bare_page(envelope(wrap([row])), V2)
    assert [offer.price for offer in feed.offers] == [Money(500)]


def test_prices_stay_strict_however_they_are_wrapped():
    with pytest.raises(BadReply):
        alibaba_detail.read_detail(envelope({"result": CAPTURED | {"minOrderQuantity": "few"}}), V1)


def test_a_price_of_a_promotion_is_told_and_not_taken():
    """It may be for members only (contract upstream C1)."""
    tier = {"startQuantity": 2, "price": "5", "promotionPrice": "4.50"}
    sale = {"quoteType": 2, "priceRangeList": [tier]}
    sku = {"skuId": 1, "price": "6", "promotionPrice": 5.5, "fenxiaoPriceInfo": {"offerPrice": "5.20"}}
    data = {"offerMapId": "x", "productSaleInfo": sale, "productSkuInfos": [sku]}
    detail = alibaba_detail.read_detail(envelope(data), V2)
    assert detail.prices.tiers == (PriceTier(2, Money(500), promotion_price=Money(450)),)
    assert (detail.skus[0].price, detail.skus[0].promotion_price) == (Money(600), Money(550))
    assert detail.offer.price == Money(500)
    assert detail.prices.unit_price(detail.skus[0].price, 2) == Money(500)
    assert detail.unread["data.productSkuInfos[0].fenxiaoPriceInfo.offerPrice"] == "5.20"
    sale["priceRangeList"] = [tier | {"promotionPrice": "soon"}]
    assert alibaba_detail.read_detail(envelope(data), V2).prices.tiers == (PriceTier(2, Money(500)),)
    page = {"data": [{"offerMapId": "x", "priceInfo": {"price": "5", "promotionPrice": "4.50"}}]}
    [offer] = alibaba_goods.read_page(envelope(page), V2).offers
    assert (offer.price, offer.promotion_price) == (Money(500), Money(450))


def test_goods_without_skus_have_one():
    sale = {"quoteType": 0, "amountOnSale": 7, "priceRangeList": [{"startQuantity": 1, "price": "5"}]}
    detail = alibaba_detail.read_detail(envelope({"offerMapId": "x", "productSaleInfo": sale}), V2)
    assert [(sku.id, sku.stock) for sku in detail.skus] == [("0", 7)]
    assert detail.prices.unit_price(detail.skus[0].price, 1) == Money(500)


@pytest.mark.parametrize(
    ("quote", "minimum", "start", "moq"),
    [(0, 2, 10, 10), (2, "2", "10", 10), (0, 10, 2, 10), (2, None, 5, 5), (1, 2, 10, 2)],
)
def test_no_fewer_can_be_bought_than_the_first_tier_says(quote, minimum, start, moq):
    tiers = [{"startQuantity": 50, "price": "4"}, {"startQuantity": start, "price": "5"}]
    data = {
        "offerMapId": "x",
        "minOrderQuantity": minimum,
        "productSaleInfo": {"quoteType": quote, "priceRangeList": tiers},
    }
    detail = alibaba_detail.read_detail(envelope(data), V2)
    assert (detail.rules.moq, detail.offer.moq) == (moq, moq)


def test_a_way_to_price_nobody_knows():
    with pytest.raises(BadReply) as caught:
        alibaba_detail.read_detail(envelope({"offerMapId": "x", "productSaleInfo": {"quoteType": 9}}), V2)
    assert caught.value.path == "data.productSaleInfo.quoteType"


def test_boxes_go_left_right_top_bottom():
    region = Region(left=266, top=48, right=799, bottom=581)
    assert alibaba_goods.region_text(region) == "266,799,48,581"
    assert alibaba_goods.read_region("266,799,48,581") == region
    page = alibaba_goods.read_page(
        envelope({"data": [], "picRegionInfo": {"yoloCropRegion": "266,799,48,581;odd;1,2,3,4;"}}), V2
    )
    assert page.subjects == (region, Region(1, 3, 2, 4))


def test_categories_are_read():
    children = [{"categoryId": 312, "chineseName": "内衣", "translatedName": "Underwear", "leaf": False}]
    root = alibaba_categories.read_category(envelope({"categoryId": 0, "children": children}))
    assert root.children == (Category("312", Words("内衣", "Underwear"), leaf=False),)
    assert alibaba_categories.read_category(envelope({"children": None})).children == ()


PROPERTIES = {
    "a list": ('[{"propName":"颜色","valueName":"红"}]', (SkuAttribute(Words("颜色"), Words("红")),)),
    "an object": ('{"颜色":"红"}', (SkuAttribute(Words("颜色"), Words("红")),)),
    "plain": ("红色;XL", (SkuAttribute(Words(""), Words("红色;XL")),)),
    "nothing": (None, ()),
}


@pytest.mark.parametrize(("text", "attributes"), PROPERTIES.values(), ids=PROPERTIES.keys())
def test_properties_of_a_cart_row(text, attributes):
    row = {"id": 1, "offerMapId": "x", "properties": text}
    [line] = alibaba_cart.read_lines(envelope({"disableList": [{"cartItemInfos": [row]}]}), V2)
    assert line.sku.attributes == attributes
    assert not line.sold


def test_what_we_put_into_a_cart_row_comes_back():
    line = line_of(REF)
    sent = json.dumps(alibaba_cart.add_request(line, V2)["quantity"])
    assert sent == "1"
    sku = alibaba_detail.read_detail(envelope(CAPTURED), V1).skus[0]
    row = alibaba_cart.add_request(line_of(REF, sku=sku), V2) | {"id": 5}
    [back] = alibaba_cart.read_lines(envelope({"enableList": [{"cartItemInfos": [row]}]}), V2)
    assert back.sku.name == sku.name
    assert (back.sku.price, back.sku.spec_id, back.row_id) == (sku.price, SPEC, "5")


# Previews


def previewed(*entries: dict[str, object], **data: object):
    answer = envelope({"orderPreviewResuslt": list(entries)} | data)
    return alibaba_preview.read_preview(answer, LineNames.of_cart([line_of(REF)]), NOW)


def test_a_split_preview_is_summed():
    one = {"sumPayment": 1671, "sumCarriage": 350, "flowFlag": "general", "tradeModeNameList": ["alipay"]}
    read = previewed(one, one | {"tradeModeNameList": ["assureTrade", "alipay"]})
    assert (read.total, read.freight) == (Money(3342), Money(700))
    assert (read.flow, read.trade_types) == ("general", ("alipay", "assureTrade"))
    assert read.orderable


STOCK = "The seller has not enough stock. Take fewer."


@pytest.mark.parametrize(
    "line",
    [
        {"specId": SPEC, "resultCode": "500_004", "message": "库存不足"},
        {"skuId": 11, "resultCode": "500_004"},
        {"offerMapId": REF.id, "specId": None, "resultCode": "R500_004"},
        {"specId": SPEC, "resultCode": "FAIL", "message": "500_4: 库存不足"},
    ],
)
def test_a_refused_line_is_named_by_our_sku(line):
    read = previewed({"cargoList": [line, {"skuId": 12, "resultCode": "200"}], "status": False})
    assert read.refusals == {"11": STOCK}
    assert (read.refusal, read.orderable) == ("", False)


def test_a_refused_order_is_said_as_a_whole():
    assert previewed({"status": False, "resultCode": "500_006"}).refusal == (
        "This is below the seller's mixed-batch minimum. Take more from this seller."
    )
    assert previewed(success=False, errorMsg="卖家休息").refusal == "The seller's side refuses this: 卖家休息"
    assert previewed({"sumPayment": 1, "tradeModeNameList": []}).refusal == alibaba_preview.NOT_BY_API
    assert previewed().refusal == NO_PRICE


def test_a_preview_with_an_odd_sum_has_no_price():
    with pytest.raises(BadReply):
        previewed({"sumPayment": "soon"})
