"""What is known of an offer from its card, below or beside its large picture, and what can be done."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
)

from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.domain.seen import SeenBefore
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats, seen_words
from sourcing_desktop.ui.actions import shortcut
from sourcing_desktop.ui.flow import Flow
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.tags import Face
from sourcing_desktop.ui.theme import Theme

TITLE_PX, ORIGINAL_PX = 17, 13
LINES_BELOW, LINES_BESIDE = (2, 1), (6, 3)
"""How many the title may take, and the original."""

WIDEST = (1 << 24) - 1
"""px: what Qt allows a widget."""

SIDES = 24
"""px left and right of everything."""


class OfferCaption(QFrame):
    """Titles, price and facts; `deeds` are its buttons."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._offer: Offer | None = None
        self._mark: SeenBefore | None = None
        self._title_face = Face(theme.font(TITLE_PX, bold=True))
        self._original_face = Face(theme.font(ORIGINAL_PX))
        self._heights = [
            ceil(lines * face.metrics.lineSpacing()) + 2
            for lines, face in zip(LINES_BELOW, (self._title_face, self._original_face), strict=True)
        ]
        self.title, self.original, self.price, self.facts = (QLabel() for _ in range(4))
        labels = (self.title, self.original, self.price, self.facts)
        for label, role in zip(labels, ("title", "soft", "price", "soft"), strict=True):
            label.setProperty("role", role)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.title.setAlignment(Qt.AlignmentFlag.AlignBottom)
        self.price.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.shortlist = QPushButton()
        self.similar = QPushButton(tr("Find similar"))
        self.open = QPushButton(tr("Open"))
        self.similar.setIcon(icon("similar", theme.text))
        self.open.setProperty("kind", "primary")
        self.open.setToolTip(tr("Open the offer (Enter)"))
        self.deeds = (self.shortlist, self.similar, self.open)
        row = Flow(8)
        for button in self.deeds:
            row.add(button)
        self._known = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._known.addWidget(self.price)
        self._known.addWidget(self.facts, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDES, 8, SIDES, 0)
        column.setSpacing(4)
        column.addStretch(1)
        column.addWidget(self.title)
        column.addWidget(self.original)
        column.addLayout(self._known)
        column.addSpacing(4)
        column.addWidget(row)
        self._beside = True
        self.stand(None)

    def height_below(self) -> int:
        """px it takes below the picture, about."""
        return sum(self._heights) + self.price.sizeHint().height() + self.open.sizeHint().height() + 24

    def stand(self, width: int | None) -> None:
        """Beside the picture in that width in px, its end at the foot; or below it, where it is as high for
        any offer, so that the picture above keeps its size from one to the next."""
        beside = width is not None
        if beside == self._beside:
            return
        self._beside = beside
        self._known.setDirection(
            QBoxLayout.Direction.TopToBottom if beside else QBoxLayout.Direction.LeftToRight
        )
        self._known.setSpacing(4 if beside else 16)
        for label, height in zip((self.title, self.original), self._heights, strict=True):
            label.setMinimumHeight(0 if beside else height)
            label.setMaximumHeight(WIDEST if beside else height)
        self.setMinimumWidth(width or 0)
        self.setMaximumWidth(width or WIDEST)
        self._tell()

    def show_offer(self, offer: Offer, shortlisted: bool, mark: SeenBefore | None = None) -> None:
        """Show another offer, with `mark` if it was seen before."""
        self._offer, self._mark = offer, mark
        self.price.setText(formats.money(offer.price))
        deed = formats.shortlist_deed(shortlisted)
        self.shortlist.setText(deed)
        self.shortlist.setToolTip(f"{deed} ({shortcut('shortlist')})")
        sign, colour = ("heart-filled", self._theme.accent) if shortlisted else ("heart", self._theme.text)
        self.shortlist.setIcon(icon(sign, colour))
        problem = formats.similar_problem(offer)
        self.similar.setEnabled(not problem)
        self.similar.setToolTip(problem or tr("Find similar (F or {keys})", keys=shortcut("similar")))
        self._tell()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # else it would be for what is behind

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._tell()

    def _tell(self) -> None:
        """Write as much of titles and facts as there is room for."""
        if self._offer is None:
            return
        words, room = self._offer.title, self.contentsRect().width() - 2 * SIDES
        most_title, most_original = LINES_BESIDE if self._beside else LINES_BELOW
        title = self._title_face.cut(words.shown, room, most_title)
        other = words.original if words.original != words.shown else ""
        original = self._original_face.cut(other, room, most_original)
        self.title.setText("\n".join(title))
        self.original.setText("\n".join(original))
        badges = [formats.badge(code) for code in self._offer.badges]
        before: tuple[str, ...] = () if self._mark is None else (seen_words.sentence(self._mark),)
        if self._beside and before:
            before = self._original_face.cut(before[0], room, LINES_BESIDE[1])
        known = (formats.origin(self._offer), *formats.facts(self._offer), *before, *badges)
        self.facts.setText(("\n" if self._beside else "  ·  ").join(known))
