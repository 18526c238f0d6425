"""What goes wrong on this computer: the program dies at a write, the disk is full, the clock is set."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo
from typing import Any

from sqlalchemy import Engine, Pool, event

WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE)", re.IGNORECASE)
TELLING_TIME = tuple(f"sourcing_desktop.{room}" for room in ("gateways", "services", "storage", "ui"))
BEFORE, INSIDE, AFTER = "before the write", "in the transaction", "after the commit"


class Strikes:
    """Counts the writes to the library from `arm` on; at the n-th of a strike it happens, once."""

    def __init__(self, wanted: list[dict[str, Any]], *, armed: bool = False) -> None:
        self._wanted = wanted
        self._armed = armed
        self._writes = 0
        self._committed_to = 0
        self.told: Callable[[str], object] = str
        """Hears what has struck, in the library's thread, if the program lives to tell."""
        event.listen(Engine, "before_cursor_execute", self._before)
        event.listen(Engine, "after_cursor_execute", self._after)
        event.listen(Pool, "checkin", self._given_back)

    def arm(self) -> None:
        """Count from now on: the buyer has confirmed."""
        self._armed = True

    def happen(self, action: str, seconds: float = 0) -> None:
        """Let it happen now."""
        if action == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        elif action == "disk full":
            fill_disk()
        elif action == "clock jump":
            set_clock(timedelta(seconds=seconds))

    def _before(self, _c: Any, _cursor: Any, statement: str, *_others: Any) -> None:
        if self._armed and WRITES.match(statement):
            self._writes += 1
            self._meet(BEFORE, self._writes)

    def _after(self, _c: Any, _cursor: Any, statement: str, *_others: Any) -> None:
        if self._armed and WRITES.match(statement):
            self._meet(INSIDE, self._writes)

    def _given_back(self, *_others: Any) -> None:
        for number in range(self._committed_to + 1, self._writes + 1):
            self._meet(AFTER, number)
        self._committed_to = self._writes

    def _meet(self, moment: str, number: int) -> None:
        for strike in [*self._wanted]:
            if (strike["moment"], strike["nth"]) == (moment, number):
                self._wanted.remove(strike)
                self.happen(strike["action"])
                self.told(f"{strike['action']} {moment}")


def fill_disk() -> None:
    """No file grows any more. SQLite's own errors follow."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))


def set_clock(jump: timedelta) -> None:
    """Somebody sets the computer's clock: every part of the program that asks for the time sees it."""

    class Set(datetime):
        """Tells the time as it is now set; whatever it makes is a plain datetime."""

        fromtimestamp = staticmethod(datetime.fromtimestamp)  # type: ignore[assignment]
        fromisoformat = staticmethod(datetime.fromisoformat)  # type: ignore[assignment]
        strptime = staticmethod(datetime.strptime)  # type: ignore[assignment]

        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return datetime.now(tz) + jump

    for name, module in [*sys.modules.items()]:
        if name.startswith(TELLING_TIME) and getattr(module, "datetime", None) is datetime:
            module.datetime = Set  # type: ignore[attr-defined]
    real = time.time
    time.time = lambda: real() + jump.total_seconds()
