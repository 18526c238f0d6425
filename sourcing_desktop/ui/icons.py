"""Icons of the one set in `resources/icons`, drawn in the theme's colour and crisp at any scale."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from sourcing_desktop.ui.resources import resource


class _Drawing(QIconEngine):
    """Renders the SVG anew for each size, so nothing is ever scaled, in what the colour is by then."""

    def __init__(self, name: str, colour: QColor, disabled: QColor | None) -> None:
        super().__init__()
        self._name, self._colour, self._disabled = name, colour, disabled
        self._drawn_in = ""
        self._renderer = QSvgRenderer()

    def _current(self, colour: QColor) -> QSvgRenderer:
        if (wanted := colour.name()) != self._drawn_in:
            svg = resource(f"icons/{self._name}.svg").read_text(encoding="utf-8")
            self._renderer.load(QByteArray(svg.replace("currentColor", wanted).encode()))
            self._drawn_in = wanted
        return self._renderer

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.save()
        colour = self._colour
        if mode is QIcon.Mode.Disabled and self._disabled is not None:
            colour = self._disabled
        elif mode is QIcon.Mode.Disabled:
            painter.setOpacity(0.4)
        side = min(rect.width(), rect.height())
        box = QRectF(0, 0, side, side)
        box.moveCenter(QPointF(rect.center()) + QPointF(0.5, 0.5))
        self._current(colour).render(painter, box)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return QPixmap.fromImage(image)

    def clone(self) -> QIconEngine:
        return _Drawing(self._name, self._colour, self._disabled)


def icon(name: str, colour: QColor, disabled: QColor | None = None) -> QIcon:
    """The icon of that name in a colour of the theme, which it follows. Disabled it is faint, or in a colour
    of its own where a faint one could not be seen."""
    return QIcon(_Drawing(name, colour, disabled))


class IconLabel(QWidget):
    """An icon on its own, `side` px."""

    def __init__(self, name: str, colour: QColor, side: int) -> None:
        super().__init__()
        self._icon = icon(name, colour)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._icon.paint(painter, self.rect())
        painter.end()
