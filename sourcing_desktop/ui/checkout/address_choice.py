"""Where the orders go: one of the addresses used before, or a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sourcing_desktop.domain.address import Address
from sourcing_desktop.ui.address.address_form import AddressForm


class AddressChoice(QFrame):
    """Emits `chosen` with each address the buyer turns to, and `writing_changed` when a form for another one
    opens or closes."""

    chosen = Signal(object)
    writing_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._addresses: list[Address] = []
        heading = QLabel("Deliver to")
        heading.setProperty("role", "heading")
        self.box = QComboBox()
        self.box.setAccessibleName("Delivery address")
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(20)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.new = QPushButton("New address…")
        self.new.setAutoDefault(False)
        self.full = QLabel()
        self.full.setProperty("role", "soft")
        self.full.setWordWrap(True)
        self.form = AddressForm()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.box, 1)
        row.addWidget(self.new)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addLayout(row)
        column.addWidget(self.full)
        column.addWidget(self.form)
        self.new.clicked.connect(self._write_new)
        self.form.written.connect(self._written)
        self.form.cancelled.connect(self._show_form_or_not)
        self.box.activated.connect(self._activated)
        self.show_addresses(())

    @property
    def address(self) -> Address | None:
        """The address chosen, None while there is none."""
        at = self.box.currentIndex()
        return self._addresses[at] if 0 <= at < len(self._addresses) else None

    @property
    def writing(self) -> bool:
        """Whether the buyer is writing down another address than the one chosen."""
        return bool(self._addresses) and not self.form.isHidden()

    def show_addresses(self, addresses: Sequence[Address]) -> None:
        """Offer these addresses, the first one chosen."""
        self._addresses = list(addresses)
        self.box.clear()
        self.box.addItems([f"{address.name} · {address.city} {address.street}" for address in addresses])
        self._show_form_or_not()
        self._show_full()

    def _activated(self) -> None:
        self._show_full()
        self.chosen.emit(self.address)

    def _written(self, address: Address) -> None:
        self.show_addresses([address, *(other for other in self._addresses if other != address)])
        self.form.clear()
        self.box.setFocus()
        self.chosen.emit(address)

    def _write_new(self) -> None:
        self.form.show()
        self.new.hide()
        self.form.lines["name"].setFocus()
        self.writing_changed.emit()

    def _show_form_or_not(self) -> None:
        """Without an address there is nothing to choose from, only one to write."""
        none = not self._addresses
        self.box.setVisible(not none)
        self.new.setVisible(not none)
        self.form.setVisible(none)
        self.form.cancel.setVisible(not none)
        self.writing_changed.emit()

    def _show_full(self) -> None:
        address = self.address
        extra = [address.postcode, address.phone] if address else []
        self.full.setText(" · ".join(filter(None, [address.one_line if address else "", *extra])))
        self.full.setVisible(address is not None)
