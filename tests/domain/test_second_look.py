"""What a buyer must see before agreeing: costs that changed, goods ordered a moment ago."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcing_desktop.domain.cart import Cart
from sourcing_desktop.domain.intent import Intent, IntentState
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.order import OrderPreview, draft_order
from sourcing_desktop.domain.pricing import PriceList, QuoteType
from sourcing_desktop.domain.second_look import (
    Change,
    Cost,
    Enquiry,
    SeenPreview,
    changes,
    line_changes,
    ordered_before,
)
from tests.support.goods import ADDRESS, cart_line

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
OTHER_TOWN = replace(ADDRESS, town="江高镇")


def enquiry(*lines, address=ADDRESS) -> Enquiry:
    (group,) = Cart(lines or (cart_line(1), cart_line(2))).groups()
    return Enquiry(group, address)


def preview(goods: int, freight: int = 1000) -> OrderPreview:
    return OrderPreview(Money(goods), Money(freight), Money(0), Money(goods + freight), NOW)


def seen(asked: Enquiry, goods: int, freight: int = 1000) -> SeenPreview:
    return SeenPreview.of(asked, preview(goods, freight))


def test_nothing_is_said_where_nothing_changed():
    asked = enquiry()
    assert list(changes(asked, preview(50000), seen(asked, 50000))) == []


def test_goods_are_compared_with_the_cart_and_the_total_with_the_last_preview():
    asked = enquiry()
    assert list(changes(asked, preview(51200), seen(asked, 50000))) == [
        Change(Cost.GOODS, Money(51200), Money(50000)),
        Change(Cost.TOTAL, Money(52200), Money(51000), NOW),
    ]


def test_goods_to_another_place_are_compared_without_their_freight():
    asked, elsewhere = enquiry(), enquiry(address=OTHER_TOWN)
    assert list(changes(elsewhere, preview(50000, freight=5000), seen(asked, 50000))) == []
    assert list(changes(elsewhere, preview(50000), seen(asked, 40000))) == [
        Change(Cost.GOODS, Money(50000), Money(40000), NOW)
    ]


def test_other_goods_are_not_compared_with_the_last_preview():
    before = enquiry(cart_line(1), cart_line(2, quantity=10))
    assert list(changes(enquiry(), preview(50000), seen(before, 37500))) == []
    assert list(changes(enquiry(), preview(50000), None)) == []


def test_a_cart_that_does_not_know_its_prices_is_not_compared():
    nameless = replace(cart_line(1), prices=PriceList(QuoteType.BY_QUANTITY_WITH_SKUS, ()))
    assert list(changes(enquiry(nameless, cart_line(2)), preview(99), None)) == []


def test_lines_are_compared_with_the_cart_where_the_preview_says_what_they_cost():
    asked = enquiry()
    priced = replace(preview(50000), amounts={"sku-1": Money(25000), "sku-2": Money(26000), "who": Money(1)})
    assert line_changes(asked, priced) == {"sku-2": Change(Cost.LINE, Money(26000), Money(25000))}
    assert line_changes(asked, preview(50000)) == {}


@pytest.mark.parametrize(
    ("now", "before", "large", "percent"),
    [
        (1100, 1000, False, 10),
        (1101, 1000, True, 10),
        (900, 1000, False, 10),
        (899, 1000, True, 10),
        (2000, 1000, True, 100),
        (1, 0, True, None),
    ],
)
def test_more_than_a_tenth_is_large_both_ways(now, before, large, percent):
    change = Change(Cost.TOTAL, Money(now), Money(before))
    assert (change.large, change.percent) == (large, percent)


@given(st.integers(1, 10**12), st.integers(1, 10**12))
def test_a_price_that_doubled_is_always_large(before, more):
    assert Change(Cost.TOTAL, Money(2 * before + more), Money(before)).large


def placed(asked: Enquiry, hours: float, state=IntentState.DONE) -> Intent:
    draft = draft_order(asked.group, preview(50000), asked.address, f"SD-{hours}")
    return Intent(draft, state, NOW - timedelta(hours=hours), NOW, ("77",))


def test_the_same_goods_to_the_same_address_are_noticed_for_a_day():
    asked = enquiry()
    turned_round = enquiry(cart_line(2), cart_line(1))
    late, early = placed(turned_round, 2), placed(asked, 23)
    assert ordered_before(asked, [early, late], NOW) is late
    assert ordered_before(asked, [early], NOW) is early
    assert ordered_before(asked, [placed(asked, 24)], NOW) is None


def test_other_goods_other_places_and_refused_orders_are_no_repetition():
    asked = enquiry()
    others = [
        placed(enquiry(cart_line(1)), 1),
        placed(enquiry(cart_line(1), cart_line(2, quantity=21)), 1),
        placed(enquiry(address=OTHER_TOWN), 1),
        placed(asked, 1, IntentState.REJECTED),
    ]
    assert ordered_before(asked, others, NOW) is None
    assert ordered_before(asked, [placed(asked, 1, IntentState.UNKNOWN)], NOW) is not None
