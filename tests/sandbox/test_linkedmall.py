"""The selection pool of the sandbox: filters, prices and traps as documented, the selection changed, sale by
place (contract upstream A2, A4, A5)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest

from tests.support.mall import MallClient
from tests.support.sandbox import RunningSandbox

YUAN = re.compile(r"([¥￥])(-?\d+\.\d\d) ~ \1(-?\d+\.\d\d)")
ROW = [
    "picUrl",
    "productName",
    "productId",
    "lmItemId",
    "distributionPrice",
    "diffPrice",
    "distributionPriceRatio",
    "platformPrice",
    "platformReservePrice",
    "soldQuantity",
    "inventoryRiskLevel",
    "externalPlatformType",
    "shopName",
    "categoryChain",
    "bandName",
    "canSell",
    "canNotSellReason",
    "tradeMode",
    "credit",
    "invoiceType",
    "taxRate",
    "taxCode",
    "gmtCreate",
    "inGroupTime",
    "gmtModified",
    "inGroup",
]
"""The fields of a row in the order of the documented sample."""

Row = dict[str, Any]


@pytest.fixture
def mall(sandbox: RunningSandbox) -> Iterator[MallClient]:
    """A client that may ask as often as it likes."""
    sandbox.control.send("POST", "/linkedmall/rates", json.dumps({"kept": False}).encode())
    client = MallClient(sandbox.url, sandbox.keys)
    yield client
    client.close()


def low(row: Row, field: str) -> int:
    """The lowest value of a range, in fen or hundredths of a percent."""
    return int(Decimal(row[field].split(" ~ ")[0].strip("¥￥%")) * 100)


FILTERS: dict[str, tuple[dict[str, object], Callable[[Row], bool]]] = {
    "category": ({"categoryIds": ["101"]}, lambda row: row["categoryChain"][0]["categoryId"] == 101),
    "leaf": ({"categoryIds": [1010202]}, lambda row: row["categoryChain"][2]["categoryId"] == 1010202),
    "sellable": ({"productStatus": "Sellable"}, lambda row: row["canSell"]),
    "unsellable": ({"productStatus": "Unsellable"}, lambda row: not row["canSell"]),
    "name": ({"productName": "包"}, lambda row: "包" in row["productName"]),
    "in": ({"inGroup": True}, lambda row: row["inGroup"] and row["inGroupTime"]),
    "out": ({"inGroup": False}, lambda row: not row["inGroup"] and row["inGroupTime"] is None),
    "risky": ({"inventoryRiskLevel": "High"}, lambda row: row["inventoryRiskLevel"] == "High"),
    "price": (
        {"distributionLowPrice": 1000, "distributionHighPrice": 2000},
        lambda row: 1000 <= low(row, "distributionPrice") <= 2000,
    ),
    "premium": (
        {"distributionLowPriceRatio": -3000, "distributionHighPriceRatio": -2000},
        lambda row: -3000 <= low(row, "distributionPriceRatio") <= -2000,
    ),
    "above retail": ({"distributionLowPriceRatio": 1}, lambda row: low(row, "diffPrice") >= 0),
    "marked": (
        {"lowMarkPrice": 5000, "highMarkPrice": 6000},
        lambda row: 5000 <= low(row, "platformReservePrice") <= 6000,
    ),
    "retail": ({"lowPrice": 5000, "highPrice": 6000}, lambda row: 5000 <= low(row, "platformPrice") <= 6000),
    "1688": ({"platform": "Cbu"}, lambda row: row["externalPlatformType"] == "Cbu"),
    "tmall": ({"platform": "Tmall"}, lambda row: row["externalPlatformType"] == "Tmall"),
    "taobao": ({"platform": "Taobao"}, lambda row: row["externalPlatformType"] == "Taobao"),
    "selected": (
        {"inGroupStartTime": "2026-05-01 00:00:00", "inGroupEndTime": "2026-06-01 00:00:00"},
        lambda row: "2026-05-01" <= row["inGroupTime"] <= "2026-06-01",
    ),
    "modified": (
        {"modifyStartTime": "2026-05-01 00:00:00", "modifyEndTime": "2026-06-01 00:00:00"},
        lambda row: "2026-05-01" <= row["gmtModified"] <= "2026-06-01",
    ),
    "created": (
        {"createStartTime": "2026-05-01 00:00:00", "createEndTime": "2026-06-01 00:00:00"},
        lambda row: "2026-05-01" <= row["gmtCreate"] <= "2026-06-01",
    ),
    "on credit": ({"tradeModeAndCredit": "Credit90"}, lambda row: row["credit"] == ["Credit90"]),
    "no credit": ({"tradeModeAndCredit": "NonCredit"}, lambda row: row["credit"] == ["NonCredit"]),
    "resale": ({"tradeModeAndCredit": "JingXiao"}, lambda row: row["tradeMode"] == "JingXiao"),
    "both": (
        {"tradeModeAndCredit": "ConsignmentJingXiao"},
        lambda row: row["tradeMode"] == "ConsignmentJingXiao",
    ),
    "no mode": ({"tradeModeAndCredit": "None"}, lambda row: row["tradeMode"] is None),
    "rates": ({"taxRate": "Rate0,Rate6"}, lambda row: row["taxRate"] in (0, 600)),
    "any rate": ({"taxRate": "HasRate"}, lambda row: row["taxRate"] is not None and row["taxRate"] >= 0),
    "no rate": ({"taxRate": "NonRate"}, lambda row: row["taxRate"] is None),
    "exempt": ({"taxRate": "TaxExemption"}, lambda row: row["taxRate"] == -100),
}


def test_every_filter_narrows_and_holds(mall: MallClient):
    everything = mall.search()["total"]
    for name, (asked, holds) in FILTERS.items():
        page = mall.search(**asked)
        assert 0 < page["total"] < everything, name
        assert page["products"], name
        assert all(map(holds, page["products"])), name


def test_filters_add_up(mall: MallClient):
    page = mall.search(platform="Tmall", taxRate="Rate13", inGroup=True)
    assert 0 < page["total"] < mall.search(platform="Tmall", taxRate="Rate13")["total"]
    assert {(row["externalPlatformType"], row["taxRate"], row["inGroup"]) for row in page["products"]} == {
        ("Tmall", 1300, True)
    }


def test_one_product_is_found_by_its_ids_and_brand(mall: MallClient):
    row = mall.search()["products"][7]
    for asked in ({"productId": row["productId"]}, {"lmItemId": row["lmItemId"]}):
        assert mall.search(**asked)["products"] == [row]
    assert {each["bandName"] for each in mall.search(brandName=row["bandName"])["products"]} == {
        row["bandName"]
    }
    assert mall.search(productId="1") == {"requestId": None, "total": 0, "products": []}


def test_words_of_either_language_find(mall: MallClient):
    assert mall.search(productName="suitcase")["total"] > 0
    both = mall.search(productName="包 加厚")
    assert both["total"] > 0
    assert all("包" in row["productName"] and "加厚" in row["productName"] for row in both["products"])


@pytest.mark.parametrize(("direction", "sign"), [("ASC", 1), (" ASC", 1), ("DESC", -1)])
def test_by_what_was_sold(mall: MallClient, direction: str, sign: int):
    rows = mall.search(orderBy="soldQuantity", orderDirection=direction)["products"]
    sold = [sign * int(row["soldQuantity"]) for row in rows]
    assert sold == sorted(sold)
    assert {type(row["soldQuantity"]) for row in mall.search()["products"]} == {int, str}


def test_the_newest_come_first_and_pages_follow_each_other(mall: MallClient):
    pages = [mall.search(pageNumber=number, pageSize=7)["products"] for number in (1, 2)]
    rows = [row for page in pages for row in page]
    assert [row["gmtCreate"] for row in rows] == sorted((row["gmtCreate"] for row in rows), reverse=True)
    assert rows == mall.search(pageSize=14)["products"]
    assert mall.search(pageNumber=10**6)["products"] == []


def test_rows_are_written_as_documented(mall: MallClient):
    rows = mall.search()["products"]
    assert all(list(row) == ROW for row in rows)
    signs = {YUAN.fullmatch(row["distributionPrice"])[1] for row in rows}
    assert signs == {"¥", "￥"}
    assert {type(row["taxCode"]) for row in rows} == {int, str}
    assert all(int(row["taxCode"]) > 2**53 for row in rows)
    for row in rows:
        price, retail, difference = (
            YUAN.fullmatch(row[name]) for name in ("distributionPrice", "platformPrice", "diffPrice")
        )
        assert Decimal(price[2]) <= Decimal(price[3])
        if price[2] == price[3]:
            assert Decimal(price[2]) - Decimal(retail[2]) == Decimal(difference[2])


def test_prices_of_a_product_are_fen_and_move_with_the_market(sandbox: RunningSandbox, mall: MallClient):
    row = next(row for row in mall.search(platform="Cbu")["products"] if row["canSell"])
    product = mall.data("GetSelectionProduct", productId=row["productId"])
    prices = [sku["price"] for sku in product["skus"]]
    assert min(prices) == low(row, "distributionPrice")
    offer = product["descPath"].rpartition("!")[2]
    sandbox.control.set_price(offer, 50)
    cheaper = mall.data("GetSelectionProduct", productId=row["productId"])
    assert abs(cheaper["skus"][0]["price"] - prices[0] / 2) <= 1
    [found] = mall.search(productId=row["productId"])["products"]
    assert low(found, "distributionPrice") == min(sku["price"] for sku in cheaper["skus"])


def test_a_product_has_its_traps(mall: MallClient):
    product = mall.data("GetSelectionProduct", productId=mall.search()["products"][0]["productId"])
    sku = product["skus"][0]
    assert re.fullmatch(r"http:////[\d.:]+/imgextra///[\d.:]+/img.*\.jpg", sku["picUrl"])
    assert (product["quantity"], sku["quantity"]) == (-1, -1)
    assert product["descPath"].startswith("//")


def test_stock_is_told_in_words_and_decides_what_can_be_sold(mall: MallClient):
    row = next(row for row in mall.search(platform="Cbu")["products"] if row["canSell"])
    asked = {"productId": row["productId"]}
    from_market = mall.data("GetSelectionProductSaleInfo", **asked)["skus"]
    assert {sku["fuzzyQuantity"] for sku in from_market} <= {"有货", "库存紧张", "无货"}
    wanted = {**asked, "skuId": from_market[0]["skuId"]}
    few, many = (
        mall.data("ListSelectionSkuSaleInfos", skuQueryParams=[{**wanted, "buyAmount": pieces}])[
            "skuSaleInfos"
        ]
        for pieces in (1, 900_000)
    )
    assert (few[0]["price"], few[0]["canSell"]) == (from_market[0]["price"], from_market[0]["canSell"])
    assert (many[0]["canSell"], many[0]["canNotSellReason"]) == (False, "库存不足")


def test_what_stays_near_is_not_sold_to_remote_places(mall: MallClient):
    ids = [row["productId"] for row in mall.search(productStatus="Sellable", pageSize=10)["products"]]
    near, far = (
        mall.data("ListSelectionProductSaleInfos", productIds=ids, divisionCode=code)["productSaleInfos"]
        for code in ("330106109", "650102")
    )
    assert all(info["canSell"] for info in near)
    kept = [info for info in far if not info["canSell"]]
    assert 0 < len(kept) < len(far)
    assert {info["divisionCode"] for info in far} == {"650102"}
    assert {sku["canNotSellReason"] for info in kept for sku in info["skus"]} == {"该区域不可售"}


def test_unknown_products_have_no_sale(mall: MallClient):
    known = mall.search(pageSize=1)["products"][0]["productId"]
    infos = mall.data("ListSelectionProductSaleInfos", productIds=["1", known])["productSaleInfos"]
    assert [info["productId"] for info in infos] == [known]
    nothing = mall.data("ListSelectionSkuSaleInfos", skuQueryParams=[{"productId": known, "skuId": "1"}])
    assert nothing == {"skuSaleInfos": []}


def test_the_selection_is_changed_and_may_be_changed_again(mall: MallClient):
    outside = [row["productId"] for row in mall.search(inGroup=False, pageSize=2)["products"]]
    before = mall.data("ListSelectionProducts", pageNumber=1, pageSize=1)["total"]
    for _ in range(2):
        added = mall.data("SelectionGroupAddProduct", productIds=[*outside, "1", outside[0]])
        assert added == {"productIds": outside}
    [row] = mall.search(productId=outside[0])["products"]
    assert row["inGroup"]
    since = row["inGroupTime"]
    assert mall.search(inGroup=True, inGroupStartTime=since)["total"] == 2
    assert mall.data("ListSelectionProducts", pageNumber=1, pageSize=1)["total"] == before + 2
    for _ in range(2):
        assert mall.data("SelectionGroupRemoveProduct", productIds=outside) == {"productIds": outside}
    assert mall.search(productId=outside[0])["products"][0]["inGroup"] is False
    assert mall.data("ListSelectionProducts", pageNumber=1, pageSize=1)["total"] == before


def test_trees_and_shops(mall: MallClient):
    top = mall.data("ListCategories", parentCategoryId=0)["categories"]
    assert {(row["parentId"], row["level"], row["isLeaf"]) for row in top} == {(0, 1, False)}
    below = mall.data("ListCategories", parentCategoryId=str(top[0]["categoryId"]))["categories"]
    assert {row["parentId"] for row in below} == {top[0]["categoryId"]}
    by_id = mall.data("ListCategories", categoryIds=[str(below[0]["categoryId"])])["categories"]
    assert by_id == below[:1]
    code, names = "1", []
    while places := mall.data("QueryChildDivisionCode", divisionCode=code)["divisionList"]:
        zhejiang = [place for place in places if place["divisionName"] in ("浙江省", "杭州市", "西湖区")]
        place = (zhejiang or places)[0]
        names.append((place["divisionLevel"], place["divisionName"]))
        code = str(place["divisionCode"])
    assert names == [(2, "浙江省"), (3, "杭州市"), (4, "西湖区"), (5, "三墩镇")]
    shops = mall.data("ListPurchaserShops")
    assert [shop["status"] for shop in shops["shopList"]] == ["WORKING", "TO_BE_APPROVED"]
    assert mall.data("GetPurchaserShop")["distributorId"] == "12000009"
    assert mall.data("ListPurchaserShops", pageNumber=2, pageSize=1)["shopList"] == shops["shopList"][1:]
