"""A grid as a list of offers for screen readers. Cards are described when they are asked for: a million rows
make no million objects."""

from __future__ import annotations

import atexit
import weakref
from collections import OrderedDict
from itertools import islice
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleSelectionInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget

if TYPE_CHECKING:
    from sourcing_desktop.ui.grid.offer_grid import OfferGrid

MOST_CARDS = 256
"""Descriptions kept at a time, of all grids; several times what is in sight."""

NOTHING = shiboken6.VoidPtr(0)
PRESS, SELECT, FOCUS = "Press", "Toggle", "SetFocus"
"""The names Qt gives to these actions on every system."""


class CardAccess(QAccessibleInterface):
    """What a screen reader hears of one card, and can do with it."""

    def __init__(self, grid: OfferGrid, row: int) -> None:
        super().__init__()
        self._grid = weakref.ref(grid)
        self._deeds = CardDeeds(grid, row)
        self.row = row

    def isValid(self) -> bool:
        grid = self._grid()
        return grid is not None and shiboken6.isValid(grid) and self.row < grid.row_count()

    def text(self, kind: QAccessible.Text) -> str:
        spoken = kind is QAccessible.Text.Name and self.isValid()
        return self._grid().model().index(self.row).data(Qt.ItemDataRole.AccessibleTextRole) if spoken else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nobody renames an offer."""

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def rect(self) -> QRect:
        if not self.isValid():
            return QRect()
        viewport = self._grid().viewport()
        return self._grid().cell_rect(self.row).translated(viewport.mapToGlobal(QPoint(0, 0)))

    def state(self) -> QAccessible.State:
        state, grid = QAccessible.State(), self._grid()
        state.invalid = not self.isValid()
        if not state.invalid:
            index = grid.model().index(self.row)
            state.selectable = state.extSelectable = state.multiSelectable = state.focusable = True
            state.selected = grid.selectionModel().isSelected(index)
            state.focused = grid.hasFocus() and grid.currentIndex() == index
            state.invisible = not grid.isVisible()
            state.offscreen = not grid.viewport().rect().intersects(grid.cell_rect(self.row))
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:
        return self._deeds if kind is QAccessible.InterfaceType.ActionInterface else NOTHING

    def parent(self) -> QAccessibleInterface | None:
        return QAccessible.queryAccessibleInterface(self._grid()) if self.isValid() else None

    def window(self) -> QWindow | None:
        return self._grid().window().windowHandle() if self.isValid() else None

    def object(self) -> QObject | None:
        return None

    def child(self, index: int) -> QAccessibleInterface | None:
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1


class CardDeeds(QAccessibleActionInterface):
    """Open the offer, select it, go to it."""

    def __init__(self, grid: OfferGrid, row: int) -> None:
        super().__init__()
        self._grid = weakref.ref(grid)
        self._row = row

    def actionNames(self) -> list[str]:
        return [PRESS, SELECT, FOCUS]

    def keyBindingsForAction(self, name: str) -> list[str]:
        return {PRESS: ["Return"], SELECT: ["Ctrl+Space"]}.get(name, [])

    def doAction(self, name: str) -> None:
        grid = self._grid()
        index = grid.model().index(self._row) if grid is not None else None
        if index is None or not index.isValid():
            return
        if name == SELECT:
            chosen = grid.selectionModel()
            chosen.select(index, chosen.SelectionFlag.Toggle)
        else:
            grid.setCurrentIndex(index)
            if name == PRESS:
                grid.opened.emit(grid.current_offer())


class GridAccess(QAccessibleWidget):
    """The grid itself: a list, its children the rows of the model."""

    def __init__(self, grid: OfferGrid) -> None:
        super().__init__(grid, QAccessible.Role.List)
        self._selection = GridSelection(grid)

    def childCount(self) -> int:
        return self.widget().row_count()

    def child(self, index: int) -> QAccessibleInterface | None:
        return card(self.widget(), index)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        viewport = self.widget().viewport()
        return self.child(self.widget().indexAt(viewport.mapFromGlobal(QPoint(x, y))).row())

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.row if isinstance(child, CardAccess) else -1

    def focusChild(self) -> QAccessibleInterface | None:
        return self.child(self.widget().currentIndex().row()) if self.widget().hasFocus() else None

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:
        return self._selection if kind is QAccessible.InterfaceType.SelectionInterface else NOTHING


class GridSelection(QAccessibleSelectionInterface):
    """The selected cards, as many of them as are described at a time."""

    def __init__(self, grid: OfferGrid) -> None:
        super().__init__()
        self._grid = weakref.ref(grid)

    def selectedItemCount(self) -> int:
        return sum(chosen.height() for chosen in self._grid().selectionModel().selection().toList())

    def selectedItems(self) -> list[QAccessibleInterface]:
        return [card(self._grid(), row) for row in islice(self._grid().selected_rows(), MOST_CARDS)]

    def isSelected(self, child: QAccessibleInterface) -> bool:
        return bool(child.state().selected)

    def select(self, child: QAccessibleInterface) -> bool:
        return self._set(child, True)

    def unselect(self, child: QAccessibleInterface) -> bool:
        return self._set(child, False)

    def selectAll(self) -> bool:
        self._grid().selectAll()
        return True

    def clear(self) -> bool:
        self._grid().clearSelection()
        return True

    def _set(self, child: QAccessibleInterface, selected: bool) -> bool:
        known = isinstance(child, CardAccess) and child.isValid()
        if known:
            chosen = self._grid().selectionModel()
            how = chosen.SelectionFlag.Select if selected else chosen.SelectionFlag.Deselect
            chosen.select(self._grid().model().index(child.row), how)
        return known


# Qt keeps the descriptions and deletes them. Here they are held so that Python does not delete them first.
_grids: list[GridAccess] = []
_cards: OrderedDict[tuple[int, int], CardAccess] = OrderedDict()


def card(grid: OfferGrid, row: int) -> CardAccess | None:
    """The description of that row; None where there is no such row."""
    if not 0 <= row < grid.row_count():
        return None
    key = (id(grid), row)
    if key not in _cards or not _cards[key].isValid():
        _drop(key)
        _cards[key] = CardAccess(grid, row)
        QAccessible.registerAccessibleInterface(_cards[key])
    _cards.move_to_end(key)
    while len(_cards) > MOST_CARDS:
        _drop(next(iter(_cards)))
    return _cards[key]


def tell_focus(grid: OfferGrid, row: int) -> None:
    """The keyboard is at that row now."""
    if row >= 0 and QAccessible.isActive():
        event = QAccessibleEvent(grid, QAccessible.Event.Focus)
        event.setChild(row)
        QAccessible.updateAccessibility(event)


def tell_rows(grid: OfferGrid) -> None:
    """Rows are other offers than before."""
    for key in [key for key in _cards if key[0] == id(grid)]:
        _drop(key)
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(grid, QAccessible.Event.ObjectReorder))


def describe(name: str, thing: QObject) -> QAccessibleInterface | None:
    """Describes grids of offers, and leaves everything else to Qt, which asks for each class by name."""
    if name != "OfferGrid":
        return None
    _grids[:] = [each for each in _grids if shiboken6.isValid(each)]
    _grids.append(GridAccess(thing))
    return _grids[-1]


def _drop(key: tuple[int, int]) -> None:
    if (gone := _cards.pop(key, None)) is not None:
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(gone))


@atexit.register
def _drop_all() -> None:
    """Before Qt goes, and its list with it."""
    for key in [*_cards]:
        _drop(key)


QAccessible.installFactory(describe)
