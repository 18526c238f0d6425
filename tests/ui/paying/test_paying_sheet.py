"""What is chosen in the list of orders, and the sheet that asks for the buyer's word, without a gateway."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy, QTest

from sourcing_desktop.domain.exchange import Rate
from sourcing_desktop.domain.intent import Intent, IntentState
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import Order, OrderLine, order_state
from sourcing_desktop.domain.payment import PaymentDraft, PayWay
from sourcing_desktop.ui.browser import open_page
from sourcing_desktop.ui.orders.order_cell import check_rect
from sourcing_desktop.ui.orders.orders_model import GOODS, STATE, TOTAL, OrdersModel
from sourcing_desktop.ui.orders.orders_page import OrdersPage
from sourcing_desktop.ui.paying.paying_sheet import PayingSheet
from sourcing_desktop.ui.paying.payment_words import ended

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
RATE = Rate("VND", Decimal(3510), NOW)
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
ALIBABA, TAOBAO = Platform.ALIBABA, Platform.TAOBAO


def order(number=1, raw="waitbuyerpay", platform=ALIBABA, fen: int | None = 12300):
    lines = (OrderLine("Canvas bag", 20),)
    return Order(
        platform, str(7000 + number), order_state(platform, raw), raw, lines, NOW, Money(fen) if fen else None
    )


def intent(of, state, way=PayWay.ACCOUNT, why=""):
    draft = PaymentDraft("PAY-1", of.platform, of.id, "", "Shop 1", of.total, way)
    return Intent(draft, state, NOW, NOW, (), why)


@pytest.fixture
def page(theme, loader, on_screen):
    page = OrdersPage(theme, loader)
    page.resize(460, 700)
    on_screen(page)
    return page


@pytest.fixture
def open_sheet(theme, on_screen):
    def make(*orders, way=None, transfers=False):
        sheet = PayingSheet(theme, orders, way, transfers=transfers)
        on_screen(sheet)
        return sheet

    return make


def read(page, *orders):
    page.model.show_orders(orders)
    page.show_read(NOW, False)


# The list


def test_only_orders_that_wait_for_their_money_can_be_chosen(qapp):
    model = OrdersModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    assert tester.model() is model
    waiting, refused = order(1), order(2, "3", TAOBAO)
    others = [order(3, "waitsellersend"), order(4, "12", TAOBAO, None), order(5, "4", TAOBAO), order(6)]
    model.show_orders([waiting, refused, *others])
    model.show_payments({(ALIBABA, "7006"): "Payment unclear"})
    assert model.all_payable == [waiting, refused]
    for row in range(6):
        model.turn(row)
    assert model.chosen == [waiting, refused]
    checks = [model.index(row, GOODS).data(Qt.ItemDataRole.CheckStateRole) for row in range(6)]
    assert checks == [CHECKED, CHECKED, None, None, None, None]
    assert model.index(5, STATE).data() == "Payment unclear"
    role = Qt.ItemDataRole.CheckStateRole
    assert not model.setData(model.index(5, GOODS), CHECKED, role)
    assert model.setData(model.index(0, GOODS), UNCHECKED, role)
    assert model.chosen == [refused]


def test_what_was_paid_meanwhile_is_chosen_no_more(qapp):
    model = OrdersModel()
    model.show_orders([order(1), order(2), order(3)])
    model.choose(model.all_payable)
    model.show_orders([order(1, "waitsellersend"), order(2), order(3)])
    assert [each.id for each in model.chosen] == ["7002", "7003"]
    model.show_payments({(ALIBABA, "7002"): "Paying…"})
    assert [each.id for each in model.chosen] == ["7003"]
    model.show_payments({})
    assert [each.id for each in model.chosen] == ["7003"]
    model.show_orders([])
    assert not model.chosen


def test_a_list_that_is_late_lets_nothing_be_paid_twice(qapp):
    model = OrdersModel()
    paid = {(ALIBABA, "7001"), (ALIBABA, "7002"), (TAOBAO, "7003")}
    model.show_payments({}, paid=paid)
    model.show_orders([order(1), order(2, "waitsellersend"), order(3, "3", TAOBAO)])
    shown = [model.index(row, STATE).data() for row in range(3)]
    assert shown == ["Paid", "To ship", "Payment refused"]
    assert model.all_payable == [model.order(2)]


def test_the_line_below_the_list_says_what_would_be_paid(page):
    assert not page.pay_bar.isVisible()
    read(page, order(1), order(2, "0", TAOBAO), order(3, "waitsellersend"))
    bar = page.pay_bar
    assert (bar.all.text(), bar.pay.text(), bar.pay.isEnabled()) == ("Select all 2 to pay", "Pay…", False)
    page.model.turn(0)
    assert bar.all.checkState() is Qt.CheckState.PartiallyChecked
    assert bar.pay.text() == "Pay 1 order · ¥123.00"
    bar.all.click()
    assert (bar.all.checkState(), bar.pay.text()) == (CHECKED, "Pay 2 orders · ¥246.00")
    asked = QSignalSpy(page.pay_requested)
    bar.pay.click()
    assert asked.at(0) == [(page.model.order(0), page.model.order(1)), None]
    bar.all.click()
    assert bar.all.checkState() is UNCHECKED
    assert not page.model.chosen


def test_an_order_is_chosen_by_mouse_and_by_key(page):
    read(page, order(1), order(2))
    table = page.table
    cell = table.visualRect(page.model.index(0, GOODS))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=check_rect(cell).center())
    assert page.model.chosen == [page.model.order(0)]
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    assert page.model.chosen == [page.model.order(0)]
    table.setFocus()
    table.setCurrentIndex(page.model.index(1, TOTAL))
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert page.model.chosen == [page.model.order(0), page.model.order(1)]
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert page.model.chosen == [page.model.order(0)]


def test_each_order_offers_what_can_be_done_with_it(page):
    read(page, order(1), order(2, "0", TAOBAO), order(3, "waitsellersend"))
    table, offered = page.table, []
    for row in range(3):
        table.setCurrentIndex(page.model.index(row, GOODS))
        actions = (table.pay, table.page, table.transfer, table.copy)
        offered.append([action.isVisible() and action.isEnabled() for action in actions])
    assert offered == [[True, True, False, True], [True, False, True, True], [False, False, False, True]]
    asked = QSignalSpy(page.pay_requested)
    table.setFocus()
    table.setCurrentIndex(page.model.index(1, GOODS))
    QTest.keyClick(table, Qt.Key.Key_P)
    table.transfer.trigger()
    assert [asked.at(0), asked.at(1)] == [
        [(page.model.order(1),), None],
        [(page.model.order(1),), PayWay.VOUCHER],
    ]


def test_an_unclear_payment_says_what_is_known_now(page):
    page.unsettled.show_intents([intent(order(1), IntentState.UNKNOWN, why="No answer came.")])
    (row,) = page.unsettled.rows.values()
    row.give_up.setFocus()
    page.unsettled.show_intents([intent(order(1), IntentState.UNKNOWN, why="Look on the platform.")])
    assert row.sentence.text().startswith("Look on the platform. The program keeps asking")
    assert row.give_up.hasFocus()
    assert not row.send.isVisible()


# The sheet


def test_the_sheet_says_every_order_and_the_sum(open_sheet):
    sheet = open_sheet(order(1), order(2), order(3, "0", TAOBAO))
    assert [len(group.rows) for group in sheet.groups] == [2, 1]
    assert sheet.pay.text() == "Pay 3 orders · ¥369.00"
    assert sheet.amount.text() == "¥369.00"
    assert not sheet.about.isVisible()
    sheet.show_rate(RATE)
    assert sheet.about.text().startswith("about ₫1,295,190 ")
    sheet.groups[0].ways.setCurrentIndex(1)
    assert sheet.pay.text() == "Pay 3 orders · ¥369.00"
    assert "may take the money at once" in sheet.groups[0].note.text()


def test_the_sum_at_the_end_is_what_was_paid(open_sheet):
    orders = [order(1), order(2), order(3)]
    sheet = open_sheet(*orders)
    sheet.show_rate(RATE)
    sheet.show_paying()
    told = [intent(each, IntentState.DONE) for each in orders]
    sheet.show_done(
        [*told[:1], intent(orders[1], IntentState.REJECTED), intent(orders[2], IntentState.UNKNOWN)]
    )
    assert sheet.amount.text() == "¥123.00 of ¥369.00 paid, ¥123.00 unclear"
    assert sheet.about.text().startswith("about ₫431,730 ")
    sheet.show_done([intent(each, IntentState.REJECTED) for each in orders])
    assert sheet.amount.text() == "¥0.00 of ¥369.00 paid"
    assert not sheet.about.isVisible()
    sheet.show_done(told)
    assert sheet.amount.text() == "¥369.00"
    assert sheet.about.text().startswith("about ₫1,295,190 ")


def test_scrolling_past_the_way_to_pay_does_not_change_it(open_sheet):
    sheet = open_sheet(order(1))
    ways = sheet.groups[0].ways
    ways.setFocus()
    down, none = QPoint(0, -120), Qt.KeyboardModifier.NoModifier
    middle = QPointF(ways.rect().center())
    wheel = QWheelEvent(
        middle, middle, QPoint(), down, Qt.MouseButton.NoButton, none, Qt.ScrollPhase.NoScrollPhase, False
    )
    QCoreApplication.sendEvent(ways, wheel)
    assert PayWay(ways.currentData()) is PayWay.ACCOUNT
    QTest.keyClick(ways, Qt.Key.Key_Down)
    assert PayWay(ways.currentData()) is PayWay.PAGE


def test_neither_enter_nor_a_held_key_pays(open_sheet):
    sheet = open_sheet(order(1))
    asked = QSignalSpy(sheet.pay_requested)
    assert sheet.focusWidget() is sheet.leave
    sheet.pay.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(sheet.pay, key)
    assert asked.count() == 0
    QTest.keyClick(sheet.pay, Qt.Key.Key_Space)
    assert asked.count() == 1


def test_a_second_press_meets_no_other_button(open_sheet, qtbot):
    sheet = open_sheet(order(1))
    place, leave = sheet.pay.geometry(), sheet.leave.geometry()
    sheet.show_paying()
    sheet.layout().activate()
    assert (sheet.pay.geometry(), sheet.leave.geometry().right()) == (place, leave.right())
    assert (sheet.pay.isEnabled(), sheet.pay.text()) == (False, "Paying…")
    sheet.show_done([intent(order(1), IntentState.DONE)])
    assert sheet.pay.isVisible()
    qtbot.waitUntil(lambda: not sheet.pay.isVisible())


def test_a_transfer_is_for_one_order_of_an_account_that_may(open_sheet):
    waiting = [order(1, "0", TAOBAO), order(2, "0", TAOBAO)]
    one = open_sheet(waiting[0], way=PayWay.VOUCHER, transfers=True)
    assert one.groups[0].way is PayWay.VOUCHER
    one.groups[0].ways.setCurrentIndex(0)
    assert not one.groups[0].note.isVisible()
    for orders, transfers, why in ((waiting, True, "one order"), (waiting[:1], False, "v1 account")):
        sheet = open_sheet(*orders, way=PayWay.VOUCHER, transfers=transfers)
        assert sheet.groups[0].way is PayWay.ACCOUNT
        assert why in sheet.groups[0].note.text()


def test_pictures_of_a_transfer_are_added_and_removed(open_sheet):
    sheet = open_sheet(order(1, "0", TAOBAO), way=PayWay.VOUCHER, transfers=True)
    box = sheet.groups[0].transfer
    for bad in ("", "slip", "http://plain.example/a.jpg", "https://", "file:///etc/passwd", "https://a b/c"):
        box.address.setText(bad)
        box.add.click()
        assert not box.addresses
        assert box.address.property("problem")
    QTest.keyClicks(box.address, "x")
    for number in range(7):
        box.address.setText(f"https://pictures.example/{number}.jpg")
        QTest.keyClick(box.address, Qt.Key.Key_Return)
    assert sheet.isVisible()
    assert len(box.addresses) == 5
    assert sheet.pay.isEnabled()
    for address in [*box.addresses]:
        box.remove(address)
    assert not box.addresses
    assert not sheet.pay.isEnabled()


def test_a_dropped_file_is_put_up(open_sheet):
    sheet = open_sheet(order(1, "0", TAOBAO), way=PayWay.VOUCHER, transfers=True)
    box = sheet.groups[0].transfer
    told, data = QSignalSpy(box.file_chosen), QMimeData()
    data.setUrls([QUrl.fromLocalFile("/somewhere/slip.png"), QUrl("https://pictures.example/x.png")])
    left, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    entering = QDragEnterEvent(QPoint(5, 5), copy, data, left, Qt.KeyboardModifier.NoModifier)
    box.dragEnterEvent(entering)
    assert entering.isAccepted()
    box.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, Qt.KeyboardModifier.NoModifier))
    assert [told.at(number) for number in range(told.count())] == [[Path("/somewhere/slip.png")]]


def test_a_pay_page_can_be_opened_again_and_its_link_copied(open_sheet):
    sheet = open_sheet(order(1), way=PayWay.PAGE)
    (row,) = sheet.rows.values()
    assert not row.open.isVisible()
    row.show_page("https://trade.1688.com/order/cashier.htm?orderId=7001")
    opened = QSignalSpy(row.open_requested)
    row.open.click()
    row.copy.click()
    assert opened.at(0) == [row.url] == [QGuiApplication.clipboard().text()]


@pytest.mark.parametrize("address", ["", "javascript:pay()", "file:///etc/passwd", "https://", "pay"])
def test_only_pages_of_the_web_are_opened(qapp, address):
    assert not open_page(address)


def test_the_end_counts_what_became_of_each():
    orders = [order(number) for number in range(3)]
    paid, waiting, unclear = (
        intent(each, state)
        for each, state in zip(
            orders, (IntentState.DONE, IntentState.HANDED_OVER, IntentState.UNKNOWN), strict=True
        )
    )
    shown = intent(orders[0], IntentState.DONE, PayWay.VOUCHER)
    assert (
        ended([paid, waiting, unclear], 3) == "1 of 3 orders paid, 1 order to pay in your browser, 1 unclear"
    )
    assert ended([paid], 1) == "1 order paid"
    assert ended([unclear], 2) == "1 payment unclear"
    assert ended([unclear, unclear], 2) == "2 payments unclear"
    assert ended([shown], 1) == "Transfer shown"
    assert ended([intent(orders[0], IntentState.REJECTED)], 1) == "Nothing was paid"
    assert ended([], 2) == "Nothing was paid"
