"""A product of LinkedMall's selection pool in full, and what can be sold of it to one place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sourcing_desktop.domain.category import Category
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.quantity import QuantityRules
from sourcing_desktop.domain.selection import Sold, Tax

MULTIPLE = "multipleBuyLimit"
"""The extra property that says of what the quantity must be a multiple."""


class Limit(StrEnum):
    """What a purchase limit counts (contract upstream A5)."""

    AT_LEAST = "LowerNumberPerBuy"
    AT_MOST = "UpperNumberPerBuy"
    PER_USER = "UpperNumberPerUser"
    PER_USER_AND_PERIOD = "UpperNumberPerUserPeriod"


@dataclass(frozen=True, slots=True)
class LimitRule:
    """One limit. `kind` is a word of `Limit` or one nobody documented; `period` is day, week or month."""

    kind: str
    pieces: int
    begins: datetime | None = None
    ends: datetime | None = None
    period: str = ""

    def holds(self, now: datetime) -> bool:
        """Whether the limit is in force."""
        return (self.begins is None or self.begins <= now) and (self.ends is None or now < self.ends)


@dataclass(frozen=True, slots=True)
class SkuSpec:
    """One choice that makes a SKU, such as colour: sky blue; `alias` is how the seller wants it shown."""

    key: str
    value: str
    alias: str = ""
    key_id: str = ""
    value_id: str = ""

    @property
    def shown(self) -> str:
        return self.alias or self.value


@dataclass(frozen=True, slots=True)
class Spec:
    """One kind of choice with everything that can be chosen."""

    key: str
    values: tuple[SkuSpec, ...]


@dataclass(frozen=True, slots=True)
class SaleState:
    """Whether a product or a SKU can be sold to the place asked for. `stock` is the platform's word for how
    much there is; exact stock is never told (contract upstream A5)."""

    sellable: bool | None
    status: str
    stock: str
    division: str
    why_not: str = ""

    @property
    def on_sale(self) -> bool:
        """Status and verdict are both needed."""
        return bool(self.sellable) and self.status == "Online"


@dataclass(frozen=True, slots=True)
class PoolSku:
    """One variant. `specs` make its name; `title` is the seller's own and not meant for buyers."""

    sku_id: str
    product_id: str
    shop_id: str
    specs: tuple[SkuSpec, ...]
    price: Money | None
    marked: Money | None
    retail: Money | None
    state: SaleState
    picture: str = ""
    title: str = ""
    alias: str = ""
    specs_code: str = ""
    barcode: str = ""
    rank: int | None = None

    @property
    def name(self) -> str:
        """The chosen values, such as `sky blue / XL`; the title where there are none."""
        return " / ".join(spec.shown for spec in self.specs) or self.title


@dataclass(frozen=True, slots=True)
class PoolProduct:
    """A product with its variants. `description_url` is a page; `extras` are named properties of the pool."""

    product_id: str
    item_id: str
    shop_id: str
    title: str
    picture: str
    pictures: tuple[str, ...]
    description_url: str
    categories: tuple[Category, ...]
    category_id: str
    brand: str
    kind: str
    properties: tuple[tuple[str, tuple[str, ...]], ...]
    specs: tuple[Spec, ...]
    skus: tuple[PoolSku, ...]
    state: SaleState
    limits: tuple[LimitRule, ...]
    extras: tuple[tuple[str, str], ...]
    promises: tuple[str, ...]
    sold: Sold | None
    in_selection: bool | None
    tax: Tax

    def rules(self, now: datetime) -> QuantityRules:
        """The smallest order and the lot, of the limits in force."""
        multiple = dict(self.extras).get(MULTIPLE, "")
        lot = int(multiple) if multiple.isascii() and multiple.isdecimal() else 1
        return QuantityRules(moq=smallest_order(self.limits, now), lot=max(1, lot))


@dataclass(frozen=True, slots=True)
class PoolPage:
    """One page of the buyer's own selection."""

    products: tuple[PoolProduct, ...]
    total: int | None = None


@dataclass(frozen=True, slots=True)
class SkuSaleInfo:
    """Price and sale of one SKU in one place; good for that place only."""

    sku_id: str
    product_id: str
    shop_id: str
    title: str
    price: Money | None
    marked: Money | None
    state: SaleState


@dataclass(frozen=True, slots=True)
class ProductSaleInfo:
    """Sale of one product and its SKUs in one place; good for that place only."""

    product_id: str
    item_id: str
    shop_id: str
    title: str
    state: SaleState
    skus: tuple[SkuSaleInfo, ...]
    limits: tuple[LimitRule, ...]


@dataclass(frozen=True, slots=True)
class SkuWanted:
    """A SKU whose sale is asked for; `pieces` may matter to whether it can be sold."""

    product_id: str
    sku_id: str
    pieces: int | None = None


def smallest_order(limits: Iterable[LimitRule], now: datetime) -> int:
    """The fewest pieces of one purchase: where several limits hold, the tightest."""
    return max((each.pieces for each in limits if each.kind == Limit.AT_LEAST and each.holds(now)), default=1)


def largest_order(limits: Iterable[LimitRule], now: datetime) -> int | None:
    """The most pieces of one purchase by the limits in force; None for any. What the buyer has bought before
    may lower it further."""
    upper = (Limit.AT_MOST, Limit.PER_USER, Limit.PER_USER_AND_PERIOD)
    return min((each.pieces for each in limits if each.kind in upper and each.holds(now)), default=None)
