"""Programs that are broken on purpose, each in one way: with these the proof must fail, or proves nothing."""

from __future__ import annotations

from typing import Any

SENDS_TWICE, PAYS_TWICE = "sends twice", "pays twice"
TAKES_SILENCE_FOR_NO, BELIEVES = "takes silence for a no", "believes a yes"


def break_(how: str) -> None:
    """Break the program of this process; an empty text leaves it whole."""
    ways = {
        SENDS_TWICE: _send_twice,
        PAYS_TWICE: _pay_twice,
        TAKES_SILENCE_FOR_NO: _take_silence_for_no,
        BELIEVES: _believe,
    }
    if how:
        ways[how]()


def _send_twice() -> None:
    """Orders whose answer was lost are sent again at once."""
    from sourcing_desktop.domain.errors import SourcingError
    from sourcing_desktop.gateways.pandapon import Alibaba, Taobao

    for side in (Alibaba, Taobao):

        async def create(self: Any, draft: Any, once: Any = side.create) -> Any:
            try:
                return await once(self, draft)
            except SourcingError:
                return await once(self, draft)

        side.create = create  # type: ignore[method-assign, assignment]


def _pay_twice() -> None:
    """Every payment is asked for once more."""
    from sourcing_desktop.services.paying import Paying

    once: Any = Paying._ask

    async def ask(self: Any, drafts: Any) -> Any:
        await once(self, drafts)
        return await once(self, drafts)

    Paying._ask = ask  # type: ignore[method-assign]


def _take_silence_for_no() -> None:
    """What nobody answered was not done; nobody looks for it."""
    from sourcing_desktop.domain.errors import SourcingError
    from sourcing_desktop.services.ordering import Ordering

    async def leave_open(self: Any, intent: Any, explanation: str, *others: Any) -> Any:
        return await self._refuse(intent, SourcingError(explanation))

    async def heed(self: Any, orders: Any) -> None:
        return None

    Ordering._leave_open = leave_open  # type: ignore[method-assign]
    Ordering.heed = heed  # type: ignore[method-assign]


def _believe() -> None:
    """A yes is a yes: nobody looks whether the order is there."""
    from sourcing_desktop.domain.intent import IntentState
    from sourcing_desktop.services.ordering import Ordering

    async def look_after(self: Any, intent: Any, placed: Any) -> Any:
        return await self._move(intent, IntentState.DONE, order_ids=placed.order_ids)

    Ordering._look_after = look_after  # type: ignore[method-assign]
