"""Small renditions, host family by host family."""

from __future__ import annotations

import pytest

from sourcing_desktop.pictures.renditions import original, rendition

CBU = "https://cbu01.alicdn.com/img/ibank/O1CN01_!!22-0-cib"
IMG = "https://img.alicdn.com/imgextra/i1/O1CN01_!!22-0-scm"
LOCAL = "http://127.0.0.1:8123"


@pytest.mark.parametrize(
    ("url", "side", "expected"),
    [
        (f"{CBU}.jpg", 200, f"{CBU}.220x220.jpg"),
        (f"{CBU}.jpg", 220, f"{CBU}.220x220.jpg"),
        (f"{CBU}.jpg", 221, f"{CBU}.310x310.jpg"),
        (f"{CBU}.jpg", 90, f"{CBU}.220x220.jpg"),  # about 100 and 150 px have no numbered form there
        (f"{CBU}.jpg", 1, f"{CBU}.60x60.jpg"),
        (f"{CBU}.jpg", 401, f"{CBU}.jpg"),
        (f"{CBU}.png", 300, f"{CBU}.310x310.png"),
        (f"{IMG}.jpg", 200, f"{IMG}.jpg_220x220.jpg"),
        (f"{IMG}.jpg", 90, f"{IMG}.jpg_100x100.jpg"),
        (f"{IMG}.png", 150, f"{IMG}.png_150x150.jpg"),
        (f"{IMG}.x_y.jpg", 200, f"{IMG}.x_y.jpg_220x220.jpg"),  # a dot and an underscore are in many names
        (f"{IMG}.jpg", 800, f"{IMG}.jpg"),
        ("https://gw.alicdn.com/a/b.jpg", 60, "https://gw.alicdn.com/a/b.jpg_60x60.jpg"),
        ("https://gd3.alicdn.com/a/b.jpg", 60, "https://gd3.alicdn.com/a/b.jpg_60x60.jpg"),
        ("https://sc04.alicdn.com/kf/b.jpg", 400, "https://sc04.alicdn.com/kf/b.jpg_400x400.jpg"),
        (f"{LOCAL}/img/ibank/7.jpg", 200, f"{LOCAL}/img/ibank/7.220x220.jpg"),
        (f"{LOCAL}/imgextra/i2/7.jpg", 200, f"{LOCAL}/imgextra/i2/7.jpg_220x220.jpg"),
        ("http://[::1]:80/img/ibank/7.jpg", 200, "http://[::1]:80/img/ibank/7.220x220.jpg"),
        ("//img.alicdn.com/a.jpg", 60, "https://img.alicdn.com/a.jpg_60x60.jpg"),
        ("https://img.alicdn.com/a.jpg?__r__=1689", 60, "https://img.alicdn.com/a.jpg_60x60.jpg"),
    ],
)
def test_the_smallest_rendition_that_is_large_enough(url, side, expected):
    assert rendition(url, side) == expected


@pytest.mark.parametrize(
    "url",
    [
        f"{CBU}.220x220.jpg",
        f"{CBU}.search.jpg",
        f"{CBU}.jpg_.webp",
        f"{IMG}.jpg_220x220.jpg",
        f"{IMG}.jpg_400x400q90.jpg_.webp",
        f"{IMG}.gif",
        f"{IMG}.jpg?version=2",
        "https://example.org/img/ibank/7.jpg",
        "https://assets.alicdn.com/a.jpg",
        f"{LOCAL}/elsewhere/7.jpg",
    ],
)
def test_what_has_no_rendition_is_left_alone(url):
    assert rendition(url, 100) == url
    assert original(url) == url
