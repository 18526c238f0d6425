"""Finding Taobao goods: words, pictures, chosen goods, one item in full, and its supply-side ids (contract
TG1 to TG5, TGS)."""

from __future__ import annotations

from sourcing_desktop.sandbox.door.call import Call
from sourcing_desktop.sandbox.market.catalogue import MOST_RECORDS
from sourcing_desktop.sandbox.routes.narrowing import paging, taobao_narrowing
from sourcing_desktop.sandbox.routes.sighting import look, offers_seen
from sourcing_desktop.sandbox.shapes import taobao_goods as shapes
from sourcing_desktop.sandbox.world import World, found

_MOST_ROWS = 40


async def by_picture(world: World, call: Call) -> object:
    """TG1 (one step and paged, which is invented; the contract knows only the name): items by sight."""
    sighting = await look(world, call)
    page = paging(call.fields, "pageNo", "pageSize", _MOST_ROWS)
    items = world.shelf.live_all(page.cut(offers_seen(world, sighting, "taobao")))
    return shapes.page([shapes.search_row(item, call, world.urls) for item in items], page.number, page.size)


async def by_keyword(world: World, call: Call) -> object:
    """TG2: items by words."""
    page = paging(call.fields, "pageNo", "pageSize", _MOST_ROWS)
    _, found_items = world.catalogue.search(
        "taobao",
        call.fields.needed("keyword"),
        sort=taobao_narrowing(call.fields).sort,
        page=page.number,
        size=page.size,
    )
    items = world.shelf.live_all(found_items)
    return shapes.page([shapes.search_row(item, call, world.urls) for item in items], page.number, page.size)


async def match_supply(world: World, call: Call) -> object:
    """TG3: the supply-side ids of items, which orders and carts want."""
    matched, unmatched = [], []
    for wanted in call.fields.children_in_text("params"):
        key = wanted.needed("itemId")
        item = world.offer("taobao", call, key)
        if item is None:
            unmatched.append(key)
        else:
            matched.append(shapes.matched(item, wanted.texts("skuIds"), key))
    return {
        "mpProducts": matched,
        "noMpProductItemIds": unmatched,
        "noMpReasonList": [{"itemId": key, "reason": "商品不在供应链商品池"} for key in unmatched],
    }


async def item(world: World, call: Call) -> object:
    """TG4: the whole item."""
    return shapes.item(found(world.offer("taobao", call, call.fields.needed("itemId"))), call, world.urls)


async def source_item(world: World, call: Call) -> object:
    """TGS: the item as Taobao itself has it, translated."""
    found_item = found(world.offer("taobao", call, call.fields.needed("itemId")))
    return shapes.source_item(found_item, call, world.urls)


async def chosen(world: World, call: Call) -> object:
    """TG5 (shape and choice invented; the contract knows only the name): goods that can be ordered, page by
    page, as if the buyer had chosen what the market recommends."""
    page = paging(call.fields, "pageNo", "pageSize", _MOST_ROWS)
    offers = world.catalogue.recommended(1, MOST_RECORDS, "taobao")
    supplied = [offer for offer in offers if offer.mp_id]
    items = world.shelf.live_all(page.cut(supplied))
    rows = [shapes.chosen_row(item, call, world.urls) for item in items]
    return {"total": len(supplied), **shapes.page(rows, page.number, page.size)}
