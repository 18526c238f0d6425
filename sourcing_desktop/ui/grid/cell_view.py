"""An item view of equal cells whose places are computed, never laid out: no cost grows with the rows.

Scrolling, density, keyboard, hover and selection live here; what a cell shows is up to the subclass.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QPropertyAnimation,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QCursor, QRegion
from PySide6.QtWidgets import QAbstractItemView

from sourcing_desktop.ui.grid.geometry import GAP, Geometry, fitted, width_for
from sourcing_desktop.ui.grid.walking import walked

NARROWEST, WIDEST, USUAL = 80, 480, 184
"""Cell widths in px."""

NOTCH = 120
"""One notch of a wheel: Qt's units, and the px it scrolls."""

GLIDE_MS = 120
RING = 4
"""px a cell may paint beyond its place."""

Bar = Qt.ScrollBarPolicy


class CellView(QAbstractItemView):
    """Equal cells in lines that fill the width."""

    cell_width_changed = Signal(int)
    """The buyer changed the density with Ctrl and the wheel."""

    hover_changed = Signal(int)
    """The row under the mouse is another one; -1: none."""

    geometry_changed = Signal()
    """Cells have another size or another number of columns."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._cell_width = USUAL
        self._geometry = Geometry(0, 1, USUAL, USUAL, 0)
        self._hover = -1
        self._turned = 0
        self._band = QRect()  # the rubber band, in content coordinates
        self._band_origin = QPoint()
        self._glide = QPropertyAnimation(self.verticalScrollBar(), b"value", self)
        self._glide.setDuration(GLIDE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.setFrameShape(QAbstractItemView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Bar.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(
            Bar.ScrollBarAlwaysOn
        )  # else columns could depend on it and it on them
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setMouseTracking(True)

    # What a subclass says

    def cell_count(self, columns: int, cell_height: int) -> int:
        """How many cells there are: at least one for each row, more to leave room for what comes."""
        return self.row_count()

    def caption_height(self, width: int) -> int:
        """px a cell of that width is taller than wide."""
        return 0

    def contents_moved(self, dy: int) -> None:
        """Called when other cells may have come into sight; `dy` > 0: further down."""

    # Density and layout

    @property
    def cell_width(self) -> int:
        """The wanted width of a cell in px; cells are stretched to fill the line."""
        return self._cell_width

    def set_cell_width(self, width: int) -> None:
        """Change the density; the line at the top stays at the top."""
        self._cell_width = min(max(width, NARROWEST), WIDEST)
        self.lay_out()

    def lay_out(self, hold: QPoint | None = None) -> None:
        """Compute the geometry anew. Point `hold` of the viewport stays on the same spot of its cell."""
        hold = hold or QPoint(0, 0)
        old, offset = self._geometry, self.verticalOffset()
        width, height = self.viewport().width(), self.viewport().height()
        new = fitted(width, self._cell_width)
        caption = self.caption_height(new.cell_width)
        self._geometry = new = new.holding(self.cell_count(new.columns, new.cell_width + caption), caption)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, new.height - height))
        bar.setPageStep(height)
        bar.setSingleStep(NOTCH // 3)
        if offset and old.cells and (old.columns, old.line_height) != (new.columns, new.line_height):
            self._glide.stop()
            cell, share = old.spot(hold.x(), hold.y() + offset)
            bar.setValue(new.rect(cell).top() + round(share * new.line_height) - hold.y())
        if new.holding(0, 0) != old.holding(0, 0) or new.cell_height != old.cell_height:
            self.viewport().update()
            self.geometry_changed.emit()
        self.contents_moved(0)

    def updateGeometries(self) -> None:
        super().updateGeometries()
        if self.model() is not None:
            self.lay_out()

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
        super().setModel(model)
        model.rowsRemoved.connect(self._rows_changed)
        model.layoutChanged.connect(self._rows_changed)

    def reset(self) -> None:
        super().reset()
        self._glide.stop()
        self._set_hover(-1)
        self.verticalScrollBar().setValue(0)
        self._rows_changed()

    def rowsInserted(self, parent: QModelIndex, first: int, last: int) -> None:
        super().rowsInserted(parent, first, last)
        self.updateGeometries()
        changed = self.viewport().rect()
        changed.setTop(max(0, self.cell_rect(first).top() - RING))
        self.viewport().update(changed)

    def _rows_changed(self) -> None:
        self.updateGeometries()
        self.viewport().update()

    # Scrolling

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(0, dy)
        if self._hover >= 0:
            self._hover_at(self.viewport().mapFromGlobal(QCursor.pos()))
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
            self._glide.stop()
            self.verticalScrollBar().setValue(self.verticalOffset() + by)

    def wheelEvent(self, event) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(event.angleDelta().y(), event.position().toPoint())
            event.accept()
        elif event.pixelDelta().isNull():
            self._glide_by(-event.angleDelta().y())
            event.accept()
        else:
            super().wheelEvent(event)

    def _glide_by(self, distance: int) -> None:
        bar = self.verticalScrollBar()
        gliding = self._glide.state() is QPropertyAnimation.State.Running
        goal = (self._glide.endValue() if gliding else bar.value()) + distance
        self._glide.stop()
        self._glide.setStartValue(bar.value())
        self._glide.setEndValue(min(max(goal, 0), bar.maximum()))
        self._glide.start()

    def _zoom(self, turned: int, at: QPoint) -> None:
        """One column less or more for each notch, the cell under the cursor in place."""
        self._turned += turned
        notches = int(self._turned / NOTCH)
        self._turned -= notches * NOTCH
        columns = self._geometry.columns - notches
        width = width_for(self.viewport().width(), columns) if columns > 0 else 0
        if notches and NARROWEST <= width <= WIDEST:
            self._cell_width = width
            self.lay_out(hold=at)
            self.cell_width_changed.emit(width)

    # Keyboard

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers) -> QModelIndex:
        rows, current = self.row_count(), self.currentIndex()
        if rows == 0:
            return QModelIndex()
        page = max(1, self.viewport().height() // self._geometry.line_height)
        row = walked(action, max(current.row(), 0), rows, self._geometry.columns, page)
        nowhere_yet = not current.isValid() and action is not QAbstractItemView.CursorAction.MoveEnd
        return self.model().index(0 if nowhere_yet else row, 0)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: Qt's own would read every title of the model for a word that none has."""

    # Selection

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """What the rubber band touches; else all from the first corner's cell to the second's."""
        area = QRect(rect.topLeft(), rect.bottomRight()).translated(0, self.verticalOffset())
        if self.state() is QAbstractItemView.State.DragSelectingState:
            runs = self._geometry.runs_in(area.normalized())
        else:
            ends = [self._geometry.cell_at(end.x(), end.y()) for end in (area.topLeft(), area.bottomRight())]
            known = sorted(end for end in ends if end is not None)
            runs = [range(known[0], known[-1] + 1)] if known else []
        selection, last = QItemSelection(), self.row_count() - 1
        for run in runs:
            if run.start <= last:
                selection.select(self.model().index(run.start, 0), self.model().index(min(run[-1], last), 0))
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region, shown = QRegion(), self.shown_rows()
        for chosen in selection.toList():
            for row in range(max(chosen.top(), shown.start), min(chosen.bottom() + 1, shown.stop)):
                region += self.cell_rect(row)
        return region

    def mousePressEvent(self, event) -> None:
        self._glide.stop()
        self._band_origin = event.position().toPoint() + QPoint(0, self.verticalOffset())
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event) -> None:
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        if self.state() is QAbstractItemView.State.DragSelectingState:
            self._set_band(QRect(self._band_origin, point + QPoint(0, self.verticalOffset())).normalized())
        elif not event.buttons():
            self._hover_at(point)

    def mouseReleaseEvent(self, event) -> None:
        super().mouseReleaseEvent(event)
        self._set_band(QRect())

    def _set_band(self, band: QRect) -> None:
        changed = self._band.united(band).translated(0, -self.verticalOffset())
        self._band = band
        self.viewport().update(changed.adjusted(-1, -1, 1, 1))

    # Hover and focus

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._set_hover(-1)
        return super().viewportEvent(event)

    def _hover_at(self, point: QPoint) -> None:
        self._set_hover(self.indexAt(point).row())

    def _set_hover(self, row: int) -> None:
        if row != self._hover:
            before, self._hover = self._hover, row
            self.update_row(before)
            self.update_row(row)
            self.hover_changed.emit(row)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        self.update_row(current.row())
        self.update_row(previous.row())
