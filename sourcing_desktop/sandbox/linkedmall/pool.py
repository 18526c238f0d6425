"""The selection pool: every offer of the market as a product of LinkedMall's, with facts the market has no
word for. Those (ids, retail prices, trade modes, taxes) are invented and always the same for an offer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from random import Random

from sourcing_desktop.sandbox.market import identity
from sourcing_desktop.sandbox.market.catalogue import Catalogue
from sourcing_desktop.sandbox.market.model import MarketOffer, MarketSku

DAY_MS = 86_400_000
TAX_RATES = (1300, 1300, 1300, 900, 600, 500, 100, 0, -100, None)
"""Hundredths of a percent; -100 is exempt, None no rate."""

MOST_OF_A_SHOP = 2000
SCARCE = 500
"""Pieces up to which a product may run out."""


@dataclass(frozen=True, slots=True)
class Pooled:
    """One product as it was prepared: prices and stock may have moved since. Money is fen and that of the
    cheapest SKU, times are milliseconds since the epoch; `markup` and `strike` are the retail and the
    struck-through price in percent of the price."""

    offer_id: str
    product_id: str
    item_id: str
    shop_id: str
    source: str
    names: str
    brand: str
    categories: tuple[int, int, int]
    price_fen: int
    stock: int
    is_online: bool
    markup: int
    strike: int
    sold: int
    created_at: int
    modified_at: int
    selected_at: int | None
    trade_mode: str | None
    credit: str
    invoice: str
    tax_rate: int | None
    tax_code: str
    stays_near: bool

    @property
    def risk(self) -> str:
        return "Low" if self.stock > SCARCE else "High"

    @property
    def retail_fen(self) -> int:
        return retail(self, self.price_fen)

    @property
    def marked_fen(self) -> int:
        return self.price_fen * self.strike // 100

    @property
    def premium(self) -> int:
        """The price above the retail price, in hundredths of a percent."""
        return premium(self.price_fen, self.retail_fen)


class Pool:
    """All products, read from the catalogue when they are first asked for."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    @cached_property
    def products(self) -> tuple[Pooled, ...]:
        """Every product, the newest first."""
        made = (pooled(offer) for offer in self._offers())
        return tuple(sorted(made, key=lambda each: (-each.created_at, each.product_id)))

    def product(self, product_id: str) -> Pooled | None:
        """The product of that id."""
        return self._by_id.get(product_id)

    @cached_property
    def _by_id(self) -> dict[str, Pooled]:
        return {each.product_id: each for each in self.products}

    def _offers(self) -> Iterator[MarketOffer]:
        for platform in ("1688", "taobao"):
            for seller in self._catalogue.sellers(platform):
                yield from self._catalogue.search(platform, seller=seller.open_id, size=MOST_OF_A_SHOP)[1]


def pooled(offer: MarketOffer) -> Pooled:
    """The product an offer is."""
    rng = Random(f"pool {offer.id}")
    shop_id = identity.digits(8, "shop", offer.seller.shop_id, lead="2100")
    created_at = offer.created_day * DAY_MS + rng.randrange(DAY_MS) // 1000 * 1000
    return Pooled(
        offer_id=offer.id,
        product_id=identity.digits(18, "product", offer.id, lead="66"),
        item_id=f"{shop_id}-{identity.digits(10, 'item', offer.id)}",
        shop_id=shop_id,
        source=_source(offer),
        names=f"{offer.title.zh} {offer.title.en}".casefold(),
        brand=offer.seller.nick,
        categories=offer.categories,
        price_fen=min(price(sku) for sku in offer.skus),
        stock=sum(sku.stock for sku in offer.skus),
        is_online=rng.random() > 0.03,
        markup=rng.choice((95, 120, 135, 150, 180, 220)),
        strike=rng.choice((240, 260, 300)),
        sold=offer.sold_30_days * rng.randint(1, 9),
        created_at=created_at,
        modified_at=created_at + rng.randrange(3 * DAY_MS) // 1000 * 1000,
        selected_at=created_at + DAY_MS if rng.random() < 0.2 else None,
        trade_mode=rng.choice(("JingXiao", "JingXiao", "ConsignmentJingXiao", None)),
        credit=rng.choice(("Credit90", "NonCredit")),
        invoice=rng.choice(("HasInvoice", "HasInvoice", "NonInvoice")),
        tax_rate=rng.choice(TAX_RATES),
        tax_code=identity.digits(19, "tax", offer.kind, lead="3040"),
        stays_near=rng.random() < 0.3,
    )


def price(sku: MarketSku) -> int:
    """What a SKU costs today, in fen."""
    return sku.promotion_fen or sku.price_fen


def retail(product: Pooled, fen: int) -> int:
    """The suggested retail price of a SKU that costs so much, in fen."""
    return fen * product.markup // 100


def premium(fen: int, retail_fen: int) -> int:
    """How far a price is above the retail price, in hundredths of a percent."""
    return round((fen - retail_fen) * 10_000 / retail_fen) if retail_fen else 0


def sku_id(sku: MarketSku) -> str:
    """LinkedMall's id of a SKU."""
    return identity.digits(18, "pool sku", sku.id, lead="66")


def _source(offer: MarketOffer) -> str:
    if offer.platform == "1688":
        return "Cbu"
    return "Tmall" if "tmall" in offer.seller.identities else "Taobao"
