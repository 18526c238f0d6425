"""The confirmation before money is spent: address, every order with its preview, one deliberate button."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from time import perf_counter

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from sourcing_desktop.domain.cart import CartGroup, order_batches
from sourcing_desktop.domain.money import Money
from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.checkout import sentences
from sourcing_desktop.ui.checkout.address_choice import AddressChoice
from sourcing_desktop.ui.checkout.order_card import OrderCard
from sourcing_desktop.ui.checkout.sheet_foot import SheetFoot
from sourcing_desktop.ui.spending_sheet import SpendingSheet
from sourcing_desktop.ui.theme import Theme

FEW_ORDERS = 3
MANY_LINES, FEW_LINES = 6, 3
"""Lines shown of each order at first, of few orders and of more."""

UNSAVED = tr("Use the address you have written, or press Cancel to throw it away.")
LOOK = 160
"""px of an order that are brought into sight."""


class CheckoutSheet(SpendingSheet):
    """Decides nothing. `place_requested` is the buyer's word; cards ask for their previews themselves.

    The cards are made by `make_cards`, some at a time, so that fifty sellers open as fast as one.
    """

    place_requested = Signal()
    pay_requested = Signal()
    rate_requested = Signal()
    deed_requested = Signal()

    def __init__(
        self, theme: Theme, loader: PictureLoader, groups: Sequence[CartGroup], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme, tr("Confirm your orders"), tr("Nothing is ordered before you place it below."), parent
        )
        self._theme, self._loader = theme, loader
        self._to_make = [
            (batch, number, len(batches))
            for batches in map(order_batches, groups)
            for number, batch in enumerate(batches, 1)
        ]
        self._most_lines = MANY_LINES if len(self._to_make) <= FEW_ORDERS else FEW_LINES
        self.setWindowTitle(tr("Confirm your orders"))
        self.address = AddressChoice()
        self.cards: list[OrderCard] = []
        self.all_answered = False
        self.foot = SheetFoot()
        self.place, self.leave, self.pay = self.foot.place, self.foot.leave, self.foot.pay
        self.lay_out([self.address], self.foot, self.place)
        self.place.clicked.connect(self.place_requested)
        self.leave.clicked.connect(self.reject)
        self.pay.clicked.connect(self.pay_requested)
        self.foot.rate.clicked.connect(self.rate_requested)
        self.foot.deed.clicked.connect(self.deed_requested)
        self.leave.setFocus()

    def sizeHint(self) -> QSize:
        return QSize(820, 780)

    @property
    def complete(self) -> bool:
        """Whether every order has its card."""
        return not self._to_make

    @property
    def wanted(self) -> list[OrderCard]:
        """The orders the buyer wants."""
        return [card for card in self.cards if card.included]

    def make_cards(self, seconds: float) -> list[OrderCard]:
        """Make the next cards, at least one of them, until so much time is spent; none when all are made."""
        made: list[OrderCard] = []
        begun = perf_counter()
        while self._to_make and (not made or perf_counter() - begun < seconds):
            card = OrderCard(self._theme, self._loader, *self._to_make.pop(0), self._most_lines)
            self.scrolled.insertWidget(self.scrolled.count() - 1, card)
            made.append(card)
        self.cards += made
        if made:  # what is made last would come last
            for one, following in pairwise((made[-1].terms.last_stop, *self.foot.tab_stops)):
                QWidget.setTabOrder(one, following)
        return made

    def show_sum(self, obstacle: str, deed: str = "") -> None:
        """What would be ordered now, and what stands against it."""
        self.foot.show_sum(self.wanted, obstacle, deed)

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
                card.show_left_out()
        self.show_answered(0, len(cards))
        self.subtitle.setText(tr("You can close this window: the orders go on and appear in Orders."))
        self.foot.show_placing()

    def show_answered(self, answered: int, cards: int) -> None:
        """So many of the orders on their way have an answer."""
        placing = tr("Placing {orders}…", orders=formats.orders(cards))
        counted = tr("{answered} of {all} answered", answered=answered, all=cards) if cards > 1 else ""
        self.title.setText(f"{placing} {counted}".strip())

    def show_done(self, placed: int, cost: Money, refused: Sequence[str], unclear: Sequence[str]) -> None:
        """Every order has an outcome, or waits for the gateway's word; sellers name those not placed. `cost`
        is what was confirmed for those that are."""
        self.all_answered = True
        cards = placed + len(refused) + len(unclear)
        of_all = formats.orders(cards)
        some = tr("{placed} of {orders} placed", placed=placed, orders=of_all)
        self.title.setText(some if placed < cards else tr("{orders} placed", orders=of_all))
        self.subtitle.setText(sentences.end(len(refused), len(unclear)))
        self.foot.show_obstacle(sentences.left_behind(refused, unclear))
        self.foot.show_placed(placed, cost)

    def look_at(self, card: OrderCard) -> None:
        """Bring what is to be ticked at an order into sight, and the keyboard to it."""
        tick = card.differences.open_tick or card.include
        self.area.ensureWidgetVisible(tick, 0, LOOK)
        tick.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.address.unsaved:
            self._keep_unsaved()
        else:
            super().keyPressEvent(event)

    def _keep_unsaved(self) -> None:
        """Escape does not throw away an address that is being written."""
        if self.address.writing:
            self.address.show_choice()
        else:
            self.banner.say(UNSAVED)
