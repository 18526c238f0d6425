"""Tells when a call would be above LinkedMall's rates, so that the gateway has no reason to refuse it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping

WINDOW = 1.25
"""Seconds a rate counts over: more than one, for a request for which a connection must be made arrives later
than those behind it."""


class Pace:
    """Turns for each operation, at most so many in any `WINDOW`. `clock` counts seconds, never backwards."""

    def __init__(self, per_second: Mapping[str, int], clock: Callable[[], float]) -> None:
        self._turns = {name: deque[float](maxlen=most) for name, most in per_second.items()}
        self._clock = clock

    def delay(self, operation: str) -> float:
        """Seconds until the operation may be called. With 0 it may be now, and the turn is taken: ask just
        before sending."""
        turns, now = self._turns[operation], self._clock()
        if len(turns) == turns.maxlen and now < turns[0] + WINDOW:
            return turns[0] + WINDOW - now
        turns.append(now)
        return 0.0
