"""What callbacks tell of refunds (contract 2.2)."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.sandbox.conftest import Goods, cargo, order_1688, order_taobao
from tests.support.callback_listener import CallbackListener
from tests.support.sandbox import RunningSandbox, SignedClient
from tests.support.shapes import differences, example

IN_SALES = "ORDER_BUYER_VIEW_ORDER_BUYER_REFUND_IN_SALES"


@pytest.fixture
def listener(sandbox: RunningSandbox) -> Iterator[CallbackListener]:
    """A listener that the sandbox pushes to when it is told to."""
    listener = CallbackListener()
    sandbox.control.listen(listener.url, held=True)
    yield listener
    listener.close()


def told(sandbox: RunningSandbox, listener: CallbackListener, kind: str) -> list[dict]:
    """The bodies of the messages of a kind, in the order in which they came."""
    sandbox.control.push()
    return [json.loads(each["messageBody"]) for each in listener.messages if each["messageType"] == kind]


def alibaba_refund(client: SignedClient, goods: Goods) -> str:
    offer = goods.plain()
    order_id = client.data("AO7", order_1688(cargo(client, offer, offer.moq)))["orderId"]
    client.data("AO9", {"orderId": order_id})
    base = client.data("AOD", {"webSite": "1688", "orderId": order_id})["baseInfo"]
    claim = {
        "orderId": order_id,
        "disputeRequest": "refund",
        "applyPayment": round(base["sumProductPayment"] * 100),
        "applyCarriage": 0,
        "applyReasonId": 20021,
        "description": "不想要了",
        "goodsStatus": "refundWaitSellerSend",
    }
    return client.data("AA4", claim)["refundId"]


def test_each_step_of_a_1688_refund_is_told_as_upstream_does(sandbox, v2, goods: Goods, listener):
    refund_id = alibaba_refund(v2, goods)
    sandbox.control.let_pass(seconds=61)
    bodies = told(sandbox, listener, IN_SALES)
    documented = example("upstream-1688-message-ORDER_BUYER_VIEW_ORDER_BUYER_REFUND_IN_SALES")
    assert [differences(body, documented) for body in bodies] == [[], []]
    assert [(body["refundAction"], body["operator"], body["currentStatus"]) for body in bodies] == [
        ("BUYER_APPLY_REFUND", "buyer", "waitselleragree"),
        ("SELLER_AGREE_REFUND", "seller", "refundsuccess"),
    ]
    assert {body["refundId"] for body in bodies} == {refund_id}


def test_a_refusal_is_told(sandbox, v2, goods: Goods, listener):
    sandbox.control.answer_refund(alibaba_refund(v2, goods), "refuse")
    assert told(sandbox, listener, IN_SALES)[-1]["refundAction"] == "SELLER_REJECT_REFUND"


def test_taobao_refunds_are_messages_of_number_nine(sandbox, v2, goods: Goods, listener):
    placed = v2.data("TO1", order_taobao((goods.single(), 2)))["order_list"][0]
    sandbox.control.let_pass(seconds=3)
    v2.data("TO6", {"orderIds": [placed["purchase_id"]]})
    line = placed["order_line_list"][0]
    row = v2.data("TO8", {"orderId": placed["purchase_id"]})["subOrderVOS"][0]
    assert row["taobaoSubPurchaseId"] == line["sub_purchase_order_id"]
    claim = {"subOrderId": row["subOrderId"], "refundType": 1, "goodsStatus": 1}
    refund_id = v2.data("TA7", claim | {"reasonId": 20021, "refundFee": line["estimate_amount"]})["refundId"]
    v2.data("TA6", {"refundId": refund_id, "refundMessage": "nobody is told of a message"})
    v2.data("TA5", {"refundId": refund_id})
    bodies = told(sandbox, listener, "9")
    assert [body["refund_status"] for body in bodies] == [10, -20]
    assert {body["refund_id"] for body in bodies} == {refund_id}
    assert [message["messagePlatform"] for message in listener.messages][-1] == 0
