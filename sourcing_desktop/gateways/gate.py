"""Lets few requests run at a time, what a buyer waits for first, and never cancels one that has started."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine
from enum import IntEnum
from typing import Any, TypeVar

from sourcing_desktop.domain.errors import SourcingError, Unreachable
from sourcing_desktop.tasks import TaskScope

T = TypeVar("T")
CLOSED = "The connection to the gateway was closed."


class Priority(IntEnum):
    """Who goes first when several wait."""

    INTERACTIVE = 0
    BACKGROUND = 1


class Gate:
    """Admits `slots` requests at a time; there must be fewer slots than pooled connections.

    Cancelling a request in flight can poison httpcore's pool for good (encode/httpcore#1093). So a caller
    that gives up while it waits leaves the queue, but one that gives up later only turns away: the request
    runs to its end in `scope` and its answer is dropped.
    """

    def __init__(self, slots: int, scope: TaskScope) -> None:
        self._free = slots
        self._scope = scope
        self._waiting: dict[Priority, deque[asyncio.Future[None]]] = {each: deque() for each in Priority}

    async def run(self, request: Callable[[], Coroutine[Any, Any, T]], *, name: str, priority: Priority) -> T:
        """Wait for a slot, run the request in the gate's scope, and return what it returns or raises."""
        await self._enter(priority)
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

    async def _enter(self, priority: Priority) -> None:
        if self._free:
            self._free -= 1
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[priority].append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if not turn.cancelled():  # its turn came in the same moment
                self._leave()
            raise

    def _leave(self) -> None:
        for queue in self._waiting.values():
            while queue:
                turn = queue.popleft()
                if not turn.done():
                    turn.set_result(None)
                    return
        self._free += 1
