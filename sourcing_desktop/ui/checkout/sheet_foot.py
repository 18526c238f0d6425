"""The foot of the confirmation: what all comes to, what stands against it, and the deliberate button."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sourcing_desktop.domain.exchange import Rate
from sourcing_desktop.domain.money import Money, total
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.checkout import sentences
from sourcing_desktop.ui.checkout.labels import label, link
from sourcing_desktop.ui.checkout.order_card import OrderCard
from sourcing_desktop.ui.dialogs import in_order
from sourcing_desktop.ui.spending_sheet import SpendButton


class SheetFoot(QFrame):
    """`deed` is what can be done about what stands in the way; `rate` leads to the rate of exchange."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "foot")
        self._known: Money | None = None
        self._rate: tuple[Rate, datetime] | None = None
        self.count = label("soft")
        self.obstacle = label("warning")
        self.deed = link("")
        self.total = label("title")
        self.total.setAccessibleName(tr("Total of all orders"))
        self.about = label("soft")
        self.about.setAccessibleName(tr("In your currency"))
        self.rate = link(tr("In your currency…"))
        self.leave = QPushButton(tr("Cancel"))
        self.leave.setAutoDefault(False)
        self.pay = QPushButton()
        self.pay.setProperty("kind", "primary")
        self.pay.setAutoDefault(False)
        self.pay.hide()
        self.place = SpendButton()
        self.place.setEnabled(False)
        self._lay_out()
        self.show_rate(None, None)

    @property
    def tab_stops(self) -> list[QWidget]:
        """What can have the keyboard, in order."""
        return [self.deed, self.rate, *in_order(self.leave, self.pay, self.place)]

    def show_sum(self, cards: Sequence[OrderCard], obstacle: str, deed: str) -> None:
        """What would be ordered now, what stands against it, and what can be done about that."""
        platforms = Counter(formats.PLATFORM_NAMES[card.group.platform] for card in cards)
        on = tr("{orders} on {platform}")
        each = (on.format(orders=formats.orders(n), platform=name) for name, n in platforms.items())
        self.count.setText(" · ".join(each))
        previews = [card.preview for card in cards if card.preview is not None]
        complete = cards and len(previews) == len(cards)
        self._known = total(preview.total for preview in previews) if complete else None
        self.total.setText(formats.money(self._known))
        known = f" · {formats.money(self._known)}" if self._known is not None else ""
        self.place.setText(tr("Place {orders}", orders=formats.orders(len(cards))) + known)
        self.place.setEnabled(not obstacle)
        self.show_obstacle(obstacle, deed)
        self._show_about()

    def show_obstacle(self, obstacle: str, deed: str = "") -> None:
        """What stands in the way, or what was left behind."""
        self.obstacle.setText(obstacle)
        self.obstacle.setVisible(bool(obstacle))
        if not deed and self.deed.hasFocus():
            self.leave.setFocus()
        self.deed.setText(deed)
        self.deed.setVisible(bool(deed))

    def show_rate(self, rate: Rate | None, now: datetime | None) -> None:
        """Say the total in the buyer's currency, too; without a rate offer to state one."""
        self._rate = (rate, now) if rate is not None and now is not None else None
        self.rate.setText(tr("Change the rate…") if self._rate else tr("In your currency…"))
        self._show_about()

    def show_placing(self) -> None:
        """Nothing can be changed any more."""
        self.show_obstacle("")
        self.place.hold(tr("Placing…"))
        self.rate.hide()
        self.leave.setText(tr("Close"))
        self.leave.setFocus()

    def show_placed(self, placed: int, cost: Money) -> None:
        """Say what was placed, of whatever was confirmed, and offer to pay it."""
        self.place.leave()
        self._known = cost
        self.total.setText(formats.money(cost))
        self.count.setText(tr("{orders} placed", orders=formats.orders(placed)))
        self.pay.setText(tr("Pay {orders}…", orders=formats.orders(placed)))
        self.pay.setVisible(placed > 0)
        self._show_about()

    def _show_about(self) -> None:
        said = sentences.about(self._known, *self._rate) if self._known is not None and self._rate else ""
        self.about.setText(said)
        self.about.setVisible(bool(said))

    def _lay_out(self) -> None:
        money = QHBoxLayout()
        money.setSpacing(8)
        money.addWidget(self.total)
        money.addWidget(self.rate)
        money.addStretch(1)
        sums = QVBoxLayout()
        sums.setSpacing(2)
        sums.addLayout(money)
        sums.addWidget(self.about)
        sums.addWidget(self.count)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(sums, 1)
        for button in in_order(self.leave, self.pay, self.place):
            row.addWidget(button)
        way = QHBoxLayout()
        way.setSpacing(8)
        way.addWidget(self.obstacle, 1)
        way.addWidget(self.deed)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(8)
        column.addLayout(way)
        column.addLayout(row)
