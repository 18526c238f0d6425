"""Asks what the orders of one sheet would cost: all at once, and again after each change."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.intent import OrderIntent
from sourcing_desktop.domain.second_look import Enquiry, ordered_before
from sourcing_desktop.language import tr
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.checkout.age import Age
from sourcing_desktop.ui.checkout.checkout_sheet import CheckoutSheet
from sourcing_desktop.ui.checkout.order_card import OrderCard

if TYPE_CHECKING:
    from sourcing_desktop.services.previewing import Answer, Previewing

PREVIEW_LIFE = timedelta(minutes=3)
"""An older preview is asked for again before anything is placed."""

OLD = tr("Totals older than 3 minutes are asked for again. Look at them, then place.")
CHANGED = tr("Your cart has changed since these totals were asked for. They are asked for again.")
NOT_COMPARED = tr(
    "Your cart could not be compared with the gateway's: whether another computer has changed it or ordered "
    "from it is not known."
)


class Asking(QObject):
    """Emits `changed` with every question and every answer. `before` are the orders of the last day."""

    changed = Signal()

    def __init__(
        self, sheet: CheckoutSheet, previewing: Previewing, scope: TaskScope, now: Callable[[], datetime]
    ) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._previewing = previewing
        self._scope = scope
        self._now = now
        self._round: list[OrderCard] = []
        self._compared: asyncio.Task[None] | None = None
        self._ages: dict[OrderCard, Age] = {}
        self.before: tuple[OrderIntent, ...] = ()

    @property
    def progress(self) -> tuple[int, int]:
        """Answers that came, of questions put since nothing was under way."""
        return sum(1 for card in self._round if card.asking is None), len(self._round)

    @property
    def under_way(self) -> bool:
        """Whether any order is asked for."""
        return any(card.asking is not None for card in self._sheet.cards)

    def ask(self, cards: Iterable[OrderCard]) -> None:
        """Ask for these orders, in place of what was asked for them before."""
        if not self.under_way:
            self._round, self._compared = [], None
        usual = self._sheet.address.address
        asked: list[tuple[OrderCard, Enquiry]] = []
        for card in cards:
            self._scope.cancel(_name(card))
            enquiry = card.enquiry(usual)
            if enquiry is None:
                card.show_stopped()
            else:
                card.show_asking(enquiry)
                asked.append((card, enquiry))
        self._round += [card for card, _ in asked if card not in self._round]
        if asked and not self._scope.closed:
            self._scope.start(self._ask(asked), name="previews")
        self.changed.emit()

    def ask_outdated(self, cards: Iterable[OrderCard]) -> str:
        """Ask again where an answer is not of what is in the cart, or too old to be ordered by. Says which,
        nothing where there is none."""
        answered = [(card, card.answer) for card in cards if card.answer]
        changed = [card for card, answer in answered if not self._previewing.holds(answer.enquiry)]
        old = [card for card, _ in answered if self._ages[card].over(PREVIEW_LIFE)]
        self.ask(dict.fromkeys(changed + old))
        return CHANGED if changed else OLD if old else ""

    def stop(self) -> None:
        """Ask no more. What waits for its turn is never sent."""
        if self._compared is not None:
            self._compared.cancel()
        for card in self._sheet.cards:
            self._scope.cancel(_name(card))
            if card.asking is not None:
                card.show_stopped()
        self.changed.emit()

    async def _ask(self, asked: list[tuple[OrderCard, Enquiry]]) -> None:
        """First the gateways' carts and ours are compared, once for all that is asked."""
        if self._compared is None:
            self._compared = self._scope.start(self._compare(), name="compare the carts")
        await asyncio.wait((self._compared,))
        for card, enquiry in asked:
            if card.asking is enquiry:
                self._scope.replace(self._preview(card, enquiry), name=_name(card))

    async def _compare(self) -> None:
        """Where the carts cannot be compared, each order finds out whether that matters to it."""
        try:
            await self._previewing.prepare()
        except SourcingError as error:
            self._sheet.banner.say(f"{NOT_COMPARED} {error.sentence}")

    async def _preview(self, card: OrderCard, enquiry: Enquiry) -> None:
        try:
            answer = await self._previewing.ask(enquiry)
        except SourcingError as error:
            if card.asking is enquiry:
                card.show_failed(error.sentence)
        else:
            if card.asking is enquiry:
                self._show(card, answer)
        self.changed.emit()

    def _show(self, card: OrderCard, answer: Answer) -> None:
        now, self._ages[card] = self._now(), Age(self._now)
        card.show_answer(answer, now)
        card.differences.show_repeat(ordered_before(answer.enquiry, self.before, now), now)


def _name(card: OrderCard) -> str:
    return f"preview {id(card)}"
