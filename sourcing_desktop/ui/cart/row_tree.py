"""A tree of rows that becomes another one row by row, so nothing folds or jumps, and tells only what is new.
Knows nothing of carts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ROOT = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is wanted: `key` names it among its neighbours, `state` is what it shows."""

    key: str
    state: object
    children: tuple[Row, ...] = ()


@dataclass(slots=True, eq=False)
class _Node:
    id: int
    row: Row
    parent: _Node | None
    children: list[_Node] = field(default_factory=list)


class RowTree(QAbstractItemModel):
    """A model of rows with `columns` columns. Its first column carries the children."""

    def __init__(self, columns: int, parent=None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._ids = count(ROOT)
        self._root = _Node(next(self._ids), Row("", None), None)
        self._nodes = {ROOT: self._root}

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
        return self._columns

    def row_state(self, index: Index) -> object:
        """What a row shows; None nowhere."""
        return self._node(index).row.state

    def row_key(self, index: Index) -> str:
        return self._node(index).row.key

    def find(self, key: str) -> QModelIndex:
        """The row of that key, wherever it stands; nowhere when there is none."""
        found = (node for node in self._nodes.values() if node.row.key == key and node is not self._root)
        node = next(found, None)
        return QModelIndex() if node is None else self._index_of(node)

    def become(self, wanted: Sequence[Row]) -> None:
        """Turn into these rows."""
        self._become(self._root, wanted)

    def _node(self, index: Index) -> _Node:
        return self._nodes[index.internalId()] if index.isValid() else self._root

    def _index_of(self, node: _Node) -> QModelIndex:
        if node.parent is None:
            return QModelIndex()
        return self.createIndex(node.parent.children.index(node), 0, node.id)

    def _become(self, parent: _Node, wanted: Sequence[Row]) -> None:
        """Remove, move and insert rows under a node until they are the wanted ones, and tell which of those
        that were there show something else."""
        keys = {each.key for each in wanted}
        for row in reversed(range(len(parent.children))):
            if parent.children[row].row.key not in keys:
                self._remove(parent, row)
        self._bring(parent, wanted)
        different = []
        for number, (node, now) in enumerate(zip(parent.children, wanted, strict=True)):
            before = node.row
            if before == now:
                continue
            node.row = now
            if before.state != now.state:
                different.append(number)
            if before.children != now.children:
                self._become(node, now.children)
        for first, last in _runs(different):
            # Always a whole row: told of a single cell, Qt would overwrite what is being typed there.
            start = self.createIndex(first, 0, parent.children[first].id)
            end = self.createIndex(last, self._columns - 1, parent.children[last].id)
            self.dataChanged.emit(start, end)

    def _bring(self, parent: _Node, wanted: Sequence[Row]) -> None:
        """See to it that the wanted rows stand there in their order; new ones come in blocks."""
        present = {node.row.key for node in parent.children}
        place = self._index_of(parent)
        row = 0
        while row < len(wanted):
            if wanted[row].key in present:
                at = next(
                    number
                    for number in range(row, len(parent.children))
                    if parent.children[number].row.key == wanted[row].key
                )
                if at != row:
                    self.beginMoveRows(place, at, at, place, row)
                    parent.children.insert(row, parent.children.pop(at))
                    self.endMoveRows()
                row += 1
                continue
            end = row
            while end < len(wanted) and wanted[end].key not in present:
                end += 1
            self.beginInsertRows(place, row, end - 1)
            parent.children[row:row] = [self._grown(parent, each) for each in wanted[row:end]]
            self.endInsertRows()
            row = end

    def _grown(self, parent: _Node, row: Row) -> _Node:
        """A new node with all below it."""
        node = _Node(next(self._ids), row, parent)
        self._nodes[node.id] = node
        node.children = [self._grown(node, each) for each in row.children]
        return node

    def _remove(self, parent: _Node, row: int) -> None:
        self.beginRemoveRows(self._index_of(parent), row, row)
        removed = [parent.children.pop(row)]
        while removed:
            node = removed.pop()
            del self._nodes[node.id]
            removed.extend(node.children)
        self.endRemoveRows()


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Rising numbers as the first and last of each stretch without a gap."""
    start = None
    for place, number in enumerate(numbers):
        if start is None:
            start = number
        if place + 1 == len(numbers) or numbers[place + 1] != number + 1:
            yield start, number
            start = None
