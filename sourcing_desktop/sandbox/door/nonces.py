"""Nonces that were used, kept for as long as the time they came with is good."""

from __future__ import annotations

from sourcing_desktop.sandbox.clock import Clock


class Nonces:
    """`window_seconds`: how far the time of a request may be off, either way."""

    def __init__(self, clock: Clock, window_seconds: int) -> None:
        self._clock = clock
        self._window = window_seconds
        self._used: dict[str, float] = {}

    def use(self, nonce: str) -> bool:
        """Whether the nonce is used for the first time."""
        now = self._clock.now().timestamp()
        if nonce in self._used:
            return False
        while self._used and next(iter(self._used.values())) < now - 2 * self._window:
            del self._used[next(iter(self._used))]
        self._used[nonce] = now
        return True
