"""Descriptions as sellers write them, and as nobody should."""

from __future__ import annotations

from time import perf_counter

import pytest

from sourcing_desktop.services.description import MOST_CHARACTERS, MOST_PICTURES, description_pictures


def test_pictures_are_found_in_their_order_and_once():
    source = """<div id="offer-template-0"><p>面料</p><IMG SRC='//cbu01.alicdn.com/1.jpg'/>
        <img alt="2" src=https://cbu01.alicdn.com/2.jpg><img src="https://cbu01.alicdn.com/1.jpg"></div>"""
    assert description_pictures(source) == (
        "https://cbu01.alicdn.com/1.jpg",
        "https://cbu01.alicdn.com/2.jpg",
    )


def test_the_real_address_comes_before_the_placeholder():
    source = '<img src="https://a.cn/grey.gif" data-lazyload-src="https://a.cn/3.jpg?x=1&amp;y=2">'
    assert description_pictures(source) == ("https://a.cn/3.jpg?x=1&y=2",)


@pytest.mark.parametrize(
    "source",
    [
        '<script>document.write("<img src=https://a.cn/1.jpg>")</script>',
        "<iframe src=https://a.cn/><img src=https://a.cn/1.jpg></iframe>",
        "<style>a{background:url(https://a.cn/1.jpg)}</style>",
        "<!-- <img src=https://a.cn/1.jpg> -->",
        "<script><img src=https://a.cn/1.jpg>",
        '<img src="javascript:alert(1)">',
        '<img src="file:///etc/passwd">',
        '<img src="data:image/png;base64,iVBOR">',
        '<img src="ftp://a.cn/1.jpg">',
        '<img src="http://[">',
        '<img src="/1.jpg">',
        '<img onerror="src=1" alt>',
        "<image src=https://a.cn/1.jpg>",
        "<p>https://a.cn/1.jpg</p>",
        "",
    ],
)
def test_nothing_else_is_a_picture(source):
    assert description_pictures(source) == ()


def test_a_picture_behind_what_is_silent_is_found():
    source = "<SCRIPT>1</script><style/></style><!----><img src=https://a.cn/1.jpg>"
    assert description_pictures(source) == ("https://a.cn/1.jpg",)


def test_there_is_an_end():
    source = "".join(f"<img src=https://a.cn/{number}.jpg>" for number in range(MOST_PICTURES + 50))
    assert len(description_pictures(source)) == MOST_PICTURES


@pytest.mark.parametrize(
    "piece", ["<", "<img ", "<img src=", '<img src="', "</", "<!-", "<img " + "a" * 3990]
)
def test_a_megabyte_of_nonsense_takes_a_moment(piece):
    source = piece * (MOST_CHARACTERS // len(piece))
    begin = perf_counter()
    assert description_pictures(source) == ()
    assert perf_counter() - begin < 10


def test_tags_without_an_address_are_not_looked_at_for_ever():
    """It is read each time the offer is shown."""
    started = perf_counter()
    assert description_pictures("<img " * 200_000) == ()
    assert perf_counter() - started < 0.2
