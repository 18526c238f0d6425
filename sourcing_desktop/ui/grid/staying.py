"""What stays where it is in a view: the first cell in sight while rows come and go above it, and a spot of a
cell while the density changes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QPersistentModelIndex, QPoint

from sourcing_desktop.ui.grid.geometry import Geometry


class TopCell:
    """Says how far to scroll after a change of the model. At the very top nothing is held: what is inserted
    there shows."""

    def __init__(self) -> None:
        self._index = QPersistentModelIndex()
        self._y = self._offset = 0  # px, in content coordinates

    def remember(self, geometry: Geometry, model: QAbstractItemModel, offset: int) -> None:
        """Before rows come or go. The same cell as last time, if nobody has scrolled since."""
        rows = model.rowCount()
        if not offset or not rows:
            self.forget()
        elif (offset, geometry.rect(self._index.row()).top()) != (self._offset, self._y):
            first = geometry.between(offset, offset + 1).start
            self._index = QPersistentModelIndex(model.index(min(first, rows - 1), 0))
            self._y = geometry.rect(self._index.row()).top()
        self._offset = offset

    def step_aside(self, model: QAbstractItemModel, first: int, last: int) -> None:
        """Rows `first` to `last` go: if the cell is among them, hold the one that will take its place."""
        if first <= self._index.row() <= last:
            other = last + 1 if last + 1 < model.rowCount() else first - 1
            self._index = QPersistentModelIndex(model.index(other, 0))

    def follow(self, geometry: Geometry) -> tuple[int, int]:
        """After it: px the contents have grown above the cell, and the offset that leaves it where it was."""
        if not self._index.isValid():
            return 0, self._offset
        y = geometry.rect(self._index.row()).top()
        grown, self._y = y - self._y, y
        self._offset += grown
        return grown, self._offset

    def forget(self) -> None:
        """Hold nothing until the next change."""
        self._index = QPersistentModelIndex()


@dataclass(frozen=True, slots=True)
class Held:
    """The spot that stays under a point, step after step: found anew for each step it would wander."""

    point: QPoint
    """Of the viewport."""

    offset: int
    """Where the last step has scrolled to. If it is another by now, somebody else has scrolled."""

    cell: int
    share: float
    """How far down the cell the point is, in line heights."""
