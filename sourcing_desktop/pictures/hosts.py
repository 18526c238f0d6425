"""How much a picture host may be asked for at a time, and when it is left alone. Fetches nothing."""

from __future__ import annotations

from dataclasses import dataclass

CONNECTIONS = 6
STREAMS = 24
"""Requests at a time to a host: one for each connection, or many in one connection of HTTP/2."""

FIRST_PAUSE_S = 1.0
LONGEST_REFUSED_S = 60.0
LONGEST_AWAY_S = 15.0
"""Pauses, each twice as long as the last: a host that refuses is spared, one that is away only looked for."""

MOST_DOUBLINGS = 10
"""A host may be away for days, and no number is large enough for that many doublings."""

PATIENCE_S = 6.0
"""How long after a host's first failure its pictures still wait for it, before they are called broken."""

SILENCE_S = 5.0
LONGEST_SILENCE_S = 10.0
"""How long a request may go without a single byte. Connecting over TLS takes three round trips and a loss or
two some more: a second and a half on a line of 200 ms."""


@dataclass(slots=True)
class Host:
    """One origin. Times are seconds of a clock of the caller's that never goes back."""

    many: bool
    """Speaks HTTP/2, or may do so: requests share a connection."""

    running: int = 0
    heard_at: float = float("-inf")
    failures: int = 0  # since it was heard
    failing_since: float = 0.0
    paused_until: float = 0.0
    reason: str = ""

    def has_room(self, now: float) -> bool:
        """Whether it may be asked now. One in trouble is asked for one picture at a time."""
        most = 1 if self.failures else STREAMS if self.many else CONNECTIONS
        return self.running < most and now >= self.paused_until

    def given_up(self, now: float) -> str:
        """Why nobody should wait for it: it is paused, and for longer than pictures wait. Else empty."""
        too_long = self.paused_until - self.failing_since >= PATIENCE_S
        return self.reason if now < self.paused_until and too_long else ""

    def silence_s(self) -> float:
        """How long its next answer may stay away; longer for a host that may be slow."""
        return SILENCE_S if self.failures < 2 else LONGEST_SILENCE_S

    def heard(self, now: float) -> bool:
        """It answered; tells whether that ends a time of trouble."""
        self.heard_at = now
        if not self.failures or now < self.paused_until:  # in a pause, this was under way already
            return False
        self.failures = 0
        return True

    def refused(self, reason: str, now: float, retry_after: bytes) -> None:
        """It wants a pause, of as many seconds as it says if that is longer."""
        asked = float(retry_after) if retry_after.isdigit() else 0.0
        self._pause(reason, now, asked, LONGEST_REFUSED_S)

    def away(self, reason: str, now: float) -> None:
        """It gave no answer at all."""
        self._pause(reason, now, 0.0, LONGEST_AWAY_S)

    def _pause(self, reason: str, now: float, at_least: float, at_most: float) -> None:
        if now < self.paused_until:
            return  # this answers what was under way already, and counts once
        if not self.failures:
            self.failing_since = now
        self.reason = reason
        pause = FIRST_PAUSE_S * 2.0 ** min(self.failures, MOST_DOUBLINGS)
        self.paused_until = now + min(max(pause, at_least), at_most)
        self.failures += 1
