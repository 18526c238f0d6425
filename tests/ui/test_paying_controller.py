"""From the list of orders to paid ones on real services, with everything that can happen to the answer."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal

import pytest
from PIL import Image
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from sourcing_desktop.domain.account import Credentials
from sourcing_desktop.domain.intent import IntentState
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import OrderState
from sourcing_desktop.domain.payment import PayWay
from sourcing_desktop.gateways.pandapon import PandaPon
from sourcing_desktop.services.exchange import Exchange
from sourcing_desktop.services.orders import Orders
from sourcing_desktop.services.transfer_picture import TransferPictures
from sourcing_desktop.storage.exchange_rate import ExchangeRate
from sourcing_desktop.storage.journal import Journal
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.orders import orders_controller
from sourcing_desktop.ui.orders.orders_controller import OrdersController
from sourcing_desktop.ui.orders.orders_page import OrdersPage
from sourcing_desktop.ui.paying.paying_controller import PayingController
from sourcing_desktop.ui.paying.paying_sheet import PayingSheet
from sourcing_desktop.ui.paying.payment_row import PaymentRow
from tests.support.async_tests import Ends
from tests.support.desk import Desk, OpenDesk
from tests.support.waiting import until
from tests.support.window import OpenWindow

PAY = {Platform.ALIBABA: "AO1", Platform.TAOBAO: "TO6"}
BOTH = pytest.mark.parametrize("platform", list(Platform))
LARGE_FEN = 600_000
"""More than the sandbox pays without a password."""

READING = ("orders", "unsettled orders", "settle")


class Browser(QObject):
    """Stands where the buyer's browser would be."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: list[str] = []

    @Slot(QUrl)
    def open(self, page: QUrl) -> None:
        self.pages.append(page.toString())


@pytest.fixture
def browser(qapp) -> Iterator[Browser]:
    browser = Browser()
    QDesktopServices.setUrlHandler("http", browser, "open")
    yield browser
    QDesktopServices.unsetUrlHandler("http")


@dataclass
class Bench:
    """Orders that wait for their money, on a page joined to a desk."""

    desk: Desk
    page: OrdersPage
    orders: OrdersController
    paying: PayingController
    exchange: Exchange
    scope: TaskScope
    placing: TaskScope
    browser: Browser
    placed: list[str] = field(default_factory=list)

    @property
    def control(self):
        return self.desk.sandbox.control

    @property
    def sheet(self) -> PayingSheet:
        return self.paying.payment.sheet

    @property
    def rows(self) -> list[PaymentRow]:
        return [*self.sheet.rows.values()]

    def states(self) -> dict[str, str]:
        """Of every order at the gateway."""
        return {order["id"]: order["state"] for order in self.control.orders()}

    async def place(self, *platforms: Platform) -> None:
        """Order something on each platform, and read the orders."""
        for row, platform in enumerate(platforms):
            intent = await self.desk.ordering.place(await self.desk.draft(platform, row * 6))
            assert intent.state is IntentState.DONE, intent
            self.placed += intent.order_ids
            if platform is Platform.TAOBAO:
                self.control.advance(intent.order_ids[0])
        await self.read()

    async def read(self) -> None:
        self.orders.refresh()
        await until(lambda: not any(self.scope.running(name) for name in READING))

    async def begin(self, *platforms: Platform) -> PayingSheet:
        """Choose everything that was placed, and open the sheet."""
        await self.place(*platforms or (Platform.ALIBABA,))
        self.page.pay_bar.all.click()
        self.page.pay_bar.pay.click()
        return await self.opened()

    async def opened(self) -> PayingSheet:
        await until(lambda: self.paying.payment is not None and self.sheet.isVisible())
        return self.sheet

    async def paid(self, title: str) -> None:
        await until(lambda: self.sheet.title.text() == title)

    async def close(self) -> None:
        """Close the sheet, and wait until nothing is under way any more."""
        if self.paying.payment is not None:
            self.sheet.leave.click()
        await until(lambda: not self.scope.running("paying"))
        await self.placing.finish(seconds=10)
        await until(lambda: not any(self.scope.running(name) for name in READING))


@pytest.fixture
def joined(theme, loader, on_screen, open_scope, monkeypatch, browser):
    """Joins an orders page to a desk."""
    monkeypatch.setattr(orders_controller, "SETTLE_MS", 300)

    def join(desk: Desk, generation: str = "v2") -> Bench:
        page = OrdersPage(theme, loader)
        page.resize(520, 760)
        on_screen(page)
        scope, placing = open_scope("session"), open_scope("placing")
        orders = Orders(desk.gateway, desk.ordering.heed)
        exchange = Exchange(ExchangeRate(desk.database))
        listing = OrdersController(page, orders, desk.ordering, desk.paying, scope, placing)
        paying = PayingController(
            page,
            orders,
            desk.paying,
            TransferPictures(desk.gateway),
            exchange,
            scope,
            placing,
            transfers=generation == "v1",
        )
        return Bench(desk, page, listing, paying, exchange, scope, placing, browser)

    return join


@pytest.fixture
def bench(joined, open_desk: OpenDesk, runner) -> Bench:
    async def opened() -> Bench:
        return joined(await open_desk())

    return runner.run(opened())


async def test_orders_of_both_platforms_are_paid_from_one_confirmation(desk, joined):
    bench = joined(desk)
    sheet = await bench.begin(*Platform)
    assert sheet.pay.text() == f"Pay 2 orders · {sheet.amount.text()}"
    assert not any(bench.control.calls(code) for code in PAY.values())
    sheet.pay.click()
    await bench.paid("2 orders paid")
    assert all(row.outcome.text().startswith("Paid.") for row in bench.rows)
    assert set(bench.states().values()) <= {"to ship"}
    await bench.close()
    assert not bench.page.model.all_payable
    assert not bench.page.pay_bar.isVisible()


@BOTH
async def test_a_double_click_pays_once(bench, platform):
    sheet = await bench.begin(platform)
    QTest.mouseDClick(sheet.pay, Qt.MouseButton.LeftButton)
    sheet.pay_requested.emit()
    await bench.paid("1 order paid")
    assert bench.control.calls(PAY[platform]) == 1
    assert len(await bench.desk.journal.payments()) == 1
    await bench.close()


async def test_enter_pays_nothing_and_control_enter_does(bench):
    sheet = await bench.begin()
    for widget in (sheet, sheet.pay, sheet.leave):
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_Return)
    assert sheet.isVisible()
    assert not await bench.desk.journal.payments()
    QTest.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await bench.paid("1 order paid")
    await bench.close()


async def test_cancelling_pays_nothing(bench):
    sheet = await bench.begin()
    sheet.leave.click()
    await until(lambda: bench.paying.payment is None)
    assert not await bench.desk.journal.payments()
    assert bench.page.model.chosen
    await bench.close()


async def test_one_refused_order_leaves_the_others_paid(bench):
    await bench.place(Platform.ALIBABA, Platform.ALIBABA)
    bench.control.refuse("400_4", order_id=bench.placed[0])
    bench.page.pay_bar.all.click()
    bench.page.pay_bar.pay.click()
    sheet = await bench.opened()
    sheet.pay.click()
    await bench.paid("1 of 2 orders paid")
    refused = sheet.rows[Platform.ALIBABA, bench.placed[0]]
    assert refused.outcome.text().startswith("Nothing was paid.")
    assert refused.outcome.property("role") == "danger"
    assert bench.control.calls("AO1") == 1
    await bench.close()
    assert [row.intent.state for row in bench.page.unsettled.rows.values()] == [IntentState.REJECTED]
    assert [order.id for order in bench.page.model.all_payable] == [bench.placed[0]]


async def test_what_was_refused_and_then_paid_is_no_longer_said(bench):
    await bench.place(Platform.ALIBABA)
    order = bench.page.model.order(0)
    bench.control.refuse("400_4", order_id=order.id)
    await bench.desk.paying.pay([order], PayWay.ACCOUNT)
    await until(lambda: bench.page.unsettled.rows)
    bench.control.refuse("", order_id=order.id)
    await bench.desk.paying.pay([order], PayWay.ACCOUNT)
    await until(lambda: not bench.page.unsettled.rows)
    await bench.read()


async def test_a_large_order_is_paid_in_the_browser(bench):
    await bench.place(Platform.ALIBABA)
    (order_id,) = bench.placed
    bench.control.change_total(order_id, LARGE_FEN)
    await bench.read()
    bench.page.table.setCurrentIndex(bench.page.model.index(0, 0))
    bench.page.table.pay.trigger()
    sheet = await bench.opened()
    sheet.pay.click()
    await bench.paid("Nothing was paid")
    (row,) = bench.rows
    assert not bench.browser.pages
    row.page.click()
    await bench.paid("1 order to pay in your browser")
    (page,) = bench.browser.pages
    assert order_id in page
    assert bench.states() == {order_id: "to pay"}
    row.copy.click()
    row.open.click()
    assert bench.browser.pages == [page, page]
    assert bench.control.calls("AO9") == 1
    await bench.close()
    assert bench.page.model.index(0, 3).data() == "Pay page open"


async def test_of_several_pay_pages_the_buyer_opens_each(bench):
    await bench.place(Platform.ALIBABA, Platform.ALIBABA)
    for order_id in bench.placed:
        bench.control.change_total(order_id, LARGE_FEN)
    await bench.read()
    bench.paying.begin(bench.page.model.all_payable, PayWay.PAGE)
    sheet = await bench.opened()
    assert sheet.pay.text().startswith("Go to pay 2 orders")
    sheet.pay.click()
    await bench.paid("2 orders to pay in your browser")
    assert not bench.browser.pages
    for row in bench.rows:
        row.open.click()
    assert len({*bench.browser.pages}) == 2
    await bench.close()


async def test_a_small_order_may_be_paid_where_its_page_is_asked_for(bench):
    await bench.place(Platform.ALIBABA)
    bench.page.table.setCurrentIndex(bench.page.model.index(0, 0))
    bench.page.table.page.trigger()
    sheet = await bench.opened()
    assert sheet.groups[0].way is PayWay.PAGE
    assert sheet.groups[0].note.isVisible()
    sheet.pay.click()
    await bench.paid("1 order paid")
    assert not bench.browser.pages
    await bench.close()


@BOTH
async def test_an_answer_that_is_lost_is_settled_by_asking(bench, platform):
    await bench.place(platform)
    bench.control.fault(PAY[platform], "cut_after")
    bench.page.pay_bar.all.click()
    bench.page.pay_bar.pay.click()
    (await bench.opened()).pay.click()
    await bench.paid("1 order paid")
    assert bench.control.calls(PAY[platform]) == 1
    await bench.close()


async def test_an_unclear_payment_is_marked_until_the_gateway_has_said(joined, open_desk: OpenDesk):
    bench = joined(await open_desk(patience=timedelta(hours=1)))
    await bench.begin()
    bench.control.fault("AO1", "cut_before")
    bench.sheet.pay.click()
    await until(lambda: bench.rows[0].outcome.property("role") == "warning")
    await bench.close()
    await until(lambda: bench.page.unsettled.rows)
    (row,) = bench.page.unsettled.rows.values()
    assert row.title.text().startswith("Payment of order ")
    assert row.ask.isVisible()
    assert bench.page.model.index(0, 3).data() == "Payment unclear"
    assert not bench.page.model.all_payable
    assert not bench.page.table.pay.isEnabled()
    await bench.desk.gateway.alibaba.pay_many(bench.placed)  # it arrives after all
    row.ask.click()
    await until(lambda: not bench.page.unsettled.rows)
    assert (await bench.desk.journal.payments())[0].state is IntentState.DONE
    await until(lambda: bench.page.model.order(0).state is OrderState.TO_SHIP)


async def test_the_buyer_closes_an_unclear_payment(joined, open_desk: OpenDesk):
    bench = joined(await open_desk(patience=timedelta(hours=1)))
    await bench.begin()
    bench.control.fault("AO1", "cut_before")
    bench.sheet.pay.click()
    await bench.paid("1 unclear")
    await until(lambda: bench.page.unsettled.rows)
    bench.sheet.leave.click()
    (row,) = bench.page.unsettled.rows.values()
    assert row.give_up.text() == "I have looked: close it"
    row.give_up.click()
    await until(lambda: bench.page.model.all_payable)
    assert not bench.page.unsettled.rows
    assert (await bench.desk.journal.payments())[0].state is IntentState.REJECTED
    await bench.close()


async def test_an_order_that_costs_something_else_by_now_is_not_paid(bench):
    await bench.begin()
    bench.control.change_total(bench.placed[0], 12_345)
    bench.sheet.pay.click()
    await bench.paid("Nothing was paid")
    assert "the order costs ¥123.45 now" in bench.rows[0].outcome.text()
    assert bench.control.calls("AO1") == 0
    await bench.close()
    assert bench.page.model.order(0).total.minor == 12_345


async def test_closing_the_sheet_does_not_stop_a_payment(bench):
    sheet = await bench.begin()
    bench.control.fault("AO1", "delay", seconds=0.4)
    sheet.pay.click()
    await until(lambda: bench.rows[0].outcome.text() == "Paying…")
    sheet.leave.click()
    await until(lambda: bench.paying.payment is None)
    await until(lambda: bench.page.model.index(0, 3).data() == "Paying…")
    assert not bench.page.model.all_payable
    await bench.close()
    assert bench.page.model.order(0).state is OrderState.TO_SHIP


async def test_what_fails_after_the_sheet_was_closed_is_said_on_the_page(bench):
    sheet = await bench.begin()
    await bench.desk.database.run(lambda connection: connection.exec_driver_sql("DROP TABLE journal"))
    sheet.pay.click()
    sheet.leave.click()
    await until(lambda: bench.page.banner.isVisible())
    assert bench.control.calls("AO1") == 0
    await bench.close()


async def test_without_a_journal_nothing_is_paid(bench):
    sheet = await bench.begin()
    await bench.desk.database.run(lambda connection: connection.exec_driver_sql("DROP TABLE journal"))
    sheet.pay.click()
    await bench.paid("Nothing was paid")
    assert bench.rows[0].outcome.text().startswith("Not paid: ")
    assert bench.control.calls("AO1") == 0
    await bench.close()


async def test_orders_just_placed_are_read_before_they_are_paid(bench):
    await bench.place(*Platform)
    bench.control.change_total(bench.placed[0], 12_345)
    keys = [(Platform.ALIBABA, bench.placed[0]), (Platform.TAOBAO, bench.placed[1])]
    bench.paying.begin_with(keys)
    sheet = await bench.opened()
    assert sheet.rows[keys[0]].order.total.minor == 12_345
    assert [group.platform for group in sheet.groups] == [*Platform]
    await bench.close()


async def test_an_order_that_is_still_in_the_making_is_left_for_later(bench):
    await bench.place(Platform.ALIBABA)
    made = await bench.desk.ordering.place(await bench.desk.draft(Platform.TAOBAO))
    keys = [(Platform.ALIBABA, bench.placed[0]), (Platform.TAOBAO, made.order_ids[0])]
    bench.paying.begin_with(keys)
    sheet = await bench.opened()
    assert [*sheet.rows] == keys[:1]
    assert sheet.banner.text.text().startswith("1 order does not wait for payment yet.")
    await bench.close()


async def test_orders_that_wait_for_no_money_open_no_sheet(bench):
    await bench.place(Platform.ALIBABA)
    await bench.desk.gateway.alibaba.pay_many(bench.placed)
    bench.paying.begin_with([(Platform.ALIBABA, bench.placed[0])])
    await until(lambda: bench.page.banner.isVisible())
    assert bench.paying.payment is None
    await bench.close()


async def test_closing_the_window_waits_for_a_payment(open_window: OpenWindow, at_the_end: Ends):
    program = await open_window()
    session, page, control = program.session, program.window.orders, program.sandbox.control
    keys, journal = program.sandbox.keys, Journal(program.database, session.account.id)
    gateway = PandaPon(session.account, Credentials(keys.access_key, keys.secret, keys.user_id))
    at_the_end.append(gateway.close)
    desk = Desk(
        program.sandbox, gateway, program.database, journal, session.basket, session.ordering, session.paying
    )
    await session.ordering.place(await desk.draft())
    await until(lambda: page.model.all_payable)
    control.fault("AO1", "delay", seconds=0.5)
    page.pay_bar.all.click()
    page.pay_bar.pay.click()
    await until(lambda: session.payment.payment is not None)
    sheet = session.payment.payment.sheet
    sheet.pay.click()
    await until(lambda: control.calls("AO1"))
    await open_window()
    (intent,) = await journal.payments()
    assert intent.state is IntentState.DONE
    assert control.calls("AO1") == 1
    await until(lambda: page.model.rowCount() and page.model.order(0).state is OrderState.TO_SHIP)


async def test_the_sum_is_said_in_the_buyers_currency_too(bench):
    await bench.exchange.state("VND", Decimal(3550))
    sheet = await bench.begin()
    assert sheet.about.text().startswith("about ₫")
    assert sheet.about.isVisible()
    await bench.close()


# By transfer


@pytest.fixture
def transfers(joined, open_desk: OpenDesk, runner) -> Bench:
    async def opened() -> Bench:
        return joined(await open_desk("v1"), "v1")

    return runner.run(opened())


def slip(path, size=(900, 1400)):
    Image.new("RGB", size, "white").save(path)
    return path


async def by_transfer(bench: Bench) -> PayingSheet:
    await bench.place(Platform.TAOBAO)
    bench.page.table.setCurrentIndex(bench.page.model.index(0, 0))
    bench.page.table.transfer.trigger()
    return await bench.opened()


async def test_a_transfer_is_shown_by_a_picture_that_was_chosen(transfers, tmp_path):
    sheet = await by_transfer(transfers)
    (group,) = sheet.groups
    assert group.way is PayWay.VOUCHER
    assert not sheet.pay.isEnabled()
    assert sheet.obstacle.isVisible()
    group.transfer.file_chosen.emit(slip(tmp_path / "slip.png"))
    await until(sheet.pay.isEnabled)
    (address,) = group.transfer.addresses
    assert address.startswith("http")
    sheet.pay.click()
    await transfers.paid("Transfer shown")
    (intent,) = await transfers.desk.journal.payments()
    assert intent.draft.vouchers == (address,)
    await transfers.close()
    assert transfers.page.model.order(0).state is OrderState.CHECKING_PAYMENT


async def test_the_finance_department_may_refuse_a_transfer(transfers):
    sheet = await by_transfer(transfers)
    transfers.control.refuse_voucher(transfers.placed[0])
    box = sheet.groups[0].transfer
    box.address.setText("https://pictures.example/slip.jpg")
    box.add.click()
    sheet.pay.click()
    await transfers.paid("Transfer shown")
    transfers.control.advance(transfers.placed[0])
    await transfers.close()
    await transfers.read()
    assert transfers.page.model.order(0).state is OrderState.PAYMENT_REFUSED
    assert transfers.page.model.all_payable


async def test_what_is_no_picture_is_said_at_the_box(transfers, tmp_path):
    sheet = await by_transfer(transfers)
    box = sheet.groups[0].transfer
    broken = tmp_path / "slip.jpg"
    broken.write_bytes(b"<html>not a picture</html>")
    box.file_chosen.emit(broken)
    await until(box.banner.isVisible)
    assert not sheet.pay.isEnabled()
    transfers.control.fault("AA3", "http_500", times=0)
    box.file_chosen.emit(slip(tmp_path / "good.png"))
    await until(lambda: box.pick.text() == "Uploading…")
    await until(lambda: box.pick.isEnabled())
    assert box.banner.isVisible()
    assert not box.addresses
    await transfers.close()


def test_a_large_photograph_is_made_small_enough(tmp_path, runner, transfers):
    noise = Image.effect_noise((4200, 3000), 90)
    buffer = io.BytesIO()
    noise.save(buffer, "PNG")
    path = tmp_path / "photo.png"
    path.write_bytes(buffer.getvalue())
    address = runner.run(TransferPictures(transfers.desk.gateway).upload(path))
    assert address.startswith("http")


async def test_an_account_of_v2_is_told_why_it_shows_no_transfer(joined, open_desk: OpenDesk):
    bench = joined(await open_desk("v2"))
    sheet = await by_transfer(bench)
    assert sheet.groups[0].way is PayWay.ACCOUNT
    assert sheet.groups[0].note.isVisible()
    assert "only with a v1 account" in sheet.groups[0].note.text()
    await bench.close()
