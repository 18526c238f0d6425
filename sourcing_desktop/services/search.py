"""Searching by words, by picture and by shop: one session per search, paged until nothing new comes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime

from sourcing_desktop.domain.offer import LINKEDMALL_IDS, Offer, OfferRef, Platform
from sourcing_desktop.domain.search import Filters, KeywordQuery, Page, PictureQuery, SearchQuery
from sourcing_desktop.domain.seen import FoundBy, FoundIn
from sourcing_desktop.gateways.gate import Priority
from sourcing_desktop.gateways.pandapon import PandaPon
from sourcing_desktop.services.sightings import Sightings

PAGE_SIZE = 20
"""Offers asked for at once: what every search of the contract allows (upstream C4)."""

PAGES_IN_A_ROW = 5
"""How many pages are asked for at once while none brings an offer that fits."""


class SearchSession:
    """One search. Ends at an empty page or at one that brings nothing new, whatever the totals claim
    (contract 1.7). `sighted` hears what was shown of it, and when the search began."""

    def __init__(
        self,
        fetch: Callable[[int], Awaitable[Page]],
        keep: Callable[[Offer], bool],
        sighted: Callable[[tuple[Offer, ...], datetime], object] = lambda _offers, _began: None,
    ) -> None:
        self._fetch = fetch
        self._keep = keep
        self._sighted = sighted
        self._began = datetime.now(UTC)
        self._number = 0
        self._seen: set[OfferRef] = set()
        self.ended = False
        self.left_out = 0
        """Offers the gateway sent although they do not fit the filters it cannot apply."""

    async def next_page(self) -> Page:
        """The next offers not seen before. A page without offers is the end if `ended` says so; otherwise
        nothing fitted in several pages, and there may be more. Raises SourcingError, after which the same
        page may be asked for again."""
        for _ in range(PAGES_IN_A_ROW):
            if self.ended:
                break
            page = await self._fetch(self._number + 1)
            self._number += 1
            new = tuple(offer for offer in page.offers if offer.ref not in self._seen)
            self._seen.update(offer.ref for offer in new)
            self.ended = not new
            fitting = tuple(offer for offer in new if self._keep(offer))
            self.left_out += len(new) - len(fitting)
            if fitting or self.ended:
                return replace(page, offers=fitting)
        return Page(())

    def shown(self, page: Page) -> None:
        """The offers of a page are before the buyer now."""
        self._sighted(page.offers, self._began)


class Search:
    """Begins search sessions on a gateway, and notes what is shown of them. `name` is what the buyer calls
    the picture, the shop or the offer that is searched with."""

    def __init__(self, gateway: PandaPon, sightings: Sightings | None = None) -> None:
        self._gateway = gateway
        self._sightings = sightings or Sightings()

    def begin(self, query: SearchQuery, name: str = "") -> SearchSession:
        """A session for the query. Nothing is asked before its first page."""
        found_by = _found_by(query, name)
        return SearchSession(
            self._fetcher(query),
            _keeper(query),
            lambda offers, began: self._sightings.note(offers, found_by, began),
        )

    async def glance(self, query: PictureQuery, name: str = "") -> Page:
        """The first page of what looks like a picture, of which the best is shown; never keeps the buyer's
        own searches waiting."""
        page = await self._gateway.side(query.platform).picture(query, 1, PAGE_SIZE, Priority.BACKGROUND)
        offers = tuple(filter(_keeper(query), page.offers))
        self._sightings.note(offers[:1], _found_by(query, name))
        return replace(page, offers=offers)

    async def related(self, ref: OfferRef, name: str = "") -> tuple[Offer, ...]:
        """Goods like this one, 1688 only (contract AG8; upstream allows ten), to be shown at once."""
        if ref.platform is not Platform.ALIBABA or ref.generation == LINKEDMALL_IDS:
            return ()
        offers = (await self._gateway.alibaba.related(ref, 1, 10)).offers
        self._sightings.note(offers, FoundBy(FoundIn.RELATED, name))
        return offers

    def _fetcher(self, query: SearchQuery) -> Callable[[int], Awaitable[Page]]:
        if isinstance(query, KeywordQuery):
            keyword_side = self._gateway.side(query.platform)
            return lambda page: keyword_side.keyword(query, page, PAGE_SIZE)
        if isinstance(query, PictureQuery):
            picture_side = self._gateway.side(query.platform)
            return lambda page: picture_side.picture(query, page, PAGE_SIZE)
        return lambda page: self._gateway.alibaba.shop(query, page, PAGE_SIZE)


def _found_by(query: SearchQuery, name: str) -> FoundBy:
    category_id = query.filters.category_id
    if isinstance(query, KeywordQuery):
        return FoundBy(FoundIn.WORDS, query.title, category_id)
    if isinstance(query, PictureQuery):
        return FoundBy(FoundIn.PICTURE, name, category_id)
    return FoundBy(FoundIn.SHOP, name or query.seller_id, category_id)


def _keeper(query: SearchQuery) -> Callable[[Offer], bool]:
    """What decides which of the offers that came fit the query."""
    return _fits(query.filters) if query.platform is Platform.TAOBAO else _everything


def _everything(_offer: Offer) -> bool:
    return True


def _fits(filters: Filters) -> Callable[[Offer], bool]:
    """Taobao's search takes no price range (contract TG2), so the program applies it to what came."""

    def keep(offer: Offer) -> bool:
        if offer.price is None:
            return filters.price_from is None and filters.price_to is None
        if filters.price_from is not None and offer.price < filters.price_from:
            return False
        return filters.price_to is None or offer.price <= filters.price_to

    return keep
