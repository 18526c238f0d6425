"""Readers of 1688 orders and refusals that the sandbox does not give."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from sourcing_desktop.domain.errors import BadReply, Rejected
from sourcing_desktop.domain.offer import OfferRef, Platform
from sourcing_desktop.domain.order import OrderDraft, OrderState, Placed
from sourcing_desktop.domain.order_filter import OrderFilter
from sourcing_desktop.gateways.pandapon.alibaba import orders as alibaba_orders
from sourcing_desktop.gateways.pandapon.alibaba.lines import LineNames
from sourcing_desktop.gateways.pandapon.shapes import Caller
from sourcing_desktop.gateways.values import decode_json
from sourcing_desktop.gateways.wire import Reader
from tests.gateways.goods import draft_line, draft_of

V1, V2 = Caller("v1"), Caller("v2", "en", "21000")
SPEC = "ab" * 16
STOCK = "The seller has not enough stock. Take fewer."
REF = OfferRef(Platform.ALIBABA, "v2", "f6vE-dfY1NV37oG_fz9WSA")
NAMES = LineNames.of_draft([draft_line(REF)])


def envelope(data: object, code: int = 200, msg: str = "成功") -> Reader:
    return Reader(decode_json(json.dumps({"code": code, "msg": msg, "data": data})))


FAILED = [{"offerId": 1, "specId": SPEC, "errorCode": "500_004", "errorMessage": "库存不足"}]
TRADE = {"baseInfo": {"id": 2059624776425880794}, "productItems": [{"specId": SPEC}]}
PLACED = {
    "one": ({"orderId": "2059624776425880794", "success": True}, ("2059624776425880794",), {}),
    "in a result": ({"result": {"orderId": "7", "failedOfferList": []}}, ("7",), {}),
    "several": ({"orderId": None, "orderList": [{"orderId": 1}, {"orderId": "2"}]}, ("1", "2"), {}),
    "trade objects": ([TRADE], ("2059624776425880794",), {}),
    "a trade object": (TRADE, ("2059624776425880794",), {}),
    "a bare id": ("2059624776425880794", ("2059624776425880794",), {}),
    "a bare number": (2059624776425880794, ("2059624776425880794",), {}),
    "no success, but an id": ({"success": False, "orderId": "7"}, ("7",), {}),
    "without a line": ({"orderId": "7", "failedOfferList": FAILED}, ("7",), {"11": STOCK}),
}


@pytest.mark.parametrize(("data", "ids", "left_out"), PLACED.values(), ids=PLACED.keys())
def test_order_ids_are_found_wherever_they_are(data, ids, left_out):
    assert alibaba_orders.read_placed(envelope(data), NAMES) == Placed(ids, left_out)


REFUSED = {
    "by its lines": (envelope({"success": None, "failedOfferList": FAILED}), "The seller refuses all lines"),
    "by the envelope": (envelope({}, 50000, "500_004:库存不足"), STOCK),
    "by code": (envelope({"success": False, "code": "500_001"}), "This offer cannot be ordered online"),
}


@pytest.mark.parametrize(("answer", "sentence"), REFUSED.values(), ids=REFUSED.keys())
def test_a_refused_order(answer, sentence):
    with pytest.raises(Rejected) as caught:
        alibaba_orders.read_placed(answer, NAMES)
    assert caught.value.sentence.startswith(sentence)


TIMED_OUT = {"success": False, "message": "read timed out"}
LINE_TIMED_OUT = {"success": False, "failedOfferList": [{"specId": SPEC, "errorCode": "TIMEOUT"}]}


@pytest.mark.parametrize(
    "data", [None, {}, [], True, "accepted", {"success": True}, TIMED_OUT, LINE_TIMED_OUT]
)
def test_an_order_without_a_number_is_left_open(data):
    with pytest.raises(BadReply):
        alibaba_orders.read_placed(envelope(data), NAMES)


def test_orders_made_together_are_told_apart_by_their_lines():
    drafts = [
        draft_of(draft_line(REF, "11", "aa" * 16), reference="A"),
        draft_of(draft_line(REF, "12", "bb" * 16), reference="B"),
    ]
    orders = [
        {"baseInfo": {"id": 1}, "productItems": [{"specId": "bb" * 16}]},
        {"baseInfo": {"id": 2}, "productItems": [{"skuID": 11}]},
    ]
    placed = alibaba_orders.read_placed_together(envelope(orders), drafts)
    assert [each.order_ids for each in placed] == [("2",), ("1",)]
    lost = {"baseInfo": {"id": 3}, "productItems": [{"skuID": 99}]}
    for told in ([*orders, lost], orders[:1], [lost, *orders[:1]]):
        with pytest.raises(BadReply) as caught:
            alibaba_orders.read_placed_together(envelope(told), drafts)
        assert all(str(order["baseInfo"]["id"]) in caught.value.sentence for order in told)
    body = alibaba_orders.create_request(drafts, V1 if REF.generation == "v1" else V2)
    assert body["message"] == "[A] [B]"


def pair() -> list[OrderDraft]:
    return [
        draft_of(draft_line(REF, "11", "aa" * 16), reference="SD-A", seller="BBB1"),
        draft_of(draft_line(REF, "12", "bb" * 16), reference="SD-B", seller="BBB2"),
    ]


TOLD_APART = {
    "by seller": ({"sellerOpenId": "BBB2"}, {"sellerID": "BBB1"}),
    "by reference": ({"buyerFeedback": "[SD-B]"}, {"buyerFeedback": "[SD-A]"}),
}


@pytest.mark.parametrize("facts", TOLD_APART.values(), ids=TOLD_APART.keys())
def test_orders_whose_lines_say_nothing_are_told_apart(facts):
    orders = [
        {"baseInfo": {"id": number, **each}, "productItems": [{"productID": 683381637585 + number}]}
        for number, each in enumerate(facts, 1)
    ]
    placed = alibaba_orders.read_placed_together(envelope(orders), pair())
    assert [each.order_ids for each in placed] == [("2",), ("1",)]


LOST = {
    "lines under numbers of v1": [
        {
            "baseInfo": {"id": number, "buyerFeedback": "[SD-A] [SD-B]"},
            "productItems": [{"productID": number}],
        }
        for number in (1, 2)
    ],
    "bare numbers": {"orderList": [{"orderId": "1"}, {"orderId": "2"}]},
}


@pytest.mark.parametrize("data", LOST.values(), ids=LOST.keys())
def test_orders_that_were_made_are_never_lost(data):
    with pytest.raises(BadReply, match=r"\(1, 2\).*Look at the orders before ordering again"):
        alibaba_orders.read_placed_together(envelope(data), pair())
    [placed] = alibaba_orders.read_placed_together(envelope(data), pair()[:1])
    assert placed.order_ids == ("1", "2")


def test_a_draft_may_be_left_out_whole():
    data = {"orderId": "1", "sellerOpenId": "BBB1", "failedOfferList": [FAILED[0] | {"specId": "bb" * 16}]}
    first, second = alibaba_orders.read_placed_together(envelope(data), pair())
    assert (first.order_ids, first.left_out) == (("1",), {})
    assert (second.order_ids, second.left_out) == ((), {"12": STOCK})


def test_an_order_without_its_number_does_not_hide_another():
    with pytest.raises(BadReply, match=r"\(7\).*Look at the orders before ordering again"):
        alibaba_orders.read_placed(envelope({"orderList": [{"orderId": "7"}, {"success": True}]}), NAMES)


@pytest.mark.parametrize(("caller", "with_seller"), [(V1, True), (V2, True), (V2, False)])
def test_who_sells_is_said_where_merchants_differ(caller, with_seller):
    ref = OfferRef(Platform.ALIBABA, "v1", "683381637585") if caller is V1 else REF
    body = alibaba_orders.create_request([draft_of(draft_line(ref))], caller, with_seller=with_seller)
    assert [line["sellerOpenId"] for line in body["cargoParamList"]] == ["BBB1"]


def test_every_word_of_a_state_is_asked_for():
    assert alibaba_orders.ASKED_STATES[OrderState.TO_SHIP] == ("waitsellersend", "waitlogisticstakein")
    assert alibaba_orders.ASKED_STATES[OrderState.SHIPPED] == ("waitbuyerreceive", "waitbuyersign")
    assert alibaba_orders.ASKED_STATES[OrderState.CANCELLED] == ("cancel", "terminated")


def test_an_order_nobody_documented_is_kept_in_words():
    facts = {"idOfStr": "9", "status": "waitselleract", "createTime": "20180807152315000+0800"}
    [order] = alibaba_orders.read_orders(envelope([{"baseInfo": facts}])).orders
    assert (order.state, order.raw_state) == (OrderState.OTHER, "waitselleract")
    assert order.created_at.isoformat() == "2018-08-07T15:23:15+08:00"


@pytest.mark.parametrize(
    "data",
    [
        None,
        {},
        {"orders": [TRADE]},
        {"content": [TRADE], "totalRecord": 1},
        {"result": None, "totalRecord": 1},
        {"result": None},
    ],
)
def test_a_list_nobody_recognises_is_no_empty_page(data):
    with pytest.raises(BadReply):
        alibaba_orders.read_orders(envelope(data))


@pytest.mark.parametrize(
    "data", [[], {"result": []}, {"result": [], "totalRecord": 3}, {"result": None, "totalRecord": 0}]
)
def test_an_empty_page(data):
    assert alibaba_orders.read_orders(envelope(data)).orders == ()


MARK = "SD-ABCDEFGHJKMN"
FEEDBACKS = {
    f"[{MARK}]": "",
    f"小心 [fragile] [{MARK}]": "小心 [fragile]",
    f"x [{MARK}] seller: ok": "x seller: ok",
    f"[{MARK}]。": "。",
    f"备注{MARK}": "备注",
    f"x [{MARK}": "x",
    f"[{MARK}] [{MARK}]": "",
}


def test_an_odd_order_does_not_hide_the_others():
    odd = {"baseInfo": {"idOfStr": "8", "createTime": "2024/01/02 10:00:00", "totalAmount": "1e35"}}
    good = {"baseInfo": {"idOfStr": "9", "buyerFeedback": f"[{MARK}]"}}
    first, second = alibaba_orders.read_orders(envelope({"result": [odd, good]})).orders
    assert (first.id, first.created_at, first.total) == ("8", None, None)
    assert second.reference == MARK


@pytest.mark.parametrize(("feedback", "note"), FEEDBACKS.items())
def test_our_reference_is_found_anywhere_in_the_note(feedback, note):
    facts = {"idOfStr": "9", "buyerFeedback": feedback}
    [order] = alibaba_orders.read_orders(envelope([{"baseInfo": facts}])).orders
    assert (order.reference, order.note) == (MARK, note)


@pytest.mark.parametrize("feedback", ["", "model SD-100 please", "[fragile]", f"{MARK}X"])
def test_words_of_the_buyer_are_no_reference(feedback):
    facts = {"idOfStr": "9", "buyerFeedback": feedback}
    [order] = alibaba_orders.read_orders(envelope([{"baseInfo": facts}])).orders
    assert (order.reference, order.note) == ("", feedback)


def test_an_order_is_asked_for_as_documented():
    draft = draft_of(draft_line(REF), note="小心", flow="", trade_type="alipay")
    body = alibaba_orders.create_request([draft], V2)
    assert list(body) == ["flow", "message", "tradeType", "addressParam", "cargoParamList"]
    assert (body["flow"], body["message"], body["tradeType"]) == ("general", "[SD-1] 小心", "alipay")
    assert body["cargoParamList"] == [
        {"sellerOpenId": "BBB1", "offerMapId": REF.id, "specId": SPEC, "quantity": 2}
    ]
    old = draft_line(OfferRef(Platform.ALIBABA, "v1", "683381637585"))
    [cargo] = alibaba_orders.create_request([draft_of(old)], V1)["cargoParamList"]
    assert cargo == {"offerId": 683381637585, "specId": SPEC, "quantity": 2}


def test_a_list_is_asked_for_in_upstreams_words():
    noon = datetime(2025, 1, 1, 4, tzinfo=UTC)
    which = OrderFilter(noon, noon, ("7", "8"), refund_state="refundsuccess")
    assert alibaba_orders.list_request(1, 5, "", which) == {
        "page": 1,
        "pageSize": 5,
        "refundStatus": "refundsuccess",
        "createStartTime": "20250101120000000+0800",
        "createEndTime": "20250101120000000+0800",
        "orderIds": ["7", "8"],
    }
    for other in (OrderFilter(number="7"), OrderFilter(seller_name="店主")):
        with pytest.raises(ValueError, match="list of orders"):
            alibaba_orders.list_request(1, 5, "", other)
