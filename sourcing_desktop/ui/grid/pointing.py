"""What mouse and touchpad do in a view of cells: hover, glide, zoom, select with a rubber band."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal

from sourcing_desktop.ui.grid.cell_view import CellView
from sourcing_desktop.ui.grid.geometry import NARROWEST, WIDEST, width_for
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
    """The row under the mouse is another one; -1: none."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._hover = -1
        self._mouse: QPoint | None = None
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
        if event.button() is Qt.MouseButton.LeftButton and not self.indexAt(point).isValid():
            self._hover_at(None)
            self.band.begin(point, event.modifiers())
        else:
            super().mousePressEvent(event)

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
        if self.band.active:
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
            event.accept()
        elif event.pixelDelta().isNull():
            self._glide.by(-event.angleDelta().y())
            event.accept()
        else:
            super().wheelEvent(event)

    def _zoom(self, turned: float, at: QPoint) -> None:
        """One column less or more for each notch, what is under the cursor stays at its height."""
        self._turned += turned
        notches = int(self._turned / NOTCH)
        self._turned -= notches * NOTCH
        columns = self._geometry.columns - notches
        width = width_for(self.viewport().width(), columns) if columns > 0 else 0
        if notches and NARROWEST <= width <= WIDEST:
            self.set_cell_width(width, hold=at)
            self.cell_width_changed.emit(width)

    def viewportEvent(self, event: QEvent) -> bool:
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
        if row != self._hover:
            before, self._hover = self._hover, row
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
        if self._hover >= 0:
            self.hover_changed.emit(self._hover)  # it may be another offer by now

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
