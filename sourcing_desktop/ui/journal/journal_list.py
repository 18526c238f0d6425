"""The list of entries: how each stands, what it is, how much, when."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from sourcing_desktop.domain.intent import Intent
from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.journal import telling
from sourcing_desktop.ui.journal.journal_model import JournalModel
from sourcing_desktop.ui.row_painter import LINE_HEIGHT, RIGHT, RowPainter
from sourcing_desktop.ui.theme import Theme

ROW_HEIGHT = 76
SIGN = 18
"""px."""

ROWS_AHEAD = 60
"""How near the end more is asked for."""


class JournalList(QTableView):
    """`chosen` says which entry the keyboard is at, `story_wanted` that the buyer goes over to its story,
    `copy_wanted` that they want it as text, `more_wanted` that the last row read is near.

    A table of one column: Qt's list looks at every row again whenever some are added.
    """

    chosen = Signal(object)
    story_wanted = Signal()
    copy_wanted = Signal()
    more_wanted = Signal()

    def __init__(self, theme: Theme, loader: PictureLoader, model: JournalModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_Entry(theme, loader, model, self))
        self.setAccessibleName(tr("Entries of the journal"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT // 2)
        self.verticalScrollBar().valueChanged.connect(self._ask_for_more)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(self._model.intent(current.row()))
            if self._model.rowCount() - current.row() < ROWS_AHEAD:
                self.more_wanted.emit()

    def rowsInserted(self, parent: QModelIndex, start: int, end: int) -> None:
        """What comes above does not move what is being read."""
        super().rowsInserted(parent, start, end)
        bar = self.verticalScrollBar()
        if start == 0 and bar.value() > 0:
            self.updateGeometries()
            bar.setValue(bar.value() + (end + 1) * ROW_HEIGHT)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End go to the first and the last row, as in a list."""
        if action is QAbstractItemView.CursorAction.MoveHome:
            return self._model.index(0, 0)
        if action is QAbstractItemView.CursorAction.MoveEnd:
            return self._model.index(self._model.rowCount() - 1, 0)
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.story_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)

    def show_at(self, row: int) -> None:
        """Put the keyboard at a row, where there is one."""
        self.setCurrentIndex(self._model.index(row, 0))

    def current(self) -> Intent[Any] | None:
        """The entry the keyboard is at."""
        index = self.currentIndex()
        return self._model.intent(index.row()) if index.isValid() else None

    def _ask_for_more(self) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() - bar.value() < ROWS_AHEAD * ROW_HEIGHT:
            self.more_wanted.emit()


class _Entry(QStyledItemDelegate):
    def __init__(self, theme: Theme, loader: PictureLoader, model: JournalModel, view: JournalList) -> None:
        super().__init__(view)
        self._theme = theme
        self._model = model
        self._view = view
        self._row = RowPainter(theme, loader)
        signs = {state: (name, getattr(theme, colour)) for state, (name, colour) in telling.SIGNS.items()}
        self._signs = {state: (icon(name, colour), colour) for state, (name, colour) in signs.items()}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        theme, row, rect = self._theme, self._row, QRect(option.rect)
        intent = self._model.intent(index.row())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, theme.accent_soft if chosen else theme.card)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.line)
        if chosen and self._view.hasFocus():
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), theme.accent)
        sign, colour = self._signs[intent.state]
        sign.paint(painter, QRect(rect.x() + 14, rect.y() + 11, SIGN, SIGN))
        left, right = rect.x() + 14 + SIGN + 12, rect.right() - 14
        first = QRect(left, rect.y() + 9, right - left, LINE_HEIGHT)
        money = formats.money(telling.amount(intent))
        taken = row.text(painter, first, money, theme.text, row.bold, RIGHT)
        row.text(painter, first.adjusted(0, 0, -taken - 12, 0), telling.title(intent), theme.text, row.bold)
        second = first.translated(0, LINE_HEIGHT)
        row.text(painter, second, telling.summary(intent), theme.text_soft, row.small)
        third = second.translated(0, LINE_HEIGHT - 1)
        when = formats.moment(intent.written_at)
        taken = row.text(painter, third, when, theme.text_soft, row.small, RIGHT)
        state = third.adjusted(0, 0, -taken - 12, 0)
        used = row.text(painter, state, telling.state_name(intent), colour, row.small)
        row.platform(painter, left + used + 8, state.center().y() + 1, intent.draft.platform)
