"""Finding 1688 goods: words, pictures, shops, recommendations; one offer in full (contract AG1 to AG8)."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from sourcing_desktop.sandbox.door.call import Call
from sourcing_desktop.sandbox.door.codes import Code, Refused
from sourcing_desktop.sandbox.market.catalogue import MOST_RECORDS
from sourcing_desktop.sandbox.market.model import MarketOffer
from sourcing_desktop.sandbox.routes.narrowing import Paging, narrowing, paging
from sourcing_desktop.sandbox.routes.sighting import look, offers_seen
from sourcing_desktop.sandbox.shapes import alibaba_goods as shapes
from sourcing_desktop.sandbox.world import World, found

_MOST_ROWS = 50
_MOST_RELATED = 10


async def detail(world: World, call: Call) -> object:
    """AG1: the whole offer."""
    return shapes.detail(_asked_offer(world, call), call, world.urls)


async def by_keyword(world: World, call: Call) -> object:
    """AG3: offers by words; without words there must be a category."""
    if not call.fields.text("keyword") and not call.fields.text("categoryId"):
        raise Refused(Code.MISSING_PARAMETER, "keyword")
    page, total, offers = searched(world, call)
    return page_of(world, call, shapes.search_row, total, page, offers)


async def by_picture(world: World, call: Call) -> object:
    """AG4: offers by sight, with the boxes of subjects that upstream adds (upstream C5)."""
    sighting = await look(world, call)
    alike = narrowing(call.fields).apply(offers_seen(world, sighting, "1688"))
    page = paging(call.fields, "beginPage", "pageSize", _MOST_ROWS)
    answer = page_of(world, call, shapes.search_row, len(alike), page, page.cut(alike))
    regions = {"currentRegion": sighting.region, "yoloCropRegion": ";".join(sighting.subjects)}
    return {**answer, "picRegionInfo": regions}


async def in_store(world: World, call: Call) -> object:
    """AG5: offers of one shop."""
    seller = world.catalogue.seller(call.fields.needed("sellerOpenId"))
    if seller is None or seller.platform != "1688":
        raise Refused(Code.NOT_FOUND, "sellerOpenId")
    page, total, offers = searched(world, call, seller.open_id)
    return page_of(world, call, shapes.store_row, total, page, offers)


async def recommended(world: World, call: Call) -> object:
    """AG7: offers of all kinds, as a bare array."""
    page = paging(call.fields, "beginPage", "pageSize", _MOST_ROWS)
    offers = world.shelf.live_all(world.catalogue.recommended(page.number, page.size))
    return [shapes.recommended_row(offer, call, world.urls) for offer in offers]


async def related(world: World, call: Call) -> object:
    """AG8: offers like one, as a bare array."""
    page = paging(call.fields, "pageNo", "pageSize", _MOST_RELATED)
    offers = world.catalogue.related(_asked_offer(world, call), page.number, page.size)
    return [shapes.related_row(offer, call, world.urls) for offer in world.shelf.live_all(offers)]


async def chat(world: World, call: Call) -> object:
    """AG2: a chat link in v1, a nickname in v2, as the titles of the pages say."""
    seller = world.catalogue.seller(call.fields.needed("openUid"))
    if seller is None:
        raise Refused(Code.NOT_FOUND, "openUid")
    return seller.nick if call.is_v2 else world.urls.chat("shop", seller.open_id, secrets.token_hex(16))


def _asked_offer(world: World, call: Call) -> MarketOffer:
    """v2 calls its opaque id `offerId` too (contract AG8)."""
    return found(world.offer("1688", call, call.fields.needed("offerMapId", "offerId")))


def searched(
    world: World, call: Call, seller: str = "", only: str = ""
) -> tuple[Paging, int, list[MarketOffer]]:
    """The page asked for, how many offers match, and those of the page: of one seller, or only those that
    a filter word holds for."""
    page, narrow = paging(call.fields, "beginPage", "pageSize", _MOST_ROWS), narrowing(call.fields)
    total, offers = world.catalogue.search(
        "1688",
        call.fields.text("keyword"),
        filter_words=(*narrow.filter_words, only) if only else narrow.filter_words,
        sort=narrow.sort,
        page=page.number,
        size=page.size,
        seller=seller,
        category=narrow.category,
        price_from=narrow.price_from,
        price_to=narrow.price_to,
    )
    return page, total, offers


def page_of(
    world: World, call: Call, row: shapes.Row, total: int, page: Paging, offers: Sequence[MarketOffer]
) -> shapes.Shape:
    """One page of rows as the 1688 searches answer it."""
    rows = [row(offer, call, world.urls) for offer in world.shelf.live_all(offers)]
    return shapes.page(rows, min(total, MOST_RECORDS), page.number, page.size)
