"""Where the orders go: one of the addresses in the book, or a new one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sourcing_desktop.domain.address import Address, AddressEntry
from sourcing_desktop.language import tr
from sourcing_desktop.ui.address.address_form import AddressForm
from sourcing_desktop.ui.address.words import in_short, what_is_wrong
from sourcing_desktop.ui.choice_box import SteadyBox


class AddressChoice(QFrame):
    """Emits `chosen` with each address the buyer turns to, before it `written` with an AddressEntry that is
    new or was edited and wants to be kept in the book, and `writing_changed` when the form for that opens or
    closes."""

    chosen = Signal(object)
    written = Signal(object)
    writing_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._entries: list[AddressEntry] = []
        heading = QLabel(tr("Deliver to"))
        heading.setProperty("role", "heading")
        self.box = SteadyBox(tr("Delivery address"))
        self.box.setSizeAdjustPolicy(SteadyBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(20)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.edit = QPushButton(tr("Edit…"))
        self.new = QPushButton(tr("New address…"))
        self.full = QLabel()
        self.full.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.box, 1)
        for button in (self.edit, self.new):
            button.setAutoDefault(False)
            row.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(8)
        self._column.addWidget(heading)
        self._column.addLayout(row)
        self._column.addWidget(self.full)
        self.new.clicked.connect(self._write_new)
        self.edit.clicked.connect(self._write_this)
        self.box.activated.connect(self._activated)
        for widget in (self.box, self.edit, self.new):
            widget.hide()  # until the book was read

    @cached_property
    def form(self) -> AddressForm:
        """Where an address is written; made when it is needed, since most orders do without."""
        form = AddressForm(self)
        form.hide()
        form.written.connect(self._written)
        form.cancelled.connect(self._show_form_or_not)
        self._column.addWidget(form)
        before: QWidget = self.new
        for stop in form.tab_stops:  # else it would come after all that was there before it
            QWidget.setTabOrder(before, stop)
            before = stop
        return form

    @property
    def address(self) -> Address | None:
        """The address chosen, None while there is none that orders can go to."""
        entry = self._entry
        return entry.address if entry and not what_is_wrong(entry.address) else None

    @property
    def entries(self) -> tuple[AddressEntry, ...]:
        """The addresses offered, with what was written here."""
        return tuple(self._entries)

    @property
    def writing(self) -> bool:
        """Whether the buyer is writing down another address than the one chosen."""
        return bool(self._entries) and "form" in vars(self) and not self.form.isHidden()

    @property
    def unsaved(self) -> bool:
        """Whether closing would throw away what the buyer is writing."""
        return "form" in vars(self) and not self.form.isHidden() and (self.writing or self.form.dirty)

    def show_choice(self) -> None:
        """Back to the addresses; what is half written stays in the form."""
        self._show_form_or_not()

    def show_entries(self, entries: Sequence[AddressEntry]) -> None:
        """Offer these addresses. The one that was chosen stays so while it is among them."""
        writing = self.writing
        self._offer(entries, self._entry)
        if not writing:
            self._show_form_or_not()

    @property
    def _entry(self) -> AddressEntry | None:
        at = self.box.currentIndex()
        return self._entries[at] if 0 <= at < len(self._entries) else None

    def _offer(self, entries: Sequence[AddressEntry], chosen: AddressEntry | None) -> None:
        self._entries = list(entries)
        self.box.clear()
        self.box.addItems([in_short(entry) for entry in entries])
        fits = [chosen is not None and entry.is_same(chosen) for entry in entries]
        self.box.setCurrentIndex(fits.index(True) if True in fits else 0)
        self._show_full()

    def _activated(self) -> None:
        self._show_full()
        self.chosen.emit(self.address)

    def _written(self, entry: AddressEntry) -> None:
        others = [other for other in self._entries if not other.is_same(entry)]
        self.form.clear()
        self._offer([entry, *others], entry)
        self._show_form_or_not()
        self.box.setFocus()
        self.written.emit(entry)
        self.chosen.emit(self.address)

    def _write_new(self) -> None:
        if self.form.entry.id:  # else it is what was half written before
            self.form.clear()
        self._open_form()

    def _write_this(self) -> None:
        if entry := self._entry:
            self.form.show_entry(entry)
            self._open_form()

    def _open_form(self) -> None:
        self._show_choice(False)
        self.form.lines["name"].setFocus()
        self.writing_changed.emit()

    def _show_form_or_not(self) -> None:
        """Without an address there is nothing to choose from, and nothing to do but to write one."""
        self._show_choice(bool(self._entries))
        if not self._entries:
            self.form.paste.setFocus()
        self.writing_changed.emit()

    def _show_choice(self, shown: bool) -> None:
        for widget in (self.box, self.edit, self.new):
            widget.setVisible(shown)
        self.full.setVisible(shown)
        if not shown or "form" in vars(self):
            self.form.cancel.setVisible(bool(self._entries))
            self.form.setVisible(not shown)

    def _show_full(self) -> None:
        entry = self._entry
        if entry is None:
            return
        wrong = what_is_wrong(entry.address)
        also = (entry.address.postcode, entry.address.phone if entry.address.mobile else "")
        self.full.setText(wrong or " · ".join(filter(None, (entry.address.one_line, *also))))
        self.full.setProperty("role", "danger" if wrong else "soft")
        self.full.style().polish(self.full)
