"""Paints one line of the cart: picture, words, quantity, prices and weight."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from sourcing_desktop.domain.offer import Sku
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.cart.remark_row import SIGN_SIDE
from sourcing_desktop.ui.cart.row_geometry import EDGE, TEXT_LEFT, field_rect, picture_rect
from sourcing_desktop.ui.cart.row_states import LineState
from sourcing_desktop.ui.row_painter import LINE_HEIGHT, RIGHT, RowPainter
from sourcing_desktop.ui.theme import Theme

FAINT = 0.55


class LineRow:
    """`cells` are the places of the columns quantity, unit price and total; in a narrow row the unit price
    has none."""

    def __init__(self, theme: Theme, words: RowPainter) -> None:
        self._theme = theme
        self._words = words

    def paint(self, painter: QPainter, row: QRect, cells: list[QRect], state: LineState, edge: int) -> None:
        """A line without its remarks; the title ends at `edge`."""
        painter.setOpacity(1 if state.editable else FAINT)
        self._words.picture(painter, picture_rect(row), state.line.picture)
        if not cells[1].width():
            self._narrow(painter, row, cells, state, edge)
        else:
            self._wide(painter, row, cells, state, edge)
        painter.setOpacity(1)

    def _narrow(self, painter: QPainter, row: QRect, cells: list[QRect], state: LineState, edge: int) -> None:
        words, soft = self._words, self._theme.text_soft
        left, right = row.x() + TEXT_LEFT, row.right() - EDGE
        self._title(painter, QRect(left, row.y() + 8, edge - left, LINE_HEIGHT), state)
        below = QRect(left, row.y() + 29, right - left, LINE_HEIGHT)
        price = f"{formats.money(state.unit)} {tier(state)}".strip()
        words.text(painter, below, price, self._theme.text, words.small, RIGHT)
        below.setRight(below.right() - words.width(price, words.small) - 8)
        words.text(painter, below, sku(state), soft, words.small)
        field = field_rect(cells[0], narrow=True)
        if state.line.weight_g is not None:
            rest = QRect(left, field.y(), field.x() - 8 - left, field.height())
            words.text(painter, rest, formats.weight(state.line.weight_g), soft, words.small)
        self._field(painter, field, state)
        amount = QRect(cells[2].x(), field.y(), cells[2].width() - EDGE, field.height())
        words.text(painter, amount, amount_of(state), self._total_ink(state), words.bold, RIGHT)

    def _wide(self, painter: QPainter, row: QRect, cells: list[QRect], state: LineState, edge: int) -> None:
        words = self._words
        left = row.x() + TEXT_LEFT
        self._title(painter, QRect(left, row.y() + 12, edge - left, LINE_HEIGHT), state)
        below = QRect(left, row.y() + 33, cells[0].x() - 4 - left, LINE_HEIGHT)
        words.text(painter, below, sku(state), self._theme.text_soft, words.small)
        self._field(painter, field_rect(cells[0], narrow=False), state)
        self._pair(painter, cells[1], formats.money(state.unit), tier(state), bold=False)
        weight = state.line.weight_g
        said = formats.weight(weight) if weight is not None else ""
        self._pair(painter, cells[2], amount_of(state), said, bold=True, ink=self._total_ink(state))

    def _pair(self, painter: QPainter, cell: QRect, amount: str, below: str, *, bold: bool, ink=None) -> None:
        """An amount and a small word under it; alone it stands in the middle."""
        words = self._words
        place = QRect(cell.x(), cell.y() + (12 if below else 22), cell.width() - EDGE, LINE_HEIGHT)
        ink = ink or self._theme.text
        words.text(painter, place, amount, ink, words.bold if bold else words.plain, RIGHT)
        place.moveTop(cell.y() + 33)
        words.text(painter, place, below, self._theme.text_soft, words.small, RIGHT)

    def _title(self, painter: QPainter, place: QRect, state: LineState) -> None:
        if state.untold:
            top = place.center().y() - SIGN_SIDE // 2
            sign = QRect(place.x(), top, SIGN_SIDE, SIGN_SIDE)
            self._words.sign(painter, sign, "untold", self._theme.text_soft)
            place.setLeft(place.x() + SIGN_SIDE + 6)
        self._words.text(painter, place, state.line.title.shown, self._theme.text)

    def _field(self, painter: QPainter, box: QRect, state: LineState) -> None:
        theme = self._theme
        if state.editable:
            painter.save()
            painter.setPen(theme.warning if state.blocks else theme.edge)
            painter.setBrush(theme.card)
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            painter.restore()
        colour = theme.warning if state.blocks else theme.text
        self._words.text(painter, box.adjusted(6, 0, -9, 0), _grouped(state.quantity), colour, align=RIGHT)

    def _total_ink(self, state: LineState):
        return self._theme.text if state.counts or state.being_ordered else self._theme.text_soft


def sku(state: LineState) -> str:
    """The SKU in both languages, behind its seller where the line stands apart from that."""
    seller = state.line.supplier.name if state.section is not None else ""
    return " · ".join(filter(None, (seller, both_names(state.line.sku) or tr("One size"))))


def both_names(named: Sku) -> str:
    """`red / XL · 红色 / XL`; once where they are the same."""
    return " · ".join(dict.fromkeys(filter(None, (named.name, named.original_name))))


def tier(state: LineState) -> str:
    """`from 100`: which tier gives the price; nothing at the one that everybody reaches."""
    if state.tier is None or state.tier.start <= 1:
        return ""
    return tr("from {pieces}", pieces=formats.count(state.tier.start))


def amount_of(state: LineState) -> str:
    return formats.money(state.total) if state.line.sold else ""


def _grouped(text: str) -> str:
    """A readable number with thousands separators; anything else as typed."""
    return f"{int(text):,}" if text.isascii() and text.isdigit() and len(text) <= 10 else text
