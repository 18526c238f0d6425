"""The cart as a tree: platform, seller, line. Grows and shrinks row by row, so nothing folds or jumps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from sourcing_desktop.domain.cart import Cart, CartGroup
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.cart.cart_state import CartState, LineState, SellerState

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
GOODS, QUANTITY, UNIT_PRICE, TOTAL = range(4)
HEADERS = ("Goods", "Quantity", "Unit price", "Total")
RowState = Platform | SellerState | LineState
ROOT = 0


@dataclass(slots=True, eq=False)
class _Node:
    id: int
    key: str
    state: RowState | None
    parent: _Node | None
    children: list[_Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Wanted:
    key: str
    state: RowState
    children: tuple[_Wanted, ...] = ()


class CartModel(QAbstractItemModel):
    """`changed` follows every change of goods, quantities or choice; `quantity_typed` carries a line's key
    and a quantity worth telling the gateway."""

    changed = Signal()
    quantity_typed = Signal(str, int)

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._cart = CartState()
        self._ids = count(ROOT)
        self._root = _Node(next(self._ids), "", None, None)
        self._nodes = {ROOT: self._root}

    # What the controller says

    def show_cart(self, cart: Cart) -> None:
        """Show the cart as it is now."""
        self._cart.take(cart)
        self._refresh()

    def show_in_flight(self, keys: frozenset[str]) -> None:
        """Mark lines that are being ordered, by key."""
        self._cart.set_in_flight(keys)
        self._refresh()

    def confirm(self, key: str, number: int) -> None:
        """The gateway took a quantity."""
        self._cart.confirm(key, number)
        self._refresh()

    def refuse(self, key: str, number: int, sentence: str) -> None:
        """The gateway did not take a quantity; it stays visible with the reason."""
        self._cart.refuse(key, number, sentence)
        self._refresh()

    # What the page asks

    @property
    def cart(self) -> CartState:
        return self._cart

    def chosen_groups(self) -> tuple[CartGroup, ...]:
        """What an order would take, one group per chosen seller, with the quantities as typed."""
        return tuple(seller.group for seller in self._cart.chosen)

    def state(self, index: Index) -> RowState | None:
        return self._nodes[index.internalId()].state if index.isValid() else None

    def line(self, index: Index) -> LineState | None:
        """The line a row shows; None for any other row."""
        state = self.state(index)
        return state if isinstance(state, LineState) else None

    def mend(self, index: Index) -> bool:
        """Set the quantity that would put a line right; tells whether there is one."""
        line = self.line(index)
        if line is None or line.mend is None:
            return False
        return self.setData(self.sibling(index.row(), QUANTITY, index), str(line.mend))

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._node(parent).children[row].id)

    def parent(self, index: Index) -> QModelIndex:
        node = self._nodes[index.internalId()].parent if index.isValid() else None
        return QModelIndex() if node is None else self._index_of(node)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.column() > 0 else len(self._node(parent).children)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return len(HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADERS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section == GOODS else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        state = self.state(index)
        if isinstance(state, LineState):
            flags |= Qt.ItemFlag.ItemNeverHasChildren
            if index.column() == QUANTITY and state.editable:
                flags |= Qt.ItemFlag.ItemIsEditable
        elif index.column() == GOODS and self._choosable(state):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        state = self.state(index)
        if state is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return _text(state, index.column())
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == GOODS and self._choosable(state):
            return self._check_state(state)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tool_tip(state)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{HEADERS[index.column()]}: {_text(state, index.column()) or 'empty'}"
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return _tool_tip(state)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        state = self.state(index)
        if role == Qt.ItemDataRole.CheckStateRole and self._choosable(state):
            chosen = Qt.CheckState(value) is not Qt.CheckState.Unchecked
            self._cart.choose([seller.group.key for seller in self._sellers(state)], chosen)
            self._refresh()
            return True
        if role != Qt.ItemDataRole.EditRole or index.column() != QUANTITY or not isinstance(state, LineState):
            return False
        text = str(value or "").strip()
        if text == state.quantity or not state.editable:
            return False
        number = self._cart.type(state.line.key, text)
        self._refresh()
        if number is not None:
            self.quantity_typed.emit(state.line.key, number)
        return True

    def _sellers(self, state: RowState | None) -> list[SellerState]:
        """The choosable sellers a row stands for."""
        if isinstance(state, SellerState):
            return [state] if state.choosable else []
        return [
            seller for seller in self._cart.sellers if seller.group.platform is state and seller.choosable
        ]

    def _choosable(self, state: RowState | None) -> bool:
        return not isinstance(state, LineState) and bool(self._sellers(state))

    def _check_state(self, state: RowState) -> Qt.CheckState:
        chosen = {seller.chosen for seller in self._sellers(state)}
        if len(chosen) > 1:
            return Qt.CheckState.PartiallyChecked
        return Qt.CheckState.Checked if chosen == {True} else Qt.CheckState.Unchecked

    def _node(self, index: Index) -> _Node:
        return self._nodes[index.internalId()] if index.isValid() else self._root

    def _index_of(self, node: _Node) -> QModelIndex:
        if node.parent is None:
            return QModelIndex()
        return self.createIndex(node.parent.children.index(node), 0, node.id)

    # From one state to the next

    def _refresh(self) -> None:
        platforms = dict.fromkeys(seller.group.platform for seller in self._cart.sellers)
        self._become(
            self._root,
            [
                _Wanted(
                    platform.value,
                    platform,
                    tuple(_wanted(each) for each in self._cart.sellers if each.group.platform is platform),
                )
                for platform in platforms
            ],
        )
        self.changed.emit()

    def _become(self, parent: _Node, wanted: Sequence[_Wanted]) -> None:
        """Remove, insert and move rows under a node until they are the wanted ones, and tell the rest."""
        keys = {each.key for each in wanted}
        for row in reversed(range(len(parent.children))):
            if parent.children[row].key not in keys:
                self._remove(parent, row)
        for row, each in enumerate(wanted):
            self._bring(parent, row, each)
            node = parent.children[row]
            node.state = each.state
            self._become(node, each.children)
        if wanted:
            # Always a whole block: told of a single cell, Qt would overwrite what is being typed there.
            first, last = parent.children[0], parent.children[-1]
            bottom = self.createIndex(len(parent.children) - 1, TOTAL, last.id)
            self.dataChanged.emit(self.createIndex(0, GOODS, first.id), bottom)

    def _bring(self, parent: _Node, row: int, wanted: _Wanted) -> None:
        """See to it that the wanted row stands at `row`."""
        if row < len(parent.children) and parent.children[row].key == wanted.key:
            return
        keys = [child.key for child in parent.children[row:]]
        place = self._index_of(parent)
        if wanted.key in keys:
            at = row + keys.index(wanted.key)
            self.beginMoveRows(place, at, at, place, row)
            parent.children.insert(row, parent.children.pop(at))
            self.endMoveRows()
            return
        self.beginInsertRows(place, row, row)
        node = _Node(next(self._ids), wanted.key, wanted.state, parent)
        self._nodes[node.id] = node
        parent.children.insert(row, node)
        self.endInsertRows()

    def _remove(self, parent: _Node, row: int) -> None:
        self.beginRemoveRows(self._index_of(parent), row, row)
        removed = [parent.children.pop(row)]
        while removed:
            node = removed.pop()
            del self._nodes[node.id]
            removed.extend(node.children)
        self.endRemoveRows()


def _wanted(seller: SellerState) -> _Wanted:
    lines = tuple(_Wanted(line.line.key, line) for line in seller.lines)
    return _Wanted(seller.group.key, seller, lines)


def _text(state: RowState, column: int) -> str:
    if isinstance(state, Platform):
        return formats.PLATFORM_NAMES[state] if column == GOODS else ""
    if isinstance(state, SellerState):
        return (state.name, formats.pieces(state.group.pieces), "", formats.money(state.group.total))[column]
    sku = f" · {state.line.sku.name}" if state.line.sku.name else ""
    return (
        state.line.title.shown + sku,
        state.quantity,
        formats.money(state.unit),
        formats.money(state.total),
    )[column]


def _tool_tip(state: RowState) -> str:
    """The Chinese title and what is wrong; for a seller how far the mixed batch is."""
    if isinstance(state, Platform):
        return ""
    if isinstance(state, SellerState):
        return state.note
    title = state.line.title.original
    sku = state.line.sku.original_name
    mend = f"Press M to set {state.mend:,}." if state.mend is not None else ""
    return "\n".join(filter(None, (title, sku, " ".join(filter(None, (state.sentence, mend))))))
