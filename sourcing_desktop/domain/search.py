"""What a buyer looks for and the pages that come back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Offer, Platform


class Sort(StrEnum):
    """The orders of results the gateway documents (contract 1.14); DEFAULT leaves it to the platform."""

    DEFAULT = ""
    PRICE_UP = "price asc"
    PRICE_DOWN = "price desc"
    SOLD = "monthSold desc"
    REPURCHASE = "rePurchaseRate desc"


class FilterWord(StrEnum):
    """The documented filter words of 1688 (contract 1.14, upstream C4); values go over the wire.

    Left out: the lines to regions (`JPFL` and others), of which one source says that they narrow to what goes
    there and another that they exclude it, and `ksCiphertext`, which nobody explains.
    """

    SHIP_TODAY = "shipInToday"
    SHIP_24H = "shipIn24Hours"
    SHIP_48H = "shipIn48Hours"
    CERTIFIED_FACTORY = "certifiedFactory"
    STRICT_SELECTION = "1688Selection"
    GLOBAL_SELECTION = "isQqyx"
    CURATED = "jxhy"
    DROPSHIP = "isOnePsale"
    DROPSHIP_FREE_POST = "isOnePsaleFreePost"
    RETURN_7_DAYS = "noReason7DReturn"
    NEW_7_DAYS = "new7"
    NEW_30_DAYS = "new30"
    FIVE_STARS = "totalEpScoreLv1"
    PICK_UP_99 = "getRate24HLv3"
    SELECTED = "isSelect"
    STARS_FROM_4_5 = "totalEpScoreLv2"
    STARS_FROM_4 = "totalEpScoreLv3"
    STARS_BELOW_4 = "totalEpScoreLv4"
    PICK_UP_95 = "getRate24HLv2"
    PICK_UP_BELOW_95 = "getRate24HLv1"
    PICK_UP_48H_99 = "getRate48HLv3"
    PICK_UP_48H_95 = "getRate48HLv2"
    PICK_UP_48H_BELOW_95 = "getRate48HLv1"
    REFUNDS_0 = "qrr0"
    REFUNDS_1 = "qrr1"
    REFUNDS_5 = "qrr5"
    REFUNDS_10 = "qrr10"


@dataclass(frozen=True, slots=True)
class Filters:
    """Narrowing of a search. Prices are the wholesale price of one piece."""

    price_from: Money | None = None
    price_to: Money | None = None
    words: frozenset[FilterWord] = frozenset()
    category_id: str = ""
    sort: Sort = Sort.DEFAULT

    def on(self, platform: Platform) -> Filters:
        """Those a platform has, or the program has for it (contract TG1, TG2)."""
        if platform is Platform.ALIBABA:
            return self
        sort = Sort.DEFAULT if self.sort is Sort.REPURCHASE else self.sort
        return replace(self, words=frozenset(), category_id="", sort=sort)


UNFILTERED = Filters()


@dataclass(frozen=True, slots=True)
class Region:
    """A box in pixels of the uploaded picture; right and bottom are outside the box."""

    left: int
    top: int
    right: int
    bottom: int

    def turned(self, height: int) -> Region:
        """The same part after the picture, so many px high, was turned a quarter to the right."""
        return Region(height - self.bottom, self.left, height - self.top, self.right)


@dataclass(frozen=True, slots=True)
class QueryPicture:
    """A picture made ready to be searched with: JPEG bytes of that size in px, and the part that matters."""

    jpeg: bytes
    width: int
    height: int
    region: Region | None = None


@dataclass(frozen=True, slots=True)
class KeywordQuery:
    """Goods by words. `words` are the buyer's own, where they put Chinese ones in their place as `keyword`;
    `language` is what titles shall be in, empty for that of the account."""

    platform: Platform
    keyword: str
    filters: Filters = Filters()
    words: str = ""
    language: str = ""

    @property
    def title(self) -> str:
        """What the buyer calls this search."""
        return self.words or self.keyword


@dataclass(frozen=True, slots=True)
class PictureQuery:
    """Goods by sight."""

    platform: Platform
    picture: QueryPicture
    filters: Filters = Filters()


@dataclass(frozen=True, slots=True)
class ShopQuery:
    """Goods of one shop, optionally only those that match words. 1688 only (contract AG5)."""

    seller_id: str
    keyword: str = ""
    filters: Filters = Filters()

    @property
    def platform(self) -> Platform:
        return Platform.ALIBABA


SearchQuery = KeywordQuery | PictureQuery | ShopQuery


@dataclass(frozen=True, slots=True)
class Page:
    """One page of results. `total` is what the gateway claims, which is a hint and not a promise
    (contract 1.7): the end is an empty or repeated page. `subjects` are the subjects the gateway
    found in a query picture, in pixels of that picture."""

    offers: tuple[Offer, ...]
    total: int | None = None
    subjects: tuple[Region, ...] = ()
