"""What the answers of LinkedMall become: the documented samples whole, and every trap they set."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from sourcing_desktop.domain.errors import BadReply
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import LINKEDMALL_IDS, OfferRef, Platform
from sourcing_desktop.domain.selection import PercentRange, PriceRange, SelectionProduct, Sold, Tax
from sourcing_desktop.gateways.linkedmall.readers import READERS
from sourcing_desktop.gateways.linkedmall.values import picture_url
from sourcing_desktop.gateways.values import decode_json
from sourcing_desktop.gateways.wire import Reader

EXAMPLES = Path(__file__).resolve().parents[2] / "contract" / "examples"
LEVELS = [
    ("50050359", "水产肉类/新鲜蔬果/熟食", "0", 1, False),
    ("50050372", "生肉/肉制品", "50050359", 2, False),
    ("50050667", "鸡肉类", "50050372", 3, False),
    ("124222016", "整鸡/整鸡制品", "50050667", 4, True),
]


def documented(number: int) -> Reader:
    path = EXAMPLES / f"linkedmall-search-products.{number}.response.json"
    return Reader(decode_json(path.read_text(encoding="utf-8")))


def row(**fields: Any) -> SelectionProduct:
    """A row of a search that has only these fields."""
    page = READERS["SearchProducts"](Reader({"total": 1, "products": [{"productId": "1", **fields}]}))
    [product] = page.products
    return product


def between(low: int, high: int) -> PriceRange:
    return PriceRange(Money.fen(low), Money.fen(high))


def test_the_first_documented_search_is_read_whole():
    reply = documented(1)
    page = READERS["SearchProducts"](reply)
    assert reply.unread() == {}
    assert page.total == 1
    [product] = page.products
    assert product.picture == "https://img.alicdn.com/imgextra/i4/xxx.jpg"
    assert (product.product_id, product.item_id, product.name) == ("xxxx", "xxx-xxx", "xxx")
    assert product.price == product.retail == product.marked == between(1, 2)
    assert product.difference == between(0, 0)
    assert product.premium == PercentRange(Decimal("0.00"), Decimal("0.00"))
    assert product.sold == Sold(1)
    assert (product.risk, product.source, product.shop_name) == ("Low", "Tmall", "xxxx")
    chain = [
        (each.id, each.name.original, each.parent_id, each.level, each.leaf) for each in product.categories
    ]
    assert chain == LEVELS
    assert (product.brand, product.sellable, product.why_not) == ("xxx", True, "")
    assert (product.trade_mode, product.credit, product.invoice) == ("JingXiao", ("Credit90",), "HasInvoice")
    assert product.tax == Tax(Decimal(0), code="xxx")
    assert product.created.moment.isoformat() == "2025-01-21T17:11:04+08:00"
    assert product.selected.moment.isoformat() == "2025-01-21T17:12:09+08:00"
    assert product.modified == product.created
    assert product.in_selection is True


def test_the_second_documented_search_is_read_whole():
    reply = documented(2)
    page = READERS["SearchProducts"](reply)
    assert reply.unread() == {}
    assert page.total == 3
    [product] = page.products
    assert product.price == between(5, 2110)
    assert product.difference == between(-999_895, -997_790)
    assert product.premium == PercentRange(Decimal("-100.00"), Decimal("-99.79"))
    assert product.retail == product.marked == between(999_900, 999_900)
    assert product.sold == Sold(100)
    assert product.tax.code == "3040203000000000000"
    assert product.why_not == "库存不足"
    assert product.source.splitlines() == ["Taobao(来源淘宝)", "Tmall(来源天猫)", "Cbu(来源1688分销货盘)"]
    assert product.created.text == "2025-01-02 12:23:34\n(yyyy-MM-dd HH:mm:ss)"
    assert product.created.moment.isoformat() == "2025-01-02T12:23:34+08:00"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("¥0.05 ~ ¥21.10", between(5, 2110)),
        ("￥0.05~￥21.10", between(5, 2110)),
        ("¥-9998.95 ~ -¥9977.90", between(-999_895, -997_790)),
        ("  ¥ 3 ", between(300, 300)),
        ("12.5 ~ 13", between(1250, 1300)),
        (Decimal("12.5"), between(1250, 1250)),
        ("1,200.00 ~ ¥1,300", between(120_000, 130_000)),
        ("", None),
        (None, None),
        ("cheap", None),
        ("¥1 ~ dear", None),
        ("¥1 ~ ¥2 ~ ¥3", between(100, 300)),
        ("~", None),
        (["¥1"], None),
        ("¥99999999999999999999", None),
    ],
)
def test_ranges_of_prices_are_yuan(text: object, expected: PriceRange | None):
    assert row(distributionPrice=text).price == expected


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("-100.00% ~ -99.79%", "-100", "-99.79"), ("1.33%", "1.33", "1.33"), ("2 ~ 3", "2", "3")],
)
def test_ranges_of_rates_are_percent(text: str, low: str, high: str):
    assert row(distributionPriceRatio=text).premium == PercentRange(Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("value", "expected"),
    [("1", Sold(1)), (100, Sold(100)), ("100+", Sold(100, or_more=True)), (None, None), ("many", None)],
)
def test_what_was_sold(value: object, expected: Sold | None):
    assert row(soldQuantity=value).sold == expected


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("//img.alicdn.com/a.jpg", "https://img.alicdn.com/a.jpg"),
        ("https://img.alicdn.com/a.jpg", "https://img.alicdn.com/a.jpg"),
        ("http://127.0.0.1:80/img/a.jpg", "http://127.0.0.1:80/img/a.jpg"),
        (
            "https:////img.alicdn.com/imgextra///img.alicdn.com/imgextra/i2/1/a.png",
            "https://img.alicdn.com/imgextra/i2/1/a.png",
        ),
        ("//img.alicdn.com/imgextra///img.alicdn.com/imgextra/i2/1/a.png", "https://img.alicdn.com/imgextra/i2/1/a.png"),
        ("", ""),
        ("a.jpg", "a.jpg"),
    ],
)  # fmt: skip
def test_pictures_get_a_whole_address(text: str, url: str):
    assert picture_url(text) == url


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2023-09-09 10:57:23", "2023-09-09T10:57:23+08:00"),
        ("2023-09-11T12:22:24.000+08:00", "2023-09-11T12:22:24+08:00"),
        ("2023-09-11T04:22:24Z", "2023-09-11T04:22:24+00:00"),
    ],
)
def test_times_of_both_forms(text: str, moment: str):
    stamp = row(gmtCreate=text).created
    assert (stamp.text, stamp.moment.isoformat()) == (text, moment)


@pytest.mark.parametrize("text", ["soon", "2025-13-45 99:00:00", "(yyyy-MM-dd HH:mm:ss)"])
def test_a_time_that_is_none_keeps_its_text(text: str):
    stamp = row(gmtCreate=text).created
    assert (stamp.text, stamp.moment) == (text, None)


@pytest.mark.parametrize(
    ("rate", "tax"),
    [
        (600, Tax(Decimal(6))),
        (0, Tax(Decimal(0))),
        (-100, Tax(None, exempt=True)),
        (None, Tax(None)),
        ("1300", Tax(Decimal(13))),
    ],
)
def test_tax_rates(rate: object, tax: Tax):
    assert row(taxRate=rate).tax == tax


def test_the_brand_in_either_spelling():
    assert (row(bandName="绿植").brand, row(brandName="绿植").brand) == ("绿植", "绿植")


@pytest.mark.parametrize(
    ("source", "platform"),
    [("Cbu", Platform.ALIBABA), ("Tmall", Platform.TAOBAO), ("Taobao", Platform.TAOBAO)],
)
def test_a_row_is_a_card_of_the_grid(source: str, platform: Platform):
    offer = row(
        productId="660460842235822080",
        productName="<font>发财树</font>",
        picUrl="//img.alicdn.com/a.jpg",
        distributionPrice="¥1.50 ~ ¥2.00",
        externalPlatformType=source,
        shopName="花店",
    ).offer
    assert offer.ref == OfferRef(platform, LINKEDMALL_IDS, "660460842235822080")
    assert offer.ref.page == ""
    assert (offer.title.shown, offer.price, offer.shop_name) == ("发财树", Money.fen(150), "花店")
    assert offer.picture == "https://img.alicdn.com/a.jpg"


def test_a_page_without_its_list_is_no_page():
    for reply in ({}, {"total": 3}, {"products": None}, {"total": 1, "products": "none"}):
        with pytest.raises(BadReply) as caught:
            READERS["SearchProducts"](Reader(reply))
        assert caught.value.path == "products"
    assert READERS["SearchProducts"](Reader({"total": 0, "products": None})).products == ()


def test_a_row_without_an_id_names_the_field():
    with pytest.raises(BadReply) as caught:
        READERS["SearchProducts"](Reader({"total": 1, "products": [{"productName": "x"}]}))
    assert caught.value.path == "products[0].productId"
