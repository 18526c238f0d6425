"""Yuan in the buyer's currency: exact arithmetic, and rates as people type them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcing_desktop.domain.exchange import CURRENCIES, Rate, read_rate
from sourcing_desktop.domain.money import Money, places

NOW = datetime(2026, 11, 20, tzinfo=UTC)
rates = st.decimals("0.000001", 1_000_000, places=6)


@pytest.mark.parametrize(
    ("currency", "per_yuan", "fen", "minor"),
    [
        ("VND", "3550", 12345, 438248),  # 438,247.5
        ("IDR", "2280", 1, 23),  # 22.8
        ("USD", "0.14", 12345, 1728),  # 17.283
        ("USD", "0.005", 100, 1),  # half a cent
        ("PEN", "0.52", -10000, -5200),
        ("THB", "4.612", 0, 0),
    ],
)
def test_halves_are_rounded_away_from_zero_in_the_units_people_count_in(currency, per_yuan, fen, minor):
    assert Rate(currency, Decimal(per_yuan), NOW).convert(Money(fen)) == Money(minor, currency)


@given(st.sampled_from(sorted(CURRENCIES)), rates, st.integers(-(10**16), 10**16))
def test_no_conversion_is_off_by_more_than_half_a_unit(currency, per_yuan, fen):
    converted = Rate(currency, per_yuan, NOW).convert(Money(fen))
    exact = Fraction(fen, 100) * Fraction(per_yuan)
    assert abs(Fraction(converted.major) - exact) <= Fraction(1, 2 * 10 ** places(currency))
    assert Rate(currency, per_yuan, NOW).convert(Money(-fen)) == -converted


def test_only_yuan_are_converted():
    with pytest.raises(ValueError, match="USD"):
        Rate("EUR", Decimal(1), NOW).convert(Money(1, "USD"))


@pytest.mark.parametrize(
    ("typed", "currency", "read"),
    [
        ("3550", "VND", "3550"),
        (" 0,52 ", "PEN", "0.52"),
        ("4.612", "THB", "4.612"),
        ("3 550", "VND", "3550"),
        ("3550,5", "VND", "3550.5"),
        ("0.141", "USD", "0.141"),
        ("٣٫٥".replace("٫", ","), "THB", "3.5"),
    ],
)
def test_a_rate_is_read_with_a_point_or_a_comma(typed, currency, read):
    assert read_rate(typed, currency) == Decimal(read)


@pytest.mark.parametrize(
    ("typed", "currency", "said"),
    [
        ("3,550", "THB", "Write 3550 or 3.5500."),
        ("3.550", "VND", "Write 3550 or 3.5500."),
        ("1,234.5", "VND", "without signs"),
        ("", "VND", "Write a number"),
        ("-1", "VND", "Write a number"),
        ("1e9", "VND", "Write a number"),
        ("0", "USD", "above 0"),
        ("0.000", "USD", "above 0"),
        ("1000001", "VND", "at most 1,000,000"),
        ("NaN", "USD", "Write a number"),
    ],
)
def test_what_is_no_rate_or_may_mean_two_is_refused_in_words(typed, currency, said):
    with pytest.raises(ValueError, match=said):
        read_rate(typed, currency)


@given(st.text(max_size=20), st.sampled_from(sorted(CURRENCIES)))
def test_whatever_is_typed_is_a_rate_or_a_sentence(typed, currency):
    said = ""
    try:
        rate = read_rate(typed, currency)
    except ValueError as error:
        said = str(error)
    assert said.endswith(".") or 0 < rate <= 1_000_000


def test_a_rate_is_old_after_a_month():
    rate = Rate("USD", Decimal("0.14"), NOW)
    assert not rate.is_old(NOW + timedelta(days=30))
    assert rate.is_old(NOW + timedelta(days=30, seconds=1))
