"""The buyer's shops, the categories of the pool, and the tree of places. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from sourcing_desktop.contract.linkedmall import MOST_CATEGORIES
from sourcing_desktop.domain.category import Category
from sourcing_desktop.domain.errors import Rejected
from sourcing_desktop.domain.selection import Division, PartnerShop, PurchaserShop, PurchaserShops
from sourcing_desktop.gateways.linkedmall import values
from sourcing_desktop.gateways.linkedmall.fields import check_count, check_page, check_purchaser
from sourcing_desktop.gateways.wire import Reader
from sourcing_desktop.language import tr

MOST_SHOPS = 100
"""ASSUMED: the documents name no largest page of shops."""


def shops_request(page: int, size: int) -> dict[str, object]:
    """ListPurchaserShops."""
    check_page(page, size, MOST_SHOPS)
    return {"pageNumber": page, "pageSize": size}


def shop_request(purchaser_id: str) -> dict[str, object]:
    """GetPurchaserShop, which has it in its path."""
    check_purchaser(purchaser_id)
    return {"purchaserId": purchaser_id}


def children_request(parent_id: str) -> dict[str, object]:
    """ListCategories below one, `0` for the first level."""
    return {"parentCategoryId": _number(tr("category"), parent_id)}


def categories_request(category_ids: Sequence[str]) -> dict[str, object]:
    """ListCategories by id."""
    check_count(tr("categories"), category_ids, MOST_CATEGORIES)
    return {"categoryIds": [_number(tr("category"), each) for each in category_ids]}


def divisions_request(code: str) -> dict[str, object]:
    """QueryChildDivisionCode; the code is text here and a number in the answer."""
    _number(tr("place"), code)
    return {"divisionCode": code}


def read_shops(reply: Reader) -> PurchaserShops:
    """A page of the buyer's shops."""
    rows = values.need_rows(reply, "shopList")
    return PurchaserShops(tuple(read_shop(row) for row in rows), reply.lenient().whole("total"))


def read_shop(reply: Reader) -> PurchaserShop:
    """One shop; the list leaves the distributor out."""
    row = reply.lenient()
    return PurchaserShop(
        shop_id=row.text("shopId"),
        purchaser_id=row.need_text("purchaserId"),
        name=row.plain("shopName"),
        kind=row.text("shopType"),
        status=row.text("status"),
        begins=values.stamp(row, "startDate"),
        ends=values.stamp(row, "endDate"),
        partners=tuple(_partner(each) for each in row.rows("cooperationShops")),
        distributor_id=row.text("distributorId"),
    )


def read_categories(reply: Reader) -> tuple[Category, ...]:
    """The categories asked for, or those below the one asked for."""
    return values.categories(values.need_rows(reply, "categories"))


def read_divisions(reply: Reader) -> tuple[Division, ...]:
    """The places below the one asked for."""
    return tuple(
        Division(
            code=row.need_text("divisionCode"),
            name=row.plain("divisionName"),
            level=row.whole("divisionLevel"),
            pinyin=row.text("pinyin"),
            parent_code=row.text("parentId"),
        )
        for row in values.need_rows(reply, "divisionList")
    )


def _partner(row: Reader) -> PartnerShop:
    return PartnerShop(row.text("shopId"), row.text("cooperationCompanyId"), row.text("cooperationShopId"))


def _number(what: str, text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        raise Rejected(tr("“{text}” is no {what} of LinkedMall.", text=text, what=what))
    return int(text)
