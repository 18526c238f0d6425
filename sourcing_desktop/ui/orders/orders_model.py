"""Orders of both platforms as rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from sourcing_desktop.domain.order import Order, OrderState
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.orders.states import state_name

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
GOODS, SELLER, TOTAL, STATE, CREATED = range(5)
NO_TOTAL_YET = "The platform is still creating this order and has not told its total."
HEADERS = ("Order", "Seller", "Total", "State", "Created")


class OrdersModel(QAbstractTableModel):
    """Keeps rows of orders that are still there, so that reading again does not lose the place."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._orders: list[Order] = []

    def show_orders(self, orders: Sequence[Order]) -> None:
        """Show these orders, in this order."""
        if [_key(order) for order in orders] != [_key(order) for order in self._orders]:
            self.beginResetModel()
            self._orders = list(orders)
            self.endResetModel()
        elif orders:
            self._orders = list(orders)
            self.dataChanged.emit(self.index(0, 0), self.index(len(orders) - 1, CREATED))

    def order(self, row: int) -> Order:
        return self._orders[row]

    def row_of(self, order: Order) -> int | None:
        """Where an order stands now; None when it is not among them any more."""
        return next((row for row, each in enumerate(self._orders) if _key(each) == _key(order)), None)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._orders)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADERS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == TOTAL else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        order = self._orders[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(order, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tool_tip(order)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{HEADERS[index.column()]}: {_text(order, index.column())}"
        return None


def goods(order: Order) -> str:
    """What was ordered, in one line: `Canvas bag × 20 and 2 more`."""
    if not order.lines:
        return ""
    first = order.lines[0]
    more = f" and {len(order.lines) - 1} more" if len(order.lines) > 1 else ""
    return f"{first.title} × {first.quantity:,}{more}"


def _key(order: Order) -> tuple[str, str]:
    return (order.platform, order.id)


def _text(order: Order, column: int) -> str:
    return (
        f"{order.number or order.id} {goods(order)}",
        order.seller_name or order.seller_id or formats.UNKNOWN,
        formats.money(order.total),
        state_name(order),
        formats.moment(order.created_at),
    )[column]


def _tool_tip(order: Order) -> str:
    lines = [f"{line.title} {line.sku_name} × {line.quantity:,}" for line in order.lines]
    building = order.state is OrderState.BUILDING and order.total is None
    notes = [NO_TOTAL_YET if building else "", order.note]
    return "\n".join([f"Order {order.id}", *lines, *filter(None, notes)])
