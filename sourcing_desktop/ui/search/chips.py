"""A row of chips that each do one thing when pressed: take a filter off, search for a word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from sourcing_desktop.language import tr
from sourcing_desktop.ui.flow import Flow
from sourcing_desktop.ui.plain_tip import plain_tip


@dataclass(frozen=True, slots=True)
class Chip:
    """What stands on a chip, what a screen reader says of it, and what pressing it does."""

    text: str
    name: str
    call: Callable[[], object]


def removal(text: str, call: Callable[[], object]) -> Chip:
    """A chip that stands for a filter and takes it off."""
    return Chip(text, tr("Take the filter “{name}” off", name=text), call)


class Chips(Flow):
    """Chips side by side, hidden while there are none. `sign` is an icon at the end of each; `active` chips
    are coloured. `lead` stands before them. When the last chip goes that had the keyboard, it goes
    `beside`."""

    def __init__(
        self, beside: QWidget, sign: QIcon | None = None, *, active: bool = False, lead: QWidget | None = None
    ) -> None:
        super().__init__(8)
        if lead is not None:
            self.add(lead)
        self._beside = beside
        self._sign = sign
        self._active = active
        self._chips: list[Chip] = []
        self.buttons: list[QPushButton] = []
        self.hide()

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Put these in place of those shown. Who pressed a chip that goes away is left at its neighbour."""
        texts = [(chip.text, chip.name) for chip in self._chips]
        self._chips = list(chips)
        if [(chip.text, chip.name) for chip in chips] == texts:
            return
        focus = QApplication.focusWidget()
        place = self.buttons.index(focus) if focus in self.buttons else None
        while self.buttons:
            self.take(button := self.buttons.pop())
            button.deleteLater()
        self.buttons = [self._button(row, chip) for row, chip in enumerate(chips)]
        for before, after in pairwise((self._beside, *self.buttons)):
            self.setTabOrder(before, after)
        self.setVisible(bool(chips))
        if place is not None:
            following = [*self.buttons[place:], *self.buttons[-1:], self._beside]
            following[0].setFocus()

    def _button(self, row: int, chip: Chip) -> QPushButton:
        button = QPushButton(chip.text.replace("&", "&&"))
        button.setProperty("kind", "chip")
        button.setProperty("active", self._active)
        button.setAccessibleName(chip.name)
        button.setToolTip(plain_tip(chip.name))
        if self._sign is not None:
            button.setIcon(self._sign)
            button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the sign behind the text
        button.clicked.connect(lambda: self._chips[row].call())
        self.add(button)
        button.show()
        return button
