"""The rows of a list as a table. Rows change and vanish, none is added or moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.quantity import read_quantity
from sourcing_desktop.language import tr
from sourcing_desktop.services.intake.plan import PlanRow
from sourcing_desktop.services.intake.verdicts import Verdict
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.intake.words import Fate, fate, places
from sourcing_desktop.ui.plain_table import column_head
from sourcing_desktop.ui.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
LINE, GOODS, SKU, QUANTITY, UNIT_PRICE, FATE = range(6)
HEADERS = (tr("Line"), tr("Goods"), "SKU", tr("Quantity"), tr("Unit price"), tr("What happens"))


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row with what is said of it."""

    row: PlanRow
    fate: Fate
    unit: Money | None
    bad_quantity: bool

    @property
    def title(self) -> str:
        detail = self.row.detail
        return detail.offer.title.shown if detail is not None else self.row.wish.text

    @property
    def sku_name(self) -> str:
        """The chosen SKU; empty where one is to be chosen."""
        sku = self.row.sku
        return (sku.name or tr("One size")) if sku is not None else ""

    @property
    def has_choice(self) -> bool:
        """Whether there is more than one SKU to choose from."""
        detail = self.row.detail
        return detail is not None and detail.obstacle is None and len(detail.skus) > 1

    @property
    def can_be_wanted(self) -> bool:
        """Whether there is anything to leave out or to take in."""
        detail = self.row.detail
        return self.row.looking or (detail is not None and detail.obstacle is None)


class IntakeModel(QAbstractTableModel):
    """Emits what the buyer changes, by the number of the row; whoever hears it shows the rows anew."""

    sku_chosen = Signal(int, str)
    quantity_typed = Signal(int, str)
    wanted_changed = Signal(tuple, bool)

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._rows: list[ListRow] = []

    def show_rows(self, rows: Sequence[PlanRow], verdicts: Mapping[int, Verdict]) -> None:
        """Show the rows of a plan; those that are not in it any more vanish."""
        shown = [_shown(row, verdicts[row.number]) for row in rows]
        left = {each.row.number for each in shown}
        numbers = [each.row.number for each in self._rows]
        if not left <= set(numbers):
            self.beginResetModel()
            self._rows = shown
            self.endResetModel()
            return
        for place in range(len(numbers) - 1, -1, -1):
            if numbers[place] not in left:
                self.beginRemoveRows(NOWHERE, place, place)
                del self._rows[place]
                self.endRemoveRows()
        changed = [place for place, each in enumerate(shown) if each != self._rows[place]]
        self._rows = shown
        if changed:
            self.dataChanged.emit(self.index(changed[0], LINE), self.index(changed[-1], FATE))

    def clear(self) -> None:
        self.beginResetModel()
        self._rows = []
        self.endResetModel()

    def at(self, index: Index) -> ListRow:
        return self._rows[index.row()]

    @property
    def problems(self) -> int:
        """How many rows something is wrong with."""
        return sum(each.fate.is_problem for each in self._rows)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        return column_head(HEADERS, (QUANTITY, UNIT_PRICE), section, orientation, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        each = self.at(index)
        if index.column() == LINE and each.can_be_wanted:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        editable = index.column() == QUANTITY and each.row.detail is not None
        if editable or (index.column() == SKU and each.has_choice):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        each, column = self.at(index), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(each, column)
        if role == Qt.ItemDataRole.EditRole:
            return {QUANTITY: each.row.quantity, SKU: each.row.sku_id}.get(column)
        if role == Qt.ItemDataRole.CheckStateRole and column == LINE and each.can_be_wanted:
            return Qt.CheckState.Checked if each.row.wanted else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._explained(each, column))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{HEADERS[column]}: {self._text(each, column) or 'empty'}"
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid():
            return False
        number = self.at(index).row.number
        if role == Qt.ItemDataRole.CheckStateRole:
            if not self.at(index).can_be_wanted:
                return False
            self.wanted_changed.emit((number,), Qt.CheckState(value) == Qt.CheckState.Checked)
        elif index.column() == SKU and value:
            self.sku_chosen.emit(number, str(value))
        elif index.column() == QUANTITY:
            self.quantity_typed.emit(number, str(value or ""))
        return True

    def _text(self, each: ListRow, column: int) -> str:
        if column == LINE:
            return places(each.row.places)
        if column == GOODS:
            return each.title
        if column == SKU:
            return each.sku_name or (tr("Choose…") if each.has_choice else "")
        if column == QUANTITY:
            number = read_quantity(each.row.quantity)
            return each.row.quantity if number is None else f"{number:,}"
        if column == UNIT_PRICE:
            return formats.money(each.unit) if each.unit is not None else ""
        return " ".join(filter(None, (each.fate.sentence, each.fate.note)))

    def _explained(self, each: ListRow, column: int) -> str:
        if column == GOODS:
            return each.row.wish.text
        if column == SKU and each.row.sku is not None:
            return each.row.sku.original_name
        return self._text(each, column)


def _shown(row: PlanRow, verdict: Verdict) -> ListRow:
    bad = row.detail is not None and (verdict.problem is not None or not read_quantity(row.quantity))
    return ListRow(row, fate(row, verdict), verdict.unit, bad and row.wanted)


class OnlyProblems(QSortFilterProxyModel):
    """All rows, or only those something is wrong with."""

    def __init__(self, model: IntakeModel, parent=None) -> None:
        super().__init__(parent)
        self._only = False
        self._model = model
        self.setSourceModel(model)

    def show_only_problems(self, only: bool) -> None:
        self.beginFilterChange()
        self._only = only
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def at(self, index: Index) -> ListRow:
        return self._model.at(self.mapToSource(index))

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        return not self._only or self._model.at(self._model.index(row, LINE)).fate.is_problem
