"""Everything that was seen on its page: filtered, sorted, grown, empty, and when the file cannot be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from sourcing_desktop.domain.offer import OfferRef, Platform, Words
from sourcing_desktop.domain.seen import FoundBy, FoundIn, SeenKind, SeenOrder, SeenQuery
from sourcing_desktop.ui.library.library_controller import FIRST
from sourcing_desktop.ui.library.period import Span
from sourcing_desktop.ui.library.picker import HIGHEST
from sourcing_desktop.ui.search.results_view import Stage
from tests.support.seen import CUPS, MUGS, offer
from tests.support.waiting import until

KEY = Qt.Key
NOW = datetime.now(UTC)


def named(number: int, title: str, **facts) -> object:
    return replace(offer(number), title=Words("", title), **facts)


async def test_an_empty_library_says_what_will_be_here(shelf):
    await until(
        lambda: shelf.page.found.stage is Stage.HINT and "stays here" in shelf.page.found.hint.text.text()
    )
    assert shelf.model.rowCount() == 0


async def test_more_than_at_first_come_in_portions_in_the_right_order(shelf):
    await shelf.put([offer(number) for number in range(FIRST + 300)])
    model = shelf.model
    await until(lambda: model.rowCount() == FIRST + 300)
    shelf.page.found.grid.scrollToBottom()
    await until(lambda: model.at(model.rowCount() - 1) is not None)
    assert shelf.page.found.count.text() == "500 offers"
    every = [number for number in range(FIRST + 300)]
    shown = [int(model.at(row).ref.id.removeprefix("id-")) for row in shelf.page.found.grid.shown_rows()]
    assert set(shown) <= set(every)
    assert len(set(shown)) == len(shown)


async def test_words_are_looked_for_a_moment_after_they_are_typed(shelf):
    await shelf.put([named(1, "Red mug"), named(2, "Blue cup")])
    QTest.keyClicks(shelf.page.words, "blue")
    await shelf.shows("Blue cup")
    shelf.page.words.setText("nothing like it")
    await until(lambda: shelf.page.found.stage is Stage.NONE)
    step = shelf.page.found.none.findChild(QPushButton)
    assert step.text() == "Leave out the words"
    step.click()
    await until(lambda: shelf.model.rowCount() == 2)


async def test_down_goes_from_the_words_to_the_cards(shelf):
    await shelf.put([named(1, "Red mug"), named(2, "Blue cup")])
    shelf.page.words.setFocus()
    QTest.keyClicks(shelf.page.words, "red")
    QTest.keyClick(shelf.page.words, KEY.Key_Down)
    assert shelf.page.found.grid.hasFocus()
    await shelf.shows("Red mug")


async def test_filters_narrow_and_stand_as_chips_that_take_them_off(shelf):
    taobao = OfferRef(Platform.TAOBAO, "v2", "9")
    goods = [offer(1, fen=500), offer(2, fen=900, shop="Star"), replace(offer(3, fen=700), ref=taobao)]
    await shelf.put(goods)
    filters = shelf.page.filters
    filters.platform.setCurrentIndex(1)
    filters.platform.activated.emit(1)
    await until(lambda: shelf.model.rowCount() == 2)
    filters.prices.high.setText("6")
    filters.prices.edited.emit()
    await shelf.shows("Mug 1")
    assert [chip.text() for chip in filters.chips.buttons] == ["1688", "up to ¥6.00"]
    filters.chips.buttons[1].click()
    await until(lambda: shelf.model.rowCount() == 2)
    shelf.page.found.seller_wanted.emit("Star")
    await shelf.shows("Mug 2")
    filters.clear.click()
    await until(lambda: shelf.model.rowCount() == 3)
    assert filters.chips.isHidden()


async def test_a_price_that_is_none_is_said_and_the_prices_of_before_stay(shelf):
    await shelf.put([offer(1)])
    prices, words = shelf.page.filters.prices, shelf.page.words
    words.setText("sofa")
    await until(lambda: shelf.page.found.stage is Stage.NONE)
    prices.low.setText("12,5")
    prices.edited.emit()
    assert "is not a price" in shelf.page.filters.note.text()
    assert shelf.page.query() == SeenQuery(words="sofa")
    words.clear()
    await shelf.shows("Mug 1")
    assert shelf.page.filters.note.isVisible()
    prices.low.setText("20")
    prices.edited.emit()
    await until(lambda: shelf.page.found.stage is Stage.NONE)
    assert shelf.page.filters.note.isHidden()


async def test_sellers_and_searches_are_chosen_from_lists_that_letters_narrow(shelf):
    await shelf.put([offer(1, shop="Yiwu Star"), offer(2, shop="Quảng Châu Đẹp")])
    await shelf.put([offer(3)], CUPS)
    seller = shelf.page.filters.seller
    seller.click()
    await until(seller.panel.isVisible)
    assert seller.panel.list.height() < HIGHEST / 2  # no room for what is not there
    assert not seller.panel.list.verticalScrollBar().isVisible()
    assert seller.panel.list.count() == 3
    QTest.keyClicks(seller.panel.words, "dep")
    assert seller.panel.list.count() == 1
    QTest.keyClick(seller.panel.words, KEY.Key_Return)
    await shelf.shows("Mug 2")
    shelf.page.filters.reset()
    found_by = shelf.page.filters.found_by
    found_by.click()
    await until(found_by.panel.isVisible)
    texts = [found_by.panel.list.item(row).text() for row in range(found_by.panel.list.count())]
    cups = next(row for row, text in enumerate(texts) if text.startswith("“cup”"))
    found_by.panel.list.itemClicked.emit(found_by.panel.list.item(cups))
    await shelf.shows("Mug 3")
    assert [chip.text() for chip in shelf.page.filters.chips.buttons] == ["found by “cup”"]


async def test_categories_have_names_also_when_nobody_tells_them_any_more(shelf, open_shelf):
    bags = FoundBy(FoundIn.WORDS, "bag", "70")
    await shelf.put([offer(1)], bags)
    shelf.page.set_categories([("70", Words("箱包", "Bags"))])
    other = await open_shelf()
    await other.put([offer(2)])
    other.page.filters.category.click()
    await until(other.page.filters.category.panel.isVisible)
    assert other.page.filters.category.panel.list.item(0).text() == "Bags · 1 offer"
    other.page.filters.category.panel.hide()


async def test_the_time_is_chosen_by_days(shelf):
    await shelf.put([offer(1)], at=NOW - timedelta(days=40))
    await shelf.put([offer(2)], at=NOW)
    filters = shelf.page.filters
    filters.time.setCurrentIndex(filters.time.findData(Span.MONTH))
    filters.time.activated.emit(0)
    await shelf.shows("Mug 2")
    filters.time.setCurrentIndex(filters.time.findData(Span.DAYS))
    filters.time.activated.emit(0)
    assert filters.days.isVisible()
    assert filters.time.currentData() == Span.MONTH  # until days are chosen
    day = (NOW - timedelta(days=40)).astimezone().date()
    filters.days.days.show_days(day, day)
    filters.days.findChild(QPushButton).click()
    await shelf.shows("Mug 1")
    assert filters.chips.buttons[0].text() == day.isoformat()


async def test_sorted_by_price_and_by_how_often_it_was_seen(shelf):
    await shelf.put([offer(1, fen=900), offer(2, fen=100), offer(3, fen=500)])
    await shelf.put([offer(3, fen=500)], CUPS, NOW)
    order = shelf.page.filters.order
    for wanted, titles in (
        (SeenOrder.CHEAPEST, ("Mug 2", "Mug 3", "Mug 1")),
        (SeenOrder.DEAREST, ("Mug 1", "Mug 3", "Mug 2")),
    ):
        order.setCurrentIndex(order.findData(wanted))
        order.activated.emit(0)
        await shelf.shows(*titles)
    order.setCurrentIndex(order.findData(SeenOrder.MOST_SEEN))
    order.activated.emit(0)
    await until(lambda: shelf.titles[:1] == ["Mug 3"])


async def test_the_line_below_tells_of_the_card_the_keyboard_is_at(shelf):
    await shelf.put([offer(1, fen=900)])
    await shelf.put([offer(1, fen=1200)], CUPS, NOW)
    shelf.page.found.take_keyboard()
    told = shelf.page.facts.text()
    assert told.startswith("Seen 2 times, last ")
    assert "found by “cup”" in told
    assert "was ¥9.00" in told


async def test_what_is_seen_meanwhile_is_told_and_shown_when_wanted(shelf):
    await shelf.put([offer(number) for number in range(60)])
    shelf.page.found.grid.verticalScrollBar().setValue(300)
    shelf.sightings.note([offer(100), offer(101)], CUPS, NOW)
    await until(lambda: shelf.page.newer.text.text() == "2 newer offers")
    assert shelf.model.rowCount() == 60
    assert shelf.page.found.grid.verticalOffset() == 300
    shelf.page.newer.button.click()
    await until(lambda: shelf.model.rowCount() == 62)
    assert shelf.page.newer.isHidden()


async def test_at_the_top_it_is_up_to_date_when_the_buyer_comes_back(shelf):
    await shelf.put([offer(1)])
    shelf.page.hide()
    shelf.sightings.note([offer(2)], CUPS, NOW)
    await until(lambda: shelf.controller._stale)
    shelf.page.show()
    await shelf.shows("Mug 2", "Mug 1")


async def test_counts_and_size_are_told(shelf):
    await shelf.put([offer(number) for number in range(30)])
    shelf.library.changed.tell(None)
    await until(lambda: shelf.page.filters.kind.buttons[SeenKind.SEEN].text() == "Seen 30")
    assert shelf.page.menu.text().startswith("30 offers · ")


async def test_remembering_can_be_switched_off_and_on_again(shelf):
    shelf.page.menu.remember.trigger()
    await until(shelf.page.off.isVisible)
    assert not shelf.library.remembering
    shelf.page.off.button.click()
    await until(shelf.page.off.isHidden)
    assert shelf.library.remembering


async def test_part_order_and_filters_are_as_they_were_left(shelf, open_shelf):
    filters = shelf.page.filters
    filters.kind.buttons[SeenKind.OPENED].click()
    filters.order.setCurrentIndex(filters.order.findData(SeenOrder.CHEAPEST))
    filters.order.activated.emit(0)
    filters.found_by.chosen.emit(MUGS)
    filters.prices.low.setText("1.5")
    filters.prices.edited.emit()
    again = (await open_shelf()).page.filters
    assert (again.chosen, again.period) == (filters.chosen, filters.period)
    assert again.chosen.found_by == MUGS
    assert again.kind.chosen is SeenKind.OPENED
    assert again.prices.low.text() == "1.50"


async def test_another_account_begins_with_its_own_filters(shelf, open_shelf, tmp_path):
    filters = shelf.page.filters
    filters.seller.chosen.emit("Star")
    shelf.page.words.setText("mug")
    shelf.page.show_sight(shelf.page.sight)
    shelf = await open_shelf(tmp_path / "other", shelf.page, "another")
    assert shelf.page.query() == SeenQuery()
    assert not shelf.page.by_sight
    filters.order.setCurrentIndex(filters.order.findData(SeenOrder.OLDEST))
    filters.order.activated.emit(0)
    shelf = await open_shelf(page=shelf.page)
    assert shelf.page.query() == SeenQuery(seller="Star")


async def test_an_empty_part_leads_back_to_all(shelf):
    await shelf.put([offer(1)])
    shelf.page.filters.kind.buttons[SeenKind.ORDERED].click()
    await until(lambda: shelf.page.found.stage is Stage.NONE)
    assert "you order stay here" in shelf.page.found.none.text.text()
    shelf.page.found.none.first_step.click()
    await shelf.shows("Mug 1")


async def test_a_file_that_cannot_be_read_is_told_with_retry(open_shelf, tmp_path):
    folder = tmp_path / "broken"
    folder.write_text("a file where the folder should be")
    shelf = await open_shelf(folder)
    await until(lambda: shelf.page.found.stage is Stage.FAILED)
    assert shelf.page.found.failed.text.text()
    folder.unlink()
    shelf.page.found.failed.button.click()
    await until(lambda: shelf.page.found.stage is Stage.HINT)


async def test_another_bar_takes_the_place_of_words_and_gives_it_back(shelf):
    await shelf.put([offer(1)])
    bar = QPushButton("By sight")
    shelf.page.show_sight(bar)
    assert bar.isVisible()
    assert not shelf.page.words.isVisible()
    assert shelf.page.words_field() is None
    shelf.page.show_found(0, ())
    shelf.controller.look()  # not while the cards are another's
    assert shelf.model.rowCount() == 0
    shelf.page.show_all()
    await shelf.shows("Mug 1")
    assert not bar.isVisible()
    bar.deleteLater()
