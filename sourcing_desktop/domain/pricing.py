"""Which number is the price: tiers by quantity, prices by SKU, and the three ways 1688 quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from sourcing_desktop.domain.money import Money


class QuoteType(IntEnum):
    """How an offer is priced (contract upstream C1)."""

    BY_QUANTITY_WITHOUT_SKUS = 0
    BY_SKU = 1
    BY_QUANTITY_WITH_SKUS = 2


@dataclass(frozen=True, slots=True)
class PriceTier:
    """From `start` pieces on, one piece costs `price`. A promotion's price may be for members only and is in
    no sum (contract upstream C1)."""

    start: int
    price: Money
    promotion_price: Money | None = None


@dataclass(frozen=True, slots=True)
class PriceList:
    """The tiers of an offer, sorted by their start, and how they are meant."""

    quote: QuoteType
    tiers: tuple[PriceTier, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "tiers", tuple(sorted(self.tiers, key=lambda tier: tier.start)))

    @property
    def by_quantity(self) -> bool:
        """Whether the tiers rule, and not each SKU's own price."""
        return self.quote is not QuoteType.BY_SKU

    def tier_at(self, offer_quantity: int) -> PriceTier | None:
        """The tier with the largest start not above the quantity; None below the first tier."""
        reached = [tier for tier in self.tiers if tier.start <= offer_quantity]
        return reached[-1] if reached else None

    def next_tier(self, offer_quantity: int) -> PriceTier | None:
        """The next tier the buyer could reach by taking more, if any."""
        if not self.by_quantity:
            return None
        return next((tier for tier in self.tiers if tier.start > offer_quantity), None)

    def unit_price(self, sku_price: Money | None, offer_quantity: int) -> Money | None:
        """What one piece costs when `offer_quantity` pieces of this offer, over all its SKUs, are taken.

        Priced by SKU: the SKU's own price, whatever the tier says. Priced by quantity: the tier of the
        whole offer's quantity; below the first tier there is no price, because it is below the MOQ.
        """
        if not self.by_quantity and sku_price is not None:
            return sku_price
        tier = self.tier_at(offer_quantity)
        if tier is not None:
            return tier.price
        return None if self.tiers else sku_price


def price_span(prices: Sequence[Money]) -> tuple[Money, Money] | None:
    """The lowest and the highest of the prices, None for none."""
    if not prices:
        return None
    ordered = sorted(prices, key=lambda money: money.minor)
    return ordered[0], ordered[-1]
