"""The queue of pictures after a restart: as far as it was, paused, and whatever the disk did meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from sourcing_desktop.domain.errors import BadPicture
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.queued_search import QueueProgress, Step
from sourcing_desktop.services import query_picture
from sourcing_desktop.services.kept_queue import KeptQueue
from sourcing_desktop.services.picture_queue import LEFT, PictureQueue
from sourcing_desktop.services.search import Search
from sourcing_desktop.storage.queued_pictures import QueuedPictures
from sourcing_desktop.tasks import TaskScope
from tests.support.desk import Desk
from tests.support.pictures import bag
from tests.support.waiting import until

FIRST = (Platform.ALIBABA,)
COLOURS = ("#b33030", "#30b330", "#3030b3", "#b3b330")


@dataclass
class Run:
    """The queue from one start of the program to its end."""

    desk: Desk
    queue: PictureQueue
    scope: TaskScope
    keeping: TaskScope
    told: list[str]

    async def over(self) -> None:
        await until(lambda: not self.queue.progress.left)

    async def seen(self) -> None:
        """Until every picture has its thumbnail, and all of it is on disk."""
        await until(lambda: all(search.thumbnail or search.sentence for search in self.queue.searches))
        await until(lambda: not self.keeping.busy)

    async def end(self) -> None:
        await self.keeping.finish(seconds=5)
        await self.scope.close()


Start = Callable[..., Awaitable[Run]]


@pytest.fixture
def start(open_desk, at_the_end) -> Start:
    """Starts the program on the same library again."""

    async def started(account: str = "ours", before: QueueProgress | None = None) -> Run:
        desk = await open_desk()
        errors: list[BaseException] = []
        scope, keeping = TaskScope("session", errors.append), TaskScope("keeping", errors.append)
        queue = PictureQueue(Search(desk.gateway), scope)
        kept = KeptQueue(queue, QueuedPictures(desk.database, account), keeping)
        run = Run(desk, queue, scope, keeping, [])
        kept.failed.subscribe(run.told.append)
        await kept.begin(before)

        async def end() -> None:
            await run.end()
            assert not errors

        at_the_end.extend([desk.gateway.close, end])
        return run

    return started


@pytest.fixture
def given(tmp_path) -> list[tuple[str, object]]:
    """Four pictures to search with."""
    paths = [tmp_path / f"{number}.png" for number in range(4)]
    for path, colour in zip(paths, COLOURS, strict=True):
        bag(colour).save(path)
    return [(path.name, partial(query_picture.from_file, path)) for path in paths]


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "library.pictures"


def facts(run: Run) -> list[object]:
    """What the table shows."""
    return [
        (each.key, each.name, each.step, each.best, each.found, each.thumbnail) for each in run.queue.searches
    ]


def steps(run: Run) -> list[Step]:
    return [search.step for search in run.queue.searches]


async def test_what_was_found_is_there_again(start, given):
    before = await start()
    before.queue.add(given, tuple(Platform))
    await before.over()
    await before.end()
    after = await start()
    await after.seen()
    assert facts(after) == facts(before)
    assert all(search.thumbnail for search in after.queue.searches)
    assert not after.queue.progress.paused
    assert after.queue.progress.trouble == ""


async def test_what_was_under_way_waits_and_goes_on_when_the_buyer_says_so(start, given, tmp_path):
    before = await start()
    before.desk.sandbox.control.fault("AG4", "delay", times=0, seconds=0.3)
    before.queue.add(given, FIRST)
    await until(lambda: before.queue.progress.over == 2 and Step.SEARCHING in steps(before))
    await before.seen()
    await before.end()
    for name, _ in given:
        (tmp_path / name).unlink()
    before.desk.sandbox.control.clear()

    after = await start()
    await after.seen()
    assert after.queue.progress.paused
    assert after.queue.progress.trouble == LEFT
    assert after.queue.progress.left == 2
    assert set(steps(after)) == {Step.FOUND, Step.WAITING}
    after.queue.resume()
    await after.over()
    assert after.queue.progress.failed == 0
    assert [search.name for search in after.queue.searches] == [name for name, _ in given]


async def test_pictures_are_kept_while_no_gateway_answers(start, given, folder):
    before = await start()
    before.desk.sandbox.control.fault("AG4", "code", code="40101", times=0)
    before.queue.add(given, FIRST)
    await until(lambda: before.queue.progress.paused)
    await before.seen()
    assert len(list(folder.iterdir())) == 4
    assert before.queue.progress.left == 4


async def test_new_pictures_come_after_those_of_last_time(start, given):
    before = await start()
    before.queue.add(given[:2], FIRST)
    await before.over()
    await before.end()
    between = await start()
    between.queue.add(given[2:], FIRST)
    await between.over()
    await between.end()
    after = await start()
    assert [search.name for search in after.queue.searches] == [name for name, _ in given]


@pytest.mark.expects_log("a picture of the queue is damaged")
async def test_a_damaged_picture_fails_alone(start, given, folder):
    before = await start()
    before.queue.pause()
    before.queue.add(given, FIRST)
    await before.seen()
    await before.end()
    broken = next(iter(sorted(folder.iterdir())))
    broken.write_bytes(broken.read_bytes()[:100])

    after = await start()
    assert steps(after) == [Step.WAITING] * 4
    after.queue.resume()
    await after.over()
    (failed,) = [search for search in after.queue.searches if search.step is Step.FAILED]
    assert "Put it into the queue again." in failed.sentence
    assert not broken.exists()


@pytest.mark.expects_log("a picture of the queue is missing")
async def test_what_was_found_stays_found_without_its_picture(start, given, folder):
    before = await start()
    before.queue.add(given[:1], FIRST)
    await before.over()
    await before.end()
    for file in folder.iterdir():
        file.unlink()
    after = await start()
    assert facts(after) == facts(before)
    with pytest.raises(BadPicture, match="could not be kept"):
        await after.queue.picture(after.queue.searches[0].key).bring()


async def test_what_was_never_read_says_so(start, given):
    async def endless():
        await asyncio.Event().wait()

    before = await start()
    before.queue.pause()
    before.queue.add([("slow.jpg", endless), *given], FIRST)
    await until(lambda: not before.keeping.busy)
    await before.end()
    after = await start()
    await after.seen()
    assert after.queue.searches[0].name == "slow.jpg"
    assert "could not be kept" in after.queue.searches[0].sentence


async def test_what_is_removed_goes_and_undone_comes_back(start, given, folder):
    before = await start()
    before.queue.pause()
    before.queue.add(given, FIRST)
    await before.seen()
    removed = before.queue.remove({search.key for search in before.queue.searches[1:]})
    await until(lambda: not before.keeping.busy)
    before.queue.put_back(removed[:1])
    await before.end()
    after = await start()
    assert [search.name for search in after.queue.searches] == ["0.png", "1.png"]
    assert steps(after) == [Step.WAITING, Step.WAITING]
    await until(lambda: len(list(folder.iterdir())) == 2)
    after.queue.resume()
    await after.over()
    assert after.queue.progress.failed == 0


async def test_no_picture_is_touched_at_the_start_nor_stays_in_memory(start, given, folder, tmp_path):
    before = await start()
    before.queue.pause()
    before.queue.add(given, tuple(Platform))
    await before.seen()
    assert all(before.queue.picture(each.key).picture is None for each in before.queue.searches)
    await before.end()
    hidden = folder.rename(tmp_path / "elsewhere")
    after = await start()
    assert steps(after) == [Step.WAITING] * 8
    assert all(search.thumbnail for search in after.queue.searches)
    hidden.rename(folder)
    after.queue.resume()
    await after.over()
    assert after.queue.progress.failed == 0
    assert all(after.queue.picture(each.key).picture is None for each in after.queue.searches)


async def test_what_ran_before_the_account_was_changed_goes_on_by_itself(start, given):
    before = await start()
    before.desk.sandbox.control.fault("AG4", "delay", times=0, seconds=0.3)
    before.queue.add(given, FIRST)
    await until(lambda: before.queue.progress.over == 1)
    await before.end()
    assert before.queue.progress.left
    after = await start(before=before.queue.progress)
    await after.over()
    assert after.queue.progress.failed == 0


async def test_what_the_buyer_let_pause_pauses_without_another_reason(start, given):
    before = await start()
    before.queue.pause()
    before.queue.add(given, FIRST)
    await before.seen()
    await before.end()
    after = await start(before=before.queue.progress)
    assert (after.queue.progress.paused, after.queue.progress.trouble) == (True, "")


async def test_what_is_given_before_the_last_time_is_back_runs(start, given):
    before = await start()
    before.queue.pause()
    before.queue.add(given[:2], FIRST)
    await before.seen()
    await before.end()
    after = await start("theirs")
    late = KeptQueue(after.queue, QueuedPictures(after.desk.database, "ours"), after.keeping)
    after.queue.add(given[2:], FIRST)
    await late.begin()
    await after.over()
    assert [search.name for search in after.queue.searches] == [name for name, _ in given]


async def test_another_account_has_another_queue(start, given):
    ours = await start()
    ours.queue.add(given[:1], FIRST)
    await ours.over()
    await ours.end()
    theirs = await start("theirs")
    assert theirs.queue.searches == ()


async def test_a_disk_that_refuses_is_told_once_and_tried_again(start, given, folder):
    folder.write_bytes(b"in the way")
    run = await start()
    run.queue.add(given[:3], FIRST)
    await run.over()
    assert run.queue.progress.failed == 0
    assert len(run.told) == 1
    assert run.told[0].startswith("The queue of pictures goes on, but is not kept for the next start.")
    folder.unlink()
    run.queue.add(given[3:], FIRST)
    await run.over()
    await run.end()
    after = await start()
    assert len(after.queue.searches) == 4
