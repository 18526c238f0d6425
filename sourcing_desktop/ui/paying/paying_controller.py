"""From chosen orders to paid ones, once per confirmation."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.intent import IntentState, PaymentIntent
from sourcing_desktop.domain.order import Order
from sourcing_desktop.domain.payment import PayWay
from sourcing_desktop.language import tr, trn
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.browser import open_page
from sourcing_desktop.ui.dialogs import answer, pick_picture
from sourcing_desktop.ui.orders.orders_model import OrderKey, key_of
from sourcing_desktop.ui.orders.orders_page import OrdersPage
from sourcing_desktop.ui.paying.paying_sheet import PayingSheet
from sourcing_desktop.ui.paying.payment_row import PaymentRow
from sourcing_desktop.ui.paying.transfer_box import TransferBox

if TYPE_CHECKING:
    from sourcing_desktop.services.exchange import Exchange
    from sourcing_desktop.services.orders import Orders
    from sourcing_desktop.services.paying import Paying
    from sourcing_desktop.services.transfer_picture import TransferPictures

T = TypeVar("T")

NO_BROWSER = tr("No browser could be opened. Copy the link instead.")


class PayingController(QObject):
    """Opens the sheet when orders are to be paid. `scope` carries what only the sheet needs, `placing`
    outlives it and carries the payments. `transfers`: the account may show transfers (contract TO3, v1)."""

    def __init__(
        self,
        page: OrdersPage,
        orders: Orders,
        paying: Paying,
        pictures: TransferPictures,
        exchange: Exchange,
        scope: TaskScope,
        placing: TaskScope,
        *,
        transfers: bool,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._orders = orders
        self._paying = paying
        self._pictures = pictures
        self._exchange = exchange
        self._scope = scope
        self._placing = placing
        self._transfers = transfers
        self.payment: Confirmed | None = None
        """The one whose sheet is open, if any."""
        page.pay_requested.connect(self.begin)
        paying.changed.subscribe(self._turned)

    def begin(self, orders: Sequence[Order], way: PayWay | None = None) -> None:
        """Ask the buyer to confirm the payment of these orders."""
        if orders:
            self._scope.start_once(lambda: self._confirm(orders, way), name="paying")

    def begin_with(self, keys: Sequence[OrderKey]) -> None:
        """Read orders that were just placed and ask the buyer to confirm their payment."""
        self._scope.start_once(lambda: self._read_and_confirm(keys), name="paying")

    async def _read_and_confirm(self, keys: Sequence[OrderKey]) -> None:
        try:
            orders = await self._orders.named(keys)
        except SourcingError as error:
            self._page.banner.say(error.sentence, lambda: self.begin_with(keys))
            return
        payable = [order for order in orders if self._page.model.may_pay(order)]
        if payable:
            await self._confirm(payable, None, left_out=len(keys) - len(payable))
        else:
            self._page.banner.say(tr("None of these orders waits for payment now. Look at them in Orders."))

    async def _confirm(self, orders: Sequence[Order], way: PayWay | None, left_out: int = 0) -> None:
        window = self._page.window()
        sheet = PayingSheet(self._page.theme, orders, way, transfers=self._transfers, parent=window)
        if (rate := self._exchange.rate) is not None:
            sheet.show_rate(rate)
        if left_out:
            sheet.banner.say(
                trn(
                    "{count} order does not wait for payment yet. Pay it later from Orders.",
                    "{count} orders do not wait for payment yet. Pay them later from Orders.",
                    left_out,
                )
            )
        self.payment = Confirmed(
            sheet, self._paying, self._pictures, self._scope, self._placing, self._page.banner.say
        )
        try:
            await answer(sheet)
        finally:
            self.payment.end()
            self.payment = None
            sheet.deleteLater()

    def _turned(self, intent: PaymentIntent) -> None:
        if self.payment is not None:
            self.payment.turned(intent)


class Confirmed(QObject):
    """One sheet and its one chance to pay what it shows. What goes wrong after the sheet was closed is said
    through `say_later`."""

    def __init__(
        self,
        sheet: PayingSheet,
        paying: Paying,
        pictures: TransferPictures,
        scope: TaskScope,
        placing: TaskScope,
        say_later: Callable[[str], object],
    ) -> None:
        super().__init__(sheet)
        self.sheet = sheet
        self._paying = paying
        self._pictures = pictures
        self._scope = scope
        self._placing = placing
        self._say_later = say_later
        self._begun = False
        self._open = True
        self._under_way = 0
        self._told: dict[OrderKey, PaymentIntent] = {}
        sheet.pay_requested.connect(self._pay)
        for row in sheet.rows.values():
            row.page_requested.connect(lambda row=row: self._pay_on_page(row))
            row.open_requested.connect(self._open_page)
        for group in sheet.groups:
            group.transfer.pick_requested.connect(lambda box=group.transfer: self._pick(box))
            group.transfer.file_chosen.connect(lambda file, box=group.transfer: self._upload(box, file))

    def end(self) -> None:
        """The sheet is closed. Payments go on."""
        self._open = False

    def turned(self, intent: PaymentIntent) -> None:
        """Show what became of one of these payments."""
        key = (intent.draft.platform, intent.draft.order_id)
        if self._begun and self._open and key in self.sheet.rows:
            self._told[key] = intent
            self.sheet.rows[key].show_intent(intent)
            self._sum_up()

    # Paying

    def _pay(self) -> None:
        """Freeze what is shown, once, and hand it over."""
        if self._begun or not self.sheet.pay.isEnabled():
            return
        self._begun = True
        self.sheet.show_paying()
        for group in self.sheet.groups:
            self._start(self._pay_group(group.rows, group.way, group.transfer.addresses), group.platform)

    def _pay_on_page(self, row: PaymentRow) -> None:
        """The account was refused; the buyer pays the same order in the browser instead."""
        row.show_waiting()
        self._start(self._go_to_page(row, opens=True), row.order.id)

    def _start(self, payment: Coroutine[object, object, None], name: str) -> None:
        self._under_way += 1
        self._placing.start(self._to_its_end(payment), name=f"pay {name}")

    async def _to_its_end(self, payment: Coroutine[object, object, None]) -> None:
        try:
            await payment
        finally:
            self._under_way -= 1
            self._sum_up()

    async def _pay_group(self, rows: Sequence[PaymentRow], way: PayWay, urls: Sequence[str]) -> None:
        orders = [row.order for row in rows]
        if way is PayWay.PAGE:
            for row in rows:
                await self._go_to_page(row, opens=len(rows) == 1)
        elif way is PayWay.VOUCHER:
            await self._try(rows, self._paying.show_voucher(orders[0], urls))
        else:
            await self._try(rows, self._paying.pay(orders, way))

    async def _go_to_page(self, row: PaymentRow, *, opens: bool) -> None:
        """One page opens by itself; of several the buyer opens each."""
        page = await self._try([row], self._paying.page(row.order))
        if page is not None and page.url:
            if self._open:
                row.show_page(page.url)
            if opens:
                self._open_page(page.url)

    async def _try(self, rows: Sequence[PaymentRow], payment: Awaitable[T]) -> T | None:
        """What goes wrong here is not the outcome of a payment: the library failed, or another program pays
        one of these orders."""
        try:
            return await payment
        except SourcingError as error:
            if not self._open:
                self._say_later(tr("Payment: {trouble}", trouble=error.sentence))
                return None
            for row in rows:
                told = self._told.get(key_of(row.order))
                if told is None or told.state is IntentState.PREPARED:
                    row.show_not_paid(error.sentence)
                elif told.state is IntentState.SENDING:
                    what = tr("Orders says what became of the payment.")
                    row.say(f"{error.sentence} {what}", "warning")
            return None

    def _sum_up(self) -> None:
        if self._open and not self._under_way:
            self.sheet.show_done([*self._told.values()])

    def _open_page(self, url: str) -> None:
        if not open_page(url) and self._open:
            self.sheet.banner.say(NO_BROWSER)

    # Pictures of a transfer

    def _pick(self, box: TransferBox) -> None:
        self._scope.start_once(lambda: self._pick_and_upload(box), name="pick a transfer")

    async def _pick_and_upload(self, box: TransferBox) -> None:
        if (file := await pick_picture(self.sheet, tr("Open a picture of your transfer"))) is not None:
            await self._put_up(box, file)

    def _upload(self, box: TransferBox, file: Path) -> None:
        self._scope.start(self._put_up(box, file), name="upload a transfer")

    async def _put_up(self, box: TransferBox, file: Path) -> None:
        box.show_busy()
        try:
            address = await self._pictures.upload(file)
        except SourcingError as error:
            if self._open:
                box.show_failed(error.sentence)
        else:
            if self._open and not self._begun:
                box.show_added(address)
