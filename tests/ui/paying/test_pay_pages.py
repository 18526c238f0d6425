"""Paying on the platform's page, in the browser."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.payment import PayWay
from tests.support.waiting import until

LARGE_FEN = 600_000
"""More than the sandbox pays without a password."""


async def test_a_large_order_is_paid_in_the_browser(till):
    await till.place(Platform.ALIBABA)
    (order_id,) = till.placed
    till.control.change_total(order_id, LARGE_FEN)
    await till.read()
    till.page.table.setCurrentIndex(till.page.model.index(0, 0))
    till.page.table.pay.trigger()
    sheet = await till.opened()
    sheet.pay.click()
    await till.paid("Nothing was paid")
    (row,) = till.rows
    assert not till.browser.pages
    row.page.click()
    await till.paid("1 order to pay in your browser")
    (page,) = till.browser.pages
    assert order_id in page
    assert till.states() == {order_id: "to pay"}
    row.copy.click()
    row.open.click()
    assert till.browser.pages == [page, page]
    assert till.control.calls("AO9") == 1
    await till.close()
    assert till.page.model.index(0, 3).data() == "Pay page open"
    till.pay_in_browser(page)
    QApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    await until(lambda: till.page.model.index(0, 3).data() == "To ship")


async def test_of_several_pay_pages_the_buyer_opens_each(till):
    await till.place(Platform.ALIBABA, Platform.ALIBABA)
    for order_id in till.placed:
        till.control.change_total(order_id, LARGE_FEN)
    await till.read()
    till.paying.begin(till.page.model.all_payable, PayWay.PAGE)
    sheet = await till.opened()
    assert sheet.pay.text().startswith("Go to pay 2 orders")
    sheet.pay.click()
    await till.paid("2 orders to pay in your browser")
    assert not till.browser.pages
    for row in till.rows:
        row.open.click()
    assert len({*till.browser.pages}) == 2
    await till.close()


async def test_a_small_order_may_be_paid_where_its_page_is_asked_for(till):
    await till.place(Platform.ALIBABA)
    till.page.table.setCurrentIndex(till.page.model.index(0, 0))
    till.page.table.page.trigger()
    sheet = await till.opened()
    assert sheet.groups[0].way is PayWay.PAGE
    assert sheet.groups[0].note.isVisible()
    sheet.pay.click()
    await till.paid("1 order paid")
    assert not till.browser.pages
    await till.close()
