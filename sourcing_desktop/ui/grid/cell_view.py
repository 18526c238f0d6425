"""An item view of equal cells whose places are computed, never laid out: no cost grows with the rows.

Places, density, keyboard and selection live here, what the mouse does in `pointing`; what a cell shows is up
to the subclass.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractItemView

from sourcing_desktop.ui.grid.geometry import GAP, NARROWEST, USUAL, WIDEST, Geometry, fitted
from sourcing_desktop.ui.grid.staying import Held, TopCell
from sourcing_desktop.ui.grid.walking import walked

ARROW_STEP = 40
"""px one press on the scroll bar's end moves."""

RING = 4
"""px a cell may paint beyond its place."""

Bar = Qt.ScrollBarPolicy


class CellView(QAbstractItemView):
    """Equal cells in lines that fill the width."""

    geometry_changed = Signal()
    """Cells have another size or another number of columns."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._cell_width = USUAL
        self._geometry = Geometry(0, 1, USUAL, USUAL, 0)
        self._top = TopCell()
        self._held: Held | None = None
        self.setFrameShape(QAbstractItemView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Bar.ScrollBarAlwaysOff)
        # Always on: else columns could depend on it, and it on them.
        self.setVerticalScrollBarPolicy(Bar.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    # What a subclass says

    def cell_count(self, columns: int, cell_height: int) -> int:
        """How many cells there are: at least one for each row, more to leave room for what comes."""
        return self.row_count()

    def caption_height(self, width: int) -> int:
        """px a cell of that width is taller than wide."""
        return 0

    def contents_moved(self, dy: int) -> None:
        """Called when other cells may have come into sight; `dy` > 0: further down."""

    def contents_grew(self, dy: int) -> None:
        """Called when what is in sight is `dy` px further down in the contents, and stays where it is."""

    def contents_changed(self) -> None:
        """Called when rows are no longer what they were; not for rows that come at the end."""

    # Density and layout

    @property
    def cell_width(self) -> int:
        """The wanted width of a cell in px; cells are stretched to fill the line."""
        return self._cell_width

    def set_cell_width(self, width: int, hold: QPoint | None = None) -> None:
        """Change the density. Point `hold` of the viewport stays on the same spot of its cell; without one
        the current cell stays where it is, if it is in sight, else the line at the top."""
        self._cell_width = min(max(width, NARROWEST), WIDEST)
        if hold is None:
            current = self.visualRect(self.currentIndex()).center()
            hold = current if self.viewport().rect().contains(current) else None
        self.lay_out(hold)

    def lay_out(self, hold: QPoint | None = None) -> None:
        """Compute the geometry anew. Point `hold` of the viewport stays on the same spot of its cell."""
        old, offset = self._geometry, self.verticalOffset()
        width, height = self.viewport().width(), self.viewport().height()
        new = fitted(width, self._cell_width)
        caption = self.caption_height(new.cell_width)
        self._geometry = new = new.holding(self.cell_count(new.columns, new.cell_width + caption), caption)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, new.height - height))
        bar.setPageStep(height)
        bar.setSingleStep(ARROW_STEP)
        resized = (old.columns, old.line_height) != (new.columns, new.line_height)
        if resized and old.cells and (offset or hold):
            self._keep_in_place(hold or QPoint(0, 0), old, offset)
        if resized or new.holding(0, 0) != old.holding(0, 0):
            self.viewport().update()
            self.geometry_changed.emit()
        self.contents_moved(0)

    def _keep_in_place(self, point: QPoint, old: Geometry, offset: int) -> None:
        """Scroll to where the point is on the same spot of the cell it was on, at that old offset."""
        held, bar = self._held, self.verticalScrollBar()
        if held is None or (held.point, held.offset) != (point, offset):
            held = Held(point, offset, *old.spot(point.x(), point.y() + offset))
        down = round(held.share * self._geometry.line_height)
        bar.setValue(self._geometry.rect(held.cell).top() + down - point.y())
        self._held = replace(held, offset=bar.value())

    def updateGeometries(self) -> None:
        super().updateGeometries()
        if self.model() is not None:
            self.lay_out()

    def doItemsLayout(self) -> None:
        """Without Qt's own repaint of everything, which would paint each new list of offers twice."""
        self.updateGeometries()

    def row_count(self) -> int:
        return self.model().rowCount()

    # Where things are

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def isIndexHidden(self, index: QModelIndex) -> bool:
        return False

    def visualRect(self, index: QModelIndex) -> QRect:
        return self.cell_rect(index.row()) if index.isValid() else QRect()

    def cell_rect(self, cell: int) -> QRect:
        """The cell's place in the viewport."""
        return self._geometry.rect(cell).translated(0, -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        cell = self._geometry.cell_at(point.x(), point.y() + self.verticalOffset())
        return QModelIndex() if cell is None or cell >= self.row_count() else self.model().index(cell, 0)

    def shown_cells(self) -> range:
        """The cells in sight, what they paint beyond their places included."""
        top = self.verticalOffset()
        return self._geometry.between(top - RING, top + self.viewport().height() + RING)

    def shown_rows(self) -> range:
        cells, rows = self.shown_cells(), self.row_count()
        return range(min(cells.start, rows), min(cells.stop, rows))

    def update_row(self, row: int) -> None:
        """Paint that row again, if it is in sight."""
        if row in self.shown_cells():
            self.viewport().update(self.cell_rect(row).adjusted(-RING, -RING, RING, RING))

    # Changes of the model

    def setModel(self, model) -> None:
        self._watch(self.model(), False)
        super().setModel(model)
        self._watch(model, True)

    def _watch(self, model, watched: bool) -> None:
        if model is not None:
            for signal, slot in (
                (model.rowsAboutToBeInserted, self._remember_top),
                (model.rowsRemoved, self._rows_removed),
                (model.layoutAboutToBeChanged, self._remember_top),
                (model.layoutChanged, self._follow_top),
            ):
                signal.connect(slot) if watched else signal.disconnect(slot)

    def reset(self) -> None:
        super().reset()
        self._top.forget()
        self._held = None
        self.verticalScrollBar().setValue(0)
        self.updateGeometries()
        self.viewport().update()
        self.contents_changed()

    def rowsAboutToBeRemoved(self, parent: QModelIndex, first: int, last: int) -> None:
        self._remember_top()
        self._top.step_aside(self.model(), first, last)
        self.setAutoScroll(False)  # another current row, where the old one goes, is not scrolled to
        super().rowsAboutToBeRemoved(parent, first, last)

    def _rows_removed(self) -> None:
        self.setAutoScroll(True)
        self._follow_top()

    def rowsInserted(self, parent: QModelIndex, first: int, last: int) -> None:
        super().rowsInserted(parent, first, last)
        if last < self.row_count() - 1:
            self._follow_top()
        else:
            self.updateGeometries()
            changed = self.viewport().rect()
            changed.setTop(max(0, self.cell_rect(first).top() - RING))
            self.viewport().update(changed)

    def _remember_top(self) -> None:
        self._top.remember(self._geometry, self.model(), self.verticalOffset())

    def _follow_top(self) -> None:
        self._held = None
        self.updateGeometries()
        grown, offset = self._top.follow(self._geometry)
        if grown:
            self.contents_grew(grown)
        self.verticalScrollBar().setValue(offset)
        self.viewport().update()
        self.contents_changed()

    # Scrolling

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(0, dy)
        self.contents_moved(-dy)

    def scrollTo(self, index: QModelIndex, hint=QAbstractItemView.ScrollHint.EnsureVisible) -> None:
        rect, height = self.visualRect(index), self.viewport().height()
        by = 0
        if hint is QAbstractItemView.ScrollHint.PositionAtCenter:
            by = rect.center().y() - height // 2
        elif hint is QAbstractItemView.ScrollHint.PositionAtTop or rect.top() < GAP:
            by = rect.top() - GAP
        elif hint is QAbstractItemView.ScrollHint.PositionAtBottom or rect.bottom() > height - GAP:
            by = min(rect.bottom() - height + GAP, rect.top() - GAP)
        if by:
            self.verticalScrollBar().setValue(self.verticalOffset() + by)

    # Keyboard

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers) -> QModelIndex:
        rows, current = self.row_count(), self.currentIndex()
        if rows == 0:
            return QModelIndex()
        page = max(1, self.viewport().height() // self._geometry.line_height)
        row = walked(action, max(current.row(), 0), rows, self._geometry.columns, page)
        nowhere_yet = not current.isValid() and action is not QAbstractItemView.CursorAction.MoveEnd
        return self.model().index(0 if nowhere_yet else row, 0)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        self.update_row(current.row())
        self.update_row(previous.row())

    # Selection

    def selectionCommand(self, index, event=None):
        """Ctrl and Shift together select on the way, as Shift alone does; Qt would only go there."""
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event is not None and event.type() is QEvent.Type.KeyPress and event.modifiers() & both == both:
            return QItemSelectionModel.SelectionFlag.SelectCurrent
        return super().selectionCommand(index, event)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """All from the first corner's cell to the second's, as keyboard and clicks select."""
        offset = self.verticalOffset()
        corners = [
            self._geometry.cell_at(at.x(), at.y() + offset) for at in (rect.topLeft(), rect.bottomRight())
        ]
        known = sorted(cell for cell in corners if cell is not None)
        self.selectionModel().select(
            self.selection_of([range(known[0], known[-1] + 1)] if known else []), command
        )

    def cells_in(self, area: QRect) -> list[range]:
        """The cells that touch an area of the contents, in runs."""
        return self._geometry.runs_in(area)

    def selection_of(self, runs: list[range]) -> QItemSelection:
        """These cells as far as they are rows."""
        selection, last = QItemSelection(), self.row_count() - 1
        for run in runs:
            if run.start <= last:
                selection.select(self.model().index(run.start, 0), self.model().index(min(run[-1], last), 0))
        return selection

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region, shown = QRegion(), self.shown_rows()
        for chosen in selection.toList():
            for row in range(max(chosen.top(), shown.start), min(chosen.bottom() + 1, shown.stop)):
                region += self.cell_rect(row)
        return region
