"""A grid as a list of offers for screen readers. Cards are described when they are asked for: a million rows
make no million objects."""

from __future__ import annotations

import atexit
import weakref
from collections import OrderedDict
from collections.abc import Iterator, Set
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeGuard

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

from sourcing_desktop.domain.offer import Offer, OfferRef
from sourcing_desktop.language import tr
from sourcing_desktop.ui import seen_words

if TYPE_CHECKING:
    from sourcing_desktop.ui.grid.offer_grid import OfferGrid

MOST_CARDS = 256
"""Descriptions kept at a time, of all grids; several times what is in sight."""

NOTHING = shiboken6.VoidPtr(0)
PRESS, SELECT, FOCUS = "Press", "Toggle", "SetFocus"
"""The names Qt gives to these actions on every system."""


class Living:
    """A grid as long as it is there. Readers may keep what they were given for longer."""

    def __init__(self, grid: OfferGrid) -> None:
        self._grid = weakref.ref(grid)

    def __call__(self) -> Any:
        """The grid, or None."""
        grid = self._grid()
        return grid if grid is not None and shiboken6.isValid(grid) else None


class CardAccess(QAccessibleInterface):
    """What a screen reader hears of one card, and can do with it. Of one offer: when another one takes its
    row, this card is no longer valid."""

    def __init__(self, grid: OfferGrid, row: int) -> None:
        super().__init__()
        self.grid = Living(grid)
        self.row = row
        self._ref = ref_at(grid, row)
        self._deeds = CardDeeds(self)

    def isValid(self) -> bool:
        grid = self.grid()
        known = grid is not None and self.row < grid.row_count()
        return known and ref_at(grid, self.row) == self._ref

    def text(self, kind: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        grid = self.grid()
        if kind is QAccessible.Text.Name:
            return grid.model().index(self.row).data(Qt.ItemDataRole.AccessibleTextRole)
        offer = grid.model().at(self.row)
        wanted = kind is QAccessible.Text.Description and offer is not None
        return _description(grid, offer) if wanted else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nobody renames an offer."""

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def rect(self) -> QRect:
        if not self.isValid():
            return QRect()
        viewport = self.grid().viewport()
        return self.grid().cell_rect(self.row).translated(viewport.mapToGlobal(QPoint(0, 0)))

    def state(self) -> QAccessible.State:
        state, grid = QAccessible.State(), self.grid()
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
        return QAccessible.queryAccessibleInterface(self.grid()) if self.isValid() else None

    def window(self) -> QWindow | None:
        return self.grid().window().windowHandle() if self.isValid() else None

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

    def __init__(self, card: CardAccess) -> None:
        super().__init__()
        self._card = weakref.ref(card)

    def actionNames(self) -> list[str]:
        return [PRESS, SELECT, FOCUS]

    def keyBindingsForAction(self, name: str) -> list[str]:
        return {PRESS: ["Return"], SELECT: ["Ctrl+Space"]}.get(name, [])

    def doAction(self, name: str) -> None:
        card = self._card()
        if card is None or not card.isValid():
            return
        grid = card.grid()
        index = grid.model().index(card.row)
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
        self._grid = Living(grid)
        self._selection = GridSelection(self._grid)

    def childCount(self) -> int:
        grid = self._grid()
        return grid.row_count() if grid is not None else 0

    def child(self, index: int) -> QAccessibleInterface | None:
        grid = self._grid()
        return card(grid, index) if grid is not None else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        grid = self._grid()
        at = grid.viewport().mapFromGlobal(QPoint(x, y)) if grid is not None else None
        return card(grid, grid.indexAt(at).row()) if grid is not None else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.row if is_card_of(child, self._grid()) else -1

    def focusChild(self) -> QAccessibleInterface | None:
        grid = self._grid()
        return card(grid, grid.currentIndex().row()) if grid is not None and grid.hasFocus() else None

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:
        return self._selection if kind is QAccessible.InterfaceType.SelectionInterface else NOTHING


class GridSelection(QAccessibleSelectionInterface):
    """The selected cards, as many of them as are described at a time."""

    def __init__(self, grid: Living) -> None:
        super().__init__()
        self._grid = grid

    def selectedItemCount(self) -> int:
        grid = self._grid()
        chosen = grid.selectionModel().selection().toList() if grid is not None else []
        return sum(each.height() for each in chosen)

    def selectedItems(self) -> list[QAccessibleInterface]:
        grid = self._grid()
        rows = islice(grid.selected_rows(), MOST_CARDS) if grid is not None else ()
        return [described for row in rows if (described := card(grid, row)) is not None]

    def isSelected(self, child: QAccessibleInterface) -> bool:
        return is_card_of(child, self._grid()) and bool(child.state().selected)

    def select(self, child: QAccessibleInterface) -> bool:
        return self._set(child, True)

    def unselect(self, child: QAccessibleInterface) -> bool:
        return self._set(child, False)

    def selectAll(self) -> bool:
        if (grid := self._grid()) is not None:
            grid.selectAll()
        return grid is not None

    def clear(self) -> bool:
        if (grid := self._grid()) is not None:
            grid.clearSelection()
        return grid is not None

    def _set(self, child: QAccessibleInterface, selected: bool) -> bool:
        grid = self._grid()
        if known := is_card_of(child, grid):
            chosen = grid.selectionModel()
            how = chosen.SelectionFlag.Select if selected else chosen.SelectionFlag.Deselect
            chosen.select(grid.model().index(child.row), how)
        return known


def ref_at(grid: OfferGrid, row: int) -> OfferRef | None:
    """Which offer that row has; None while it is still on its way."""
    model: Any = grid.model()
    offer = model.at(row)
    return None if offer is None else offer.ref


def _description(grid: OfferGrid, offer: Offer) -> str:
    """What marks the card, in words."""
    said, mark = [tr("On the shortlist")] * grid.is_shortlisted(offer), grid.seen_marks.of(offer)
    return ". ".join(said if mark is None else [*said, seen_words.sentence(mark)])


def is_card_of(thing: QAccessibleInterface, grid: OfferGrid | None) -> TypeGuard[CardAccess]:
    """Whether that is a card of this grid that still shows the offer it was given out for."""
    return isinstance(thing, CardAccess) and thing.isValid() and thing.grid() is grid


# Qt keeps the descriptions and deletes them. Here they are held so that Python does not delete them first.
_grids: list[GridAccess] = []
# An id may be that of a grid that is gone: its cards are no longer valid, and are made anew.
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
    if row >= 0:
        _tell(grid, QAccessible.Event.Focus, row)


def tell_arrived(grid: OfferGrid) -> None:
    """Offers came that were on their way: the one the keyboard is at can be described now."""
    row = grid.currentIndex().row()
    described = _cards.get((id(grid), row))
    if described is not None and not described.isValid():
        tell_focus(grid, row)


def tell_hearts(grid: OfferGrid, before: Set[OfferRef], now: Set[OfferRef]) -> None:
    """Other offers are on the shortlist."""
    if QAccessible.isActive():
        for row in other_hearts(grid, before, now):
            tell_description(grid, row)


def tell_description(grid: OfferGrid, row: int) -> None:
    """Something else is to be said of that card."""
    _tell(grid, QAccessible.Event.DescriptionChanged, row)


def other_hearts(grid: OfferGrid, before: Set[OfferRef], now: Set[OfferRef]) -> Iterator[int]:
    """The rows in sight whose offer came on the shortlist or off it."""
    for row in grid.shown_rows():
        ref = ref_at(grid, row)
        if (ref in before) != (ref in now):
            yield row


def tell_rows(grid: OfferGrid) -> None:
    """Rows are other offers than before."""
    for key in [key for key in _cards if key[0] == id(grid)]:
        _drop(key)
    _tell(grid, QAccessible.Event.ObjectReorder)


def describe(name: str, thing: Any) -> QAccessibleInterface | None:
    """Describes grids of offers, and leaves everything else to Qt, which asks for each class by name."""
    if name != "OfferGrid":
        return None
    _grids[:] = [each for each in _grids if shiboken6.isValid(each)]
    _grids.append(GridAccess(thing))
    return _grids[-1]


def _tell(grid: OfferGrid, what: QAccessible.Event, row: int = -1) -> None:
    if QAccessible.isActive():
        event = QAccessibleEvent(grid, what)
        event.setChild(row)
        QAccessible.updateAccessibility(event)


def _drop(key: tuple[int, int]) -> None:
    if (gone := _cards.pop(key, None)) is not None:
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(gone))


@atexit.register
def _drop_all() -> None:
    """Before Qt goes, and its list with it."""
    for key in [*_cards]:
        _drop(key)


QAccessible.installFactory(describe)
