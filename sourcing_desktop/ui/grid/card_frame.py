"""The rounded edge of a card, its selection and its focus ring. Drawn from small cached corners, not paths:
a page of cards is painted for every step of scrolling."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.theme import Theme

RADIUS = 10
MARK = 24
"""px."""

ROOMY = 110
"""px of width from which a card has room around its marks."""


class CardFrame:
    """Rounds a filled rectangle off and draws the line around it."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._marks: dict[tuple[str, bool, float], QPixmap] = {}
        self._corners: dict[tuple[int, int, float], tuple[QPixmap, list[QRectF]]] = {}

    def draw(self, painter: QPainter, rect: QRect, *, hover: bool, selected: bool) -> None:
        """Cut the corners off and draw the edge."""
        colour = self._theme.accent if selected else self._theme.text_soft if hover else self._theme.line
        thick = 2 if selected else 1
        pixmap, corners = self._drawn_corners(colour, thick, painter.device().devicePixelRatioF())
        x, y, right, bottom = rect.x(), rect.y(), rect.right() + 1 - RADIUS, rect.bottom() + 1 - RADIUS
        places = ((x, y), (right, y), (x, bottom), (right, bottom))
        for (left, top), corner in zip(places, corners, strict=True):
            painter.drawPixmap(QRectF(left, top, RADIUS, RADIUS), pixmap, corner)
        width, height = rect.width() - 2 * RADIUS, rect.height() - 2 * RADIUS
        painter.fillRect(x + RADIUS, y, width, thick, colour)
        painter.fillRect(x + RADIUS, rect.bottom() + 1 - thick, width, thick, colour)
        painter.fillRect(x, y + RADIUS, thick, height, colour)
        painter.fillRect(rect.right() + 1 - thick, y + RADIUS, thick, height, colour)

    def draw_marks(self, painter: QPainter, rect: QRect, selected: bool, shortlisted: bool) -> None:
        """In the upper right corner: a heart for a shortlisted card, a tick for a selected one."""
        inset = 8 if rect.width() >= ROOMY else 4
        place = QPointF(rect.right() + 1 - inset - MARK, rect.y() + inset)
        ratio = painter.device().devicePixelRatioF()
        for wanted, draw in ((shortlisted, self._draw_heart), (selected, self._draw_tick)):
            if wanted:
                painter.drawPixmap(place, self._drawn_mark(draw, ratio))
                place -= QPointF(MARK + 4, 0)

    def draw_focus(self, painter: QPainter, rect: QRect) -> None:
        """The ring around the card the keyboard is at."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.accent, 2))
        painter.drawRoundedRect(QRectF(rect).adjusted(-3, -3, 3, 3), RADIUS + 3, RADIUS + 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _drawn_mark(self, draw: Callable[[QPainter, QRectF], None], ratio: float) -> QPixmap:
        key = (draw.__name__, self._theme.dark, ratio)
        if key not in self._marks:
            pixmap = QPixmap(round(MARK * ratio), round(MARK * ratio))
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw(painter, QRectF(1, 1, MARK - 2, MARK - 2))
            painter.end()
            self._marks[key] = pixmap
        return self._marks[key]

    def _draw_tick(self, painter: QPainter, circle: QRectF) -> None:
        painter.setPen(QPen(self._theme.on_accent, 1.5))
        painter.setBrush(self._theme.accent)
        painter.drawEllipse(circle)
        painter.setPen(QPen(self._theme.on_accent, 2, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        middle = circle.center()
        tick = ((-4.5, 0.2), (-1.3, 3.4), (4.6, -3.2))
        painter.drawPolyline(QPolygonF([middle + QPointF(x, y) for x, y in tick]))

    def _draw_heart(self, painter: QPainter, circle: QRectF) -> None:
        """On a disc of the card's colour, to be seen on any picture."""
        painter.setPen(QPen(self._theme.line, 1))
        painter.setBrush(self._theme.card)
        painter.drawEllipse(circle)
        icon("heart-filled", self._theme.accent).paint(painter, circle.adjusted(3, 3, -3, -3).toRect())

    def _drawn_corners(self, colour: QColor, thick: int, ratio: float) -> tuple[QPixmap, list[QRectF]]:
        """The four corners in one square: window outside, the edge, and nothing inside; and where each is."""
        key = (colour.rgba(), thick, ratio)
        if key not in self._corners:
            side = 2 * RADIUS
            pixmap = QPixmap(round(side * ratio), round(side * ratio))
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)  # gives it an alpha channel
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(0, 0, side, side, self._theme.window)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(Qt.GlobalColor.black)
            painter.drawRoundedRect(QRectF(0, 0, side, side), RADIUS, RADIUS)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            painter.setPen(QPen(colour, thick))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = thick / 2
            painter.drawRoundedRect(
                QRectF(inset, inset, side - thick, side - thick), RADIUS - inset, RADIUS - inset
            )
            painter.end()
            cut = RADIUS * ratio
            self._corners[key] = (pixmap, [QRectF(x, y, cut, cut) for y in (0, cut) for x in (0, cut)])
        return self._corners[key]
