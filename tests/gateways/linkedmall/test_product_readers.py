"""Products in full, sale, shops, categories and places as LinkedMall answers them."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sourcing_desktop.domain.category import Category
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Words
from sourcing_desktop.domain.pool_product import LimitRule, SkuSpec, largest_order
from sourcing_desktop.domain.quantity import QuantityRules
from sourcing_desktop.domain.selection import Sold, Tax
from sourcing_desktop.gateways.linkedmall.readers import READERS
from sourcing_desktop.gateways.wire import Reader

NOW = datetime(2026, 11, 22, tzinfo=UTC)

PRODUCT: dict[str, Any] = {
    "productId": "660460842235822080",
    "lmItemId": "21000017-4580902812",
    "shopId": "21000017",
    "title": "发财树",
    "picUrl": "//img.alicdn.com/imgextra/i4/1/a.jpg",
    "images": ["//img.alicdn.com/imgextra/i4/1/a.jpg", "//img.alicdn.com/imgextra/i2/1/b.png"],
    "descPath": "//itemcdn.tmall.com/desc/icoss!1",
    "categoryLeafId": 50011150,
    "categoryChain": [{"categoryId": 50011150, "name": "绿植", "parentId": 0, "level": 0, "isLeaf": True}],
    "brandName": "无",
    "productType": "Normal",
    "productStatus": "Online",
    "properties": [{"text": "颜色分类", "values": ["天蓝色", "红色"]}],
    "productSpecs": [
        {"keyId": 0, "key": "颜色分类", "values": [{"valueId": 7, "value": "天蓝色", "valueAlias": "秘色"}]}
    ],
    "skus": [
        {
            "skuId": "660460842235822081",
            "productId": "660460842235822080",
            "shopId": "21000017",
            "title": "不给买家看",
            "picUrl": "https:////img.alicdn.com/imgextra///img.alicdn.com/imgextra/i2/1/b.png",
            "skuSpecs": [
                {"keyId": 0, "key": "颜色分类", "valueId": 7, "value": "天蓝色", "valueAlias": "秘色"},
                {"keyId": 1, "key": "尺寸", "valueId": 8, "value": "大", "valueAlias": None},
            ],
            "skuSpecsCode": "颜色分类:天蓝色",
            "skuStatus": "Online",
            "canSell": True,
            "fuzzyQuantity": "库存紧张",
            "price": 19800,
            "markPrice": 999900,
            "platformPrice": 899900,
            "divisionCode": "330106109",
            "barcode": "6922454329176",
            "rankValue": 3,
        }
    ],
    "canSell": True,
    "fuzzyQuantity": "有货",
    "soldQuantity": "100+",
    "taxRate": 1300,
    "taxCode": 3040203000000000000,
    "extendProperties": [{"key": "multipleBuyLimit", "value": "6"}],
    "servicePromises": ["七天无理由"],
    "limitRules": [
        {"ruleType": "LowerNumberPerBuy", "limitNum": 12, "beginTime": 0, "endTime": None},
        {"ruleType": "LowerNumberPerBuy", "limitNum": 500, "beginTime": 0, "endTime": 1724947200000},
        {"ruleType": "UpperNumberPerBuy", "limitNum": 90, "beginTime": 1724947200000, "endTime": 0},
        {"ruleType": "UpperNumberPerUserPeriod", "limitNum": 60, "condcase": "day"},
    ],
    "divisionCode": "330106109",
    "inGroup": True,
}  # fmt: skip


def test_a_product_in_full():
    reply = Reader(PRODUCT)
    product = READERS["GetSelectionProduct"](reply)
    assert reply.unread() == {}
    assert product.picture == "https://img.alicdn.com/imgextra/i4/1/a.jpg"
    assert product.pictures[1] == "https://img.alicdn.com/imgextra/i2/1/b.png"
    assert product.description_url == "https://itemcdn.tmall.com/desc/icoss!1"
    assert product.categories == (Category("50011150", Words("绿植"), "0", 0, True),)
    assert product.properties == (("颜色分类", ("天蓝色", "红色")),)
    assert product.specs[0].values == (SkuSpec("颜色分类", "天蓝色", "秘色", "0", "7"),)
    assert (product.sold, product.in_selection) == (Sold(100, or_more=True), True)
    assert product.tax == Tax(Decimal(13), code="3040203000000000000")
    assert product.promises == ("七天无理由",)
    [sku] = product.skus
    assert sku.name == "秘色 / 大"
    assert (sku.price, sku.marked, sku.retail) == (Money.fen(19800), Money.fen(999_900), Money.fen(899_900))
    assert (sku.barcode, sku.rank, sku.specs_code) == ("6922454329176", 3, "颜色分类:天蓝色")
    assert sku.state.on_sale
    assert sku.picture == "https://img.alicdn.com/imgextra/i2/1/b.png"


def test_quantity_rules_are_the_limits_in_force():
    product = READERS["GetSelectionProduct"](Reader(PRODUCT))
    assert product.rules(NOW) == QuantityRules(moq=12, lot=6)
    assert product.rules(datetime(2020, 1, 1, tzinfo=UTC)).moq == 500
    assert largest_order(product.limits, NOW) == 60
    assert largest_order((), NOW) is None
    ends = datetime.fromtimestamp(1724947200, UTC)
    assert product.limits[1] == LimitRule("LowerNumberPerBuy", 500, ends=ends)


def test_a_sku_is_on_sale_only_when_status_and_verdict_say_so():
    for status, sellable in (("Offline", True), ("Online", False), ("Online", None)):
        product = {"productId": "1", "skus": [{"skuId": "2", "skuStatus": status, "canSell": sellable}]}
        assert not READERS["GetSelectionProduct"](Reader(product)).skus[0].state.on_sale


def test_a_page_of_the_selection():
    reply = Reader({"total": 24, "pageNumber": 1, "pageSize": 10, "products": [PRODUCT]})
    page = READERS["ListSelectionProducts"](reply)
    assert (page.total, page.products[0].title) == (24, "发财树")


SKU_SALE: dict[str, Any] = {
    "skuId": "660460842235822081",
    "productId": "660460842235822080",
    "shopId": "21000017",
    "title": "天蓝色",
    "skuStatus": "Online",
    "canSell": False,
    "canNotSellReason": "该区域不可售",
    "quantity": -1,
    "fuzzyQuantity": "无货",
    "price": 19800,
    "markPrice": 999900,
    "divisionCode": "330106109",
}
SALE: dict[str, Any] = {
    "productId": "660460842235822080",
    "shopId": "21000017",
    "lmItemId": "21000017-4580902812",
    "title": "发财树",
    "divisionCode": "330106109",
    "skus": [SKU_SALE],
    "canSell": True,
    "productStatus": "Online",
    "fuzzyQuantity": "有货",
    "limitRules": [{"ruleType": "UpperNumberPerUser", "limitNum": 3}],
}


def test_sale_of_products():
    reply = Reader({"productSaleInfos": [SALE, SALE]})
    infos = READERS["ListSelectionProductSaleInfos"](reply)
    assert [info for info in reply.unread() if not info.endswith("quantity")] == []
    assert infos == (READERS["GetSelectionProductSaleInfo"](Reader(SALE)),) * 2
    assert infos[0].state.on_sale
    assert infos[0].limits == (LimitRule("UpperNumberPerUser", 3),)


def test_sale_of_skus():
    reply = Reader({"skuSaleInfos": [SKU_SALE]})
    [sku] = READERS["ListSelectionSkuSaleInfos"](reply)
    assert reply.unread() == {"skuSaleInfos[0].quantity": -1}
    assert (sku.price, sku.marked) == (Money.fen(19800), Money.fen(999_900))
    assert (sku.state.sellable, sku.state.why_not, sku.state.stock) == (False, "该区域不可售", "无货")
    assert sku.state.division == "330106109"


def test_shops_with_their_states_in_both_spellings():
    shop = {
        "shopId": "22000019",
        "purchaserId": "PID22000019",
        "shopName": "一店",
        "cooperationShops": [
            {"shopId": "22000019", "cooperationCompanyId": "11200003", "cooperationShopId": "21000026"}
        ],
        "shopType": "DistributorQYG",
        "startDate": "2023-09-11T12:22:24.000+08:00",
        "endDate": None,
        "status": "WORKING",
    }
    reply = Reader({"total": 6, "shopList": [shop, {**shop, "status": "TO_BE_APPROVED"}]})
    page = READERS["ListPurchaserShops"](reply)
    assert reply.unread() == {}
    assert (page.total, [each.works for each in page.shops]) == (6, [True, False])
    one = READERS["GetPurchaserShop"](Reader({**shop, "status": "Working", "distributorId": "12000009"}))
    assert (one.works, one.distributor_id, one.ends) == (True, "12000009", None)
    assert one.begins.moment.isoformat() == "2023-09-11T12:22:24+08:00"
    assert (one.partners[0].company_id, one.partners[0].partner_id) == ("11200003", "21000026")


def test_trees_and_changes():
    category = {"categoryId": 201792301, "name": "方便面", "parentId": 50016422, "level": 2, "isLeaf": False}
    assert READERS["ListCategories"](Reader({"categories": [category]})) == (
        Category("201792301", Words("方便面"), "50016422", 2, False),
    )
    place = {
        "divisionCode": 310000,
        "divisionName": "上海",
        "divisionLevel": 2,
        "pinyin": "shang hai",
        "parentId": 1,
    }
    [division] = READERS["QueryChildDivisionCode"](Reader({"divisionList": [place]}))
    assert (division.code, division.parent_code, division.level) == ("310000", "1", 2)
    for change in ("SelectionGroupAddProduct", "SelectionGroupRemoveProduct"):
        assert READERS[change](Reader({"productIds": ["1", 2]})) == ("1", "2")
