"""The list of the cart: digits change a quantity, + and - go by the lot, Space chooses, Delete removes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
    QWidget,
)

from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.cart.cart_commands import LATER, NOW, CartCommands
from sourcing_desktop.ui.cart.cart_model import GOODS, QUANTITY, TOTAL, UNIT_PRICE, CartModel
from sourcing_desktop.ui.cart.cart_row import CartRow
from sourcing_desktop.ui.cart.quantity_editor import QuantityEditor
from sourcing_desktop.ui.cart.row_geometry import check_rect, fold_rect
from sourcing_desktop.ui.cart.row_states import Deed, Does, LineState, Section, SectionState
from sourcing_desktop.ui.theme import Theme

NARROW = 560
WIDTHS = {QUANTITY: 92, UNIT_PRICE: 92, TOTAL: 116}
"""px. In a narrower tree the unit price stands above the quantity instead of in its own column."""

GRACE = 6
"""px beside a check box that still mean it."""

STEPS = {"+": 1, "=": 1, "-": -1}


class CartTree(QTreeView):
    """Shows the rows. `commands` tells what the buyer wants of them."""

    def __init__(self, theme: Theme, loader: PictureLoader, model: CartModel, parent: QWidget | None = None):
        super().__init__(parent)
        self._model = model
        self._row = CartRow(theme, loader)
        self._hovered = QPersistentModelIndex()
        self._folded: set[str] = set()
        self.setModel(model)
        self.setItemDelegate(QuantityEditor(model, self))
        self.commands = CartCommands(theme, model, self)
        self.setAccessibleName(tr("Cart"))
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
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
        loader.ready.connect(self.viewport().update)
        self.doubleClicked.connect(self._double_clicked)
        self.collapsed.connect(lambda index: self._folded.add(model.row_key(index)))
        self.expanded.connect(lambda index: self._folded.discard(model.row_key(index)))

    def show_line(self, key: str) -> None:
        """Bring a line to the eye and put the keyboard there."""
        index = self._model.find(key)
        if index.isValid():
            self.expand(index.parent().parent())
            self.expand(index.parent())
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish_typing(self) -> None:
        """Take over what is being typed, as Enter would."""
        if self.state() is QAbstractItemView.State.EditingState:
            for editor in self.viewport().findChildren(QLineEdit):
                self.commitData(editor)
                self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        state = self._model.state(index)
        if state is None:
            return
        row = self._whole(option.rect)
        painter.save()
        self._row.paint(
            painter,
            row,
            self._cells(row),
            state,
            unfolded=self.isExpanded(index),
            selected=self.selectionModel().isRowSelected(index.row(), index.parent()),
            focused=self.hasFocus() and self.currentIndex().siblingAtColumn(GOODS) == index,
            at_hand=self._at_hand(index),
        )
        painter.restore()

    def _whole(self, rect: QRect) -> QRect:
        return QRect(0, rect.y(), self.viewport().width(), rect.height())

    def _cells(self, row: QRect) -> list[QRect]:
        return [
            QRect(self.columnViewportPosition(column), row.y(), self.columnWidth(column), row.height())
            for column in (QUANTITY, UNIT_PRICE, TOTAL)
        ]

    def _at_hand(self, index: QModelIndex) -> bool:
        """Whether the mouse is over a row, or the keyboard at it: then it shows its buttons."""
        here = self._hovered.isValid() and index.siblingAtColumn(GOODS) == self._hovered
        return here or (self.hasFocus() and self.currentIndex().siblingAtColumn(GOODS) == index)

    def rowsInserted(self, parent: QModelIndex, start: int, end: int) -> None:
        super().rowsInserted(parent, start, end)
        for row in range(start, end + 1):
            self._unfold(self._model.index(row, GOODS, parent))

    def _unfold(self, index: QModelIndex) -> None:
        """Show what is below a row, unless the buyer folded it when it was here before."""
        rows = self._model.rowCount(index)
        if rows and self._model.row_key(index) not in self._folded:
            self.expand(index)
        for row in range(rows):
            self._unfold(self._model.index(row, GOODS, index))

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = event.size().width() < NARROW
        if narrow is not self.isColumnHidden(UNIT_PRICE):
            self.setColumnHidden(UNIT_PRICE, narrow)
            self.scheduleDelayedItemsLayout()  # a narrow row is higher
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # what the editor left over, such as the Enter that ends it
            return
        current = self.currentIndex()
        line = self._model.line(current)
        if line is not None and event.text().isdigit():
            self.setCurrentIndex(current.siblingAtColumn(QUANTITY))
        elif line is not None and event.text() in STEPS:
            self.commands.step(STEPS[event.text()])
            return
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            if line is None:
                self.setExpanded(current.siblingAtColumn(GOODS), not self.isExpanded(current))
            elif not self.commands.mend():
                self.commands.edit_quantity()
            return
        elif event.key() == Qt.Key.Key_Backspace:
            self.commands.remove()
            return
        elif event.text().isalpha() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return  # letters are commands here; as typing they would open the editor
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        index = self.indexAt(point).siblingAtColumn(GOODS)
        if event.button() is Qt.MouseButton.LeftButton and index.isValid() and self._pressed(index, point):
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        index = self.indexAt(point).siblingAtColumn(GOODS)
        self._hover(index)
        deed = self._deed_at(index, point)
        shape = Qt.CursorShape.PointingHandCursor if deed is not None else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(QModelIndex())
        super().leaveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos()).siblingAtColumn(GOODS)
            deed = self._deed_at(index, event.pos())
            if deed is not None and deed.does in (Does.MOVE, Does.NOTE, Does.REMOVE) and not deed.text:
                QToolTip.showText(event.globalPos(), self._name(index, deed), self.viewport())
                return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            if not self.selectionModel().isSelected(index):
                self.setCurrentIndex(index)
            place = self.visualRect(index).center() if by_key else event.pos()
            self.commands.open_menu(self.viewport().mapToGlobal(place))

    def _hover(self, index: QModelIndex) -> None:
        if self._hovered == index:
            return
        for each in (self._hovered, index):
            if each.isValid():
                place = self.visualRect(self._model.index(each.row(), GOODS, each.parent()))
                self.viewport().update(self._whole(place))
        self._hovered = QPersistentModelIndex(index)

    def _pressed(self, index: QModelIndex, point: QPoint) -> bool:
        """Whether a press meant the check box, the fold arrow, a button or a remark of a row."""
        state = self._model.state(index)
        if state is None:
            return False
        row = self._whole(self.visualRect(index))
        checkable = index.data(Qt.ItemDataRole.CheckStateRole) is not None
        if checkable and check_rect(row, state).adjusted(-GRACE, 0, GRACE, 0).contains(point):
            self.setCurrentIndex(index)
            self.commands.toggle_row(index)
            return True
        if not isinstance(state, LineState) and fold_rect(row).adjusted(-4, 0, 4, 0).contains(point):
            self.setExpanded(index, not self.isExpanded(index))
            return True
        deed = self._deed_at(index, point)
        if deed is not None:
            self.setCurrentIndex(index)
            self.commands.do(index, deed)
        return deed is not None

    def _deed_at(self, index: QModelIndex, point: QPoint) -> Deed | None:
        row = self._whole(self.visualRect(index))
        state = self._model.state(index)
        if state is None:
            return None
        return self._row.deed_at(point, row, self._cells(row), state, self._at_hand(index))

    def _name(self, index: QModelIndex, deed: Deed) -> str:
        line = self._model.line(index)
        later = line is not None and line.section is Section.LATER
        return {
            Does.MOVE: f"{NOW if later else LATER} (L)",
            Does.NOTE: tr("Your own note (N)") if line is not None else tr("Note to the seller (N)"),
            Does.REMOVE: tr("Remove from the cart (Delete)"),
        }[deed.does]

    def _double_clicked(self, index: QModelIndex) -> None:
        if isinstance(self._model.state(index), SectionState):
            self.setExpanded(index, not self.isExpanded(index))
        elif index.column() == GOODS:
            self.commands.open_offer()
