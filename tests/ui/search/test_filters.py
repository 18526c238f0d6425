"""Filters as chips and in their panel, and what becomes of them on the other platform."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from sourcing_desktop.app.hand import click, press, write
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform, Words
from sourcing_desktop.domain.search import Filters, FilterWord, Sort
from sourcing_desktop.ui.search.filter_bar import FilterBar
from sourcing_desktop.ui.search.filter_words import NAMES, with_word

ALL = Filters(
    Money.yuan(20),
    Money.yuan("60.5"),
    frozenset({FilterWord.SHIP_24H, FilterWord.NEW_30_DAYS}),
    "7",
    Sort.SOLD,
)


@pytest.fixture
def bar(theme, on_screen):
    bar = FilterBar(theme)
    bar.resize(900, 200)
    bar.set_categories([("7", Words("箱包", "Bags"))])
    on_screen(bar)
    return bar


def chips(bar):
    return [button.text() for button in bar.chips.buttons]


def test_every_filter_word_has_one_name():
    assert set(NAMES) == set(FilterWord)
    assert len(set(NAMES.values())) == len(NAMES)


def test_what_is_shown_is_what_is_read(bar):
    told = QSignalSpy(bar.changed)
    bar.show_filters(ALL)
    assert bar.filters() == ALL
    assert (bar.price_to.text(), told.count()) == ("60.50", 0)
    assert chips(bar) == ["¥20.00 to ¥60.50", "Bags", "Ships within 24 hours", "New this month"]
    bar.show_filters(Filters())
    assert (bar.filters(), chips(bar), bar.chips.isVisible()) == (Filters(), [], False)


def test_a_category_that_is_not_known_yet_is_kept(bar):
    bar.show_filters(Filters(category_id="99"))
    assert bar.filters() == Filters(category_id="99")
    assert chips(bar) == ["Category 99"]


def test_a_chosen_category_stays_when_the_platform_names_others(bar):
    bar.show_filters(Filters(category_id="99"))
    bar.set_categories([("7", Words("箱包", "Bags")), ("8", Words("鞋", "Shoes"))])
    assert bar.filters().category_id == "99"
    assert chips(bar) == ["Category 99"]
    bar.reset()
    bar.set_categories([("7", Words("箱包", "Bags"))])
    assert bar.category.count() == 2


def test_a_chip_takes_its_filter_off_and_leaves_the_keyboard_at_the_next(bar):
    bar.show_filters(ALL)
    told = QSignalSpy(bar.changed)
    bar.chips.buttons[0].setFocus()
    press(bar.chips.buttons[0], Qt.Key.Key_Space)
    assert (bar.filters().price_from, bar.filters().price_to, told.count()) == (None, None, 1)
    assert bar.chips.buttons[0].hasFocus()
    click(bar.chips.buttons[1])
    assert chips(bar) == ["Bags", "New this month"]
    bar.chips.buttons[0].setFocus()
    press(bar.chips.buttons[0], Qt.Key.Key_Space)
    assert bar.filters().category_id == ""
    press(bar.chips.buttons[0], Qt.Key.Key_Space)
    assert bar.filters() == Filters(sort=Sort.SOLD)
    assert bar.words.hasFocus()


def test_the_panel_ticks_by_keyboard_and_one_of_alternatives_at_a_time(bar):
    told = QSignalSpy(bar.changed)
    click(bar.words)
    boxes = bar.panel.boxes
    assert boxes[FilterWord.SHIP_TODAY].hasFocus()
    press(boxes[FilterWord.SHIP_TODAY], Qt.Key.Key_Space)
    boxes[FilterWord.SHIP_48H].setFocus()
    press(boxes[FilterWord.SHIP_48H], Qt.Key.Key_Space)
    assert not boxes[FilterWord.SHIP_TODAY].isChecked()
    assert bar.filters().words == {FilterWord.SHIP_48H}
    assert told.count() == 2
    press(bar.panel, Qt.Key.Key_Escape)
    assert not bar.panel.isVisible()


def test_words_that_do_not_exclude_each_other_are_chosen_together():
    words = with_word(frozenset({FilterWord.DROPSHIP}), FilterWord.RETURN_7_DAYS, True)
    assert words == {FilterWord.DROPSHIP, FilterWord.RETURN_7_DAYS}
    assert with_word(words, FilterWord.DROPSHIP, False) == {FilterWord.RETURN_7_DAYS}


def test_taobao_is_not_asked_for_what_it_cannot_and_1688_gets_it_back(bar):
    bar.show_filters(ALL)
    bar.set_platform(Platform.TAOBAO)
    assert bar.filters() == Filters(ALL.price_from, ALL.price_to, sort=Sort.SOLD)
    assert chips(bar) == ["¥20.00 to ¥60.50"]
    bar.set_platform(Platform.ALIBABA)
    assert bar.filters() == ALL


def test_a_price_that_cannot_be_read_leaves_the_chips_as_they_were(bar):
    bar.show_filters(ALL)
    write(bar.price_to, "x")
    press(bar.price_to, Qt.Key.Key_Return)
    assert bar.filters() is None
    assert chips(bar)[0] == "¥20.00 to ¥60.50"
    assert bar.clear.isVisible()


def test_a_blank_is_no_price_and_does_not_stay(bar):
    write(bar.price_from, " ")
    press(bar.price_from, Qt.Key.Key_Return)
    assert bar.price_from.text() == ""
    assert bar.filters() == Filters()
