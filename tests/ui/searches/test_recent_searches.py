"""Searches made before: which are remembered, how they are offered, and how one is forgotten."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from sourcing_desktop.app.hand import click, press, write
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.ui.search.results_view import Stage
from tests.support.waiting import until

KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


async def test_a_search_is_remembered_when_its_words_stand(kept):
    write(kept.page.words, "mug")
    await kept.bench.stage(Stage.RESULTS)  # after a pause in typing
    assert kept.titles == []
    press(kept.page.words, KEY.Key_Return)
    await kept.settled()
    assert kept.titles == ["mug"]
    write(kept.page.words, "s")
    kept.bench.results.grid.setFocus()  # before the pause is over
    await until(lambda: kept.titles == ["mugs", "mug"])


async def test_the_filters_and_the_platform_it_had_last_come_back_with_it(kept):
    page = kept.page
    write(page.filters.price_to, "60")
    page.platform.choose(Platform.TAOBAO)
    await kept.search("lamp", "chair")
    page.filters.reset()
    page.platform.choose(Platform.ALIBABA)
    await kept.search("mug")
    page.words.clear()
    press(page.words, KEY.Key_Down)
    row = page.suggestions.rows[kept.offered.index("lamp")]
    assert row.details.text() == "Taobao · 1 filter"
    click(row)
    await kept.bench.stage(Stage.RESULTS)
    assert (page.words.text(), page.platform.platform) == ("lamp", Platform.TAOBAO)
    assert page.filters.price_to.text() == "60"


async def test_what_is_typed_chooses_among_them(kept):
    await kept.search("mug", "lamp", "desk lamp")
    kept.page.words.clear()
    write(kept.page.words, "LA")
    assert kept.offered == ["desk lamp", "lamp"]
    two = kept.page.suggestions.height()
    kept.page.words.clear()
    write(kept.page.words, "mu")
    assert kept.offered == ["mug"]
    assert kept.page.suggestions.height() < two
    write(kept.page.words, "xyz")
    assert kept.offered == []


async def test_the_field_keeps_the_keyboard_and_arrows_choose(kept):
    await kept.search("mug", "lamp")
    words = kept.page.words
    words.clear()
    press(words, KEY.Key_Down)
    assert (kept.offered, words.hasFocus()) == (["lamp", "mug"], True)
    press(words, KEY.Key_Down)
    press(words, KEY.Key_Down)
    press(words, KEY.Key_Down)  # there is no third
    assert [row.property("active") for row in kept.page.suggestions.rows] == [False, True]
    press(words, KEY.Key_Return)
    assert kept.offered == []
    await kept.bench.stage(Stage.RESULTS)
    assert (words.text(), kept.page.tabs.bar.count()) == ("mug", 1)


async def test_enter_searches_for_what_is_typed_unless_a_row_is_chosen(kept):
    await kept.search("lamp")
    words = kept.page.words
    words.clear()
    write(words, "la")
    assert kept.offered == ["lamp"]
    press(words, KEY.Key_Return)
    assert kept.offered == []
    assert kept.page.query().keyword == "la"


@pytest.mark.parametrize("how", ["Ctrl+Enter", "middle button"])
async def test_one_can_be_opened_beside_the_search_in_front(kept, how):
    await kept.search("mug", "lamp")
    words = kept.page.words
    words.clear()
    press(words, KEY.Key_Down)
    if how == "Ctrl+Enter":
        press(words, KEY.Key_Down)
        press(words, KEY.Key_Down)
        press(words, KEY.Key_Return, CTRL)
    else:
        QTest.mouseClick(kept.page.suggestions.rows[1], Qt.MouseButton.MiddleButton)
    await kept.bench.stage(Stage.RESULTS)
    bar = kept.page.tabs.bar
    assert [bar.tabText(place) for place in range(2)] == ["lamp · 1688", "mug · 1688"]


async def test_escape_and_leaving_the_field_close_the_list(kept):
    await kept.search("mug")
    words = kept.page.words
    words.clear()
    click(words)
    assert kept.offered == ["mug"]
    press(words, KEY.Key_Escape)
    assert kept.offered == []
    press(words, KEY.Key_Down)
    kept.bench.results.grid.setFocus()
    assert kept.offered == []


@pytest.mark.parametrize("how", ["Shift+Delete", "cross"])
async def test_one_is_forgotten_and_brought_back(kept, how):
    await kept.search("mug", "lamp")
    words = kept.page.words
    words.clear()
    press(words, KEY.Key_Down)
    if how == "cross":
        click(kept.page.suggestions.rows[0].remove)
    else:
        press(words, KEY.Key_Down)
        press(words, KEY.Key_Delete, SHIFT)
    await until(lambda: kept.offered == ["mug"])
    assert words.hasFocus()
    assert kept.toast.text.text() == "Forgot 1 search"
    kept.toast.undo.click()
    await until(lambda: kept.titles == ["lamp", "mug"])


async def test_all_are_cleared_but_the_saved_ones_and_brought_back(kept):
    await kept.search("mug", "lamp")
    await kept.searches.save(kept.page.query(), "For the shop")
    kept.page.words.clear()
    press(kept.page.words, KEY.Key_Down)
    click(kept.page.suggestions.clear)
    await until(lambda: kept.titles == ["For the shop"])
    assert kept.toast.text.text() == "Forgot 2 searches"
    kept.toast.undo.click()
    await until(lambda: sorted(kept.titles) == ["For the shop", "lamp", "mug"])


async def test_the_last_ones_are_offered_where_nothing_was_searched_for_yet(kept):
    await kept.search("mug")
    kept.page.new_search()
    buttons = {button.text(): button for button in kept.bench.results.hint.findChildren(QPushButton)}
    buttons["“mug” on 1688 again"].click()
    await kept.bench.stage(Stage.RESULTS)
    assert kept.page.words.text() == "mug"


async def test_a_library_that_cannot_be_written_does_not_stop_the_search(kept):
    with kept.locked():
        await kept.search("mug")
    assert "in use by another program" in kept.page.results.banner.text.text()
    assert kept.bench.offers


async def test_the_command_shows_all_whatever_stands_in_the_field(kept):
    await kept.search("mug", "lamp")
    kept.controller.offer()
    assert kept.offered == ["lamp", "mug"]
