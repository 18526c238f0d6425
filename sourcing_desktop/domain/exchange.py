"""What yuan come to in the buyer's own currency, at a rate the buyer stated. Only ever an "about": orders are
paid in yuan."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from fractions import Fraction

from sourcing_desktop.domain.money import WHOLE, Money, places
from sourcing_desktop.language import tr

CURRENCIES: Mapping[str, str] = {
    "VND": tr("Vietnamese dong"),
    "THB": tr("Thai baht"),
    "PEN": tr("Peruvian sol"),
    "USD": tr("US dollar"),
    "EUR": tr("Euro"),
    "MXN": tr("Mexican peso"),
    "COP": tr("Colombian peso"),
    "IDR": tr("Indonesian rupiah"),
    "MYR": tr("Malaysian ringgit"),
    "PHP": tr("Philippine peso"),
    "BRL": tr("Brazilian real"),
    "CLP": tr("Chilean peso"),
    "GBP": tr("Pound sterling"),
    "INR": tr("Indian rupee"),
    "JPY": tr("Japanese yen"),
    "KRW": tr("South Korean won"),
    "LAK": tr("Lao kip"),
}
"""Currencies a rate can be stated for."""

FRESH = timedelta(days=30)
"""A rate older than this is said to be old."""

HIGHEST = Decimal(1_000_000)

_PLAIN = re.compile(r"\d{1,12}(?:[.,]\d{1,12})?")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}([.,])\d{3}")


@dataclass(frozen=True, slots=True)
class Rate:
    """`per_yuan` units of a currency (ISO 4217) for one yuan, as the buyer stated it at a moment."""

    currency: str
    per_yuan: Decimal
    stated_at: datetime

    def convert(self, amount: Money) -> Money:
        """About what an amount in yuan comes to, halves away from zero.

        Raises ValueError for an amount in another currency.
        """
        if amount.currency != "CNY":
            raise ValueError(f"the rate is for yuan, not for {amount.currency}")
        exact = Fraction(self.per_yuan) * amount.minor * 10 ** places(self.currency) / 100
        minor = int(abs(exact) + Fraction(1, 2))
        return Money(minor if exact >= 0 else -minor, self.currency)

    def is_old(self, now: datetime) -> bool:
        """Whether the buyer should look at it again."""
        return now - self.stated_at > FRESH


def read_rate(text: str, currency: str) -> Decimal:
    """The units for one yuan a buyer typed, with a point or a comma.

    Raises ValueError with a sentence for what is no rate, and for `3,550` or `3.550` where it may mean
    thousands: being wrong by a thousand is worse than asking.
    """
    typed = "".join(text.split())
    if not _PLAIN.fullmatch(typed):
        raise ValueError(tr("Write a number such as 0.14 or 3550, without signs and thousands separators."))
    thousands = _THOUSANDS.fullmatch(typed)
    if thousands and (thousands[1] == "," or currency in WHOLE):
        joined, pointed = re.sub("[.,]", "", typed), typed.replace(",", ".")
        raise ValueError(
            tr(
                "{typed} can be read in two ways. Write {joined} or {pointed}.",
                typed=typed,
                joined=joined,
                pointed=f"{pointed}0",
            )
        )
    rate = Decimal(typed.replace(",", "."))
    if not 0 < rate <= HIGHEST:
        raise ValueError(tr("A rate is above 0 and at most {highest}.", highest=f"{HIGHEST:,}"))
    return rate
