"""From the list of orders to paid ones, once per confirmation."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sourcing_desktop.domain.intent import IntentState
from sourcing_desktop.domain.offer import Platform
from tests.support.waiting import until

PAY = {Platform.ALIBABA: "AO1", Platform.TAOBAO: "TO6"}
BOTH = pytest.mark.parametrize("platform", list(Platform))


async def test_orders_of_both_platforms_are_paid_from_one_confirmation(desk, joined):
    till = joined(desk)
    sheet = await till.begin(*Platform)
    assert sheet.pay.text() == f"Pay 2 orders · {sheet.amount.text()}"
    assert not any(till.control.calls(code) for code in PAY.values())
    sheet.pay.click()
    await till.paid("2 orders paid")
    assert all(row.outcome.text().startswith("Paid.") for row in till.rows)
    assert set(till.states().values()) <= {"to ship"}
    await till.close()
    assert not till.page.model.all_payable
    assert not till.page.pay_bar.isVisible()


@BOTH
async def test_a_double_click_pays_once(till, platform):
    sheet = await till.begin(platform)
    QTest.mouseDClick(sheet.pay, Qt.MouseButton.LeftButton)
    sheet.pay_requested.emit()
    await till.paid("1 order paid")
    assert till.control.calls(PAY[platform]) == 1
    assert len(await till.desk.journal.payments()) == 1
    await till.close()


async def test_enter_pays_nothing_and_control_enter_does(till):
    sheet = await till.begin()
    for widget in (sheet, sheet.pay, sheet.leave):
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_Return)
    assert sheet.isVisible()
    assert not await till.desk.journal.payments()
    QTest.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await till.paid("1 order paid")
    await till.close()


async def test_cancelling_pays_nothing(till):
    sheet = await till.begin()
    sheet.leave.click()
    await until(lambda: till.paying.payment is None)
    assert not await till.desk.journal.payments()
    assert till.page.model.chosen
    await till.close()


async def test_one_refused_order_leaves_the_others_paid(till):
    await till.place(Platform.ALIBABA, Platform.ALIBABA)
    till.control.refuse("400_4", order_id=till.placed[0])
    till.page.pay_bar.all.click()
    till.page.pay_bar.pay.click()
    sheet = await till.opened()
    sheet.pay.click()
    await till.paid("1 of 2 orders paid")
    refused = sheet.rows[Platform.ALIBABA, till.placed[0]]
    assert refused.outcome.text().startswith("Nothing was paid.")
    assert refused.outcome.property("role") == "danger"
    assert till.control.calls("AO1") == 1
    await till.close()
    assert [row.intent.state for row in till.page.unsettled.rows.values()] == [IntentState.REJECTED]
    assert [order.id for order in till.page.model.all_payable] == [till.placed[0]]


async def test_an_order_that_costs_something_else_by_now_is_not_paid(till):
    await till.begin()
    till.control.change_total(till.placed[0], 12_345)
    till.sheet.pay.click()
    await till.paid("Nothing was paid")
    assert "the order costs ¥123.45 now" in till.rows[0].outcome.text()
    assert till.control.calls("AO1") == 0
    await till.close()
    assert till.page.model.order(0).total.minor == 12_345


async def test_orders_just_placed_are_read_before_they_are_paid(till):
    await till.place(*Platform)
    till.control.change_total(till.placed[0], 12_345)
    keys = [(Platform.ALIBABA, till.placed[0]), (Platform.TAOBAO, till.placed[1])]
    till.paying.begin_with(keys)
    sheet = await till.opened()
    assert sheet.rows[keys[0]].order.total.minor == 12_345
    assert [group.platform for group in sheet.groups] == [*Platform]
    await till.close()


async def test_an_order_that_is_still_in_the_making_is_left_for_later(till):
    await till.place(Platform.ALIBABA)
    made = await till.desk.ordering.place(await till.desk.draft(Platform.TAOBAO))
    keys = [(Platform.ALIBABA, till.placed[0]), (Platform.TAOBAO, made.order_ids[0])]
    till.paying.begin_with(keys)
    sheet = await till.opened()
    assert [*sheet.rows] == keys[:1]
    assert sheet.banner.text.text().startswith("1 order does not wait for payment yet.")
    await till.close()


async def test_orders_that_wait_for_no_money_open_no_sheet(till):
    await till.place(Platform.ALIBABA)
    await till.desk.gateway.alibaba.pay_many(till.placed)
    till.paying.begin_with([(Platform.ALIBABA, till.placed[0])])
    await until(lambda: till.page.banner.isVisible())
    assert till.paying.payment is None
    await till.close()


async def test_the_sum_is_said_in_the_buyers_currency_too(till):
    await till.exchange.state("VND", Decimal(3550))
    sheet = await till.begin()
    assert sheet.about.text().startswith("about ₫")
    assert sheet.about.isVisible()
    await till.close()
