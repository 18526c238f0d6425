"""Where there is nothing: what can be typed, and what may find something, as buttons that do it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QPushButton

from sourcing_desktop.app.hand import click, press, write
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.search import Filters, FilterWord
from sourcing_desktop.services.search import Search
from sourcing_desktop.ui.search.keyword_controller import EXAMPLES, KeywordController
from sourcing_desktop.ui.search.keyword_page import KeywordPage
from sourcing_desktop.ui.search.results_view import Stage
from tests.support.waiting import until
from tests.ui.search.moves import look_for


async def offered(message, text: str) -> QPushButton:
    await until(lambda: text in steps(message))
    return steps(message)[text]


def steps(message) -> dict[str, QPushButton]:
    return {button.text(): button for button in message.findChildren(QPushButton) if button.isVisible()}


async def nothing(keyword, words="zzqqxx zzqqyy"):
    look_for(keyword, words)
    await keyword.stage(Stage.NONE)
    await offered(keyword.results.none, "Search by picture")
    return steps(keyword.results.none)


async def test_only_what_can_help_is_offered(keyword):
    assert list(await nothing(keyword)) == [
        "Search on Taobao",
        "Search for “zzqqyy” only",
        "Search for Chinese words instead",
        "Search by picture",
    ]
    assert list(await nothing(keyword, "嗄嗄嗄")) == ["Search on Taobao", "Search by picture"]


async def test_the_filters_are_taken_off(keyword):
    write(keyword.page.filters.price_from, "9999999")
    look_for(keyword, "mug")
    await keyword.stage(Stage.NONE)
    click(await offered(keyword.results.none, "Take the filters off"))
    await keyword.stage(Stage.RESULTS)
    assert keyword.page.filters.filters() == Filters()


async def test_the_other_platform_is_searched(keyword):
    click((await nothing(keyword))["Search on Taobao"])
    assert keyword.page.platform.platform is Platform.TAOBAO
    assert keyword.results.stage is Stage.LOADING
    await keyword.stage(Stage.NONE)
    assert await offered(keyword.results.none, "Search on 1688")


async def test_fewer_words_are_searched_for(keyword):
    click((await nothing(keyword))["Search for “zzqqyy” only"])
    assert keyword.page.words.text() == "zzqqyy"
    assert keyword.results.stage is Stage.LOADING


async def test_chinese_words_get_their_line_and_a_picture_its_page(keyword):
    wanted = QSignalSpy(keyword.page.picture_wanted)
    buttons = await nothing(keyword)
    click(buttons["Search by picture"])
    click(buttons["Search for Chinese words instead"])
    assert wanted.count() == 1
    assert keyword.page.chinese.field.hasFocus()


async def test_words_without_end_do_not_widen_the_page(keyword):
    width = keyword.page.minimumSizeHint().width()
    buttons = await nothing(keyword, "z" * 150 + " " + "q" * 150)
    assert all(len(text) < 80 for text in buttons)
    assert keyword.page.minimumSizeHint().width() < width + 300


@pytest.mark.parametrize("language", list(EXAMPLES))
@pytest.mark.parametrize("row", range(3))
async def test_examples_in_the_language_of_the_account_find_goods(
    show, search_desk, open_scope, language, row
):
    scope = open_scope("page")
    bench = show(
        KeywordPage, lambda page: KeywordController(page, Search(search_desk.gateway), scope, language)
    )
    words = EXAMPLES[language][row]
    click(await offered(bench.results.hint, f"Try “{words}”"))
    await bench.stage(Stage.RESULTS)
    assert bench.page.words.text() == words


async def test_tab_comes_to_what_is_offered_before_it_leaves_the_page(keyword):
    """Buttons are made late, and must not come behind all that is in the window."""
    await nothing(keyword)
    keyword.page.filters._choose_words(frozenset({FilterWord.SHIP_24H}))
    await keyword.stage(Stage.NONE)
    await offered(keyword.results.none, "Take the filters off")
    keyword.page.filters.words.setFocus()
    reached = []
    for _ in range(4):
        press(keyword.page.focusWidget(), Qt.Key.Key_Tab)
        reached.append(keyword.page.focusWidget().text())
    assert reached == ["Ships within 24 hours", "Clear", "Take the filters off", "Search on Taobao"]


async def test_an_example_is_reached_and_begun_by_keyboard(keyword):
    button = await offered(keyword.results.hint, "Try “backpack”")
    for _ in range(14):
        if keyword.page.focusWidget() is button:
            break
        press(keyword.page.focusWidget() or keyword.page.words, Qt.Key.Key_Tab)
    press(button, Qt.Key.Key_Space)
    await keyword.stage(Stage.RESULTS)
