"""Drags cards out of the program: what is seen under the cursor, and the drag itself."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QDrag, QPainter, QPainterPath, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.ui.grid.card_frame import RADIUS
from sourcing_desktop.ui.grid.offer_cell import Look, OfferCell
from sourcing_desktop.ui.theme import Theme

CARD_WIDTH = 120
BADGE = 24
"""px."""


def drag_out(source: QWidget, data: QMimeData, card: QPixmap) -> None:
    """Let the buyer carry the data somewhere; returns when it is dropped."""
    drag = QDrag(source)
    drag.setMimeData(data)
    drag.setPixmap(card)
    drag.setHotSpot(QPoint(CARD_WIDTH // 3, CARD_WIDTH // 3))
    drag.exec(Qt.DropAction.CopyAction)


def small_card(cell: OfferCell, theme: Theme, offer: Offer, size: QSize, count: int, ratio: float) -> QPixmap:
    """The card of that size in px, small and a little transparent; for several with their number on it."""
    scale = CARD_WIDTH / size.width()
    room = BADGE // 2
    whole = QSize(CARD_WIDTH + room, round(size.height() * scale) + room) * ratio
    pixmap = QPixmap(whole)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(0.85)
    painter.translate(0, room)
    painter.scale(scale, scale)
    card = QRect(0, 0, size.width(), size.height())
    cell.draw(painter, card, QRegion(card), offer, Look.PLAIN)
    _round_off(painter, QRectF(card))
    painter.resetTransform()
    painter.setOpacity(1)
    if count > 1:
        _draw_count(painter, theme, count)
    painter.end()
    return pixmap


def _round_off(painter: QPainter, card: QRectF) -> None:
    """The card's corners show the window's colour, which is not what lies under the cursor."""
    corners, inside = QPainterPath(), QPainterPath()
    corners.addRect(card)
    inside.addRoundedRect(card, RADIUS, RADIUS)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.fillPath(corners - inside, Qt.GlobalColor.black)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def _draw_count(painter: QPainter, theme: Theme, count: int) -> None:
    painter.setFont(theme.font(12, bold=True))
    text = f"{count:,}"
    width = max(BADGE, painter.fontMetrics().horizontalAdvance(text) + BADGE // 2)
    badge = QRectF(CARD_WIDTH + BADGE // 2 - width, 0, width, BADGE)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.accent)
    painter.drawRoundedRect(badge, BADGE / 2, BADGE / 2)
    painter.setPen(theme.on_accent)
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
