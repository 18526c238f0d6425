"""Offers and lists made by hand, for tests that need no market."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Offer, OfferDetail, OfferRef, Platform, Sku, SkuAttribute, Words
from sourcing_desktop.domain.pricing import PriceList, PriceTier, QuoteType
from sourcing_desktop.domain.quantity import MixedBatch, QuantityRules
from sourcing_desktop.domain.supplier import Supplier
from sourcing_desktop.services.intake.wishes import Wish

TIERS = PriceList(QuoteType.BY_QUANTITY_WITH_SKUS, (PriceTier(1, Money(500)), PriceTier(50, Money(400))))
COLOURS = (("红色", "red"), ("深红色", "dark red"), ("墨绿色", "dark green"))
SIZES = (("S", "S"), ("XL", "XL"), ("均码", "one size"))


def link(number: int) -> str:
    return f"https://detail.1688.com/offer/{number}.html"


def ref(number: int) -> OfferRef:
    return OfferRef(Platform.ALIBABA, "v1", str(number))


def sku(id_: str, *values: tuple[str, str], stock: int | None = 1000) -> Sku:
    """A SKU by its values; the first is its colour, the second its size."""
    names = (Words("颜色", "colour"), Words("尺码", "size"))
    attributes = (SkuAttribute(name, Words(*value)) for name, value in zip(names, values, strict=False))
    return Sku(id_, tuple(attributes), stock=stock, spec_id=f"spec-{id_}")


ALL_SKUS = tuple(sku(f"{c}{s}", COLOURS[c], SIZES[s]) for c in range(3) for s in range(3))


def detail(
    number: int,
    *,
    skus: tuple[Sku, ...] = ALL_SKUS,
    moq: int = 1,
    lot: int = 1,
    seller: str = "shop-1",
    mixed: MixedBatch | None = None,
    **changes,
) -> OfferDetail:
    title = Words("包", f"Bag {number}")
    return OfferDetail(
        Offer(ref(number), title, "", Money(500)),
        Supplier(seller, mixed_batch=mixed),
        TIERS,
        QuantityRules(moq, lot),
        skus,
        **changes,
    )


def wish(number: int, quantity: str = "", *words: str, place: int = 1, **changes) -> Wish:
    return Wish((place,), link(number), (ref(number),), quantity, words, **changes)


def sheet(path: Path, *rows: tuple, title: str = "Order") -> tuple[Path, Workbook]:
    """A workbook with these rows, not saved yet."""
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    return path, book
