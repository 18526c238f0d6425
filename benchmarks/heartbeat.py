"""A precise 4 ms timer of the GUI thread that notes how late it is: so long the buyer waits for anything."""

from __future__ import annotations

from collections.abc import Awaitable
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MS = 4


class Heartbeat(QObject):
    """Beats from `start` to `stop`."""

    def __init__(self) -> None:
        super().__init__()
        self._late: list[float] = []
        self._due = 0.0
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self._due = perf_counter() + BEAT_MS / 1000
        self._timer.start()

    def stop(self) -> list[float]:
        """How late each beat was, in ms."""
        self._timer.stop()
        return self._late

    def _beat(self) -> None:
        now = perf_counter()
        self._late.append(max(0.0, (now - self._due) * 1000))
        self._due = now + BEAT_MS / 1000


async def beats(work: Awaitable[float | None]) -> tuple[list[float], float]:
    """How late every beat was during the work, and what the work says of itself."""
    heartbeat = Heartbeat()
    heartbeat.start()
    said = await work
    return heartbeat.stop(), said or 0.0
