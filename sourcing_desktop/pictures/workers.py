"""Work in threads, and what it brings taken over in the GUI thread in small portions per frame.

Knows nothing of pictures: a task runs in a worker and yields landings, which run in the GUI thread.
"""

from __future__ import annotations

import logging
import os
from collections import deque
from collections.abc import Callable, Iterable
from functools import partial
from time import monotonic

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal

log = logging.getLogger(__name__)

WORKERS = 2
WORKERS_BESIDE_SCROLLING = min(WORKERS, max(1, (os.cpu_count() or 1) - 1))
"""One core is left to the window while what is in sight changes, unless the work then piles up."""

SCROLLING_S = 0.25
"""A view whose pictures replace one another faster than this moves, and for so long after."""

PILED_UP_S = 0.05
REST_S = 0.02
"""Work that goes on for so long without such a rest has piled up."""

AHEAD = 6
"""Tasks given to the workers at a time: enough to keep them busy, few enough to change one's mind."""

FRAME_S = 0.016
BUDGET_S = 0.004
"""Of each frame, the time the GUI thread spends on landings."""

Landing = Callable[[], None]
Task = Callable[[], Iterable[Landing]]


class Workers(QObject):
    """Two threads. All methods: GUI thread."""

    _landed = Signal()

    def __init__(self, rested: Callable[[], None], parent: QObject) -> None:
        """`rested` is called after each portion of landings: there may be room for more tasks."""
        super().__init__(parent)
        self._rested = rested
        self._pool = QThreadPool(self)
        self._working = 0
        self._busy_since = self._rested_at = float("-inf")
        self._replaced_at = self._scrolled_at = float("-inf")
        self._landings: deque[Landing] = deque()
        self._told = False  # the GUI thread has been told of landings, and has not looked yet
        self._frame_began = self._spent = 0.0
        self._next_frame = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._next_frame.timeout.connect(self._take_over)
        self._landed.connect(self._take_over, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """Whether nothing runs and nothing waits."""
        return not self._working

    @property
    def at_one_task(self) -> bool:
        """Whether it has nothing else to do; for any thread."""
        return self._working <= 1

    @property
    def scrolling(self) -> bool:
        """Whether what is in sight was replaced again and again until a moment ago."""
        return monotonic() - self._scrolled_at < SCROLLING_S

    def have_room(self) -> bool:
        """Whether another task that is not urgent would be begun soon."""
        return self._working < AHEAD

    def view_moved(self) -> None:
        """Pictures in sight were replaced by others; soon after the last time: somebody scrolls."""
        now = monotonic()
        if now - self._replaced_at < SCROLLING_S:
            self._scrolled_at = now
        self._replaced_at = now

    def start(self, task: Task, failed: Landing, *, urgent: bool) -> None:
        """Run the task; `failed` lands when it raises. The urgent come first."""
        now = monotonic()
        if self.idle and now - self._rested_at > REST_S:
            self._busy_since = now
        self._working += 1
        spare = self.scrolling and now - self._busy_since < PILED_UP_S
        self._pool.setMaxThreadCount(WORKERS_BESIDE_SCROLLING if spare else WORKERS)
        self._pool.start(partial(self._run, task, failed), 1 if urgent else 0)

    def close(self) -> None:
        """Let what runs end, and land nothing any more."""
        self._next_frame.stop()
        self._pool.clear()
        self._pool.waitForDone()
        self._landings.clear()

    def _run(self, task: Task, failed: Landing) -> None:
        """In a worker."""
        try:
            for landing in task():
                self._land(landing)
        except Exception:  # a bug must not leave a picture waiting for ever
            log.exception("the picture worker failed")
            self._land(failed)
        self._land(self._one_less)

    def _land(self, landing: Landing) -> None:
        self._landings.append(landing)
        if not self._told:
            self._told = True
            self._landed.emit()

    def _one_less(self) -> None:
        self._working -= 1
        self._rested_at = monotonic()

    def _take_over(self) -> None:
        """Handle what the workers brought, within this frame's budget, and the rest in the next frame."""
        self._told = False
        now = monotonic()
        if now - self._frame_began >= FRAME_S:
            self._frame_began, self._spent = now, 0.0
        try:
            while self._landings and self._spent < BUDGET_S:
                began = monotonic()
                self._landings.popleft()()
                self._spent += monotonic() - began
        finally:  # whatever a landing raises is its own affair
            if self._landings:
                left = self._frame_began + FRAME_S - monotonic()
                self._next_frame.start(max(0, round(left * 1000)))
            self._rested()
