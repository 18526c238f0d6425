"""Chinese words in place of the buyer's own: written, suggested from titles, and forgotten in time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from sourcing_desktop.app.hand import click, press, write
from sourcing_desktop.ui.search.results_view import Stage
from tests.ui.search.moves import look_for


@pytest.fixture
def line(keyword):
    return keyword.page.chinese


async def searched(keyword):
    await keyword.stage(Stage.RESULTS)
    await keyword.answered()
    query = keyword.page.query_of(keyword.results)
    return query.keyword, query.words


async def test_chinese_words_go_over_the_wire_and_the_buyers_own_stay_in_sight(keyword, line):
    look_for(keyword, "bag for school")
    click(keyword.page.in_chinese)
    write(line.field, "双肩包")
    press(line.field, Qt.Key.Key_Return)
    assert await searched(keyword) == ("双肩包", "bag for school")
    assert all("包" in offer.title.original for offer in keyword.offers)
    assert keyword.page.tabs.bar.tabText(0) == "bag for school · 1688"


async def test_words_of_the_titles_found_are_suggested_and_searched_for(keyword, line):
    click(keyword.page.in_chinese)
    look_for(keyword, "backpack")
    assert not line.suggestions.isVisible()
    await searched(keyword)
    word = line.suggestions.buttons[0]
    titles = [offer.title.original for offer in keyword.offers]
    assert sum(word.text() in title for title in titles) > len(titles) / 2
    text = word.text()
    click(word)
    assert await searched(keyword) == (text, "backpack")


async def test_other_words_forget_the_chinese_ones(keyword, line):
    keyword.page.open_chinese()
    write(line.field, "双肩包")
    look_for(keyword, "mug")
    assert line.field.text() == ""
    assert await searched(keyword) == ("mug", "")


async def test_closing_the_line_searches_for_the_buyers_own_words_again(keyword, line):
    look_for(keyword, "mug")
    keyword.page.open_chinese()
    write(line.field, "双肩包")
    press(line.field, Qt.Key.Key_Return)
    await searched(keyword)
    click(keyword.page.in_chinese)
    assert await searched(keyword) == ("mug", "")


async def test_chinese_words_alone_are_enough(keyword, line):
    keyword.page.open_chinese()
    write(line.field, "双肩包")
    await keyword.stage(Stage.RESULTS)
    assert await searched(keyword) == ("双肩包", "")


async def test_each_tab_has_its_own(keyword, line):
    look_for(keyword, "backpack")
    keyword.page.open_chinese()
    write(line.field, "双肩包")
    press(line.field, Qt.Key.Key_Return)
    await searched(keyword)
    suggested = [button.text() for button in line.suggestions.buttons]
    keyword.page.new_search()
    assert (line.isVisible(), keyword.page.words.text()) == (False, "")
    look_for(keyword, "mug")
    await searched(keyword)
    keyword.page.tabs.walk(1)
    assert (line.isVisible(), line.field.text(), keyword.page.words.text()) == (True, "双肩包", "backpack")
    assert [button.text() for button in line.suggestions.buttons] == suggested
