"""The one way things come and go: short, never in the way of what is done next, and not at all where the
system or the buyer wants stillness."""

from __future__ import annotations

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QPropertyAnimation, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGraphicsOpacityEffect, QStyle, QWidget

from sourcing_desktop.ui.stillness import is_still

COMING_MS, GOING_MS = 160, 120


def moves(widget: QWidget) -> bool:
    """Whether anything may be animated now."""
    return not is_still() and (
        widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) > 0
    )


def appear(widget: QWidget) -> None:
    """Show a widget, which can be used at once while it fades in."""
    widget.show()
    widget.raise_()
    if not moves(widget):
        return
    effect = QGraphicsOpacityEffect(widget)
    effect.setOpacity(0.0)
    widget.setGraphicsEffect(effect)  # in place of one that may be under way, with its animation
    coming = QPropertyAnimation(effect, b"opacity", effect)
    coming.setDuration(COMING_MS)
    coming.setEasingCurve(QEasingCurve.Type.OutCubic)
    coming.setStartValue(0.0)
    coming.setEndValue(1.0)
    coming.finished.connect(lambda: effect.setEnabled(False))  # drawn as usual again
    coming.start()


def vanish(widget: QWidget) -> None:
    """Hide a widget at once; a picture of it fades where it was."""
    parent = widget.parentWidget()
    if widget.isVisible() and parent is not None and moves(widget):
        _Ghost(widget, parent)
    widget.hide()


class _Ghost(QWidget):
    """Lets everything through but the eye, and ends itself."""

    def __init__(self, of: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = of.grab()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(of.geometry())
        self._going = QVariantAnimation(self)
        self._going.setDuration(GOING_MS)
        self._going.setStartValue(1.0)
        self._going.setEndValue(0.0)
        self._going.valueChanged.connect(self.update)
        self._going.finished.connect(self.deleteLater)
        self.show()
        self._going.start(QAbstractAnimation.DeletionPolicy.KeepWhenStopped)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(self._going.currentValue())
        painter.drawPixmap(0, 0, self._picture)
        painter.end()
