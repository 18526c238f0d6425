"""Lets few requests run at a time, none before its turn, what a buyer waits for first, and never cancels one
that has started."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from enum import IntEnum
from typing import Any, TypeVar

from sourcing_desktop.domain.errors import SourcingError, Unreachable
from sourcing_desktop.language import tr
from sourcing_desktop.tasks import TaskScope

T = TypeVar("T")
CLOSED = tr("The connection to the gateway was closed.")


class Priority(IntEnum):
    """Who goes first when several wait."""

    INTERACTIVE = 0
    BACKGROUND = 1


def at_once(name: str) -> float:
    """The delay of requests that have no pace to keep."""
    return 0.0


class Gate:
    """Admits `slots` requests at a time; there must be fewer slots than pooled connections.

    `delay` says how many seconds a request of that name comes too early; where it does not, that was its turn
    and it is sent. One that is too early keeps no slot from others; `pause` waits for it.

    Cancelling a request in flight can poison httpcore's pool for good (encode/httpcore#1093). So a caller
    that gives up while it waits leaves the queue, but one that gives up later only turns away: the request
    runs to its end in `scope` and its answer is dropped.
    """

    def __init__(
        self,
        slots: int,
        scope: TaskScope,
        *,
        delay: Callable[[str], float] = at_once,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._free = slots
        self._scope = scope
        self._delay = delay
        self._pause = pause
        self._early: set[str] = set()
        self._waiting: dict[Priority, deque[tuple[str, asyncio.Future[None]]]] = {
            each: deque() for each in Priority
        }

    async def run(self, request: Callable[[], Coroutine[Any, Any, T]], *, name: str, priority: Priority) -> T:
        """Wait for a slot, run the request in the gate's scope, and return what it returns or raises."""
        await self._enter(name, priority)
        answer: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        try:
            self._scope.start(self._carry(request, answer), name=name)
        except RuntimeError as error:  # the scope is closed
            self._leave()
            raise Unreachable(CLOSED) from error
        return await answer

    async def _carry(self, request: Callable[[], Coroutine[Any, Any, T]], answer: asyncio.Future[T]) -> None:
        try:
            result = await request()
        except asyncio.CancelledError:
            if not answer.done():
                answer.set_exception(Unreachable(CLOSED, sent=True))
            raise
        except Exception as error:
            if not answer.done():
                answer.set_exception(error)
            elif not isinstance(error, SourcingError):
                raise  # nobody waits for it any more, but a bug must be heard
        else:
            if not answer.done():
                answer.set_result(result)
        finally:
            self._leave()

    async def _enter(self, name: str, priority: Priority) -> None:
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[priority].append((name, turn))
        self._admit()
        try:
            await turn
        except asyncio.CancelledError:
            if not turn.cancelled():  # its turn came in the same moment
                self._leave()
            raise

    def _leave(self) -> None:
        self._free += 1
        self._admit()

    def _admit(self) -> None:
        """Let in whoever may go."""
        for queue in self._waiting.values():
            too_early = []
            while queue and self._free:
                name, turn = queue.popleft()
                if turn.done():
                    continue
                if self._is_early(name):
                    too_early.append((name, turn))
                else:
                    self._free -= 1
                    turn.set_result(None)
            queue.extendleft(reversed(too_early))

    def _is_early(self, name: str) -> bool:
        """Whether requests of this name must wait; looks again when they need no longer."""
        if self._scope.closed:
            return False
        if name not in self._early and (seconds := self._delay(name)) > 0:
            self._early.add(name)
            self._scope.start(self._wait(seconds), name=name).add_done_callback(lambda _: self._due(name))
        return name in self._early

    async def _wait(self, seconds: float) -> None:
        await self._pause(seconds)

    def _due(self, name: str) -> None:
        self._early.discard(name)
        self._admit()
