"""Below an offer, always in sight: what is wrong, what it costs now, and the button that takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from sourcing_desktop.domain.costing import Cost
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.offer.breaking_label import BreakingLabel
from sourcing_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sourcing_desktop.domain.exchange import Rate

MOST_FAULTS = 3


class OfferFoot(QFrame):
    """`sum` is the total, `parts` what it is made of."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "foot")
        self.sum = QLabel()
        self.sum.setProperty("role", "heading")
        self.sum.setWordWrap(True)
        self.parts = BreakingLabel("soft", selectable=False)
        self.problem = BreakingLabel("danger")
        self.add = QPushButton(tr("Add to cart"))
        self.add.setProperty("kind", "primary")
        self.add.setIcon(icon("cart", theme.on_accent, theme.text_soft))
        cost = QVBoxLayout()
        cost.setSpacing(0)
        cost.addWidget(self.sum)
        cost.addWidget(self.parts)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(cost, 1)
        row.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        column.addWidget(self.problem)
        column.addLayout(row)

    def show_adding(self, adding: bool) -> None:
        """What was chosen is on its way into the cart."""
        self.add.setText(tr("Adding…") if adding else tr("Add to cart"))

    def show_cost(self, cost: Cost, least: int, rate: Rate | None) -> None:
        """What is chosen costs that much; there is a price from `least` pieces on."""
        self.sum.setText(_sum(cost) if cost.pieces else "")
        self.sum.setVisible(bool(cost.pieces))
        self.parts.setText(" · ".join(_parts(cost, least, rate)))
        self.parts.setVisible(bool(self.parts.text()))

    def show_way(self, *, to_cart: bool) -> None:
        """Goods that cannot be ordered have no button, and nobody is asked how many they want. What they
        would cost can still be looked at."""
        self.add.setVisible(to_cart)
        if not to_cart and not self.sum.text():
            self.parts.hide()

    def show_faults(self, faults: Sequence[str]) -> None:
        self.problem.setText("\n".join(faults[:MOST_FAULTS]))
        self.problem.setVisible(bool(faults))


def _sum(cost: Cost) -> str:
    pieces = formats.pieces(cost.pieces)
    if cost.total is None:
        return pieces
    return tr("{pieces} · {amount}", pieces=pieces, amount=formats.money(cost.total))


def _parts(cost: Cost, least: int, rate: Rate | None) -> list[str]:
    if not cost.pieces:
        return [tr("Type how many you want to see what they cost.")]
    if cost.goods is None or cost.total is None:
        return [tr("No price below {count} pieces.", count=formats.count(least))]
    said = [tr("{price} a piece", price=formats.money(cost.per_piece))]
    if cost.freight is None:
        said.append(tr("domestic freight: told when you order"))
    elif cost.freight:
        said.append(tr("goods {amount}", amount=formats.money(cost.goods)))
        said.append(
            tr("domestic freight from {amount}, as the item states", amount=formats.money(cost.freight))
        )
    else:
        said.append(tr("domestic freight: free, as the item states"))
    if rate is not None:
        said.append(tr("about {amount}", amount=formats.money(rate.convert(cost.total))))
    return said
