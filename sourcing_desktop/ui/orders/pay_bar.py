"""The line below the orders that says what would be paid."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton

from sourcing_desktop.domain.money import total
from sourcing_desktop.language import tr, trn
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.orders.orders_model import OrdersModel


class PayBar(QFrame):
    """Hidden while no order waits for its money. Pressing `pay` pays nothing: the buyer confirms first."""

    pay_requested = Signal()

    def __init__(self, model: OrdersModel) -> None:
        super().__init__()
        self.setProperty("role", "foot")
        self._model = model
        self.all = QCheckBox()
        self.all.setTristate(True)
        self.pay = QPushButton()
        self.pay.setProperty("kind", "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.all)
        row.addStretch(1)
        row.addWidget(self.pay)
        self.all.clicked.connect(self._all_or_none)
        self.pay.clicked.connect(self.pay_requested)
        model.chosen_changed.connect(self._show_choice)
        self._show_choice()

    def _all_or_none(self) -> None:
        self._model.choose(self._model.all_payable, len(self._model.chosen) < len(self._model.all_payable))

    def _show_choice(self) -> None:
        payable, chosen = self._model.all_payable, self._model.chosen
        self.setVisible(bool(payable))
        self.all.setText(trn("Select to pay", "Select all {count} to pay", len(payable)))
        self.all.setCheckState(
            Qt.CheckState.Unchecked
            if not chosen
            else Qt.CheckState.Checked
            if len(chosen) == len(payable)
            else Qt.CheckState.PartiallyChecked
        )
        amount = total(order.total for order in chosen if order.total is not None)
        self.pay.setText(
            tr("Pay {orders} · {amount}", orders=formats.orders(len(chosen)), amount=formats.money(amount))
            if chosen
            else tr("Pay…")
        )
        self.pay.setEnabled(bool(chosen))
