"""How much a picture host may be asked for at a time, and when it is left alone. Fetches nothing."""

from __future__ import annotations

from dataclasses import dataclass

CONNECTIONS = 6
STREAMS = 24
"""Requests at a time to a host: one for each connection, or many in one connection of HTTP/2. Half as many
again where slow ones would leave less than half of them to the others."""

MOST_CUTS = 6
"""So many answers in a row that broke off or failed: the host is in trouble, not the pictures."""

FIRST_PAUSE_S = 1.0
LONGEST_REFUSED_S = 60.0
LONGEST_AWAY_S = 15.0
LONGEST_ASKED_S = 600.0
"""Pauses, each twice as long as the last: a host that refuses is spared, one that is away only looked for,
and one that says how long is believed up to a limit."""

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
    moved_at: float = float("-inf")  # the last time that bytes came
    heard_at: float = float("-inf")  # the last whole answer
    cuts: int = 0  # since it was heard
    failures: int = 0  # since it was heard: pauses
    failing_since: float = 0.0
    paused_until: float = 0.0
    reason: str = ""

    def has_room(self, now: float, slow: int = 0) -> bool:
        """Whether it may be asked now, while so many of what runs are slow. One in trouble is asked for one
        picture at a time."""
        if now < self.paused_until:
            return False
        if self.failures:
            return not self.running
        most = STREAMS if self.many else CONNECTIONS
        half = most // 2
        return self.running < most or (self.running < most + half and self.running - slow < half)

    def given_up(self, now: float) -> str:
        """Why nobody should wait for it: it is paused, and for longer than pictures wait. Else empty."""
        too_long = self.paused_until - self.failing_since >= PATIENCE_S
        return self.reason if now < self.paused_until and too_long else ""

    def doubted(self) -> bool:
        """Whether its next picture had better be an original: it answers with failures, perhaps at renditions
        only, and one of these would be asked for and given up for ever."""
        return self.cuts > 0 and self.failures > 0 and self.failures % 2 == 0

    def silence_s(self) -> float:
        """How long its next answer may stay away; longer for a host that may be slow."""
        return SILENCE_S if self.failures < 2 else LONGEST_SILENCE_S

    def heard(self, now: float) -> bool:
        """It answered; tells whether that ends a time of trouble."""
        self.heard_at = now
        self.cuts = 0
        if not self.failures or now < self.paused_until:  # in a pause, this was under way already
            return False
        self.failures = 0
        return True

    def refused(self, reason: str, now: float, asked_s: float) -> None:
        """It wants a pause, of as many seconds as it asks for if that is longer than it would get."""
        self._pause(reason, now, LONGEST_REFUSED_S, asked_s)

    def cut(self, reason: str, now: float) -> None:
        """An answer broke off or failed; too many in a row, or in a time of trouble, are its own trouble."""
        self.cuts += 1
        if self.failures or self.cuts >= MOST_CUTS:
            self.away(reason, now)

    def away(self, reason: str, now: float) -> None:
        """It gave no answer at all."""
        self._pause(reason, now, LONGEST_AWAY_S)

    def _pause(self, reason: str, now: float, at_most: float, asked_s: float = 0.0) -> None:
        if now < self.paused_until:
            return  # this answers what was under way already, and counts once
        if not self.failures:
            self.failing_since = now
        self.reason = reason
        pause = min(FIRST_PAUSE_S * 2.0 ** min(self.failures, MOST_DOUBLINGS), at_most)
        self.paused_until = now + max(pause, min(asked_s, LONGEST_ASKED_S))
        self.failures += 1
