"""Paints one cell of an order: a picture, which order, from whom, for how much, how far it is, and the check
box of an order that can be paid."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from sourcing_desktop.domain.order import Order, OrderState
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.orders.orders_model import (
    GOODS,
    STATE,
    TOTAL,
    OrdersModel,
    goods,
    number_of,
    picture_of,
)
from sourcing_desktop.ui.row_painter import LEFT, LINE_HEIGHT, PICTURE_SIDE, RIGHT, RowPainter
from sourcing_desktop.ui.theme import Theme

ROW_HEIGHT = 60
EDGE = 12
CHECK_WIDTH = 28
"""px."""


def check_rect(cell: QRect) -> QRect:
    """Where the check box of an order is, inside its first cell."""
    return QRect(cell.x() + EDGE - 4, cell.y(), CHECK_WIDTH - 4, cell.height())


class OrderCell(QStyledItemDelegate):
    """A hidden state column makes the other cells say its words."""

    def __init__(self, theme: Theme, loader: PictureLoader, model: OrdersModel, table: QTableView) -> None:
        super().__init__(table)
        self._theme = theme
        self._model = model
        self._table = table
        self._row = RowPainter(theme, loader)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(200, ROW_HEIGHT)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: QModelIndex
    ) -> bool:
        """A click on the check box, and nowhere else, turns it."""
        kinds = (QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick)
        if not isinstance(event, QMouseEvent) or event.type() not in kinds or index.column() != GOODS:
            return False
        on_box = check_rect(QRect(option.rect)).contains(event.position().toPoint())
        if on_box and event.button() is Qt.MouseButton.LeftButton:
            self._model.turn(index.row())
        return on_box

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        theme, row, rect = self._theme, self._row, QRect(option.rect)
        order = self._model.order(index.row())
        marked = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, theme.accent_soft if marked else theme.card)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.line)
        if marked and index.column() == GOODS and self._table.hasFocus():
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), theme.accent)
        if index.column() == GOODS:
            self._goods(painter, rect, index, order)
            return
        cell = rect.adjusted(EDGE, 0, -EDGE, 0)
        text = index.data()
        if index.column() == TOTAL and self._narrow:
            above = QRect(cell.x(), cell.y() + 10, cell.width(), LINE_HEIGHT)
            row.text(painter, above, text, theme.text, row.bold, RIGHT)
            below, state = above.translated(0, LINE_HEIGHT), index.siblingAtColumn(STATE).data()
            row.text(painter, below, state, self._state_colour(order), row.small, RIGHT)
        elif index.column() == TOTAL:
            row.text(painter, cell, text, theme.text, row.bold, RIGHT)
        elif index.column() == STATE:
            row.text(painter, cell, text, self._state_colour(order), row.plain, LEFT)
        else:
            row.text(painter, cell, text, theme.text_soft, row.small)

    @property
    def _narrow(self) -> bool:
        return self._table.isColumnHidden(STATE)

    def _goods(self, painter: QPainter, rect: QRect, index: QModelIndex, order: Order) -> None:
        theme, row = self._theme, self._row
        left = rect.x() + EDGE
        if self._model.anything_payable:  # pictures stand below each other
            check = index.data(Qt.ItemDataRole.CheckStateRole)
            if check is not None:
                row.check_box(painter, check_rect(rect), Qt.CheckState(check))
            left += CHECK_WIDTH
        row.picture(painter, QRect(left, rect.y() + 8, PICTURE_SIDE, PICTURE_SIDE), picture_of(order))
        left += PICTURE_SIDE + EDGE
        first = QRect(left, rect.y() + 10, rect.right() - left - 60, LINE_HEIGHT)
        used = row.text(painter, first, number_of(order), theme.text, row.bold)
        row.platform(painter, left + used + 8, first.center().y() + 1, order.platform)
        second = QRect(left, first.bottom() + 1, rect.right() - left - 4, LINE_HEIGHT)
        words = [goods(order)]
        if self._narrow:
            words = [formats.moment(order.created_at), *words, order.seller_name]
        row.text(painter, second, " · ".join(filter(None, words)), theme.text_soft, row.small)

    def _state_colour(self, order: Order) -> QColor:
        if self._model.under_way(order):
            return self._theme.warning
        return {
            OrderState.TO_PAY: self._theme.accent,
            OrderState.PAYMENT_REFUSED: self._theme.danger,
            OrderState.CANCELLED: self._theme.text_soft,
            OrderState.RECEIVED: self._theme.success,
            OrderState.DONE: self._theme.success,
            OrderState.OTHER: self._theme.warning,
        }.get(order.state, self._theme.text)
