"""The category tree of 1688 (contract AG6; the shape is upstream's)."""

from __future__ import annotations

from collections.abc import Iterable

from sourcing_desktop.sandbox.door.call import Call
from sourcing_desktop.sandbox.door.codes import Code, Refused
from sourcing_desktop.sandbox.market.categories import Category
from sourcing_desktop.sandbox.market.model import Term
from sourcing_desktop.sandbox.world import World

_ROOT = Category(0, 0, 0, Term("全部", "All", "Tất cả", "Todo", "ทั้งหมด"))
_LEAF_LEVEL = 3


async def below(world: World, call: Call) -> object:
    """AG6: a category with the categories below it; 0 is the root."""
    asked = call.fields.whole("categoryId", 0)
    known = {category.id: category for category in (_ROOT, *world.catalogue.categories())}
    if asked not in known:
        raise Refused(Code.NOT_FOUND, "categoryId")
    children = [category for category in known.values() if category.level and category.parent == asked]
    return {**_shape(known[asked], call), "children": _shapes(children, call) or None}


def _shapes(categories: Iterable[Category], call: Call) -> list[dict[str, object]]:
    return [{**_shape(category, call), "children": None} for category in categories]


def _shape(category: Category, call: Call) -> dict[str, object]:
    return {
        "fromCache": True,
        "level": str(category.level),
        "chineseName": category.name.zh,
        "language": call.language,
        "leaf": category.level == _LEAF_LEVEL,
        "translatedName": category.name.translated(call.language),
        "categoryId": category.id,
        "parentCateId": category.parent,
    }
