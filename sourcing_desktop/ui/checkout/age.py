"""How old an answer is, whatever is done to the computer's clock."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta


class Age:
    """Counts from when it is made, by two clocks, and believes the one that says more: the calendar's, which
    may be set back, and one that nobody can set but that may stand still while the computer sleeps."""

    def __init__(self, now: Callable[[], datetime], clock: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._clock = clock
        self._born = now()
        self._began = clock()

    def over(self, life: timedelta) -> bool:
        """Whether it is older than that. One from the future is: the clock was set."""
        return abs(self._now() - self._born) > life or self._clock() - self._began > life.total_seconds()
