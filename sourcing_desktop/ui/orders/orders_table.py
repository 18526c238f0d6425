"""The list of orders, worked with mouse or keyboard: Space chooses what to pay, P pays, Ctrl+C copies."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import Order
from sourcing_desktop.domain.payment import PayWay
from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.desk.picture_source import PictureSource
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.orders.order_cell import ROW_HEIGHT, OrderCell
from sourcing_desktop.ui.orders.orders_model import (
    CREATED,
    GOODS,
    SELLER,
    STATE,
    TOTAL,
    OrdersModel,
    number_of,
    picture_of,
)
from sourcing_desktop.ui.picture_menu import find_in_library, find_similar
from sourcing_desktop.ui.plain_table import PlainTable
from sourcing_desktop.ui.theme import Theme

WIDTHS = {SELLER: 170, TOTAL: 120, STATE: 150, CREATED: 130}
NARROW = 800
"""px. In a narrower list state, seller and date stand under total and goods instead of in columns."""


class OrdersTable(PlainTable):
    """Emits `pay_requested` with the order the keyboard is at and the way to pay it, None for any."""

    pay_requested = Signal(object, object)

    def __init__(
        self, theme: Theme, loader: PictureLoader, model: OrdersModel, parent: QWidget | None = None
    ):
        super().__init__(ROW_HEIGHT, parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(OrderCell(theme, loader, model, self))
        self.setAccessibleName(tr("Orders"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setSectionResizeMode(GOODS, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
        self._add_actions(theme)
        loader.ready.connect(self.viewport().update)
        self.selectionModel().currentRowChanged.connect(self._offer_what_fits)
        model.chosen_changed.connect(self._offer_what_fits)

    def _add_actions(self, theme: Theme) -> None:
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.pay = self._action(theme, tr("Pay…"), "pay", "P", lambda: self._ask_to_pay(None))
        self.page = self._action(
            theme, tr("Pay on 1688's page…"), "external", "", lambda: self._ask_to_pay(PayWay.PAGE)
        )
        self.transfer = self._action(
            theme, tr("Show a transfer…"), "image", "", lambda: self._ask_to_pay(PayWay.VOUCHER)
        )
        self.choose = self._action(theme, tr("Choose to pay, or not"), "check", "Space", self._turn)
        self.similar = self._action(theme, tr("Find similar"), "similar", "G", self._find_similar)
        self.kept = self._action(
            theme, tr("Find in your library"), "library-similar", "", self._find_in_library
        )
        self.copy = self._action(
            theme, tr("Copy the order number"), "copy", QKeySequence.StandardKey.Copy, self._copy
        )
        self._offer_what_fits()

    def _action(
        self,
        theme: Theme,
        text: str,
        sign: str,
        shortcut: str | QKeySequence.StandardKey,
        call: Callable[[], object],
    ) -> QAction:
        action = QAction(icon(sign, theme.text), text, self)
        action.setShortcut(QKeySequence(shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(call)
        self.addAction(action)
        return action

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

    def _offer_what_fits(self) -> None:
        """Only what can be done with the order the keyboard is at."""
        order = self.current_order()
        payable = order is not None and self._model.payable(order)
        for action in (self.pay, self.choose):
            action.setEnabled(payable)
        self.copy.setEnabled(order is not None)
        for action in (self.similar, self.kept):
            action.setVisible(order is not None and bool(picture_of(order)))
        for action, platform in ((self.page, Platform.ALIBABA), (self.transfer, Platform.TAOBAO)):
            action.setVisible(order is not None and order.platform is platform)
            action.setEnabled(payable)

    def _ask_to_pay(self, way: PayWay | None) -> None:
        if (order := self.current_order()) is not None:
            self.pay_requested.emit(order, way)

    def _find_similar(self) -> None:
        if (order := self.current_order()) is not None:
            find_similar(self, picture_of(order))

    def _find_in_library(self) -> None:
        if (order := self.current_order()) is not None:
            find_in_library(self, PictureSource(url=picture_of(order)))

    def _turn(self) -> None:
        self._model.turn(self.currentIndex().row())

    def _copy(self) -> None:
        if (order := self.current_order()) is not None:
            QGuiApplication.clipboard().setText(number_of(order))
