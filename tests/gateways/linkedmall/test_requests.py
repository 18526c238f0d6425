"""What is asked of LinkedMall: exactly the documented body, and nothing that cannot be asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from sourcing_desktop.contract.linkedmall import OPERATIONS
from sourcing_desktop.domain.errors import NotFound, Rejected
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.pool_product import SkuWanted
from sourcing_desktop.domain.selection import (
    Bounds,
    Risk,
    SelectionQuery,
    SoldOrder,
    Source,
    TaxFilter,
    TradeMode,
)
from sourcing_desktop.gateways.linkedmall import places, products
from sourcing_desktop.gateways.linkedmall.search import search_request
from sourcing_desktop.gateways.linkedmall.transport import prepared
from sourcing_desktop.gateways.values import CHINA

SEARCH = SelectionQuery("PID22000009")
NOON = datetime(2025, 1, 2, 12, 23, 34, tzinfo=CHINA)
LATER = NOON + timedelta(days=1)
EVERYTHING = SelectionQuery(
    purchaser_id="PID22000009",
    category_ids=("50050359", "201792301"),
    sellable=False,
    name="绿植",
    product_id="660460842235822080",
    item_id="21000017-4580902812",
    in_selection=False,
    risk=Risk.LOW,
    price=Bounds(Money.yuan(1), Money.yuan("21.10")),
    premium=Bounds(Decimal("-1.33"), Decimal("2.44")),
    marked=Bounds(Money.fen(3), Money.fen(4)),
    retail=Bounds(Money.fen(0), Money.fen(6)),
    source=Source.ALIBABA,
    brand="牌",
    selected=Bounds(NOON, LATER),
    modified=Bounds(NOON.astimezone(UTC), LATER),
    created=Bounds(NOON, LATER),
    trade_mode=TradeMode.RESALE,
    taxes=frozenset({TaxFilter.THIRTEEN, TaxFilter.ONE}),
    sold=SoldOrder.MOST_FIRST,
)
BODY = {
    "purchaserId": "PID22000009",
    "categoryIds": ["50050359", "201792301"],
    "productStatus": "Unsellable",
    "productName": "绿植",
    "productId": "660460842235822080",
    "lmItemId": "21000017-4580902812",
    "inGroup": False,
    "inventoryRiskLevel": "Low",
    "distributionLowPrice": 100,
    "distributionHighPrice": 2110,
    "distributionLowPriceRatio": -133,
    "distributionHighPriceRatio": 244,
    "lowMarkPrice": 3,
    "highMarkPrice": 4,
    "lowPrice": 0,
    "highPrice": 6,
    "platform": "Cbu",
    "brandName": "牌",
    "inGroupStartTime": "2025-01-02 12:23:34",
    "inGroupEndTime": "2025-01-03 12:23:34",
    "modifyStartTime": "2025-01-02 12:23:34",
    "modifyEndTime": "2025-01-03 12:23:34",
    "createStartTime": "2025-01-02 12:23:34",
    "createEndTime": "2025-01-03 12:23:34",
    "tradeModeAndCredit": "JingXiao",
    "taxRate": "Rate1,Rate13",
    "pageSize": 20,
    "pageNumber": 3,
    "orderBy": "soldQuantity",
    "orderDirection": "DESC",
}


def test_a_search_with_every_filter_is_the_documented_body_in_its_order():
    body = search_request(EVERYTHING, 3, 20)
    assert list(body.items()) == list(BODY.items())
    assert set(body) == {field.name for field in OPERATIONS["SearchProducts"].fields}


def test_every_filter_is_tried_above():
    assert all(getattr(EVERYTHING, each.name) not in (None, "", ()) for each in fields(SelectionQuery))


def test_what_is_not_asked_is_not_sent():
    assert search_request(SEARCH, 1, 10) == {"purchaserId": "PID22000009", "pageSize": 10, "pageNumber": 1}


def test_the_body_is_compact_and_chinese_as_it_is():
    call = prepared("SearchProducts", search_request(replace(SEARCH, name="绿 植"), 1, 10))
    expected = '{"purchaserId":"PID22000009","productName":"绿 植","pageSize":10,"pageNumber":1}'
    assert call.content == expected.encode()
    assert (call.verb, call.content_type) == ("POST", "application/json; charset=utf-8")


@pytest.mark.parametrize(
    ("query", "page", "size", "words"),
    [
        (SelectionQuery(" "), 1, 20, "shops"),
        (SEARCH, 0, 20, "pages from 1"),
        (SEARCH, 1, 21, "at most 20"),
        (SEARCH, 1, 0, "at most 20"),
        (replace(SEARCH, taxes=frozenset({TaxFilter.ANY, TaxFilter.SIX})), 1, 20, "any tax rate"),
        (replace(SEARCH, premium=Bounds(Decimal("1.333"))), 1, 20, "two decimal places"),
        (replace(SEARCH, premium=Bounds(Decimal("NaN"))), 1, 20, "two decimal places"),
        (replace(SEARCH, price=Bounds(Money.fen(-1))), 1, 20, "not below zero"),
        (replace(SEARCH, price=Bounds(Money(1, "USD"))), 1, 20, "must be yuan"),
        (replace(SEARCH, price=Bounds(Money.fen(2), Money.fen(1))), 1, 20, "above its end"),
        (replace(SEARCH, created=Bounds(LATER, NOON)), 1, 20, "above its end"),
        (replace(SEARCH, created=Bounds(datetime(2025, 1, 2))), 1, 20, "time zone"),
    ],
)
def test_what_cannot_be_searched_is_said_before_it_is_sent(query, page, size, words):
    with pytest.raises(Rejected, match=words):
        search_request(query, page, size)


def test_any_tax_rate_stands_alone():
    body = search_request(replace(SEARCH, taxes=frozenset({TaxFilter.ANY})), 1, 20)
    assert body["taxRate"] == "HasRate"


@pytest.mark.parametrize(
    ("name", "body", "expected"),
    [
        ("ListSelectionProducts", products.list_request("P", 2, 5), "purchaserId=P pageNumber=2 pageSize=5"),
        ("GetSelectionProduct", products.product_request("1/2", "P", ""), "purchaserId=P"),
        (
            "GetSelectionProductSaleInfo",
            products.product_request("1", "P", "330106109"),
            "purchaserId=P divisionCode=330106109",
        ),
        ("ListPurchaserShops", places.shops_request(1, 10), "pageNumber=1 pageSize=10"),
        ("GetPurchaserShop", places.shop_request("P 1"), ""),
    ],
)
def test_gets_carry_a_query_and_no_body(name: str, body: dict[str, object], expected: str):
    call = prepared(name, body)
    assert " ".join(f"{field}={value}" for field, value in call.query.items()) == expected
    assert (call.verb, call.content) == ("GET", None)


def test_ids_in_a_path_are_encoded():
    assert prepared("GetPurchaserShop", {"purchaserId": "a b/中*~"}).path.endswith("/a%20b%2F%E4%B8%AD%2A~")
    with pytest.raises(KeyError):
        prepared("GetPurchaserShop", {})


@pytest.mark.parametrize("purchaser", ["", ".", ".."])
def test_no_id_leads_to_another_path(purchaser: str):
    with pytest.raises(NotFound, match="purchaserId"):
        prepared("GetPurchaserShop", {"purchaserId": purchaser})


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            products.sale_infos_request(["1", "2"], "P", "330106109"),
            {"divisionCode": "330106109", "productIds": ["1", "2"], "purchaserId": "P"},
        ),
        (
            products.sku_sale_infos_request([SkuWanted("1", "2"), SkuWanted("3", "4", 5)], "P", ""),
            {
                "purchaserId": "P",
                "skuQueryParams": [
                    {"productId": "1", "skuId": "2"},
                    {"productId": "3", "skuId": "4", "buyAmount": 5},
                ],
            },
        ),
        (products.change_request("P", ["1"]), {"purchaserId": "P", "productIds": ["1"]}),
        (places.children_request("0"), {"parentCategoryId": 0}),
        (places.categories_request(["7", "8"]), {"categoryIds": [7, 8]}),
        (places.divisions_request("1"), {"divisionCode": "1"}),
    ],
)
def test_the_other_bodies(body: dict[str, object], expected: dict[str, object]):
    assert body == expected


@pytest.mark.parametrize(
    "ask",
    [
        lambda: products.sale_infos_request(["1"] * 11, "P", ""),
        lambda: products.sale_infos_request([], "P", ""),
        lambda: products.sku_sale_infos_request([SkuWanted("1", "2")] * 21, "P", ""),
        lambda: products.change_request("P", ["1"] * 31),
        lambda: products.change_request("", ["1"]),
        lambda: products.product_request("", "P", ""),
        lambda: products.list_request("P", 1, 21),
        lambda: places.categories_request(["1"] * 51),
        lambda: places.children_request("all"),
        lambda: places.divisions_request("中国"),
        lambda: places.shop_request(""),
    ],
)
def test_too_much_or_too_little_is_rejected(ask: Callable[[], object]):
    with pytest.raises(Rejected):
        ask()
