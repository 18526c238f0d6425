"""The few small words that stand on many cards, each drawn once and then copied."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap, QTextLayout, QTextOption

from sourcing_desktop.ui.theme import Theme

UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")
"""Control characters, and those that turn the direction of what follows: fonts draw boxes, titles lie."""

RIGHT_TO_LEFT = "\u200f"
"""Puts the dots of a cut title in Arabic or Hebrew at its end, which is on the left."""

PILL_HEIGHT, TAB_HEIGHT = 18, 19
PADDING = 6
"""px."""


class Face:
    """A font with its measurements and cut texts, which are dear to make."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetricsF(font)
        # Not the method itself: to wrap it, its signature is read, for which PySide parses those of all Qt.
        self.width = lru_cache(maxsize=4096)(lambda text: self.metrics.horizontalAdvance(text))
        self.cut = lru_cache(maxsize=4096)(partial(_cut, font, self.metrics))


class Tags:
    """Pills for badges and tabs for platforms, in one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._face = Face(theme.font(11, bold=True))
        self._drawn: dict[tuple[str, float], QPixmap] = {}

    def width(self, text: str) -> float:
        """Of a pill with that text, in px."""
        return self._face.width(text) + 2 * PADDING

    def draw_pill(self, painter: QPainter, place: QPointF, text: str) -> None:
        """A badge: a soft rounded field."""

        def draw(canvas: QPainter) -> None:
            canvas.setBrush(self._theme.placeholder)
            canvas.drawRoundedRect(QRectF(0, 0, self.width(text), PILL_HEIGHT), 5, 5)
            canvas.setPen(self._theme.text_soft)
            canvas.drawText(QPointF(PADDING, 13), text)

        painter.drawPixmap(place, self._once(painter, text, self.width(text), PILL_HEIGHT, draw))

    def draw_tab(self, painter: QPainter, place: QPointF, text: str, ink: QColor) -> None:
        """A mark in the upper left corner of a card, rounded only towards the picture."""
        width = self._face.width(text) + 16

        def draw(canvas: QPainter) -> None:
            backing = QColor(self._theme.card)
            backing.setAlphaF(0.9)
            canvas.setBrush(backing)
            canvas.drawRoundedRect(QRectF(-8, -8, width + 8, TAB_HEIGHT + 8), 8, 8)
            canvas.setPen(ink)
            canvas.drawText(QPointF(9, 14), text)

        painter.drawPixmap(place, self._once(painter, text, width, TAB_HEIGHT, draw))

    def _once(
        self, painter: QPainter, text: str, width: float, height: int, draw: Callable[[QPainter], None]
    ) -> QPixmap:
        ratio = painter.device().devicePixelRatioF()
        if (text, ratio) not in self._drawn:
            pixmap = QPixmap(round(width * ratio), round(height * ratio))
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            canvas = QPainter(pixmap)
            canvas.setRenderHint(QPainter.RenderHint.Antialiasing)
            canvas.setFont(self._face.font)
            canvas.setPen(Qt.PenStyle.NoPen)
            draw(canvas)
            canvas.end()
            self._drawn[(text, ratio)] = pixmap
        return self._drawn[(text, ratio)]


def _cut(font: QFont, metrics: QFontMetricsF, text: str, width: int, count: int) -> tuple[str, ...]:
    """The text in at most `count` lines of that width, the last one elided."""
    text = " ".join(UNSEEN.sub(" ", text).split())
    layout = QTextLayout(text, font)
    layout.setTextOption(_anywhere())
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) < count and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    units = text.encode("utf-16-le")  # Qt counts in these, an emoji is two of them
    bounds = zip(starts, [*starts[1:], len(units) // 2], strict=True)
    lines = (units[2 * a : 2 * b].decode("utf-16-le", "ignore").strip() for a, b in bounds)
    end = RIGHT_TO_LEFT if text and bidirectional(text[0]) in ("R", "AL") else ""
    return tuple(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) + end for line in lines)


def _anywhere() -> QTextOption:
    """Between words where there are some, else inside one that is wider than a line."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
