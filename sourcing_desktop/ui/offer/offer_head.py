"""The top of an offer: its pictures, what it is called in both languages, what is said for it, its price."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QToolTip, QVBoxLayout, QWidget

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.offer.breaking_label import BreakingLabel
from sourcing_desktop.ui.offer.gallery import LARGE_SIDE, Gallery
from sourcing_desktop.ui.theme import Theme

ROOMY, SMALL_SIDE = 400, 144
"""px: a narrower head has a smaller picture."""


class OfferHead(QWidget):
    """Knows no more of an offer than its card does; whoever knows more sets `price` and shows the unit."""

    def __init__(self, theme: Theme, loader: PictureLoader) -> None:
        super().__init__()
        self.gallery = Gallery(theme, loader, self)
        self.title = BreakingLabel("heading")
        self.original = BreakingLabel("soft")
        self.copy_title = _copy_button(theme, tr("Copy the title"), self.title.text)
        self.copy_original = _copy_button(theme, tr("Copy the original title"), self.original.text)
        self.marks = BreakingLabel("soft")
        self.price = QLabel()
        self.price.setProperty("role", "price")
        self.price.setWordWrap(True)
        self.price.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.unit = BreakingLabel("soft")
        names = QVBoxLayout()
        names.setSpacing(8)
        names.addLayout(_with(self.title, self.copy_title))
        names.addLayout(_with(self.original, self.copy_original))
        names.addWidget(self.marks)
        price = QVBoxLayout()
        price.setSpacing(0)
        price.addWidget(self.price)
        price.addWidget(self.unit)
        names.addLayout(price)
        names.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.gallery.large, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(names, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.gallery.strip)

    def resizeEvent(self, event) -> None:
        side = LARGE_SIDE if self.width() >= ROOMY else SMALL_SIDE
        self.gallery.large.setFixedSize(side, side)

    def show_offer(self, offer: Offer) -> None:
        """Show what is called, said and asked, as the card knew it; pictures apart."""
        self.title.setText(offer.title.shown)
        self.original.setText(offer.title.original)
        two = offer.title.original != offer.title.shown
        self.original.setVisible(two)
        self.copy_original.setVisible(two)
        names = [formats.origin(offer), *map(formats.badge, offer.badges)]
        if offer.sold_30_days is not None:
            names.append(tr("{count} sold in 30 days", count=formats.count(offer.sold_30_days)))
        self.marks.setText(" · ".join(names))
        self.price.setText(formats.money(offer.price))

    def show_unit(self, unit: str, before: Money | None = None) -> None:
        """Say what the price is for, and what it was `before`."""
        was = "" if before is None else tr("was {price}", price=formats.money(before))
        self.unit.setText(" · ".join(filter(None, (tr("per {unit}", unit=unit), was))))
        self.unit.show()


def _with(label: QLabel, button: QToolButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(4)
    row.addWidget(label, 1, Qt.AlignmentFlag.AlignTop)
    row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return row


def _copy_button(theme: Theme, name: str, text: Callable[[], str]) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon("copy", theme.text_soft))
    button.setIconSize(QSize(16, 16))
    button.setToolTip(name)
    button.setAccessibleName(name)

    def copy() -> None:
        QGuiApplication.clipboard().setText(text())
        below = button.mapToGlobal(QPoint(0, button.height()))
        QToolTip.showText(below, tr("Copied"), button)

    button.clicked.connect(copy)
    return button
