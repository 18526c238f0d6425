"""The queue of pictures works through by itself, survives what goes wrong, and never hurries a gateway that
is in trouble."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.queued_search import QueueProgress, Step
from sourcing_desktop.domain.search import Filters, FilterWord, KeywordQuery
from sourcing_desktop.domain.seen import FoundIn
from sourcing_desktop.services import query_picture
from sourcing_desktop.services.picture_queue import AT_ONCE, REST_SECONDS, TRIES, PictureQueue
from sourcing_desktop.services.search import Search
from sourcing_desktop.services.sightings import Sightings
from sourcing_desktop.tasks import TaskScope
from tests.support.desk import Desk
from tests.support.pictures import bag
from tests.support.waiting import until

BOTH = (Platform.ALIBABA, Platform.TAOBAO)
FIRST = (Platform.ALIBABA,)


class Rests:
    """A clock of the test's own: each rest lasts until it is over."""

    def __init__(self) -> None:
        self.asked: list[float] = []
        self._over = asyncio.Event()

    async def __call__(self, seconds: float) -> None:
        self.asked.append(seconds)
        self._over.clear()
        await self._over.wait()

    def end(self) -> None:
        self._over.set()


@pytest.fixture
def rests(runner) -> Rests:
    return Rests()


@pytest.fixture
def desk(open_desk, runner) -> Desk:
    return runner.run(open_desk())


@pytest.fixture
def scope(desk, at_the_end) -> Iterator[TaskScope]:
    errors: list[BaseException] = []
    scope = TaskScope("session", errors.append)
    at_the_end.extend([desk.gateway.close, scope.close])
    yield scope
    assert not errors


@pytest.fixture
def queue(desk, scope, rests) -> PictureQueue:
    return PictureQueue(Search(desk.gateway), scope, rest=rests)


@pytest.fixture
def goods(desk, runner):
    """Three offers of 1688 and their pictures, ready to be read."""

    async def found():
        page = await desk.gateway.alibaba.keyword(KeywordQuery(Platform.ALIBABA, "mug"), 1, 20)
        return [
            (offer, (offer.ref.id, partial(query_picture.from_url, offer.picture)))
            for offer in page.offers[:3]
        ]

    return runner.run(found())


def file(path: Path, colour: str = "#44aa77") -> tuple[str, object]:
    bag(colour).save(path)
    return path.name, partial(query_picture.from_file, path)


async def over(queue: PictureQueue) -> None:
    await until(lambda: not queue.progress.left)


def quiet(queue: PictureQueue) -> bool:
    """Whether nothing is under way."""
    return not any(search.step in (Step.READING, Step.SEARCHING) for search in queue.searches)


async def test_of_each_picture_the_best_match_is_noted_as_seen(desk, scope, goods):
    notes, sightings = [], Sightings()
    sightings.hear(notes.append)
    queue = PictureQueue(Search(desk.gateway, sightings), scope)
    queue.add([given for _, given in goods], FIRST)
    await over(queue)
    assert sorted((note.found_by.text, [offer.ref.id for offer in note.offers]) for note in notes) == sorted(
        (search.name, [search.best.ref.id]) for search in queue.searches
    )
    assert {note.found_by.found_in for note in notes} == {FoundIn.PICTURE}


async def test_each_picture_finds_its_own_goods(queue, goods):
    queue.add([given for _, given in goods], FIRST)
    await over(queue)
    assert queue.progress == QueueProgress(total=3, found=3)
    for (offer, (name, _)), search in zip(goods, queue.searches, strict=True):
        assert search.name == name
        assert offer.ref in [each.ref for each in search.page.offers[:3]]
        assert search.best == search.page.offers[0]
        assert search.found >= len(search.page.offers)
        assert 0 < len(search.thumbnail) < 12_000


async def test_on_both_platforms_a_picture_is_read_once(queue, goods):
    read = []

    async def reading():
        read.append(1)
        return await goods[0][1][1]()

    queue.add([("one", reading)], BOTH)
    await over(queue)
    assert [search.platform for search in queue.searches] == list(BOTH)
    assert [search.best.ref.platform for search in queue.searches] == list(BOTH)
    assert len(read) == 1


async def test_it_asks_with_the_filters_each_platform_has(queue, desk, goods):
    dear = Filters(price_from=Money.yuan(1_000_000), words=frozenset({FilterWord.SHIP_TODAY}))
    queue.add([goods[0][1]], BOTH, dear)
    await over(queue)
    assert [search.step for search in queue.searches] == [Step.NOTHING, Step.NOTHING]
    assert [search.filters for search in queue.searches] == [dear, Filters(dear.price_from)]


async def test_what_is_no_picture_fails_alone(queue, goods, tmp_path):
    lying = tmp_path / "offer.jpg"
    lying.write_bytes(b"%PDF-1.7\n" + b"x" * 1000)
    gone = tmp_path / "gone.png"
    queue.add(
        [
            ("offer.jpg", partial(query_picture.from_file, lying)),
            goods[0][1],
            ("gone.png", partial(query_picture.from_file, gone)),
        ],
        FIRST,
    )
    await over(queue)
    assert [search.step for search in queue.searches] == [Step.FAILED, Step.FOUND, Step.FAILED]
    assert queue.searches[0].sentence.startswith("This is not a picture the program can read.")
    assert "gone.png" in queue.searches[2].sentence
    file(gone)
    queue.retry()
    assert queue.progress.failed == 0
    await over(queue)
    assert queue.searches[0].step is Step.FAILED
    assert queue.searches[2].step in (Step.FOUND, Step.NOTHING)


async def test_only_what_is_named_is_tried_again(queue, tmp_path):
    missing = [(name, partial(query_picture.from_file, tmp_path / name)) for name in ("a.png", "b.png")]
    queue.add(missing, FIRST)
    await over(queue)
    for name, _ in missing:
        file(tmp_path / name)
    queue.retry([queue.searches[1].key])
    await over(queue)
    assert [search.step is Step.FAILED for search in queue.searches] == [True, False]


async def test_few_are_under_way_at_a_time(queue, tmp_path):
    most = 0

    def count(_search) -> None:
        nonlocal most
        busy = [each for each in queue.searches if each.step in (Step.READING, Step.SEARCHING)]
        most = max(most, len(busy))

    queue.turned.subscribe(count)
    queue.add([file(tmp_path / f"{number}.png") for number in range(8)], BOTH)
    await over(queue)
    assert most == AT_ONCE
    assert queue.progress.total == 16


async def test_a_search_of_the_buyer_is_not_kept_waiting(queue, desk, tmp_path):
    desk.sandbox.control.fault("AG4", "delay", times=0, seconds=0.4)
    queue.add([file(tmp_path / f"{number}.png") for number in range(6)], FIRST)
    await until(lambda: any(search.step is Step.SEARCHING for search in queue.searches))
    page = await Search(desk.gateway).begin(KeywordQuery(Platform.ALIBABA, "mug")).next_page()
    assert page.offers
    assert queue.progress.over < 6


async def test_paused_it_lets_what_has_begun_come_to_its_end(queue, desk, tmp_path):
    desk.sandbox.control.fault("AG4", "delay", times=2, seconds=0.2)
    queue.add([file(tmp_path / f"{number}.png") for number in range(5)], FIRST)
    await until(lambda: any(search.step is Step.SEARCHING for search in queue.searches))
    queue.pause()
    await until(lambda: queue.progress.over == AT_ONCE)
    assert [search.step for search in queue.searches[AT_ONCE:]] == [Step.WAITING] * (5 - AT_ONCE)
    assert queue.progress.paused
    queue.resume()
    await over(queue)
    assert not queue.progress.paused


async def test_what_is_removed_can_be_put_back_where_it_was(queue, desk, tmp_path):
    queue.pause()
    queue.add([file(tmp_path / f"{number}.png") for number in range(4)], FIRST)
    before = queue.searches
    removed = queue.remove({before[1].key, before[3].key})
    assert queue.searches == (before[0], before[2])
    queue.put_back(removed)
    assert queue.searches == before
    queue.resume()
    await over(queue)
    assert queue.progress.total == 4


async def test_what_is_removed_while_it_is_under_way_is_forgotten(queue, desk, tmp_path):
    desk.sandbox.control.fault("AG4", "delay", seconds=0.2)
    queue.add([file(tmp_path / "one.png"), file(tmp_path / "two.png")], FIRST)
    await until(lambda: queue.searches[0].step is Step.SEARCHING)
    queue.remove({queue.searches[0].key})
    await over(queue)
    assert [search.name for search in queue.searches] == ["two.png"]


async def test_a_gateway_that_fails_lets_the_queue_rest_and_go_on_by_itself(queue, desk, rests, tmp_path):
    desk.sandbox.control.fault("AG4", "http_500", times=AT_ONCE)
    queue.add([file(tmp_path / f"{number}.png") for number in range(4)], FIRST)
    await until(lambda: rests.asked and quiet(queue))
    assert queue.progress.trouble == "The gateway failed on its side. Try again in a moment."
    assert (queue.progress.left, queue.progress.paused) == (4, False)
    assert set(rests.asked) == {REST_SECONDS}
    rests.end()
    await over(queue)
    assert queue.progress.trouble == ""
    assert queue.progress.failed == 0


async def test_a_picture_that_is_never_answered_fails_in_the_end(queue, desk, rests, tmp_path):
    desk.sandbox.control.fault("AG4", "http_500", times=0)
    queue.add([file(tmp_path / "one.png")], FIRST)
    for tried in range(1, TRIES):
        await until(lambda tried=tried: len(rests.asked) == tried)
        rests.end()
    await over(queue)
    assert queue.searches[0].sentence == "The gateway failed on its side. Try again in a moment."


async def test_resumed_it_rests_no_longer(queue, desk, rests, tmp_path):
    desk.sandbox.control.fault("AG4", "http_500")
    queue.add([file(tmp_path / "one.png")], FIRST)
    await until(lambda: rests.asked)
    queue.resume()
    await over(queue)
    assert queue.progress.failed == 0


async def test_a_gateway_that_does_not_know_the_buyer_pauses_it(queue, desk, tmp_path):
    desk.sandbox.control.fault("AG4", "code", code="40101", times=0)
    queue.add([file(tmp_path / f"{number}.png") for number in range(3)], FIRST)
    await until(lambda: queue.progress.paused and quiet(queue))
    assert queue.progress.trouble
    assert queue.progress.left == 3
    desk.sandbox.control.clear()
    queue.resume()
    await over(queue)


async def test_the_end_of_the_session_ends_it(queue, scope, desk, tmp_path):
    desk.sandbox.control.fault("AG4", "delay", times=0, seconds=0.2)
    queue.add([file(tmp_path / f"{number}.png") for number in range(3)], FIRST)
    await until(lambda: queue.searches[0].step is Step.SEARCHING)
    await scope.close()
    assert queue.progress.left == 3
