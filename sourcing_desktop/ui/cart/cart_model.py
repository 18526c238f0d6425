"""The cart as a tree: platform, seller, line; behind them what cannot be ordered, and what is for later."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from sourcing_desktop.domain.cart import Cart, CartGroup
from sourcing_desktop.language import tr
from sourcing_desktop.ui.cart import cart_words
from sourcing_desktop.ui.cart.cart_state import CartState
from sourcing_desktop.ui.cart.row_states import (
    Choice,
    LineState,
    PlatformState,
    RowState,
    Section,
    SectionState,
    SellerState,
    choice_of,
)
from sourcing_desktop.ui.cart.row_tree import Index, Row, RowTree
from sourcing_desktop.ui.plain_tip import plain_tip

GOODS, QUANTITY, UNIT_PRICE, TOTAL = range(4)
HEADERS = (tr("Goods"), tr("Quantity"), tr("Unit price"), tr("Total"))
CHECKS = {
    Choice.ALL: Qt.CheckState.Checked,
    Choice.SOME: Qt.CheckState.PartiallyChecked,
    Choice.NONE: Qt.CheckState.Unchecked,
}


class CartModel(RowTree):
    """`changed` follows every change of goods, quantities or choice; `quantity_typed` carries a line's key
    and a quantity worth putting into the basket."""

    changed = Signal()
    quantity_typed = Signal(str, int)

    def __init__(self, parent=None) -> None:
        super().__init__(len(HEADERS), parent)
        self._cart = CartState()
        self._rows: dict[str, Row] = {}

    # What the controller says

    def show_cart(self, cart: Cart, trouble: str = "", untold: int = 0) -> None:
        """Show the cart as it is now; `trouble` is why the gateway does not know all of it yet, `untold` how
        many changes, removals with them."""
        self._cart.take(cart, trouble, untold)
        self._refresh()

    def show_in_flight(self, keys: frozenset[str]) -> None:
        """Mark lines that are being ordered, by key."""
        self._cart.set_in_flight(keys)
        self._refresh()

    def confirm(self, key: str, number: int) -> None:
        """The basket took a quantity."""
        self._cart.confirm(key, number)
        self._refresh()

    def refuse(self, key: str, number: int, sentence: str) -> None:
        """The quantity was not taken; it stays visible with the reason."""
        self._cart.refuse(key, number, sentence)
        self._refresh()

    def forget_typed(self, key: str) -> None:
        """Show the basket's quantity of a line again, whatever was typed there."""
        self._cart.forget_typed(key)
        self._refresh()

    # What the page asks

    @property
    def cart(self) -> CartState:
        return self._cart

    def chosen_groups(self) -> tuple[CartGroup, ...]:
        """What an order would take, one group per chosen seller, with the quantities as typed."""
        return tuple(seller.group for seller in self._cart.chosen)

    def state(self, index: Index) -> RowState | None:
        return self.row_state(index) if index.isValid() else None  # type: ignore[return-value]

    def line(self, index: Index) -> LineState | None:
        """The line a row shows; None for any other row."""
        state = self.state(index)
        return state if isinstance(state, LineState) else None

    def mend(self, index: Index) -> bool:
        """Set the quantity that would put a line right; tells whether there is one."""
        line = self.line(index)
        return line is not None and line.mend is not None and self.set_quantity(index, line.mend)

    def set_quantity(self, index: Index, quantity: int) -> bool:
        """As if it had been typed."""
        return self.setData(self.sibling(index.row(), QUANTITY, index), str(quantity))

    def choose_all(self, chosen: bool) -> None:
        """Order everything that can be ordered, or nothing."""
        self._choose(self._cart.sellers, chosen)

    # What Qt asks

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
        if index.column() == GOODS and _choice(state) in CHECKS:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        state = self.state(index)
        if state is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return cart_words.cell(state, index.column())
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == GOODS:
            return CHECKS.get(_choice(state))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(cart_words.tool_tip(state))
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return cart_words.tool_tip(state)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{HEADERS[index.column()]}: {cart_words.cell(state, index.column()) or 'empty'}"
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        state = self.state(index)
        if role == Qt.ItemDataRole.CheckStateRole and _choice(state) in CHECKS:
            self._choose([state], Qt.CheckState(value) is not Qt.CheckState.Unchecked)
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

    def _choose(self, states, chosen: bool) -> None:
        """Order the lines these rows stand for, or not."""
        keys = []
        for state in states:
            if isinstance(state, PlatformState):
                sellers = (each for each in self._cart.sellers if each.group.platform is state.platform)
                keys += [line.line.key for seller in sellers for line in seller.lines]
            else:
                lines = [state] if isinstance(state, LineState) else state.lines
                keys += [line.line.key for line in lines]
        self._cart.choose(keys, chosen)
        self._refresh()

    def _refresh(self) -> None:
        cart = self._cart
        known, self._rows = self._rows, {}
        rows = []
        for platform in dict.fromkeys(seller.group.platform for seller in cart.sellers):
            sellers = [seller for seller in cart.sellers if seller.group.platform is platform]
            heading = PlatformState(platform, choice_of(seller.choice for seller in sellers))
            rows.append(
                Row(platform.value, heading, tuple(self._seller_row(each, known) for each in sellers))
            )
        for section, lines in ((Section.INVALID, cart.invalid), (Section.LATER, cart.later)):
            if lines:
                rows.append(Row(section.value, SectionState(section, len(lines)), _line_rows(lines)))
        self.become(rows)
        self.changed.emit()

    def _seller_row(self, seller: SellerState, known: dict[str, Row]) -> Row:
        """The row made before for a seller nothing happened to."""
        key = f"seller {seller.group.key}"
        row = known.get(key)
        if row is None or row.state is not seller:
            row = Row(key, seller, _line_rows(seller.lines))
        self._rows[key] = row
        return row


def _choice(state: RowState | None) -> Choice:
    return state.choice if isinstance(state, LineState | SellerState | PlatformState) else Choice.IMPOSSIBLE


def _line_rows(lines: tuple[LineState, ...]) -> tuple[Row, ...]:
    return tuple(Row(line.line.key, line) for line in lines)
