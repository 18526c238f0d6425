"""Something that may be larger than its place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

LEAST_HEIGHT = 120
"""px."""


class Scrolled(QScrollArea):
    """As high as its widget, which breaks its lines, is at this width; where it gets less it scrolls."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setMaximumWidth(widget.maximumWidth())
        self.setWidget(widget)

    def sizeHint(self) -> QSize:
        widget = self.widget()
        if widget is None:
            return super().sizeHint()
        width = min(self.width(), widget.maximumWidth())
        return QSize(widget.sizeHint().width(), widget.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        widget = self.widget()
        return QSize(widget.minimumSizeHint().width() if widget is not None else 0, LEAST_HEIGHT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
