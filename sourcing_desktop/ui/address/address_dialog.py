"""The address book: all addresses on the left, the chosen one in a form on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sourcing_desktop.domain.address import AddressEntry
from sourcing_desktop.language import tr
from sourcing_desktop.ui.address.address_form import AddressForm
from sourcing_desktop.ui.address.words import in_short, what_is_wrong
from sourcing_desktop.ui.dialogs import button_row
from sourcing_desktop.ui.notices import Banner
from sourcing_desktop.ui.plain_tip import plain_tip
from sourcing_desktop.ui.theme import Theme

LIST_WIDTH = 300
ROW_HEIGHT = 52
"""px."""

EMPTY = tr("No addresses yet. Write the first one here, or paste it whole.")
UNSAVED = tr("Save or undo your changes first.")
STAYS = tr("The gateway may still keep it: it has no way to remove one.")


class AddressDialog(QDialog):
    """Decides nothing. Emits `save_requested` and `remove_requested` with an entry, `keep_requested` with the
    entry the gateway shall keep, too, and `bring_requested` for those that only the gateway has."""

    save_requested = Signal(object)
    remove_requested = Signal(object)
    keep_requested = Signal(object)
    bring_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Addresses"))
        self.setSizeGripEnabled(True)
        self._entries: list[AddressEntry] = []
        self._keyboard: QWidget | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Addresses"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.new = QPushButton(tr("New address"))
        self.bring = QPushButton(tr("Fetch the gateway's"))
        self.bring.setToolTip(tr("Add the addresses that only the gateway keeps"))
        self.about = QLabel()
        self.about.setProperty("role", "soft")
        self.about.setWordWrap(True)
        self.form = AddressForm()
        self.form.save.setText(tr("Save"))
        self.form.save.setProperty("kind", "primary")
        self.form.cancel.setText(tr("Undo changes"))
        self.banner = Banner(theme)
        self.keep = QPushButton(tr("Keep at the gateway, too"))
        self.remove = QPushButton(tr("Remove"))
        self.leave = QPushButton(tr("Close"))
        for button in (self.new, self.bring, self.keep, self.remove, self.leave, self.banner.retry):
            button.setAutoDefault(False)  # Enter in the form saves
        self._lay_out()
        self.list.currentRowChanged.connect(self._show)
        self.new.clicked.connect(self._begin_new)
        self.bring.clicked.connect(self.bring_requested)
        self.keep.clicked.connect(lambda: self.keep_requested.emit(self.chosen))
        self.remove.clicked.connect(lambda: self.remove_requested.emit(self.chosen))
        self.leave.clicked.connect(self.reject)
        self.form.written.connect(self.save_requested)
        self.form.cancelled.connect(self._show)
        self.form.changed.connect(self._follow_form)
        if parent is not None:  # Qt would open it at two thirds of the screen at most
            self.resize(self.sizeHint().boundedTo(parent.size() * 0.92))
        self.show_entries(())

    def sizeHint(self) -> QSize:
        return QSize(1040, 680)

    @property
    def chosen(self) -> AddressEntry | None:
        """The entry marked in the list; None for a new one."""
        row = self.list.currentRow()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def show_entries(self, entries: Sequence[AddressEntry], chosen: AddressEntry | None = None) -> None:
        """Show the book as it is on disk, with the entry of that id chosen, else the one that was."""
        wanted = chosen or self.chosen
        self._entries = list(entries)
        self.list.blockSignals(True)
        self.list.clear()
        for entry in entries:
            self.list.addItem(f"{entry.title}\n{_about(entry)}")
        for row in range(self.list.count()):
            self.list.item(row).setSizeHint(QSize(0, ROW_HEIGHT))
            self.list.item(row).setToolTip(plain_tip(entries[row].address.one_line))
        ids = [entry.id for entry in entries]
        row = ids.index(wanted.id) if wanted and wanted.id in ids else 0
        self.list.setCurrentRow(row if entries else -1)
        self.list.blockSignals(False)
        self._show()

    def show_busy(self, busy: bool) -> None:
        """While the disk or the gateway is asked. Afterwards the keyboard is where it was."""
        if busy and self.form.isEnabled():
            self._keyboard = self.focusWidget()
        for widget in (self.form, self.list, self.new, self.remove, self.keep, self.bring):
            widget.setEnabled(not busy)
        if not busy:
            self._follow_form()
            before = self._keyboard if self._keyboard and self._keyboard.isVisible() else self.list
            (before if self._entries else self.form.paste).setFocus()

    def reject(self) -> None:
        """Escape and Close do not throw away what was written."""
        if self.form.dirty:
            self.banner.say(UNSAVED)
        else:
            super().reject()

    def _begin_new(self) -> None:
        self.list.setCurrentRow(-1)
        self.form.paste.setFocus()

    def _show(self) -> None:
        self.banner.hide()
        if entry := self.chosen:
            self.form.show_entry(entry)
        else:
            self.form.clear()
        wrong = what_is_wrong(entry.address) if entry else ""
        self.about.setText(wrong or (EMPTY if not self._entries else ""))
        self.about.setProperty("role", "warning" if wrong else "soft")
        self.about.style().polish(self.about)
        self.about.setVisible(bool(self.about.text()))
        self._follow_form()

    def _follow_form(self) -> None:
        """What is being written is finished before anything else is done."""
        dirty, entry = self.form.dirty, self.chosen
        for widget in (self.list, self.new, self.bring):
            widget.setEnabled(not dirty)
            widget.setToolTip(UNSAVED if dirty else "")
        self.new.setEnabled(not dirty and entry is not None)
        self.form.save.setEnabled(dirty)
        self.form.cancel.setVisible(dirty)
        for button in (self.keep, self.remove):
            button.setVisible(entry is not None)
            button.setEnabled(not dirty)
        if not dirty and self.banner.text.text() == UNSAVED:
            self.banner.hide()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        left.addWidget(self.new)
        left.addWidget(self.bring)
        for widget in (self.list, self.new, self.bring):
            widget.setFixedWidth(LIST_WIDTH)
        area = QScrollArea()
        area.setAccessibleName(self.windowTitle())
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self.form)
        beside = area.verticalScrollBar().sizeHint().width()
        area.setMinimumWidth(
            self.form.minimumSizeHint().width() + beside
        )  # else parts of it are out of reach
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.about)
        right.addWidget(area, 1)
        right.addWidget(self.banner)
        right.addLayout(button_row(self.leave, beside=[self.remove, self.keep]))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addLayout(left)
        row.addLayout(right, 1)


def _about(entry: AddressEntry) -> str:
    """The second line of an entry: `used first · 义乌市 福田街道`."""
    place = in_short(entry).removeprefix(entry.title).removeprefix(" · ")
    kept = tr("at the gateway") if entry.gateway_id else ""
    return " · ".join(filter(None, (tr("used first") if entry.default else "", place, kept)))
