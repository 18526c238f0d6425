"""What the gateway's codes and words mean, and that the sandbox's invented codes are understood."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from sourcing_desktop.domain.errors import (
    BadPicture,
    BadReply,
    Busy,
    ClockSkewed,
    NotFound,
    Rejected,
    SignInNeeded,
    Unreachable,
)
from sourcing_desktop.gateways.failures import offset_in_words
from sourcing_desktop.gateways.pandapon.faults import (
    Refusal,
    fault,
    refused,
    seller_reason,
)
from sourcing_desktop.gateways.pandapon.reasons import CALL_REASONS, SELLER_REASONS
from sourcing_desktop.sandbox.door.codes import MESSAGES, REASONS, Code, Upstream

MEANT = {
    Code.BAD_PICTURE: BadPicture,
    Code.NOT_SIGNED: SignInNeeded,
    Code.WRONG_KEY: SignInNeeded,
    Code.BAD_SIGNATURE: SignInNeeded,
    Code.CLOCK_OFF: ClockSkewed,
    Code.WRONG_USER: SignInNeeded,
    Code.NOT_FOUND: NotFound,
}


def said(code: object, message: str = "", status: int = 200) -> Refusal:
    return Refusal(str(code), message, status, "AG3")


@pytest.mark.parametrize("code", Code)
def test_every_code_of_the_sandbox_is_understood(code):
    assert type(fault(said(int(code), MESSAGES[code]))) is MEANT.get(code, Rejected)


@pytest.mark.parametrize("code", [each for each in Upstream if each.startswith("500_")])
def test_every_seller_code_has_plain_words(code):
    error = fault(said(50000, f"{code}:{REASONS[code]}"))
    assert isinstance(error, Rejected)
    assert error.sentence in SELLER_REASONS.values()
    assert seller_reason(code, REASONS[code]) == error.sentence


@pytest.mark.parametrize("number", range(1, 10))
def test_the_documented_seller_codes_in_any_spelling(number):
    for code in (f"500_00{number}", f"500_{number}", f"R500_00{number}"):
        assert seller_reason(code, "") == SELLER_REASONS[str(number)]


@pytest.mark.parametrize(
    ("code", "status", "kind"),
    [
        ("401", 200, SignInNeeded),
        ("x", 403, SignInNeeded),
        ("404", 200, NotFound),
        ("429", 200, Busy),
        ("500", 200, Unreachable),
        ("x", 502, Unreachable),
        ("1009", 200, Rejected),
    ],
)
def test_codes_read_like_statuses(code, status, kind):
    assert type(fault(said(code, "", status))) is kind


def test_a_seller_code_is_no_breakdown():
    assert isinstance(fault(said("500", "500_005", 500)), Rejected)


def test_an_unknown_seller_code_keeps_its_words():
    assert seller_reason("500_077", "没有") == "The seller's side refuses this: 没有"
    assert seller_reason("500_077", "") == "The seller's side refuses this: code 500_077"
    assert seller_reason("", "") == "The seller's side refuses this: no reason given"


UNCLEAR = [
    "create order timeout",
    "下单超时",
    "系统异常",
    "order not found",
    "今天不行",
    "",
    "订单已创建，支付签名失败",
    "Incorrect timestamp value",
    "order saved, no permission to read it back",
    "支付参数错误",
    "操作频繁",
]
LEFT_OPEN = {
    **dict.fromkeys(("AO3", "AO7", "AK1", "TO1", "TK1"), "the order: .*before ordering again"),
    **dict.fromkeys(("AO1", "AO9", "TO6"), "the payment: .*before paying again"),
    **dict.fromkeys(("AA4", "TA7"), "the refund: .*order's refunds before asking again"),
    "TA9": "the change: .*before changing it again",
    "W4": "the booking: .*Ask the warehouse before booking again",
}


@pytest.mark.parametrize("call", LEFT_OPEN)
@pytest.mark.parametrize("words", UNCLEAR)
def test_it_may_have_been_done_after_words_nobody_knows(call, words):
    refusal = Refusal("77", words, 200, call, writing=True)
    for error in (fault(refusal), refused(refusal), refused(replace(refusal, code=""))):
        assert isinstance(error, BadReply)
        assert re.search(LEFT_OPEN[call], error.sentence)
    assert not isinstance(fault(Refusal("77", words, 200, "AG3")), BadReply)


@pytest.mark.parametrize("call", ["AO7", "AO9", "AO8"])
def test_a_gateway_that_is_down_may_have_done_what_was_asked(call):
    error = fault(Refusal("503", "服务不可用", 200, call, writing=True))
    assert isinstance(error, Unreachable)
    assert error.sent
    assert "It may have been done all the same" in error.sentence
    assert isinstance(fault(Refusal("503", "服务不可用", 200, call)), Busy)


def test_a_nonce_that_was_used_may_have_been_used_by_the_same_order():
    assert isinstance(fault(Refusal("40104", MESSAGES[Code.REPLAYED_NONCE], 200, "AO7")), BadReply)


@pytest.mark.parametrize(
    "code", [code for code in Code if code not in (Code.REPLAYED_NONCE, Code.NO_SIGHT)]
)  # no order is refused because pictures cannot be searched for
def test_the_sandboxs_refusals_of_an_order_are_clear(code):
    message = "500_004:商品库存不足" if code is Code.REFUSED else MESSAGES[code]
    assert not isinstance(fault(Refusal(str(int(code)), message, 200, "AO7")), BadReply)


@pytest.mark.parametrize(
    ("code", "message", "kind"),
    [
        ("500_005", "", Rejected),
        ("500_077", "没有", BadReply),
        ("9", "缺少必填参数 townText", BadReply),
        ("9", "invalid parameter: specId", BadReply),
        ("9", "Signature mismatch", BadReply),
        ("9", "timestamp expired", BadReply),
        ("40102", "", SignInNeeded),
        ("40103", "", ClockSkewed),
        ("403", "", SignInNeeded),
        ("429", "", Busy),
    ],
)
def test_codes_make_sure_that_nothing_was_ordered_and_words_do_not(code, message, kind):
    assert isinstance(fault(Refusal(code, message, 200, "TO1", writing=True)), kind)


@pytest.mark.parametrize(
    ("call", "code", "message", "sentence"),
    [
        ("AA4", "5001", "订单不存在", "1688 does not know this order."),
        ("AA4", "5002", "没有权限", "This order is another buyer's."),
        ("AA5", "4005", "退款单不存在", "1688 does not know this refund."),
        ("AA5", "4006", "无权限操作", "This refund is another buyer's."),
        ("AO4", "order.nopermission.buyer", "no permission", "The order belongs to another account."),
        ("AO8", "ORDER_NOT_EXIST", "订单不存在", "There is no such order. Refresh the orders."),
    ],
)
def test_a_code_of_1688s_own_tells_more_than_words(call, code, message, sentence):
    error = fault(Refusal(code, message, 200, call, writing=True))
    assert isinstance(error, NotFound if code == "ORDER_NOT_EXIST" else Rejected)
    assert error.sentence == sentence
    if call in CALL_REASONS:
        assert isinstance(fault(Refusal("5100", message, 200, "AA4", writing=True)), BadReply)


def test_long_words_are_cut():
    assert len(fault(said(77, "字" * 5000)).sentence) < 250


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (60, "1 hour ahead"),
        (-61, "1 hour 1 minute behind"),
        (1440, "1 day ahead"),
        (-0.2, "less than a minute behind"),
    ],
)
def test_offsets_in_words(minutes, words):
    assert offset_in_words(timedelta(minutes=minutes)) == words
