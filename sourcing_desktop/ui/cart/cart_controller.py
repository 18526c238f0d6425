"""Keeps the cart page and the basket in step."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from sourcing_desktop.domain.cart import CartLine
from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.intent import Intent
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.cart.cart_page import CartPage
from sourcing_desktop.ui.notices import Toast

if TYPE_CHECKING:
    from sourcing_desktop.services.basket import Basket
    from sourcing_desktop.services.ordering import Ordering

DEBOUNCE_MS = 400


class CartController(QObject):
    """Turns quantities typed, removals and refreshes into calls of the basket."""

    def __init__(
        self, page: CartPage, basket: Basket, ordering: Ordering, scope: TaskScope, toast: Toast
    ) -> None:
        super().__init__(page)
        self._page = page
        self._basket = basket
        self._ordering = ordering
        self._scope = scope
        self._toast = toast
        self._edits: dict[str, int] = {}
        self._telling = asyncio.Lock()
        self._soon = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._soon.timeout.connect(self._tell_edits)
        page.model.show_in_flight(frozenset())
        page.model.show_cart(basket.cart)
        basket.changed.subscribe(page.model.show_cart)
        ordering.changed.subscribe(self._intent_turned)
        page.model.quantity_typed.connect(self._typed)
        page.remove_requested.connect(self._remove)
        page.refresh_requested.connect(self.refresh)
        page.checkout_requested.connect(self._check_out)

    def refresh(self) -> None:
        """Read the cart again."""
        if self._scope.start_once(self._refresh, name="cart"):
            self._page.show_loading()

    async def _refresh(self) -> None:
        try:
            await self._mark_in_flight()
            await self._basket.refresh()
        except SourcingError as error:
            self._page.show_failed(error.sentence)
        else:
            self._page.show_read()

    def _typed(self, key: str, quantity: int) -> None:
        self._edits[key] = quantity
        self._soon.start()

    def _tell_edits(self) -> None:
        self._soon.stop()
        if self._edits and not self._scope.closed:
            self._scope.start_once(self._send_edits, name="cart quantities")

    async def _send_edits(self) -> None:
        """One after the other, so that the last quantity typed is the last one told."""
        async with self._telling:
            while self._edits:
                key = next(iter(self._edits))
                quantity = self._edits.pop(key)
                try:
                    await self._basket.set_quantity(key, quantity)
                except SourcingError as error:
                    self._page.model.refuse(key, quantity, error.sentence)
                else:
                    self._page.model.confirm(key, quantity)

    def _check_out(self) -> None:
        self._soon.stop()
        self._scope.start_once(self._check_out_when_told, name="checking out")

    async def _check_out_when_told(self) -> None:
        """The gateway sums up its own rows: it must have every quantity typed. A refused one is marked and
        stands in the way."""
        await self._send_edits()
        if not self._page.model.cart.obstacle:
            self._page.checkout_ready.emit(self._page.model.chosen_groups())

    def _remove(self, keys: tuple[str, ...]) -> None:
        for key in keys:
            self._edits.pop(key, None)
        self._scope.start(self._take_out(keys), name="remove from the cart")

    async def _take_out(self, keys: tuple[str, ...]) -> None:
        try:
            removed = await self._basket.remove(keys)
        except SourcingError as error:
            self._page.banner.say(error.sentence, self.refresh)
            return
        if removed:
            what = removed[0].title.shown if len(removed) == 1 else f"{len(removed)} lines"
            self._toast.say(f"Removed {_short(what)}", lambda: self._put_back(removed))

    def _put_back(self, lines: tuple[CartLine, ...]) -> None:
        self._scope.start(self._restore(lines), name="put back into the cart")

    async def _restore(self, lines: tuple[CartLine, ...]) -> None:
        try:
            await self._basket.put_back(lines)
        except SourcingError as error:
            self._page.banner.say(error.sentence, lambda: self._put_back(lines))

    def _intent_turned(self, intent: Intent) -> None:
        if not self._scope.closed:
            self._scope.replace(self._mark_or_say(), name="lines being ordered")

    async def _mark_or_say(self) -> None:
        try:
            await self._mark_in_flight()
        except SourcingError as error:
            self._page.banner.say(error.sentence, self.refresh)

    async def _mark_in_flight(self) -> None:
        from sourcing_desktop.services.ordering import rows_in_flight

        self._page.model.show_in_flight(rows_in_flight(await self._ordering.intents()))


def _short(text: str) -> str:
    return text if len(text) <= 48 else f"{text[:47]}…"
