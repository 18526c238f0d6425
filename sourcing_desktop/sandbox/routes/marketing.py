"""Selections and hot lists of 1688 (contract AM1 to AM3). Bodies are upstream's; that the selections are
keyword searches narrowed by a filter word is what the contract presumes."""

from __future__ import annotations

from sourcing_desktop.sandbox.door.call import Call
from sourcing_desktop.sandbox.door.codes import Code, Refused
from sourcing_desktop.sandbox.market.categories import Category
from sourcing_desktop.sandbox.routes.alibaba_goods import page_of, searched
from sourcing_desktop.sandbox.shapes import alibaba_goods as shapes
from sourcing_desktop.sandbox.shapes import hot_lists
from sourcing_desktop.sandbox.world import World

_MOST_RANKED = 20
_RANKINGS = {
    "complex": ("", ""),
    "hot": ("monthSold desc", ""),
    "goodPrice": ("price asc", ""),
    "anchorHot": ("monthSold desc", "isOnePsale"),
    "anchorNew": ("monthSold desc", "new30"),
    "anchorRecommend": ("rePurchaseRate desc", ""),
    "VNHot": ("monthSold desc", "VNFL"),
    "VNTrend": ("rePurchaseRate desc", "VNFL"),
}
"""Sort and filter word behind each documented kind of list (what they rank by is invented)."""


async def global_selection(world: World, call: Call) -> object:
    """AM1: offers of the global strict selection by words, or all of them."""
    return _selection(world, call, "isQqyx")


async def selection(world: World, call: Call) -> object:
    """AM2: offers of 1688's strict selection by words, or all of them."""
    return _selection(world, call, "1688Selection")


async def hot_list(world: World, call: Call) -> object:
    """AM3: the first offers of a category, ranked one of the documented ways; never more than twenty."""
    category, kind = _category(world, call), call.fields.needed("rankType")
    if kind not in _RANKINGS:
        raise Refused(Code.BAD_PARAMETER, "rankType")
    sort, filter_word = _RANKINGS[kind]
    _, offers = world.catalogue.search(
        "1688",
        filter_words=(filter_word,) if filter_word else (),
        sort=sort,
        size=min(max(1, call.fields.whole("limit", _MOST_RANKED)), _MOST_RANKED),
        category=category.id,
    )
    return hot_lists.hot_list(category, kind, world.shelf.live_all(offers), call, world.urls)


def _selection(world: World, call: Call, filter_word: str) -> object:
    page, total, offers = searched(world, call, only=filter_word)
    return page_of(world, call, shapes.search_row, total, page, offers)


def _category(world: World, call: Call) -> Category:
    asked = call.fields.needed("rankId")
    for category in world.catalogue.categories():
        if str(category.id) == asked:
            return category
    raise Refused(Code.NOT_FOUND, "rankId")
