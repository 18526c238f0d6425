"""Scrolling that glides to its goal, where the system animates at all."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPropertyAnimation
from PySide6.QtWidgets import QScrollBar

from sourcing_desktop.ui.motion import moves

GLIDE_MS = 120


class Glide(QPropertyAnimation):
    """Moves a scroll bar. What is asked for on the way adds up."""

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__(bar, b"value", bar)
        self._bar = bar
        self.setDuration(GLIDE_MS)
        self.setEasingCurve(QEasingCurve.Type.OutCubic)

    def by(self, distance: int) -> None:
        """Scroll that many px further."""
        goal = (self.endValue() if self._on_the_way() else self._bar.value()) + distance
        self.stop()
        goal = min(max(goal, 0), self._bar.maximum())
        if moves(self._bar):
            self.setStartValue(self._bar.value())
            self.setEndValue(goal)
            self.start()
        else:
            self._bar.setValue(goal)

    def shift(self, distance: int) -> None:
        """The contents have grown above what is in sight: start and goal lie that much further down."""
        if self._on_the_way():
            self.setStartValue(self.startValue() + distance)
            self.setEndValue(self.endValue() + distance)

    def _on_the_way(self) -> bool:
        return self.state() is QPropertyAnimation.State.Running
