"""The picture host: renditions and caching headers (upstream C11)."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from tests.sandbox.conftest import Goods


def picture(client, url: str, **headers: str):
    return client.http.get(url, headers=headers)


@pytest.fixture
def alibaba_url(v2) -> str:
    return v2.data("AG3", {"keyword": "bag", "pageSize": 1, "country": "en"})["data"][0]["imageUrl"]


@pytest.fixture
def taobao_url(v2) -> str:
    return v2.data("TG2", {"keyword": "包", "pageSize": 1})["data"][0]["mainImageUrl"]


def side_of(response) -> tuple[int, int]:
    assert response.status_code == 200
    assert response.headers["content-type"] == "image/jpeg"
    with Image.open(io.BytesIO(response.content)) as opened:
        assert opened.format == "JPEG"
        return opened.size


@pytest.mark.parametrize("side", [60, 80, 100, 150, 220, 310, 400])
def test_1688_renditions_replace_the_extension(v2, alibaba_url, side):
    assert alibaba_url.endswith("-0-cib.jpg")
    small = alibaba_url.replace(".jpg", f".{side}x{side}.jpg")
    assert side_of(picture(v2, small)) == (side, side)


@pytest.mark.parametrize(
    ("suffix", "side"),
    [("_220x220.jpg", 220), ("_400x400q90.jpg", 400), ("_360x10000.jpg", 360), ("_80x80xz.jpg", 80)],
)
def test_taobao_renditions_are_appended(v2, taobao_url, suffix, side):
    assert "/imgextra/i" in taobao_url
    assert side_of(picture(v2, taobao_url + suffix)) == (side, side)


def test_originals_have_800_pixels(v2, alibaba_url, taobao_url):
    assert side_of(picture(v2, alibaba_url)) == side_of(picture(v2, taobao_url)) == (800, 800)


def test_pictures_may_be_kept_and_asked_for_again(v2, alibaba_url):
    first = picture(v2, alibaba_url)
    assert first.headers["cache-control"].startswith("public, max-age=")
    assert "date" in first.headers
    again = picture(v2, alibaba_url, **{"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert picture(v2, alibaba_url, **{"if-none-match": '"other"'}).content == first.content


def test_views_and_colours_are_different_pictures(v2, goods: Goods):
    offer = goods.some("1688", lambda offer: len({sku.colour for sku in offer.skus}) > 1)
    detail = v2.data("AG1", {"offerMapId": offer.map_id})
    urls = list(detail["productImage"]["images"])
    urls += {sku["skuAttributes"][0]["skuImageUrl"] for sku in detail["productSkuInfos"]}
    urls = list(dict.fromkeys(url.replace(".jpg", ".100x100.jpg") for url in urls))
    assert len(urls) >= 5
    assert len({picture(v2, url).content for url in urls}) == len(urls)


@pytest.mark.parametrize("ending", [".123x123.jpg", ".220x80.jpg", ".gif", ".jpg_220x220.jpg"])
def test_sizes_nobody_serves_are_not_found(v2, alibaba_url, ending):
    assert picture(v2, alibaba_url.removesuffix(".jpg") + ending).status_code == 404


def test_foreign_paths_are_not_found(v2):
    for path in ("/img/ibank/O1CN01zzz_!!1-0-cib.jpg", "/img/ibank/../../etc/passwd", "/imgextra/i1/x.jpg"):
        assert picture(v2, path).status_code == 404


def test_calls_for_pictures_are_counted_and_can_fail(sandbox, v2, alibaba_url):
    sandbox.control.fault("IMG", "http_500")
    assert picture(v2, alibaba_url).status_code == 500
    assert picture(v2, alibaba_url).status_code == 200
    assert sandbox.control.calls("IMG") == 2
