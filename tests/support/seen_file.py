"""A library of what was seen in a file of the test's own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Offer, OfferDetail, OfferRef, Platform, Sku, SkuAttribute, Words
from sourcing_desktop.domain.pricing import PriceList, PriceTier, QuoteType
from sourcing_desktop.domain.quantity import QuantityRules
from sourcing_desktop.domain.seen import FoundBy, FoundIn, Sighting
from sourcing_desktop.domain.supplier import Supplier
from sourcing_desktop.storage.seen.library import SeenLibrary

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
BAGS = FoundBy(FoundIn.WORDS, "双肩包", "1042")
RED = FoundBy(FoundIn.PICTURE, "red.jpg")


@asynccontextmanager
async def library_in(folder: Path, wait_seconds: float = 5) -> AsyncIterator[SeenLibrary]:
    """The open library of a folder."""
    library = SeenLibrary(folder, wait_seconds=wait_seconds)
    try:
        await library.open()
        yield library
    finally:
        await library.close()


def ref(number: int) -> OfferRef:
    """Which offer that is; every third is of the other platform."""
    return OfferRef(Platform.TAOBAO if number % 3 == 2 else Platform.ALIBABA, "v2", f"id-{number}")


def offer(number: int, fen: int | None = 1000, title: str = "", shop: str = "Lan's shop") -> Offer:
    """One that differs from others in its number."""
    picture = f"https://cbu01.alicdn.com/img/ibank/{number}.jpg"
    price = None if fen is None else Money(fen)
    return Offer(ref(number), Words(f"帆布包{number}号", title), picture, price, shop_name=shop)


def seen(number: int, minutes: float = 0, by: FoundBy = BAGS, **card: object) -> Sighting:
    """An offer shown so many minutes after noon."""
    return Sighting(offer(number, **card), NOON + timedelta(minutes=minutes), by)


def detail(number: int, fen: int = 1000, stock: int | None = 5) -> OfferDetail:
    """All about that offer; of its two SKUs the second has ten pieces, where stock is told at all."""
    return OfferDetail(
        offer(number, fen),
        Supplier("b2b-1", "Lan's shop"),
        PriceList(QuoteType.BY_SKU, (PriceTier(1, Money(fen)),)),
        QuantityRules(),
        (
            Sku("1", (SkuAttribute(Words("颜色", "colour"), Words("红", "red")),), Money(fen), stock),
            Sku("2", stock=None if stock is None else 10),
        ),
        size=(10, 20, 30),
        unread={"odd": [1, None]},
    )
