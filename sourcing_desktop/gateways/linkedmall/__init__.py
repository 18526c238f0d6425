"""LinkedMall of Alibaba Cloud: the selection pool, searched by words, categories and prices."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from sourcing_desktop.domain.account import Account, Credentials
from sourcing_desktop.domain.category import ROOT, Category
from sourcing_desktop.domain.pool_product import (
    PoolPage,
    PoolProduct,
    ProductSaleInfo,
    SkuSaleInfo,
    SkuWanted,
)
from sourcing_desktop.domain.selection import (
    Division,
    PurchaserShop,
    PurchaserShops,
    SelectionPage,
    SelectionQuery,
)
from sourcing_desktop.gateways.exchange import Limits
from sourcing_desktop.gateways.gate import Priority
from sourcing_desktop.gateways.linkedmall import places, products, search
from sourcing_desktop.gateways.linkedmall.transport import DEFAULT_LIMITS, Transport

__all__ = ["LinkedMall"]

CHINA = "1"
"""The root of the tree of places."""


class LinkedMall:
    """The calls of one account, kept below LinkedMall's rates. What cannot be asked is Rejected unsent.

    `now` is Unix time in seconds, `clock` counts seconds for the rates, `pause` waits for seconds.
    """

    def __init__(
        self,
        account: Account,
        credentials: Credentials,
        *,
        limits: Limits = DEFAULT_LIMITS,
        now: Callable[[], float] = time.time,
        clock: Callable[[], float] = time.monotonic,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._transport = Transport(account, credentials, limits=limits, now=now, clock=clock, pause=pause)

    async def search(
        self, query: SelectionQuery, page: int, size: int, *, priority: Priority = Priority.INTERACTIVE
    ) -> SelectionPage:
        """One page of the pool, of at most 20 products."""
        body = search.search_request(query, page, size)
        return search.read_page(await self._transport.ask("SearchProducts", body, priority=priority))

    async def purchaser_shops(self, page: int = 1, size: int = 20) -> PurchaserShops:
        """The buyer's shops; one of them buys."""
        fields = places.shops_request(page, size)
        return places.read_shops(await self._transport.ask("ListPurchaserShops", fields))

    async def purchaser_shop(self, purchaser_id: str) -> PurchaserShop:
        """One of the buyer's shops."""
        fields = places.shop_request(purchaser_id)
        return places.read_shop(await self._transport.ask("GetPurchaserShop", fields))

    async def selection(self, purchaser_id: str, page: int, size: int) -> PoolPage:
        """One page of the products the buyer has put into the own selection."""
        fields = products.list_request(purchaser_id, page, size)
        return products.read_list(await self._transport.ask("ListSelectionProducts", fields))

    async def product(self, product_id: str, purchaser_id: str, division: str = "") -> PoolProduct:
        """A product in full. `division` is where it shall go, best a town: it decides what can be sold."""
        fields = products.product_request(product_id, purchaser_id, division)
        return products.read_product(await self._transport.ask("GetSelectionProduct", fields))

    async def sale_info(self, product_id: str, purchaser_id: str, division: str = "") -> ProductSaleInfo:
        """What can be sold of a product to a place now."""
        fields = products.product_request(product_id, purchaser_id, division)
        return products.read_sale_info(await self._transport.ask("GetSelectionProductSaleInfo", fields))

    async def sale_infos(
        self, product_ids: Sequence[str], purchaser_id: str, division: str = ""
    ) -> tuple[ProductSaleInfo, ...]:
        """The same of up to 10 products; unknown ones are not among them."""
        body = products.sale_infos_request(product_ids, purchaser_id, division)
        return products.read_sale_infos(await self._transport.ask("ListSelectionProductSaleInfos", body))

    async def sku_sale_infos(
        self, wanted: Sequence[SkuWanted], purchaser_id: str, division: str = ""
    ) -> tuple[SkuSaleInfo, ...]:
        """Price and sale of up to 20 SKUs."""
        body = products.sku_sale_infos_request(wanted, purchaser_id, division)
        return products.read_sku_sale_infos(await self._transport.ask("ListSelectionSkuSaleInfos", body))

    async def categories_below(self, parent_id: str = ROOT) -> tuple[Category, ...]:
        """The categories below one."""
        body = places.children_request(parent_id)
        return places.read_categories(await self._transport.ask("ListCategories", body))

    async def categories(self, category_ids: Sequence[str]) -> tuple[Category, ...]:
        """Up to 50 categories by id."""
        body = places.categories_request(category_ids)
        return places.read_categories(await self._transport.ask("ListCategories", body))

    async def add_to_selection(self, purchaser_id: str, product_ids: Sequence[str]) -> tuple[str, ...]:
        """Put up to 30 products into the buyer's selection; the ids of those that were. Sent once, and may be
        repeated without harm (contract upstream A4)."""
        body = products.change_request(purchaser_id, product_ids)
        return products.read_changed(await self._transport.ask("SelectionGroupAddProduct", body))

    async def remove_from_selection(self, purchaser_id: str, product_ids: Sequence[str]) -> tuple[str, ...]:
        """Take up to 30 products out of it again; as in `add_to_selection`."""
        body = products.change_request(purchaser_id, product_ids)
        return products.read_changed(await self._transport.ask("SelectionGroupRemoveProduct", body))

    async def divisions_below(self, code: str = CHINA) -> tuple[Division, ...]:
        """The places below one: provinces, cities, districts, towns."""
        body = places.divisions_request(code)
        return places.read_divisions(await self._transport.ask("QueryChildDivisionCode", body))

    @property
    def clock_offset(self) -> timedelta | None:
        """How far this computer's clock is ahead of the gateway's; None before the first answer."""
        return self._transport.clock_offset

    async def close(self) -> None:
        """End what is under way and close every connection."""
        await self._transport.close()
