"""What the program remembers of offers it has shown: when, how often, found by what, what has changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Offer, OfferDetail, OfferRef, Platform


class FoundIn(StrEnum):
    """Where an offer was shown."""

    WORDS = "words"
    PICTURE = "picture"
    SHOP = "shop"
    FEED = "feed"
    RELATED = "related"


@dataclass(frozen=True, slots=True)
class FoundBy:
    """The search that brought an offer. `text` is what the buyer calls it: words, the name of a picture, a
    shop or a feed. `category_id` is that of its filter, if it had one."""

    found_in: FoundIn
    text: str = ""
    category_id: str = ""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One offer shown once, at an aware time."""

    offer: Offer
    at: datetime
    found_by: FoundBy


def as_kept(shown: Offer, before: Offer | None = None) -> Offer:
    """What is kept of an offer that was shown: nothing of its place in a list; and what this card leaves out
    stays as the one before told it, since a hot list tells neither price nor shop (contract AM3)."""
    if before is None:
        return replace(shown, place=None)
    untranslated = not shown.title.translated and shown.title.original == before.title.original
    return replace(
        shown,
        place=None,
        title=before.title if untranslated else shown.title,
        picture=shown.picture or before.picture,
        price=before.price if shown.price is None else shown.price,
        moq=before.moq if shown.moq is None else shown.moq,
        sold_30_days=before.sold_30_days if shown.sold_30_days is None else shown.sold_30_days,
        shop_name=shown.shop_name or before.shop_name,
        seller_id=shown.seller_id or before.seller_id,
    )


def price_as_on_cards(detail: OfferDetail) -> Money | None:
    """The price of a detail, where a card would tell the same: Taobao's cards leave promotions out (contract
    TG2), its details count them in (TG4), and the difference is no change."""
    return None if detail.ref.platform is Platform.TAOBAO else detail.offer.price


@dataclass(frozen=True, slots=True)
class SeenOffer:
    """An offer of the library as it looked last. `number` names it within its library and is never used
    again; `lowest` is the lowest price of all sightings; times are aware."""

    number: int
    offer: Offer
    first_seen: datetime
    last_seen: datetime
    times: int
    found_by: FoundBy
    lowest: Money | None = None
    opened_at: datetime | None = None
    ordered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PriceChange:
    """What an offer cost, and how many pieces of all its SKUs together there were, from that sighting on;
    None for what was not told."""

    at: datetime
    price: Money | None
    stock: int | None = None


class SeenKind(StrEnum):
    """Which part of the library."""

    SEEN = "seen"
    OPENED = "opened"
    ORDERED = "ordered"


class SeenOrder(StrEnum):
    """How the library is sorted."""

    LATEST = "latest"
    OLDEST = "oldest"
    CHEAPEST = "cheapest"
    DEAREST = "dearest"
    MOST_SEEN = "most seen"


@dataclass(frozen=True, slots=True)
class SeenQuery:
    """A look into the library. Prices are of one piece, both ends included; `since` is included, `until` is
    not; `words` may be in Chinese or in the language titles were translated to, and all must be found in
    titles, seller or search."""

    kind: SeenKind = SeenKind.SEEN
    words: str = ""
    platform: Platform | None = None
    seller: str = ""
    category_id: str = ""
    found_by: FoundBy | None = None
    price_from: Money | None = None
    price_to: Money | None = None
    since: datetime | None = None
    until: datetime | None = None
    order: SeenOrder = SeenOrder.LATEST


@dataclass(frozen=True, slots=True)
class SeenBefore:
    """What a card tells of an earlier time: the same offer was shown before (`alike` is 1), or one that looks
    the same (its cosine), and which was the cheapest of them."""

    ref: OfferRef
    at: datetime
    best_price: Money | None
    seller: str
    alike: float = 1.0

    @property
    def same(self) -> bool:
        """Whether it is this very offer and not one that looks like it."""
        return self.alike >= 1.0


@dataclass(frozen=True, slots=True)
class LibrarySize:
    """How much the library holds; `bytes` on disk, index of pictures included."""

    offers: int = 0
    opened: int = 0
    described: int = 0
    bytes: int = 0
