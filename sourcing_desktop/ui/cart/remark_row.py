"""Paints remarks below a row, and finds which of their deeds a point means."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter

from sourcing_desktop.ui.cart.row_geometry import remark_rect
from sourcing_desktop.ui.cart.row_states import Deed, LineState, Remark, SellerState
from sourcing_desktop.ui.row_painter import LINE_HEIGHT, RowPainter
from sourcing_desktop.ui.theme import Theme

SIGN_SIDE = 14
TEXT_GAP, DEED_GAP = 20, 12
"""px."""


class RemarkRow:
    """A sign, a sentence, and words to press."""

    def __init__(self, theme: Theme, words: RowPainter) -> None:
        self._theme = theme
        self._words = words

    def paint(self, painter: QPainter, row: QRect, state: LineState | SellerState, narrow: bool) -> None:
        """All remarks of a row."""
        for number, remark in enumerate(state.remarks):
            self._one(painter, remark_rect(row, state, narrow, number), remark)

    def deed_at(self, point: QPoint, row: QRect, state: LineState | SellerState, narrow: bool) -> Deed | None:
        """What a press there would do. A remark with one deed is pressed anywhere."""
        for number, remark in enumerate(state.remarks):
            rect = remark_rect(row, state, narrow, number)
            if not rect.contains(point) or not remark.deeds:
                continue
            if len(remark.deeds) == 1:
                return remark.deeds[0]
            placed = self._placed(rect, remark)
            return next((deed for place, deed in placed if place.contains(point)), None)
        return None

    def _one(self, painter: QPainter, rect: QRect, remark: Remark) -> None:
        colour = self._theme.warning if remark.warns else self._theme.text_soft
        sign = QRect(rect.x(), rect.y() + 3, SIGN_SIDE, SIGN_SIDE)
        self._words.sign(painter, sign, remark.sign, colour)
        self._words.text(painter, self._room(rect, remark), remark.text, colour, self._words.small)
        for place, deed in self._placed(rect, remark):
            self._words.text(painter, place, deed.text, self._theme.accent, self._words.tag_font)

    def _room(self, rect: QRect, remark: Remark) -> QRect:
        """Where the sentence is: all that its deeds leave."""
        deeds = sum(self._width(deed) + DEED_GAP for deed in remark.deeds if deed.text)
        return QRect(rect.x() + TEXT_GAP, rect.y(), max(0, rect.width() - TEXT_GAP - deeds), LINE_HEIGHT)

    def _placed(self, rect: QRect, remark: Remark) -> list[tuple[QRect, Deed]]:
        """Deeds that are words, right behind the sentence."""
        room = self._room(rect, remark)
        left = room.x() + min(room.width(), self._words.width(remark.text, self._words.small)) + DEED_GAP
        placed = []
        for deed in remark.deeds:
            if deed.text:
                placed.append((QRect(left, rect.y(), self._width(deed), LINE_HEIGHT), deed))
                left += self._width(deed) + DEED_GAP
        return placed

    def _width(self, deed: Deed) -> int:
        return self._words.width(deed.text, self._words.tag_font) + 2  # an exact fit may be cut
