"""What each operation does and answers (contract upstream A2, A4)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from itertools import islice
from typing import TypeVar

from sourcing_desktop.contract.linkedmall import (
    MOST_ADDED,
    MOST_CATEGORIES,
    MOST_ROWS,
    MOST_SALE_INFOS,
    MOST_SKU_SALE_INFOS,
)
from sourcing_desktop.sandbox.door.call import Fields
from sourcing_desktop.sandbox.door.codes import Code, Refused
from sourcing_desktop.sandbox.linkedmall import shapes
from sourcing_desktop.sandbox.linkedmall.divisions import PLACES, ROOT
from sourcing_desktop.sandbox.linkedmall.filters import choice, filters
from sourcing_desktop.sandbox.linkedmall.group import Group
from sourcing_desktop.sandbox.linkedmall.pool import Pool, Pooled, sku_id
from sourcing_desktop.sandbox.linkedmall.shapes import Shape, Shown
from sourcing_desktop.sandbox.linkedmall.shops import SHOPS, shop
from sourcing_desktop.sandbox.market.categories import Category
from sourcing_desktop.sandbox.world import World

T = TypeVar("T")
Handler = Callable[[Fields], Awaitable[Shape]]

LARGEST_PAGE = 10**6
MOST_SHOPS = 100
"""INVENTED: the largest page of shops."""


class Mall:
    """The operations over one market."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._pool = Pool(world.catalogue)
        self._group = Group(world.trade)
        self._categories = {category.id: category for category in world.catalogue.categories()}

    def handlers(self) -> dict[str, Handler]:
        """By the name of the operation."""
        return {
            "SearchProducts": self._search,
            "ListPurchaserShops": self._shops,
            "GetPurchaserShop": self._shop,
            "ListSelectionProducts": self._selection,
            "GetSelectionProduct": self._product,
            "GetSelectionProductSaleInfo": self._sale_info,
            "ListSelectionProductSaleInfos": self._sale_infos,
            "ListSelectionSkuSaleInfos": self._sku_sale_infos,
            "ListCategories": self._list_categories,
            "SelectionGroupAddProduct": self._add,
            "SelectionGroupRemoveProduct": self._remove,
            "QueryChildDivisionCode": self._divisions,
        }

    async def _search(self, fields: Fields) -> Shape:
        _check_purchaser(fields)
        number, size = _page(fields, MOST_ROWS)
        changes = self._group.changes()
        tests = filters(fields, lambda each: changes.get(each.product_id, each.selected_at))
        found = [each for each in self._pool.products if all(test(each) for test in tests)]
        direction = choice(fields, "orderDirection", "ASC", "DESC")
        if choice(fields, "orderBy", "soldQuantity"):
            found.sort(key=lambda each: each.sold, reverse=direction != "ASC")
        shown = self._shown(_cut(found, number, size))
        rows = [shapes.search_row(each, self._world.urls) for each in shown]
        return {"requestId": None, "total": len(found), "products": rows}

    async def _shops(self, fields: Fields) -> Shape:
        number, size = _page(fields, MOST_SHOPS, needed=False)
        return {"total": len(SHOPS), "shopList": [shop(each) for each in _cut(SHOPS, number, size)]}

    async def _shop(self, fields: Fields) -> Shape:
        asked = fields.needed("purchaserId")
        for each in SHOPS:
            if each.purchaser_id == asked:
                return {**shop(each), "distributorId": each.distributor_id}
        raise Refused(Code.NOT_FOUND, "purchaserId")

    async def _selection(self, fields: Fields) -> Shape:
        _check_purchaser(fields)
        number, size = _page(fields, MOST_ROWS)
        changes = self._group.changes()
        found = [
            each for each in self._pool.products if changes.get(each.product_id, each.selected_at) is not None
        ]
        rows = [shapes.product(shown, self._world.urls) for shown in self._shown(_cut(found, number, size))]
        return {"pageSize": size, "total": len(found), "pageNumber": number, "products": rows}

    async def _product(self, fields: Fields) -> Shape:
        return shapes.product(self._asked(fields), self._world.urls)

    async def _sale_info(self, fields: Fields) -> Shape:
        return shapes.sale_info(self._asked(fields))

    async def _sale_infos(self, fields: Fields) -> Shape:
        _check_purchaser(fields)
        ids = _ids(fields, "productIds", MOST_SALE_INFOS)
        known = filter(None, (self._pool.product(each) for each in ids))
        shown = self._shown(known, fields.text("divisionCode"))
        return {"productSaleInfos": [shapes.sale_info(each) for each in shown]}

    async def _sku_sale_infos(self, fields: Fields) -> Shape:
        _check_purchaser(fields)
        wanted = fields.children("skuQueryParams")
        if len(wanted) > MOST_SKU_SALE_INFOS:
            raise Refused(Code.BAD_PARAMETER, "skuQueryParams")
        asked = [
            (each.needed("productId"), each.needed("skuId"), each.whole("buyAmount", 1)) for each in wanted
        ]
        rows: list[Shape] = []
        for product_id, wanted_sku, pieces in asked:
            known = filter(None, [self._pool.product(product_id)])
            for shown in self._shown(known, fields.text("divisionCode")):
                skus = (sku for sku in shown.offer.skus if sku_id(sku) == wanted_sku)
                rows += [shapes.sku_sale_info(shown, sku, pieces) for sku in skus]
        return {"skuSaleInfos": rows}

    async def _list_categories(self, fields: Fields) -> Shape:
        """Those of the ids, or those below one; without either those of the first level."""
        if fields.texts("categoryIds"):
            ids = _ids(fields, "categoryIds", MOST_CATEGORIES)
            found = [each for each in self._categories.values() if str(each.id) in ids]
        else:
            parent = fields.whole("parentCategoryId", 0)
            found = [each for each in self._categories.values() if each.parent == parent]
        return {"categories": shapes.categories(found)}

    async def _add(self, fields: Fields) -> Shape:
        changed = self._changed(fields)
        self._group.add(changed, self._world.clock.milliseconds())
        return {"productIds": [each.product_id for each in changed]}

    async def _remove(self, fields: Fields) -> Shape:
        changed = self._changed(fields)
        self._group.remove(changed)
        return {"productIds": [each.product_id for each in changed]}

    async def _divisions(self, fields: Fields) -> Shape:
        code = fields.needed("divisionCode")
        if code != ROOT and code not in PLACES:
            raise Refused(Code.NOT_FOUND, "divisionCode")
        return {"divisionList": [shapes.place(each) for each in PLACES.values() if each.parent == code]}

    def _changed(self, fields: Fields) -> list[Pooled]:
        """The products of the pool among those named, each once."""
        _check_purchaser(fields)
        ids = dict.fromkeys(_ids(fields, "productIds", MOST_ADDED))
        return [each for each in map(self._pool.product, ids) if each is not None]

    def _asked(self, fields: Fields) -> Shown:
        _check_purchaser(fields)
        product = self._pool.product(fields.needed("productId"))
        if product is None:
            raise Refused(Code.NOT_FOUND, "productId")
        return self._shown([product], fields.text("divisionCode"))[0]

    def _shown(self, products: Iterable[Pooled], division: str = "") -> list[Shown]:
        changes = self._group.changes()
        return [
            Shown(
                product=each,
                offer=self._world.stored_offer(each.offer_id),
                chain=self._chain(each),
                selected_at=changes.get(each.product_id, each.selected_at),
                division=division,
            )
            for each in products
        ]

    def _chain(self, product: Pooled) -> tuple[Category, ...]:
        return tuple(self._categories[category] for category in product.categories)


def _check_purchaser(fields: Fields) -> None:
    """Refused for a purchaser that is none of the buyer's shops."""
    if fields.needed("purchaserId") not in {each.purchaser_id for each in SHOPS}:
        raise Refused(Code.BAD_PARAMETER, "purchaserId")


def _page(fields: Fields, most: int, *, needed: bool = True) -> tuple[int, int]:
    """Number and size; both are refused outside their bounds and not cut."""
    default = (None, None) if needed else (1, 10)
    number, size = fields.whole("pageNumber", default[0]), fields.whole("pageSize", default[1])
    if not 1 <= number <= LARGEST_PAGE:
        raise Refused(Code.BAD_PARAMETER, "pageNumber")
    if not 1 <= size <= most:
        raise Refused(Code.BAD_PARAMETER, "pageSize")
    return number, size


def _cut(rows: Sequence[T], number: int, size: int) -> list[T]:
    return list(islice(rows, (number - 1) * size, number * size))


def _ids(fields: Fields, name: str, most: int) -> list[str]:
    ids = fields.texts(name)
    if not ids:
        raise Refused(Code.MISSING_PARAMETER, name)
    if len(ids) > most:
        raise Refused(Code.BAD_PARAMETER, name)
    return ids
