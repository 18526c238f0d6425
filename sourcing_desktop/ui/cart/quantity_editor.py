"""Typing a quantity in place: any text is accepted, and judged where it stays visible. Up, Down and the wheel
go by the lot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from sourcing_desktop.domain.quantity import QuantityRules, read_quantity
from sourcing_desktop.language import tr
from sourcing_desktop.ui.cart.cart_model import UNIT_PRICE, CartModel
from sourcing_desktop.ui.cart.row_geometry import field_rect, row_height

STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class QuantityEditor(QStyledItemDelegate):
    """Opens a line edit exactly where the quantity is painted."""

    def __init__(self, model: CartModel, tree: QTreeView) -> None:
        super().__init__(tree)
        self._model = model
        self._tree = tree
        self._rules = QuantityRules()

    @property
    def _narrow(self) -> bool:
        return self._tree.isColumnHidden(UNIT_PRICE)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> QWidget:
        line = self._model.line(index)
        self._rules = line.line.rules if line is not None else QuantityRules()
        editor = QLineEdit(parent)
        editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.setAccessibleName(tr("Quantity"))
        editor.setMaxLength(40)
        return editor

    def setEditorData(self, editor: QLineEdit, index: QModelIndex) -> None:
        if not editor.isModified():
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(self, editor: QLineEdit, model: CartModel, index: QModelIndex) -> None:
        model.setData(index, editor.text())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        steps = 0
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = STEPS.get(Qt.Key(event.key()), 0)
        elif isinstance(event, QWheelEvent):
            steps = (event.angleDelta().y() > 0) - (event.angleDelta().y() < 0)
        if not steps or not isinstance(editor, QLineEdit):
            return super().eventFilter(editor, event)
        number = read_quantity(editor.text())
        if number is not None:
            editor.setText(str(self._rules.stepped(number, steps)))
            editor.setModified(True)
        return True

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        editor.setGeometry(field_rect(QRect(option.rect), self._narrow))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(0, row_height(self._model.state(index), self._narrow))
