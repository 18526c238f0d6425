"""The orders dock's content: what is unsettled above, the orders of both platforms below."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sourcing_desktop.domain.order import OrderState
from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.choice_box import ChoiceBox
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.notices import Banner, Message
from sourcing_desktop.ui.orders.orders_model import OrdersModel
from sourcing_desktop.ui.orders.orders_table import OrdersTable
from sourcing_desktop.ui.orders.pay_bar import PayBar
from sourcing_desktop.ui.orders.states import STATE_NAMES
from sourcing_desktop.ui.orders.unsettled import Unsettled
from sourcing_desktop.ui.theme import Theme

HINT = tr("No orders yet. What you order from the cart is listed here, from both platforms.")


class OrdersPage(QWidget):
    """Decides nothing: controllers fill `model` and `unsettled` and move the page through its states.
    `pay_requested` brings the orders to pay and the way, None for any."""

    refresh_requested = Signal()
    more_requested = Signal()
    state_chosen = Signal()
    pay_requested = Signal(tuple, object)

    def __init__(self, theme: Theme, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setMinimumWidth(380)
        self._read_at: datetime | None = None
        self.model = OrdersModel(self)
        self.table = OrdersTable(theme, loader, self.model)
        self.banner = Banner(theme)
        self.unsettled = Unsettled(theme)
        self.states = ChoiceBox(tr("Show orders in this state"))
        self.states.addItem(tr("All orders"), None)
        for state, name in STATE_NAMES.items():
            self.states.addItem(name, state.value)
        self.age = QLabel()
        self.age.setProperty("role", "soft")
        self.refresh = QToolButton()
        self.refresh.setIcon(icon("refresh", theme.text))
        self.refresh.setToolTip(tr("Read the orders again (F5)"))
        self.refresh.setAccessibleName(tr("Read the orders again"))
        self.hint = Message(theme, "orders", HINT)
        self.none = Message(theme, "filter", "")
        self.loading = Message(theme, "orders", tr("Reading your orders…"))
        self.failed = Message(theme, "warning", "", button=tr("Retry"))
        self.stack = QStackedWidget()
        for widget in (self.loading, self.hint, self.none, self.failed, self.table):
            self.stack.addWidget(widget)
        self.count = QLabel()
        self.count.setProperty("role", "soft")
        self.more = QPushButton(tr("Load more"))
        self.pay_bar = PayBar(self.model)
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 8, 8)
        head.setSpacing(8)
        head.addWidget(self.states)
        head.addStretch(1)
        head.addWidget(self.age)
        head.addWidget(self.refresh)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 6, 12, 6)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.unsettled)
        column.addWidget(self.banner)
        column.addWidget(self.stack, 1)
        column.addLayout(foot)
        column.addWidget(self.pay_bar)
        self.more.hide()

        self.refresh.clicked.connect(self.refresh_requested)
        self.failed.pressed.connect(self.refresh_requested)
        self.more.clicked.connect(self.more_requested)
        self.states.activated.connect(self.state_chosen)
        self.pay_bar.pay_requested.connect(lambda: self.pay_requested.emit(tuple(self.model.chosen), None))
        self.table.pay_requested.connect(lambda order, way: self.pay_requested.emit((order,), way))

    def sizeHint(self) -> QSize:
        return QSize(440, 640)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on. A focus proxy would keep Tab from the widgets above the list."""
        target = self.table if self.stack.currentWidget() is self.table else self.states
        target.setFocus(event.reason())

    @property
    def state(self) -> OrderState | None:
        """The state to show orders of, None for all."""
        value = self.states.currentData()
        return OrderState(value) if value else None

    def start_over(self) -> None:
        """Forget every order: another account takes over."""
        self._read_at = None
        self.model.show_orders(())
        self.model.show_payments({})
        self.unsettled.show_intents(())
        self.banner.hide()
        self.more.hide()
        self.age.clear()
        self.count.clear()
        self.stack.setCurrentWidget(self.loading)

    def show_loading(self, anew: bool) -> None:
        """The orders are being read. `anew`: those shown do not belong to what is read."""
        self.refresh.setEnabled(False)
        self.more.setEnabled(False)
        self.banner.hide()
        self.age.setText(tr("Reading…"))
        if anew or not self.model.rowCount():
            self.count.clear()
            self.stack.setCurrentWidget(self.loading)

    def show_read(self, read_at: datetime, more: bool) -> None:
        """The model has what was read."""
        self._read_at = read_at
        self._reading_ended(more)
        rows = self.model.rowCount()
        if rows:
            self.stack.setCurrentWidget(self.table)
        elif self.state is None:
            self.stack.setCurrentWidget(self.hint)
        else:
            self.none.text.setText(tr("No orders in the state “{state}”.", state=self.states.currentText()))
            self.stack.setCurrentWidget(self.none)
        self.count.setText(_count(rows, more) if rows else "")

    def show_failed(self, sentence: str) -> None:
        """Nothing could be read. Orders that are there stay."""
        self._reading_ended(more=not self.more.isHidden())
        if self.model.rowCount():
            self.banner.say(sentence, self.refresh_requested.emit)
            self.stack.setCurrentWidget(self.table)
        else:
            self.failed.text.setText(sentence)
            self.stack.setCurrentWidget(self.failed)

    def tick(self, now: datetime) -> None:
        """Say how old the list is."""
        if self._read_at is not None and self.refresh.isEnabled():
            self.age.setText(tr("Read {ago}", ago=formats.ago(max(now - self._read_at, timedelta(0)))))

    def _reading_ended(self, more: bool) -> None:
        self.refresh.setEnabled(True)
        self.more.setEnabled(True)
        self.more.setVisible(more)
        self.age.clear()


def _count(rows: int, more: bool) -> str:
    orders = formats.orders(rows)
    return tr("{orders} so far", orders=orders) if more else orders
