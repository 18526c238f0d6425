"""From the chosen sellers to placed orders, once per confirmation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer

from sourcing_desktop.domain.address import Address
from sourcing_desktop.domain.cart import CartGroup
from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.intent import Intent, IntentState
from sourcing_desktop.domain.order import OrderDraft, draft_order
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.cart.cart_page import CartPage
from sourcing_desktop.ui.checkout.checkout_sheet import CheckoutSheet
from sourcing_desktop.ui.checkout.order_card import OrderCard
from sourcing_desktop.ui.dialogs import answer

if TYPE_CHECKING:
    from sourcing_desktop.services.ordering import Ordering

PREVIEW_LIFE = timedelta(minutes=3)
"""An older preview is asked for again before anything is placed."""

BEAT_MS = 1000


class Addresses(Protocol):
    """Where addresses are kept."""

    async def addresses(self) -> tuple[Address, ...]: ...
    async def use(self, address: Address) -> None: ...


class CheckoutController(QObject):
    """Opens the confirmation when the cart asks for it. `scope` carries what only the sheet needs, `placing`
    outlives it and carries the orders."""

    def __init__(
        self,
        page: CartPage,
        ordering: Ordering,
        addresses: Addresses,
        scope: TaskScope,
        placing: TaskScope,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__(page)
        self._page = page
        self._ordering = ordering
        self._addresses = addresses
        self._scope = scope
        self._placing = placing
        self._now = now
        self.confirmation: Confirmation | None = None
        """The one that is open, if any."""
        page.checkout_ready.connect(self.begin)
        ordering.changed.subscribe(self._turned)

    def begin(self, groups: Sequence[CartGroup]) -> None:
        """Ask the buyer to confirm an order from each of these sellers."""
        self._scope.start_once(lambda: self._confirm(groups), name="checkout")

    async def _confirm(self, groups: Sequence[CartGroup]) -> None:
        sheet = CheckoutSheet(self._page.theme, self._page.loader, groups, self._page.window())
        self.confirmation = Confirmation(
            sheet,
            self._ordering,
            self._addresses,
            self._scope,
            self._placing,
            self._now,
            self._page.banner.say,
        )
        try:
            await self.confirmation.prepare()
            await answer(sheet)
        finally:
            self.confirmation.end()
            self.confirmation = None
            sheet.deleteLater()

    def _turned(self, intent: Intent) -> None:
        if self.confirmation is not None:
            self.confirmation.turned(intent)


class Confirmation(QObject):
    """One sheet's previews and its one chance to place them. What goes wrong after the sheet was closed is
    said through `say_later`."""

    def __init__(
        self,
        sheet: CheckoutSheet,
        ordering: Ordering,
        addresses: Addresses,
        scope: TaskScope,
        placing: TaskScope,
        now: Callable[[], datetime],
        say_later: Callable[[str], object],
    ) -> None:
        super().__init__(sheet)
        self.sheet = sheet
        self._ordering = ordering
        self._addresses = addresses
        self._scope = scope
        self._placing = placing
        self._now = now
        self._say_later = say_later
        self._drafts: dict[str, OrderCard] = {}
        self._last_told: dict[str, Intent] = {}
        self._unfinished: set[str] = set()
        self._open = True
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(lambda: sheet.tick(self._now()))
        sheet.place_requested.connect(self._place)
        sheet.address.chosen.connect(self._ask_all)
        sheet.address.writing_changed.connect(self._sum_up)
        for card in sheet.cards:
            card.included_changed.connect(self._sum_up)
            card.preview_requested.connect(lambda card=card: self._ask(card))

    async def prepare(self) -> None:
        """Read the addresses and ask for the previews."""
        try:
            self.sheet.address.show_addresses(await self._addresses.addresses())
        except SourcingError as error:
            self.sheet.banner.say(error.sentence)
        self._beat.start()
        self._ask_all()

    def end(self) -> None:
        """The sheet is closed: stop asking. Orders being placed go on."""
        self._open = False
        self._beat.stop()
        for card in self.sheet.cards:
            self._scope.cancel(_preview_name(card))

    def turned(self, intent: Intent) -> None:
        """Show what became of one of these orders."""
        self._last_told[intent.reference] = intent
        if self._open and intent.reference in self._drafts:
            self._drafts[intent.reference].show_intent(intent)
            self._sum_up_outcomes()

    # Previews

    def _ask_all(self) -> None:
        for card in self.sheet.cards:
            self._ask(card)

    def _ask(self, card: OrderCard) -> None:
        address = self.sheet.address.address
        if address is not None and not self._drafts:
            card.show_asking()
            self._scope.replace(self._preview(card, address), name=_preview_name(card))
        self._sum_up()

    async def _preview(self, card: OrderCard, address: Address) -> None:
        try:
            preview = await self._ordering.preview(card.group, address)
        except SourcingError as error:
            card.show_failed(error.sentence)
        else:
            card.show_preview(preview, self._now())
        self._sum_up()

    def _sum_up(self) -> None:
        if not self._drafts:
            self.sheet.show_sum(self._obstacle())

    def _obstacle(self) -> str:
        """Why the orders cannot be placed yet; empty when they can."""
        if self.sheet.address.address is None:
            return "Write down where the goods are to be delivered."
        if self.sheet.address.writing:
            return "Use the new address or cancel it."
        if not self.sheet.wanted:
            return "Choose at least one order."
        waiting = [card for card in self.sheet.wanted if card.preview is None]
        if any(card.asking for card in waiting):
            return "Asking for freight and totals…"
        if waiting:
            return f"Ask again or leave out {', '.join(card.name for card in waiting)}."
        return ""

    # Orders

    def _place(self) -> None:
        """Freeze what is shown into drafts with references of their own, once, and hand them over."""
        if self._drafts or self._obstacle() or (address := self.sheet.address.address) is None:
            return
        cards = self.sheet.wanted
        old = [card for card in cards if self._is_old(card)]
        if old:
            for card in old:
                self._ask(card)
            self.sheet.banner.say(
                "Totals older than 3 minutes are asked for again. Look at them, then place."
            )
            return
        from sourcing_desktop.services.references import new_reference

        for card in cards:
            self._drafts[new_reference()] = card
        drafts = [self._draft(card, address, reference) for reference, card in self._drafts.items()]
        self._unfinished = set(self._drafts)
        self.sheet.show_placing(cards)
        self._placing.start(self._keep(address), name="keep the address")
        for draft in drafts:
            self._placing.start(self._send(draft), name=f"order {draft.reference}")

    def _is_old(self, card: OrderCard) -> bool:
        return card.preview is not None and self._now() - card.preview.asked_at > PREVIEW_LIFE

    def _draft(self, card: OrderCard, address: Address, reference: str) -> OrderDraft:
        assert card.preview is not None
        return draft_order(card.group, card.preview, address, reference, card.note.text().strip())

    async def _keep(self, address: Address) -> None:
        try:
            await self._addresses.use(address)
        except SourcingError as error:
            say = self.sheet.banner.say if self._open else self._say_later
            say(f"The address was not kept. {error.sentence}")

    async def _send(self, draft: OrderDraft) -> None:
        try:
            await self._ordering.place(draft)
        except SourcingError as error:
            self._stumbled(draft, error.sentence)
        finally:
            self._finished(draft.reference)

    def _stumbled(self, draft: OrderDraft, sentence: str) -> None:
        """An error that is not the order's outcome: the library failed, or the cart could not be cleared."""
        if not self._open:
            self._say_later(f"Order from {draft.seller_name or draft.seller_id}: {sentence}")
            return
        told = self._last_told.get(draft.reference)
        card = self._drafts[draft.reference]
        if told is None or told.state is IntentState.PREPARED:
            card.show_not_ordered(sentence)
        else:
            card.show_trouble(sentence)

    def _finished(self, reference: str) -> None:
        self._unfinished.discard(reference)
        self._sum_up_outcomes()

    def _sum_up_outcomes(self) -> None:
        if self._open and not self._unfinished:
            told = [self._last_told.get(each) for each in self._drafts]
            placed = sum(1 for intent in told if intent and intent.state is IntentState.DONE)
            self.sheet.show_done(placed, len(told))


def _preview_name(card: OrderCard) -> str:
    return f"preview {id(card)}"
