"""The way back through the last changes of the cart."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import monotonic

MOST_STEPS = 100
QUICK = 1.0
"""Seconds."""


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """Something done, in words such as `Removed Tote bag`, and what takes it back."""

    done: str
    take_back: Callable[[], Awaitable[object]]
    run: str = ""
    """Steps of one run in quick succession, such as lots of one line, are taken back together."""
    at: float = 0.0


class UndoSteps:
    """The steps done, newest last."""

    def __init__(self) -> None:
        self._steps: deque[Step] = deque(maxlen=MOST_STEPS)

    def add(self, done: str, take_back: Callable[[], Awaitable[object]], run: str = "") -> Step:
        """Remember a step; in a run the way back is that of its first step."""
        last = self.last()
        now = monotonic()
        if run and last is not None and last.run == run and now - last.at < QUICK:
            take_back = self._steps.pop().take_back
        step = Step(done, take_back, run, now)
        self._steps.append(step)
        return step

    def forget(self, step: Step) -> bool:
        """Whether the step was still there; it is not afterwards."""
        if step not in self._steps:
            return False
        self._steps.remove(step)
        return True

    def last(self) -> Step | None:
        """The newest step, None when all are taken back."""
        return self._steps[-1] if self._steps else None
