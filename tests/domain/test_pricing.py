"""Which number is the price (contract upstream C1)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.pricing import PriceList, PriceTier, QuoteType, price_span

TIERS = st.dictionaries(st.integers(1, 5000), st.integers(1, 10**6), min_size=1, max_size=5).map(
    lambda starts: tuple(PriceTier(start, Money(price)) for start, price in starts.items())
)
BY_QUANTITY = st.sampled_from([QuoteType.BY_QUANTITY_WITHOUT_SKUS, QuoteType.BY_QUANTITY_WITH_SKUS])


@given(TIERS, BY_QUANTITY, st.integers(1, 10_000))
def test_the_highest_tier_reached_rules(tiers, quote, quantity):
    prices = PriceList(quote, tiers)
    reached = [tier for tier in tiers if tier.start <= quantity]
    expected = max(reached, key=lambda tier: tier.start).price if reached else None
    assert prices.unit_price(None, quantity) == expected


@given(TIERS, BY_QUANTITY)
def test_below_the_first_tier_there_is_no_price(tiers, quote):
    first = min(tier.start for tier in tiers)
    assert PriceList(quote, tiers).unit_price(Money(5), first - 1) is None


@given(TIERS, st.integers(0, 10_000))
def test_priced_by_sku_the_tiers_say_nothing(tiers, quantity):
    prices = PriceList(QuoteType.BY_SKU, tiers)
    assert prices.unit_price(Money(1490), quantity) == Money(1490)
    assert prices.next_tier(quantity) is None


@given(TIERS, BY_QUANTITY, st.integers(0, 10_000))
def test_the_next_tier_is_the_nearest_not_reached(tiers, quote, quantity):
    ahead = [tier for tier in tiers if tier.start > quantity]
    expected = min(ahead, key=lambda tier: tier.start) if ahead else None
    assert PriceList(quote, tiers).next_tier(quantity) == expected


def test_without_tiers_the_sku_price_is_the_price():
    assert PriceList(QuoteType.BY_QUANTITY_WITH_SKUS).unit_price(Money(300), 1) == Money(300)


def test_the_span_goes_from_cheapest_to_dearest():
    assert price_span([Money(5), Money(3), Money(9)]) == (Money(3), Money(9))
    assert price_span([]) is None
