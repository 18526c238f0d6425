"""Prices at the lines of a cart: which tier gives them, what the next would save, and the weight."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sourcing_desktop.domain.cart import Cart
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Sku
from sourcing_desktop.domain.pricing import PriceList, PriceTier, QuoteType
from sourcing_desktop.domain.quantity import QuantityRules
from tests.support.cart_lines import TIERS, line

QUOTES = st.sampled_from(list(QuoteType))
MONEY = st.builds(Money, st.integers(0, 10_000))
PRICES = st.builds(
    PriceList, QUOTES, st.lists(st.builds(PriceTier, st.integers(1, 300), MONEY), max_size=4).map(tuple)
)


@st.composite
def groups(draw):
    """One seller with an offer in several SKUs, and another offer."""
    prices = draw(PRICES)
    rules = QuantityRules(draw(st.integers(1, 50)), draw(st.sampled_from([1, 6, 10])))
    lines = [
        line(
            row,
            prices=prices,
            rules=rules,
            quantity=draw(st.integers(1, 400)),
            sku=Sku(f"sku-{row}", price=draw(st.none() | MONEY), stock=draw(st.none() | st.integers(0, 500))),
            sold=draw(st.booleans()),
        )
        for row in range(draw(st.integers(1, 4)))
    ]
    (group,) = Cart((*lines, line(9, offer="2"))).groups()
    return group


@given(groups())
def test_the_unit_price_is_that_of_its_tier_or_of_the_sku(group):
    for each in group.lines:
        tier = group.tier(each)
        assert group.unit_price(each) == (tier.price if tier else each.sku.price)
        if tier is not None:
            assert tier in each.prices.tiers
            later = [other for other in each.prices.tiers if other.start > tier.start]
            assert all(group.offer_quantity(each.ref) < other.start for other in later)


@given(groups())
def test_a_cheaper_quantity_keeps_its_word(group):
    for each in group.lines:
        cheaper = group.cheaper(each)
        if cheaper is None:
            continue
        more = replace(group, lines=Cart(group.lines).with_quantity(each.key, cheaper.quantity).lines)
        (bought,) = (other for other in more.lines if other.key == each.key)
        assert cheaper.quantity > each.quantity
        assert more.unit_price(bought) == cheaper.unit_price
        assert cheaper.unit_price < group.unit_price(each)
        assert more.total - group.total == cheaper.difference
        assert bought.rules.line_problem(bought.quantity, bought.sku.stock) is None


def test_the_next_tier_says_how_many_pieces_of_this_line_reach_it():
    (group,) = Cart((line(1, quantity=30), line(2, quantity=11))).groups()
    cheaper = group.cheaper(group.lines[0])
    assert (cheaper.quantity, cheaper.unit_price) == (39, Money(400))
    assert cheaper.difference == Money(50 * 400 - 41 * 500)


def test_the_step_to_the_next_tier_is_whole_lots():
    (group,) = Cart((line(1, quantity=40, rules=QuantityRules(10, 20)),)).groups()
    assert group.cheaper(group.lines[0]).quantity == 60


def test_no_hint_where_more_is_not_cheaper_or_not_there():
    dearer = PriceList(
        QuoteType.BY_QUANTITY_WITH_SKUS, (PriceTier(10, Money(500)), PriceTier(50, Money(500)))
    )
    for changes in (
        {"quantity": 50},
        {"quantity": 5},  # below the first tier its price is shown already
        {"prices": dearer},
        {"sku": Sku("7", stock=40)},
        {"sold": False},
        {"prices": replace(TIERS, quote=QuoteType.BY_SKU), "sku": Sku("7", price=Money(700))},
    ):
        (group,) = Cart((line(1, **changes),)).groups()
        assert group.cheaper(group.lines[0]) is None, changes


def test_the_sku_price_rules_without_a_tier():
    priced = line(1, prices=replace(TIERS, quote=QuoteType.BY_SKU), sku=Sku("7", price=Money(700)))
    (group,) = Cart((priced,)).groups()
    assert group.tier(priced) is None
    assert group.unit_price(priced) == Money(700)


def test_a_weight_is_known_only_when_all_of_it_is():
    heavy = line(1, sku=Sku("1", weight_g=250), quantity=4)
    assert heavy.weight_g == 1000
    assert line(2).weight_g is None
    assert Cart((heavy,)).groups()[0].weight_g == 1000
    assert Cart((heavy, line(2))).groups()[0].weight_g is None
    assert Cart((heavy, line(2, sold=False))).groups()[0].weight_g == 1000
    assert Cart((line(2, sold=False),)).groups()[0].weight_g is None


def test_lines_for_later_are_in_no_group_and_no_sum():
    cart = Cart((line(1), line(2, later=True), line(3, "S2", later=True)))
    (group,) = cart.groups()
    assert group.lines == cart.lines[:1]
    assert cart.later == cart.lines[1:]
    assert cart.total == group.total
    assert group.tier(group.lines[0]).start == 10


def test_a_note_to_the_seller_travels_with_the_group():
    cart = Cart((line(1), line(2, "S2")), {"1688:S1": "请用纸箱"})
    assert [group.note for group in cart.with_quantity(cart.lines[0].key, 7).groups()] == ["请用纸箱", ""]
    assert cart.without(frozenset({cart.lines[1].key})).groups()[0].note == "请用纸箱"
