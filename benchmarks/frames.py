"""Sixty frames a second in the GUI thread, and how each of them went: the clock of fling and flight."""

from __future__ import annotations

import asyncio
import gc
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer

FRAME_S = 1 / 60

Act = Callable[[float], str]
"""Does what a frame is for, given the seconds since the start, and names it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """All times in ms. `took` is the time from due to done; the rest since the frame before was done."""

    what: str
    took: float
    processor: float  # of the GUI thread
    core_awaited: float  # what it wanted a core for and got none: the machine's doing
    before: float  # from due to begun: others had the thread, or nobody
    act: float
    paint: float
    collected: float  # garbage, of all that

    @property
    def ours(self) -> float:
        """What it would have taken, had there always been a core."""
        return max(0.0, self.took - self.core_awaited)

    def __str__(self) -> str:
        parts = ("before", "act", "paint", "collected", "processor", "core_awaited")
        return f"{self.took:.1f} ms, {self.what}: " + ", ".join(
            f"{part} {getattr(self, part):.1f}" for part in parts
        )


@dataclass(slots=True)
class _Collections:
    """Adds up what garbage collection takes."""

    ms: float = 0.0
    _began: float = field(default=0.0, repr=False)

    def __call__(self, phase: str, facts: dict[str, int]) -> None:
        if phase == "start":
            self._began = perf_counter()
        else:
            self.ms += (perf_counter() - self._began) * 1000


class FrameClock(QObject):
    """Calls `act` when a frame is due, paints what it changed, and notes how that went.

    A frame that is late lets those pass that would have been due meanwhile, as a screen does.
    """

    def __init__(self, act: Act, after: Callable[[], None] = lambda: None) -> None:
        super().__init__()
        self.frames: list[Frame] = []
        self._act, self._after = act, after
        self._collections = _Collections()
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._frame)

    async def run(self, seconds: float) -> list[Frame]:
        """The frames of so many seconds."""
        gc.callbacks.append(self._collections)
        self._begin = perf_counter()
        self._end = self._begin + seconds
        self._over = asyncio.get_running_loop().create_future()
        self._used = _used()
        self._await_next()
        try:
            await self._over
        finally:
            gc.callbacks.remove(self._collections)
        return self.frames

    def _await_next(self) -> None:
        now = perf_counter()
        self._due = self._begin + (int((now - self._begin) / FRAME_S) + 1) * FRAME_S
        if self._due < self._end:
            self._timer.start(max(0, round((self._due - now) * 1000)))
        else:
            self._over.set_result(None)

    def _frame(self) -> None:
        begun = perf_counter()
        what = self._act(begun - self._begin)
        acted = perf_counter()
        QCoreApplication.sendPostedEvents()  # paints
        done = perf_counter()
        used, (processor, awaited) = _used(), self._used
        self.frames.append(
            Frame(
                what,
                took=max(0.0, (done - self._due) * 1000),
                processor=used[0] - processor,
                core_awaited=used[1] - awaited,
                before=(begun - self._due) * 1000,
                act=(acted - begun) * 1000,
                paint=(done - acted) * 1000,
                collected=self._collections.ms,
            )
        )
        self._after()
        self._collections.ms = 0.0
        self._used = _used()
        self._await_next()


def _used() -> tuple[float, float]:
    """Of this thread, in ms: its time on a core, and its wait for one (0 where the system does not say)."""
    awaited = 0
    if sys.platform == "linux":
        path = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
        awaited = int(path.read_bytes().split()[1])
    return time.thread_time() * 1000, awaited / 1e6
