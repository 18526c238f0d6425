"""What a pasted text names."""

from __future__ import annotations

import pytest

from sourcing_desktop.domain.offer import OfferRef, Platform
from sourcing_desktop.services.links import (
    NO_OFFER,
    ROUNDED,
    SHORT_LINK,
    TOO_LONG,
    ShopId,
    mentions,
    read_link,
)

ALIBABA, TAOBAO = Platform
NUMBER = "672991141190"
SKU = "3452545926724"
MAP_ID = "9a0zr-xnf46T9s2zWUoG5A"


@pytest.mark.parametrize(
    ("text", "platform", "sku_id"),
    [
        (f"https://detail.1688.com/offer/{NUMBER}.html", ALIBABA, ""),
        (f"detail.1688.com/offer/{NUMBER}.html?spm=a26352.b28411319&skuId={SKU}", ALIBABA, SKU),
        (f"https://m.1688.com/offer/{NUMBER}.html", ALIBABA, ""),
        (f"https://detail.m.1688.com/page/index.html?offerId={NUMBER}&sk=consign", ALIBABA, ""),
        (f"https://item.taobao.com/item.htm?spm=a.b&id={NUMBER}&skuId={SKU}", TAOBAO, SKU),
        (f"https://detail.tmall.com/item.htm?id={NUMBER}", TAOBAO, ""),
        (f"http://h5.m.taobao.com/awp/core/detail.htm?id={NUMBER}", TAOBAO, ""),
    ],
)
def test_links_name_one_offer(text, platform, sku_id):
    ref = OfferRef(platform, "v1", NUMBER)
    assert read_link(text) == ref
    (found,) = mentions(f"看 {text}红色")
    assert (found.refs, found.sku_id, found.link) == ((ref,), sku_id, True)
    assert f"看 {text}红色"[found.end :] == "红色"


@pytest.mark.parametrize(("text", "generation"), [(NUMBER, "v1"), (MAP_ID, "v2")])
def test_an_id_alone_may_be_of_either_platform(text, generation):
    (found,) = mentions(f"{text} 5")
    assert found.refs == (OfferRef(ALIBABA, generation, text), OfferRef(TAOBAO, generation, text))


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("https://m.tb.cn/h.5xyz CZ0001", SHORT_LINK),
        ("https://qr.1688.com/s/abcdef", SHORT_LINK),
        ("https://shop123.taobao.com/", NO_OFFER),
        ("6.72991E+11", ROUNDED),
        ("2059624776425880794", TOO_LONG),
    ],
)
def test_what_leads_nowhere_says_why(text, trouble):
    (found,) = mentions(text)
    assert (found.refs, found.trouble) == ((), trouble)


def test_a_number_a_spreadsheet_wrote_out_in_full_is_the_id():
    assert mentions("6.72991141190E+11")[0].refs == mentions(NUMBER)[0].refs


@pytest.mark.parametrize(
    "text", ["", "red", "2026-05-10", "12,500", "https://cbu01.alicdn.com/img/ibank/O1CN01.jpg", "a" * 22]
)
def test_other_words_name_nothing(text):
    assert mentions(text) == ()


def test_ids_beside_a_link_are_not_offers():
    (found,) = mentions(f"https://detail.1688.com/offer/{NUMBER}.html 13800001111")
    assert found.refs[0].id == NUMBER


def test_a_shop_is_named_by_its_id():
    assert read_link("BBBabcdefghijklmnop") == ShopId("BBBabcdefghijklmnop")
