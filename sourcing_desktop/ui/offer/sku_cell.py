"""One cell of the SKU matrix: a field for the quantity, with price and stock below or beside it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sourcing_desktop.domain.offer import Sku
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.offer.sku_model import PriceAt, SkuModel
from sourcing_desktop.ui.theme import Theme

FIELD_HEIGHT, LINE_HEIGHT, MARGIN, GAP, RADIUS = 28, 16, 4, 8, 4
LIST_HEIGHT = FIELD_HEIGHT + 2 * MARGIN
STEP_WIDTH = 16
LEAST_WIDTH = 72
LEAST_FACT = 48
"""px of a column, and of price or stock beside a field."""

MOST_STOCK = 99_999
"""More is told as "more than that"."""

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


class SkuCell(QStyledItemDelegate):
    """Paints cells; knows where in them everything stands, and how much room they need."""

    def __init__(self, theme: Theme, model: SkuModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model
        self._plain, self._bold, self._small = theme.font(13), theme.font(13, bold=True), theme.font(11)
        self._metrics, self._small_metrics = QFontMetrics(self._plain), QFontMetrics(self._small)
        self._fact_widths = (0, 0)
        model.modelReset.connect(self.measure)

    def measure(self) -> None:
        """Give price and stock of a list the room that the longest of them needs."""
        skus = self._model.sheet.skus
        prices = {self._model.price(sku) for sku in skus} | {tr("Price")}
        stocks = {self._stock(sku) for sku in skus} | {tr("Stock")} if self._model.knows_stock else set()
        self._fact_widths = (_widest(self._metrics, prices), _widest(self._small_metrics, stocks))

    def places(self, cell: QRect) -> tuple[QRect, QRect, QRect]:
        """Where price, stock and field stand in the cell of a list, and their names in its head."""
        price, stock = self._fact_widths
        field = QRect(cell.right() + 1 - LEAST_WIDTH, cell.y(), LEAST_WIDTH, cell.height())
        stock_place = QRect(field.x() - stock - GAP, cell.y(), stock, cell.height())
        return QRect(stock_place.x() - price - GAP, cell.y(), price, cell.height()), stock_place, field

    @property
    def height(self) -> int:
        """Of every row, in px."""
        if self._model.is_list:
            return LIST_HEIGHT
        lines = (self._model.price_at is PriceAt.CELL) + self._model.knows_stock
        return LIST_HEIGHT + lines * LINE_HEIGHT

    def least_width(self) -> int:
        """Of a column, in px."""
        if self._model.is_list:
            return sum(self._fact_widths) + 3 * GAP + LEAST_WIDTH
        if self._model.price_at is not PriceAt.CELL:
            return LEAST_WIDTH
        prices = {self._model.price(sku) for sku in self._model.sheet.skus}
        return max(LEAST_WIDTH, _widest(self._small_metrics, prices) + 2 * MARGIN)

    def field(self, cell: QRect) -> QRect:
        """Where the quantity stands."""
        inside = self.places(cell)[2] if self._model.is_list else cell
        return QRect(inside.x() + MARGIN, inside.y() + MARGIN, inside.width() - 2 * MARGIN, FIELD_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        theme, sku, cell = self._theme, self._model.sku(index), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(cell.x(), cell.bottom(), cell.width(), 1, theme.line)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell.adjusted(0, 0, 0, -1), theme.accent_soft)
        if sku is None:
            self._text(painter, cell, "–", theme.text_soft, self._plain, CENTRE)
        else:
            self._field(painter, self.field(cell), sku, bool(option.state & QStyle.StateFlag.State_HasFocus))
            self._facts(painter, cell, sku)
            if option.state & QStyle.StateFlag.State_MouseOver:
                self._steps(painter, self.field(cell), sku)
        painter.restore()

    def _field(self, painter: QPainter, box: QRect, sku: Sku, focused: bool) -> None:
        theme, text = self._theme, self._model.sheet.text(sku.id)
        fault = bool(self._model.sheet.fault(sku))
        edge = theme.accent if focused else theme.danger if fault else theme.edge
        painter.setPen(QPen(edge, 2 if focused else 1))
        painter.setBrush(theme.window if sku.stock == 0 and not text else theme.card)
        half = 1.0 if focused else 0.5
        painter.drawRoundedRect(QRectF(box).adjusted(half, half, -half, -half), RADIUS, RADIUS)
        inside = box.adjusted(8, 0, -8, 0)
        if fault:
            self._text(painter, inside, "!", theme.danger, self._plain, Qt.AlignmentFlag.AlignVCenter)
            inside.setLeft(inside.left() + 8)
        self._text(painter, inside, text, theme.danger if fault else theme.text, self._plain, RIGHT)

    def _steps(self, painter: QPainter, field: QRect, sku: Sku) -> None:
        """Under the mouse: a lot more and a lot less."""
        for sign, box in zip("+−", step_boxes(field), strict=True):
            painter.fillRect(box, self._theme.card)
            usable = sign == "+" or self._model.sheet.numbers.get(sku.id)
            ink = self._theme.accent if usable else self._theme.edge
            self._text(painter, box, sign, ink, self._bold, CENTRE)

    def _facts(self, painter: QPainter, cell: QRect, sku: Sku) -> None:
        soft, stock = self._theme.text_soft, self._stock(sku)
        if self._model.is_list:
            price_place, stock_place, _ = self.places(cell)
            ink = soft if sku.stock == 0 else self._theme.text
            self._text(painter, price_place, self._model.price(sku), ink, self._plain, RIGHT)
            self._text(painter, stock_place, stock, soft, self._small, RIGHT)
            return
        line = QRect(cell.x() + 2, cell.y() + MARGIN + FIELD_HEIGHT, cell.width() - 4, LINE_HEIGHT)
        if self._model.price_at is PriceAt.CELL:
            ink = soft if sku.stock == 0 else self._theme.text
            self._text(painter, line, self._model.price(sku), ink, self._small, CENTRE)
            line.translate(0, LINE_HEIGHT)
        self._text(painter, line, stock, soft, self._small, CENTRE)

    def _stock(self, sku: Sku) -> str:
        """In few letters; in a list the head says that it is the stock."""
        if sku.stock is None:
            return ""
        if not sku.stock:
            return tr("sold out")
        count = formats.count(min(sku.stock, MOST_STOCK))
        many = tr("{count}+", count=count) if sku.stock > MOST_STOCK else count
        return many if self._model.is_list else tr("{count} left", count=many)

    def _text(
        self, painter: QPainter, box: QRect, text: str, ink: QColor, font: QFont, align: Qt.AlignmentFlag
    ) -> None:
        if not text:
            return
        metrics = self._small_metrics if font is self._small else self._metrics
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(box, align, metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width()))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(self.least_width(), self.height)


def step_boxes(field: QRect) -> tuple[QRect, QRect]:
    """At the beginning of a field, away from its middle and its digits: a lot more, below it a lot less."""
    more = QRect(field.x() + 2, field.y() + 2, STEP_WIDTH, field.height() // 2 - 2)
    return more, more.translated(0, more.height())


def _widest(metrics: QFontMetrics, texts: set[str]) -> int:
    """px, and at least those of a short fact; 0 for none."""
    return max((LEAST_FACT, *(metrics.horizontalAdvance(text) + 2 for text in texts))) if texts else 0
