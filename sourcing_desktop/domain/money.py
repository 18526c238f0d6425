"""Money in minor units. Never a float, never two currencies in one sum."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

WHOLE = frozenset({"CLP", "COP", "IDR", "JPY", "KRW", "LAK", "PYG", "VND"})
"""Currencies that nobody counts in parts: their smallest unit is the currency itself."""


def places(currency: str) -> int:
    """Digits after the point in an amount of this currency."""
    return 0 if currency in WHOLE else 2


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """An amount in minor units (fen for CNY, whole dong for VND) of one currency."""

    minor: int
    currency: str = "CNY"

    @classmethod
    def fen(cls, amount: int) -> Money:
        """An amount the contract gives in fen."""
        return cls(amount)

    @classmethod
    def yuan(cls, amount: str | int | Decimal) -> Money:
        """An amount the contract gives in yuan, rounded half up to whole fen.

        Raises ValueError for text that is not a finite number.
        """
        try:
            value = Decimal(amount) * 100
            return cls(int(value.quantize(Decimal(1), ROUND_HALF_UP)))
        except (ArithmeticError, ValueError) as error:
            raise ValueError(f"not an amount in yuan: {amount!r}") from error

    @property
    def major(self) -> Decimal:
        """The amount in yuan, or in the currency's main unit."""
        return Decimal(self.minor).scaleb(-places(self.currency))

    def __add__(self, other: Money) -> Money:
        self._same_currency(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: Money) -> Money:
        self._same_currency(other)
        return Money(self.minor - other.minor, self.currency)

    def __mul__(self, count: int) -> Money:
        if not isinstance(count, int):
            raise TypeError("money is multiplied by whole pieces only")
        return Money(self.minor * count, self.currency)

    __rmul__ = __mul__

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __lt__(self, other: Money) -> bool:
        self._same_currency(other)
        return self.minor < other.minor

    def __le__(self, other: Money) -> bool:
        self._same_currency(other)
        return self.minor <= other.minor

    def __gt__(self, other: Money) -> bool:
        return other < self

    def __ge__(self, other: Money) -> bool:
        return other <= self

    def __bool__(self) -> bool:
        return self.minor != 0

    def _same_currency(self, other: Money) -> None:
        if self.currency != other.currency:
            raise ValueError(f"cannot mix {self.currency} and {other.currency}")


def total(amounts: Iterable[Money], currency: str = "CNY") -> Money:
    """The sum of the amounts; zero of `currency` for none."""
    result = Money(0, currency)
    for amount in amounts:
        result = result + amount
    return result
