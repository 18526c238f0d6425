"""Keeps the cart page and the basket in step, and remembers the way back."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sourcing_desktop.domain.cart import Cart, CartLine
from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.intent import Intent, IntentState
from sourcing_desktop.language import tr
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.cart.cart_page import CartPage
from sourcing_desktop.ui.cart.cart_undo import CartUndo, Step

if TYPE_CHECKING:
    from sourcing_desktop.services.basket import Basket
    from sourcing_desktop.services.ordering import Ordering


class CartController(QObject):
    """Turns what is typed, moved, noted and removed into calls of the basket. These run in `keeping`, which
    the session lets finish: what the buyer did is written down even when the window closes at once."""

    def __init__(
        self,
        page: CartPage,
        basket: Basket,
        ordering: Ordering,
        scope: TaskScope,
        keeping: TaskScope,
        undo: CartUndo,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._basket = basket
        self._ordering = ordering
        self._scope = scope
        self._keeping = keeping
        self._undo = undo
        self._setting: set[asyncio.Task[None]] = set()
        page.model.show_in_flight(frozenset())
        self._show(basket.cart)
        basket.changed.subscribe(self._show)
        ordering.changed.subscribe(self._intent_turned)
        page.model.quantity_typed.connect(self._typed)
        page.refresh_requested.connect(self.refresh)
        page.checkout_requested.connect(self._check_out)
        page.undo_requested.connect(undo.undo_last)
        undo.failed.connect(lambda sentence: page.banner.say(sentence, self.refresh))
        page.note_written.connect(self._note)
        page.seller_note_written.connect(self._note_to_seller)
        page.tree.commands.remove_requested.connect(self._remove)
        page.tree.commands.move_requested.connect(self._move)
        page.tree.commands.decide_requested.connect(self._decide)

    def refresh(self) -> None:
        """Read the cart again."""
        if self._scope.start_once(self._refresh, name="cart"):
            self._page.show_loading()

    def keep(self) -> None:
        """Put into the basket what is just being typed; the session is ending."""
        self._page.finish_typing()

    def _show(self, cart: Cart) -> None:
        self._page.model.show_cart(cart, self._basket.trouble, self._basket.untold)

    async def _refresh(self) -> None:
        try:
            await self._mark_in_flight()
            await self._basket.refresh()
        except SourcingError as error:
            self._page.show_failed(error.sentence)
        else:
            self._page.show_read()

    # Quantities

    def _typed(self, key: str, quantity: int) -> None:
        if not self._keeping.closed:
            task = self._keeping.start(self._set_quantity(key, quantity), name="quantity")
            self._setting.add(task)
            task.add_done_callback(self._setting.discard)

    async def _set_quantity(self, key: str, quantity: int) -> None:
        """Into the basket at once, which writes it down before it tells anybody."""
        before = self._basket.cart.line(key)
        step = None
        if before is not None and before.quantity != quantity:
            done = tr("Changed {goods} to {pieces}", goods=_short(before.title.shown), pieces=f"{quantity:,}")
            step = self._undo.add(done, partial(self._reset_quantity, key, before.quantity), run=key)
        try:
            await self._basket.set_quantity(key, quantity)
        except SourcingError as error:
            self._page.model.refuse(key, quantity, error.sentence)
            if step is not None:
                self._undo.forget(step)
        else:
            self._page.model.confirm(key, quantity)

    async def _reset_quantity(self, key: str, quantity: int) -> None:
        self._page.model.forget_typed(key)
        await self._basket.set_quantity(key, quantity)

    async def _quantities_set(self) -> None:
        if self._setting:
            await asyncio.wait(tuple(self._setting))

    # Checking out

    def _check_out(self) -> None:
        self._scope.start_once(self._check_out_when_told, name="checking out")

    async def _check_out_when_told(self) -> None:
        """The gateway sums up its own rows: it must have every quantity typed. A refused one is marked and
        stands in the way."""
        await self._quantities_set()
        try:
            await self._basket.tell()
        except SourcingError as error:
            self._page.banner.say(error.sentence, self._check_out)
            return
        if not self._page.model.cart.obstacle:
            self._page.checkout_ready.emit(self._page.model.chosen_groups())

    # Everything else that changes lines

    def _remove(self, keys: tuple[str, ...]) -> None:
        lines = self._lines(keys)
        if lines:
            step = self._undo.add(
                tr("Removed {goods}", goods=_name(lines)), partial(self._basket.put_back, lines)
            )
            self._begin(partial(self._basket.remove, keys), step, say=True)

    def _move(self, keys: tuple[str, ...], later: bool) -> None:
        lines = [line for line in self._lines(keys) if line.later is not later]
        if lines:
            moved = tuple(line.key for line in lines)
            goods = _name(lines)
            done = (
                tr("Kept {goods} for later", goods=goods)
                if later
                else tr("Took {goods} for now", goods=goods)
            )
            step = self._undo.add(done, partial(self._basket.set_later, moved, not later))
            self._begin(partial(self._basket.set_later, moved, later), step, say=True)

    def _note(self, key: str, text: str) -> None:
        for line in self._lines((key,)):
            done = tr("Wrote a note at {goods}", goods=_short(line.title.shown))
            step = self._undo.add(done, partial(self._basket.set_note, key, line.note))
            self._begin(partial(self._basket.set_note, key, text), step)

    def _note_to_seller(self, group_key: str, text: str) -> None:
        before = self._basket.cart.notes.get(group_key, "")
        step = self._undo.add(tr("Wrote a note to a seller"), self._note_to_seller_again(group_key, before))
        self._begin(self._note_to_seller_again(group_key, text), step)

    def _note_to_seller_again(self, group_key: str, text: str) -> Callable[[], Awaitable[None]]:
        return partial(self._basket.set_seller_note, group_key, text)

    def _decide(self, key: str, quantity: int) -> None:
        for line in self._lines((key,)):
            done = tr(
                "Decided on {pieces} of {goods}", pieces=f"{quantity:,}", goods=_short(line.title.shown)
            )
            step = self._undo.add(done, partial(self._reset_quantity, key, line.quantity))
            self._page.model.forget_typed(key)
            self._begin(partial(self._basket.decide, key, quantity), step)

    def _lines(self, keys: tuple[str, ...]) -> tuple[CartLine, ...]:
        return tuple(line for line in self._basket.cart.lines if line.key in keys)

    def _begin(self, deed: Callable[[], Awaitable[object]], step: Step, *, say: bool = False) -> None:
        """Change the basket. The way back is there at once: telling the gateway may take a while."""
        if self._keeping.closed:
            return
        if say:
            self._undo.say(step)
        self._keeping.start(self._carry_out(deed, step), name=step.done)

    async def _carry_out(self, deed: Callable[[], Awaitable[object]], step: Step) -> None:
        try:
            await deed()
        except SourcingError as error:
            self._undo.withdraw(step)
            self._page.banner.say(error.sentence, self.refresh)

    # Lines being ordered

    def _intent_turned(self, intent: Intent) -> None:
        if intent.state is IntentState.DONE:
            self._undo.offer_no_more()
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


def _name(lines: tuple[CartLine, ...] | list[CartLine]) -> str:
    return _short(lines[0].title.shown) if len(lines) == 1 else formats.lines(len(lines))


def _short(text: str) -> str:
    return text if len(text) <= 48 else f"{text[:47]}…"
