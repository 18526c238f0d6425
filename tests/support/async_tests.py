"""Runs `async def test_…` on the loop the program itself uses: asyncio inside Qt's event loop.

One loop serves the whole run. A test fails when it takes longer than its limit or leaves tasks behind.
Fixtures are plain functions; one that must await asks for `runner` and says `runner.run(client.aclose())`.
One whose tasks are still at work when the test ends adds what ends them to `at_the_end`.
"""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import qasync
from PySide6.QtWidgets import QApplication

USUAL_LIMIT = 20  # seconds
TURNS_TO_FINISH = 5  # of the loop, for tasks that were just cancelled

Ends = list[Callable[[], Awaitable[None]]]


@pytest.fixture(scope="session")
def runner(qapp: QApplication) -> Iterator[asyncio.Runner]:
    """The run's one asyncio.Runner, on a Qt event loop."""
    qapp.setQuitOnLastWindowClosed(False)

    def make_loop() -> asyncio.AbstractEventLoop:
        loop = qasync.QEventLoop(qapp)
        loop.set_default_executor(ThreadPoolExecutor(max_workers=2))  # instead of qasync's ten QThreads
        return loop

    with asyncio.Runner(loop_factory=make_loop) as runner:
        yield runner


@pytest.fixture
def at_the_end(runner: asyncio.Runner) -> Iterator[Ends]:
    """What to await when an async test is over, last added first, before tasks left running are counted."""
    ends: Ends = []
    yield ends
    while ends:  # the test never began, or an earlier end failed
        runner.run(ends.pop()())


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if isinstance(item, pytest.Function) and inspect.iscoroutinefunction(item.obj):
            item.fixturenames.insert(0, "runner")


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    arguments = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}
    marker = pyfuncitem.get_closest_marker("limit")
    limit = marker.args[0] if marker else USUAL_LIMIT
    ends = pyfuncitem.funcargs.get("at_the_end", [])
    left_over = pyfuncitem.funcargs["runner"].run(run_limited(pyfuncitem.obj(**arguments), limit, ends))
    assert not left_over, f"the test left tasks running: {left_over}"
    return True


async def run_limited(test, limit: float, ends: Ends) -> list[str]:
    """Await the test and its ends; name the tasks it left running, and cancel them."""
    before = asyncio.all_tasks()
    try:
        async with asyncio.timeout(limit):
            try:
                await test
            finally:
                while ends:
                    await ends.pop()()
        for _ in range(TURNS_TO_FINISH):
            await asyncio.sleep(0)
    finally:
        left = asyncio.all_tasks() - before
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
    return sorted(task.get_name() for task in left)
