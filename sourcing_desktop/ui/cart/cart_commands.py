"""What can be done with the selected rows of the cart: by key, and as a menu at the row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QTreeView

from sourcing_desktop.domain.quantity import read_quantity
from sourcing_desktop.language import tr
from sourcing_desktop.ui.cart.cart_model import GOODS, QUANTITY, CartModel
from sourcing_desktop.ui.cart.row_states import (
    Choice,
    Deed,
    Does,
    LineState,
    RowState,
    Section,
    SectionState,
    SellerState,
)
from sourcing_desktop.ui.desk.picture_source import PictureSource
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.picture_menu import find_in_library, find_similar
from sourcing_desktop.ui.theme import Theme

LATER, NOW = tr("Keep for later"), tr("Order now")


@dataclass(frozen=True, slots=True)
class _Command:
    """`fits` tells for which rows the menu offers it."""

    text: str
    icon: str
    shortcut: str
    call: Callable[[], object]
    fits: Callable[[RowState], bool]


class CartCommands(QObject):
    """Emits what the basket has to do: lines by their keys, `note_requested` with the state of a line or a
    seller."""

    remove_requested = Signal(tuple)
    move_requested = Signal(tuple, bool)
    decide_requested = Signal(str, int)
    note_requested = Signal(object)
    offer_requested = Signal(object)

    def __init__(self, theme: Theme, model: CartModel, tree: QTreeView) -> None:
        super().__init__(tree)
        self._model = model
        self._tree = tree
        self._actions: list[tuple[_Command, QAction]] = []
        for command in self._commands():
            action = QAction(icon(command.icon, theme.text), command.text, self)
            action.setShortcut(QKeySequence(command.shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(command.call)
            tree.addAction(action)
            self._actions.append((command, action))

    def _commands(self) -> tuple[_Command, ...]:
        return (
            _Command(tr("Set the quantity that fits"), "check", "M", self.mend, _mendable),
            _Command(
                tr("Take the quantity that is cheaper"), "cheaper", "T", self._take_tier, _could_be_cheaper
            ),
            _Command(tr("Take the quantity from elsewhere"), "elsewhere", "E", self._take_theirs, _disputed),
            _Command(tr("Keep the quantity from here"), "check", "K", self._keep_ours, _disputed),
            _Command(tr("Change the quantity"), "plus", "F2", self.edit_quantity, _editable),
            _Command(tr("Order this time or not"), "cart", "Space", self.toggle, _choosable),
            _Command(tr("Note"), "note", "N", self.note, _takes_note),
            _Command(LATER, "later", "L", self.move, _movable),
            _Command(tr("Open the offer"), "offer", "O", self.open_offer, _is_line),
            _Command(tr("Find similar"), "similar", "G", self.find_similar, _is_pictured),
            _Command(tr("Find in your library"), "library-similar", "", self._find_in_library, _is_pictured),
            _Command(tr("Copy the link"), "link", "Ctrl+C", self.copy_links, _is_line),
            _Command(tr("Remove from the cart"), "trash", "Del", self.remove, _movable),
        )

    def open_menu(self, place: QPoint) -> None:
        """Offer what fits the row the keyboard is at, at a point of the screen."""
        state = self._model.state(self._tree.currentIndex())
        if state is None:
            return
        menu = QMenu(self._tree)
        for command, action in self._actions:
            if command.text == LATER:
                action.setText(NOW if _is_later(state) else LATER)
            if command.fits(state):
                menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def do(self, index: QModelIndex, deed: Deed) -> None:
        """What a press on a part of that row means."""
        line = self._model.line(index)
        if deed.does is Does.SET:
            self._model.set_quantity(index, deed.quantity)
        elif deed.does is Does.NOTE:
            self.note_requested.emit(self._model.state(index))
        elif line is not None and deed.does is Does.DECIDE:
            self.decide_requested.emit(line.line.key, deed.quantity)
        elif line is not None and deed.does is Does.MOVE:
            self.move_requested.emit((line.line.key,), not _is_later(line))
        elif line is not None and deed.does is Does.REMOVE:
            self.remove_requested.emit((line.line.key,))

    def mend(self) -> bool:
        """Put the line right; tells whether there was a quantity for that."""
        return self._model.mend(self._tree.currentIndex())

    def step(self, steps: int) -> None:
        """So many lots more or fewer of the line."""
        line = self._line
        number = read_quantity(line.quantity) if line is not None else None
        if line is not None and number is not None:
            self._model.set_quantity(self._tree.currentIndex(), line.line.rules.stepped(number, steps))

    def edit_quantity(self) -> None:
        index = self._tree.currentIndex().siblingAtColumn(QUANTITY)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self._tree.setCurrentIndex(index)
            self._tree.edit(index)

    def toggle(self) -> None:
        """Order what the row stands for this time, or leave it out."""
        self.toggle_row(self._tree.currentIndex())

    def toggle_row(self, index: QModelIndex) -> None:
        index = index.siblingAtColumn(GOODS)
        checked = index.data(Qt.ItemDataRole.CheckStateRole)
        if checked is not None:
            wanted = Qt.CheckState.Unchecked if checked == Qt.CheckState.Checked else Qt.CheckState.Checked
            self._model.setData(index, wanted, Qt.ItemDataRole.CheckStateRole)

    def note(self) -> None:
        state = self._model.state(self._tree.currentIndex())
        if state is not None and _takes_note(state):
            self.note_requested.emit(state)

    def move(self) -> None:
        """For later or back, as the row the keyboard is at."""
        lines = [line for line in self._selected() if _movable(line)]
        if lines:
            later = not _is_later(self._line or lines[0])
            self.move_requested.emit(tuple(line.line.key for line in lines), later)

    def open_offer(self) -> None:
        if self._line is not None:
            self.offer_requested.emit(self._line.line.ref)

    def find_similar(self) -> None:
        """Search with the picture of the line the keyboard is at."""
        if self._line is not None:
            find_similar(self._tree, self._line.line.picture)

    def _find_in_library(self) -> None:
        if self._line is not None:
            find_in_library(self._tree, PictureSource(url=self._line.line.picture))

    def copy_links(self) -> None:
        """The public pages of the selected lines' offers."""
        pages = dict.fromkeys(line.line.ref.page for line in self._selected() if line.line.ref.page)
        if pages:
            QGuiApplication.clipboard().setText("\n".join(pages))

    def remove(self) -> None:
        """The selected lines, and all lines of a selected seller."""
        keys = tuple(line.line.key for line in self._selected() if _movable(line))
        if keys:
            self.remove_requested.emit(keys)

    def _take_tier(self) -> None:
        if self._line is not None and self._line.cheaper is not None:
            self._model.set_quantity(self._tree.currentIndex(), self._line.cheaper.quantity)

    def _take_theirs(self) -> None:
        if self._line is not None and self._line.line.elsewhere is not None:
            self.decide_requested.emit(self._line.line.key, self._line.line.elsewhere)

    def _keep_ours(self) -> None:
        if self._line is not None and self._line.line.elsewhere is not None:
            self.decide_requested.emit(self._line.line.key, self._line.line.quantity)

    @property
    def _line(self) -> LineState | None:
        return self._model.line(self._tree.currentIndex())

    def _selected(self) -> list[LineState]:
        """Lines of the selected rows; none for a platform or section, which would be too many at one key."""
        found: dict[str, LineState] = {}
        for index in self._tree.selectionModel().selectedRows(GOODS):
            state = self._model.state(index)
            lines = state.lines if isinstance(state, SellerState) else ()
            for line in (state,) if isinstance(state, LineState) else lines:
                found[line.line.key] = line
        return list(found.values())


def _is_line(state: RowState) -> bool:
    return isinstance(state, LineState)


def _is_pictured(state: RowState) -> bool:
    return isinstance(state, LineState) and bool(state.line.picture)


def _is_later(state: RowState) -> bool:
    return isinstance(state, LineState) and state.section is Section.LATER


def _mendable(state: RowState) -> bool:
    return isinstance(state, LineState) and state.mend is not None


def _could_be_cheaper(state: RowState) -> bool:
    return isinstance(state, LineState) and state.cheaper is not None


def _disputed(state: RowState) -> bool:
    return isinstance(state, LineState) and state.line.elsewhere is not None


def _editable(state: RowState) -> bool:
    return isinstance(state, LineState) and state.editable


def _choosable(state: RowState) -> bool:
    return not isinstance(state, SectionState) and state.choice is not Choice.IMPOSSIBLE


def _takes_note(state: RowState) -> bool:
    return isinstance(state, LineState) or (isinstance(state, SellerState) and state.takes_note)


def _movable(state: RowState) -> bool:
    return isinstance(state, SellerState) or (isinstance(state, LineState) and not state.being_ordered)
