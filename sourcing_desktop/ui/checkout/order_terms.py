"""What the buyer may settle for one order: a note, another address, how it is traded."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sourcing_desktop.domain.address import Address, AddressEntry
from sourcing_desktop.domain.cart import LONGEST_NOTE, CartGroup
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import OrderPreview
from sourcing_desktop.language import tr
from sourcing_desktop.ui.checkout.labels import label, link
from sourcing_desktop.ui.checkout.order_address import OrderAddress
from sourcing_desktop.ui.checkout.trade_choice import TradeChoice


class OrderTerms(QVBoxLayout):
    """Emits `address_chosen` when the order goes elsewhere than before. What few orders need is made when it
    is needed. `age` and `again` are about the preview."""

    address_chosen = Signal()

    def __init__(self, group: CartGroup) -> None:
        super().__init__()
        self._entries: Sequence[AddressEntry] = ()
        self._takes_note = group.platform is Platform.ALIBABA
        """Taobao's orders carry none (contract TO1)."""
        self.note = QLineEdit(group.note[:LONGEST_NOTE])
        self.note.setPlaceholderText(tr("Note to the seller, such as “no invoice in the parcel”"))
        self.note.setAccessibleName(tr("Note to {seller}", seller=group.supplier.name or group.supplier.id))
        self.note.setMaxLength(LONGEST_NOTE)
        self.age = label("soft")
        self.again = link(tr("Ask again"))
        self.elsewhere = link(tr("Deliver elsewhere…"))
        asked = QHBoxLayout()
        asked.addWidget(self.age)
        asked.addWidget(self.again)
        asked.addStretch(1)
        asked.addWidget(self.elsewhere)
        self._address_place, self._trade_place = QVBoxLayout(), QVBoxLayout()
        self.setSpacing(8)
        self.addWidget(self.note)
        self.addLayout(self._address_place)
        self.addLayout(asked)
        self.addLayout(self._trade_place)
        self.addStretch(1)
        if not self._takes_note:  # to show it before it has a parent would open a window of its own
            self.note.hide()
        self.elsewhere.hide()
        self.elsewhere.clicked.connect(self._deliver_elsewhere)

    @cached_property
    def trade(self) -> TradeChoice:
        """How 1688 trades the order."""
        choice = TradeChoice()
        self._trade_place.addWidget(choice)
        QWidget.setTabOrder(self.elsewhere, choice.box)
        return choice

    @cached_property
    def own_address(self) -> OrderAddress:
        """Where this order goes, if not where the others go."""
        choice = OrderAddress()
        choice.show_entries(self._entries)
        choice.chosen.connect(self.address_chosen)
        self._address_place.addWidget(choice)
        QWidget.setTabOrder(self.note, choice)
        return choice

    @property
    def address(self) -> Address | None:
        """The order's own address; None when it goes where the others go."""
        return self.own_address.address if "own_address" in vars(self) else None

    @property
    def words(self) -> str:
        """What the seller is told with the order; nothing where the platform would not tell it."""
        return self.note.text().strip() if self._takes_note else ""

    @property
    def trade_type(self) -> str:
        """The contract's word for how the order is traded; empty where the platform does not ask."""
        return self.trade.trade_type if "trade" in vars(self) else ""

    @property
    def last_stop(self) -> QWidget:
        """Where the Tab key leaves the order."""
        return self.trade.box if "trade" in vars(self) else self.elsewhere

    def show_entries(self, entries: Sequence[AddressEntry]) -> None:
        """Offer these addresses for this order alone."""
        self._entries = entries
        made = "own_address" in vars(self)
        if made:
            self.own_address.show_entries(entries)
        self.elsewhere.setVisible(len(entries) > 1 and not made)

    def show_preview(self, preview: OrderPreview) -> None:
        """Offer the ways of trading that the preview offers."""
        if preview.trade_types or "trade" in vars(self):
            self.trade.show_preview(preview)

    def freeze(self) -> None:
        """Nothing can be settled any more."""
        self.note.setEnabled(False)
        self.note.setVisible(bool(self.words))
        for part in (self.age, self.again, self.elsewhere):
            part.hide()
        if "own_address" in vars(self):
            self.own_address.setEnabled(False)
        if "trade" in vars(self):
            self.trade.hide()

    def _deliver_elsewhere(self) -> None:
        self.elsewhere.hide()
        self.own_address.setFocus()
        self.own_address.showPopup()
