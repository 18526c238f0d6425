"""The orders dock alone: rows, states nobody documented, the unsettled area, copying."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy, QTest

from sourcing_desktop.domain.cart import Cart
from sourcing_desktop.domain.intent import Intent, IntentState
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import Order, OrderLine, OrderPreview, OrderState, draft_order, order_state
from sourcing_desktop.ui.orders.orders_model import CREATED, GOODS, SELLER, STATE, OrdersModel
from sourcing_desktop.ui.orders.orders_page import OrdersPage
from tests.support.goods import ADDRESS, cart_line

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


def order(number=1, raw="waitbuyerpay", platform=Platform.ALIBABA, **changes):
    line = OrderLine("Canvas bag", 20)
    state = order_state(platform, raw)
    return Order(platform, str(7000 + number), state, raw, (line, line), NOW, Money(12300), **changes)


def intent(number, state):
    (group,) = Cart((cart_line(1),)).groups()
    preview = OrderPreview(group.total, Money(0), Money(0), group.total, NOW)
    return Intent(draft_order(group, preview, ADDRESS, f"SD-{number}"), state, NOW, NOW)


@pytest.fixture
def page(theme, loader, on_screen):
    page = OrdersPage(theme, loader)
    page.resize(460, 700)
    on_screen(page)
    return page


def read(page, *orders, more=False):
    page.model.show_orders(orders)
    page.show_read(NOW, more)


@settings(max_examples=20)
@given(lists=st.lists(st.lists(st.integers(0, 5), unique=True), min_size=2, max_size=4))
def test_any_list_can_follow_any_other(qapp, lists):
    model = OrdersModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    assert tester.model() is model
    for numbers in lists:
        model.show_orders([order(number) for number in numbers])
        assert [model.order(row).id for row in range(model.rowCount())] == [str(7000 + n) for n in numbers]


def test_a_row_says_what_who_how_much_and_how_far(page):
    read(page, order(seller_name="Shop 1"))
    shown = [page.model.index(0, column).data() for column in range(CREATED)]
    assert shown == ["7001 Canvas bag × 20 and 1 more", "Shop 1", "¥123.00", "To pay"]


@pytest.mark.parametrize("raw", ["waitsellerpack", "17", "部分发货"])
def test_a_state_nobody_documented_is_shown_as_it_came(page, raw):
    read(page, order(raw=raw))
    assert page.model.index(0, STATE).data() == raw


def test_reading_again_keeps_the_place(page):
    read(page, order(1), order(2))
    page.table.setCurrentIndex(page.model.index(1, GOODS))
    at = page.table.current_order()
    page.model.show_orders([order(1), order(2, raw="success")])
    assert page.table.current_order().state is OrderState.DONE
    page.model.show_orders([order(3), order(1), order(2)])
    page.table.show_at(at)
    assert page.table.current_order().id == at.id


def test_the_order_id_is_copied_by_key(page):
    read(page, order(1), order(2))
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(1, GOODS))
    QTest.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "7002"


def test_columns_make_room_in_a_narrow_dock(page):
    read(page, order())
    assert page.table.isColumnHidden(SELLER)
    page.resize(1000, 700)
    assert not page.table.isColumnHidden(SELLER)


def test_each_state_of_the_page_is_said(page):
    page.show_loading(anew=True)
    assert page.loading.isVisible()
    read(page)
    assert page.hint.isVisible()
    page.states.setCurrentText("To pay")
    read(page)
    assert page.none.text.text() == "No orders in the state “To pay”."
    page.show_failed("The gateway cannot be reached.")
    assert page.failed.isVisible()
    read(page, order(), more=True)
    assert page.count.text() == "1 order so far"
    assert page.more.isVisible()
    told = QSignalSpy(page.refresh_requested)
    page.show_failed("The gateway cannot be reached.")
    assert page.table.isVisible()
    page.banner.retry.click()
    assert told.count() == 1


def test_the_list_says_how_old_it_is(page):
    read(page, order())
    page.tick(NOW + timedelta(seconds=12))
    assert page.age.text() == "Read 12 s ago"


def test_unsettled_orders_offer_what_can_be_done(page):
    page.unsettled.show_intents([intent(1, IntentState.UNKNOWN), intent(2, IntentState.ABSENT)])
    unknown, absent = page.unsettled.rows.values()
    assert [b.isVisible() for b in (unknown.ask, unknown.send, unknown.give_up)] == [True, False, False]
    assert [b.isVisible() for b in (absent.ask, absent.send, absent.give_up)] == [False, True, True]
    assert "will not send it again by itself" in unknown.sentence.text()
    asked, sent, given = (
        QSignalSpy(page.unsettled.ask_requested),
        QSignalSpy(page.unsettled.send_requested),
        QSignalSpy(page.unsettled.give_up_requested),
    )
    unknown.ask.click()
    absent.send.click()
    absent.give_up.click()
    assert (asked.count(), sent.at(0), given.at(0)) == (1, ["SD-2"], ["SD-2"])


def test_the_keyboard_stays_at_an_unsettled_order_that_did_not_change(page):
    page.unsettled.show_intents([intent(1, IntentState.ABSENT)])
    page.unsettled.rows["SD-1"].send.setFocus()
    page.unsettled.show_intents([intent(0, IntentState.UNKNOWN), intent(1, IntentState.ABSENT)])
    assert page.unsettled.rows["SD-1"].send.hasFocus()
    page.unsettled.show_intents([])
    assert not page.unsettled.isVisible()


def test_many_unsettled_orders_leave_room_for_the_list(page):
    read(page, order())
    page.unsettled.show_intents([intent(number, IntentState.UNKNOWN) for number in range(12)])
    assert page.unsettled.height() <= 320
    assert page.table.height() > 120


def test_the_keyboard_reaches_everything(page):
    read(page, order(), more=True)
    page.unsettled.show_intents([intent(1, IntentState.ABSENT)])
    page.table.setFocus()
    seen = set()
    for _ in range(9):
        seen.add(page.focusWidget())
        page.focusNextChild()
    row = page.unsettled.rows["SD-1"]
    assert {page.table, page.states, page.refresh, page.more, row.send, row.give_up} <= seen
