"""Which SKU the words of a list mean."""

from __future__ import annotations

import pytest

from sourcing_desktop.services.intake.sku_choice import chosen_sku, fitting_skus
from tests.services.intake.lists import ALL_SKUS, COLOURS, SIZES, sku


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        (("red", "XL"), "01"),
        (("红色", "S"), "00"),
        (("RED", "xl"), "01"),
        (("red / XL",), "01"),
        (("颜色:深红色;尺码:均码",), "12"),
        (("dark red", "s"), "10"),
        (("ＲＥＤ", "ＸＬ"), "01"),
        (("bag in dark green, size XL, with logo",), "21"),
        (("墨绿", "XL"), "21"),
        (("red",), ""),
        (("red", "dark green", "XL"), ""),
        (("red dark green XL",), ""),
        (("purple", "XL"), ""),
        (("shredded", "XLarge"), ""),
        ((), ""),
    ],
)
def test_words_choose_a_sku_only_where_one_is_meant(words, chosen):
    assert chosen_sku(ALL_SKUS, words) == chosen


def test_the_sku_of_a_link_is_chosen_by_either_id():
    assert chosen_sku(ALL_SKUS, ("red", "S"), "21") == "21"
    assert chosen_sku(ALL_SKUS, (), "spec-12") == "12"
    assert chosen_sku(ALL_SKUS, ("red", "S"), "99") == "00"


def test_the_only_sku_is_chosen():
    assert chosen_sku(ALL_SKUS[:1], ("blue",)) == ALL_SKUS[0].id


def test_what_is_said_narrows_the_choice():
    assert [each.id for each in fitting_skus(ALL_SKUS, ("dark red",))] == ["10", "11", "12"]
    assert fitting_skus(ALL_SKUS, ("purple",)) == ALL_SKUS


def test_a_colour_of_one_size_needs_no_size():
    skus = (sku("a", COLOURS[0], SIZES[2]), sku("b", COLOURS[2], SIZES[2]))
    assert chosen_sku(skus, ("red",)) == "a"


def test_numbers_are_told_apart():
    skus = tuple(sku(size, COLOURS[0], (size, size)) for size in ("3", "38", "138", "38.5"))
    assert chosen_sku(skus, ("red, size 38",)) == "38"
