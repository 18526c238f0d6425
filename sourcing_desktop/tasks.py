"""Every asyncio task has an owner that keeps it, ends it and hears its error. Nothing else creates tasks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class TaskScope:
    """Owns tasks. `on_error` hears every exception but cancellation, outside the failed task."""

    def __init__(self, name: str, on_error: Callable[[BaseException], None]) -> None:
        self._name = name
        self._on_error = on_error
        self._tasks: set[asyncio.Task[Any]] = set()
        self._named: dict[str, asyncio.Task[Any]] = {}
        self._closed = False

    @property
    def closed(self) -> bool:
        """Whether no task may be started any more."""
        return self._closed

    @property
    def busy(self) -> bool:
        """Whether any task is under way."""
        return bool(self._tasks)

    def start(self, coroutine: Coroutine[Any, Any, T], *, name: str) -> asyncio.Task[T]:
        """Run a coroutine. Raises RuntimeError when the scope is closed."""
        if self._closed:
            coroutine.close()
            raise RuntimeError(f"{self._name} is closed")
        task = asyncio.get_running_loop().create_task(coroutine, name=f"{self._name}: {name}")
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def replace(self, coroutine: Coroutine[Any, Any, Any], *, name: str) -> None:
        """Run a coroutine and cancel the one that ran under this name: the latest wins. A closed scope does
        nothing."""
        self.cancel(name)
        if self._closed:
            coroutine.close()
        else:
            self._keep(name, self.start(coroutine, name=name))

    def start_once(self, make: Callable[[], Coroutine[Any, Any, Any]], *, name: str) -> bool:
        """Run a coroutine unless one of this name is running; tells whether it was started. A closed scope
        starts nothing."""
        if self._closed or self.running(name):
            return False
        self._keep(name, self.start(make(), name=name))
        return True

    def running(self, name: str) -> bool:
        """Whether a named task is under way."""
        task = self._named.get(name)
        return task is not None and not task.done()

    def cancel(self, name: str) -> None:
        """Cancel the named task if it is under way."""
        if (task := self._named.pop(name, None)) is not None:
            task.cancel()

    async def finish(self, *, seconds: float) -> None:
        """Let tasks end by themselves for a while, then close."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
        await self.close()

    async def close(self) -> None:
        """Cancel every task and wait until the last one has ended."""
        self._closed = True
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)

    def _keep(self, name: str, task: asyncio.Task[Any]) -> None:
        """Know a task by its name until it has ended."""

        def forget(ended: asyncio.Task[Any]) -> None:
            if self._named.get(name) is ended:
                del self._named[name]

        self._named[name] = task
        task.add_done_callback(forget)

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._on_error(error)
