"""What is known of an offer from its card, in a few lines below its large picture, and what can be done."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.actions import shortcut
from sourcing_desktop.ui.flow import Flow
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.tags import Face
from sourcing_desktop.ui.theme import Theme

TITLE_PX, ORIGINAL_PX = 17, 13
TITLE_LINES = 2


class OfferCaption(QFrame):
    """Titles, price and facts. The buttons take no focus: each has a key."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._offer: Offer | None = None
        self._title_face = Face(theme.font(TITLE_PX, bold=True))
        self._original_face = Face(theme.font(ORIGINAL_PX))
        self.title, self.original, self.price, self.facts = (QLabel() for _ in range(4))
        labels = (self.title, self.original, self.price, self.facts)
        for label, role in zip(labels, ("title", "soft", "price", "soft"), strict=True):
            label.setProperty("role", role)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        # As high for any offer, so that the picture above keeps its size from one to the next.
        self.title.setFixedHeight(ceil(TITLE_LINES * self._title_face.metrics.lineSpacing()) + 2)
        self.title.setAlignment(Qt.AlignmentFlag.AlignBottom)
        self.original.setFixedHeight(ceil(self._original_face.metrics.height()) + 2)
        self.price.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.shortlist = QPushButton()
        self.similar = QPushButton("Find similar")
        self.open = QPushButton("Open")
        self.similar.setIcon(icon("similar", theme.text))
        self.similar.setToolTip(f"Find similar (F or {shortcut('similar')})")
        self.open.setProperty("kind", "primary")
        self.open.setToolTip("Open the offer (Enter)")
        deeds = Flow(8)
        for button in (self.shortlist, self.similar, self.open):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            deeds.add(button)
        known = QHBoxLayout()
        known.setSpacing(16)
        known.addWidget(self.price)
        known.addWidget(self.facts, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 24, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.original)
        column.addLayout(known)
        column.addSpacing(4)
        column.addWidget(deeds)

    def show_offer(self, offer: Offer, shortlisted: bool) -> None:
        """Show another offer."""
        self._offer = offer
        self.price.setText(formats.money(offer.price))
        platform = formats.PLATFORM_NAMES[offer.ref.platform]
        badges = [formats.badge(code) for code in offer.badges]
        self.facts.setText("  ·  ".join((platform, *formats.facts(offer), *badges)))
        deed = "Remove from shortlist" if shortlisted else "Shortlist"
        self.shortlist.setText(deed)
        self.shortlist.setToolTip(f"{deed} ({shortcut('shortlist')})")
        sign, colour = ("heart-filled", self._theme.accent) if shortlisted else ("heart", self._theme.text)
        self.shortlist.setIcon(icon(sign, colour))
        self._cut_titles()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._cut_titles()

    def _cut_titles(self) -> None:
        if self._offer is None:
            return
        words, room = self._offer.title, self.contentsRect().width() - 48
        self.title.setText("\n".join(self._title_face.cut(words.shown, room, TITLE_LINES)))
        original = words.original if words.original != words.shown else ""
        self.original.setText("\n".join(self._original_face.cut(original, room, 1)))
