"""Offers with SKUs of every kind, made by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Offer, OfferDetail, OfferRef, Platform, Sku, SkuAttribute, Words
from sourcing_desktop.domain.pricing import PriceList, PriceTier, QuoteType
from sourcing_desktop.domain.quantity import QuantityRules
from sourcing_desktop.domain.supplier import Supplier

COLOURS = (
    Words("藏青色", "navy"),
    Words("红色", "red"),
    Words("墨绿色", "xanh rêu đậm cổ điển"),
    Words("米白色", "ขาวครีมสไตล์เกาหลี"),
    Words("浅灰色", "أحمر غامق مع خطوط"),
)
SIZES = tuple(Words(size) for size in ("S", "M", "L", "XL"))
TIERS = (PriceTier(2, Money(1250)), PriceTier(100, Money(1000)))
MOQ_2 = QuantityRules(moq=2)


def colours_and_sizes(
    colours: Sequence[Words] = COLOURS,
    sizes: Sequence[Words] = SIZES,
    *,
    stock: int | None = 5000,
    price: Callable[[int, int], Money | None] = lambda _colour, _size: None,
    sold: Callable[[int, int], bool] = lambda _colour, _size: True,
) -> list[Sku]:
    """SKUs with ids such as `0-3`: the number of the colour and that of the size."""
    return [
        Sku(
            f"{one}-{other}",
            (
                SkuAttribute(Words("颜色", "Colour"), colour),
                SkuAttribute(Words("尺码", "Size"), size),
            ),
            price=price(one, other),
            stock=stock,
            picture=f"http://127.0.0.1:9/{one}.jpg",
        )
        for one, colour in enumerate(colours)
        for other, size in enumerate(sizes)
        if sold(one, other)
    ]


def one_choice(values: Sequence[Words], **facts: object) -> list[Sku]:
    """SKUs that differ in one attribute, with ids 0, 1, 2."""
    name = Words("颜色", "Colour")
    return [
        Sku(str(number), (SkuAttribute(name, value),), **facts)  # type: ignore[arg-type]
        for number, value in enumerate(values)
    ]


def offer_of(
    skus: Sequence[Sku],
    *,
    number: int = 1,
    tiers: tuple[PriceTier, ...] = TIERS,
    rules: QuantityRules = MOQ_2,
) -> OfferDetail:
    """An offer of these SKUs. Tiers rule where there are any, else each SKU has its price."""
    offer = Offer(OfferRef(Platform.ALIBABA, "v2", str(number)), Words("针织衫", "Knitwear"), "", None)
    quote = QuoteType.BY_QUANTITY_WITH_SKUS if tiers else QuoteType.BY_SKU
    return OfferDetail(offer, Supplier("shop", "Shop"), PriceList(quote, tiers), rules, tuple(skus))
