"""A box for a province, city or district: chosen from a list or typed, in Chinese or Latin letters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QSizePolicy, QWidget

from sourcing_desktop.domain.divisions import Division, Divisions, Level

MOST_FOUND = 60
MOST_SEEN = 12
POPUP_WIDTH = 320
"""px at least: names stand there in both scripts."""

Role = Qt.ItemDataRole
DIVISION = Role.UserRole


class PlaceList(QAbstractListModel):
    """Places to choose from, each in both scripts, and on request with the place it lies in."""

    def __init__(self, divisions: Divisions, parent: QWidget) -> None:
        super().__init__(parent)
        self._divisions = divisions
        self._shown: Sequence[Division] = ()
        self._within = ""

    def show(self, shown: Sequence[Division], within: str) -> None:
        """Offer these places, all of them in the place with that code."""
        self.beginResetModel()
        self._shown = shown
        self._within = within
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: QModelIndex, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        division = self._shown[index.row()]
        if role == Role.DisplayRole:
            return " · ".join((division.name, division.latin, *self._around(division)))
        if role == DIVISION:
            return division
        return division.name if role == Role.EditRole else None

    def _around(self, division: Division) -> list[str]:
        path = self._divisions.path(division)[:-1]
        return [each.name for each in reversed(path) if each.code not in self._within_path()]

    def _within_path(self) -> tuple[str, ...]:
        return (self._within[:2] + "0000", self._within) if self._within else ()


class PlaceBox(QComboBox):
    """Emits `picked` with a place from the list and `returned` for Return outside of it. Any other text may
    be typed, too."""

    picked = Signal(object)
    returned = Signal()

    def __init__(self, divisions: Divisions, level: Level, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._divisions = divisions
        self._level = level
        self.within = ""
        """The code of the place it has to lie in; empty for the whole country."""
        self.setEditable(True)
        line = self.lineEdit()
        assert line is not None  # an editable box has one
        self.line: QLineEdit = line
        self._all = PlaceList(divisions, self)
        self._found = PlaceList(divisions, self)
        self._popup = QListView()
        self._completer = QCompleter(self._found, self)
        self._set_up_list()
        self._set_up_search()
        self.offer("")

    def _set_up_list(self) -> None:
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setModel(self._all)
        self.setMaxVisibleItems(MOST_SEEN)
        self.setMinimumContentsLength(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view().setMinimumWidth(POPUP_WIDTH)
        self.activated.connect(lambda row: self._pick(self._all.index(row, 0)))

    def _set_up_search(self) -> None:
        self._completer.setPopup(self._popup)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(MOST_SEEN)
        self._popup.setMinimumWidth(POPUP_WIDTH)
        self._popup.setProperty("role", "choices")
        self.line.setCompleter(self._completer)
        self.line.textEdited.connect(self._search)
        self.line.returnPressed.connect(self._return)
        self._completer.activated.connect(self._take_current)

    def offer(self, within: str) -> None:
        """Let it lie in the place with that code, whose places are in the list."""
        self.within = within
        text = self.currentText()
        known = within or self._level is Level.PROVINCE
        self._all.show(self._divisions.children(within) if known else (), within)
        self.setCurrentIndex(-1)
        self.setEditText(text)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls what is around: it would change an address unseen."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What fits just one place becomes that place: nobody wants Latin letters in a Chinese address."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._popup.hide()
        text = self.currentText().strip()
        if event.reason() != Qt.FocusReason.PopupFocusReason and text.isascii() and len(text) > 1:
            surely = [each for each in self._like(text) if each.likeness(text) > 1]
            if len(surely) == 1:
                self.picked.emit(surely[0])

    def _like(self, typed: str) -> tuple[Division, ...]:
        return self._divisions.like(typed, self._level, self.within)[:MOST_FOUND]

    def _search(self, typed: str) -> None:
        self._found.show(self._like(typed) if typed.strip() else (), self.within)

    def _return(self) -> None:
        if self._popup.isVisible():
            self._take_current()
        else:
            self.returned.emit()

    def _take_current(self) -> None:
        """The place marked among those found, or the first of them."""
        marked = self._popup.currentIndex()
        self._popup.hide()
        self._pick(marked if marked.isValid() else self._found.index(0, 0))

    def _pick(self, index: QModelIndex) -> None:
        if isinstance(division := index.data(DIVISION), Division):
            self.picked.emit(division)
