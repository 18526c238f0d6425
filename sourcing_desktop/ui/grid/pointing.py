"""What mouse and touchpad do in a view of cells: hover, glide, zoom, select with a rubber band."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal

from sourcing_desktop.ui.grid.cell_view import CellView
from sourcing_desktop.ui.grid.geometry import NARROWEST, WIDEST, columns_for, width_for
from sourcing_desktop.ui.grid.glide import Glide
from sourcing_desktop.ui.grid.rubber_band import RubberBand

NOTCH = 120
"""One notch of a wheel: Qt's units, and the px it scrolls."""

PINCH = 4 * NOTCH
"""A pinch to twice the size, in the units of a wheel."""


class PointedView(CellView):
    """A view of cells for a pointer."""

    cell_width_changed = Signal(int)
    """The buyer changed the density with Ctrl and the wheel, or by a pinch."""

    hover_changed = Signal(int)
    """Another row, or another item in it, is under the mouse; -1: none."""

    middle_clicked = Signal(QModelIndex)
    """The middle button went down and up on the same cell, which does not become the current one."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._hover = -1
        self._hovered = QPersistentModelIndex()
        self._mouse: QPoint | None = None
        self._pressed_apart = QPersistentModelIndex()
        self._turned = 0.0
        self._glide = Glide(self.verticalScrollBar())
        self.band = RubberBand(self)
        self.geometry_changed.connect(self._glide.stop)
        self.geometry_changed.connect(self.band.end)
        self.viewport().setMouseTracking(True)

    # The buttons

    def mousePressEvent(self, event) -> None:
        self._glide.stop()
        point = event.position().toPoint()
        if event.button() is Qt.MouseButton.MiddleButton:
            self._pressed_apart = QPersistentModelIndex(self.indexAt(point))
        elif event.button() is Qt.MouseButton.LeftButton and not self.indexAt(point).isValid():
            self._hover_at(None)
            self.band.begin(point, event.modifiers())
        else:
            self.setAutoScroll(False)  # else, when no second click has come, Qt scrolls back to the first
            super().mousePressEvent(event)
            self.setAutoScroll(True)

    def mouseMoveEvent(self, event) -> None:
        point = event.position().toPoint()
        if self.band.active and event.buttons():
            self.band.move(point)
        elif self.band.active:
            self.band.finish()  # the button went up where nobody told
        else:
            super().mouseMoveEvent(event)
            if not event.buttons():
                self._hover_at(point)

    def mouseReleaseEvent(self, event) -> None:
        if event.button() is Qt.MouseButton.MiddleButton:
            index, pressed = self.indexAt(event.position().toPoint()), self._pressed_apart
            self._pressed_apart = QPersistentModelIndex()
            if index.isValid() and pressed == index:
                self.middle_clicked.emit(index)
        elif self.band.active:
            self.band.finish()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event) -> None:
        if event.key() == Qt.Key.Key_Escape and self.band.active:
            self.band.cancel()
        else:
            super().keyPressEvent(event)

    # Wheel and touchpad

    def wheelEvent(self, event) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(event.angleDelta().y(), event.position().toPoint())
        elif event.pixelDelta().isNull():
            self._glide.by(-event.angleDelta().y())
        else:
            self._glide.stop()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - event.pixelDelta().y())
        event.accept()

    def _zoom(self, turned: float, at: QPoint) -> None:
        """One column less or more for each notch, what is under the cursor stays at its height."""
        self._turned += turned
        notches = int(self._turned / NOTCH)
        self._turned -= notches * NOTCH
        room = self.viewport().width()
        fewest, most = columns_for(room, WIDEST), columns_for(room, NARROWEST)
        columns = min(max(self._geometry.columns - notches, fewest), most)
        if columns != self._geometry.columns:
            width = min(width_for(room, columns), WIDEST)
            self.set_cell_width(width, hold=at)
            self.cell_width_changed.emit(width)

    def viewportEvent(self, event) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._hover_at(None)
        elif (
            event.type() is QEvent.Type.NativeGesture
            and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
        ):
            self._zoom(event.value() * PINCH, event.position().toPoint())
            return True
        return super().viewportEvent(event)

    # Hover

    def _hover_at(self, point: QPoint | None) -> None:
        """The mouse is at that point of the viewport, or nowhere."""
        self._mouse = point
        self._set_hover(-1 if point is None else self.indexAt(point).row())

    def _set_hover(self, row: int) -> None:
        if row != self._hover or row != self._hovered.row():
            before, self._hover = self._hover, row
            self._hovered = QPersistentModelIndex(self.model().index(row, 0))
            self.update_row(before)
            self.update_row(row)
            self.hover_changed.emit(row)

    # What moves along

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._look_under_pointer()

    def scrollTo(self, index: QModelIndex, hint=CellView.ScrollHint.EnsureVisible) -> None:
        if index.isValid():
            self._glide.stop()
            super().scrollTo(index, hint)

    def contents_grew(self, dy: int) -> None:
        self._glide.shift(dy)
        self.band.shift(dy)

    def lay_out(self, hold: QPoint | None = None) -> None:
        super().lay_out(hold)
        self._look_under_pointer()

    def reset(self) -> None:
        self._glide.stop()
        self.band.end()
        self._hover_at(None)
        super().reset()

    def _look_under_pointer(self) -> None:
        if self.band.active:
            self.band.follow()
        elif self._mouse is not None:
            self._hover_at(self._mouse)
