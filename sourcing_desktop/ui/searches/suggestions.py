"""Searches made before, offered below the field while the keyboard is in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from sourcing_desktop.domain.kept_search import KeptSearch
from sourcing_desktop.language import tr
from sourcing_desktop.ui.searches.search_row import SearchRow
from sourcing_desktop.ui.theme import Theme

MOST_ROWS = 8
NARROWEST = 400
"""px."""

KEY = Qt.Key


class Suggestions(QFrame):
    """Opens at a click into the field, at the arrow down, and while what is typed stands in a search made
    before. The keyboard stays in the field: arrows choose, Enter searches, with Ctrl in a tab of its own,
    Shift+Delete forgets, Esc closes.

    Emits `chosen` with a search and whether it shall get a tab of its own, `removed` with the searches to
    forget.
    """

    chosen = Signal(object, bool)
    removed = Signal(object)

    def __init__(self, theme: Theme, field: QLineEdit, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self._field = field
        self._page = page
        self._entries: Sequence[KeptSearch] = ()
        self._current = -1
        self._every = False
        self.rows: list[SearchRow] = []
        self.setProperty("role", "strip")
        self.setAccessibleName(tr("Searches made before"))
        self.clear = QPushButton(tr("Clear recent searches"))
        self.clear.setProperty("kind", "link")
        self.clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clear.clicked.connect(self._clear)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 4, 4, 4)
        self._column.setSpacing(0)
        self._column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)
        field.installEventFilter(self)
        page.installEventFilter(self)
        field.textEdited.connect(self._typed)
        self.hide()

    def show_entries(self, entries: Sequence[KeptSearch]) -> None:
        """What there is to offer, newest first."""
        self._entries = entries
        if self.isVisible():
            self.open(every=self._every)

    def open(self, *, every: bool = False) -> None:
        """Show what fits the text in the field, or `every` search: saved ones first."""
        self._every = every
        typed = "" if every else self._field.text().strip()
        fitting = self._fitting(typed.casefold())
        for row in self.rows:
            self._column.removeWidget(row)  # else it counts for the height until it is gone
            row.hide()
            row.deleteLater()
        self.rows = [self._row(search) for search in fitting]
        self._current = -1
        self.clear.setVisible(not typed and any(not each.name for each in self._entries))
        self.setVisible(bool(fitting))
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._page:
            if kind in (QEvent.Type.Resize, QEvent.Type.Hide):
                self.hide()
        elif kind == QEvent.Type.MouseButtonPress and not self._field.text():
            self.open()
        elif kind == QEvent.Type.FocusOut:
            self.hide()
        elif kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self.isVisible() and event.key() == KEY.Key_Escape:
                event.accept()  # it closes this and nothing else
                return True
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        """Whether a key is taken from the field."""
        key, held = event.key(), event.modifiers()
        if key == KEY.Key_Down and self.isHidden():
            self.open()
            return True
        if self.isHidden():
            return False
        if key in (KEY.Key_Down, KEY.Key_Up):
            self._point_at(self._current + (1 if key == KEY.Key_Down else -1))
            return True
        if key == KEY.Key_Escape:
            self.hide()
            return True
        row = self.rows[self._current] if 0 <= self._current < len(self.rows) else None
        if key in (KEY.Key_Return, KEY.Key_Enter):
            self.hide()
            if row is not None:
                self.chosen.emit(row.search, Qt.KeyboardModifier.ControlModifier in held)
            return row is not None
        if row is not None and key == KEY.Key_Delete and Qt.KeyboardModifier.ShiftModifier in held:
            self.removed.emit([row.search])
            return True
        return False

    def _typed(self) -> None:
        if self._field.text().strip():
            self.open()
        else:
            self.hide()

    def _fitting(self, typed: str) -> list[KeptSearch]:
        saved_first = sorted(self._entries, key=lambda search: not search.name)
        fitting = [search for search in saved_first if typed in search.title.casefold()]
        if [search.title.casefold() for search in fitting] == [typed]:
            return []
        return fitting[:MOST_ROWS]

    def _row(self, search: KeptSearch) -> SearchRow:
        row = SearchRow(self._theme, search)
        row.pointed.connect(lambda: self._point_at(self.rows.index(row)))
        row.chosen.connect(lambda apart: self._choose(search, apart))
        row.removed.connect(lambda: self.removed.emit([search]))
        self._column.insertWidget(self._column.count() - 1, row)
        row.show()  # now, not with the next event: the height is asked for before
        return row

    def _choose(self, search: KeptSearch, apart: bool) -> None:
        self.hide()
        self.chosen.emit(search, apart)

    def _clear(self) -> None:
        self.hide()
        self.removed.emit([search for search in self._entries if not search.name])

    def _point_at(self, row: int) -> None:
        self._current = max(-1, min(row, len(self.rows) - 1))
        for number, each in enumerate(self.rows):
            each.set_active(number == self._current)

    def _place(self) -> None:
        top_left = self._field.mapTo(self._page, QPoint(0, self._field.height() + 4))
        width = max(self._field.width(), NARROWEST)
        self.setGeometry(top_left.x(), top_left.y(), width, self.sizeHint().height())
        self.raise_()
