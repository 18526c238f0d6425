"""A list as it was given, cut into rows and cells of text. Pure values; nothing here knows goods."""

from __future__ import annotations

from dataclasses import dataclass

MOST_CELLS = 64
"""Cells of a row that are looked at."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One line of a text or row of a sheet. `place` is its number as the buyer sees it, from 1. `filled` are
    the columns whose text stands in the first cell of a merged range and was only carried over."""

    place: int
    cells: tuple[str, ...]
    filled: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """The rows, what they were read from (empty for pasted text), and what the buyer should know about the
    reading, in sentences. Where there are no `columns` each row is one cell with everything in it."""

    rows: tuple[TableRow, ...]
    source: str = ""
    columns: bool = True
    remarks: tuple[str, ...] = ()
