"""The goods of an order as they were confirmed, drawn as rows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from sourcing_desktop.domain.order import DraftLine, OrderDraft
from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.journal.telling import line_words
from sourcing_desktop.ui.row_painter import LEFT, LINE_HEIGHT, PICTURE_SIDE, RIGHT, RowPainter
from sourcing_desktop.ui.theme import Theme

ROW = 60
NUMBERS = 130
"""px."""


class ConfirmedLines(QWidget):
    """Paints only the rows in sight, so that an order of fifty SKUs costs no more than one of five."""

    def __init__(self, theme: Theme, loader: PictureLoader, draft: OrderDraft) -> None:
        super().__init__()
        self._theme = theme
        self._lines = draft.lines
        self._row = RowPainter(theme, loader)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Goods"))
        self.setAccessibleDescription("; ".join(line_words(line) for line in self._lines))
        loader.ready.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(420, ROW * len(self._lines))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        first, last = event.rect().top() // ROW, event.rect().bottom() // ROW
        for row, line in enumerate(self._lines[first : last + 1], start=first):
            self._paint_line(painter, line, row * ROW)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            row = event.pos().y() // ROW
            line = self._lines[row] if row < len(self._lines) else None
            QToolTip.showText(event.globalPos(), _ids(line) if line else "", self)
            return True
        return super().event(event)

    def _paint_line(self, painter: QPainter, line: DraftLine, top: int) -> None:
        theme, row = self._theme, self._row
        row.picture(painter, QRect(0, top + 8, PICTURE_SIDE, PICTURE_SIDE), line.picture)
        total = line.unit_price * line.quantity if line.unit_price is not None else None
        left, right = PICTURE_SIDE + 12, self.width() - NUMBERS
        words = QRect(left, top + 10, right - left - 12, LINE_HEIGHT)
        numbers = QRect(right, top + 10, NUMBERS, LINE_HEIGHT)
        row.text(painter, words, line.title.shown, theme.text)
        row.text(painter, numbers, formats.money(total), theme.text, row.bold, RIGHT)
        for rect, text, side in (
            (words, line.sku_name or tr("One size"), LEFT),
            (numbers, f"{line.quantity:,} × {formats.money(line.unit_price)}", RIGHT),
        ):
            row.text(painter, rect.translated(0, LINE_HEIGHT), text, theme.text_soft, row.small, side)


def _ids(line: DraftLine) -> str:
    offer, sku = tr("Offer {offer}", offer=line.ref.id), tr("SKU {sku}", sku=line.sku_id)
    return "\n".join((line.title.original, offer, sku))
