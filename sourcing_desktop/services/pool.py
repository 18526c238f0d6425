"""LinkedMall's selection pool as one more source of offers, through an account that is kept for it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from sourcing_desktop.domain.account import Account, Credentials
from sourcing_desktop.domain.category import ROOT, Category
from sourcing_desktop.domain.errors import NotFound, SignInNeeded
from sourcing_desktop.domain.feed import Feed
from sourcing_desktop.domain.offer import OfferDetail, OfferRef
from sourcing_desktop.domain.search import Page
from sourcing_desktop.domain.selection import Bounds, SelectionQuery
from sourcing_desktop.gateways.linkedmall import LinkedMall
from sourcing_desktop.language import tr
from sourcing_desktop.services.pool_offer import pool_offer
from sourcing_desktop.services.search import PAGE_SIZE

FindAccount = Callable[[], Awaitable[tuple[Account, Credentials] | None]]


class Pool:
    """Connects when it is first asked. `find` looks for an account, None where there is none. Prices and what
    can be sold are those without a place of delivery."""

    def __init__(self, find: FindAccount) -> None:
        self._find = find
        self._turn = asyncio.Lock()
        self._mall: LinkedMall | None = None
        self._purchaser = ""

    async def ensure_open(self) -> None:
        """Connect, unless that has been done. SignInNeeded where there is no account, or its keys are
        refused; NotFound where the account has no shop that may buy."""
        await self._opened()

    async def page(self, feed: Feed, page: int) -> Page:
        """One page of what the feed asks for."""
        mall = await self._opened()
        filters = feed.filters
        query = SelectionQuery(
            self._purchaser,
            category_ids=(filters.category_id,) if filters.category_id else (),
            name=feed.words,
            price=Bounds(filters.price_from, filters.price_to),
            source=feed.source,
            sold=feed.sold,
        )
        found = await mall.search(query, page, PAGE_SIZE)
        return Page(tuple(product.offer for product in found.products), found.total)

    async def categories_below(self, category_id: str = ROOT) -> tuple[Category, ...]:
        """The pool's categories below one."""
        return await (await self._opened()).categories_below(category_id)

    async def detail(self, ref: OfferRef) -> OfferDetail:
        """A product in full, with what can be sold of it now."""
        mall = await self._opened()
        product = await mall.product(ref.id, self._purchaser)
        sale = await mall.sale_info(ref.id, self._purchaser)
        return pool_offer(ref, product, sale, datetime.now(UTC))

    async def close(self) -> None:
        """End what is under way and close every connection."""
        if self._mall is not None:
            await self._mall.close()

    async def _opened(self) -> LinkedMall:
        async with self._turn:
            if self._mall is None:
                found = await self._find()
                if found is None:
                    raise SignInNeeded(
                        tr(
                            "The pool is LinkedMall’s, and no LinkedMall account is kept here."
                            " Add one in the account settings."
                        )
                    )
                self._mall = LinkedMall(*found)
            if not self._purchaser:
                self._purchaser = await _working_shop(self._mall)
        return self._mall


async def _working_shop(mall: LinkedMall) -> str:
    """The purchaser id of the buyer's first shop that may buy."""
    shops = (await mall.purchaser_shops()).shops
    for shop in shops:
        if shop.works:
            return shop.purchaser_id
    raise NotFound(tr("The LinkedMall account has no shop at work, and only a shop may look into the pool."))
