"""Cart lines made by hand: two tiers from 10 and from 50 pieces, MOQ 10."""

from __future__ import annotations

from dataclasses import replace

from sourcing_desktop.domain.cart import CartLine
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import OfferRef, Platform, Sku, Words
from sourcing_desktop.domain.pricing import PriceList, PriceTier, QuoteType
from sourcing_desktop.domain.quantity import QuantityRules
from sourcing_desktop.domain.supplier import Supplier

TIERS = PriceList(QuoteType.BY_QUANTITY_WITH_SKUS, (PriceTier(10, Money(500)), PriceTier(50, Money(400))))


def line(row: int, seller="S1", offer="1", platform=Platform.ALIBABA, quantity=10, **changes) -> CartLine:
    made = CartLine(
        row_id=str(row),
        ref=OfferRef(platform, "v2", offer),
        sku=Sku(str(1000 + row), stock=1000),
        quantity=quantity,
        title=Words("包"),
        picture="",
        prices=TIERS,
        rules=QuantityRules(moq=10),
        supplier=Supplier(seller),
    )
    return replace(made, **changes)
