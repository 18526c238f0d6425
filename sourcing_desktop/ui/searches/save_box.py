"""Where a search is given the name it is saved under."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from sourcing_desktop.language import tr
from sourcing_desktop.ui.popover import Popover

LONGEST_NAME = 80


class SaveBox(Popover):
    """Emits `named` with the name, and `unsaved` when a search that was saved shall not be any more."""

    named = Signal(str)
    unsaved = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name of the search"))
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setMinimumWidth(240)
        self.save = QPushButton(tr("Save"))
        self.save.setProperty("kind", "primary")
        self.remove = QPushButton(tr("Do not keep it saved"))
        self.remove.setProperty("kind", "link")
        label = QLabel(tr("Save this search as"))
        label.setProperty("role", "heading")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(self.save)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(label)
        column.addLayout(row)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        self.save.clicked.connect(self._save)
        self.name.returnPressed.connect(self._save)
        self.remove.clicked.connect(self._remove)

    def ask(self, control: QWidget, name: str, *, saved: bool) -> None:
        """Ask for a name below a control; it is `name` unless the buyer writes another one."""
        self.name.setText(name)
        self.name.selectAll()
        self.remove.setVisible(saved)
        self.open_below(control)
        self.name.setFocus(Qt.FocusReason.PopupFocusReason)

    def _save(self) -> None:
        self.hide()
        self.named.emit(self.name.text())

    def _remove(self) -> None:
        self.hide()
        self.unsaved.emit()
