"""The table of the queue, worked with mouse or keyboard. Asks for what shall be done; does nothing itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QWidget

from sourcing_desktop.domain.queued_search import QueuedSearch, Step
from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.desk.queue_cell import ROW_HEIGHT, QueueCell
from sourcing_desktop.ui.desk.queue_model import (
    FOUND,
    MATCH,
    MOQ,
    PICTURE,
    PRICE,
    SHOP,
    SOLD,
    STATE,
    QueueModel,
    SortedQueue,
)
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.picture_menu import find_in_library, find_similar, source_of
from sourcing_desktop.ui.plain_table import PlainTable
from sourcing_desktop.ui.theme import Theme

WIDTHS = {PICTURE: 200, STATE: 144, PRICE: 128, MOQ: 80, SOLD: 88, SHOP: 184, FOUND: 88}
SMALL_WIDTHS = WIDTHS | {PICTURE: 80, FOUND: 72}
SHOWN_FROM = {STATE: 1160, MOQ: 1160, SOLD: 1160, SHOP: 1160, PRICE: 720, FOUND: 440}
"""px of the table from which a column is shown; what it says is said elsewhere in the row below that."""

ROOMY = 600
"""px from which there is room for names beside the pictures."""

Fits = Callable[[list[QueuedSearch]], bool]


class QueueTable(PlainTable):
    """Each signal carries the searches it is about: the selected ones, or the one the keyboard is at."""

    opened = Signal(object)
    results_wanted = Signal(object)
    alike_wanted = Signal(object)
    library_wanted = Signal(object)
    shortlist_wanted = Signal(object)
    retry_wanted = Signal(object)
    remove_wanted = Signal(object)
    copy_wanted = Signal(object)

    def __init__(
        self, theme: Theme, loader: PictureLoader, model: QueueModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(ROW_HEIGHT, parent)
        self._rows = SortedQueue(model, self)
        self.setModel(self._rows)
        self.setItemDelegate(QueueCell(theme, loader, self._rows, self))
        self.setAccessibleName(tr("Pictures in the queue"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(MATCH, QHeaderView.ResizeMode.Stretch)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self._rows.sort)
        self._actions: list[tuple[QAction, Fits]] = []
        self._add_actions(theme)
        self.doubleClicked.connect(lambda _: self._ask(self.opened, _has_match))
        self.alike_wanted.connect(lambda chosen: find_similar(self, chosen[0].best.picture))
        self.library_wanted.connect(lambda chosen: find_in_library(self, source_of(chosen[0].best)))
        loader.ready.connect(self._picture_ready)

    def _add_actions(self, theme: Theme) -> None:
        for text, sign, keys, signal, fits in (
            (tr("Open the best match"), "offer", "Return", self.opened, _has_match),
            (tr("Show all that was found"), "results", "R", self.results_wanted, _one_read),
            (tr("Find similar to the best match"), "similar", "G", self.alike_wanted, _one_match),
            (tr("Find in your library"), "library-similar", "", self.library_wanted, _one_match),
            (tr("Put the best match on the shortlist"), "heart", "S", self.shortlist_wanted, _has_match),
            (tr("Try again"), "refresh", "T", self.retry_wanted, _has_failed),
            (tr("Copy as a table"), "copy", QKeySequence.StandardKey.Copy, self.copy_wanted, bool),
            (tr("Remove from the queue"), "trash", QKeySequence.StandardKey.Delete, self.remove_wanted, bool),
        ):
            action = QAction(icon(sign, theme.text), text, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _=False, signal=signal, fits=fits: self._ask(signal, fits))
            self.addAction(action)
            self._actions.append((action, fits))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)

    def chosen(self) -> list[QueuedSearch]:
        """The searches of the selected rows from the top, or that of the row the keyboard is at."""
        selected = self.selectionModel().selectedRows() or [self.currentIndex()]
        return [self._rows.search(row) for row in sorted(index.row() for index in selected) if row >= 0]

    def take_keyboard(self) -> None:
        """Put the keyboard into the rows."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.selectionModel().hasSelection():
            self.selectRow(max(self.currentIndex().row(), 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        width = event.size().width()
        for column, least in SHOWN_FROM.items():
            self.setColumnHidden(column, width < least)
        for column, wide in (WIDTHS if width >= ROOMY else SMALL_WIDTHS).items():
            self.setColumnWidth(column, wide)
        super().resizeEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End go to the first and the last row, as in a list."""
        if action is QAbstractItemView.CursorAction.MoveHome:
            return self._rows.index(0, PICTURE)
        if action is QAbstractItemView.CursorAction.MoveEnd:
            return self._rows.index(self._rows.rowCount() - 1, PICTURE)
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Enter:
            self._ask(self.opened, _has_match)
        else:
            super().keyPressEvent(event)

    def _ask(self, signal, fits: Fits) -> None:
        chosen = self.chosen()
        if fits(chosen):
            signal.emit(chosen)

    def _picture_ready(self, url: str) -> None:
        """Paint the rows in sight that show this picture: pictures for other pages come all the time."""
        last = self.rowAt(self.viewport().height() - 1)
        for row in range(max(self.rowAt(0), 0), last + 1 if last >= 0 else self._rows.rowCount()):
            match = self._rows.search(row).best
            if match is not None and match.picture == url:
                self.update(self._rows.index(row, MATCH))

    def _open_menu(self, place: QPoint) -> None:
        """Only what fits the selected rows."""
        chosen = self.chosen()
        menu = QMenu(self)
        for action, fits in self._actions:
            if fits(chosen):
                menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        if not menu.isEmpty():
            menu.popup(self.viewport().mapToGlobal(place))


def _has_match(chosen: list[QueuedSearch]) -> bool:
    return any(search.best is not None for search in chosen)


def _one_match(chosen: list[QueuedSearch]) -> bool:
    return len(chosen) == 1 and _has_match(chosen)


def _one_read(chosen: list[QueuedSearch]) -> bool:
    return len(chosen) == 1 and bool(chosen[0].thumbnail)


def _has_failed(chosen: list[QueuedSearch]) -> bool:
    return any(search.step is Step.FAILED for search in chosen)
