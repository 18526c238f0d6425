"""The small tab on a card whose offer was seen before: an eye and the best price, or `≈` and the best price
of what looks the same; in words where a picture is looked for. Each is drawn once and then copied."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from sourcing_desktop.domain.seen import SeenBefore
from sourcing_desktop.language import tr
from sourcing_desktop.ui import seen_words
from sourcing_desktop.ui.grid.card_frame import ROOMY
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.tags import PADDING, TAB_HEIGHT, Face
from sourcing_desktop.ui.theme import Theme

HEIGHT, EYE = 20, 14
"""px: the tab, and the icon in it."""

BELOW_ORIGIN = TAB_HEIGHT + 4
"""px from the top of the picture, beneath the tab that says where the offer is from."""

INSET = 4
"""px around it on a tile, which has no price on it."""

MOST_DRAWN = 512


class SeenBadge:
    """Draws the tabs of one theme, and knows where they are."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._face = Face(theme.font(11, bold=True))
        self._drawn = lru_cache(maxsize=MOST_DRAWN)(lambda *what: self._draw(*what))

    def place(self, picture: QRect, mark: SeenBefore) -> QRect:
        """What it covers of a picture's square, both in the same coordinates."""
        if picture.width() < ROOMY:
            return QRect(picture.x() + INSET, picture.y() + INSET, HEIGHT, HEIGHT)
        width = self._width(mark.same, seen_words.short(mark))
        return QRect(picture.x(), picture.y() + BELOW_ORIGIN, width, HEIGHT)

    def draw(self, painter: QPainter, picture: QRect, mark: SeenBefore) -> None:
        """Put it on a picture."""
        place, ratio = self.place(picture, mark), painter.device().devicePixelRatioF()
        text = seen_words.short(mark) if picture.width() >= ROOMY else "" if mark.same else "≈"
        painter.drawPixmap(place.topLeft(), self._drawn(mark.same, text, place.width(), ratio))

    def draw_alike(self, painter: QPainter, picture: QRect) -> None:
        """Say on a picture that it looks the same as the one that is looked for."""
        words = tr("Looks the same")
        text = words if self._width(False, words) <= picture.width() else "≈"
        width = HEIGHT if picture.width() < ROOMY else self._width(False, text)
        inset = QPoint(INSET, INSET) if picture.width() < ROOMY else QPoint(0, BELOW_ORIGIN)
        drawn = self._drawn(False, text, width, painter.device().devicePixelRatioF())
        painter.drawPixmap(picture.topLeft() + inset, drawn)

    def _width(self, same: bool, text: str) -> int:
        """px of a tab on a card: the eye only where it is the same offer."""
        eye = EYE + 4 * bool(text) if same else 0
        return round(2 * PADDING + 2 + eye + self._face.width(text))

    def _draw(self, same: bool, text: str, width: int, ratio: float) -> QPixmap:
        pixmap = QPixmap(round(width * ratio), round(HEIGHT * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        canvas = QPainter(pixmap)
        canvas.setRenderHint(QPainter.RenderHint.Antialiasing)
        backing = QColor(self._theme.card)
        backing.setAlphaF(0.92)
        canvas.setBrush(backing)
        canvas.setPen(Qt.PenStyle.NoPen)
        tile = width == HEIGHT
        canvas.drawRoundedRect(QRectF(0 if tile else -8, 0, width if tile else width + 8, HEIGHT), 8, 8)
        left = (width - EYE) // 2 if tile else PADDING + 2
        if same:
            eye = QRect(left, (HEIGHT - EYE) // 2, EYE, EYE)
            icon("eye", self._theme.text).paint(canvas, eye)
            left = eye.right() + 1 + 4
        canvas.setFont(self._face.font)
        canvas.setPen(self._theme.text)
        centred = tile and not same
        room = QRectF(0, 0, width, HEIGHT) if centred else QRectF(left, 0, width - left, HEIGHT)
        side = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        canvas.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, text)
        canvas.end()
        return pixmap
