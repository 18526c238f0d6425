"""A line of text that ends in dots where there is no room for all of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from sourcing_desktop.ui.plain_tip import plain_tip


class ElidedLabel(QLabel):
    """Shows the whole text as a tool tip."""

    def __init__(
        self, text: str, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight, role: str = "soft"
    ) -> None:
        super().__init__(text)
        self._mode = mode
        self.setProperty("role", role)
        self.setToolTip(plain_tip(text))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), self._mode, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
