"""Somebody at the window of a program under proof: works it by real events, as told over a line of JSON, and
tells what is to be seen."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from sourcing_desktop.app.hand import NotSeen, click, press, until, write
from sourcing_desktop.domain.intent import IntentState
from sourcing_desktop.domain.payment import PaymentDraft
from sourcing_desktop.services.paying import CLAIMED
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.checkout.checkout_sheet import CheckoutSheet
from sourcing_desktop.ui.checkout.order_card import OrderCard
from sourcing_desktop.ui.main_window import MainWindow
from sourcing_desktop.ui.orders.unsettled import UnsettledRow
from tests.faults.looking import seen_cart, seen_orders, seen_outcomes, seen_unsettled
from tests.faults.strikes import Strikes

if TYPE_CHECKING:
    from sourcing_desktop.app.session import Session

log = logging.getLogger(__name__)

Told = dict[str, Any]
TO_READ, TO_PREVIEW, TO_PLACE, TO_SETTLE = 6.0, 8.0, 6.0, 12.0
"""Seconds a buyer waits before doing something else."""


class Buyer:
    """Does one thing at a time, but for what strikes meanwhile."""

    def __init__(self, window: MainWindow, port: int, strikes: Strikes) -> None:
        self._window = window
        self._port = port
        self._strikes = strikes
        self._scope = TaskScope("buyer", lambda error: log.error("the buyer stumbles", exc_info=error))
        self._session: Session | None = None
        self._problem = ""
        self._go = asyncio.Event()
        self._outcomes: list[Told] = []
        self._does: dict[str, Callable[[Told], Awaitable[Told]]] = {
            "begin": self._begin,
            "order": self._order,
            "pay": self._pay,
            "settle": self._settle,
            "look": self._look,
            "strike": self._strike,
            "go": self._go_on,
            "close": self._close,
            "grab": self._grab,
        }

    def sit_down(self) -> None:
        """Begin to listen."""
        self._scope.start(self._listen(), name="listening")

    async def leave(self) -> None:
        """The program has ended: drop everything."""
        await self._scope.close()

    def has_session(self, session: Session) -> None:
        self._session = session

    def failed(self, sentence: str) -> None:
        self._problem = sentence

    async def _listen(self) -> None:
        reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
        loop = asyncio.get_running_loop()
        self._strikes.told = lambda what: loop.call_soon_threadsafe(self._say, {"struck": what})
        while line := await reader.readline():
            told = json.loads(line)
            self._scope.start(self._do(told), name=told["do"])

    async def _do(self, told: Told) -> None:
        try:
            answer = await self._does[told["do"]](told)
        except NotSeen as error:
            answer = {"not_seen": str(error)}
        except RuntimeError as error:
            if "already deleted" not in str(error):
                raise
            answer = {"not_seen": "the window, which was closed meanwhile"}
        self._say({"id": told["id"], **answer})

    def _say(self, what: Told) -> None:
        """It is with the system when this returns, whatever becomes of this process."""
        self._writer.write(json.dumps(what).encode() + b"\n")

    # Beginning and ending

    async def _begin(self, told: Told) -> Told:
        problem = self._window.problem
        await until(lambda: self._session or self._problem or problem.isVisible(), "a session", 20)
        return {"ready": self._session is not None, "problem": self._problem or problem.text.text()}

    async def _close(self, told: Told) -> Told:
        self._window.close()
        return {}

    async def _strike(self, told: Told) -> Told:
        self._strikes.happen(told["action"], told["seconds"])
        return {}

    async def _go_on(self, told: Told) -> Told:
        self._go.set()
        return {}

    async def _grab(self, told: Told) -> Told:
        self._window.grab().save(told["file"])
        return {}

    # Ordering

    async def _order(self, told: Told) -> Told:
        """Check out all there is, confirm what is shown, and wait for what becomes of it."""
        page = self._window.cart
        self._window.actions_by_name["cart"].trigger()
        await self._insist(page.checkout.isEnabled, lambda: click(page.refresh), page.refresh.isEnabled)
        if told.get("quantity"):
            self._type(told["quantity"])
        click(page.checkout)
        sheet = await self._sheet()
        try:
            await self._insist(sheet.place.isEnabled, lambda: self._ask_again(sheet), lambda: True)
        except NotSeen:
            sheet.reject()
            raise
        cards = sheet.wanted
        self._say({"confirmed": [_confirmed(card) for card in cards]})
        self._strikes.arm()
        click(sheet.place)
        try:
            await until(lambda: sheet.title.text().endswith("placed"), "the outcome of every order", TO_PLACE)
        finally:
            self._outcomes = seen_outcomes(cards)
            sheet.leave.click()
        return {"outcomes": self._outcomes}

    async def _sheet(self) -> CheckoutSheet:
        assert self._session is not None
        checkout = self._session.checkout
        await until(lambda: checkout.confirmation is not None, "the confirmation", TO_PREVIEW)
        assert checkout.confirmation is not None
        return checkout.confirmation.sheet

    def _type(self, quantity: int) -> None:
        """Type a quantity at the first line, and go on at once."""
        tree = self._window.cart.tree
        press(tree, Qt.Key.Key_Home)
        press(tree, Qt.Key.Key_Down)
        write(tree, str(quantity))
        press(tree, Qt.Key.Key_Return)

    def _ask_again(self, sheet: CheckoutSheet) -> None:
        for card in sheet.wanted:
            if card.preview is None and not card.asking:
                card.preview_requested.emit()

    async def _insist(
        self, seen: Callable[[], object], again: Callable[[], object], may: Callable[[], object]
    ) -> None:
        """Wait for something, trying again a few times, as buyers do."""
        for _ in range(4):
            try:
                return await until(seen, "it", TO_READ / 4)
            except NotSeen:
                if may():
                    again()
        await until(seen, "what was asked for again and again", TO_READ / 2)

    # Paying

    async def _pay(self, told: Told) -> Told:
        """Pay every order that waits for it, in the way told, and wait for what becomes of it."""
        assert self._session is not None
        page, payment = self._window.orders, self._session.payment
        self._window.actions_by_name["orders"].trigger()
        self._window.actions_by_name["refresh"].trigger()
        await until(page.refresh.isEnabled, "the list of orders", TO_READ)
        if page.pay_bar.isHidden():
            return {"paid": []}
        await until(page.pay_bar.isVisible, "the way to pay", TO_READ)
        click(page.pay_bar.all)
        click(page.pay_bar.pay)
        await until(lambda: payment.payment is not None, "the sheet to pay on", TO_READ)
        assert payment.payment is not None
        sheet = payment.payment.sheet
        for group in sheet.groups:
            at = group.ways.findData(told["way"])
            group.ways.setCurrentIndex(max(0, at))
        approved = [{"order": row.order.id, "amount": row.order.total.minor} for row in sheet.rows.values()]
        self._go.clear()
        self._say({"approved": approved})
        if told["waits"]:
            await self._go.wait()
        self._strikes.arm()
        click(sheet.pay)
        rows = [*sheet.rows.values()]
        try:
            await until(lambda: not sheet.title.text().startswith("Paying"), "the outcome", TO_PLACE)
        finally:
            outcomes = [{"order": row.order.id, "text": row.outcome.text()} for row in rows]
            sheet.leave.click()
        return {"paid": outcomes}

    # What becomes of it

    async def _settle(self, told: Told) -> Told:
        """Wait until every order has an outcome; decide about those the gateway does not know."""
        assert self._session is not None
        session, unsettled = self._session, self._window.orders.unsettled
        self._window.actions_by_name["orders"].trigger()
        decided: set[str] = set()

        def settled() -> bool:
            for reference, row in [*unsettled.rows.items()]:
                if reference not in decided and row.isEnabled() and _is_undecided(row):
                    decided.add(reference)
                    click(row.send if told["send_again"] and not row.send.isHidden() else row.give_up)
            busy = session.scope.running("settle") or session.placing.busy
            return not busy and not any(_is_open(row.intent.state) for row in unsettled.rows.values())

        await until(lambda: not session.scope.running("settle"), "the first settling", TO_SETTLE)
        await until(settled, "an outcome of every order", TO_SETTLE)
        return {}

    async def _look(self, told: Told) -> Told:
        """Read everything anew and tell what the window shows."""
        window, session = self._window, self._session
        assert session is not None
        window.actions_by_name["refresh"].trigger()
        await until(
            lambda: window.orders.refresh.isEnabled() and window.cart.refresh.isEnabled(), "both lists"
        )
        await until(lambda: not session.scope.running("settle"), "the settling", TO_SETTLE)
        return {
            "orders": seen_orders(window.orders),
            "unsettled": seen_unsettled(window.orders.unsettled),
            "cart": seen_cart(window.cart),
            "banners": [
                each.text.text()
                for each in (window.problem, window.cart.banner, window.orders.banner)
                if each.isVisible()
            ],
        }


def _is_undecided(row: UnsettledRow) -> bool:
    """Whether only the buyer can go on: the gateway knows no such order, or says yes and shows no money."""
    claimed = isinstance(row.intent.draft, PaymentDraft) and CLAIMED in row.intent.explanation
    return row.intent.state is IntentState.ABSENT or claimed


def _is_open(state: IntentState) -> bool:
    return state in (IntentState.PREPARED, IntentState.SENDING, IntentState.UNKNOWN, IntentState.ABSENT)


def _confirmed(card: OrderCard) -> Told:
    """What the buyer says yes to: what this card shows now."""
    assert card.preview is not None
    return {
        "platform": card.group.platform.value,
        "seller": card.group.supplier.id,
        "lines": {line.sku.id: line.quantity for line in card.group.orderable_lines},
        "total": card.preview.total.minor,
    }
