"""The goods of one order, drawn as rows. Long orders show their first rows until asked for all."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from sourcing_desktop.domain.cart import CartGroup, CartLine
from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.plain_tip import plain_tip
from sourcing_desktop.ui.row_painter import LINE_HEIGHT, PICTURE_SIDE, RIGHT, RowPainter
from sourcing_desktop.ui.theme import Theme

ROW = 60
REASON = 22
NUMBERS = (72, 84, 96)
"""px: quantity, unit price, total."""


class OrderLines(QWidget):
    """Paints only the rows in sight, so that an order of fifty SKUs costs no more than one of five."""

    def __init__(self, theme: Theme, loader: PictureLoader, group: CartGroup, most: int) -> None:
        super().__init__()
        self._theme = theme
        self._group = group
        self._row = RowPainter(theme, loader)
        self._reasons: Mapping[str, str] = {}
        self._changes: Mapping[str, str] = {}
        self._most = most
        self.shown: list[CartLine] = []
        """The first lines, and those there is something to say of."""
        self._tops: list[int] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Goods"))
        loader.ready.connect(self.update)
        self._lay_out()

    def show_group(self, group: CartGroup) -> None:
        """Show other lines than before."""
        self._group = group
        self._lay_out()

    @property
    def hides_some(self) -> bool:
        """Whether not every line is shown."""
        return len(self.shown) < len(self._group.lines)

    def show_all(self) -> None:
        """Show every line from now on, and not only the first ones and those there is something to say of."""
        self._most = len(self._group.lines)
        self._lay_out()

    def show_remarks(self, reasons: Mapping[str, str], changes: Mapping[str, str]) -> None:
        """Say at each SKU id why it cannot be bought, or how its price differs."""
        self._reasons, self._changes = reasons, changes
        self._lay_out()

    def sizeHint(self) -> QSize:
        return QSize(420, self._tops[-1])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for line, top, bottom in zip(self.shown, self._tops, self._tops[1:], strict=False):
            if bottom >= event.rect().top() and top <= event.rect().bottom():
                self._paint_line(painter, line, top)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            line = self._line_at(event.pos().y())
            text = f"{line.title.original}\n{line.sku.original_name}".strip() if line else ""
            QToolTip.showText(event.globalPos(), plain_tip(text), self)
            return True
        return super().event(event)

    def _line_at(self, y: int) -> CartLine | None:
        rows = zip(self.shown, self._tops, self._tops[1:], strict=False)
        return next((line for line, top, bottom in rows if top <= y < bottom), None)

    def _lay_out(self) -> None:
        self._tops = [0]
        self.shown = [
            line for row, line in enumerate(self._group.lines) if row < self._most or self._remark(line)
        ]
        for line in self.shown:
            self._tops.append(self._tops[-1] + ROW + (REASON if self._remark(line) else 0))
        self.setAccessibleDescription("; ".join(self._spoken(line) for line in self._group.lines))
        self.updateGeometry()
        self.update()

    def _remark(self, line: CartLine) -> str:
        return self._reasons.get(line.sku.id) or self._changes.get(line.sku.id, "")

    def _spoken(self, line: CartLine) -> str:
        goods = f"{line.title.shown} {line.sku.name}, {formats.pieces(line.quantity)}"
        return f"{goods}, {self._remark(line) or formats.money(self._group.line_total(line))}"

    def _paint_line(self, painter: QPainter, line: CartLine, top: int) -> None:
        theme, row = self._theme, self._row
        row.picture(painter, QRect(0, top + 8, PICTURE_SIDE, PICTURE_SIDE), line.picture)
        left, right = PICTURE_SIDE + 12, self.width()
        for width, text, font in (
            (NUMBERS[2], formats.money(self._group.line_total(line)), row.bold),
            (NUMBERS[1], formats.money(self._group.unit_price(line)), row.plain),
            (NUMBERS[0], f"× {line.quantity:,}", row.plain),
        ):
            cell = QRect(right - width, top, width, ROW)
            row.text(painter, cell, text, theme.text, font, RIGHT)
            right -= width
        words = QRect(left, top + 10, right - left, LINE_HEIGHT)
        row.text(painter, words, line.title.shown, theme.text)
        row.text(
            painter,
            words.translated(0, LINE_HEIGHT),
            line.sku.name or tr("One size"),
            theme.text_soft,
            row.small,
        )
        if remark := self._remark(line):
            below = QRect(left, top + ROW - 8, self.width() - left, LINE_HEIGHT)
            colour = theme.danger if line.sku.id in self._reasons else theme.warning
            row.text(painter, below, remark, colour, row.small)
