"""What the gateway's codes and words mean, and that the sandbox's invented codes are understood."""

from __future__ import annotations

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
    SELLER_REASONS,
    Refusal,
    fault,
    not_ordered,
    seller_reason,
)
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


UNCLEAR = ["create order timeout", "下单超时", "系统异常", "order not found", "今天不行", ""]
CREATING = ("AO3", "AO7", "AK1", "TO1", "TK1")


@pytest.mark.parametrize("call", CREATING)
@pytest.mark.parametrize("words", UNCLEAR)
def test_an_order_may_exist_after_words_nobody_knows(call, words):
    assert isinstance(fault(Refusal("77", words, 200, call)), BadReply)
    assert isinstance(fault(Refusal("77", words, 200, "AG3")), Rejected | NotFound)
    assert isinstance(not_ordered("", words), BadReply)


@pytest.mark.parametrize("code", Code)
def test_the_sandboxs_refusals_of_an_order_are_clear(code):
    message = "500_004:商品库存不足" if code is Code.REFUSED else MESSAGES[code]
    assert not isinstance(fault(Refusal(str(int(code)), message, 200, "AO7")), BadReply)


@pytest.mark.parametrize(
    ("code", "message", "kind"),
    [
        ("500_005", "", Rejected),
        ("500_077", "没有", BadReply),
        ("9", "缺少必填参数 townText", Rejected),
        ("9", "invalid parameter: specId", Rejected),
        ("9", "Signature mismatch", SignInNeeded),
        ("9", "timestamp expired", ClockSkewed),
    ],
)
def test_what_makes_sure_that_nothing_was_ordered(code, message, kind):
    assert isinstance(fault(Refusal(code, message, 200, "TO1")), kind)


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
