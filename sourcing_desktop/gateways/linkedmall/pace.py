"""Keeps calls below LinkedMall's rates by waiting, so that the gateway has no reason to refuse them."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable, Mapping

WINDOW = 1.25
"""Seconds a rate counts over: more than one, for timers fire early, and a request for which a connection must
be made arrives later than those behind it."""


class Pace:
    """Turns for each operation, at most so many in any `WINDOW`. `clock` counts seconds, never backwards."""

    def __init__(
        self,
        per_second: Mapping[str, int],
        clock: Callable[[], float],
        pause: Callable[[float], Awaitable[None]],
    ) -> None:
        self._turns = {name: deque[float](maxlen=most) for name, most in per_second.items()}
        self._clock = clock
        self._pause = pause

    async def turn(self, operation: str) -> None:
        """Return when the operation may be called. Turns are given in the order they are asked for; one whose
        caller gives up while it waits is lost."""
        turns = self._turns[operation]
        now = self._clock()
        is_full = len(turns) == turns.maxlen
        start = max(now, turns[0] + WINDOW) if is_full else now
        turns.append(start)
        if start > now:
            await self._pause(start - now)
