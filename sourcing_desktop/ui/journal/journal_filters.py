"""What the list of entries is narrowed to: words, kind and state."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sourcing_desktop.domain.intent import CLOSED, IntentState
from sourcing_desktop.domain.journal import EntryKind, JournalFilter
from sourcing_desktop.language import tr
from sourcing_desktop.ui.choice_box import ChoiceBox
from sourcing_desktop.ui.journal.telling import EITHER_STATES

DEBOUNCE_MS = 250
KINDS = {
    tr("Orders and payments"): frozenset(),
    tr("Orders"): {EntryKind.ORDER},
    tr("Payments"): {EntryKind.PAYMENT},
}
OPEN = frozenset(IntentState) - CLOSED
STATES = {
    tr("In any state"): frozenset(),
    tr("Only open"): OPEN,
    **{name: {state} for state, name in EITHER_STATES.items()},
}


class JournalFilters(QWidget):
    """Emits `changed` a moment after the last letter, and at once for the rest; `left` when the buyer goes
    from the words to the list."""

    changed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = _Words()
        self.words.setPlaceholderText(tr("Seller, order number, SKU, reference"))
        self.words.setAccessibleName(tr("Words to look for in the journal"))
        self.words.setClearButtonEnabled(True)
        self.kind = _choice(tr("Show orders or payments"), KINDS)
        self.state = _choice(tr("Show entries in this state"), STATES)
        self._soon = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._soon.timeout.connect(self.changed)
        choices = QHBoxLayout()
        choices.setSpacing(8)
        choices.addWidget(self.kind, 1)
        choices.addWidget(self.state, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addLayout(choices)
        self.words.textChanged.connect(self._soon.start)
        self.words.left.connect(self._leave)
        self.kind.activated.connect(self._at_once)
        self.state.activated.connect(self._at_once)

    @property
    def wanted(self) -> JournalFilter:
        """What the buyer wants to see now."""
        kinds, states = KINDS[self.kind.currentText()], STATES[self.state.currentText()]
        return JournalFilter(self.words.text().strip(), frozenset(states), frozenset(kinds))

    def _leave(self) -> None:
        if self._soon.isActive():
            self._at_once()
        self.left.emit()

    def _at_once(self) -> None:
        self._soon.stop()
        self.changed.emit()


class _Words(QLineEdit):
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


def _choice(name: str, choices) -> QComboBox:
    box = ChoiceBox(name)
    box.addItems([*choices])
    return box
