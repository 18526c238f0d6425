"""The SKUs of an offer as a table for Qt: the quantity of each in its cell, names and sums at the heads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum, auto
from html import escape

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import OfferDetail, Sku
from sourcing_desktop.domain.sku_grid import SkuGrid, labels
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.offer.sku_sheet import SkuSheet

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
HOLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
FIELD = HOLE | Qt.ItemFlag.ItemIsEditable
NOT_SOLD = tr("This combination is not sold.")
Role = Qt.ItemDataRole


class PriceAt(Enum):
    """Where a price has to stand to be seen once only."""

    GRID = auto()
    ROW = auto()
    COLUMN = auto()
    CELL = auto()


class SkuModel(QAbstractTableModel):
    """Cells hold the texts of a `SkuSheet`. `is_list`: one SKU a row, with room for its facts beside."""

    quantities_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet = SkuSheet()
        self.grid = SkuGrid()
        self._show_grid(self.grid)

    def show_offer(self, detail: OfferDetail | None, grid: SkuGrid) -> None:
        """Show another offer's SKUs, without quantities; those of an offer that is read again stay."""
        self.beginResetModel()
        self.sheet.open(detail)
        self._show_grid(grid)
        self.endResetModel()
        self.quantities_changed.emit()

    def arrange(self, grid: SkuGrid) -> None:
        """Show the same SKUs in another order."""
        self.beginResetModel()
        self._show_grid(grid)
        self.endResetModel()

    @property
    def is_list(self) -> bool:
        return len(self.grid.columns) == 1

    @property
    def knows_stock(self) -> bool:
        return any(sku.stock is not None for sku in self.sheet.skus)

    def sku(self, index: Index) -> Sku | None:
        """None where a combination is not sold."""
        return self.grid.cells[index.row()][index.column()] if index.isValid() else None

    def index_of(self, sku_id: str) -> QModelIndex:
        """Where a SKU stands; an invalid index when the offer has none of that id."""
        place = self._places.get(sku_id)
        return self.index(*place) if place else QModelIndex()

    def write(self, texts: Mapping[str, str]) -> None:
        """Type these texts, by SKU id, as one step that can be taken back."""
        self._tell(self.sheet.write(texts))

    def type_along(self, index: Index, text: str) -> None:
        """Count a text while it is being typed."""
        sku = self.sku(index)
        if sku is not None:
            self.sheet.type_along(sku.id, text)
            self._tell([sku.id])

    def stop_typing(self) -> None:
        """What was being typed is not wanted."""
        self._tell(self.sheet.stop_typing())

    def step(self, skus: Iterable[Sku], steps: int) -> None:
        """So many lots more or fewer of each; fewer than one lot is nothing."""
        self._tell(self.sheet.step(skus, steps))

    def undo(self) -> None:
        """Take back the last edit, paste, or whatever it was."""
        self._tell(self.sheet.undo())

    def restore(self, texts: Mapping[str, str]) -> None:
        """Have typed exactly this, with nothing to take back."""
        self._tell(self.sheet.restore(texts))

    def clear_quantities(self, sku_ids: Iterable[str]) -> None:
        """Forget what was typed for these SKUs, for good."""
        self._tell(self.sheet.forget(sku_ids))

    def price(self, sku: Sku) -> str:
        return formats.money(self._prices.get(sku.id))

    @property
    def one_price(self) -> str:
        """The price that holds for all SKUs; empty where there is none."""
        one = next(iter(self._prices.values()), None) if self.price_at is PriceAt.GRID else None
        return formats.money(one) if one is not None else ""

    def row_label(self, row: int) -> str:
        return self._row_labels[row] or tr("One size")

    def column_label(self, column: int) -> str:
        return self._column_labels[column]

    def row_pieces(self, row: int) -> int:
        return self._pieces(self.grid.cells[row])

    def column_pieces(self, column: int) -> int:
        return self._pieces([row[column] for row in self.grid.cells])

    def row_price(self, row: int) -> str:
        return self._price_of(self.grid.cells[row]) if self.price_at is PriceAt.ROW else ""

    def column_price(self, column: int) -> str:
        of = [row[column] for row in self.grid.cells]
        return self._price_of(of) if self.price_at is PriceAt.COLUMN else ""

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.grid.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.grid.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return FIELD if self.sku(index) is not None else HOLE

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        sku = self.sku(index)
        if role in (Role.DisplayRole, Role.EditRole):
            return self.sheet.text(sku.id) if sku is not None else None
        if role == Role.ToolTipRole:
            return _wrapped(self._facts(sku)) if sku is not None else NOT_SOLD
        if role == Role.AccessibleTextRole:
            return self._spoken(sku) if sku is not None else NOT_SOLD
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        sku = self.sku(index)
        if sku is None or role != Role.EditRole:
            return False
        self.write({sku.id: str(value or "")})
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        down = orientation is Qt.Orientation.Vertical
        heads = self.grid.rows if down else self.grid.columns
        if not 0 <= section < len(heads) or role not in (Role.DisplayRole, Role.ToolTipRole):
            return None
        label = self.row_label(section) if down else self.column_label(section)
        if role == Role.DisplayRole:
            return label
        return _wrapped(dict.fromkeys([label, heads[section].original]))

    def _show_grid(self, grid: SkuGrid) -> None:
        self.grid = grid
        self._row_labels, self._column_labels = labels(grid.rows), labels(grid.columns)
        self._places = {
            sku.id: (at, across)
            for at, row in enumerate(grid.cells)
            for across, sku in enumerate(row)
            if sku is not None
        }
        self._reprice()

    def _reprice(self) -> None:
        self._tier = self.sheet.tier
        self._prices = {sku.id: self.sheet.price(sku) for sku in self.sheet.skus}
        self.price_at = self._where_prices_differ()

    def _where_prices_differ(self) -> PriceAt:
        if self.is_list:
            return PriceAt.CELL
        if len(set(self._prices.values())) <= 1:
            return PriceAt.GRID
        if all(len(self._different(row)) == 1 for row in self.grid.cells):
            return PriceAt.ROW
        columns = zip(*self.grid.cells, strict=True)
        return PriceAt.COLUMN if all(len(self._different(each)) == 1 for each in columns) else PriceAt.CELL

    def _different(self, skus: Iterable[Sku | None]) -> set[Money | None]:
        return {self._prices.get(sku.id) for sku in skus if sku is not None}

    def _price_of(self, skus: Iterable[Sku | None]) -> str:
        return next((self.price(sku) for sku in skus if sku is not None), "")

    def _pieces(self, skus: Iterable[Sku | None]) -> int:
        return sum(self.sheet.numbers.get(sku.id, 0) for sku in skus if sku is not None)

    def _facts(self, sku: Sku) -> Iterable[str]:
        names = dict.fromkeys((sku.name, sku.original_name, self.sheet.fault(sku)))
        yield from (text for text in names if text)
        if self._prices.get(sku.id) is not None:
            yield tr("{price} each", price=self.price(sku))
        if sku.stock is not None:
            yield tr("{stock} in stock", stock=formats.count(sku.stock)) if sku.stock else tr("Sold out")

    def _spoken(self, sku: Sku) -> str:
        typed = self.sheet.text(sku.id) or tr("empty")
        return " · ".join([tr("Quantity: {quantity}", quantity=typed), *self._facts(sku)])

    def _tell(self, sku_ids: Iterable[str]) -> None:
        """Of the cells that changed only, unless another price tier rules now."""
        places = [self._places[sku_id] for sku_id in sku_ids if sku_id in self._places]
        if not places:
            return
        if self.sheet.tier != self._tier:
            self._reprice()
            places = [(0, 0), (len(self.grid.rows) - 1, len(self.grid.columns) - 1)]
        rows, columns = ([place[side] for place in places] for side in (0, 1))
        self.dataChanged.emit(self.index(min(rows), min(columns)), self.index(max(rows), max(columns)))
        self.quantities_changed.emit()


def _wrapped(lines: Iterable[str]) -> str:
    """For a tool tip: long lines are broken, and what looks like HTML is none."""
    return "<qt>" + "<br>".join(escape(line) for line in lines) + "</qt>"
