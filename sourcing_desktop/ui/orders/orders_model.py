"""Orders of both platforms as rows, and which of them the buyer wants to pay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import Order, OrderState
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.orders.states import state_name
from sourcing_desktop.ui.plain_table import column_head
from sourcing_desktop.ui.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
OrderKey = tuple[Platform, str]
NOWHERE = QModelIndex()
GOODS, SELLER, TOTAL, STATE, CREATED = range(5)
NO_TOTAL_YET = tr("The platform is still creating this order and has not told its total.")
HEADERS = (tr("Order"), tr("Seller"), tr("Total"), tr("State"), tr("Created"))
TO_PAY = (OrderState.TO_PAY, OrderState.PAYMENT_REFUSED)


class OrdersModel(QAbstractTableModel):
    """Keeps rows of orders that are still there, so that reading again does not lose the place. Only orders
    that can be paid have a check box; `chosen_changed` tells that other ones are chosen, or can be."""

    chosen_changed = Signal()

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._orders: list[Order] = []
        self._under_way: Mapping[OrderKey, str] = {}
        self._paid: Set[OrderKey] = frozenset()
        self._opened: Set[OrderKey] = frozenset()
        self._payable: dict[OrderKey, Order] = {}
        self._chosen: set[OrderKey] = set()

    def show_orders(self, orders: Sequence[Order]) -> None:
        """Show these orders, in this order. What was chosen and can still be paid stays chosen."""
        if [key_of(order) for order in orders] != [key_of(order) for order in self._orders]:
            self.beginResetModel()
            self._orders = list(orders)
            self.endResetModel()
        elif orders:
            self._orders = list(orders)
        self._choices_changed()

    def show_payments(
        self,
        under_way: Mapping[OrderKey, str],
        paid: Set[OrderKey] = frozenset(),
        opened: Set[OrderKey] = frozenset(),
    ) -> None:
        """Say of which orders a payment has no answer yet, and in which words, and which were `paid`: none of
        them is paid once more, though the list may be late. Of those in `opened` a page to pay at was opened;
        they may still wait for their money."""
        if (under_way, paid, opened) != (self._under_way, self._paid, self._opened):
            self._under_way, self._paid, self._opened = under_way, paid, opened
            self._choices_changed()

    def choose(self, orders: Sequence[Order], chosen: bool = True) -> None:
        """Choose those of the orders that can be paid, or choose them no more."""
        keys = {key_of(order) for order in orders if self.payable(order)}
        self._chosen = self._chosen | keys if chosen else self._chosen - keys
        self._choices_changed()

    def turn(self, row: int) -> None:
        """Choose the order of a row, or choose it no more."""
        order = self._orders[row]
        self.choose([order], key_of(order) not in self._chosen)

    @property
    def chosen(self) -> list[Order]:
        """The orders the buyer wants to pay, as they stand in the list."""
        return [order for key, order in self._payable.items() if key in self._chosen]

    @property
    def all_payable(self) -> list[Order]:
        """Every order that can be paid."""
        return list(self._payable.values())

    @property
    def anything_payable(self) -> bool:
        """Whether there is an order that can be paid."""
        return bool(self._payable)

    @property
    def pages_open(self) -> bool:
        """Whether the buyer may be paying an order in the browser."""
        return not self._opened.isdisjoint(self._payable)

    def payable(self, order: Order) -> bool:
        """Whether an order of the list can be paid."""
        return key_of(order) in self._payable

    def may_pay(self, order: Order) -> bool:
        """Whether an order, in the list or not, waits for its money, and no payment of it for an answer."""
        return order.state in TO_PAY and order.total is not None and not self.under_way(order)

    def under_way(self, order: Order) -> str:
        """What is known of a payment that the order does not show, in words; empty when there is none. After
        a transfer that was refused an order may be paid again."""
        if order.state not in TO_PAY:
            return ""
        paid = order.state is OrderState.TO_PAY and key_of(order) in self._paid
        return self._under_way.get(key_of(order), tr("Paid") if paid else "")

    def order(self, row: int) -> Order:
        return self._orders[row]

    def row_of(self, order: Order) -> int | None:
        """Where an order stands now; None when it is not among them any more."""
        return next((row for row, each in enumerate(self._orders) if key_of(each) == key_of(order)), None)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._orders)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        return column_head(HEADERS, (TOTAL,), section, orientation, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == GOODS and self.payable(self._orders[index.row()]):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        order = self._orders[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(order, index.column())
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == GOODS and self.payable(order):
            return Qt.CheckState.Checked if key_of(order) in self._chosen else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(_tool_tip(order))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{HEADERS[index.column()]}: {self._text(order, index.column())}"
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        self.choose([self._orders[index.row()]], Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def _choices_changed(self) -> None:
        self._payable = {key_of(order): order for order in self._orders if self.may_pay(order)}
        self._chosen &= self._payable.keys()
        if self._orders:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._orders) - 1, CREATED))
        self.chosen_changed.emit()

    def _text(self, order: Order, column: int) -> str:
        return (
            f"{number_of(order)} {goods(order)}",
            order.seller_name or order.seller_id or formats.UNKNOWN,
            formats.money(order.total),
            self._state(order),
            formats.moment(order.created_at),
        )[column]

    def _state(self, order: Order) -> str:
        opened = self.payable(order) and key_of(order) in self._opened
        return self.under_way(order) or (tr("Pay page open") if opened else state_name(order))


def key_of(order: Order) -> OrderKey:
    """What names an order over both platforms."""
    return (order.platform, order.id)


def number_of(order: Order) -> str:
    """The number the buyer knows the order by."""
    return order.number or order.id


def picture_of(order: Order) -> str:
    """The picture an order is shown with; empty where none of its goods has one."""
    return next((line.picture for line in order.lines if line.picture), "")


def goods(order: Order) -> str:
    """What was ordered, in one line: `Canvas bag × 20 and 2 more`."""
    if not order.lines:
        return ""
    first = order.lines[0]
    listed = [f"{first.title} × {first.quantity:,}", *(line.title for line in order.lines[1:])]
    return formats.some_names(listed, 1)


def order_named(order: Order) -> str:
    """`Order 4021…`, for a screen reader and where it stands alone."""
    return tr("Order {number}", number=number_of(order))


def _tool_tip(order: Order) -> str:
    lines = [f"{line.title} {line.sku_name} × {line.quantity:,}" for line in order.lines]
    building = order.state is OrderState.BUILDING and order.total is None
    notes = [NO_TOTAL_YET if building else "", order.note]
    return "\n".join([tr("Order {number}", number=order.id), *lines, *filter(None, notes)])
