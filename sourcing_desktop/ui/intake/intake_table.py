"""The table of a list: digits change a quantity, Enter mends or chooses, Space leaves out or takes in."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.intake.intake_cell import ROW_HEIGHT, IntakeCell
from sourcing_desktop.ui.intake.intake_model import (
    FATE,
    GOODS,
    LINE,
    QUANTITY,
    SKU,
    UNIT_PRICE,
    ListRow,
    OnlyProblems,
)
from sourcing_desktop.ui.plain_table import PlainTable
from sourcing_desktop.ui.theme import Theme

WIDTHS = {LINE: 92, SKU: 160, QUANTITY: 92, UNIT_PRICE: 92}
"""px. Goods and what happens share the rest."""


class IntakeTable(PlainTable):
    """Emits the numbers of rows whose goods are to be looked up again."""

    ask_requested = Signal(tuple)

    def __init__(
        self, theme: Theme, loader: PictureLoader, rows: OnlyProblems, parent: QWidget | None = None
    ):
        super().__init__(ROW_HEIGHT, parent)
        self._rows = rows
        self.setModel(rows)
        self.setItemDelegate(IntakeCell(theme, loader, rows, self))
        self.setAccessibleName(tr("Lines of the list"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        for column, width in WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
        for column in (GOODS, FATE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._add_actions(theme)
        loader.ready.connect(self.viewport().update)
        self.clicked.connect(self._clicked)

    def _add_actions(self, theme: Theme) -> None:
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for text, sign, shortcut, call in (
            (tr("Choose the SKU"), "chevron-down", "S", self._choose),
            (tr("Change the quantity"), "plus", "F2", self._edit_quantity),
            (tr("Set the quantity that fits"), "check", "M", self._mend),
            (tr("Leave out or take in"), "close", "Space", self._toggle),
            (tr("Look up again"), "refresh", "R", self._ask_again),
        ):
            action = QAction(icon(sign, theme.text), text, self)
            action.setShortcut(QKeySequence(shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(call)
            self.addAction(action)

    def current(self) -> ListRow | None:
        index = self.currentIndex()
        return self._rows.at(index) if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._settle()
            return
        if event.text().isdigit():
            self.setCurrentIndex(self.currentIndex().siblingAtColumn(QUANTITY))
        elif event.text().isalpha():
            return  # letters are commands here; as typing they would open an editor
        super().keyPressEvent(event)

    def _settle(self) -> None:
        """Do what the row needs: choose a SKU, take the quantity that fits, or type one."""
        each = self.current()
        if each is not None and each.has_choice and not each.sku_name:
            self._choose()
        elif not self._mend():
            self._edit_quantity()

    def _clicked(self, index: QModelIndex) -> None:
        each = self._rows.at(index)
        if index.column() == SKU and each.has_choice:
            self.edit(index)
        elif index.column() == FATE and not self._mend() and each.row.passing:
            self.ask_requested.emit((each.row.number,))

    def _choose(self) -> None:
        self._edit(SKU)

    def _edit_quantity(self) -> None:
        self._edit(QUANTITY)

    def _edit(self, column: int) -> None:
        index = self.currentIndex().siblingAtColumn(column)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(index)
            self.edit(index)

    def _mend(self) -> bool:
        each = self.current()
        if each is None or each.fate.mend is None:
            return False
        return self._rows.setData(self.currentIndex().siblingAtColumn(QUANTITY), str(each.fate.mend))

    def _toggle(self) -> None:
        selected = self.selectionModel().selectedRows(LINE)
        chosen = [index for index in selected if self._rows.at(index).can_be_wanted]
        wanted = not all(self._rows.at(index).row.wanted for index in chosen)
        state = Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked
        for index in chosen:
            self._rows.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def _ask_again(self) -> None:
        rows = [self._rows.at(index).row for index in self.selectionModel().selectedRows(LINE)]
        if numbers := tuple(row.number for row in rows if row.passing):
            self.ask_requested.emit(numbers)
