"""Stating a rate of exchange: in the dialog, and from the menu to the disk."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest

from sourcing_desktop.domain.exchange import Rate
from sourcing_desktop.services.exchange import Exchange
from sourcing_desktop.storage.exchange_rate import ExchangeRate
from sourcing_desktop.ui.exchange.rate_controller import RateController
from sourcing_desktop.ui.exchange.rate_dialog import RateDialog
from tests.support.waiting import until

DONG = Rate("VND", Decimal("3550.5"), datetime(2026, 11, 20, tzinfo=UTC))


@pytest.fixture
def open_dialog(theme, on_screen):
    def make(rate=None):
        dialog = RateDialog(theme, rate)
        on_screen(dialog)
        return dialog

    return make


def test_a_sum_one_knows_shows_what_the_rate_means(open_dialog):
    dialog = open_dialog()
    assert not dialog.use.isEnabled()
    QTest.keyClicks(dialog.per_yuan, "3550")
    assert dialog.example.text() == "¥1,000.00 is about ₫3,550,000."
    told = QSignalSpy(dialog.use_requested)
    QTest.keyClick(dialog.per_yuan, Qt.Key.Key_Return)
    assert told.at(0) == ["VND", Decimal(3550)]


def test_what_may_be_read_in_two_ways_is_asked_for_again(open_dialog):
    dialog = open_dialog()
    QTest.keyClicks(dialog.per_yuan, "3,550")
    assert dialog.example.text() == "3,550 can be read in two ways. Write 3550 or 3.5500."
    told = QSignalSpy(dialog.use_requested)
    QTest.keyClick(dialog.per_yuan, Qt.Key.Key_Return)
    assert told.count() == 0


def test_the_rate_in_use_stands_there_and_can_be_done_without(open_dialog):
    dialog = open_dialog(DONG)
    assert (dialog.currency.currentData(), dialog.per_yuan.text()) == ("VND", "3550.5")
    assert dialog.forget.isVisible()
    assert not open_dialog().forget.isVisible()


@pytest.mark.parametrize("desk", ["v2"], indirect=True)
async def test_a_rate_stated_is_kept_and_one_that_cannot_be_is_said(
    desk, theme, on_screen, open_scope, qtbot
):
    window = RateDialog(theme, None)  # any widget
    on_screen(window)
    exchange = Exchange(ExchangeRate(desk.database))
    controller = RateController(window, theme, exchange, open_scope("session"))
    controller.edit()
    controller.edit()
    await until(lambda: controller.dialog is not None and controller.dialog.isVisible())
    controller.dialog.currency.setCurrentIndex(controller.dialog.currency.findData("USD"))
    controller.dialog.per_yuan.setText("0,14")
    controller.dialog.use.click()
    await until(lambda: controller.dialog is None)
    assert (exchange.rate.currency, exchange.rate.per_yuan) == ("USD", Decimal("0.14"))
    controller.edit()
    await until(lambda: controller.dialog is not None and controller.dialog.isVisible())
    await desk.database.run(lambda connection: connection.exec_driver_sql("DROP TABLE choices"))
    controller.dialog.forget.click()
    await until(controller.dialog.banner.isVisible)
    assert exchange.rate is not None
    controller.dialog.reject()
    await until(lambda: controller.dialog is None)
