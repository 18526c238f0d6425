"""The parts of the library side by side: all that was seen, what was opened of it, what was ordered."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from sourcing_desktop.domain.seen import SeenKind
from sourcing_desktop.ui.library.words import KINDS


class KindSwitch(QWidget):
    """Buttons of which one is down, each with how many offers its part has. Emits `changed` with the part."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.buttons: dict[SeenKind, QPushButton] = {}
        for kind, name in KINDS.items():
            button = QPushButton(name)
            button.setCheckable(True)
            button.setProperty("kind", "chip")
            self._group.addButton(button)
            self.buttons[kind] = button
            row.addWidget(button)
        self.buttons[SeenKind.SEEN].setChecked(True)
        self._group.buttonToggled.connect(self._toggled)

    @property
    def chosen(self) -> SeenKind:
        """The part whose button is down."""
        return next(kind for kind, button in self.buttons.items() if button.isChecked())

    def choose(self, kind: SeenKind) -> None:
        """Show that part as chosen, without anybody being told."""
        with QSignalBlocker(self._group):
            self.buttons[kind].setChecked(True)

    def count(self, counts: Mapping[SeenKind, int]) -> None:
        """Say how many offers each part has."""
        for kind, button in self.buttons.items():
            held = counts.get(kind, 0)
            button.setText(f"{KINDS[kind]} {held:,}" if held else KINDS[kind])

    def _toggled(self, _button: object, down: bool) -> None:
        if down:
            self.changed.emit(self.chosen)
