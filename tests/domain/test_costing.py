"""What the chosen quantities of one offer cost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcing_desktop.domain.costing import Cost, cost
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Offer, OfferDetail, OfferRef, Platform, Sku, Words
from sourcing_desktop.domain.pricing import PriceList, PriceTier, QuoteType
from sourcing_desktop.domain.quantity import QuantityRules
from sourcing_desktop.domain.supplier import Supplier

TIERS = PriceList(QuoteType.BY_QUANTITY_WITH_SKUS, (PriceTier(2, Money(1000)), PriceTier(100, Money(900))))
OWN = PriceList(QuoteType.BY_SKU)


def detail(prices: PriceList, *skus: Sku) -> OfferDetail:
    offer = Offer(OfferRef(Platform.ALIBABA, "v2", "a"), Words("包"), "", None)
    return OfferDetail(offer, Supplier("s"), prices, QuantityRules(), skus)


def test_the_tier_counts_over_all_skus():
    chosen = cost(detail(TIERS, Sku("a"), Sku("b")), {"a": 60, "b": 40})
    assert chosen == Cost(100, Money(90_000))
    assert chosen.per_piece == Money(900)


def test_below_the_first_tier_there_is_no_price():
    chosen = cost(detail(TIERS, Sku("a")), {"a": 1})
    assert (chosen.goods, chosen.per_piece, chosen.total) == (None, None, None)


def test_nothing_chosen_costs_nothing():
    assert cost(detail(TIERS, Sku("a")), {}) == Cost(0, Money(0))
    assert cost(detail(TIERS, Sku("a")), {}).per_piece is None


def test_skus_with_prices_of_their_own():
    offer = detail(OWN, Sku("a", price=Money(100)), Sku("b", price=Money(151)))
    chosen = cost(offer, {"a": 1, "b": 1})
    assert (chosen.goods, chosen.per_piece) == (Money(251), Money(126))


def test_freight_is_known_where_every_chosen_sku_states_it():
    offer = detail(
        OWN,
        Sku("a", price=Money(100), freight=Money(500)),
        Sku("b", price=Money(100), freight=Money(0)),
        Sku("c", price=Money(100)),
    )
    assert cost(offer, {"b": 1}).freight == Money(0)
    assert cost(offer, {"a": 1, "b": 2}).total == Money(800)
    assert cost(offer, {"a": 1, "c": 1}).freight is None


def test_an_sku_the_offer_does_not_have():
    with pytest.raises(KeyError):
        cost(detail(OWN), {"a": 1})


@given(st.integers(0, 10**9), st.integers(1, 10**6))
def test_the_price_of_a_piece_is_the_nearest_fen(fen, pieces):
    piece = cost(detail(OWN, Sku("a", price=Money(fen))), {"a": pieces}).per_piece
    assert piece == Money(fen)
    average = Cost(pieces, Money(fen)).per_piece
    assert average is not None
    assert abs(average.minor * pieces - fen) * 2 <= pieces
