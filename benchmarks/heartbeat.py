"""A precise 4 ms timer of the GUI thread that notes how late it is: so long the buyer waits for anything."""

from __future__ import annotations

from collections.abc import Awaitable
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MS = 4


def overdue(due: float, now: float) -> list[float]:
    """How late, in ms, each beat is that was due by now, the first at `due` (s). At least that one: a timer
    may be early by a hair."""
    late = (now - due) * 1000
    return [max(0.0, late - number * BEAT_MS) for number in range(1 + max(0, int(late / BEAT_MS)))]


class Heartbeat(QObject):
    """Beats from `start` to `stop`. What stops the thread makes every beat late that was due meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self._late: list[float] = []
        self._due = 0.0
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self._due = perf_counter() + BEAT_MS / 1000
        self._timer.start(BEAT_MS)

    def stop(self) -> list[float]:
        """How late each beat was, in ms, those included that were due and have not come."""
        self._timer.stop()
        if perf_counter() > self._due:
            self._count()
        return self._late

    def _beat(self) -> None:
        self._count()
        self._timer.start(max(0, round((self._due - perf_counter()) * 1000)))

    def _count(self) -> None:
        late = overdue(self._due, perf_counter())
        self._late += late
        self._due += len(late) * BEAT_MS / 1000


async def beats(work: Awaitable[float | None]) -> tuple[list[float], float]:
    """How late every beat was during the work, and what the work says of itself."""
    heartbeat = Heartbeat()
    heartbeat.start()
    said = await work
    return heartbeat.stop(), said or 0.0
