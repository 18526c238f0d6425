"""Orders nobody can vouch for yet, and those refused: what is known, and what the buyer may do about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sourcing_desktop.domain.intent import Intent, IntentState
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.icons import IconLabel
from sourcing_desktop.ui.theme import Theme

MOST_HEIGHT = 320
"""px."""

SENTENCES = {
    IntentState.SENDING: "It is being sent.",
    IntentState.UNKNOWN: "No clear answer came. The program keeps asking the gateway whether it exists"
    " and will not send it again by itself.",
    IntentState.ABSENT: "The gateway knows no such order. Send it again, or give it up and keep the goods"
    " in the cart.",
}


class Unsettled(QScrollArea):
    """Emits what to do with an order, by its reference. Hidden while there is none."""

    ask_requested = Signal()
    send_requested = Signal(str)
    give_up_requested = Signal(str)
    dismiss_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: dict[str, UnsettledRow] = {}
        self.dismissed: set[str] = set()
        """References of refused orders that need not be shown any more, from session to session."""
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(12, 0, 12, 8)
        self._column.setSpacing(8)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._inside)
        self.hide()

    def show_intents(self, intents: Sequence[Intent]) -> None:
        """Show these intents. A row whose state is the same stays as it is, with its focus."""
        wanted = {intent.reference: intent for intent in intents}
        for reference, row in [*self.rows.items()]:
            if reference not in wanted or wanted[reference].state is not row.intent.state:
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
                del self.rows[reference]
        for place, (reference, intent) in enumerate(wanted.items()):
            if reference not in self.rows:
                self.rows[reference] = self._row(intent)
                self._column.insertWidget(place, self.rows[reference])
                self.rows[reference].show()
        self._order_tabs()
        self.setVisible(bool(wanted))
        self._fit()

    def _order_tabs(self) -> None:
        """Rows that came late would else be last in the whole window."""
        before: QWidget = self
        for row in self.rows.values():
            for button in (row.ask, row.send, row.give_up, row.dismiss):
                self.setTabOrder(before, button)
                before = button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the rows are, up to a limit; then it scrolls."""
        if self.rows:
            self.setFixedHeight(min(MOST_HEIGHT, self._column.totalHeightForWidth(self.viewport().width())))

    def set_busy(self, reference: str) -> None:
        """The order is being sent or given up: no second press."""
        self.rows[reference].setEnabled(False)

    def set_free(self, reference: str) -> None:
        """The buyer may decide again, if the order still needs a decision."""
        if reference in self.rows:
            self.rows[reference].setEnabled(True)

    def _row(self, intent: Intent) -> UnsettledRow:
        row = UnsettledRow(self._theme, intent)
        row.ask.clicked.connect(self.ask_requested)
        row.send.clicked.connect(lambda: self.send_requested.emit(intent.reference))
        row.give_up.clicked.connect(lambda: self.give_up_requested.emit(intent.reference))
        row.dismiss.clicked.connect(lambda: self.dismiss_requested.emit(intent.reference))
        return row


class UnsettledRow(QFrame):
    """One intent with its sentence and buttons."""

    def __init__(self, theme: Theme, intent: Intent) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self.intent = intent
        draft = intent.draft
        platform = formats.PLATFORM_NAMES[draft.platform]
        pieces = formats.pieces(sum(line.quantity for line in draft.lines))
        seller = draft.seller_name or draft.seller_id
        title = QLabel(f"{seller} · {platform} · {pieces} · {formats.money(draft.total)}")
        title.setProperty("role", "heading")
        self.sentence = QLabel(f"{_sentence(intent)} Reference {intent.reference}.")
        for label in (title, self.sentence):
            label.setWordWrap(True)
        self.ask = QPushButton("Ask now")
        self.send = QPushButton("Send again")
        self.give_up = QPushButton("Give up")
        self.dismiss = QPushButton("Dismiss")
        self.ask.setVisible(intent.state is IntentState.UNKNOWN)
        absent = intent.state is IntentState.ABSENT
        self.send.setVisible(absent)
        self.give_up.setVisible(absent)
        self.dismiss.setVisible(intent.state is IntentState.REJECTED)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.ask, self.send, self.give_up, self.dismiss):
            button.setAccessibleDescription(f"Order from {seller}")
            buttons.addWidget(button)
        buttons.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(title)
        words.addWidget(self.sentence)
        words.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(IconLabel("warning", theme.warning, 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


def _sentence(intent: Intent) -> str:
    if intent.state is IntentState.REJECTED:
        return f"Not ordered: {intent.explanation} The goods stay in the cart."
    return SENTENCES.get(intent.state, "")
