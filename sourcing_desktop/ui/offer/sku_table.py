"""The SKUs of an offer as rows, with a quantity to type at each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from sourcing_desktop.domain.offer import OfferDetail, OfferRef, Sku
from sourcing_desktop.domain.quantity import Problem, read_quantity
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
NAME, PRICE, STOCK, QUANTITY = range(4)
HEADERS = ("SKU", "Price", "Stock", "Quantity")
ROW_HEIGHT = 34
FIELD_WIDTH = 84


class SkuModel(QAbstractTableModel):
    """Quantities are kept as typed; what is not a number stays visible until it is mended."""

    quantities_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._detail: OfferDetail | None = None
        self._typed: dict[str, str] = {}
        self._typed_for: OfferRef | None = None

    def show_offer(self, detail: OfferDetail | None) -> None:
        """Show another offer's SKUs, without quantities; those of an offer that is read again stay."""
        self.beginResetModel()
        self._detail = detail
        if detail is not None and detail.ref != self._typed_for:
            self._typed, self._typed_for = {}, detail.ref
        self.endResetModel()
        self.quantities_changed.emit()

    def clear_quantities(self, sku_ids: Iterable[str]) -> None:
        """Forget what was typed for these SKUs."""
        for sku_id in sku_ids:
            self._typed.pop(sku_id, None)
        self._all_changed()

    def sku(self, row: int) -> Sku:
        return self._skus[row]

    def quantities(self) -> Mapping[str, int]:
        """Pieces by SKU id, of the SKUs with a readable number above zero."""
        read = ((sku.id, read_quantity(self._typed.get(sku.id, ""))) for sku in self._skus)
        return {sku_id: number for sku_id, number in read if number}

    def faults(self) -> tuple[str, ...]:
        """What is wrong with what was typed, one sentence per SKU."""
        found = ((sku, self._fault(sku)) for sku in self._skus)
        return tuple(f"{sku.name}: {fault}" if sku.name else fault for sku, fault in found if fault)

    @property
    def _skus(self) -> tuple[Sku, ...]:
        return self._detail.skus if self._detail is not None else ()

    def _fault(self, sku: Sku) -> str:
        text = self._typed.get(sku.id, "")
        if not text or self._detail is None:
            return ""
        number = read_quantity(text)
        if number is None:
            return formats.no_quantity(text)
        problem: Problem | None = self._detail.rules.line_problem(number, sku.stock) if number else None
        return formats.problem(problem) if problem else ""

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._skus)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADERS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section == NAME else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == QUANTITY else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        sku = self._skus[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(sku, index.column())
        if role == Qt.ItemDataRole.EditRole and index.column() == QUANTITY:
            return self._typed.get(sku.id, "")
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() != NAME:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._fault(sku) if index.column() == QUANTITY else sku.original_name
        if role == Qt.ItemDataRole.ForegroundRole:
            if index.column() == QUANTITY and self._fault(sku):
                return self._theme.danger
            return self._theme.text_soft if sku.stock == 0 else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{HEADERS[index.column()]}: {self._text(sku, index.column()) or 'empty'}"
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or index.column() != QUANTITY or role != Qt.ItemDataRole.EditRole:
            return False
        self._typed[self._skus[index.row()].id] = str(value or "").strip()
        self._all_changed()
        return True

    def _text(self, sku: Sku, column: int) -> str:
        if column == NAME:
            return sku.name or "One size"
        if column == PRICE:
            return formats.money(self._price(sku))
        if column == STOCK:
            return formats.count(sku.stock)
        return self._typed.get(sku.id, "")

    def _price(self, sku: Sku):
        """At the quantities typed; before that, from the first tier."""
        if self._detail is None:
            return None
        prices = self._detail.prices
        pieces = sum(self.quantities().values())
        at_least = max(pieces, prices.tiers[0].start if prices.tiers else 1)
        return prices.unit_price(sku.price, at_least)

    def _all_changed(self) -> None:
        if self._skus:
            last = self.index(len(self._skus) - 1, QUANTITY)
            self.dataChanged.emit(self.index(0, NAME), last)
        self.quantities_changed.emit()


STEPS = {
    QAbstractItemDelegate.EndEditHint.SubmitModelCache: 1,
    QAbstractItemDelegate.EndEditHint.EditNextItem: 1,
    QAbstractItemDelegate.EndEditHint.EditPreviousItem: -1,
}
"""Rows to go after Enter, Tab and Shift+Tab in an editor."""


class QuantityField(QStyledItemDelegate):
    """Shows the quantity as a field to type in, and edits it in place."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        super().paint(painter, option, index)
        wrong = index.data(Qt.ItemDataRole.ForegroundRole) == self._theme.danger
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = option.state & QStyle.StateFlag.State_HasFocus
        usual = self._theme.accent if current else self._theme.edge
        painter.setPen(self._theme.danger if wrong else usual)
        painter.drawRoundedRect(QRectF(_field(option.rect)).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(FIELD_WIDTH, ROW_HEIGHT)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.setAccessibleName("Quantity")
        editor.setMaxLength(40)
        editor.setStyleSheet("padding: 0 7px;")
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        editor.setGeometry(_field(option.rect))


def _field(cell: QRect) -> QRect:
    return cell.adjusted(4, 3, -4, -3)


class SkuTable(QTableView):
    """Type a number anywhere in a row to set its quantity; Enter goes to the next row."""

    def __init__(self, theme: Theme, model: SkuModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegateForColumn(QUANTITY, QuantityField(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAccessibleName("SKUs and quantities")
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column in (PRICE, STOCK, QUANTITY):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setMinimumSectionSize(64)

    def finish_typing(self) -> None:
        """Take over what is being typed, as a click elsewhere would."""
        if self.state() is QAbstractItemView.State.EditingState:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_keyboard(self) -> None:
        """Be ready for digits at the first SKU, without showing its picture."""
        with QSignalBlocker(self.selectionModel()):
            self.setCurrentIndex(self.model().index(0, QUANTITY))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex().siblingAtColumn(QUANTITY)
        editing = self.state() is QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            if not editing:  # else it is what the editor left over of the Enter that ended it
                self.edit(current)
        elif event.matches(QKeySequence.StandardKey.Paste) and current.isValid():
            self.model().setData(current, QGuiApplication.clipboard().text())
        else:
            if event.text().isdigit() and current.isValid():
                self.setCurrentIndex(current)
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter goes to the next row, Tab too, and behind the last row out of the table."""
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        step = STEPS.get(hint, 0)
        there = self.model().index(self.currentIndex().row() + step, QUANTITY)
        if step and there.isValid():
            self.setCurrentIndex(there)
        elif step and hint is not QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self.focusNextPrevChild(step > 0)
