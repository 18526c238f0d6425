"""Looking for goods by words: typing, the latest search wins, paging, and what is said when it fails."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy

from sourcing_desktop.app.hand import click, press, write
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.search import FilterWord, KeywordQuery, Sort
from sourcing_desktop.ui.search.results_view import Stage
from tests.support.waiting import until

ENTER = Qt.Key.Key_Return
SEARCH = {Platform.ALIBABA: "AG3", Platform.TAOBAO: "TG2"}


def look_for(bench, words):
    bench.page.words.clear()
    write(bench.page.words, words)
    press(bench.page.words, ENTER)


async def found(bench, words, platform=Platform.ALIBABA):
    """The first page as the gateway gives it."""
    page = await bench.desk.gateway.side(platform).keyword(KeywordQuery(platform, words), 1, 20)
    return list(page.offers)


def to_the_end(bench):
    bar = bench.results.grid.verticalScrollBar()
    bar.setValue(bar.maximum())


async def test_a_pause_in_typing_searches_once(keyword):
    asked = QSignalSpy(keyword.page.search_requested)
    write(keyword.page.words, "mug")
    assert (keyword.results.stage, asked.count()) == (Stage.HINT, 0)
    await keyword.stage(Stage.RESULTS)
    assert asked.count() == 1
    assert keyword.offers[:20] == await found(keyword, "mug")


async def test_enter_does_not_wait_for_the_pause(keyword):
    asked = QSignalSpy(keyword.page.search_requested)
    look_for(keyword, "mug")
    assert (keyword.results.stage, asked.count()) == (Stage.LOADING, 1)
    await keyword.stage(Stage.RESULTS)
    assert asked.count() == 1


async def test_one_letter_is_searched_for_only_on_enter(keyword):
    write(keyword.page.words, "m")
    keyword.page._pause.timeout.emit()
    assert keyword.results.stage is Stage.HINT
    press(keyword.page.words, ENTER)
    assert keyword.results.stage is Stage.LOADING


async def test_enter_without_words_asks_nothing(keyword):
    look_for(keyword, "   ")
    assert keyword.results.stage is Stage.HINT
    assert keyword.desk.sandbox.control.calls("AG3") == 0


async def test_chinese_from_an_input_method_is_searched_for(keyword):
    look_for(keyword, "连衣裙")
    await keyword.stage(Stage.RESULTS)
    assert any("连衣裙" in offer.title.original for offer in keyword.offers)


async def test_an_older_slower_answer_is_never_shown(keyword):
    keyword.desk.sandbox.control.fault("AG3", "delay", seconds=0.6)
    look_for(keyword, "mug")
    await until(lambda: keyword.desk.sandbox.control.calls("AG3") == 1)
    look_for(keyword, "backpack")
    await keyword.stage(Stage.RESULTS)
    expected = keyword.offers[:20]
    await keyword.answered()
    assert keyword.offers[:20] == expected == await found(keyword, "backpack")


async def test_more_comes_at_the_end_and_each_offer_once(keyword):
    look_for(keyword, "mug")
    await keyword.stage(Stage.RESULTS)
    await until(lambda: to_the_end(keyword) or keyword.results.count.text().split(" ", 1)[1] == "offers")
    refs = [offer.ref for offer in keyword.offers]
    assert len(set(refs)) == len(refs) > 20
    assert keyword.results.count.text() == f"{len(refs):,} offers"


async def test_old_cards_stay_dimmed_while_a_new_search_runs(keyword):
    look_for(keyword, "mug")
    await keyword.stage(Stage.RESULTS)
    await keyword.answered()
    before = keyword.offers
    keyword.desk.sandbox.control.fault("AG3", "delay", seconds=0.3)
    look_for(keyword, "backpack")
    assert (keyword.offers, keyword.results.model.dimmed) == (before, True)
    assert keyword.results.grid.isVisible()
    await keyword.stage(Stage.RESULTS)
    assert not keyword.results.model.dimmed


async def test_a_page_that_fails_leaves_the_offers_and_can_be_asked_for_again(keyword):
    keyword.page.resize(400, 300)
    look_for(keyword, "mug")
    await keyword.stage(Stage.RESULTS)
    await keyword.answered()
    before = keyword.offers
    keyword.desk.sandbox.control.fault("AG3", "html", times=0)
    to_the_end(keyword)
    await until(keyword.results.banner.isVisible)
    assert keyword.offers == before
    assert not keyword.results.model.dimmed
    assert keyword.results.grid.isVisible()
    keyword.desk.sandbox.control.clear()
    keyword.results.banner.retry.click()
    await until(lambda: len(keyword.offers) > len(before))
    assert keyword.offers[: len(before)] == before
    assert not keyword.results.banner.isVisible()


async def test_prices_narrow_the_search(keyword):
    look_for(keyword, "mug")
    filters = keyword.page.filters
    for field, text in ((filters.price_from, "20"), (filters.price_to, "¥ 1,000.50")):
        write(field, text)
        press(field, ENTER)
    await keyword.stage(Stage.RESULTS)
    await keyword.answered()
    assert keyword.offers
    assert all(2000 <= offer.price.minor <= 100050 for offer in keyword.offers)


@pytest.mark.parametrize("pasted", ["cheap", "12,50", "1e3", "-5", "NaN", "99999999999", "١٢", "20\n30"])
async def test_text_pasted_into_a_price_says_so_and_stays(keyword, pasted, qapp):
    look_for(keyword, "mug")
    await keyword.stage(Stage.RESULTS)
    await keyword.answered()
    asked = QSignalSpy(keyword.page.search_requested)
    field = keyword.page.filters.price_from
    qapp.clipboard().setText(pasted)
    field.setFocus()
    press(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    press(field, ENTER)
    assert keyword.page.filters.note.text() == f"“{field.text()}” is not a price. Type it like 12.50."
    assert field.property("problem")
    assert asked.count() == 0
    assert keyword.page.filters.clear.isVisible()
    keyword.page.filters.clear.click()
    assert (field.text(), bool(field.property("problem")), keyword.page.filters.note.text()) == (
        "",
        False,
        "",
    )


async def test_a_lowest_price_above_the_highest_is_pointed_out(keyword):
    look_for(keyword, "mug")
    filters = keyword.page.filters
    for field, text in ((filters.price_from, "60"), (filters.price_to, "20")):
        write(field, text)
        press(field, ENTER)
    assert filters.note.text() == "The lowest price is above the highest."
    assert filters.price_to.property("problem")
    write(filters.price_to, "0")
    press(filters.price_to, ENTER)
    assert filters.note.text() == ""
    assert not filters.price_to.property("problem")


async def test_a_filter_word_narrows_the_search_and_stands_as_a_chip(keyword):
    look_for(keyword, "mug")
    await keyword.stage(Stage.RESULTS)
    await keyword.answered()
    everything = len(keyword.offers)
    click(keyword.page.filters.words)
    click(keyword.page.filters.panel.boxes[FilterWord.CERTIFIED_FACTORY], QPoint(8, 10))
    assert [chip.text() for chip in keyword.page.filters.chips.buttons] == ["Certified factory"]
    await keyword.stage(Stage.RESULTS)
    await keyword.answered()
    assert 0 < len(keyword.offers) < everything


async def test_results_are_sorted_by_price(keyword):
    look_for(keyword, "mug")
    sort = keyword.page.filters.sort
    sort.setCurrentIndex(sort.findData(Sort.PRICE_UP))
    await keyword.stage(Stage.RESULTS)
    prices = [offer.price.minor for offer in keyword.offers[:20]]
    assert prices == sorted(prices)


async def test_the_other_platform_is_searched_for_the_same_words_once(keyword):
    look_for(keyword, "lamp")
    sort = keyword.page.filters.sort
    sort.setCurrentIndex(sort.findData(Sort.REPURCHASE))
    await keyword.stage(Stage.RESULTS)
    asked = QSignalSpy(keyword.page.search_requested)
    keyword.page.platform.buttons[Platform.TAOBAO].click()
    await keyword.stage(Stage.RESULTS)
    assert asked.count() == 1
    assert keyword.page.words.text() == "lamp"
    assert {offer.ref.platform for offer in keyword.offers} == {Platform.TAOBAO}
    assert sort.currentData() == Sort.DEFAULT


async def test_on_taobao_the_program_filters_by_price_and_says_so(keyword):
    keyword.page.platform.choose(Platform.TAOBAO)
    look_for(keyword, "lamp")
    filters = keyword.page.filters
    write(filters.price_to, "60")
    press(filters.price_to, ENTER)
    await keyword.stage(Stage.RESULTS)
    assert filters.note.text() == (
        "Taobao cannot filter by price, so this program leaves out what does not fit."
    )
    assert all(offer.price.minor <= 6000 for offer in keyword.offers)
    assert "outside the price range left out" in keyword.results.count.text()


async def test_nothing_found_is_said_with_the_words(keyword):
    look_for(keyword, "zzqqxx")
    await keyword.stage(Stage.NONE)
    assert keyword.results.none.text.text().startswith("Nothing found for “zzqqxx”.")
    assert keyword.results.count.text() == ""


@pytest.mark.parametrize("platform", list(Platform))
async def test_a_failed_search_can_be_tried_again(keyword, platform):
    keyword.desk.sandbox.control.fault(SEARCH[platform], "http_500", times=0)
    keyword.page.platform.choose(platform)
    look_for(keyword, "lamp")
    await keyword.stage(Stage.FAILED)
    assert keyword.results.failed.text.text() == "The gateway failed on its side. Try again in a moment."
    assert keyword.page.words.text() == "lamp"
    keyword.desk.sandbox.control.clear()
    keyword.results.failed.button.click()
    await keyword.stage(Stage.RESULTS)
    assert keyword.offers[:20] == await found(keyword, "lamp", platform)
