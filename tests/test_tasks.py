"""Tasks have an owner that keeps them, ends them and hears their errors."""

from __future__ import annotations

import asyncio

import pytest

from sourcing_desktop.tasks import TaskScope


@pytest.fixture
def heard() -> list[BaseException]:
    return []


@pytest.fixture
def scope(heard: list[BaseException]) -> TaskScope:
    return TaskScope("test", heard.append)


async def test_the_latest_of_a_name_wins(scope: TaskScope):
    seen = []

    async def say(word: str, turns: int) -> None:
        for _ in range(turns):
            await asyncio.sleep(0)
        seen.append(word)

    scope.replace(say("old", 5), name="search")
    scope.replace(say("new", 1), name="search")
    await scope.finish(seconds=1)
    assert seen == ["new"]


async def test_a_second_click_starts_nothing(scope: TaskScope):
    started = []
    gate = asyncio.Event()

    async def work() -> None:
        started.append(1)
        await gate.wait()

    assert scope.start_once(work, name="order")
    await asyncio.sleep(0)
    assert not scope.start_once(work, name="order")
    gate.set()
    await scope.finish(seconds=1)
    assert started == [1]


async def test_errors_are_heard_and_cancellation_is_silent(scope: TaskScope, heard: list[BaseException]):
    async def fail() -> None:
        raise ValueError("broken")

    scope.start(fail(), name="fails")
    scope.start(asyncio.Event().wait(), name="waits")
    for _ in range(3):
        await asyncio.sleep(0)
    await scope.close()
    assert [str(error) for error in heard] == ["broken"]


async def test_a_closed_scope_takes_nothing_more(scope: TaskScope):
    await scope.close()
    with pytest.raises(RuntimeError, match="closed"):
        scope.start(asyncio.Event().wait(), name="late")
    scope.replace(asyncio.Event().wait(), name="late")
    assert not scope.start_once(asyncio.Event().wait, name="late")
    assert not scope.running("late")


async def test_a_name_is_forgotten_when_its_task_has_ended(scope: TaskScope):
    async def read() -> None:
        await asyncio.sleep(0)

    for number in range(3):
        scope.replace(read(), name=f"picture {number}")
        assert scope.running(f"picture {number}")
    await scope.finish(seconds=1)
    assert not scope._named
