"""The orders of one platform that are paid together, and the way their money goes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from sourcing_desktop.domain.money import Money, total
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import Order
from sourcing_desktop.domain.payment import PayWay
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.choice_box import SteadyBox
from sourcing_desktop.ui.paying.payment_row import PaymentRow
from sourcing_desktop.ui.paying.payment_words import way_name
from sourcing_desktop.ui.paying.transfer_box import TransferBox
from sourcing_desktop.ui.theme import Theme

WAYS = {
    Platform.ALIBABA: (PayWay.ACCOUNT, PayWay.PAGE),
    Platform.TAOBAO: (PayWay.ACCOUNT, PayWay.VOUCHER),
}
ONLY_V1 = tr("only with a v1 account")
ONE_BY_ONE = tr("for one order at a time")

NOTES = {
    PayWay.PAGE: tr(
        "Your browser opens the page. Where the account needs no password, 1688 may take the"
        " money at once instead."
    ),
}


class PaymentGroup(QFrame):
    """Decides nothing. `changed` tells another way or other pictures; `transfers` says whether the gateway
    takes pictures of transfers from this account."""

    changed = Signal()

    def __init__(
        self, theme: Theme, platform: Platform, orders: Sequence[Order], way: PayWay | None, transfers: bool
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.platform = platform
        self.orders = tuple(orders)
        self.rows = [PaymentRow(theme, order) for order in orders]
        self.ways = SteadyBox(tr("How to pay on {platform}", platform=formats.PLATFORM_NAMES[platform]))
        no_transfer = ONLY_V1 if not transfers else ONE_BY_ONE if len(orders) > 1 else ""
        for each in WAYS[platform]:
            self._add_way(each, no_transfer if each is PayWay.VOUCHER else "")
        self.note = QLabel()
        self.note.setProperty("role", "soft")
        self.note.setWordWrap(True)
        self.transfer = TransferBox(theme)
        wished = way is PayWay.VOUCHER and no_transfer
        self._why_not = tr("A transfer can be shown {when}.", when=no_transfer) if wished else ""
        self._lay_out(theme)
        if way in WAYS[platform]:
            self._choose(way)
        self.ways.currentIndexChanged.connect(self._way_changed)
        self.transfer.changed.connect(self.changed)
        self._way_changed()

    @property
    def way(self) -> PayWay:
        return PayWay(self.ways.currentData())

    @property
    def amount(self) -> Money:
        return total(order.total for order in self.orders if order.total is not None)

    def show_paying(self) -> None:
        """It is the buyer's will now; nothing about it can be changed any more."""
        self.ways.setEnabled(False)
        self.transfer.setEnabled(False)
        for row in self.rows:
            row.show_waiting()

    def _add_way(self, way: PayWay, obstacle: str) -> None:
        name = way_name(self.platform, way)
        self.ways.addItem(f"{name} ({obstacle})" if obstacle else name, way.value)
        model = self.ways.model()
        assert isinstance(model, QStandardItemModel)
        model.item(self.ways.count() - 1).setEnabled(not obstacle)

    def _choose(self, way: PayWay) -> None:
        at = self.ways.findData(way.value)
        if self.ways.model().index(at, 0).flags() & Qt.ItemFlag.ItemIsEnabled:
            self.ways.setCurrentIndex(at)

    def _way_changed(self) -> None:
        self.transfer.setVisible(self.way is PayWay.VOUCHER)
        self.note.setText(NOTES.get(self.way, self._why_not))
        self.note.setVisible(bool(self.note.text()))
        self.changed.emit()

    def _lay_out(self, theme: Theme) -> None:
        name = QLabel(formats.PLATFORM_NAMES[self.platform])
        name.setFont(theme.font(14, bold=True))
        amount = QLabel(f"{formats.orders(len(self.orders))} · {formats.money(self.amount)}")
        amount.setProperty("role", "soft")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(name)
        head.addStretch(1)
        head.addWidget(amount)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.ways)
        column.addWidget(self.note)
        column.addWidget(self.transfer)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        for row in self.rows:
            rows.addWidget(row)
            row.setProperty("role", "bar" if row is not self.rows[-1] else "")
        column.addLayout(rows)
