"""A button that opens a long list to choose one of, with a line to find it by some of its letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout

from sourcing_desktop.language import tr
from sourcing_desktop.ui.grid.type_ahead import folded
from sourcing_desktop.ui.plain_tip import plain_tip
from sourcing_desktop.ui.popover import Popover
from sourcing_desktop.ui.search.price_fields import set_look

WIDTH, HIGHEST = 400, 340
"""px of the list; it is lower where there is little to choose."""

ARROWS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen, and how it is called in the list."""

    value: object
    text: str


class Picker(QPushButton):
    """Emits `opening` when its list is about to be read, and `chosen` with the value of what was chosen."""

    opening = Signal()
    chosen = Signal(object)

    def __init__(self, name: str, empty: str) -> None:
        super().__init__(name)
        self.setProperty("kind", "chip")
        self.setProperty("active", False)
        self.setAccessibleName(name)
        self._empty = empty
        self.clicked.connect(self.opening)

    @cached_property
    def panel(self) -> PickerPanel:
        """The list. Made when first asked for."""
        panel = PickerPanel(self, self.accessibleName(), self._empty)
        panel.chosen.connect(self.chosen)
        return panel

    def offer(self, choices: Sequence[Choice]) -> None:
        """Open the list with these."""
        self.panel.show_choices(choices)
        self.panel.open_below(self)

    def set_active(self, active: bool) -> None:
        """Whether something is chosen."""
        set_look(self, "active", active)


class PickerPanel(Popover):
    """A line and a list. Letters narrow the list, arrows walk in it, Enter or a click chooses."""

    chosen = Signal(object)

    def __init__(self, parent: Picker, name: str, empty: str) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._empty = empty
        self._choices: Sequence[Choice] = ()
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("Find in the list"))
        self.words.setAccessibleName(tr("Find in the list"))
        self.words.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setFixedWidth(WIDTH)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the number at the end stays
        self.list.setUniformItemSizes(True)
        self.none = QLabel()
        self.none.setProperty("role", "soft")
        self.none.setWordWrap(True)
        self.none.setFixedWidth(WIDTH)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        for part in (self.words, self.list, self.none):
            column.addWidget(part)
        self.words.installEventFilter(self)
        self.words.textChanged.connect(self._narrow)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these, whatever was typed before."""
        self._choices = choices
        self.words.clear()
        self._narrow()
        rows = self.list.sizeHintForRow(0) * len(choices) + 2 * self.list.frameWidth()
        self.list.setFixedHeight(min(HIGHEST, max(rows, 0)))
        self.card.layout().activate()  # type: ignore[union-attr]  # else the panel opens as high as before

    def open_below(self, control) -> None:
        super().open_below(control)
        self.words.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in ARROWS:
                self.list.keyPressEvent(event)
                return True
            if event.key() in ENTER:
                self._choose(self.list.currentItem())
                return True
        return False

    def _narrow(self) -> None:
        typed = folded(self.words.text().strip())
        self.list.clear()
        for choice in self._choices:
            if typed in folded(choice.text):
                item = QListWidgetItem(choice.text, self.list)
                item.setData(Qt.ItemDataRole.UserRole, choice)
                item.setToolTip(plain_tip(choice.text))
        self.list.setCurrentRow(0)
        found = self.list.count() > 0
        self.list.setVisible(found)
        self.none.setVisible(not found)
        self.none.setText(tr("Nothing in the list has these letters.") if self._choices else self._empty)
        self.words.setVisible(bool(self._choices))
        self.adjustSize()

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.hide()
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole).value)
