"""Two fields for the lowest and the highest price of goods, and what they say in words."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from sourcing_desktop.domain.money import Money
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats

MOST = Money.yuan(10_000_000)
PRICE = re.compile(r"([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?")
"""A comma separates thousands and nothing else: `12,50` could mean 12.50 or 1,250."""


class PriceFields(QObject):
    """`low` and `high` are put where they belong by others. Emits `edited` when either was left or Enter was
    pressed in it."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.low = self._field(tr("from ¥"), tr("Lowest price in yuan"))
        self.high = self._field(tr("to ¥"), tr("Highest price in yuan"))

    def show(self, low: Money | None, high: Money | None) -> None:
        """Write these prices, without anybody being told."""
        for field, price in ((self.low, low), (self.high, high)):
            field.setText("" if price is None else f"{price.major:.2f}".removesuffix(".00"))

    def read(self) -> tuple[Money | None, Money | None]:
        """Lowest and highest price, None for an empty field. ValueError says what is wrong, and the field is
        marked."""
        low, high = self._price(self.low), self._price(self.high)
        if low is not None and high is not None and low > high:
            set_look(self.high, "problem", True)
            raise ValueError(tr("The lowest price is above the highest."))
        return low, high

    def _price(self, field: QLineEdit) -> Money | None:
        text = field.text().strip().lstrip("¥￥").strip()
        if not text:
            field.clear()  # of blanks
        wrong = bool(text) and not PRICE.fullmatch(text)
        amount = Money.yuan(text.replace(",", "")) if text and not wrong else None
        wrong = wrong or (amount is not None and amount > MOST)
        set_look(field, "problem", wrong)
        if wrong:
            raise ValueError(tr("“{typed}” is not a price. Type it like 12.50.", typed=field.text()))
        return amount

    def _field(self, hint: str, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(hint)
        field.setAccessibleName(name)
        field.setMaximumWidth(76)
        field.setProperty("problem", False)
        field.textEdited.connect(lambda: set_look(field, "problem", False))
        field.editingFinished.connect(self.edited)
        return field


def price_range(low: Money | None, high: Money | None) -> str:
    """`¥5.00 to ¥8.00`, `from ¥5.00`, `up to ¥8.00`; empty without prices."""
    if low is not None and high is not None:
        return tr("{low} to {high}", low=formats.money(low), high=formats.money(high))
    if low is not None:
        return tr("from {price}", price=formats.money(low))
    return "" if high is None else tr("up to {price}", price=formats.money(high))


def set_look(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet asks for. `style` is dear the first time, so only for a change."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().polish(widget)
