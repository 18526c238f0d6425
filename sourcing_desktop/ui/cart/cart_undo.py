"""The way back through the last changes of the cart."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from time import monotonic

from PySide6.QtCore import QObject, Signal

from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.language import tr
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.notices import Toast

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


class CartUndo(QObject):
    """Takes back what was done to the cart, wherever it was done: by the toast that tells of it, or the last
    change first. `failed` says why something could not be taken back."""

    failed = Signal(str)

    def __init__(self, toast: Toast, keeping: TaskScope) -> None:
        super().__init__(toast)
        self._toast = toast
        self._keeping = keeping
        self._steps = UndoSteps()

    def add(self, done: str, take_back: Callable[[], Awaitable[object]], run: str = "") -> Step:
        """Remember a change that was made, or begun."""
        return self._steps.add(done, take_back, run)

    def say(self, step: Step) -> None:
        """Tell of a change, with its way back."""
        self._toast.say(step.done, partial(self._undo, step))

    def forget(self, step: Step) -> None:
        """The change came to nothing."""
        self._steps.forget(step)

    def withdraw(self, step: Step) -> None:
        """The change came to nothing, and nothing more is to be said of it."""
        if self._steps.forget(step):
            self._toast.withdraw()

    def offer_no_more(self) -> None:
        """Goods of the cart were ordered: a toast must not offer to take that back."""
        self._toast.withdraw()

    def undo_last(self) -> None:
        """Take back the newest change."""
        if not self._keeping.closed:
            self._keeping.start(self._take_back_last(), name="undo")

    async def _take_back_last(self) -> None:
        step = self._steps.last()
        if step is None:
            self._toast.say(tr("There is nothing to undo in the cart."))
        elif self._steps.forget(step):
            self._toast.withdraw()
            self._toast.say(tr("Undone: {deed}", deed=step.done[0].lower() + step.done[1:]))
            await self._take_back(step)

    def _undo(self, step: Step) -> None:
        if self._steps.forget(step) and not self._keeping.closed:
            self._keeping.start(self._take_back(step), name="undo")

    async def _take_back(self, step: Step) -> None:
        try:
            await step.take_back()
        except SourcingError as error:
            self.failed.emit(error.sentence)
