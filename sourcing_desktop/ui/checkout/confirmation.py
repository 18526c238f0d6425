"""One sheet and its one chance to place orders: previews, notes, addresses, the buyer's word."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from sourcing_desktop.domain.address import Address, AddressEntry
from sourcing_desktop.domain.cart import Cart
from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.exchange import Rate
from sourcing_desktop.domain.intent import OrderIntent
from sourcing_desktop.language import tr
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.checkout import sentences
from sourcing_desktop.ui.checkout.asking import Asking
from sourcing_desktop.ui.checkout.checkout_sheet import CheckoutSheet
from sourcing_desktop.ui.checkout.order_card import OrderCard
from sourcing_desktop.ui.checkout.placing import Placing

if TYPE_CHECKING:
    from sourcing_desktop.services.basket import Basket
    from sourcing_desktop.services.exchange import Exchange
    from sourcing_desktop.services.ordering import Ordering
    from sourcing_desktop.services.previewing import Answer, Previewing

BEAT_MS = 1000
NOTE_MS = 400
"""After a note was typed it is kept."""

SLICE = 0.012
"""Seconds that cards are made for before the window may do something else."""

ADDRESS_NOT_KEPT = tr("The address was not kept.")
NOTE_NOT_KEPT = tr("The note was not kept.")
PREPARE = "prepare the confirmation"


class Addresses(Protocol):
    """Where addresses are kept."""

    async def entries(self) -> tuple[AddressEntry, ...]: ...
    async def save(self, entry: AddressEntry) -> AddressEntry: ...
    async def use(self, address: Address) -> None: ...


@dataclass(frozen=True, slots=True)
class Services:
    """What a confirmation works with. `edit_rate` lets the buyer state a rate of exchange above a widget."""

    ordering: Ordering
    previewing: Previewing
    basket: Basket
    addresses: Addresses
    exchange: Exchange
    edit_rate: Callable[[QWidget], None]


class Confirmation(QObject):
    """`scope` carries what only the sheet needs, `under_way` outlives it and carries the orders. What goes
    wrong after the sheet was closed is said through `say_later`."""

    pay_requested = Signal(tuple)
    """Platform and id of the orders that were placed."""

    def __init__(
        self,
        sheet: CheckoutSheet,
        services: Services,
        scope: TaskScope,
        under_way: TaskScope,
        now: Callable[[], datetime],
        say_later: Callable[[str], object],
    ) -> None:
        super().__init__(sheet)
        self.sheet = sheet
        self._services = services
        self._scope = scope
        self._under_way = under_way
        self._now = now
        self._say_later = say_later
        self._notes: dict[str, str] = {}
        self._open = True
        self.asking = Asking(sheet, services.previewing, scope, now)
        self.placing = Placing(sheet, services.ordering, under_way, say_later)
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(lambda: sheet.tick(self._now()))
        self._soon = QTimer(self, singleShot=True, interval=NOTE_MS)
        self._soon.timeout.connect(self._keep_notes)
        self.asking.changed.connect(self._sum_up)
        sheet.address.chosen.connect(self._ask_all)
        sheet.address.written.connect(self._keep_written)
        sheet.address.writing_changed.connect(self._sum_up)
        sheet.place_requested.connect(self._place)
        sheet.pay_requested.connect(self._pay)
        sheet.deed_requested.connect(self._do_something)
        sheet.rate_requested.connect(lambda: services.edit_rate(sheet))
        sheet.foot.show_rate(services.exchange.rate, now())
        self._sum_up()

    def begin(self) -> None:
        """Read the addresses, make the cards, and ask for the previews."""
        self._beat.start()
        self._scope.replace(self._prepare(), name=PREPARE)

    def end(self) -> None:
        """The sheet is closed: stop asking. Orders being placed go on."""
        self._scope.cancel(PREPARE)
        self._beat.stop()
        self._keep_notes()
        self.asking.stop()
        self.placing.end()
        self._open = False

    def turned(self, intent: OrderIntent) -> None:
        """Show what became of one of these orders."""
        self.placing.turned(intent)

    def show_rate(self, rate: Rate | None) -> None:
        """Another rate of exchange was stated."""
        self.sheet.foot.show_rate(rate, self._now())

    async def _prepare(self) -> None:
        entries: Sequence[AddressEntry] = ()
        try:
            entries = await self._services.addresses.entries()
            self.asking.before = await self._services.ordering.intents()
        except SourcingError as error:
            self.sheet.banner.say(error.sentence)
        if self.sheet.address.address is None:  # else one was written before these were read
            self.sheet.address.show_entries(entries)
        while cards := self.sheet.make_cards(SLICE):
            for card in cards:
                card.show_entries(entries)
                card.show_unavailable(self._unavailable(card))
                self._listen(card)
            self.asking.ask(cards)
            await asyncio.sleep(0)
        self._sum_up()

    def _unavailable(self, card: OrderCard) -> int:
        """Lines of the seller that are gone; said once where they have several orders."""
        lines = self._services.basket.cart.lines if card.part == 1 else ()
        gone = Cart(tuple(line for line in lines if not line.available)).groups()
        return sum(len(group.lines) for group in gone if group.key == card.group.key)

    def _listen(self, card: OrderCard) -> None:
        card.included_changed.connect(self._sum_up)
        card.preview_requested.connect(lambda: self.asking.ask([card]))
        card.leave_out_requested.connect(lambda keys: self._leave_out(card, keys))
        card.note_edited.connect(lambda text: self._note(card, text))

    def _ask_all(self) -> None:
        if not self.placing.begun:
            self.asking.ask(self.sheet.cards)

    # What stands in the way

    def _sum_up(self) -> None:
        if self._open and not self.placing.begun:
            self.sheet.show_sum(*self._obstacle())

    def _obstacle(self) -> tuple[str, str]:
        """Why the orders cannot be placed yet, empty when they can; and what can be done about it."""
        wanted = self.sheet.wanted
        waiting = [card for card in wanted if card.preview is None]
        if self.sheet.address.address is None:
            return tr("Write down where the goods are to be delivered."), ""
        if self.sheet.address.writing:
            return tr("Use the new address or cancel it."), ""
        if any(card.asking for card in wanted) or not self.sheet.complete:
            done, of = self.asking.progress
            counted = tr("Asking for freight and totals: {done} of {all}", done=done, all=of)
            return (counted if of > 1 else tr("Asking for freight and totals…")), tr("Stop")
        if not wanted:
            return tr("Choose at least one order."), ""
        if waiting:
            named = sentences.names([card.name for card in waiting])
            return tr("Ask again or leave out {sellers}.", sellers=named), tr("Ask again")
        if unseen := [card.name for card in wanted if not card.agreed]:
            named = sentences.names(unseen)
            return tr("Look at what is marked at {sellers}, and tick it.", sellers=named), tr("Show me")
        return "", ""

    def _do_something(self) -> None:
        waiting = [card for card in self.sheet.wanted if card.preview is None]
        unseen = [card for card in self.sheet.wanted if not card.agreed]
        if self.asking.under_way:
            self.asking.stop()
        elif waiting:
            self.asking.ask(waiting)
        elif unseen:
            self.sheet.look_at(unseen[0])

    # What the buyer changes

    def _keep_written(self, entry: AddressEntry) -> None:
        for card in self.sheet.cards:  # an order that goes there goes to what is written now
            card.show_entries(self.sheet.address.entries)
        self._under_way.start(self._save(entry), name="keep an address")

    async def _save(self, entry: AddressEntry) -> None:
        try:
            await self._services.addresses.save(entry)
            entries = await self._services.addresses.entries()
        except SourcingError as error:
            self._say(f"{ADDRESS_NOT_KEPT} {error.sentence}")
            return
        if self._open:
            self.sheet.address.show_entries(entries)
            for card in self.sheet.cards:
                card.show_entries(entries)

    def _leave_out(self, card: OrderCard, keys: tuple[str, ...]) -> None:
        self._scope.start_once(lambda: self._keep_for_later(card, keys), name=f"leave out {id(card)}")

    async def _keep_for_later(self, card: OrderCard, keys: tuple[str, ...]) -> None:
        try:
            await self._services.basket.set_later(keys, True)
        except SourcingError as error:
            self._say(error.sentence)
        else:
            if self._open:
                card.show_without(keys)
                self.asking.ask([card])

    def _note(self, card: OrderCard, text: str) -> None:
        for other in self.sheet.cards:
            if other is not card and other.group.key == card.group.key:
                other.show_note(text)
        self._notes[card.group.key] = text
        self._soon.start()

    def _keep_notes(self) -> None:
        self._soon.stop()
        notes, self._notes = self._notes, {}
        if notes and not self._under_way.closed:
            self._under_way.start(self._write_notes(notes), name="notes to sellers")

    async def _write_notes(self, notes: dict[str, str]) -> None:
        try:
            for group_key, text in notes.items():
                await self._services.basket.set_seller_note(group_key, text)
        except SourcingError as error:
            self._say(f"{NOTE_NOT_KEPT} {error.sentence}")

    # Orders

    def _place(self) -> None:
        """Take the buyer's word once, for what is shown and not older than a few minutes."""
        if self.placing.begun or self._obstacle()[0]:
            return
        cards = self.sheet.wanted
        if outdated := self.asking.ask_outdated(cards):
            self.sheet.banner.say(outdated)
            return
        self._keep_notes()
        addresses = dict.fromkeys(card.answer.enquiry.address for card in reversed(cards) if card.answer)
        self._under_way.start(self._keep(tuple(addresses)), name="keep the addresses")
        startling = [card.answer for card in cards if card.answer and card.answer.startling]
        self._under_way.start(self._remember(startling), name="remember what was agreed to")
        self.placing.place(cards)

    async def _keep(self, addresses: Sequence[Address]) -> None:
        try:
            for address in addresses:
                await self._services.addresses.use(address)
        except SourcingError as error:
            self._say(f"{ADDRESS_NOT_KEPT} {error.sentence}")

    async def _remember(self, agreed: Sequence[Answer]) -> None:
        try:
            for answer in agreed:
                await self._services.previewing.saw(answer)
        except SourcingError as error:
            self._say(error.sentence)

    def _pay(self) -> None:
        placed = self.placing.placed
        self.sheet.accept()
        self.pay_requested.emit(placed)

    def _say(self, sentence: str) -> None:
        (self.sheet.banner.say if self._open else self._say_later)(sentence)
