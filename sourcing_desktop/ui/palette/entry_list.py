"""The lines of the command palette: an icon, words, where they belong, and at the end their keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.palette.entries import Entry
from sourcing_desktop.ui.theme import Theme

ROW_HEIGHT = 36
ROWS = 10
"""Seen at a time."""

ENTRY = Qt.ItemDataRole.UserRole
CENTRE = Qt.AlignmentFlag.AlignVCenter


class EntryList(QListWidget):
    """Emits `taken` with the entry that is clicked."""

    taken = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "entries")
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the line above keeps the keyboard
        self.setMouseTracking(True)
        self.setItemDelegate(_EntryPainter(theme, self))
        self.itemEntered.connect(self.setCurrentItem)
        self.itemClicked.connect(lambda item: self.taken.emit(item.data(ENTRY)))

    @property
    def entry(self) -> Entry | None:
        """The marked one."""
        item = self.currentItem()
        return item.data(ENTRY) if item is not None else None

    def fill(self, entries: Sequence[Entry]) -> None:
        """Show these, with the first marked."""
        self.clear()
        for entry in entries:
            item = QListWidgetItem(entry.text, self)
            item.setData(ENTRY, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, _said(entry))))
        self.setCurrentRow(0)
        self.setFixedHeight(ROW_HEIGHT * min(len(entries), ROWS) + 8)

    def step(self, rows: int) -> None:
        """Mark another one; from the last the next is the first."""
        count = self.count()
        if abs(rows) > 1:
            self.setCurrentRow(min(max(self.currentRow() + rows, 0), count - 1))
        elif count:
            self.setCurrentRow((self.currentRow() + rows) % count)


class _EntryPainter(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index) -> None:
        theme, entry = self._theme, index.data(ENTRY)
        room: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent_soft)
            painter.drawRoundedRect(room.adjusted(0, 1, 0, -1), 6, 6)
        ink = theme.text_soft if entry.obstacle else theme.text
        if entry.icon:
            place = QRect(room.left() + 12, room.center().y() - 8, 18, 18)
            icon(entry.icon, ink).paint(painter, place)
        words = room.adjusted(42, 0, -12, 0)
        painter.setFont(theme.font(11))
        painter.setPen(theme.text_soft)
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | CENTRE, entry.keys)
        words.setRight(words.right() - painter.fontMetrics().horizontalAdvance(entry.keys) - 16)
        painter.setFont(theme.font(13))
        painter.setPen(ink)
        text = painter.fontMetrics().elidedText(entry.text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | CENTRE, text)
        words.setLeft(words.left() + painter.fontMetrics().horizontalAdvance(text) + 12)
        painter.setFont(theme.font(11))
        painter.setPen(theme.text_soft)
        about = entry.obstacle or entry.about
        about = painter.fontMetrics().elidedText(about, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | CENTRE, about)
        painter.restore()


def _said(entry: Entry) -> tuple[str, ...]:
    return (entry.text, entry.obstacle or entry.about, entry.keys)
