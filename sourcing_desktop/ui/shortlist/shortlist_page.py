"""The offers a buyer put aside, with a line to write what they think of each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sourcing_desktop.domain.offer import OfferRef
from sourcing_desktop.domain.shortlist import Shortlisted
from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.search.results_view import ResultsView
from sourcing_desktop.ui.search.search_page import SearchPage
from sourcing_desktop.ui.shortlist.following import follow
from sourcing_desktop.ui.theme import Theme

PAUSE_MS = 500
HINT = tr(
    "Nothing here yet. Press the heart on a card, or Ctrl+B, and the offer stays here, also without a"
    " network, with your own note."
)


class ShortlistPage(SearchPage):
    """Cards and a note. A note is written down while it is typed: `note_written` carries the OfferRef and
    the text; `remove_requested` the offers to take off the list; `counted` how many there are."""

    remove_requested = Signal(object)
    note_written = Signal(object, str)
    counted = Signal(int)

    def __init__(self, theme: Theme, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_view(ResultsView(theme, loader, "heart", HINT))
        self.note = QLineEdit()
        self.note.setAccessibleName(tr("Your note on this offer"))
        self._notes: dict[OfferRef, str] = {}
        self._noted: OfferRef | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.results.foot.setSpacing(16)
        self.results.foot.insertWidget(1, self.note, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.results)

        grid = self.results.grid
        delete = QShortcut(QKeySequence.StandardKey.Delete, grid, context=Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove)
        grid.selectionModel().currentChanged.connect(self._turn_to_current)
        self.note.textEdited.connect(self._pause.start)
        self.note.editingFinished.connect(self.save_note)
        self._pause.timeout.connect(self._write_note)
        self.setTabOrder(grid, self.note)
        self.setTabOrder(self.note, self.results.size_slider)
        self.show_entries(())

    def show_loading(self) -> None:
        """The list is being read, of this account or of another one than before."""
        self.show_entries(())
        self.results.show_loading()
        self.results.count.setText(tr("Reading your shortlist…"))

    def show_entries(self, entries: Sequence[Shortlisted]) -> None:
        """Show what is on the list now."""
        newest = bool(entries) and entries[0].offer.ref not in self._notes
        self._notes = {entry.offer.ref: entry.note for entry in entries}
        if self.note.hasFocus() and self._noted not in self._notes:
            self.results.grid.setFocus()  # what is typed next is not about the neighbour
        follow(self.results.model, [entry.offer for entry in entries])
        if newest and not self.isVisible():  # it shall be seen first
            self.results.grid.scrollToTop()
        if entries:
            self.results.show_results()
            if self.hasFocus():  # there was nothing else that could have it
                self.results.take_keyboard()
            self.results.count.setText(formats.offers(len(entries)))
        else:
            self.results.show_hint()
        self.note.setVisible(bool(entries))
        self._turn_to_current()
        self.counted.emit(len(entries))

    def show_failed(self, sentence: str) -> None:
        """The list cannot be read."""
        self.results.show_failed(sentence)

    def save_note(self) -> None:
        """Write down what was typed and is not yet."""
        if self._pause.isActive():
            self._pause.stop()
            self._write_note()

    def _write_note(self) -> None:
        self.note_written.emit(self._noted, self.note.text())

    def _remove(self) -> None:
        """Ask to take off what is selected, else what the keyboard is at, which goes on to the next offer."""
        model, chosen = self.results.model, self.results.grid.selectionModel()
        current = chosen.currentIndex()
        rows = list(self.results.grid.selected_rows()) or [current.row()] * current.isValid()
        if rows:
            after = model.index(min(rows[-1] + 1, model.rowCount() - 1))
            chosen.setCurrentIndex(after, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.remove_requested.emit([model.offer(row) for row in rows])

    def _turn_to_current(self) -> None:
        """Show the note of the offer the keyboard is at; what was typed at the one before is kept first."""
        offer = self.results.grid.current_offer()
        ref = offer.ref if offer is not None else None
        if ref != self._noted:
            self.save_note()
        elif self._pause.isActive() or self.note.hasFocus():
            return
        self._noted = ref
        self.note.setText(self._notes.get(ref, "") if ref is not None else "")
        self.note.setEnabled(ref is not None)
        self.note.setPlaceholderText(
            tr("Your note on this offer") if ref is not None else tr("Choose an offer to write a note")
        )
