"""From the cart to placed orders on real services, with everything that can happen to the answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sourcing_desktop.domain.address import AddressEntry
from sourcing_desktop.domain.intent import IntentState
from sourcing_desktop.domain.offer import Platform
from tests.support.desk import WAREHOUSE
from tests.support.waiting import until

KEY = Qt.Key
CREATE = {Platform.ALIBABA: "AO7", Platform.TAOBAO: "TO1"}
EDIT = {Platform.ALIBABA: "AK4", Platform.TAOBAO: "TK6"}
CTRL = Qt.KeyboardModifier.ControlModifier


async def test_both_platforms_are_ordered_from_one_confirmation(bench):
    sheet = await bench.begin(*Platform)
    assert sheet.address.address == WAREHOUSE
    assert sheet.place.text().startswith("Place 2 orders · ¥")
    sheet.place.click()
    await until(lambda: sheet.title.text() == "2 orders placed")
    assert all(card.outcome.text().startswith("Ordered. Order ") for card in sheet.cards)
    assert len(bench.orders) == 2
    await bench.close()
    assert not bench.desk.basket.cart.lines


@pytest.mark.parametrize("platform", list(Platform))
async def test_totals_are_those_of_the_quantity_typed_last(bench, platform):
    await bench.desk.fill(platform)
    await bench.addresses.use(WAREHOUSE)
    bench.desk.sandbox.control.fault(EDIT[platform], "delay", seconds=0.3)
    quantity = bench.type_quantity(bench.desk.basket.cart.lines[0].rules.lot)
    bench.page.checkout.click()
    await bench.answered()
    (card,) = bench.sheet.cards
    assert card.preview.goods == card.group.total
    bench.sheet.place.click()
    await until(lambda: bench.sheet.title.text() == "1 order placed")
    await bench.close()
    (intent,) = await bench.desk.ordering.intents()
    assert [line.quantity for line in intent.draft.lines] == [quantity]


async def test_a_quantity_the_gateway_refuses_keeps_from_checking_out(bench):
    await bench.desk.fill()
    bench.desk.sandbox.control.fault("AK4", "code", code=40001)
    bench.type_quantity(bench.desk.basket.cart.lines[0].rules.lot)
    bench.page.checkout.click()
    await until(bench.page.foot.obstacle.isVisible)
    await until(lambda: not bench.scope.running("checking out"))
    assert bench.checkout.confirmation is None
    assert not bench.scope.running("checkout")


async def test_a_double_click_makes_one_order(bench):
    sheet = await bench.begin()
    QTest.mouseDClick(sheet.place, Qt.MouseButton.LeftButton)
    QTest.mouseClick(sheet.place, Qt.MouseButton.LeftButton)
    sheet.place_requested.emit()
    QTest.keyClick(sheet, KEY.Key_Return, CTRL)
    await until(lambda: sheet.title.text() == "1 order placed")
    sheet.place_requested.emit()
    await bench.close()
    assert len(bench.orders) == 1
    assert bench.desk.sandbox.control.calls("AO7") == 1


async def test_the_keyboard_alone_confirms(bench):
    sheet = await bench.begin()
    for _ in range(30):
        if sheet.focusWidget() is sheet.place:
            break
        QTest.keyClick(sheet.focusWidget() or sheet, KEY.Key_Tab)
    QTest.keyClick(sheet.focusWidget(), KEY.Key_Return)
    assert not bench.placing.running("keep the address")
    QTest.keyClick(sheet.focusWidget(), KEY.Key_Space)
    await until(lambda: sheet.title.text() == "1 order placed")
    assert sheet.focusWidget() is sheet.leave
    await bench.close()
    assert len(bench.orders) == 1


async def test_closing_the_sheet_does_not_stop_the_order(bench):
    sheet = await bench.begin()
    bench.desk.sandbox.control.fault("AO7", "delay", seconds=0.3)
    sheet.place.click()
    await bench.close()
    assert bench.checkout.confirmation is None
    assert len(bench.orders) == 1
    (intent,) = await bench.desk.ordering.intents()
    assert intent.state is IntentState.DONE


@pytest.mark.parametrize("platform", list(Platform))
async def test_an_order_without_an_answer_says_so_and_is_not_sent_again(bench, platform):
    sheet = await bench.begin(platform)
    bench.desk.sandbox.control.fault(CREATE[platform], "cut_after")
    sheet.place.click()
    await until(lambda: sheet.title.text() == "0 of 1 order placed")
    assert sheet.cards[0].outcome.text().startswith("No clear answer came.")
    assert not sheet.place.isEnabled()
    await bench.desk.ordering.settle()
    assert sheet.cards[0].outcome.text().startswith("Ordered. Order ")
    assert sheet.title.text() == "1 order placed"
    await bench.close()
    assert bench.desk.sandbox.control.calls(CREATE[platform]) == 1
    assert len(bench.orders) == 1


async def test_a_rejected_order_says_why_and_the_other_goes_through(bench):
    sheet = await bench.begin(*Platform)
    bench.desk.sandbox.control.fault("AO7", "code", code=40001)
    sheet.place.click()
    await until(lambda: sheet.title.text() == "1 of 2 orders placed")
    assert sheet.cards[0].outcome.text().startswith("Not ordered: ")
    assert sheet.cards[1].outcome.text().startswith("Ordered. ")
    await bench.close()
    assert [line.ref.platform for line in bench.desk.basket.cart.lines] == [Platform.ALIBABA]


async def test_the_note_and_the_address_travel_with_the_order(bench):
    sheet = await bench.begin()
    sheet.cards[0].note.setText(" no invoice please ")
    sheet.place.click()
    await until(lambda: sheet.title.text() == "1 order placed")
    await bench.close()
    (intent,) = await bench.desk.ordering.intents()
    assert intent.draft.note == "no invoice please"
    assert intent.draft.address == WAREHOUSE
    assert (await bench.addresses.entries())[0].address == WAREHOUSE


@pytest.mark.parametrize("desk", ["v1"], indirect=True)
async def test_old_totals_are_asked_for_again_before_anything_is_placed(bench):
    sheet = await bench.begin()
    before = sheet.foot.total.text()
    bench.clock.ahead = timedelta(minutes=4)
    bench.desk.sandbox.control.set_price(bench.desk.basket.cart.lines[0].ref.id, 200)
    sheet.place.click()
    assert "asked for again" in sheet.banner.text.text()
    assert not sheet.place.isEnabled()
    bench.clock.ahead = timedelta(0)
    await bench.answered()
    assert not sheet.place.isEnabled()
    sheet.cards[0].differences.large.tick.click()
    assert sheet.place.isEnabled()
    assert not bench.orders
    assert sheet.foot.total.text() != before
    large = sheet.cards[0].differences.large.text.text()
    assert "(100 %) more than when you took them" in large
    assert "more than a moment ago" in large
    sheet.place.click()
    await until(lambda: sheet.title.text() == "1 order placed")
    await bench.close()


async def test_another_address_asks_for_new_totals(bench):
    sheet = await bench.begin()
    asked = bench.desk.sandbox.control.calls("AO6")
    sheet.address.form.written.emit(AddressEntry(replace(WAREHOUSE, street="文一西路2号")))
    assert not sheet.place.isEnabled()
    await until(sheet.place.isEnabled)
    assert bench.desk.sandbox.control.calls("AO6") == asked + 1
    await bench.close()


async def test_nothing_is_placed_while_another_address_is_being_written(bench):
    sheet = await bench.begin()
    assert sheet.place.isEnabled()
    sheet.address.new.click()
    assert (sheet.place.isEnabled(), sheet.foot.obstacle.text()) == (
        False,
        "Use the new address or cancel it.",
    )
    sheet.address.form.cancel.click()
    assert sheet.place.isEnabled()
    await bench.close()


async def test_without_an_address_one_is_written_first(bench):
    await bench.desk.fill()
    bench.page.checkout.click()
    await until(lambda: bench.checkout.confirmation is not None and bench.sheet.isVisible())
    await until(bench.sheet.address.form.isVisible)
    assert bench.sheet.foot.obstacle.text() == "Write down where the goods are to be delivered."
    bench.sheet.address.form.show_entry(AddressEntry(WAREHOUSE))
    QTest.keyClick(bench.sheet.address.form.lines["name"], KEY.Key_Return)
    await until(bench.sheet.place.isEnabled)
    await bench.close()


async def test_a_failed_preview_holds_back_until_it_is_asked_again_or_left_out(bench):
    bench.desk.sandbox.control.fault("AO6", "http_500", times=0)
    sheet = await bench.begin(*Platform)
    assert sheet.foot.obstacle.text() == f"Ask again or leave out {sheet.cards[0].name}."
    assert not sheet.place.isEnabled()
    sheet.cards[0].include.setChecked(False)
    assert sheet.place.isEnabled()
    sheet.cards[0].include.setChecked(True)
    bench.desk.sandbox.control.clear()
    sheet.cards[0].banner.retry.click()
    await until(sheet.place.isEnabled)
    await bench.close()
    assert not bench.orders


async def test_goods_that_are_gone_are_said_at_the_line(bench):
    await bench.desk.fill()
    bench.desk.sandbox.control.set_stock(bench.desk.basket.cart.lines[0].sku.id, 0)
    await bench.addresses.use(WAREHOUSE)
    bench.page.checkout.click()
    await bench.answered()
    assert not bench.sheet.cards[0].included
    assert bench.sheet.cards[0].banner.isVisible()
    assert not bench.sheet.place.isEnabled()
    await bench.close()


async def test_a_library_that_cannot_be_written_orders_nothing(bench):
    sheet = await bench.begin()
    await bench.desk.database.run(lambda connection: connection.exec_driver_sql("DROP TABLE journal"))
    sheet.place.click()
    await until(lambda: sheet.title.text() == "0 of 1 order placed")
    assert sheet.cards[0].outcome.text().startswith("Not ordered: Your library")
    await bench.close()
    assert bench.desk.sandbox.control.calls("AO7") == 0


async def test_what_fails_after_the_sheet_was_closed_is_said_in_the_window(bench):
    sheet = await bench.begin()
    await bench.desk.database.run(lambda connection: connection.exec_driver_sql("DROP TABLE journal"))
    sheet.place.click()
    sheet.leave.click()
    await until(lambda: bench.page.banner.text.text().startswith("Order from "))
    await bench.close()
