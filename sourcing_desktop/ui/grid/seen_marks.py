"""Which cards of a grid were seen before, and what a click on the tab that says so asks for. Fetches
nothing."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QMouseEvent

from sourcing_desktop.domain.offer import Offer, OfferRef
from sourcing_desktop.domain.seen import SeenBefore
from sourcing_desktop.ui.grid.accessible import tell_description
from sourcing_desktop.ui.grid.offer_cell import OfferCell, picture_box
from sourcing_desktop.ui.grid.offer_model import OFFER

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sourcing_desktop.ui.grid.offer_grid import OfferGrid

PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class SeenMarks(QObject):
    """Of one grid. In a library, where all were seen, they are switched off."""

    def __init__(self, grid: OfferGrid) -> None:
        super().__init__(grid.viewport())
        self._marks: Mapping[OfferRef, SeenBefore] = {}
        self._off = False
        self._pressed: Offer | None = None
        grid.viewport().installEventFilter(self)

    @property
    def _grid(self) -> OfferGrid:
        """Found through Qt: a reference of our own would be a cycle, and the grid would not go at once."""
        return cast("OfferGrid", cast("QWidget", self.parent()).parentWidget())

    def of(self, offer: Offer) -> SeenBefore | None:
        """What is known of an earlier time; None of what was not seen before."""
        return self._marks.get(offer.ref)

    def switch_off(self) -> None:
        """No card says so any more."""
        self.show({})
        self._off = True

    def show(self, marks: Mapping[OfferRef, SeenBefore]) -> None:
        """Mark the cards of these offers, and no others. Who changes the mapping later says so by `tell`."""
        if not self._off:
            before, self._marks = self._marks, marks
            self.tell(before.keys() ^ marks.keys() | {ref for ref in marks if before.get(ref) != marks[ref]})

    def tell(self, refs: Set[OfferRef]) -> None:
        """Something else is known of these offers: paint their cards again, and no others."""
        grid, changed = self._grid, False
        for row in grid.shown_rows() if refs else ():
            offer = grid.model().index(row, 0).data(OFFER)
            if offer is not None and offer.ref in refs:
                changed = True
                grid.viewport().update(picture_box(grid.cell_rect(row)))
                tell_description(grid, row)
        if changed:
            grid.marks_changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on the tab is none on the card."""
        kind = event.type()
        if self._marks and kind in PRESSES:
            self._pressed = self._under(cast(QMouseEvent, event))
            return self._pressed is not None
        if self._pressed is not None and kind is QEvent.Type.MouseButtonRelease:
            pressed, self._pressed = self._pressed, None
            mark = self.of(pressed)
            if mark is not None and self._under(cast(QMouseEvent, event)) == pressed:
                self._grid.earlier_wanted.emit(pressed, mark)
            return True
        return False

    def _under(self, event: QMouseEvent) -> Offer | None:
        """The offer whose tab is under the left button."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return None
        return self.at(event.position().toPoint())

    def at(self, point: QPoint) -> Offer | None:
        """The offer whose tab is at that point of the viewport."""
        index = self._grid.indexAt(point)
        offer = index.data(OFFER) if index.isValid() else None
        mark = self.of(offer) if offer is not None else None
        if mark is None:
            return None
        cell, picture = cast(OfferCell, self._grid.itemDelegate()), picture_box(self._grid.visualRect(index))
        return offer if cell.seen.place(picture, mark).contains(point) else None
