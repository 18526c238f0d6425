"""Searches side by side: each keeps its words, filters and offers, and its answer never lands in another."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest

from sourcing_desktop.app.hand import click, press, write
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.search import KeywordQuery
from sourcing_desktop.services.search import Search
from sourcing_desktop.ui.search.keyword_controller import KeywordController
from sourcing_desktop.ui.search.results_view import Stage
from sourcing_desktop.ui.search.search_tabs import MOST_TABS
from tests.support.waiting import until
from tests.ui.search.moves import look_for

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bar(keyword):
    return keyword.page.tabs.bar


async def two_searches(keyword):
    """Mugs on 1688 up to ¥60, and lamps on Taobao, which are in front."""
    page = keyword.page
    write(page.filters.price_to, "60")
    look_for(keyword, "mug")
    await keyword.stage(Stage.RESULTS)
    click(page.new)
    page.platform.choose(Platform.TAOBAO)
    look_for(keyword, "lamp")
    await keyword.stage(Stage.RESULTS)
    await keyword.answered()


async def test_the_bar_appears_with_the_second_search(keyword, bar):
    look_for(keyword, "mug")
    assert not bar.isVisible()
    click(keyword.page.new)
    assert bar.isVisible()
    assert [bar.tabText(place) for place in range(2)] == ["mug · 1688", "New search"]
    assert keyword.page.words.hasFocus()
    click(keyword.page.new)
    assert bar.count() == 2  # there is an empty one already


async def test_each_search_keeps_its_words_its_filters_and_its_offers(keyword, bar):
    await two_searches(keyword)
    page, lamps = keyword.page, keyword.offers
    assert page.filters.price_to.text() == ""
    bar.setCurrentIndex(0)
    assert (page.words.text(), page.platform.platform) == ("mug", Platform.ALIBABA)
    assert page.filters.price_to.text() == "60"
    assert {offer.ref.platform for offer in keyword.offers} == {Platform.ALIBABA}
    press(page.words, Qt.Key.Key_Tab, CTRL)
    assert (page.words.text(), keyword.offers) == ("lamp", lamps)
    press(page.words, Qt.Key.Key_Backtab, CTRL | SHIFT)
    assert page.words.text() == "mug"


async def test_turning_to_a_search_asks_nothing(keyword, bar):
    await two_searches(keyword)
    asked = QSignalSpy(keyword.page.search_requested)
    bar.setCurrentIndex(0)
    bar.setCurrentIndex(1)
    assert asked.count() == 0


async def test_other_words_are_searched_for_in_place(keyword, bar):
    await two_searches(keyword)
    look_for(keyword, "chair")
    await keyword.stage(Stage.RESULTS)
    assert [bar.tabText(place) for place in range(2)] == ["mug · 1688", "chair · Taobao"]


async def test_an_answer_goes_to_the_search_that_asked(keyword, bar):
    keyword.desk.sandbox.control.fault("AG3", "delay", seconds=0.3)
    look_for(keyword, "mug")
    mugs = keyword.results
    await until(lambda: keyword.desk.sandbox.control.calls("AG3") == 1)
    assert bar.tabToolTip(0) == "mug · 1688: searching…"
    click(keyword.page.new)
    await until(lambda: mugs.stage is Stage.RESULTS)
    assert keyword.results is not mugs
    assert keyword.results.stage is Stage.HINT
    assert bar.tabToolTip(0) == "mug · 1688"


async def test_a_tab_says_that_its_search_failed(keyword, bar):
    keyword.desk.sandbox.control.fault("AG3", "http_500", times=0)
    look_for(keyword, "mug")
    await keyword.stage(Stage.FAILED)
    assert bar.tabToolTip(0) == "mug · 1688: failed"
    assert not bar.tabIcon(0).isNull()


@pytest.mark.parametrize("how", ["key", "cross", "middle button"])
async def test_a_search_is_closed_and_its_place_used_again(keyword, bar, how):
    await two_searches(keyword)
    match how:
        case "key":
            press(keyword.page.words, Qt.Key.Key_W, CTRL)
        case "cross":
            click(bar.tabButton(1, bar.ButtonPosition.RightSide))
        case _:
            QTest.mouseClick(bar, Qt.MouseButton.MiddleButton, pos=bar.tabRect(1).center())
    assert not bar.isVisible()
    assert keyword.page.words.text() == "mug"
    areas = len(keyword.page.views())
    click(keyword.page.new)
    assert (len(keyword.page.views()), keyword.offers, keyword.results.stage) == (areas, [], Stage.HINT)


async def test_the_last_search_that_is_closed_becomes_empty(keyword, bar):
    look_for(keyword, "mug")
    await keyword.stage(Stage.RESULTS)
    keyword.page.close_search()
    assert (bar.count(), keyword.page.words.text(), keyword.offers) == (1, "", [])
    assert keyword.results.stage is Stage.HINT


async def test_a_search_closed_while_it_runs_is_not_shown_in_what_comes_after(keyword):
    keyword.desk.sandbox.control.fault("AG3", "delay", seconds=0.2)
    look_for(keyword, "mug")
    await until(lambda: keyword.desk.sandbox.control.calls("AG3") == 1)
    keyword.page.close_search()
    await keyword.answered()
    assert (keyword.results.stage, keyword.offers) == (Stage.HINT, [])


async def test_there_is_an_end_to_searches_and_it_is_said(keyword, bar):
    page = keyword.page
    for number in range(MOST_TABS + 1):
        look_for(keyword, f"zzqqxx{number}")
        page.new_search()
    assert bar.count() == MOST_TABS
    assert page.results.banner.text.text() == "20 searches are open. Close one to open another."


async def test_tabs_that_were_moved_keep_what_is_theirs(keyword, bar):
    await two_searches(keyword)
    lamps = keyword.offers
    bar.moveTab(1, 0)
    assert (keyword.page.words.text(), keyword.offers) == ("lamp", lamps)
    bar.setCurrentIndex(1)
    assert keyword.page.words.text() == "mug"


async def test_another_account_searches_again_and_what_is_behind_when_it_is_looked_at(
    keyword, bar, open_scope
):
    await two_searches(keyword)
    calls = keyword.desk.sandbox.control.calls
    before = calls("AG3"), calls("TG2")
    keyword.controller.deleteLater()
    KeywordController(keyword.page, Search(keyword.desk.gateway), open_scope("next"))
    await keyword.stage(Stage.RESULTS)
    await keyword.answered()
    assert calls("AG3") == before[0]
    assert calls("TG2") > before[1]
    bar.setCurrentIndex(0)
    await keyword.stage(Stage.RESULTS)
    assert calls("AG3") > before[0]
    assert {offer.ref.platform for offer in keyword.offers} == {Platform.ALIBABA}


async def test_the_language_of_another_account_ends_with_it(keyword, bar, open_scope):
    keyword.page.open(KeywordQuery(Platform.ALIBABA, "mug", language="vi"))
    await keyword.stage(Stage.RESULTS)
    assert keyword.page.query().language == "vi"
    keyword.controller.deleteLater()
    KeywordController(keyword.page, Search(keyword.desk.gateway), open_scope("next"))
    assert keyword.page.query().language == ""
    assert keyword.page.query_of(keyword.page.results).language == ""


async def test_nothing_looks_like_loading_when_no_account_is_open(keyword):
    await keyword.controller._scope.close()
    keyword.page.open(KeywordQuery(Platform.ALIBABA, "lamp"))
    assert keyword.page.results.stage is Stage.HINT
