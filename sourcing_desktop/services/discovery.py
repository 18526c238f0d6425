"""Begins the feeds of the gateways: what is put forward, hot lists, the goods of a category, the pool.

Assumed: a selection answers without words (AM1 and AM2 are only known from upstream), and so does a keyword
search with a category (AG3 requires neither, and a public client allows it).
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace

from sourcing_desktop.domain.category import ROOT, Category
from sourcing_desktop.domain.errors import NotFound, SignInNeeded, SourcingError
from sourcing_desktop.domain.feed import Feed, FeedKind
from sourcing_desktop.domain.offer import Offer, Platform
from sourcing_desktop.domain.ranking import RankedOffer
from sourcing_desktop.domain.search import KeywordQuery, Page
from sourcing_desktop.domain.seen import FoundBy, FoundIn
from sourcing_desktop.gateways.pandapon import PandaPon
from sourcing_desktop.language import tr
from sourcing_desktop.services.pool import Pool
from sourcing_desktop.services.search import PAGE_SIZE, SearchSession
from sourcing_desktop.services.sightings import Sightings

log = logging.getLogger(__name__)


class Discovery:
    """Feeds of one account; the pool may be of another one."""

    def __init__(self, gateway: PandaPon, pool: Pool, sightings: Sightings | None = None) -> None:
        self._alibaba = gateway.alibaba
        self._pool = pool
        self._sightings = sightings or Sightings()

    def begin(self, feed: Feed, name: str = "") -> SearchSession:
        """A session for the feed, which the buyer knows by that name. Nothing is asked before its first
        page."""
        found_by = FoundBy(FoundIn.FEED, name or feed.kind.value, feed.filters.category_id)
        return SearchSession(
            self._fetcher(feed),
            lambda _offer: True,
            lambda offers, began: self._sightings.note(offers, found_by, began),
        )

    async def categories_below(self, kind: FeedKind, category_id: str = ROOT) -> tuple[Category, ...]:
        """The categories below one, in the language of the account; the pool's are its own, in Chinese."""
        if kind is FeedKind.POOL:
            return await self._pool.categories_below(category_id)
        return (await self._alibaba.category(category_id)).children

    async def pool_lacks(self) -> str:
        """What the buyer has to do in the account settings before the pool can be looked into, in a sentence;
        empty for nothing."""
        try:
            await self._pool.ensure_open()
        except SignInNeeded as error:
            return error.sentence
        except SourcingError as error:
            log.info("the pool is not open: %s", error.sentence)  # whoever searches in it hears why
        return ""

    def _fetcher(self, feed: Feed) -> Callable[[int], Awaitable[Page]]:
        query = KeywordQuery(Platform.ALIBABA, feed.words, feed.filters)
        match feed.kind:
            case FeedKind.RECOMMENDED:
                return lambda page: self._alibaba.recommendations(page, PAGE_SIZE)
            case FeedKind.STRICT_SELECTION:
                return lambda page: self._alibaba.marketing.strict_selection(query, page, PAGE_SIZE)
            case FeedKind.GLOBAL_SELECTION:
                return lambda page: self._alibaba.marketing.global_selection(query, page, PAGE_SIZE)
            case FeedKind.HOT_LIST:
                return lambda page: self._hot_list(feed, page)
            case FeedKind.CATEGORY:
                return lambda page: self._alibaba.keyword(query, page, PAGE_SIZE)
            case FeedKind.POOL:
                return lambda page: self._pool.page(feed, page)

    async def _hot_list(self, feed: Feed, page: int) -> Page:
        """A list is one page and has no second (contract AM3)."""
        if page > 1:
            return Page(())
        try:
            found = await self._alibaba.marketing.hot_list(feed.filters.category_id, feed.rank)
        except NotFound as error:
            raise NotFound(
                tr("The gateway has no list of this category any more. Choose another one."),
                detail=error.detail,
            ) from error
        return Page(tuple(map(_placed, found.offers)))


def _placed(ranked: RankedOffer) -> Offer:
    return replace(ranked.offer, place=ranked.place, buyers_30_days=ranked.buyers_30_days)
