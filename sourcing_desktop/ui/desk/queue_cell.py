"""Paints one cell of the queue of pictures: the picture, how far it is, and what looks most like it."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from sourcing_desktop.domain.queued_search import STEP_NAMES, QueuedSearch, Step
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.desk.queue_model import (
    MATCH,
    NUMBERS,
    PICTURE,
    PRICE,
    SHOP,
    STATE,
    SortedQueue,
)
from sourcing_desktop.ui.row_painter import LEFT, LINE_HEIGHT, RIGHT, RowPainter
from sourcing_desktop.ui.theme import Theme

ROW_HEIGHT = 72
SIDE = 56
EDGE = 12
SIGN = 16
"""px."""

WRAPPED = LEFT | Qt.TextFlag.TextWordWrap

REASON_LINES = 2.6
"""So many lines of a reason fit into a row, the ends of lines left to wrapping."""

MOST_UNPACKED = 100
"""Small pictures that stay unpacked: those in sight, and some around them."""

SIGNS = {
    Step.WAITING: ("later", "text_soft"),
    Step.READING: ("refresh", "accent"),
    Step.SEARCHING: ("search", "accent"),
    Step.FOUND: ("check", "success"),
    Step.NOTHING: ("close", "warning"),
    Step.FAILED: ("warning", "danger"),
}
"""Icon and colour of each state."""


class QueueCell(QStyledItemDelegate):
    """What a hidden column would say, the cells beside it say in smaller words."""

    def __init__(self, theme: Theme, loader: PictureLoader, rows: SortedQueue, table: QTableView) -> None:
        super().__init__(table)
        self._theme = theme
        self._rows = rows
        self._table = table
        self._row = RowPainter(theme, loader)
        self._unpacked: OrderedDict[str, QPixmap] = OrderedDict()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(120, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        theme, row, rect = self._theme, self._row, QRect(option.rect)
        search = self._rows.search(index.row())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, theme.accent_soft if chosen else theme.card)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.line)
        cell = rect.adjusted(EDGE, 0, -EDGE, 0)
        if index.column() == PICTURE:
            at_keyboard = index.row() == self._table.currentIndex().row() and self._table.hasFocus()
            if at_keyboard:
                painter.fillRect(rect.x(), rect.y(), 3, rect.height(), theme.accent)
            self._picture(painter, cell, search)
        elif index.column() == STATE:
            self._state(painter, cell, search)
        elif index.column() == MATCH:
            self._match(painter, cell, search)
        elif index.column() == PRICE:
            row.text(painter, cell, index.data(), theme.text, row.bold, RIGHT)
        else:
            align = RIGHT if index.column() in NUMBERS else LEFT
            row.text(painter, cell, index.data(), theme.text_soft, row.plain, align)

    def _picture(self, painter: QPainter, cell: QRect, search: QueuedSearch) -> None:
        """The buyer's picture, its name, and its state where that has no column of its own."""
        box = QRect(cell.x(), cell.y() + (ROW_HEIGHT - SIDE) // 2, SIDE, SIDE)
        self._small(painter, box, search)
        words = QRect(box.right() + 1 + EDGE, cell.y(), cell.right() - box.right() - EDGE, cell.height())
        own_column = not self._table.isColumnHidden(STATE)
        if words.width() < LINE_HEIGHT:
            if not own_column:  # on a plate of its own, in the corner of the picture
                plate = QRect(box.right() - SIGN - 1, box.bottom() - SIGN - 1, SIGN + 4, SIGN + 4)
                painter.fillRect(plate, self._theme.card)
                self._sign(painter, plate.adjusted(2, 2, -2, -2), search)
            return
        if own_column:
            self._row.text(painter, words, search.name, self._theme.text)
            return
        words.setTop(box.y() + 8)
        words.setHeight(LINE_HEIGHT)
        self._row.text(painter, words, search.name, self._theme.text)
        self._state(painter, words.translated(0, LINE_HEIGHT), search)

    def _state(self, painter: QPainter, cell: QRect, search: QueuedSearch) -> None:
        place = QRect(cell.x(), cell.center().y() - SIGN // 2 + 1, SIGN, SIGN)
        colour = self._sign(painter, place, search)
        words = cell.adjusted(SIGN + 4, 0, 0, 0)
        self._row.text(painter, words, STEP_NAMES[search.step], colour, self._row.small)

    def _sign(self, painter: QPainter, place: QRect, search: QueuedSearch):
        name, role = SIGNS[search.step]
        colour = getattr(self._theme, role)
        self._row.sign(painter, place, name, colour)
        return colour

    def _match(self, painter: QPainter, cell: QRect, search: QueuedSearch) -> None:
        """What was found, or why nothing was."""
        theme, row, offer = self._theme, self._row, search.best
        if offer is None:
            tag = row.platform(painter, cell.x(), cell.center().y() + 1, search.platform)
            painter.setFont(row.small)
            painter.setPen(theme.danger)
            room = cell.adjusted(tag + EDGE, 0, 0, 0)
            words = painter.fontMetrics().elidedText(
                search.sentence, Qt.TextElideMode.ElideRight, round(room.width() * REASON_LINES)
            )
            painter.drawText(room, WRAPPED, words)
            return
        box = QRect(cell.x(), cell.y() + (ROW_HEIGHT - SIDE) // 2, SIDE, SIDE)
        row.picture(painter, box, offer.picture)
        with_price = self._table.isColumnHidden(PRICE)
        lines = 3 if with_price else 2
        top = cell.center().y() - lines * LINE_HEIGHT // 2
        line = QRect(box.right() + 1 + EDGE, top, cell.right() - box.right() - EDGE, LINE_HEIGHT)
        row.text(painter, line, offer.title.shown, theme.text)
        if with_price:
            line.translate(0, LINE_HEIGHT)
            row.text(painter, line, formats.money(offer.price), theme.text, row.bold)
        line.translate(0, LINE_HEIGHT)
        tag = row.platform(painter, line.x(), line.center().y() + 1, search.platform)
        if self._table.isColumnHidden(SHOP):
            facts = " · ".join(filter(None, (*formats.facts(offer), offer.shop_name)))
            row.text(painter, line.adjusted(tag + EDGE, 0, 0, 0), facts, theme.text_soft, row.small)

    def _small(self, painter: QPainter, box: QRect, search: QueuedSearch) -> None:
        """The buyer's own picture, whole: its shape says much about it."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(box), 6, 6)
        painter.fillPath(clip, self._theme.placeholder)
        if search.thumbnail:
            picture = self._pixmap(search)
            place = QRectF(QRect(QRect().topLeft(), picture.size().scaled(box.size(), _KEEP)))
            place.moveCenter(QRectF(box).center())
            painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
            painter.drawPixmap(place, picture, QRectF(picture.rect()))
        else:
            third = SIDE // 3
            sign = box.adjusted(third, third, -third, -third)
            self._row.sign(painter, sign, "image", self._theme.text_soft)
        painter.restore()

    def _pixmap(self, search: QueuedSearch) -> QPixmap:
        picture = self._unpacked.pop(search.key, None)
        if picture is None:
            picture = QPixmap()
            picture.loadFromData(search.thumbnail, "JPEG")
        self._unpacked[search.key] = picture
        if len(self._unpacked) > MOST_UNPACKED:
            self._unpacked.popitem(last=False)
        return picture


_KEEP = Qt.AspectRatioMode.KeepAspectRatio
