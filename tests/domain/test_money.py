"""Money: exact, whole minor units, one currency."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcing_desktop.domain.money import Money, total

FEN = st.integers(-(10**12), 10**12)


@given(FEN)
def test_yuan_text_and_back_is_exact(fen):
    assert Money.yuan(str(Money(fen).major)) == Money(fen)


@given(st.lists(FEN), st.integers(-1000, 1000))
def test_sums_and_products_agree(amounts, times):
    assert total(map(Money, amounts)) * times == Money(sum(amounts) * times)


@pytest.mark.parametrize(
    ("text", "fen"), [("6.80", 680), ("183.0", 18300), ("0.005", 1), ("0.004", 0), ("-1.5", -150), (12, 1200)]
)
def test_yuan_rounds_half_up_to_fen(text, fen):
    assert Money.yuan(text) == Money(fen)


@pytest.mark.parametrize("text", ["", "¥5", "1,5", "nan", "inf", "9e999999999", "five"])
def test_text_that_is_no_amount_is_refused(text):
    with pytest.raises(ValueError, match="not an amount"):
        Money.yuan(text)


def test_currencies_do_not_mix():
    with pytest.raises(ValueError, match="cannot mix"):
        Money(1) + Money(1, "USD")
    with pytest.raises(ValueError, match="cannot mix"):
        _ = Money(1) < Money(1, "USD")


def test_money_is_not_multiplied_by_fractions():
    with pytest.raises(TypeError):
        _ = Money(100) * 0.5
    with pytest.raises(TypeError):
        _ = Money(100) * Decimal("0.5")
