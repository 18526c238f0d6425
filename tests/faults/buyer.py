"""Somebody at the window of a program under proof: works it by real events, as told over a line of JSON, and
tells what is to be seen."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from sourcing_desktop.app.hand import NotSeen, click, until
from sourcing_desktop.domain.intent import IntentState
from sourcing_desktop.domain.payment import PaymentDraft
from sourcing_desktop.services.paying import CLAIMED
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.main_window import MainWindow
from sourcing_desktop.ui.orders.unsettled import UnsettledRow
from tests.faults.desk import TO_READ, Desk
from tests.faults.looking import seen_cart, seen_orders, seen_unsettled
from tests.faults.ordering import order
from tests.faults.paying import pay
from tests.faults.strikes import Strikes

if TYPE_CHECKING:
    from sourcing_desktop.app.session import Session

log = logging.getLogger(__name__)

Told = dict[str, Any]
TO_SETTLE = 12.0


class Buyer:
    """Does one thing at a time, but for what strikes meanwhile."""

    def __init__(self, window: MainWindow, port: int, strikes: Strikes) -> None:
        self._window = window
        self._port = port
        self._strikes = strikes
        self._scope = TaskScope("buyer", lambda error: log.error("the buyer stumbles", exc_info=error))
        self._session: Session | None = None
        self._problem = ""
        self._desk = Desk(window, strikes, self._say)
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
        self._desk.go.set()
        return {}

    async def _grab(self, told: Told) -> Told:
        self._window.grab().save(told["file"])
        return {}

    # Ordering and paying

    async def _order(self, told: Told) -> Told:
        assert self._session is not None
        return await order(self._desk, self._session, told)

    async def _pay(self, told: Told) -> Told:
        assert self._session is not None
        return await pay(self._desk, self._session, told)

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
            running = (session.scope.running(name) for name in ("settle", "unsettled orders"))
            busy = any(running) or session.placing.busy
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
        while window.orders.more.isVisible():
            click(window.orders.more)
            await until(window.orders.refresh.isEnabled, "more orders", TO_READ)
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
