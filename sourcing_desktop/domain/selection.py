"""LinkedMall's selection pool: what a buyer can look for in it, the rows of a search, and the buyer's shops.

Words of the pool are kept as they came where they are more than yes or no: the documents do not promise that
they list all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from sourcing_desktop.domain.category import Category
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import LINKEDMALL_IDS, Offer, OfferRef, Platform, Words

Value = TypeVar("Value")


class Source(StrEnum):
    """The marketplace a product of the pool comes from."""

    ALIBABA = "Cbu"
    TMALL = "Tmall"
    TAOBAO = "Taobao"


class Risk(StrEnum):
    """How likely the stock is to run out."""

    HIGH = "High"
    LOW = "Low"


class TradeMode(StrEnum):
    """How a product is sold, and whether it may be paid within 90 days; one filter asks for either."""

    CREDIT_90 = "Credit90"
    NO_CREDIT = "NonCredit"
    RESALE_AND_CONSIGNMENT = "ConsignmentJingXiao"
    RESALE = "JingXiao"
    NOT_SET = "None"


class TaxFilter(StrEnum):
    """Tax rates to look for. `ANY` stands alone, the others may be combined."""

    ZERO = "Rate0"
    ONE = "Rate1"
    FIVE = "Rate5"
    SIX = "Rate6"
    NINE = "Rate9"
    THIRTEEN = "Rate13"
    ANY = "HasRate"
    NONE = "NonRate"
    EXEMPT = "TaxExemption"


class SoldOrder(StrEnum):
    """By how much was sold; without it the pool answers the newest first."""

    FEWEST_FIRST = "ASC"
    MOST_FIRST = "DESC"


@dataclass(frozen=True, slots=True)
class Bounds(Generic[Value]):
    """Where a filter begins and ends, both inclusive; None leaves a side open."""

    low: Value | None = None
    high: Value | None = None


@dataclass(frozen=True, slots=True)
class SelectionQuery:
    """What to look for in the pool. Everything but the purchaser may be left out.

    `price` is what the buyer pays (distribution price), `retail` the suggested retail price, `marked` the
    struck-through one. `premium` is how far the price is above the retail price, in percent: mostly negative.
    """

    purchaser_id: str
    category_ids: tuple[str, ...] = ()
    sellable: bool | None = None
    name: str = ""
    product_id: str = ""
    item_id: str = ""
    in_selection: bool | None = None
    risk: Risk | None = None
    price: Bounds[Money] = Bounds()
    premium: Bounds[Decimal] = Bounds()
    marked: Bounds[Money] = Bounds()
    retail: Bounds[Money] = Bounds()
    source: Source | None = None
    brand: str = ""
    selected: Bounds[datetime] = Bounds()
    modified: Bounds[datetime] = Bounds()
    created: Bounds[datetime] = Bounds()
    trade_mode: TradeMode | None = None
    taxes: frozenset[TaxFilter] = frozenset()
    sold: SoldOrder | None = None


@dataclass(frozen=True, slots=True)
class PriceRange:
    """The lowest and the highest price of a product's SKUs; differences may be negative."""

    low: Money
    high: Money


@dataclass(frozen=True, slots=True)
class PercentRange:
    """The lowest and the highest rate, in percent."""

    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Sold:
    """Pieces sold so far; `or_more` for a count the platform cut off, such as `100+`."""

    pieces: int
    or_more: bool = False


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time as it was written, and the moment it means where it can be read."""

    text: str
    moment: datetime | None


@dataclass(frozen=True, slots=True)
class Tax:
    """Rate in percent, None where there is none or the product is exempt, and the tax code on the invoice."""

    percent: Decimal | None
    exempt: bool = False
    code: str = ""


@dataclass(frozen=True, slots=True)
class SelectionProduct:
    """One row of a search. What the gateway left out is None or empty.

    `difference` is the price less the retail price. `in_selection` tells whether the buyer has put the
    product into the own selection, `selected` since when.
    """

    product_id: str
    item_id: str
    name: str
    picture: str
    price: PriceRange | None
    difference: PriceRange | None
    premium: PercentRange | None
    retail: PriceRange | None
    marked: PriceRange | None
    sold: Sold | None
    risk: str
    source: str
    shop_name: str
    categories: tuple[Category, ...]
    brand: str
    sellable: bool | None
    why_not: str
    trade_mode: str
    credit: tuple[str, ...]
    invoice: str
    tax: Tax
    created: Stamp | None
    modified: Stamp | None
    in_selection: bool | None
    selected: Stamp | None

    @property
    def offer(self) -> Offer:
        """The row as a card of the grid, at its lowest price. What was sold is over all time and not shown as
        the sales of 30 days."""
        platform = Platform.ALIBABA if self.source.startswith(Source.ALIBABA) else Platform.TAOBAO
        return Offer(
            ref=OfferRef(platform, LINKEDMALL_IDS, self.product_id),
            title=Words(self.name),
            picture=self.picture,
            price=self.price.low if self.price else None,
            shop_name=self.shop_name,
        )


@dataclass(frozen=True, slots=True)
class SelectionPage:
    """One page of a search; `total` is a hint, the end is an empty or repeated page."""

    products: tuple[SelectionProduct, ...]
    total: int | None = None


@dataclass(frozen=True, slots=True)
class PartnerShop:
    """A supplier's shop that works with one of the buyer's."""

    shop_id: str
    company_id: str
    partner_id: str


@dataclass(frozen=True, slots=True)
class PurchaserShop:
    """A shop of the buyer's; its `purchaser_id` goes with every call. `status` is the platform's word."""

    shop_id: str
    purchaser_id: str
    name: str
    kind: str
    status: str
    begins: Stamp | None
    ends: Stamp | None
    partners: tuple[PartnerShop, ...] = ()
    distributor_id: str = ""

    @property
    def works(self) -> bool:
        """Whether the shop may buy; the documents write the word in two ways."""
        return self.status.upper() == "WORKING"


@dataclass(frozen=True, slots=True)
class PurchaserShops:
    """One page of the buyer's shops."""

    shops: tuple[PurchaserShop, ...]
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Division:
    """A place of the administrative tree that addresses and sale information go by. `1` is all of China."""

    code: str
    name: str
    level: int | None
    pinyin: str
    parent_code: str
