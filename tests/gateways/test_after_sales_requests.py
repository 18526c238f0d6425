"""Requests of after-sales, marketing, foundations, warehouse and goods extras that have no example: names,
types and units as documented."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from sourcing_desktop.contract.fields import fields_of
from sourcing_desktop.domain.errors import NotFound, Rejected
from sourcing_desktop.domain.freight import FreightItem, FreightLine, FreightService, OverseasAddress
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import OfferRef, Platform
from sourcing_desktop.domain.ranking import RankKind
from sourcing_desktop.domain.refund import (
    GoodsState,
    RefundKind,
    RefundRequest,
    RefundState,
    ReturnParcel,
)
from sourcing_desktop.domain.search import FilterWord, KeywordQuery
from sourcing_desktop.gateways.pandapon import addresses, warehouse
from sourcing_desktop.gateways.pandapon.alibaba import categories as alibaba_categories
from sourcing_desktop.gateways.pandapon.alibaba import marketing
from sourcing_desktop.gateways.pandapon.alibaba import refunds as alibaba_refunds
from sourcing_desktop.gateways.pandapon.shapes import Caller
from sourcing_desktop.gateways.pandapon.taobao import goods as taobao_goods
from sourcing_desktop.gateways.pandapon.taobao import refunds as taobao_refunds
from tests.gateways.goods import WAREHOUSE

V1, V2 = Caller("v1", "en", "2100007340000"), Caller("v2", "en", "2100007340000")
ORDER = "2059624776425880794"
LINE = "2059624776425880795"
REQUEST = RefundRequest(
    order_id=ORDER,
    pieces={LINE: None},
    kind=RefundKind.RETURN,
    goods=GoodsState.RECEIVED,
    reason_id="20042",
    amount=Money(1200),
    freight=Money(30),
    description=" 开线 ",
)
PARCEL = ReturnParcel("SF", "SF123", "已寄", "13800000000", ("https://a/1.jpg",))
TOKYO = OverseasAddress("Jane", "JP", "Tokyo", "Chiyoda", "1 Main Street", "100", "5550100", "1", "j@x", "T9")
TOKYO_SENT = {
    "name": "Jane",
    "email": "j@x",
    "phone": "1",
    "mobilePhone": "5550100",
    "address": "1 Main Street",
    "taxId": "T9",
    "country": "JP",
    "city": "Chiyoda",
    "zip": "100",
    "state": "Tokyo",
}
SERVICE = FreightService("1001", "EMS", "AIR", Money(6800), 3, 6, 500)
SERVICE_SENT = {"serviceId": "1001", "companyName": "EMS", "serviceCategory": "AIR"}
ITEM = FreightItem("2048020617114736", "413185732720", 2, Money(1230), "包", "https://a/1.jpg")
NOON = datetime(2025, 3, 1, 4, tzinfo=UTC)

REQUESTS: dict[str, tuple[str, Callable[[], Any], dict[str, Any]]] = {
    "reasons": (
        "AA2",
        lambda: alibaba_refunds.terms_request(ORDER, [LINE], GoodsState.SHIPPED, after_sale=False),
        {"orderId": int(ORDER), "orderEntryIds": [int(LINE)], "goodsStatus": "refundWaitBuyerReceive"},
    ),
    "a 1688 refund": (
        "AA4",
        lambda: alibaba_refunds.refund_request(REQUEST),
        {
            "orderId": int(ORDER),
            "orderEntryIds": [int(LINE)],
            "disputeRequest": "returnRefund",
            "applyPayment": 1200,
            "applyCarriage": 30,
            "applyReasonId": 20042,
            "description": "开线",
            "goodsStatus": "refundBuyerReceived",
        },
    ),
    "some pieces after the sale": (
        "AA4",
        lambda: alibaba_refunds.refund_request(
            replace(
                REQUEST,
                kind=RefundKind.MONEY_ONLY,
                pieces={LINE: 2},
                vouchers=("https://a/1.jpg",),
                after_sale=True,
            )
        ),
        {
            "orderId": int(ORDER),
            "orderEntryIds": [int(LINE)],
            "disputeRequest": "refund",
            "applyPayment": 1200,
            "applyCarriage": 30,
            "applyReasonId": 20042,
            "description": "开线",
            "goodsStatus": "aftersaleBuyerReceived",
            "vouchers": ["https://a/1.jpg"],
            "orderEntryCountList": [{"id": int(LINE), "count": 2}],
        },
    ),
    "goods back to 1688": (
        "AA5",
        lambda: alibaba_refunds.return_request("TQ1", PARCEL),
        {
            "refundId": "TQ1",
            "logisticsCompanyNo": "SF",
            "freightBill": "SF123",
            "description": "已寄",
            "vouchers": ["https://a/1.jpg"],
        },
    ),
    "a page of refunds": (
        "TA1",
        lambda: taobao_refunds.list_request(2, 20),
        {"pageNo": 2, "pageSize": 20},
    ),
    "some refunds": (
        "TA1",
        lambda: taobao_refunds.list_request(
            1,
            5,
            refund_id="11",
            purchase_id="20",
            order_id="30",
            state=RefundState.REFUSED,
            since=NOON,
            until=NOON,
        ),
        {
            "refundId": "11",
            "purchaseOrderId": "20",
            "salesOrderId": "30",
            "refundStatus": -10,
            "refundStartTime": 1740801600000,
            "refundEndTime": 1740801600000,
            "pageNo": 1,
            "pageSize": 5,
        },
    ),
    "terms of a line": (
        "TA2",
        lambda: taobao_refunds.terms_request(LINE, RefundKind.RETURN, GoodsState.BACK_AT_SELLER),
        {"subOrderId": LINE, "refundType": 2, "goodsStatus": 6},
    ),
    "goods back to Taobao": (
        "TA4",
        lambda: taobao_refunds.return_request("11", PARCEL),
        {
            "refundId": "11",
            "logisticsCompanyCode": "SF",
            "logisticsNo": "SF123",
            "buyerPhone": "13800000000",
            "returnGoodsDesc": "已寄",
        },
    ),
    "a Taobao refund": (
        "TA7",
        lambda: taobao_refunds.refund_request(replace(REQUEST, vouchers=("u1", "u2"))),
        {
            "subOrderId": LINE,
            "refundType": 2,
            "goodsStatus": 4,
            "reasonId": 20042,
            "refundFee": 1230,
            "currency": "CNY",
            "refundDesc": "开线",
            "refundImages": "u1,u2",
        },
    ),
    "messages": (
        "TA8",
        lambda: taobao_refunds.messages_request("11", 1, 20),
        {"refundId": "11", "pageNo": 1, "pageSize": 20},
    ),
    "a changed refund": (
        "TA9",
        lambda: taobao_refunds.change_request(replace(REQUEST, refund_id="11")),
        {
            "refundId": "11",
            "refundType": 2,
            "goodsStatus": 4,
            "reasonId": 20042,
            "refundFee": 1230,
            "currency": "CNY",
            "refundDesc": "开线",
        },
    ),
    "a category": (
        "AG6",
        lambda: alibaba_categories.category_request("10166", V1),
        {"language": "en", "categoryId": 10166, "outMemberId": "2100007340000"},
    ),
    "the global selection": (
        "AM1",
        lambda: marketing.selection_request(
            KeywordQuery(Platform.ALIBABA, "bag"), FilterWord.GLOBAL_SELECTION, 1, 20, V2
        ),
        {
            "keyword": "bag",
            "beginPage": 1,
            "pageSize": 20,
            "country": "en",
            "filter": "isQqyx",
            "outMemberId": "2100007340000",
        },
    ),
    "a hot list": (
        "AM3",
        lambda: marketing.hot_list_request("10166", RankKind.GOOD_PRICE, 99, V1),
        {"rankId": "10166", "rankType": "goodPrice", "limit": 20, "language": "en"},
    ),
    "a new address": (
        "F2",
        lambda: addresses.save_request(WAREHOUSE, "0"),
        {
            "id": 0,
            "name": "李雷",
            "province": "浙江省",
            "city": "杭州市",
            "district": "余杭区",
            "address": "仓前街道 文一西路1号",
            "phone": "13800000000",
        },
    ),
    "freight for goods": (
        "W1",
        lambda: warehouse.services_request(ITEM, TOKYO),
        {
            "itemId": "2048020617114736",
            "skuId": "413185732720",
            "receiverAddress": TOKYO_SENT,
            "quantity": 2,
            "currency": "CNY",
            "price": "1230",
        },
    ),
    "freight for an order": (
        "W2",
        lambda: warehouse.quote_request([FreightLine(ITEM, SERVICE)], TOKYO),
        {
            "receiverAddress": TOKYO_SENT,
            "renderItems": [
                {
                    "itemId": "2048020617114736",
                    "skuId": "413185732720",
                    "quantity": 2,
                    "freightInfo": SERVICE_SENT,
                    "currency": "CNY",
                    "price": "1230",
                }
            ],
        },
    ),
    "a booking": (
        "W4",
        lambda: warehouse.booking_request(
            "FF2408000013", [FreightLine(ITEM, SERVICE)], TOKYO, purchase_id="12345667", remark="易碎"
        ),
        {
            "renderId": "FF2408000013",
            "receiverAddress": TOKYO_SENT,
            "lineItems": [
                {
                    "itemId": "2048020617114736",
                    "skuId": "413185732720",
                    "quantity": 2,
                    "title": "包",
                    "imageUrl": "https://a/1.jpg",
                    "freightInfo": SERVICE_SENT,
                    "currency": "CNY",
                    "price": "1230",
                }
            ],
            "tmallOrderInfo": {"tmallOrderId": "12345667"},
            "remark": "易碎",
        },
    ),
}
KINDS = {"text": str, "whole": int, "list": list, "object": dict}


@pytest.mark.parametrize(("code", "make", "expected"), REQUESTS.values(), ids=REQUESTS.keys())
def test_a_request_is_as_documented(code, make, expected):
    assert json.dumps(make()) == json.dumps(expected)
    fields = {field.name: field for field in fields_of(code, "v1")}
    assert set(expected) <= set(fields)
    assert {name for name, field in fields.items() if field.needed} <= set(expected)
    for name, value in expected.items():
        assert type(value) is KINDS[fields[name].kind], name


def test_where_goods_are_in_1688s_words():
    assert [alibaba_refunds.goods_word(goods, after_sale=False) for goods in GoodsState] == [
        "refundWaitSellerSend",
        "refundWaitBuyerReceive",
        "refundWaitBuyerReceive",
        *["refundBuyerReceived"] * 3,
    ]
    shipped = [goods for goods in GoodsState if goods is not GoodsState.NOT_SHIPPED]
    after_sale = {alibaba_refunds.goods_word(goods, after_sale=True) for goods in shipped}
    with pytest.raises(ValueError, match="finished order"):
        alibaba_refunds.goods_word(GoodsState.NOT_SHIPPED, after_sale=True)
    assert after_sale == {"aftersaleBuyerNotReceived", "aftersaleBuyerReceived"}


def test_a_voucher_goes_as_a_form():
    jpeg = b"\xff\xd8\xff\r\n--x"
    upload = alibaba_refunds.voucher_upload(jpeg)
    boundary = upload.content_type.partition("boundary=")[2].encode()
    head, _, rest = upload.content.partition(b"\r\n\r\n")
    assert head.startswith(b"--" + boundary)
    assert b'name="imageData"; filename="' in head
    assert rest == jpeg + b"\r\n--" + boundary + b"--\r\n"
    assert alibaba_refunds.voucher_upload(jpeg).content_type != upload.content_type


def test_source_goods_are_asked_for_by_text_in_both_generations():
    for caller, item in ((V1, "42971808988"), (V2, "WUnUC1cILiBjt-Jv3lDdlQ")):
        ref = OfferRef(Platform.TAOBAO, caller.generation, item)
        assert taobao_goods.source_request(ref, caller) == {"itemId": item, "language": "en"}
    with pytest.raises(NotFound):
        taobao_goods.source_request(OfferRef(Platform.TAOBAO, "v1", "42971808988"), V2)


def test_goods_chosen_before_are_asked_for_in_v1_only():
    assert taobao_goods.chosen_query(1, 99, V1) == {"pageNo": "1", "pageSize": "40"}
    with pytest.raises(Rejected):
        taobao_goods.chosen_query(1, 20, V2)
