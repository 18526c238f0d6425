"""Where the cells of a grid lie: plain arithmetic on equal cells, at the same cost for any number."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRect

MARGIN = 16
GAP = 12
"""px around the cells, and between them."""

NARROWEST, WIDEST, USUAL = 80, 480, 184
"""Cell widths in px."""

FURTHEST = 2**31 - 2**16
"""px: Qt counts them in 32 bits, and adds the height of a view. Nothing lies further down; of three million
offers in a single column some would."""


def columns_for(width: int, cell_width: int) -> int:
    """How many cells of at least that width fit side by side; at least one."""
    return max(1, (width - 2 * MARGIN + GAP) // (cell_width + GAP))


def width_for(width: int, columns: int) -> int:
    """The width of a cell when that many share the line evenly."""
    return max(1, (width - 2 * MARGIN - GAP * (columns - 1)) // columns)


@dataclass(frozen=True, slots=True)
class Geometry:
    """`cells` equal cells in lines of `columns`, in content coordinates (the first line starts at MARGIN)."""

    cells: int
    columns: int
    cell_width: int
    cell_height: int
    left: int

    @property
    def line_height(self) -> int:
        return self.cell_height + GAP

    @property
    def height(self) -> int:
        """Of the whole content, margins included, as far as Qt can count; 0 when there are no cells."""
        lines = -(-self.cells // self.columns)
        return min(lines * self.line_height - GAP + 2 * MARGIN, FURTHEST) if lines else 0

    def rect(self, cell: int) -> QRect:
        line, column = divmod(cell, self.columns)
        x = self.left + column * (self.cell_width + GAP)
        y = min(MARGIN + line * self.line_height, FURTHEST)
        return QRect(x, y, self.cell_width, self.cell_height)

    def cell_at(self, x: int, y: int) -> int | None:
        """The cell at that point; None in margins, gaps and beyond the last cell."""
        column, x_inside = divmod(x - self.left, self.cell_width + GAP)
        line, y_inside = divmod(y - MARGIN, self.line_height)
        cell = line * self.columns + column
        inside = x_inside < self.cell_width and y_inside < self.cell_height
        if inside and 0 <= column < self.columns and 0 <= cell < self.cells:
            return cell
        return None

    def between(self, top: int, bottom: int) -> range:
        """The cells of every line that shows between two heights."""
        first = max(0, (top - MARGIN + GAP) // self.line_height)
        last = max(first, -(-(bottom - MARGIN) // self.line_height))
        return range(min(first * self.columns, self.cells), min(last * self.columns, self.cells))

    def spot(self, x: int, y: int) -> tuple[int, float]:
        """The cell nearest to that point, and how far down it (in line heights) the point is."""
        line = min(max(0, (y - MARGIN) // self.line_height), (self.cells - 1) // self.columns)
        column = min(max(0, (x - self.left) // (self.cell_width + GAP)), self.columns - 1)
        cell = min(line * self.columns + column, self.cells - 1)
        return cell, (y - self.rect(cell).top()) / self.line_height

    def holding(self, cells: int, caption: int) -> Geometry:
        """The same columns for that many cells, each with `caption` px below its square."""
        return replace(self, cells=cells, cell_height=self.cell_width + caption)

    def runs_in(self, area: QRect) -> list[range]:
        """The cells that touch an area: one run for each line, or one for all when it spans whole lines."""
        step = self.cell_width + GAP
        first = max(0, (area.left() - self.left + GAP) // step)
        last = min(self.columns - 1, (area.right() - self.left) // step)
        lines = self.between(area.top(), area.bottom() + 1)
        if (first, last) == (0, self.columns - 1):
            return [lines] if lines else []
        runs = [range(start + first, min(start + last + 1, self.cells)) for start in lines[:: self.columns]]
        return [run for run in runs if run]


def fitted(width: int, wanted_width: int) -> Geometry:
    """Square cells of about `wanted_width`, stretched to share the width evenly but never beyond WIDEST; what
    is left over is halved between both sides. None of them yet."""
    columns = columns_for(width, wanted_width)
    cell_width = min(width_for(width, columns), WIDEST)
    used = columns * cell_width + (columns - 1) * GAP
    return Geometry(0, columns, cell_width, cell_width, (width - used) // 2)
