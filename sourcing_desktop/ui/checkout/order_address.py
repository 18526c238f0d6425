"""Where one order goes: where all of them go, or to another address of the book."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from sourcing_desktop.domain.address import Address, AddressEntry
from sourcing_desktop.ui.address.words import in_short
from sourcing_desktop.ui.steady_box import SteadyBox

AS_ABOVE = "Deliver to the address above"


class OrderAddress(SteadyBox):
    """One line in an order's card. Emits `chosen` with the order's own address, or with None when it goes
    where all orders go."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[AddressEntry] = []
        self.setAccessibleName("Delivery address of this order")
        self.setSizeAdjustPolicy(SteadyBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(20)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda: self.chosen.emit(self.address))
        self.show_entries(())

    @property
    def address(self) -> Address | None:
        """The order's own address; None when it goes where all orders go."""
        at = self.currentIndex() - 1
        return self._entries[at].address if 0 <= at < len(self._entries) else None

    def show_entries(self, entries: Sequence[AddressEntry]) -> None:
        """Offer these addresses that orders can go to. An address that was chosen stays so while it is among
        them."""
        before = self.address
        self._entries = [entry for entry in entries if not entry.address.missing()]
        self.clear()
        self.addItem(AS_ABOVE)
        for entry in self._entries:
            self.addItem(f"Deliver to {in_short(entry)}")
        addresses = [entry.address for entry in self._entries]
        self.setCurrentIndex(addresses.index(before) + 1 if before in addresses else 0)
        if before is not None and before not in addresses:
            self.chosen.emit(None)
