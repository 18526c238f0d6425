"""The list of the cart: type digits to change a quantity, Delete removes, M mends, Space chooses a seller."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTreeView, QWidget

from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.cart.cart_model import GOODS, QUANTITY, TOTAL, UNIT_PRICE, CartModel
from sourcing_desktop.ui.cart.cart_row import CartRow, check_rect, fold_rect, note_rect
from sourcing_desktop.ui.cart.cart_state import LineState
from sourcing_desktop.ui.cart.quantity_editor import QuantityEditor
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.theme import Theme

NARROW = 560
WIDTHS = {QUANTITY: 92, UNIT_PRICE: 92, TOTAL: 108}
"""px. In a narrower tree the unit price stands under the title instead of in its own column."""


class CartTree(QTreeView):
    """Emits which lines to remove (keys) and which offer to open."""

    remove_requested = Signal(tuple)
    offer_requested = Signal(object)

    def __init__(self, theme: Theme, loader: PictureLoader, model: CartModel, parent: QWidget | None = None):
        super().__init__(parent)
        self._model = model
        self._row = CartRow(theme, loader)
        self.setModel(model)
        self.setItemDelegate(QuantityEditor(model, self))
        self.setAccessibleName("Cart")
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(GOODS, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
        self._add_actions(theme)
        loader.ready.connect(self.viewport().update)
        self.doubleClicked.connect(self._double_clicked)

    def _add_actions(self, theme: Theme) -> None:
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for text, sign, shortcut, call in (
            ("Set the quantity that fits", "check", "M", self._mend),
            ("Change the quantity", "plus", "F2", self._edit_quantity),
            ("Open the offer", "offer", "O", self._open_offer),
            ("Choose or leave out the seller", "store", "Space", self._toggle_seller),
            ("Remove from the cart", "trash", "Del", self._remove),
        ):
            action = QAction(icon(sign, theme.text), text, self)
            action.setShortcut(QKeySequence(shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(call)
            self.addAction(action)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        state = self._model.state(index)
        if state is None:
            return
        row = QRect(0, option.rect.y(), self.viewport().width(), option.rect.height())
        check = index.data(Qt.ItemDataRole.CheckStateRole)
        self._row.paint(
            painter,
            row,
            [self._cell(row, column) for column in (QUANTITY, UNIT_PRICE, TOTAL)],
            state,
            check=None if check is None else Qt.CheckState(check),
            unfolded=self.isExpanded(index),
            selected=self.selectionModel().isRowSelected(index.row(), index.parent()),
            focused=self.hasFocus() and self.currentIndex().siblingAtColumn(GOODS) == index,
        )

    def _cell(self, row: QRect, column: int) -> QRect:
        return QRect(self.columnViewportPosition(column), row.y(), self.columnWidth(column), row.height())

    def rowsInserted(self, parent: QModelIndex, start: int, end: int) -> None:
        super().rowsInserted(parent, start, end)
        for row in range(start, end + 1):
            self.expand(self._model.index(row, GOODS, parent))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setColumnHidden(UNIT_PRICE, event.size().width() < NARROW)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # what the editor left over, such as the Enter that ends it
            return
        current = self.currentIndex()
        line = self._model.line(current)
        if line is not None and event.text().isdigit():
            self.setCurrentIndex(current.siblingAtColumn(QUANTITY))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            if line is None:
                self.setExpanded(current.siblingAtColumn(GOODS), not self.isExpanded(current))
            elif not self._mend():
                self._edit_quantity()
            return
        elif event.key() == Qt.Key.Key_Backspace:
            self._remove()
            return
        elif event.text().isalpha():
            return  # letters are commands here; as typing they would open the editor
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint()).siblingAtColumn(GOODS)
        if event.button() is Qt.MouseButton.LeftButton and index.isValid() and self._pressed(index, event):
            return
        super().mousePressEvent(event)

    def _pressed(self, index: QModelIndex, event: QMouseEvent) -> bool:
        """Whether a press meant the check box, the fold arrow or the mending quantity of a row."""
        point = event.position().toPoint()
        row = self.visualRect(index)
        row = QRect(0, row.y(), self.viewport().width(), row.height())
        if isinstance(self._model.state(index), LineState):
            return note_rect(row).contains(point) and self._model.mend(index)
        if check_rect(row).adjusted(-6, 0, 8, 0).contains(point):
            self.setCurrentIndex(index)
            self._toggle(index)
            return True
        if fold_rect(row).adjusted(-12, 0, 2, 0).contains(point):
            self.setExpanded(index, not self.isExpanded(index))
            return True
        return False

    def _double_clicked(self, index: QModelIndex) -> None:
        if index.column() == GOODS:
            self._open_offer()

    def _mend(self) -> bool:
        return self._model.mend(self.currentIndex())

    def _edit_quantity(self) -> None:
        index = self.currentIndex().siblingAtColumn(QUANTITY)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(index)
            self.edit(index)

    def _open_offer(self) -> None:
        line = self._model.line(self.currentIndex())
        if line is not None:
            self.offer_requested.emit(line.line.ref)

    def _toggle_seller(self) -> None:
        """Of a line: its seller."""
        index = self.currentIndex().siblingAtColumn(GOODS)
        self._toggle(index.parent() if self._model.line(index) is not None else index)

    def _toggle(self, index: QModelIndex) -> None:
        checked = index.data(Qt.ItemDataRole.CheckStateRole)
        if checked is not None:
            wanted = checked != Qt.CheckState.Checked
            state = Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked
            self._model.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def _remove(self) -> None:
        """The selected lines, and all lines of a selected seller."""
        keys: dict[str, None] = {}
        for index in self.selectionModel().selectedRows(GOODS):
            lines = [index] if self._model.line(index) is not None else self._lines_below(index)
            found = (self._model.line(each) for each in lines)
            keys.update(
                (line.line.key, None) for line in found if line is not None and not line.being_ordered
            )
        if keys:
            self.remove_requested.emit(tuple(keys))

    def _lines_below(self, index: QModelIndex) -> list[QModelIndex]:
        """The lines of a seller; none for a platform, which would be too many to remove at one key."""
        rows = range(self._model.rowCount(index))
        return [self._model.index(row, GOODS, index) for row in rows]
