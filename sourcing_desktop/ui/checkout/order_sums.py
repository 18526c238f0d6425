"""What one order costs, part by part, in columns that stand below each other in all orders."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.order import OrderPreview
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.theme import Theme

SUM_WIDTH = 96
"""px, so that the sums of all orders stand in one column."""

SUMS = {
    "goods": tr("Goods"),
    "freight": tr("Freight"),
    "fee": tr("Fee"),
    "discount": tr("Discount"),
    "total": tr("Total"),
}
SELDOM = ("fee", "discount")
"""What is shown only where it is not zero."""


class OrderSums(QGridLayout):
    """`amounts` and `names` are the labels, by part."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setHorizontalSpacing(24)
        self.setVerticalSpacing(4)
        self.setColumnMinimumWidth(1, SUM_WIDTH)
        self.amounts = {part: QLabel() for part in SUMS}
        self.names = {part: QLabel(text) for part, text in SUMS.items()}
        for row, part in enumerate(SUMS):
            name, amount = self.names[part], self.amounts[part]
            name.setProperty("role", "heading" if part == "total" else "soft")
            if part == "total":
                amount.setFont(theme.font(14, bold=True))
            amount.setAccessibleName(SUMS[part])
            self.addWidget(name, row, 0)
            self.addWidget(amount, row, 1, Qt.AlignmentFlag.AlignRight)
        self.setRowStretch(len(SUMS), 1)
        for part in SELDOM:
            self._show_seldom(part, None)

    def show_sums(self, goods: Money, preview: OrderPreview | None) -> None:
        """The preview's sums; while there is none, what the goods cost in the cart."""
        self.amounts["goods"].setText(formats.money(preview.goods if preview else goods))
        self.amounts["freight"].setText(formats.money(preview.freight if preview else None))
        self.amounts["total"].setText(formats.money(preview.total if preview else None))
        self._show_seldom("fee", preview.fee if preview else None)
        self._show_seldom("discount", -preview.discount if preview else None)

    def _show_seldom(self, part: str, amount: Money | None) -> None:
        self.amounts[part].setText(formats.money(amount))
        for label in (self.names[part], self.amounts[part]):
            label.setVisible(bool(amount))
