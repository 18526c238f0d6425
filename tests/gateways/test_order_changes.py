"""Cancelling, receiving, vouchers, warehouses and chats: what is asked, and whether it was done."""

from __future__ import annotations

import json

import pytest

from sourcing_desktop.domain.chat import Chat
from sourcing_desktop.domain.errors import BadReply, NotFound, Rejected
from sourcing_desktop.domain.offer import LINKEDMALL_IDS, OfferRef, Platform
from sourcing_desktop.gateways.exchange import Answer
from sourcing_desktop.gateways.pandapon import chats
from sourcing_desktop.gateways.pandapon.alibaba import orders as alibaba_orders
from sourcing_desktop.gateways.pandapon.alibaba import parcels as alibaba_parcels
from sourcing_desktop.gateways.pandapon.answers import ensure_done
from sourcing_desktop.gateways.pandapon.envelope import open_envelope
from sourcing_desktop.gateways.pandapon.readers import READERS
from sourcing_desktop.gateways.pandapon.shapes import Caller
from sourcing_desktop.gateways.pandapon.taobao import orders as taobao_orders
from tests.gateways.replies import envelope

V1, V2 = Caller("v1"), Caller("v2")
CHANGES = ("TO3", "TO4", "TO5", "AO8", "AO10")


@pytest.mark.parametrize("code", CHANGES)
def test_a_change_was_made_or_not(code):
    for done in (True, "true", {"success": True, "errorInfo": "", "errorCode": ""}):
        assert READERS[code](envelope(done), V1) is True
        ensure_done(envelope(done))
    assert READERS[code](envelope({}, code=0), V1) is None
    assert READERS[code](envelope(False), V1) is False
    with pytest.raises(Rejected):
        ensure_done(envelope(False))


def test_a_failure_behind_code_200_is_one():
    hidden = {"success": False, "errorInfo": "订单状态不正确", "errorCode": "ORDER_STATUS_ERROR"}
    body = json.dumps({"code": 200, "data": hidden}).encode()
    with pytest.raises(Rejected) as caught:
        open_envelope(Answer("AO10", 200, body, writing=True))
    assert (caught.value.code, caught.value.sentence) == (
        "ORDER_STATUS_ERROR",
        "The order has moved on and does not allow this any more. Refresh it.",
    )


LINK = "https://distributor.taobao.global/apps/open/imchat?loginToken=x"
TALKS = {
    "a page": (LINK, Chat(page=LINK)),
    "a name": ("义乌箱包厂", Chat(nick="义乌箱包厂")),
    "a page without its scheme": ("//amos.alicdn.com/x", Chat(page="https://amos.alicdn.com/x")),
    "both": ({"wangwangNick": "店主", "wangwangUrl": LINK}, Chat(LINK, "店主")),
    "a page as result": ({"result": LINK, "success": True}, Chat(page=LINK)),
    "a name as result": ({"result": "店主"}, Chat(nick="店主")),
}


@pytest.mark.parametrize(("data", "chat"), TALKS.values(), ids=TALKS.keys())
def test_a_chat(data, chat):
    assert chats.read_chat(envelope(data)) == chat


@pytest.mark.parametrize("data", [None, "", {}, [], {"success": True}])
def test_no_way_to_a_seller_is_said(data):
    assert READERS["AG2"](envelope(data), V1) == Chat()
    with pytest.raises(BadReply):
        chats.read_chat(envelope(data))


def test_numbers_are_numbers_or_text_as_each_page_says():
    number = 2542285634920880794
    assert alibaba_orders.cancel_request(str(number), "buyerCancel", "太慢") == {
        "webSite": "1688",
        "orderId": number,
        "cancelReason": "buyerCancel",
        "remark": "太慢",
    }
    assert alibaba_orders.receipt_request(str(number), ["1"]) == {"orderId": number, "orderEntryIds": [1]}
    assert alibaba_orders.receipt_request(str(number), []) == {"orderId": number}
    assert alibaba_parcels.traces_query("7", "LP1") == {
        "orderId": "7",
        "webSite": "1688",
        "logisticsId": "LP1",
    }
    assert alibaba_parcels.traces_query("7", "") == {"orderId": "7", "webSite": "1688"}
    assert chats.seller_request("BBB1", None, V1) == {"openUid": "BBB1"}


@pytest.mark.parametrize("generation", ["v1", LINKEDMALL_IDS])
def test_no_chat_is_about_an_id_of_another_numbering(generation):
    """Another item, or none, may have that number there."""
    for platform in Platform:
        ref = OfferRef(platform, generation, "706627393257")
        with pytest.raises(NotFound):
            chats.item_request(ref, V2)
        with pytest.raises(NotFound):
            chats.seller_request("BBB1", ref, V2)


def test_taobao_orders_and_lines_are_named_by_text():
    assert taobao_orders.cancel_request("7", "不要了", "", ["200048859480"]) == {
        "purchase_id": "7",
        "sub_purchase_orderId_list": ["200048859480"],
        "cancel_reason": "不要了",
    }
    assert taobao_orders.cancel_request("7", "不要了", "x", []) == {
        "purchase_id": "7",
        "cancel_reason": "不要了",
        "cancel_remark": "x",
    }
    voucher = taobao_orders.voucher_request("7", ["https://a/b.jpg"], V1)
    assert voucher == {"orderId": "7", "voucherUrls": ["https://a/b.jpg"]}
    with pytest.raises(Rejected, match="second generation"):
        taobao_orders.voucher_request("7", ["https://a/b.jpg"], V2)
