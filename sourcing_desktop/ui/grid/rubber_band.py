"""The rectangle a buyer draws over cells to select them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, QPoint, QRect, Qt, QTimer

if TYPE_CHECKING:
    from sourcing_desktop.ui.grid.cell_view import CellView

EDGE = 16
"""px from the upper and lower edge within which the view scrolls along."""

FASTEST = 48
"""px a step."""

STEP_MS = 16

Command = QItemSelectionModel.SelectionFlag


class RubberBand(QObject):
    """Selects what it touches: instead of what was selected, with Shift beside it, with Ctrl the other way
    round."""

    def __init__(self, view: CellView) -> None:
        super().__init__(view)
        self._origin = QPoint()  # in content coordinates, as the area is
        self._pointer = QPoint()  # in the viewport
        self._before = self._beside = QItemSelection()
        self._how = Command.Select
        self._runs: list[range] = []
        self.active = False
        self.area = QRect()
        self._scroll = QTimer(self, interval=STEP_MS)
        self._scroll.timeout.connect(self._scroll_on)

    @property
    def _view(self) -> Any:
        return self.parent()  # a reference of our own would be a cycle, and keep a dropped view for a while

    def begin(self, point: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """The button went down beside the cells, at that point of the viewport."""
        self.active, self._pointer = True, point
        self._origin = point + QPoint(0, self._view.verticalOffset())
        self._before = QItemSelection(self._view.selectionModel().selection())
        self._how = Command.Toggle if modifiers & Qt.KeyboardModifier.ControlModifier else Command.Select
        if not modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier):
            self._view.clearSelection()
        self._beside = QItemSelection(self._view.selectionModel().selection())
        self._runs = []

    def move(self, point: QPoint) -> None:
        """The pointer is there now."""
        self._pointer = point
        self._stretch()
        if self._speed() and not self._scroll.isActive():
            self._scroll.start()

    def follow(self) -> None:
        """The contents moved under the pointer."""
        if not self.area.isNull():
            self._stretch()

    def shift(self, distance: int) -> None:
        """The contents have grown above what is in sight."""
        self._origin += QPoint(0, distance)

    def finish(self) -> None:
        """The button went up: what it touches stays selected, the keyboard goes on from the pointer."""
        index = self._view.indexAt(self._pointer)
        if index.isValid():
            self._view.setAutoScroll(False)
            self._view.selectionModel().setCurrentIndex(index, Command.NoUpdate)
            self._view.setAutoScroll(True)
        self.end()

    def end(self) -> None:
        """No more of it is drawn."""
        self.active = False
        self._scroll.stop()
        self._draw(QRect())

    def cancel(self) -> None:
        """What was selected before is selected again."""
        self._view.selectionModel().select(self._before, Command.ClearAndSelect)
        self.end()

    def _stretch(self) -> None:
        view = self._view
        self._draw(QRect(self._origin, self._pointer + QPoint(0, view.verticalOffset())).normalized())
        runs = view.cells_in(self.area)
        if runs != self._runs:
            self._runs = runs
            selection = QItemSelection(self._beside)
            selection.merge(view.selection_of(runs), self._how)
            view.selectionModel().select(selection, Command.ClearAndSelect)

    def _draw(self, area: QRect) -> None:
        changed = self.area.united(area).translated(0, -self._view.verticalOffset())
        self.area = area
        self._view.viewport().update(changed.adjusted(-1, -1, 1, 1))

    def _speed(self) -> int:
        y, height = self._pointer.y(), self._view.viewport().height()
        beyond = min(y - EDGE, 0) + max(y - (height - EDGE), 0)
        return min(max(beyond, -FASTEST), FASTEST)

    def _scroll_on(self) -> None:
        bar, speed = self._view.verticalScrollBar(), self._speed()
        if speed:
            bar.setValue(bar.value() + speed)  # the view tells of it: follow()
        else:
            self._scroll.stop()
