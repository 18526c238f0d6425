"""The grid of offers: an item view with arithmetic geometry, so that no cost grows with the rows.

Shows a model and says what the buyer does with it; decides nothing and fetches nothing.
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
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPen, QRegion
from PySide6.QtWidgets import QAbstractItemView

from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.grid.card_frame import RING
from sourcing_desktop.ui.grid.geometry import GAP, Geometry, fitted
from sourcing_desktop.ui.grid.offer_cell import Look, OfferCell, caption_height
from sourcing_desktop.ui.grid.offer_model import OfferModel
from sourcing_desktop.ui.grid.picture_wishes import PictureWishes
from sourcing_desktop.ui.grid.walking import walked
from sourcing_desktop.ui.theme import Theme

NARROWEST, WIDEST, USUAL = 120, 400, 200
"""Cell widths in px."""

WHEEL_PX = 120
GLIDE_MS = 120
SCREENS_BEFORE_END = 2


class OfferGrid(QAbstractItemView):
    """Offers as cards. Give it an OfferModel with `setModel`."""

    opened = Signal(object)
    """The Offer to show in full: Enter or double click."""

    menu_requested = Signal(object, QPoint)
    """The Offer and the global point where its menu belongs."""

    near_end = Signal()
    """The last rows come into sight: bring more. Once for each number of rows."""

    cell_width_changed = Signal(int)
    """The buyer zoomed with Ctrl and the wheel."""

    _end_seen = Signal()

    def __init__(self, theme: Theme, loader: PictureLoader, parent=None) -> None:
        super().__init__(parent)
        self._cell_width = USUAL
        self._loading = False
        self._geometry = Geometry(0, 1, USUAL, USUAL, 0)
        self._hover = -1
        self._band = QRect()
        self._band_origin = QPoint()
        self._end_told = -1
        self._wishes = PictureWishes(loader, self)
        self._wishes.arrived.connect(self._repaint_picture)
        self._loader = loader
        self.set_theme(theme)
        self._end_seen.connect(self._tell_end, Qt.ConnectionType.QueuedConnection)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._offer(index)))
        self._glide = QPropertyAnimation(self.verticalScrollBar(), b"value", self)
        self._glide.setDuration(GLIDE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.setFrameShape(QAbstractItemView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setAccessibleName("Offers")
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # What others set and ask

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self._theme = theme
        self._cell = OfferCell(theme, self._loader, self)
        self.setItemDelegate(self._cell)
        self.viewport().update()

    @property
    def cell_width(self) -> int:
        """The wanted width of a card in px; cards are stretched to fill the line."""
        return self._cell_width

    def set_cell_width(self, width: int) -> None:
        """Change the density; the line at the top stays in place."""
        self._cell_width = min(max(width, NARROWEST), WIDEST)
        self._lay_out()

    def set_loading(self, loading: bool) -> None:
        """Draw placeholder cards where the next page will come, or a screen of them when there is none."""
        if loading != self._loading:
            self._loading = loading
            self._lay_out()

    def selected_offers(self) -> list[Offer]:
        """The selected offers, in the grid's order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.model().offer(row) for row in rows]

    def current_offer(self) -> Offer | None:
        """The offer the keyboard is at."""
        return self._offer(self.currentIndex()) if self.currentIndex().isValid() else None

    def _offer(self, index: QModelIndex) -> Offer:
        return self.model().offer(index.row())

    # Where things are

    def _rows(self) -> int:
        return self.model().rowCount() if self.model() is not None else 0

    def _cells(self) -> int:
        """Rows, and while loading the placeholders: the rest of the last line and one line more."""
        rows = self._rows()
        if not self._loading:
            return rows
        shape = fitted(0, self.viewport().width(), self._cell_width, 0)
        lines = -(-rows // shape.columns) + 1
        if rows == 0:
            lines = max(1, -(-self.viewport().height() // shape.line_height))
        return lines * shape.columns

    def _lay_out(self, hold: QPoint | None = None) -> None:
        """Compute the geometry anew. The point `hold` of the viewport stays on the same spot of its card."""
        hold = hold or QPoint(0, 0)
        old, offset = self._geometry, self.verticalOffset()
        width, view_height = self.viewport().width(), self.viewport().height()
        sample = fitted(0, width, self._cell_width, 0)
        new = fitted(self._cells(), width, self._cell_width, caption_height(sample.cell_width))
        self._geometry = new
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, new.height - view_height))
        bar.setPageStep(view_height)
        bar.setSingleStep(WHEEL_PX // 3)
        if offset and (old.columns, old.line_height) != (new.columns, new.line_height):
            cell, share = old.spot(hold.x(), hold.y() + offset)
            bar.setValue(new.rect(cell).top() + round(share * new.line_height) - hold.y())
        self._settle()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._lay_out()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def isIndexHidden(self, index: QModelIndex) -> bool:
        return False

    def visualRect(self, index: QModelIndex) -> QRect:
        return self._cell_rect(index.row()) if index.isValid() else QRect()

    def _cell_rect(self, cell: int) -> QRect:
        return self._geometry.rect(cell).translated(0, -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        cell = self._geometry.cell_at(point.x(), point.y() + self.verticalOffset())
        return QModelIndex() if cell is None or cell >= self._rows() else self.model().index(cell, 0)

    def _shown(self) -> range:
        """The cells in sight, focus rings included."""
        top = self.verticalOffset()
        return self._geometry.between(top - RING, top + self.viewport().height() + RING)

    def _shown_rows(self) -> range:
        cells, rows = self._shown(), self._rows()
        return range(min(cells.start, rows), min(cells.stop, rows))

    # Changes of the model

    def setModel(self, model: OfferModel) -> None:
        super().setModel(model)
        model.rowsRemoved.connect(self.updateGeometries)
        model.layoutChanged.connect(self.updateGeometries)

    def reset(self) -> None:
        super().reset()
        self._end_told = -1
        self._hover = -1
        self.verticalScrollBar().setValue(0)
        self.updateGeometries()

    def rowsInserted(self, parent: QModelIndex, first: int, last: int) -> None:
        super().rowsInserted(parent, first, last)
        self.updateGeometries()

    def _settle(self) -> None:
        """After anything that changes what is in sight."""
        self.viewport().update()
        self._look_for_end()

    def _look_for_end(self) -> None:
        rows = self._rows()
        reach = self.verticalOffset() + (1 + SCREENS_BEFORE_END) * self.viewport().height()
        if rows and rows != self._end_told and self._geometry.between(reach, reach).stop >= rows:
            self._end_told = rows
            self._end_seen.emit()

    def _tell_end(self) -> None:
        if self.isVisible() and self._rows():
            self.near_end.emit()

    # Painting

    def paintEvent(self, event) -> None:
        painter = QPainter(self.viewport())
        try:
            self._paint(painter, event.region())
        finally:
            painter.end()
        self._wishes.look(self.model(), self._shown_rows(), self._geometry.cell_width)

    def _paint(self, painter: QPainter, region: QRegion) -> None:
        painter.fillRect(region.boundingRect(), self._theme.window)
        rows = self._rows()
        for cell in self._shown():
            rect = self._cell_rect(cell)
            if not region.intersects(rect.adjusted(-RING, -RING, RING, RING)):
                continue
            if cell < rows:
                self._cell.draw(painter, rect, self.model().offer(cell), self._look(cell))
            elif self._loading:
                self._cell.draw_placeholder(painter, rect)
        if not self._band.isNull():
            self._paint_band(painter)

    def _look(self, row: int) -> Look:
        look = Look.HOVER if row == self._hover else Look.PLAIN
        chosen = self.selectionModel()
        if chosen.hasSelection() and chosen.isSelected(self.model().index(row, 0)):
            look |= Look.SELECTED
        if self.hasFocus() and row == self.currentIndex().row():
            look |= Look.FOCUS
        return look | Look.DIMMED if self.model().dimmed else look

    def _paint_band(self, painter: QPainter) -> None:
        fill = QColor(self._theme.accent)
        fill.setAlphaF(0.12)
        painter.setPen(QPen(self._theme.accent, 1))
        painter.setBrush(fill)
        painter.drawRect(self._band.translated(0, -self.verticalOffset()))

    def _update_row(self, row: int) -> None:
        if row >= 0:
            self.viewport().update(self._cell_rect(row).adjusted(-RING, -RING, RING, RING))

    def _repaint_picture(self, url: str) -> None:
        for row in self._shown_rows():
            if self.model().offer(row).picture == url:
                self.viewport().update(self._cell_rect(row))

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        self._update_row(current.row())
        self._update_row(previous.row())

    def hideEvent(self, event) -> None:
        super().hideEvent(event)
        self._wishes.forget()

    # Scrolling and density

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(0, dy)
        self._wishes.moved(-dy)
        self._hover_at(self.viewport().mapFromGlobal(self.cursor().pos()) if self._hover >= 0 else None)
        self._look_for_end()

    def scrollTo(self, index: QModelIndex, hint=QAbstractItemView.ScrollHint.EnsureVisible) -> None:
        rect, height = self.visualRect(index), self.viewport().height()
        by = 0
        if hint is QAbstractItemView.ScrollHint.PositionAtCenter:
            by = rect.center().y() - height // 2
        elif hint is QAbstractItemView.ScrollHint.PositionAtTop or rect.top() < GAP:
            by = rect.top() - GAP
        elif hint is QAbstractItemView.ScrollHint.PositionAtBottom or rect.bottom() > height - GAP:
            by = min(rect.bottom() - height + GAP, rect.top() - GAP)
        self._glide.stop()
        self.verticalScrollBar().setValue(self.verticalOffset() + by)

    def wheelEvent(self, event) -> None:
        notches = event.angleDelta().y() / 120
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(notches, event.position().toPoint())
        elif event.pixelDelta().isNull():
            self._glide_by(-round(notches * WHEEL_PX))
        else:
            super().wheelEvent(event)
            return
        event.accept()

    def _glide_by(self, distance: int) -> None:
        bar = self.verticalScrollBar()
        running = self._glide.state() is QPropertyAnimation.State.Running
        start = self._glide.endValue() if running else bar.value()
        self._glide.stop()
        self._glide.setStartValue(bar.value())
        self._glide.setEndValue(min(max(start + distance, 0), bar.maximum()))
        self._glide.start()
