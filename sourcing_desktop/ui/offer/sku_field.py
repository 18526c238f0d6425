"""Typing in a cell of the SKU matrix: by the keys of a spreadsheet, and by lots with the mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QLineEdit, QStyleOptionViewItem, QWidget

from sourcing_desktop.language import tr
from sourcing_desktop.ui.offer.sku_cell import SkuCell, step_boxes
from sourcing_desktop.ui.offer.sku_commands import is_block
from sourcing_desktop.ui.offer.sku_model import SkuModel
from sourcing_desktop.ui.theme import Theme

MOVES = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}
"""Rows and columns to go after a key that ends typing."""

MOVES_OF_REPLACING = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
"""Columns; in a text that was opened to be changed, these keys walk through it instead."""


class SkuField(SkuCell):
    """Edits cells in place. `moved` says where to go when a key ended typing, `block_pasted` that more than
    one cell is on the clipboard, `stepped` where the mouse changed a quantity. `replacing`: typing
    began with a digit, not with F2."""

    moved = Signal(int, int)
    block_pasted = Signal()
    stepped = Signal(QModelIndex)

    def __init__(self, theme: Theme, model: SkuModel, parent: QWidget) -> None:
        super().__init__(theme, model, parent)
        self.replacing = True

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> QWidget:
        editor = QLineEdit(parent)
        editor.setProperty("role", "cell")
        editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.setAccessibleName(tr("Quantity"))
        editor.setMaxLength(40)
        editor.textEdited.connect(lambda text: self._model.type_along(index, text))
        return editor

    def setEditorData(self, editor: QLineEdit, index: QModelIndex) -> None:
        if not editor.isModified():
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(self, editor: QLineEdit, model: SkuModel, index: QModelIndex) -> None:
        model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        editor.setGeometry(self.field(option.rect))

    def editorEvent(
        self, event: QEvent, model: SkuModel, option: QStyleOptionViewItem, index: QModelIndex
    ) -> bool:
        """A press, or a fast second one, on the signs that a field has under the mouse."""
        presses = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
        sku = self._model.sku(index)
        if sku is None or event.type() not in presses or not isinstance(event, QMouseEvent):
            return False
        more, less = (box.contains(event.position().toPoint()) for box in step_boxes(self.field(option.rect)))
        meant = event.button() is Qt.MouseButton.LeftButton and not event.modifiers() and (less or more)
        if meant:
            self.stepped.emit(index)
            self._model.step([sku], 1 if more else -1)
        return bool(meant)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(editor, event)
        if event.matches(QKeySequence.StandardKey.Paste) and is_block(QGuiApplication.clipboard().text()):
            self._end(editor, keep=False)
            self.block_pasted.emit()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self._end(editor, keep=False)
            return True
        move = self._move(event)
        if move is None:
            return super().eventFilter(editor, event)
        self._end(editor, keep=True)
        self.moved.emit(*move)
        return True

    def _end(self, editor: QObject, *, keep: bool) -> None:
        if keep:
            self.commitData.emit(editor)
        else:
            self._model.stop_typing()
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _move(self, event: QKeyEvent) -> tuple[int, int] | None:
        """Rows and columns to go after this key; None when it does not end typing."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return None
        if key in MOVES_OF_REPLACING and self.replacing:
            return 0, MOVES_OF_REPLACING[key]
        if (
            key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            return -1, 0
        return MOVES.get(key)
