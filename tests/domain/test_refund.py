"""Refunds: what their states mean, what a buyer may do in each, and which requests are refused beforehand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.refund import (
    GoodsState,
    Refund,
    RefundKind,
    RefundReason,
    RefundRequest,
    RefundState,
    RefundTerms,
    ReturnParcel,
    refund_state,
)
from sourcing_desktop.domain.refund_rules import (
    MOVES,
    RefundMove,
    moves,
    request_problems,
    return_problems,
    voucher_problem,
)

REQUEST = RefundRequest(
    order_id="2059624776425880794",
    pieces={"2059624776425880795": None},
    kind=RefundKind.MONEY_ONLY,
    goods=GoodsState.RECEIVED,
    reason_id="20042",
    amount=Money(1200),
    freight=Money(300),
    description="两件破损",
)
TERMS = RefundTerms((RefundReason("20042", "质量问题"),), most=Money(1500), least=Money(1))

STATES = {
    Platform.ALIBABA: {
        "waitselleragree": RefundState.APPLIED,
        "WAIT_SELLER_AGREE": RefundState.APPLIED,
        "waitbuyermodify": RefundState.REFUSED,
        "WAIT_BUYER_SEND": RefundState.TO_SEND_BACK,
        "waitsellerreceive": RefundState.SENT_BACK,
        "refundsuccess": RefundState.REFUNDED,
        "refundclose": RefundState.CLOSED,
        "REFUND_CLOSED": RefundState.CLOSED,
        "": RefundState.NONE,
        "waitplatformjudge": RefundState.OTHER,
    },
    Platform.TAOBAO: {
        "0": RefundState.NONE,
        "10": RefundState.APPLIED,
        "20": RefundState.TO_SEND_BACK,
        "30": RefundState.SENT_BACK,
        "100": RefundState.REFUNDED,
        "-10": RefundState.REFUSED,
        "-20": RefundState.CLOSED,
        "40": RefundState.OTHER,
    },
}


@pytest.mark.parametrize(
    ("platform", "raw", "state"),
    [(platform, raw, state) for platform, words in STATES.items() for raw, state in words.items()],
)
def test_the_platforms_words(platform, raw, state):
    assert refund_state(platform, raw) is state


CHANGE, CANCEL, SEND, MESSAGE = RefundMove


@pytest.mark.parametrize(
    ("raw", "allowed"),
    [
        ("10", {CHANGE, CANCEL, MESSAGE}),
        ("-10", {CHANGE, CANCEL, MESSAGE}),
        ("20", {SEND, CANCEL, MESSAGE}),
        ("30", {MESSAGE}),
        ("100", set()),
        ("-20", set()),
        ("0", set()),
        ("77", set()),
    ],
)
def test_moves_at_taobao(raw, allowed):
    assert moves(of(Platform.TAOBAO, raw)) == allowed


@pytest.mark.parametrize("raw", STATES[Platform.ALIBABA])
def test_1688_can_only_be_sent_goods(raw):
    sending = refund_state(Platform.ALIBABA, raw) is RefundState.TO_SEND_BACK
    assert moves(of(Platform.ALIBABA, raw)) == ({SEND} if sending else set())


@given(st.sampled_from(Platform), st.text())
def test_a_state_nobody_documented_is_kept_and_offers_nothing(platform, raw):
    refund = of(platform, raw)
    assert refund.raw_state == raw
    if refund.state is RefundState.OTHER:
        assert not moves(refund)
    assert moves(refund) <= set().union(*MOVES[platform].values())


def of(platform: Platform, raw: str) -> Refund:
    return Refund(platform, "1", refund_state(platform, raw), raw)


@pytest.mark.parametrize("platform", Platform)
def test_a_request_in_order(platform):
    assert request_problems(platform, REQUEST) == ()
    assert request_problems(platform, REQUEST, TERMS) == ()


WRONG = {
    "no line": ({"pieces": {}}, "Choose the lines of the order."),
    "no pieces": ({"pieces": {"1": 0}}, "The number of pieces must be 1 or more."),
    "nothing to return": (
        {
            "kind": RefundKind.RETURN,
            "goods": GoodsState.NOT_SHIPPED,
            "amount": Money(1500),
            "freight": Money(0),
        },
        "Nothing was shipped yet, so nothing can be returned. Ask for the money only.",
    ),
    "no money": ({"amount": Money(0), "freight": Money(0)}, "The amount must be above zero."),
    "negative money": ({"freight": Money(-1)}, "The amount must be above zero."),
    "too much": ({"amount": Money(1201)}, "At most ¥15.00 can be refunded."),
    "only a part before shipping": (
        {"goods": GoodsState.NOT_SHIPPED, "amount": Money(1199)},
        "Only the whole amount of ¥15.00 can be asked for.",
    ),
    "finished before shipping": (
        {"goods": GoodsState.NOT_SHIPPED, "amount": Money(1200), "after_sale": True},
        "A finished order cannot be waiting to be shipped. Say where the goods are.",
    ),
    "no reason": ({"reason_id": ""}, "Choose a reason."),
    "an old reason": ({"reason_id": "1"}, "This reason is not offered any more. Choose another."),
    "too few words": ({"description": " a "}, "Describe it in 2 to 150 characters; these are 1."),
    "no words": ({"description": ""}, "Describe it in 2 to 150 characters; these are 0."),
    "too many words": ({"description": "破" * 151}, "Describe it in 2 to 150 characters; these are 151."),
    "too many pictures": ({"vouchers": ("u",) * 6}, "At most 5 pictures are taken."),
}


@pytest.mark.parametrize(("change", "sentence"), WRONG.values(), ids=WRONG.keys())
def test_what_keeps_a_request_from_being_taken(change, sentence):
    assert request_problems(Platform.ALIBABA, replace(REQUEST, **change), TERMS) == (sentence,)


NARROW = {
    "proof": (
        {"reasons": (RefundReason("20042", "", needs_voucher=True),)},
        "This reason needs at least one picture as proof.",
    ),
    "freight": (
        {"reasons": (RefundReason("20042", "", keeps_freight=True),)},
        "With this reason the freight is not paid back.",
    ),
    "not refundable": ({"refundable": False}, "The platform takes no refund for this line."),
    "fixed": (
        {"amount_is_fixed": True, "most": Money(1501)},
        "Only the whole amount of ¥15.01 can be asked for.",
    ),
    "least": ({"least": Money(1501), "most": None}, "At least ¥15.01 must be asked for."),
}


@pytest.mark.parametrize(("change", "sentence"), NARROW.values(), ids=NARROW.keys())
def test_terms_narrow_what_may_be_asked_for(change, sentence):
    assert request_problems(Platform.TAOBAO, REQUEST, replace(TERMS, **change)) == (sentence,)


def test_taobao_takes_one_line_and_1688_many():
    two = replace(REQUEST, pieces={"1": None, "2": 3})
    assert request_problems(Platform.ALIBABA, two) == ()
    assert request_problems(Platform.TAOBAO, two) == ("Taobao takes one line of an order at a time.",)


@given(st.integers(0, 3000), st.integers(0, 3000))
def test_an_amount_is_fine_exactly_within_its_bounds(goods, freight):
    asked = replace(REQUEST, amount=Money(goods), freight=Money(freight))
    terms = replace(TERMS, least=Money(100), most=Money(2500))
    assert (not request_problems(Platform.TAOBAO, asked, terms)) == (100 <= goods + freight <= 2500)


@pytest.mark.parametrize(
    ("parcel", "sentences"),
    [
        (ReturnParcel("ZTO", "73111"), ()),
        (ReturnParcel("ZTO", "73111", "寄回" * 100, vouchers=("u",) * 10), ()),
        (ReturnParcel("", " "), ("Choose the carrier.", "Enter the waybill number.")),
        (ReturnParcel("ZTO", "7", "a"), ("Describe it in 2 to 200 characters; these are 1.",)),
        (ReturnParcel("ZTO", "7", "寄" * 201), ("Describe it in 2 to 200 characters; these are 201.",)),
        (ReturnParcel("ZTO", "7", vouchers=("u",) * 11), ("At most 10 pictures are taken.",)),
    ],
)
def test_goods_on_their_way_back(parcel, sentences):
    assert return_problems(parcel) == sentences


def test_a_voucher_is_a_small_jpeg():
    assert voucher_problem(b"\xff\xd8\xff" + bytes(999_997)) == ""
    assert (
        voucher_problem(b"\xff\xd8\xff" + bytes(1_500_000))
        == "The picture has 1.5 MB; at most 1 MB is taken."
    )
    assert voucher_problem(b"\x89PNG") == voucher_problem(b"") == "The picture must be a JPEG."
