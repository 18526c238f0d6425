"""A request on its way: whether it is slow, still wanted, or will never end. Knows no Qt and no clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sourcing_desktop.pictures import hosts
from sourcing_desktop.pictures.answer import Answer
from sourcing_desktop.pictures.hosts import Host

GRACE_S = 1.0
"""So long every request may run: most end by then, and to end one over HTTP/1.1 costs its connection."""

SLOWEST = 1024
"""Bytes a second. What brings less is slow: others get places beside it."""

LONGEST_S = 60.0
"""What is slow after that is ended. On a line of 128 kbit/s the last of 24 renditions has come by then."""


@dataclass(slots=True, eq=False)
class Fetch:
    """Times are seconds of a clock of the caller's that never goes back."""

    origin: str
    began: float
    done: Callable[[Answer], None]
    wanted: Callable[[], bool]
    received: int = 0  # bytes
    moved_at: float = float("-inf")  # the last time that bytes came
    ended: Answer | None = None  # what is told of one that was ended here

    def slow(self, now: float) -> bool:
        """Whether it holds a place for next to nothing."""
        age = now - self.began
        return age > GRACE_S and self.received < SLOWEST * age

    def unwanted(self, now: float) -> bool:
        """Whether it should end when others wait."""
        return now - self.began > GRACE_S and not self.wanted()

    def overdue(self, host: Host, now: float) -> bool:
        """Whether there is nothing to wait for any more.

        Silence means nothing while the host sends others their bytes over the same connection: on a narrow
        line one answer waits for the other. Over HTTP/1.1 it means something, if later.
        """
        if now - self.began > LONGEST_S and self.slow(now):
            return True
        silence, host_silence = now - max(self.began, self.moved_at), now - host.moved_at
        most = host.silence_s()
        if silence < most:
            return False
        return host_silence >= most or (not host.many and silence >= hosts.LONGEST_SILENCE_S)
