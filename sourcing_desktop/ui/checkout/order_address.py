"""Where one order goes: where all of them go, or to another address of the book."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from sourcing_desktop.domain.address import Address, AddressEntry
from sourcing_desktop.language import tr
from sourcing_desktop.ui.address.words import in_short, what_is_wrong
from sourcing_desktop.ui.choice_box import SteadyBox

AS_ABOVE = tr("Deliver to the address above")


class OrderAddress(SteadyBox):
    """One line in an order's card. Emits `chosen` with the order's own address, or with None when it goes
    where all orders go."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("Delivery address of this order"))
        self._entries: list[AddressEntry] = []
        self.setSizeAdjustPolicy(SteadyBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(20)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda: self.chosen.emit(self.address))
        self.show_entries(())

    @property
    def address(self) -> Address | None:
        """The order's own address; None when it goes where all orders go."""
        return self._entry.address if self._entry is not None else None

    def show_entries(self, entries: Sequence[AddressEntry]) -> None:
        """Offer these addresses that orders can go to. The one that was chosen stays so, as it is written by
        now, also where the book has it no more: the order goes nowhere else without the buyer's word."""
        before = self._entry
        self._entries = [entry for entry in entries if not what_is_wrong(entry.address)]
        fits = [before is not None and entry.is_same(before) for entry in self._entries]
        if before is not None and True not in fits:
            self._entries.append(before)
            fits.append(True)
        self.clear()
        self.addItem(AS_ABOVE)
        for entry in self._entries:
            self.addItem(tr("Deliver to {address}", address=in_short(entry)))
        self.setCurrentIndex(fits.index(True) + 1 if True in fits else 0)
        if before is not None and self.address != before.address:
            self.chosen.emit(self.address)

    @property
    def _entry(self) -> AddressEntry | None:
        at = self.currentIndex() - 1
        return self._entries[at] if 0 <= at < len(self._entries) else None
