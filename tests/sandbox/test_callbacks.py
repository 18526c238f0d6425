"""Callbacks: what is told, how it is delivered, and when it comes again (contract section 2)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest

from tests.sandbox.conftest import Goods, cargo, order_1688, order_taobao
from tests.support.callback_listener import CallbackListener
from tests.support.sandbox import RunningSandbox, SignedClient
from tests.support.shapes import differences

HALF_AN_HOUR = 1800
SIBLING_BODY = {
    "orderId": "1",
    "orderNo": "PO202605200001",
    "orderStatus": "",
    "payStatus": 1,
    "totalAmount": 10000,
    "shippingFee": 500,
    "productAmount": 9500,
    "refundAmount": 0,
    "refundStatus": None,
    "closeReason": None,
    "tbCreateTime": "2026-05-20 15:40:00",
    "payTime": None,
}
"""Fields and types of the sibling's messages (contract 2.2)."""


@pytest.fixture
def listener(sandbox: RunningSandbox) -> Iterator[CallbackListener]:
    """A listener that the sandbox pushes to when it is told to."""
    listener = CallbackListener()
    sandbox.control.listen(listener.url, held=True)
    yield listener
    listener.close()


@pytest.fixture
def order_id(v2: SignedClient, goods: Goods, listener: CallbackListener) -> str:
    """A 1688 order that has just been placed."""
    offer = goods.plain()
    return v2.data("AO7", order_1688(cargo(v2, offer, offer.moq)))["orderId"]


def body(message: dict) -> dict:
    return json.loads(message["messageBody"])


def test_a_life_is_told_step_by_step(sandbox, listener, order_id):
    sandbox.control.change_total(order_id, 100_00)
    for _ in range(4):
        sandbox.control.advance(order_id)
    sandbox.control.push()
    assert listener.kinds() == [
        "ORDER_CREATE",
        "ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY",
        "ORDER_PAY_SUCCESS",
        "ORDER_BUYER_VIEW_ANNOUNCE_SENDGOODS",
        "ORDER_BUYER_VIEW_ORDER_SIGN",
        "ORDER_BUYER_VIEW_ORDER_SUCCESS",
    ]
    assert {message["messagePlatform"] for message in listener.messages} == {1}
    statuses = [body(message).get("currentStatus") for message in listener.messages[3:]]
    assert statuses == ["waitbuyerreceive", "signinsuccess", "success"]
    assert body(listener.messages[3])["orderId"] == int(order_id)


@pytest.mark.parametrize(
    ("kind", "status", "act"),
    [
        ("ORDER_CREATE", "WAITING_FOR_PAYMENT", lambda control, order_id: None),
        ("ORDER_PAY_SUCCESS", "WAITING_FOR_SENT", lambda control, order_id: control.advance(order_id)),
        (
            "ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY",
            "WAITING_FOR_PAYMENT",
            lambda control, order_id: control.change_total(order_id, 9800),
        ),
    ],
)
def test_the_messages_known_from_the_sibling_look_like_its_own(
    sandbox, listener, order_id, kind, status, act
):
    act(sandbox.control, order_id)
    sandbox.control.push()
    message = listener.messages[-1]
    told = body(message)
    assert set(message) == {"messageType", "messageBody", "messagePlatform", "timestamp"}
    assert re.fullmatch(r"\d{13}", message["timestamp"])
    assert differences(told, SIBLING_BODY) == []
    assert (message["messageType"], told["orderId"], told["orderStatus"]) == (kind, order_id, status)
    assert told["totalAmount"] == told["productAmount"] + told["shippingFee"]
    assert (told["totalAmount"] == 9800) == kind.endswith("MODIFY")
    assert (told["payTime"] is None) == (told["payStatus"] == 1)


def test_three_ways_to_close_an_order_are_told_apart(sandbox, v2, listener, goods: Goods):
    offer = goods.plain()
    ids = [v2.data("AO7", order_1688(cargo(v2, offer, offer.moq)))["orderId"] for _ in range(3)]
    sandbox.control.let_pass(seconds=11)
    v2.data("AO8", {"webSite": "1688", "orderId": ids[0], "cancelReason": "buyerCancel"})
    sandbox.control.close_order(ids[1])
    sandbox.control.let_pass(days=6)
    sandbox.control.push()
    assert listener.kinds()[3:] == [
        "ORDER_CANCEL",
        "ORDER_BUYER_VIEW_ORDER_SELLER_CLOSE",
        "ORDER_BUYER_VIEW_ORDER_BOPS_CLOSE",
    ]
    cancelled = body(listener.messages[3])
    assert differences(cancelled, SIBLING_BODY) == []
    assert (cancelled["orderStatus"], cancelled["closeReason"]) == ("CANCEL", "buyer_cancel")
    assert str(body(listener.messages[5])["orderId"]) == ids[2]


def test_taobao_speaks_with_upstream_numbers(sandbox, v2, listener, goods: Goods):
    placed = v2.data("TO1", order_taobao((goods.single(), 2)))["order_list"][0]
    sandbox.control.let_pass(seconds=3)
    sandbox.control.change_total(placed["purchase_id"], 5000)
    for _ in range(2):
        sandbox.control.advance()
    sandbox.control.push()
    assert listener.kinds() == ["3", "3", "8", "3", "3"]
    assert {message["messagePlatform"] for message in listener.messages} == {0}
    states = [body(message)["status"] for message in listener.messages if message["messageType"] == "3"]
    assert states == [
        "BULIDING",
        "WAIT_BUYER_PAY",
        "WAIT_SELLER_SEND_GOODS",
        "WAIT_BUYER_CONFIRM_GOODS",
    ]
    price = body(listener.messages[2])
    assert price["purchaseOrderId"] == placed["purchase_id"]
    assert price["purchaseOrderPriceDTO"]["purchaseTotalFee"] == 5000
    first, last = (body(listener.messages[place])["sku_list"][0] for place in (0, -1))
    assert (first["item_id"], first["logistic_number"]) == (goods.single().mp_id, None)
    assert last["logistic_number"]
    assert last["logistic_company_name"]


def test_what_time_does_is_pushed_with_nobody_asking(sandbox, listener, order_id):
    sandbox.control.listen(listener.url)
    listener.wait_for(1)
    sandbox.control.let_pass(days=6)
    listener.wait_for(2)
    assert listener.kinds() == ["ORDER_CREATE", "ORDER_BUYER_VIEW_ORDER_BOPS_CLOSE"]


def test_a_message_that_is_not_acknowledged_comes_again_five_times(sandbox, listener, order_id):
    listener.status = 503
    sandbox.control.listen(listener.url)
    listener.wait_for(1)
    sandbox.control.tick()
    assert len(listener.messages) == 1
    for tries in range(2, 9):
        sandbox.control.let_pass(seconds=HALF_AN_HOUR + 1)
        (message,) = [each for each in sandbox.control.tick() if each["type"] == "ORDER_CREATE"]
        assert message["tries"] == min(tries, 6)
    assert (message["outcome"], message["waiting"]) == ("503", False)
    assert len({message["timestamp"] for message in listener.messages}) == 6


def test_an_acknowledged_message_does_not_come_again(sandbox, listener, order_id):
    (message,) = sandbox.control.push()
    assert (message["tries"], message["outcome"], message["waiting"]) == (1, "200", False)
    sandbox.control.push()
    sandbox.control.let_pass(seconds=HALF_AN_HOUR + 1)
    sandbox.control.tick()
    assert listener.kinds() == ["ORDER_CREATE"]


def test_a_listener_that_takes_more_than_a_second_is_late(sandbox, v2, listener, order_id):
    listener.silent = True
    (message,) = sandbox.control.push()
    assert (message["outcome"], message["waiting"]) == ("late", True)


def test_pushing_does_not_hold_up_answers(sandbox, v2, listener, order_id):
    listener.silent = True
    sandbox.control.listen(listener.url)
    listener.wait_for(1)
    assert v2.call("AK6")["code"] == 200
    assert sandbox.control.messages()[0]["tries"] == 0  # still waiting for the listener


def test_nobody_there_is_no_fault(sandbox, v2, goods: Goods):
    listener = CallbackListener()
    listener.close()
    sandbox.control.listen(listener.url, held=True)
    offer = goods.plain()
    v2.data("AO7", order_1688(cargo(v2, offer, offer.moq)))
    assert [message["outcome"] for message in sandbox.control.push()] == ["unreachable"]


def test_repeats_and_the_wrong_order(sandbox, listener, order_id):
    sandbox.control.advance(order_id)
    sandbox.control.push(newest_first=True, times=2)
    assert listener.kinds() == ["ORDER_PAY_SUCCESS"] * 2 + ["ORDER_CREATE"] * 2
    sandbox.control.push(again=True)
    assert listener.kinds()[4:] == ["ORDER_CREATE", "ORDER_PAY_SUCCESS"]


def test_what_was_undone_is_not_told(sandbox, v2, listener, goods: Goods):
    ids = [
        v2.data("TO1", order_taobao((goods.single(), 1)))["order_list"][0]["purchase_id"] for _ in range(2)
    ]
    sandbox.control.let_pass(seconds=3)
    sandbox.control.advance(ids[1])
    before = len(sandbox.control.messages())
    assert v2.call("TO6", {"orderIds": ids})["code"] != 200
    assert len(sandbox.control.messages()) == before


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/",
        "https://127.0.0.1/",
        "http://10.0.0.1/",
        "http://127.0.0.1:99999999/",
        "http://127.0.0.1/\u00e9",
        "http://127.0.0.1@example.com/",
        "nonsense",
    ],
)
def test_callbacks_stay_on_this_machine(sandbox, url):
    with pytest.raises(AssertionError, match="error"):
        sandbox.control.listen(url)


def test_nothing_is_told_while_nobody_listens(sandbox, v2, goods: Goods):
    offer = goods.plain()
    v2.data("AO7", order_1688(cargo(v2, offer, offer.moq)))
    assert sandbox.control.messages() == []
