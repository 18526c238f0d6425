"""Payments whose answers never come, and windows that close in the middle."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sourcing_desktop.domain.account import Credentials
from sourcing_desktop.domain.intent import IntentState
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import OrderState
from sourcing_desktop.domain.payment import PayWay
from sourcing_desktop.gateways.pandapon import PandaPon
from sourcing_desktop.services.settling import Patience
from sourcing_desktop.storage.journal import Journal
from tests.support.async_tests import Ends
from tests.support.desk import Desk, OpenDesk
from tests.support.waiting import until
from tests.support.window import OpenWindow

BOTH = pytest.mark.parametrize("platform", list(Platform))
PAY = {Platform.ALIBABA: "AO1", Platform.TAOBAO: "TO6"}


async def test_what_was_refused_and_then_paid_is_no_longer_said(till):
    await till.place(Platform.ALIBABA)
    order = till.page.model.order(0)
    till.control.refuse("400_4", order_id=order.id)
    await till.desk.paying.pay([order], PayWay.ACCOUNT)
    await until(lambda: till.page.unsettled.rows)
    till.control.refuse("", order_id=order.id)
    await till.desk.paying.pay([order], PayWay.ACCOUNT)
    await until(lambda: not till.page.unsettled.rows)
    await till.read()


@BOTH
async def test_an_answer_that_is_lost_is_settled_by_asking(till, platform):
    await till.place(platform)
    till.control.fault(PAY[platform], "cut_after")
    till.page.pay_bar.all.click()
    till.page.pay_bar.pay.click()
    (await till.opened()).pay.click()
    await till.paid("1 order paid")
    assert till.control.calls(PAY[platform]) == 1
    await till.close()


async def test_an_unclear_payment_is_marked_until_the_gateway_has_said(joined, open_desk: OpenDesk):
    till = joined(await open_desk(patience=timedelta(hours=1)))
    await till.begin()
    till.control.fault("AO1", "cut_before")
    till.sheet.pay.click()
    await until(lambda: till.rows[0].outcome.property("role") == "warning")
    await till.close()
    await until(lambda: till.page.unsettled.rows)
    (row,) = till.page.unsettled.rows.values()
    assert row.title.text().startswith("Payment of order ")
    assert row.ask.isVisible()
    assert till.page.model.index(0, 3).data() == "Payment unclear"
    assert not till.page.model.all_payable
    assert not till.page.table.pay.isEnabled()
    await till.desk.gateway.alibaba.pay_many(till.placed)  # it arrives after all
    row.ask.click()
    await until(lambda: not till.page.unsettled.rows)
    assert (await till.desk.journal.payments())[0].state is IntentState.DONE
    await until(lambda: till.page.model.order(0).state is OrderState.TO_SHIP)


async def test_the_buyer_closes_an_unclear_payment(joined, open_desk: OpenDesk):
    till = joined(await open_desk(patience=timedelta(hours=1)))
    await till.begin()
    till.control.fault("AO1", "cut_before")
    till.sheet.pay.click()
    await till.paid("1 payment unclear")
    await until(lambda: till.page.unsettled.rows)
    till.sheet.leave.click()
    (row,) = till.page.unsettled.rows.values()
    assert row.give_up.text() == "I have looked: close it"
    row.give_up.click()
    await until(lambda: "still looking" in till.page.banner.text.text())
    assert till.page.unsettled.rows, "the payment may arrive yet"
    till.desk.paying._patience = Patience(timedelta(0))  # the hour is over
    row.give_up.click()
    await until(lambda: till.page.model.all_payable)
    assert not till.page.unsettled.rows
    assert (await till.desk.journal.payments())[0].state is IntentState.REJECTED
    await till.close()


async def test_closing_the_sheet_does_not_stop_a_payment(till):
    sheet = await till.begin()
    till.control.fault("AO1", "delay", seconds=0.4)
    sheet.pay.click()
    await until(lambda: till.rows[0].outcome.text() == "Paying…")
    sheet.leave.click()
    await until(lambda: till.paying.payment is None)
    await until(lambda: till.page.model.index(0, 3).data() == "Paying…")
    assert not till.page.model.all_payable
    await till.close()
    assert till.page.model.order(0).state is OrderState.TO_SHIP


async def test_what_fails_after_the_sheet_was_closed_is_said_on_the_page(till):
    sheet = await till.begin()
    await till.desk.database.run(lambda connection: connection.exec_driver_sql("DROP TABLE journal"))
    sheet.pay.click()
    sheet.leave.click()
    await until(lambda: till.page.banner.isVisible())
    assert till.control.calls("AO1") == 0
    await till.close()


async def test_without_a_journal_nothing_is_paid(till):
    sheet = await till.begin()
    await till.desk.database.run(lambda connection: connection.exec_driver_sql("DROP TABLE journal"))
    sheet.pay.click()
    await till.paid("Nothing was paid")
    assert till.rows[0].outcome.text().startswith("Not paid: ")
    assert till.control.calls("AO1") == 0
    await till.close()


async def test_closing_the_window_waits_for_a_payment(open_window: OpenWindow, at_the_end: Ends):
    program = await open_window()
    session, page, control = program.session, program.window.orders, program.sandbox.control
    keys, journal = program.sandbox.keys, Journal(program.database, session.account.id)
    gateway = PandaPon(session.account, Credentials(keys.access_key, keys.secret, keys.user_id))
    at_the_end.append(gateway.close)
    desk = Desk(
        program.sandbox, gateway, program.database, journal, session.basket, session.ordering, session.paying
    )
    placed = await session.ordering.place(await desk.draft())
    control.fault("AO1", "delay", seconds=0.5)
    session.checkout.pay_requested.emit(((Platform.ALIBABA, placed.order_ids[0]),))
    await until(lambda: session.payment.payment is not None)
    sheet = session.payment.payment.sheet
    sheet.pay.click()
    await until(lambda: control.calls("AO1"))
    await open_window()
    (intent,) = await journal.payments()
    assert intent.state is IntentState.DONE
    assert control.calls("AO1") == 1
    await until(lambda: page.model.rowCount() and page.model.order(0).state is OrderState.TO_SHIP)
