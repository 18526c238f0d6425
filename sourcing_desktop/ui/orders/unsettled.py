"""Orders and payments nobody can vouch for yet, and those refused: what is known, and what may be done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

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

from sourcing_desktop.domain.intent import Intent
from sourcing_desktop.ui.icons import IconLabel
from sourcing_desktop.ui.orders.unsettled_words import buttons, sentence, title
from sourcing_desktop.ui.theme import Theme

MOST_HEIGHT = 320
"""px."""


class Unsettled(QScrollArea):
    """Emits what to do with an order or payment, by its reference. Hidden while there is none."""

    ask_requested = Signal()
    send_requested = Signal(str)
    give_up_requested = Signal(str)
    dismiss_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: dict[str, UnsettledRow] = {}
        self.dismissed: set[str] = set()
        """References of what was refused and need not be shown any more, from session to session."""
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(12, 0, 12, 8)
        self._column.setSpacing(8)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._inside)
        self.hide()

    def show_intents(self, intents: Sequence[Intent[Any]]) -> None:
        """Show these intents. A row whose state is the same stays as it is, with its focus."""
        wanted = {intent.reference: intent for intent in intents}
        for reference, row in [*self.rows.items()]:
            if reference not in wanted or wanted[reference].state is not row.intent.state:
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
                del self.rows[reference]
        for place, (reference, intent) in enumerate(wanted.items()):
            if reference in self.rows:
                self.rows[reference].sentence.setText(sentence(intent))
            else:
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
        """It is being sent or given up: no second press."""
        self.rows[reference].setEnabled(False)

    def set_free(self, reference: str) -> None:
        """The buyer may decide again, if it still needs a decision."""
        if reference in self.rows:
            self.rows[reference].setEnabled(True)

    def _row(self, intent: Intent[Any]) -> UnsettledRow:
        row = UnsettledRow(self._theme, intent)
        row.ask.clicked.connect(self.ask_requested)
        row.send.clicked.connect(lambda: self.send_requested.emit(intent.reference))
        row.give_up.clicked.connect(lambda: self.give_up_requested.emit(intent.reference))
        row.dismiss.clicked.connect(lambda: self.dismiss_requested.emit(intent.reference))
        return row


class UnsettledRow(QFrame):
    """One intent with its sentence and buttons."""

    def __init__(self, theme: Theme, intent: Intent[Any]) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self.intent = intent
        self.title = QLabel(title(intent))
        self.title.setProperty("role", "heading")
        self.sentence = QLabel(sentence(intent))
        for label in (self.title, self.sentence):
            label.setWordWrap(True)
        self.ask, self.send, self.give_up, self.dismiss = (QPushButton() for _ in range(4))
        row = QHBoxLayout()
        row.setSpacing(8)
        offered = buttons(intent)
        for name in ("ask", "send", "give_up", "dismiss"):
            button: QPushButton = getattr(self, name)
            button.setText(offered.get(name, ""))
            button.setAccessibleDescription(self.title.text())
            row.addWidget(button)
            if name not in offered:
                button.hide()
        row.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.title)
        words.addWidget(self.sentence)
        words.addLayout(row)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(12, 8, 12, 8)
        whole.setSpacing(12)
        whole.addWidget(IconLabel("warning", theme.warning, 20), 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(words, 1)
