"""How long the program keeps asking before it says that something was not done, and who asks."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta

PATIENCE = timedelta(seconds=60)
"""How late an order, or its payment, may turn up at the gateway. Nobody says before that it is not there."""

PUT_RIGHT = timedelta(days=1)
"""For how long what is closed is still looked after and shown."""


class Patience:
    """Counts the time this program has been asking, on a clock that nobody can set: a computer that wakes
    with another date has not waited."""

    def __init__(
        self, patience: timedelta | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._patience = PATIENCE if patience is None else patience
        self._clock = clock
        self._since: dict[str, float] = {}

    def begin(self, reference: str) -> None:
        """It may have been done a moment ago: count from now."""
        self._since[reference] = self._clock()

    def over(self, reference: str) -> bool:
        """Whether what is looked for had time enough to turn up; the first time asked counts as the start."""
        began = self._since.setdefault(reference, self._clock())
        return self._clock() - began >= self._patience.total_seconds()


class InHand:
    """Intents somebody is at work on, by reference: one at a time, others wait."""

    def __init__(self) -> None:
        self._locks: dict[str, asyncio.Lock] = {}

    def __contains__(self, reference: str) -> bool:
        lock = self._locks.get(reference)
        return lock is not None and lock.locked()

    @asynccontextmanager
    async def holding(self, *references: str) -> AsyncIterator[None]:
        """Be at work on these intents while it lasts."""
        async with AsyncExitStack() as held:
            for reference in sorted(references):
                await held.enter_async_context(self._locks.setdefault(reference, asyncio.Lock()))
            yield
