"""The confirmation before money is spent: address, every order with its preview, one deliberate button."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sourcing_desktop.domain.cart import CartGroup, order_batches
from sourcing_desktop.domain.money import total
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.checkout.address_choice import AddressChoice
from sourcing_desktop.ui.checkout.order_card import OrderCard
from sourcing_desktop.ui.notices import Banner
from sourcing_desktop.ui.theme import Theme

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PlaceButton(QPushButton):
    """Some desktops press the focused button on Enter. Not this one: Enter must never spend money."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER or event.isAutoRepeat():
            event.ignore()
        else:
            super().keyPressEvent(event)


class CheckoutSheet(QDialog):
    """Decides nothing. `place_requested` is the buyer's word; cards ask for their previews themselves."""

    place_requested = Signal()

    def __init__(
        self, theme: Theme, loader: PictureLoader, groups: Sequence[CartGroup], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Confirm your orders")
        self.setSizeGripEnabled(True)
        if parent is not None:  # Qt would open it at two thirds of the screen at most
            self.resize(self.sizeHint().boundedTo(parent.size() * 0.92))
        self.title = QLabel("Confirm your orders")
        self.title.setProperty("role", "title")
        self.subtitle = QLabel("Nothing is ordered before you place it below.")
        self.subtitle.setProperty("role", "soft")
        self.banner = Banner(theme)
        self.banner.retry.setAutoDefault(False)
        self.address = AddressChoice()
        self.cards = _cards(theme, loader, groups)
        self.count = QLabel()
        self.count.setProperty("role", "soft")
        self.obstacle = QLabel()
        self.obstacle.setProperty("role", "warning")
        self.obstacle.setWordWrap(True)
        self.total = QLabel()
        self.total.setProperty("role", "title")
        self.total.setAccessibleName("Total of all orders")
        self.leave = QPushButton("Cancel")
        self.leave.setAutoDefault(False)
        self.place = PlaceButton()
        self.place.setProperty("kind", "primary")
        self.place.setAutoDefault(False)
        self.place.setToolTip("Ctrl+Enter")
        self.place.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self.banner)
        column.addWidget(self._scrolled(), 1)
        column.addWidget(self._foot())
        self.place.clicked.connect(self.place_requested)
        self.leave.clicked.connect(self.reject)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self._place_by_key)

    def sizeHint(self) -> QSize:
        return QSize(820, 780)

    @property
    def wanted(self) -> list[OrderCard]:
        """The orders the buyer wants."""
        return [card for card in self.cards if card.included]

    def show_sum(self, obstacle: str) -> None:
        """What would be ordered now, and what stands against it."""
        cards = self.wanted
        platforms = Counter(formats.PLATFORM_NAMES[card.group.platform] for card in cards)
        self.count.setText(" · ".join(f"{_orders(number)} on {name}" for name, number in platforms.items()))
        previews = [card.preview for card in cards if card.preview is not None]
        known = total(preview.total for preview in previews) if len(previews) == len(cards) else None
        self.total.setText(formats.money(known) if cards else formats.money(None))
        sum_known = f" · {formats.money(known)}" if known is not None and cards else ""
        self.place.setText(f"Place {_orders(len(cards))}{sum_known}")
        self.place.setEnabled(not obstacle)
        self.obstacle.setText(obstacle)
        self.obstacle.setVisible(bool(obstacle))

    def tick(self, now: datetime) -> None:
        """Let the previews age."""
        for card in self.cards:
            card.tick(now)

    def show_placing(self, cards: Sequence[OrderCard]) -> None:
        """The orders are on their way; closing the sheet does not stop them."""
        self.address.setEnabled(False)
        self.banner.hide()
        for card in self.cards:
            if card in cards:
                card.show_sending()
            else:
                card.hide()
        self.title.setText(f"Placing {_orders(len(cards))}…")
        self.subtitle.setText("You can close this window: the orders go on and appear in Orders.")
        self.obstacle.hide()
        self.place.setEnabled(False)
        self.place.hide()
        self._to_close()

    def show_done(self, placed: int, cards: int) -> None:
        """Every order has an outcome, or waits for the gateway's word."""
        self.title.setText(
            f"{placed} of {_orders(cards)} placed" if placed < cards else f"{_orders(placed)} placed"
        )
        self.subtitle.setText(
            "See below and in Orders what became of the others."
            if placed < cards
            else "All orders are listed in Orders."
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _to_close(self) -> None:
        self.leave.setText("Close")
        self.leave.setFocus()

    def _place_by_key(self) -> None:
        if self.place.isEnabled():
            self.place_requested.emit()

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(24, 16, 24, 12)
        head.setSpacing(2)
        head.addWidget(self.title)
        head.addWidget(self.subtitle)
        return head

    def _scrolled(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 4, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.address)
        for card in self.cards:
            column.addWidget(card)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("role", "foot")
        sums = QVBoxLayout()
        sums.setSpacing(0)
        sums.addWidget(self.total)
        sums.addWidget(self.count)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(sums, 1)
        row.addWidget(self.leave)
        row.addWidget(self.place)
        column = QVBoxLayout(foot)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(8)
        column.addWidget(self.obstacle)
        column.addLayout(row)
        return foot


def _cards(theme: Theme, loader: PictureLoader, groups: Sequence[CartGroup]) -> list[OrderCard]:
    """A card for each order that will be made."""
    cards = []
    for group in groups:
        batches = order_batches(group)
        for number, batch in enumerate(batches, 1):
            part = f"order {number} of {len(batches)}" if len(batches) > 1 else ""
            cards.append(OrderCard(theme, loader, batch, part))
    return cards


def _orders(number: int) -> str:
    return "1 order" if number == 1 else f"{number} orders"
