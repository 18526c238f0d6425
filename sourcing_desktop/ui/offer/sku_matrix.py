"""The table in which quantities are typed, with the keys of a spreadsheet and heads that stay."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QFrame, QLineEdit, QTableView, QWidget

from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.offer.sku_commands import SkuCommands
from sourcing_desktop.ui.offer.sku_field import SkuField
from sourcing_desktop.ui.offer.sku_heads import ColumnHeads, Corner, RowHeads
from sourcing_desktop.ui.offer.sku_model import NOT_SOLD, SkuModel
from sourcing_desktop.ui.theme import Theme

MOST_ROWS_HEIGHT = 376
"""px of rows before the matrix scrolls in itself."""

LEAST_NAME, NAME_SHARE, LEAST_SHARE = 96, 0.4, 0.3
"""Of the row heads: px, and of the whole width."""

WIDEST_COLUMN = 136

Trigger = QAbstractItemView.EditTrigger


class SkuMatrix(QTableView):
    """Type a number at any cell. Enter goes down, Tab ends typing and goes on, elsewhere it leaves."""

    def __init__(
        self, theme: Theme, loader: PictureLoader, model: SkuModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._fitted = -1
        self._cell = SkuField(theme, model, self)
        self._rows = RowHeads(theme, loader, model, self)
        self._columns = ColumnHeads(theme, model, self._cell, self)
        self.setVerticalHeader(self._rows)
        self.setHorizontalHeader(self._columns)
        self.setModel(model)
        self.setItemDelegate(self._cell)
        self.commands = SkuCommands(theme, model, self)
        self._corner = Corner(theme, model, self._rows, self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(Trigger.AnyKeyPressed | Trigger.EditKeyPressed | Trigger.DoubleClicked)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerWidget(QWidget())
        self.setAccessibleName(tr("SKUs and quantities"))
        self._cell.moved.connect(self._go)
        self._cell.stepped.connect(self.setCurrentIndex)
        self._cell.block_pasted.connect(self.commands.paste)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self._corner.update)

    def fit(self) -> None:
        """Give rows, columns and heads the room they need, and take the height of as many rows as fit."""
        self._fitted = self.width()
        self._rows.setDefaultSectionSize(self._cell.height)
        rows, count = self._model.rowCount() * self._cell.height, max(1, self._model.columnCount())
        width, least = self.width(), self._cell.least_width()
        if rows > MOST_ROWS_HEIGHT:
            width -= self.verticalScrollBar().sizeHint().width()
        names = min(self._rows.wanted_width(), max(LEAST_NAME, round(width * NAME_SHARE)))
        beside = width - count * least
        if beside >= LEAST_SHARE * width:  # better a little less for names than a column that does not fit
            names = min(names, beside)
        column = least
        if self._model.is_list:
            names = LEAST_NAME
        else:
            column = max(least, min((width - names) // count, WIDEST_COLUMN))
        self._columns.setDefaultSectionSize(column)
        self._rows.setFixedWidth(max(names, width - count * column))
        bar = self.horizontalScrollBar().sizeHint().height() if names + count * column > width else 0
        self.setFixedHeight(self._columns.sizeHint().height() + min(rows, MOST_ROWS_HEIGHT) + bar)
        self.updateGeometries()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._corner.setGeometry(0, 0, self._rows.width(), self._columns.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.width() != self._fitted:
            self.fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_NAME + self._cell.least_width(), 0)

    def finish_typing(self) -> None:
        """Take over what is being typed, as Enter would."""
        if self.state() is QAbstractItemView.State.EditingState:
            for editor in self.viewport().findChildren(QLineEdit):
                self.commitData(editor)
                self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def take_keyboard(self) -> None:
        """Be ready for digits at the first SKU, without telling that it was chosen."""
        with QSignalBlocker(self.selectionModel()):
            self.setCurrentIndex(self._next(QModelIndex(), 1))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Keys that mean something here are not the window's."""
        overriding = event.type() == QEvent.Type.ShortcutOverride
        if isinstance(event, QKeyEvent) and overriding and self.commands.command(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        call = self.commands.command(event)
        if call is not None:
            call()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not _with_control(event):
            self._go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1, 0)
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Escape):
            event.ignore()
        elif event.text().isprintable() and event.text() and self._model.sku(self.currentIndex()) is None:
            self.commands.said.emit(NOT_SOLD)
        else:
            self._cell.replacing = event.key() != Qt.Key.Key_F2
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._cell.replacing = False
        super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            if not self.selectionModel().isSelected(index):
                self.setCurrentIndex(index)
            place: QPoint = self.visualRect(index).center() if by_key else event.pos()
            self.commands.open_menu(self.viewport().mapToGlobal(place))

    def _go(self, rows: int, columns: int) -> None:
        """To the next SKU down or up, or on in reading order; behind the last one Tab leaves the matrix."""
        current = self.currentIndex()
        there = self._down(current, rows) if rows else self._next(current, columns)
        if there.isValid():
            self.setCurrentIndex(there)
        elif columns:
            self.focusNextPrevChild(columns > 0)

    def _down(self, current: QModelIndex, step: int) -> QModelIndex:
        row = current.row() + step
        while 0 <= row < self._model.rowCount():
            index = self._model.index(row, current.column())
            if self._model.sku(index) is not None:
                return index
            row += step
        return QModelIndex()

    def _next(self, current: QModelIndex, step: int) -> QModelIndex:
        columns = self._model.columnCount()
        place = current.row() * columns + current.column() + step if current.isValid() else 0
        while 0 <= place < columns * self._model.rowCount():
            index = self._model.index(*divmod(place, columns))
            if self._model.sku(index) is not None:
                return index
            place += step
        return QModelIndex()


def _with_control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
