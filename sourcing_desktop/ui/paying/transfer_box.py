"""Pictures of a bank transfer: addresses the buyer pastes, or files that are put where the gateway can see
them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from sourcing_desktop.language import tr
from sourcing_desktop.ui.elided_label import ElidedLabel
from sourcing_desktop.ui.notices import Banner
from sourcing_desktop.ui.theme import Theme

MOST_PICTURES = 5
ABOUT = tr(
    "Paste the https address of a picture of your transfer, or choose or drop the picture. It is put where"
    " 1688 keeps pictures of refunds; we assume that whoever checks the payment can see it there."
)


class TransferBox(QWidget):
    """Emits `file_chosen` with each picture file to put up and `changed` when `addresses` are others."""

    pick_requested = Signal()
    file_chosen = Signal(object)
    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._entries: dict[str, QWidget] = {}
        about = QLabel(ABOUT)
        about.setProperty("role", "soft")
        about.setWordWrap(True)
        self.banner = Banner(theme)
        self.banner.retry.setAutoDefault(False)
        self.address = QLineEdit()
        self.address.setPlaceholderText("https://…")
        self.address.setAccessibleName(tr("Address of a picture of the transfer"))
        self.add = QPushButton(tr("Add"))
        self.pick = QPushButton(tr("Choose picture…"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.address, 1)
        for button in (self.add, self.pick):
            button.setAutoDefault(False)
            row.addWidget(button)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(about)
        column.addLayout(self._list)
        column.addLayout(row)
        column.addWidget(self.banner)
        self.add.clicked.connect(self._add_typed)
        self.address.returnPressed.connect(self._add_typed)
        self.pick.clicked.connect(self.pick_requested)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Of the pictures, in the order they came."""
        return tuple(self._entries)

    def remove(self, address: str) -> None:
        """Leave a picture out."""
        entry = self._entries.pop(address)
        entry.hide()
        entry.deleteLater()
        self.changed.emit()

    def show_busy(self) -> None:
        """A picture is being put up."""
        self.banner.hide()
        self.pick.setEnabled(False)
        self.pick.setText(tr("Uploading…"))

    def show_added(self, address: str) -> None:
        """There is one more picture."""
        self._show_free()
        if address not in self._entries and len(self._entries) < MOST_PICTURES:
            self._entries[address] = self._entry(address)
            self._list.addWidget(self._entries[address])
            self.changed.emit()

    def show_failed(self, sentence: str) -> None:
        """A picture could not be put up."""
        self._show_free()
        self.banner.say(sentence)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        for file in files[: MOST_PICTURES - len(self._entries)]:
            self.file_chosen.emit(file)
        event.acceptProposedAction()

    def _add_typed(self) -> None:
        page = QUrl(self.address.text().strip(), QUrl.ParsingMode.StrictMode)
        good = page.isValid() and page.scheme() == "https" and bool(page.host())
        self.address.setProperty("problem", not good)
        self.address.style().polish(self.address)
        if good:
            self.address.clear()
            self.show_added(page.toString(QUrl.ComponentFormattingOption.FullyEncoded))

    def _entry(self, address: str) -> QWidget:
        entry = QWidget()
        words = ElidedLabel(address, Qt.TextElideMode.ElideMiddle, role="")
        remove = QPushButton(tr("Remove"))
        remove.setProperty("kind", "link")
        remove.setAutoDefault(False)
        remove.setAccessibleDescription(address)
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words, 1)
        row.addWidget(remove)
        remove.clicked.connect(lambda: self.remove(address))
        return entry

    def _show_free(self) -> None:
        self.banner.hide()
        self.pick.setEnabled(True)
        self.pick.setText(tr("Choose picture…"))
