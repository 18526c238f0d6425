"""Programs that are broken on purpose, each in one way: with these the proof must fail, or proves nothing."""

from __future__ import annotations

from typing import Any

SENDS_TWICE, FORGETS, BELIEVES = "sends twice", "forgets to write", "believes anything"
PAYS_TWICE = "pays twice"
KINDS = (SENDS_TWICE, FORGETS, BELIEVES)


def break_(how: str) -> None:
    """Break the program of this process."""
    if how == SENDS_TWICE:
        _send_twice()
    elif how == FORGETS:
        _forget()
    elif how == BELIEVES:
        _believe()


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


def _forget() -> None:
    """What was left open is forgotten: nobody asks what became of it."""
    from sourcing_desktop.services.ordering import Ordering

    async def settle(self: Any) -> tuple[Any, ...]:
        return ()

    Ordering.settle = settle  # type: ignore[method-assign]


def _believe() -> None:
    """A yes is a yes: nobody looks whether the order is there."""
    from sourcing_desktop.services import ordering
    from sourcing_desktop.services.finding import Found

    async def look_after(self: Any, intent: Any, placed: Any) -> Any:
        return await self._move(intent, ordering.IntentState.DONE, order_ids=placed.order_ids)

    assert Found
    ordering.Ordering._look_after = look_after  # type: ignore[method-assign]
