"""What became of the money, in documented and in upstream's shapes (AO1, AO9, TO6)."""

from __future__ import annotations

import pytest

from sourcing_desktop.domain.errors import BadReply, Rejected
from sourcing_desktop.domain.payment import Payment
from sourcing_desktop.gateways.pandapon import (
    payments,
)
from tests.gateways.replies import answered

PAID = {
    "without password": ({"orderId": "7", "protocolPaySuccess": True}, Payment(("7",))),
    "at the cashier": (
        {"protocolPaySuccess": False, "payUrl": "https://trade.1688.com/order/cashier.htm?orderId=7"},
        Payment(cashier="https://trade.1688.com/order/cashier.htm?orderId=7"),
    ),
    "refused": ({"cantPayOrderList": [7]}, Payment(refused={"7": payments.CANNOT_PAY})),
    "success without more": ({"success": True}, Payment(("7",))),
    "a bare yes": (True, Payment(("7",))),
}


@pytest.mark.parametrize(("data", "payment"), PAID.values(), ids=PAID.keys())
def test_a_payment(data, payment):
    assert payments.read_outcome(answered("AO9", data), ["7"]) == payment


ROWS = [
    {"orderId": "1", "paySuccess": True, "payChannel": "alipay"},
    {"orderId": 2, "paySuccess": False, "errorCode": "400_4", "errorMsg": "没有可支付的订单"},
    {"orderId": "3", "paySuccess": False, "errorMsg": "超时"},
]


@pytest.mark.parametrize(
    "data",
    [
        {"success": False, "payResults": ROWS, "cantPayOrderList": [2, 3]},
        {"success": True, "results": ROWS},
        ROWS,
    ],
    ids=["assumed", "another name", "a bare list"],
)
def test_a_no_may_hide_that_the_money_went(data):
    payment = payments.read_outcome(answered("AO1", data), ["1", "2", "3"])
    assert payment.paid == ("1",)
    assert payment.refused == {"2": "The order cannot be paid this way. Pay it on the platform's own page."}
    assert payment.unclear == {"3": "超时"}


def test_several_taobao_orders_are_paid_together():
    data = {"success": True, "errorCode": None, "errorMsg": None}
    assert payments.read_outcome(answered("TO6", data), ["1", "2"]) == Payment(("1", "2"))


@pytest.mark.parametrize("call", ["AO1", "AO9", "TO6"])
def test_a_payment_is_refused_only_where_that_is_clear(call):
    with pytest.raises(Rejected, match="The order has moved on"):
        payments.read_outcome(answered(call, {"success": False, "errorCode": "ORDER_STATUS_ERROR"}), ["7"])
    with pytest.raises(Rejected, match="cannot be paid this way"):
        answered(call, None, 50000, "400_4:没有可支付的订单")
    with pytest.raises(BadReply, match="Look at the orders before paying again"):
        payments.read_outcome(answered(call, {"success": False, "errorMsg": "read timed out"}), ["7"])
    with pytest.raises(BadReply, match="Look at the orders before paying again"):
        answered(call, None, 50000, "order saved, no permission to read it back")
    with pytest.raises(BadReply, match="did not confirm the payment: 系统异常"):
        answered(call, None, 50000, "系统异常")
    not_paid = {"success": True, "orderId": "7", "protocolPaySuccess": False, "payUrl": "javascript:pay()"}
    for silent in (None, {}, [], {"orderId": "7", "protocolPaySuccess": None}, not_paid):
        with pytest.raises(BadReply, match="did not say whether it was paid"):
            payments.read_outcome(answered(call, silent), ["7"])


def test_a_payment_takes_so_many_orders():
    assert payments.pay_request(["1", "2"], 10) == {"orderIds": ["1", "2"]}
    for count in (0, 11):
        with pytest.raises(ValueError, match="1 to 10 orders"):
            payments.pay_request(["1"] * count, 10)


NOT_PAID = {
    "in a result": {"success": True, "result": {"payChannel": "alipay", "paySuccess": False}},
    "as an object": {"success": True, "paySuccess": False},
}
NO_WORD = {
    "an empty list": {"success": True, "payResults": []},
    "an empty result": {"success": True, "result": []},
    "words": {"success": True, "message": "submitted"},
    "a no around it": {"success": False, "result": {"success": True}},
}


@pytest.mark.parametrize("data", NOT_PAID.values(), ids=NOT_PAID.keys())
def test_an_understood_question_is_no_payment(data):
    assert payments.read_outcome(answered("AO1", data), ["7"]) == Payment(unclear={"7": "no reason given"})
    with pytest.raises(BadReply, match="Look at the orders before paying again"):
        payments.read_outcome(answered("AO1", data), ["1", "2"])


@pytest.mark.parametrize("data", NO_WORD.values(), ids=NO_WORD.keys())
def test_success_next_to_anything_else_is_no_payment(data):
    with pytest.raises(BadReply, match="before paying again"):
        payments.read_outcome(answered("AO1", data), ["1", "2"])


@pytest.mark.parametrize(
    "data",
    [
        [{"payChannel": "alipay", "paySuccess": True}],
        {"result": {"payChannel": "alipay", "paySuccess": True}},
        {"payChannel": "alipay", "paySuccess": True},
        {"success": True, "result": {"success": True}},
        {"result": {"orderId": "1", "protocolPaySuccess": True}},
    ],
)
def test_a_result_without_a_number_is_about_the_only_order(data):
    assert payments.read_outcome(answered("AO1", data), ["1"]) == Payment(("1",))


def test_a_result_without_a_number_is_about_none_of_several():
    data = [{"payChannel": "alipay", "paySuccess": True}]
    with pytest.raises(BadReply, match="Look at the orders before paying again"):
        payments.read_outcome(answered("AO1", data), ["1", "2"])


def test_what_nothing_is_said_of_is_unclear():
    told = {"success": True, "payResults": [{"orderId": "1", "paySuccess": True}]}
    payment = payments.read_outcome(answered("AO1", told), ["1", "2"])
    assert payment == Payment(("1",), unclear={"2": payments.NOT_TOLD})
    cashier = told | {"payUrl": "https://trade.1688.com/x"}
    assert payments.read_outcome(answered("AO1", cashier), ["1", "2"]).unclear == {}


def test_no_order_is_both_paid_and_refused():
    data = {"payResults": [{"orderId": "1", "paySuccess": True}], "cantPayOrderList": [1, 2]}
    payment = payments.read_outcome(answered("AO1", data), ["1", "2"])
    assert (payment.paid, tuple(payment.refused)) == (("1",), ("2",))
