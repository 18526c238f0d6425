"""The heads of the SKU matrix, which stay while it scrolls: names, pictures, prices that a whole row or
column shares, and sums."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QHeaderView, QWidget

from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.offer.sku_cell import SkuCell
from sourcing_desktop.ui.offer.sku_model import SkuModel
from sourcing_desktop.ui.row_painter import RowPainter
from sourcing_desktop.ui.theme import Theme

COLUMN_HEIGHT, LIST_HEAD_HEIGHT = 44, 28
MOST_PICTURE, GAP, LINE = 40, 8, 16
"""px."""

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


class _Head(QHeaderView):
    def __init__(self, orientation: Qt.Orientation, theme: Theme, model: SkuModel, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._theme, self._model = theme, model
        self.plain, self.bold, self.small = theme.font(13), theme.font(13, bold=True), theme.font(11)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        model.dataChanged.connect(self._repaint)

    def _repaint(self, first: QModelIndex, last: QModelIndex) -> None:
        """The sums of these. Told as data of the header, they would make the table measure every head."""
        down = self.orientation() is Qt.Orientation.Vertical
        begin, end = (each.row() if down else each.column() for each in (first, last))
        top, bottom = self.sectionViewportPosition(begin), self.sectionViewportPosition(end)
        length = bottom + self.sectionSize(end) - top
        whole = self.viewport().rect()
        self.viewport().update(
            QRect(0, top, whole.width(), length) if down else QRect(top, 0, length, whole.height())
        )

    def write(
        self,
        painter: QPainter,
        box: QRect,
        text: str,
        ink: QColor,
        font: QFont,
        align: Qt.AlignmentFlag = LEFT,
    ) -> int:
        """One line, elided to the box; returns its width in px."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(box, align, shown)
        return metrics.horizontalAdvance(shown)


class RowHeads(_Head):
    """Picture, name in at most two lines, and pieces of each row."""

    def __init__(self, theme: Theme, loader: PictureLoader, model: SkuModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, theme, model, parent)
        self._words = RowPainter(theme, loader)
        self._lines: dict[tuple[str, int], list[str]] = {}
        loader.ready.connect(self.viewport().update)
        self._pictured = False
        model.modelReset.connect(self._begin)

    def _begin(self) -> None:
        """With other SKUs."""
        self._lines.clear()
        self._pictured = any(head.picture for head in self._model.grid.rows)

    def sizeHint(self) -> QSize:
        """The table has set the width: no need to measure every name."""
        return QSize(self.minimumWidth(), 0)

    def wanted_width(self) -> int:
        """px in which the longest name and its sum stand in one line."""
        metrics, rows = QFontMetrics(self.plain), range(self._model.rowCount())
        name = max((metrics.horizontalAdvance(self._model.row_label(row)) for row in rows), default=0)
        return 2 * GAP + self._picture_side() + GAP + name + 32

    def paintSection(self, painter: QPainter, rect: QRect, row: int) -> None:
        theme, model = self._theme, self._model
        painter.save()
        painter.fillRect(rect, theme.panel)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.line)
        inside = rect.adjusted(GAP, 0, -GAP, -1)
        if side := self._picture_side():
            box = QRect(inside.x(), inside.center().y() - side // 2, side, side)
            self._words.picture(painter, box, model.grid.rows[row].picture)
            inside.setLeft(box.right() + 1 + GAP)
        pieces = model.row_pieces(row)
        if pieces and not model.is_list:
            used = self.write(painter, inside, formats.count(pieces), theme.text, self.bold, RIGHT)
            inside.setRight(inside.right() - used - GAP)
        self._names(painter, inside, row)
        painter.restore()

    def _names(self, painter: QPainter, inside: QRect, row: int) -> None:
        price = self._model.row_price(row)
        lines = self._in_two(self._model.row_label(row), inside.width())
        top = inside.center().y() + 1 - (len(lines) + bool(price)) * LINE // 2
        for text in lines:
            self.write(
                painter, QRect(inside.x(), top, inside.width(), LINE), text, self._theme.text, self.plain
            )
            top += LINE
        if price:
            place = QRect(inside.x(), top, inside.width(), LINE)
            self.write(painter, place, price, self._theme.text_soft, self.small)

    def _in_two(self, text: str, width: int) -> list[str]:
        """A name as one or two lines; the second is elided where it is painted."""
        key = (text, width)
        if key not in self._lines:
            layout = QTextLayout(text, self.plain)
            layout.setTextOption(_wrapping())
            layout.beginLayout()
            line = layout.createLine()
            line.setLineWidth(max(1, width))
            layout.endLayout()
            first = line.textLength()
            self._lines[key] = [part for part in (text[:first].strip(), text[first:].strip()) if part]
        return self._lines[key]

    def _picture_side(self) -> int:
        return min(MOST_PICTURE, self.defaultSectionSize() - GAP) if self._pictured else 0


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


class ColumnHeads(_Head):
    """Name and pieces of each column; in a list what stands in its one column."""

    def __init__(self, theme: Theme, model: SkuModel, cell: SkuCell, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, theme, model, parent)
        self._cell = cell

    def sizeHint(self) -> QSize:
        return QSize(0, LIST_HEAD_HEIGHT if self._model.is_list else COLUMN_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:
        theme = self._theme
        painter.save()
        painter.fillRect(rect, theme.panel)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.line)
        if self._model.is_list:
            price, stock, field = self._cell.places(rect)
            self.write(painter, price, tr("Price"), theme.text_soft, self.small, RIGHT)
            if self._model.knows_stock:
                self.write(painter, stock, tr("Stock"), theme.text_soft, self.small, RIGHT)
            quantity = field.adjusted(0, 0, -GAP, 0)
            self.write(painter, quantity, tr("Quantity"), theme.text_soft, self.small, RIGHT)
        else:
            self._name_and_sum(painter, rect.adjusted(4, 4, -4, -4), column)
        painter.restore()

    def _name_and_sum(self, painter: QPainter, inside: QRect, column: int) -> None:
        theme, model = self._theme, self._model
        price, pieces = model.column_price(column), model.column_pieces(column)
        upper, lower = QRect(inside), QRect(inside)
        upper.setHeight(inside.height() // 2)
        lower.setTop(upper.bottom() + 1)
        self.write(painter, upper, model.column_label(column), theme.text, self.plain, CENTRE)
        if pieces:
            used = self.write(
                painter, lower, formats.count(pieces), theme.text, self.bold, RIGHT if price else CENTRE
            )
            lower.setRight(lower.right() - used - 4)
        if price:
            align = LEFT if pieces else CENTRE
            self.write(painter, lower, price, theme.text_soft, self.small, align)


class Corner(QWidget):
    """Between the heads: what rows and columns are, and the pieces of all."""

    def __init__(self, theme: Theme, model: SkuModel, heads: _Head, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._model, self._heads = theme, model, heads

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        theme, pieces = self._theme, self._model.sheet.pieces
        painter.fillRect(self.rect(), theme.panel)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.line)
        upper = self.rect().adjusted(GAP, 4, -GAP, -4)
        lower = QRect(upper)
        if not self._model.is_list:
            upper.setHeight(upper.height() // 2)
            lower.setTop(upper.bottom() + 1)
        total = formats.count(pieces) if pieces else ""
        used = self._heads.write(painter, lower, total, theme.text, self._heads.bold, RIGHT)
        if self._model.is_list:
            upper.setRight(upper.right() - used)
        self._heads.write(painter, upper, self._names(), theme.text_soft, self._heads.small)

    def _names(self) -> str:
        """Of the choices down and across."""
        grid = self._model.grid
        rows, columns = (
            " · ".join(name.shown for name in names if name.shown)
            for names in (grid.row_names, grid.column_names)
        )
        return tr("{rows} / {columns}", rows=rows, columns=columns) if rows and columns else rows or columns
