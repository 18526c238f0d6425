"""The first cell in sight of a view, which stays where it is while rows come and go above it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QPersistentModelIndex

from sourcing_desktop.ui.grid.geometry import Geometry


class TopCell:
    """Says how far to scroll after a change of the model. At the very top nothing is held: what is inserted
    there shows."""

    def __init__(self) -> None:
        self._index = QPersistentModelIndex()
        self._row = self._height = self._offset = 0

    def remember(self, geometry: Geometry, model: QAbstractItemModel, offset: int) -> None:
        """Before rows come or go. The same cell as last time, if nobody has scrolled since."""
        rows = model.rowCount()
        if not offset or not rows:
            self.forget()
        elif (offset, geometry.rect(self._index.row()).top()) != (self._offset, self._height):
            first = geometry.between(offset, offset + 1).start
            self._index = QPersistentModelIndex(model.index(min(first, rows - 1), 0))
        self._row, self._offset = self._index.row(), offset
        self._height = geometry.rect(self._row).top()

    def follow(self, geometry: Geometry, rows: int) -> tuple[int, int]:
        """After it: px the contents have grown above the cell, or what took its place; and the offset that
        leaves it where it was."""
        grown = 0
        if self._row >= 0 and rows:
            row = self._index.row() if self._index.isValid() else min(self._row, rows - 1)
            grown = geometry.rect(row).top() - self._height
            self._height += grown
            self._offset += grown
        return grown, self._offset

    def forget(self) -> None:
        self._index = QPersistentModelIndex()
