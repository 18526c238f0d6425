"""Typing a quantity in place: any text is accepted, and judged where it stays visible."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from sourcing_desktop.ui.cart.cart_model import UNIT_PRICE, CartModel
from sourcing_desktop.ui.cart.cart_row import field_rect, row_height


class QuantityEditor(QStyledItemDelegate):
    """Opens a line edit exactly where the quantity is painted."""

    def __init__(self, model: CartModel, tree: QTreeView) -> None:
        super().__init__(tree)
        self._model = model
        self._tree = tree

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.setAccessibleName("Quantity")
        editor.setMaxLength(40)
        return editor

    def setEditorData(self, editor: QLineEdit, index: QModelIndex) -> None:
        if not editor.isModified():
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(self, editor: QLineEdit, model: CartModel, index: QModelIndex) -> None:
        model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        narrow = self._tree.isColumnHidden(UNIT_PRICE)
        editor.setGeometry(field_rect(QRect(option.rect), narrow))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(0, row_height(self._model.state(index)))
