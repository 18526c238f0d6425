"""Reading offers in full."""

from __future__ import annotations

from sourcing_desktop.domain.chat import Chat
from sourcing_desktop.domain.errors import NotFound
from sourcing_desktop.domain.offer import LINKEDMALL_IDS, OfferDetail, OfferRef, Platform, Words
from sourcing_desktop.domain.search import KeywordQuery, ShopQuery
from sourcing_desktop.gateways.gate import Priority
from sourcing_desktop.gateways.pandapon import PandaPon
from sourcing_desktop.language import tr
from sourcing_desktop.services.pool import Pool

MOST_ALIKE = 5
"""Offers of the same title that are read to find one again under another number."""

GONE = tr("The gateway knows no such offer. It may be gone for good, or its number is wrong.")


class Catalog:
    """Offers and categories of both platforms, and products of the pool where there is one."""

    def __init__(self, gateway: PandaPon, pool: Pool | None = None) -> None:
        self._gateway = gateway
        self._pool = pool

    async def detail(self, ref: OfferRef) -> OfferDetail:
        """Everything the gateway knows about an offer. NotFound when it is gone."""
        if self._pool is not None and ref.generation == LINKEDMALL_IDS:
            return await self._pool.detail(ref)
        return await self._gateway.side(ref.platform).detail(ref)

    async def detail_of_any(self, ref: OfferRef) -> OfferDetail:
        """The same, at the pace of background work, for an id of either numbering: pages on the web carry v1
        numbers, and a v2 account knows the offer by another id (contract 1.10)."""
        side = self._gateway.side(ref.platform)
        own = ref.generation == self._gateway.generation
        try:
            found = await (side.detail if own else side.detail_elsewhere)(ref, Priority.BACKGROUND)
        except NotFound as error:
            raise NotFound(GONE, detail=error.detail) from error
        return found if own else await self._under_own_number(found)

    async def chat(self, detail: OfferDetail) -> Chat:
        """How to write to the seller about the offer. Only for a buyer who wants to write now (contract AG2,
        TO7)."""
        if detail.ref.generation == LINKEDMALL_IDS:
            raise NotFound(tr("Sellers of LinkedMall’s pool cannot be written to."))
        if detail.ref.platform is Platform.TAOBAO:
            return await self._gateway.taobao.chat(detail.ref)
        return await self._gateway.alibaba.chat(detail.supplier.id, detail.ref)

    async def categories(self) -> tuple[tuple[str, Words], ...]:
        """The top categories of 1688 as (id, name) (contract AG6)."""
        return await self._gateway.alibaba.categories()

    async def _under_own_number(self, foreign: OfferDetail) -> OfferDetail:
        """The offer as this account knows it: looked for by its title, told by its SKUs, whose ids are the
        same in both numberings."""
        title, side = foreign.offer.title.original, self._gateway.side(foreign.ref.platform)
        if foreign.ref.platform is Platform.ALIBABA:
            page = await self._gateway.alibaba.shop(ShopQuery(foreign.supplier.id, title), 1, 50)
        else:
            page = await self._gateway.taobao.keyword(KeywordQuery(Platform.TAOBAO, title), 1, 40)
        alike = [offer.ref for offer in page.offers if offer.title.original == title]
        for ref in alike[:MOST_ALIKE]:
            detail = await side.detail(ref, Priority.BACKGROUND)
            if _marks(detail) == _marks(foreign):
                return detail
        raise NotFound(
            tr(
                "This is a number of the gateway’s other numbering, and the offer could not be found in this "
                "account’s. Search for it by its words."
            )
        )


def _marks(detail: OfferDetail) -> tuple[object, ...]:
    """What an offer has in both numberings."""
    skus = frozenset(sku.spec_id or sku.id for sku in detail.skus)
    return detail.supplier.id, detail.offer.title.original, detail.pictures[:1], skus
