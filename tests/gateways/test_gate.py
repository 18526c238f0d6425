"""Few at a time, the buyer's first, and nothing that has started is cancelled."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from sourcing_desktop.domain.errors import Unreachable
from sourcing_desktop.gateways.gate import Gate, Priority
from sourcing_desktop.tasks import TaskScope


class Room:
    """A gate, what runs behind it, and the door that lets requests finish."""

    def __init__(self, slots: int) -> None:
        self.bugs: list[BaseException] = []
        self.scope = TaskScope("test", self.bugs.append)
        self.gate = Gate(slots, self.scope)
        self.door = asyncio.Event()
        self.started: list[str] = []
        self.finished: list[str] = []
        self.most = 0
        self.at_the_end: Callable[[], object] = list

    def ask(
        self, name: str, priority: Priority = Priority.INTERACTIVE, fail: Exception | None = None
    ) -> asyncio.Task[str]:
        async def request() -> str:
            self.started.append(name)
            self.most = max(self.most, len(self.started) - len(self.finished))
            await self.door.wait()
            self.finished.append(name)
            self.at_the_end()
            if fail:
                raise fail
            return name

        return asyncio.get_running_loop().create_task(self.gate.run(request, name=name, priority=priority))


async def turns(count: int = 5) -> None:
    for _ in range(count):
        await asyncio.sleep(0)


async def test_no_more_at_a_time_than_slots():
    room = Room(2)
    asked = [room.ask(str(number)) for number in range(7)]
    await turns()
    assert room.started == ["0", "1"]
    room.door.set()
    assert await asyncio.gather(*asked) == [str(number) for number in range(7)]
    assert room.most == 2


async def test_what_a_buyer_waits_for_goes_first():
    room = Room(1)
    asked = [room.ask("running"), room.ask("b1", Priority.BACKGROUND), room.ask("b2", Priority.BACKGROUND)]
    await turns()
    asked += [room.ask("i1"), room.ask("i2")]
    await turns()
    room.door.set()
    await asyncio.gather(*asked)
    assert room.started == ["running", "i1", "i2", "b1", "b2"]


async def test_who_gives_up_waiting_is_never_asked_for():
    room = Room(1)
    running, waiting, behind = room.ask("running"), room.ask("waiting"), room.ask("behind")
    await turns()
    waiting.cancel()
    await turns()
    room.door.set()
    await asyncio.gather(running, behind)
    assert waiting.cancelled()
    assert room.started == ["running", "behind"]


async def test_what_has_started_runs_to_its_end_for_nobody():
    room = Room(1)
    running, behind = room.ask("running"), room.ask("behind")
    await turns()
    running.cancel()
    await turns()
    assert running.cancelled()
    assert room.started == ["running"]  # it still holds its slot
    room.door.set()
    await behind
    assert room.finished == ["running", "behind"]


async def test_a_turn_that_comes_as_the_caller_leaves_is_passed_on():
    room = Room(1)
    running, leaving, behind = room.ask("running"), room.ask("leaving"), room.ask("behind")
    await turns()
    room.at_the_end = lambda: asyncio.get_running_loop().call_soon(leaving.cancel)
    room.door.set()
    await asyncio.wait([running, leaving, behind])
    assert leaving.cancelled()
    assert behind.result() == "behind"
    assert room.started == ["running", "behind"]


async def test_an_error_reaches_the_caller_and_frees_the_slot():
    room = Room(1)
    room.door.set()
    for _ in range(3):
        with pytest.raises(ValueError, match="oops"):
            await room.ask("failing", fail=ValueError("oops"))
    assert room.bugs == []


async def test_a_bug_nobody_waits_for_is_heard_and_a_failed_connection_is_not():
    room = Room(2)
    asked = [room.ask("bug", fail=ValueError("oops")), room.ask("cut", fail=Unreachable("cut off"))]
    await turns()
    for each in asked:
        each.cancel()
    await turns()
    room.door.set()
    await turns()
    assert [str(bug) for bug in room.bugs] == ["oops"]


async def test_closing_ends_what_runs_and_what_comes_later():
    room = Room(1)
    running = room.ask("running")
    await turns()
    await room.scope.close()
    with pytest.raises(Unreachable) as ended:
        await running
    assert ended.value.sent
    with pytest.raises(Unreachable) as refused:
        await room.ask("late")
    assert not refused.value.sent
