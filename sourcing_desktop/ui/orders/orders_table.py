"""The list of orders: a picture, which order, from whom, for how much, and how far it is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from sourcing_desktop.domain.order import Order, OrderState
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.orders.orders_model import CREATED, GOODS, SELLER, STATE, TOTAL, OrdersModel, goods
from sourcing_desktop.ui.orders.states import state_name
from sourcing_desktop.ui.row_painter import LEFT, LINE_HEIGHT, PICTURE_SIDE, RIGHT, RowPainter
from sourcing_desktop.ui.theme import Theme

ROW_HEIGHT = 60
WIDTHS = {SELLER: 170, TOTAL: 120, STATE: 150, CREATED: 130}
NARROW = 800
"""px. In a narrower list state, seller and date stand under total and goods instead of in columns."""


class OrdersTable(QTableView):
    """Ctrl+C copies the id of the order the keyboard is at."""

    def __init__(
        self, theme: Theme, loader: PictureLoader, model: OrdersModel, parent: QWidget | None = None
    ):
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_OrderCell(theme, loader, model, self))
        self.setAccessibleName("Orders")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(GOODS, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.copy = QAction(icon("copy", theme.text), "Copy the order id", self)
        self.copy.setShortcut(QKeySequence.StandardKey.Copy)
        self.copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.copy.triggered.connect(self._copy)
        self.addAction(self.copy)
        loader.ready.connect(self.viewport().update)

    def current_order(self) -> Order | None:
        index = self.currentIndex()
        return self._model.order(index.row()) if index.isValid() else None

    def show_at(self, order: Order | None) -> None:
        """Put the keyboard back at an order after the list was read again."""
        row = self._model.row_of(order) if order is not None else None
        if row is not None:
            self.setCurrentIndex(self._model.index(row, GOODS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        for column in (SELLER, STATE, CREATED):
            self.setColumnHidden(column, event.size().width() < NARROW)
        super().resizeEvent(event)

    def _copy(self) -> None:
        if (order := self.current_order()) is not None:
            QGuiApplication.clipboard().setText(order.id)


class _OrderCell(QStyledItemDelegate):
    def __init__(self, theme: Theme, loader: PictureLoader, model: OrdersModel, table: OrdersTable) -> None:
        super().__init__(table)
        self._theme = theme
        self._model = model
        self._table = table
        self._row = RowPainter(theme, loader)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(WIDTHS.get(index.column(), 200), ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        theme, row, rect = self._theme, self._row, QRect(option.rect)
        order = self._model.order(index.row())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, theme.accent_soft if chosen else theme.card)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.line)
        if chosen and index.column() == GOODS and self._table.hasFocus():
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), theme.accent)
        if index.column() == GOODS:
            self._goods(painter, rect, order)
            return
        cell = rect.adjusted(12, 0, -12, 0)
        text = index.data()
        if index.column() == TOTAL and self._narrow:
            above = QRect(cell.x(), cell.y() + 10, cell.width(), LINE_HEIGHT)
            row.text(painter, above, text, theme.text, row.bold, RIGHT)
            below, state = above.translated(0, LINE_HEIGHT), state_name(order)
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

    def _goods(self, painter: QPainter, rect: QRect, order: Order) -> None:
        theme, row = self._theme, self._row
        picture = next((line.picture for line in order.lines if line.picture), "")
        row.picture(painter, QRect(rect.x() + 12, rect.y() + 8, PICTURE_SIDE, PICTURE_SIDE), picture)
        left = rect.x() + 12 + PICTURE_SIDE + 12
        first = QRect(left, rect.y() + 10, rect.right() - left - 60, LINE_HEIGHT)
        used = row.text(painter, first, order.number or order.id, theme.text, row.bold)
        row.platform(painter, left + used + 8, first.center().y() + 1, order.platform)
        second = QRect(left, first.bottom() + 1, rect.right() - left - 4, LINE_HEIGHT)
        words = [goods(order)]
        if self._narrow:
            words = [formats.moment(order.created_at), *words, order.seller_name]
        row.text(painter, second, " · ".join(filter(None, words)), theme.text_soft, row.small)

    def _state_colour(self, order: Order):
        return {
            OrderState.TO_PAY: self._theme.accent,
            OrderState.PAYMENT_REFUSED: self._theme.danger,
            OrderState.CANCELLED: self._theme.text_soft,
            OrderState.RECEIVED: self._theme.success,
            OrderState.DONE: self._theme.success,
            OrderState.OTHER: self._theme.warning,
        }.get(order.state, self._theme.text)
