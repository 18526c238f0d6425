"""The story of one entry: what the buyer confirmed, and every turn it took since."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sourcing_desktop.domain.intent import IntentState
from sourcing_desktop.domain.journal import JournalStory
from sourcing_desktop.domain.order import OrderDraft
from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.icons import IconLabel
from sourcing_desktop.ui.journal import telling
from sourcing_desktop.ui.journal.confirmed_lines import ConfirmedLines
from sourcing_desktop.ui.theme import Theme

SIGN = 18
STEP = 40
"""px an arrow key scrolls."""

LONG_RUN = re.compile(r"[!-~]{40,}")
"""Addresses and JSON, which Qt would not break."""

SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse


class StoryView(QScrollArea):
    """Shows one story at a time; arrow keys scroll it."""

    def __init__(self, theme: Theme, loader: PictureLoader) -> None:
        super().__init__()
        self._theme = theme
        self._loader = loader
        self.story: JournalStory | None = None
        self.details_shown = False
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("What became of it"))
        self.verticalScrollBar().setSingleStep(STEP)

    def show_story(self, story: JournalStory) -> None:
        """Show a story from its beginning; where it only went on, stay at the place that is read."""
        goes_on = self.story is not None and self.story.intent.reference == story.intent.reference
        place = self.verticalScrollBar().value() if goes_on else 0
        self.story = story
        self.setAccessibleDescription(telling.as_text(story))
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        self.setWidget(self._page(story))
        if inside:  # what had the keyboard is gone
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.verticalScrollBar().setValue(place)

    def show_details(self, shown: bool) -> None:
        """Show or hide what was sent in the contract's words, here and in every story after it."""
        self.details_shown = shown
        for label in self._details:
            label.setVisible(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(0)
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def _page(self, story: JournalStory) -> QWidget:
        self._details: list[QLabel] = []
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(16)
        column.addLayout(self._head(story))
        column.addWidget(self._confirmed(story))
        column.addLayout(self._happened_head(story))
        column.addWidget(self._happened(story))
        column.addStretch(1)
        return page

    def _head(self, story: JournalStory) -> QVBoxLayout:
        intent = story.intent
        platform = QLabel(formats.PLATFORM_NAMES[intent.draft.platform])
        platform.setProperty("role", "platform")
        above = QHBoxLayout()
        above.setSpacing(10)
        above.addWidget(_label(telling.title(intent), "title"), 1)
        above.addWidget(platform, 0, Qt.AlignmentFlag.AlignVCenter)
        state = QHBoxLayout()
        state.setSpacing(8)
        state.addWidget(self._sign(intent.state))
        state.addWidget(_label(telling.state_name(intent), "heading", wraps=False))
        state.addStretch(1)
        state.addWidget(_label(intent.reference, "soft", wraps=False))
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addLayout(above)
        column.addLayout(state)
        if concluded := telling.concluded(telling.state_name(intent), intent.explanation):
            column.addWidget(_label(concluded))
        return column

    def _confirmed(self, story: JournalStory) -> QFrame:
        card, column = _card(tr("What you confirmed"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (name, text) in enumerate(telling.confirmed(story.intent)):
            grid.addWidget(_label(name, "soft", wraps=False), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_label(text, "heading" if name in (tr("Total"), tr("Amount")) else ""), row, 1)
        if isinstance(story.intent.draft, OrderDraft):
            column.addWidget(ConfirmedLines(self._theme, self._loader, story.intent.draft))
        column.addLayout(grid)
        return card

    def _happened_head(self, story: JournalStory) -> QHBoxLayout:
        self.details = QPushButton(tr("Details"))
        self.details.setProperty("kind", "link")
        self.details.setCheckable(True)
        self.details.setChecked(self.details_shown)
        self.details.setToolTip(tr("Show what was sent in the gateway's own words"))
        self.details.toggled.connect(self.show_details)
        row = QHBoxLayout()
        row.addWidget(_label(tr("What happened"), "heading"), 1)
        row.addWidget(self.details)
        return row

    def _happened(self, story: JournalStory) -> QFrame:
        card, column = _card("")
        column.setSpacing(16)
        for place in range(len(story.turns)):
            column.addLayout(self._turn(story, place))
        return card

    def _turn(self, story: JournalStory, place: int) -> QHBoxLayout:
        intent, turn = story.intent, story.turns[place]
        when = f"{turn.at.astimezone():%Y-%m-%d %H:%M:%S}"
        if place:
            when = f"{when} · {telling.apart(story.turns[place - 1].at, turn.at)}"
        words = QVBoxLayout()
        words.setSpacing(3)
        said = telling.headline(intent, turn, telling.was_sent(story.turns, place))
        words.addWidget(_label(said, "heading"))
        words.addWidget(_label(when, "soft"))
        if sent := telling.details(intent, turn):
            label = _label(tr("Sent: {what}", what=sent), "soft")
            label.setVisible(self.details_shown)
            self._details.append(label)
            words.addWidget(label)
        if concluded := telling.concluded(said, turn.explanation):
            words.addWidget(_label(concluded))
        if turn.evidence:
            words.addWidget(_label(tr("Came back: {what}", what=turn.evidence), "soft"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._sign(turn.state), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _sign(self, state: IntentState) -> IconLabel:
        sign, colour = telling.SIGNS[state]
        return IconLabel(sign, getattr(self._theme, colour), SIGN)


def _card(heading: str) -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    card.setProperty("role", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(16, 12, 16, 14)
    column.setSpacing(10)
    if heading:
        column.addWidget(_label(heading, "heading"))
    return card, column


def _label(text: str, role: str = "", *, wraps: bool = True) -> QLabel:
    """Words as they are: what a gateway says is no markup, and no word is wider than the page."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(LONG_RUN.sub(_with_breaks, text) if wraps else text)
    label.setWordWrap(wraps)
    if wraps:
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    label.setTextInteractionFlags(SELECTABLE)
    if role:
        label.setProperty("role", role)
    return label


def _with_breaks(run: re.Match[str]) -> str:
    """A long run that may be broken after every twenty characters."""
    return "\u200b".join(run[0][start : start + 20] for start in range(0, len(run[0]), 20))
