"""The confirmation before orders are paid: which, for how much, which way, and one deliberate button."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from sourcing_desktop.domain.exchange import Rate
from sourcing_desktop.domain.intent import CLOSED, IntentState, PaymentIntent
from sourcing_desktop.domain.money import Money, total
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import Order
from sourcing_desktop.domain.payment import PayWay
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.checkout.sentences import about
from sourcing_desktop.ui.dialogs import in_order
from sourcing_desktop.ui.orders.orders_model import OrderKey, key_of
from sourcing_desktop.ui.paying.payment_group import PaymentGroup
from sourcing_desktop.ui.paying.payment_row import PaymentRow
from sourcing_desktop.ui.paying.payment_words import ended
from sourcing_desktop.ui.spending_sheet import SpendButton, SpendingSheet
from sourcing_desktop.ui.theme import Theme

NOTHING = Money(0)


class PayingSheet(SpendingSheet):
    """Decides nothing. `pay_requested` is the buyer's word. `transfers`: the account may show transfers."""

    pay_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        orders: Sequence[Order],
        way: PayWay | None = None,
        *,
        transfers: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        title = tr("Pay {orders}", orders=formats.orders(len(orders)))
        super().__init__(theme, title, tr("Nothing is paid before you press the button below."), parent)
        self.setWindowTitle(tr("Pay orders"))
        self.groups = [
            PaymentGroup(theme, platform, of_platform, way, transfers)
            for platform in Platform
            if (of_platform := [order for order in orders if order.platform is platform])
        ]
        self.rows: dict[OrderKey, PaymentRow] = {
            key_of(row.order): row for group in self.groups for row in group.rows
        }
        self.obstacle = QLabel()
        self.obstacle.setProperty("role", "warning")
        self.obstacle.setWordWrap(True)
        self._rate: Rate | None = None
        self.amount = QLabel(formats.money(self.sum))
        self.amount.setProperty("role", "title")
        self.amount.setAccessibleName(tr("Total of all payments"))
        self.about = QLabel()
        self.about.setProperty("role", "soft")
        self.leave = QPushButton(tr("Cancel"))
        self.leave.setAutoDefault(False)
        self.pay = SpendButton()
        self.lay_out(self.groups, self._foot(), self.pay)
        self.pay.clicked.connect(self.pay_requested)
        self.leave.clicked.connect(self.reject)
        for group in self.groups:
            group.changed.connect(self.show_choice)
        self.show_choice()
        self.leave.setFocus()

    def sizeHint(self) -> QSize:
        return QSize(640, max(500, 320 + 75 * min(5, len(self.rows))))

    @property
    def sum(self) -> Money:
        """What all of it comes to."""
        return total(group.amount for group in self.groups)

    def show_rate(self, rate: Rate) -> None:
        """Say what the sum comes to in the buyer's own currency."""
        self._rate = rate
        self._show_amount(self.sum)

    def show_choice(self) -> None:
        """What the button would do now, and what stands against it."""
        ways = {group.way for group in self.groups}
        self.pay.setText(_deed(ways, formats.orders(len(self.rows)), formats.money(self.sum)))
        wanting = any(group.way is PayWay.VOUCHER and not group.transfer.addresses for group in self.groups)
        self.obstacle.setText(tr("Add a picture of the transfer.") if wanting else "")
        self.obstacle.setVisible(wanting)
        self.pay.setEnabled(not wanting)

    def show_paying(self) -> None:
        """The payments are on their way; closing the sheet does not stop them."""
        self.banner.hide()
        for group in self.groups:
            group.show_paying()
        self.title.setText(tr("Paying {orders}…", orders=formats.orders(len(self.rows))))
        self.subtitle.setText(tr("You can close this window: the payments go on and are seen in Orders."))
        self.pay.hold(tr("Paying…"))
        self.leave.setText(tr("Close"))
        self.leave.setFocus()

    def show_done(self, told: Sequence[PaymentIntent]) -> None:
        """Every payment has an outcome, or waits for the gateway's word."""
        self.title.setText(ended(told, len(self.rows)))
        finished = len(told) == len(self.rows) and all(each.state is IntentState.DONE for each in told)
        self.subtitle.setText(
            tr("Orders shows what follows.") if finished else tr("See below what became of each.")
        )
        done = [each.draft for each in told if each.state is IntentState.DONE]
        paid = total(draft.amount for draft in done if draft.way is not PayWay.VOUCHER)
        unclear = total(each.draft.amount for each in told if each.state not in CLOSED)
        self._show_amount(self.sum if finished else paid, unclear)
        self.pay.leave()

    def _show_amount(self, amount: Money, unclear: Money = NOTHING) -> None:
        """All of it, or how much of it was paid, as far as that is clear."""
        whole = formats.money(self.sum)
        part = tr("{amount} of {whole} paid", amount=formats.money(amount), whole=whole)
        doubt = tr("{amount} unclear", amount=formats.money(unclear)) if unclear.minor else ""
        self.amount.setText(whole if amount == self.sum else ", ".join(filter(None, (part, doubt))))
        words = about(amount, self._rate, datetime.now(UTC)) if self._rate and amount.minor else ""
        self.about.setText(words)
        self.about.setVisible(bool(words))

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("role", "foot")
        sums = QVBoxLayout()
        sums.setSpacing(0)
        sums.addWidget(self.amount)
        sums.addWidget(self.about)
        self.about.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(sums, 1)
        for button in in_order(self.leave, self.pay):
            row.addWidget(button)
        column = QVBoxLayout(foot)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(8)
        column.addWidget(self.obstacle)
        column.addLayout(row)
        return foot


def _deed(ways: set[PayWay], orders: str, amount: str) -> str:
    """What pressing the button does first."""
    if ways == {PayWay.PAGE}:
        return tr("Go to pay {orders} · {amount}", orders=orders, amount=amount)
    if ways == {PayWay.VOUCHER}:
        return tr("Show transfer for {orders} · {amount}", orders=orders, amount=amount)
    return tr("Pay {orders} · {amount}", orders=orders, amount=amount)
