"""Boxes of choices that say what is chosen by them, to those who point at them and to those who hear."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter


class ChoiceBox(QComboBox):
    """On Linux a box is called by its choice, whatever its name: so the name describes it, too."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)
        self.setToolTip(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A choice that has no room ends in dots: Qt would cut it through."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        elide = Qt.TextElideMode.ElideRight
        option.currentText = option.fontMetrics.elidedText(option.currentText, elide, field.width())
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


class SteadyBox(ChoiceBox):
    """One that the wheel does not turn: scrolling past it must not choose how money is spent."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel goes to whatever scrolls around it."""
        event.ignore()
