"""What the quantities chosen of one offer cost. Says nothing about other goods of the same order: what is to
be paid in the end only a preview knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import OfferDetail


@dataclass(frozen=True, slots=True)
class Cost:
    """`goods` is None where a chosen SKU has no price, as below the first tier. `freight` is the least that
    sending them within China costs, None where nobody states it."""

    pieces: int
    goods: Money | None
    freight: Money | None = None

    @property
    def total(self) -> Money | None:
        """Goods, and freight as far as it is known."""
        return self.goods + self.freight if self.goods and self.freight else self.goods

    @property
    def per_piece(self) -> Money | None:
        """What one piece costs on average, without freight, rounded half up; None for no pieces."""
        if self.goods is None or not self.pieces:
            return None
        return Money((2 * self.goods.minor + self.pieces) // (2 * self.pieces), self.goods.currency)


def cost(detail: OfferDetail, quantities: Mapping[str, int]) -> Cost:
    """What so many pieces by SKU id cost now. The freight of several SKUs is that of the dearest, which go
    together. KeyError for a SKU the offer does not have."""
    pieces = sum(quantities.values())
    goods: Money | None = Money(0)
    known = []
    for sku_id, quantity in quantities.items():
        sku = detail.sku(sku_id)
        price = detail.prices.unit_price(sku.price, pieces)
        goods = None if goods is None or price is None else goods + price * quantity
        known.append(sku.freight)
    stated = [each for each in known if each is not None]
    freight = max(stated, key=lambda each: each.minor) if stated and len(stated) == len(known) else None
    return Cost(pieces, goods, freight)
