"""Order states, drafts and the moves an intent may make."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcing_desktop.domain.address import Address
from sourcing_desktop.domain.cart import Cart
from sourcing_desktop.domain.intent import MOVES, IntentState
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import (
    Order,
    OrderPreview,
    OrderState,
    draft_order,
    newest_first,
    order_state,
)
from tests.support.cart_lines import line

ADDRESS = Address("张三", "13800000000", "浙江省", "金华市", "义乌市", "商城大道1号", "福田街道")


@pytest.mark.parametrize(
    ("platform", "raw", "state"),
    [
        (Platform.ALIBABA, "waitbuyerpay", OrderState.TO_PAY),
        (Platform.ALIBABA, "WAITSELLERSEND", OrderState.TO_SHIP),
        (Platform.ALIBABA, "terminated", OrderState.CANCELLED),
        (Platform.TAOBAO, "12", OrderState.BUILDING),
        (Platform.TAOBAO, "3", OrderState.PAYMENT_REFUSED),
        (Platform.TAOBAO, "9", OrderState.OTHER),
    ],
)
def test_documented_states_have_a_meaning(platform, raw, state):
    assert order_state(platform, raw) is state


@given(st.sampled_from(list(Platform)), st.text())
def test_no_status_word_is_an_error(platform, raw):
    assert isinstance(order_state(platform, raw), OrderState)


def test_a_draft_freezes_what_the_buyer_saw():
    (group,) = Cart((line(1), line(2, quantity=40), line(3, sold=False))).groups()
    preview = OrderPreview(
        Money(20000),
        Money(800),
        Money(0),
        Money(20800),
        datetime.now(UTC),
        flow="general",
        trade_types=("alipay",),
    )
    draft = draft_order(group, preview, ADDRESS, "SD-1", note="轻拿轻放")
    assert [(made.sku_id, made.quantity, made.unit_price) for made in draft.lines] == [
        ("1001", 10, Money(400)),
        ("1002", 40, Money(400)),
    ]
    assert (draft.total, draft.flow, draft.trade_type) == (Money(20800), "general", "alipay")


@pytest.mark.parametrize(
    ("offered", "taken"),
    [
        (("period", "creditBuy", "alipay", "assureTrade"), "assureTrade"),
        (("creditBuy", "bank", "alipay"), "alipay"),
        (("period", "bank", "assure"), "bank"),
        (("period", "creditBuy"), "period"),
        ((), ""),
    ],
)
def test_nothing_is_bought_on_credit_while_there_is_another_way(offered, taken):
    preview = OrderPreview(Money(1), Money(0), Money(0), Money(1), datetime.now(UTC), trade_types=offered)
    (group,) = Cart((line(1),)).groups()
    assert preview.trade_type == draft_order(group, preview, ADDRESS, "SD-1").trade_type == taken
    assert preview.on_credit == (taken == "period")


def test_orders_of_no_known_age_come_last():
    first, second = datetime(2025, 1, 1, tzinfo=UTC), datetime(2025, 1, 2, tzinfo=UTC)
    orders = [
        Order(Platform.TAOBAO, str(number), OrderState.TO_PAY, "0", (), moment, None)
        for number, moment in enumerate((None, first, second))
    ]
    assert [order.id for order in newest_first(orders)] == ["2", "1", "0"]


def test_an_address_names_what_is_missing():
    assert ADDRESS.missing() == ()
    assert Address("", " ", "p", "c", "d", "s").missing() == ("name", "mobile", "town")


def test_final_states_have_no_way_out_and_nothing_is_sent_from_an_unknown_state():
    assert MOVES[IntentState.DONE] == MOVES[IntentState.REJECTED] == {IntentState.DONE}
    may_send = {state for state, moves in MOVES.items() if IntentState.SENDING in moves}
    assert may_send == {IntentState.PREPARED, IntentState.ABSENT}
