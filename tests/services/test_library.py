"""The library of what was seen: fed by real searches, written a moment later, and nothing lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

import pytest

from sourcing_desktop.domain.errors import StorageFailed
from sourcing_desktop.domain.intent import IntentState
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import OfferRef, Platform
from sourcing_desktop.domain.search import Filters, KeywordQuery, Page, PictureQuery, QueryPicture, ShopQuery
from sourcing_desktop.domain.seen import FoundBy, FoundIn, SeenBefore, SeenKind, SeenQuery
from sourcing_desktop.services.library import Library
from sourcing_desktop.services.search import Search
from sourcing_desktop.services.sightings import Shown, Sightings
from sourcing_desktop.storage.seen.forgetting import PORTION
from sourcing_desktop.storage.seen.library import SeenLibrary
from sourcing_desktop.tasks import TaskScope
from tests.support.async_tests import Ends
from tests.support.desk import Desk
from tests.support.seen import CUPS, MUGS, YESTERDAY, offer, page
from tests.support.waiting import until


class Kept:
    """A library on a folder, what notes for it, and what it told."""

    def __init__(self, folder: Path, failed: list[BaseException], moment: float) -> None:
        self.sightings = Sightings()
        self.library = Library(
            SeenLibrary(folder, wait_seconds=0), self.sightings, failed.append, moment=moment
        )
        self.marks: dict[OfferRef, SeenBefore] = {}
        self.recorded: list[Shown] = []
        self.troubles: list[str] = []
        self.library.seen_before.subscribe(self.marks.update)
        self.library.recorded.subscribe(self.recorded.extend)
        self.library.trouble.subscribe(self.troubles.append)

    def show(self, shown: Shown) -> None:
        """Note it as if it were then."""
        self.library._heed_shown(shown)


OpenKept = Callable[..., Awaitable[Kept]]


@pytest.fixture
def open_kept(tmp_path: Path, at_the_end: Ends):
    """Opens libraries on one folder, one after the other."""
    failed: list[BaseException] = []
    opened: list[Kept] = []

    async def close() -> None:
        for kept in opened:
            await kept.library.close()
        opened.clear()
        assert not failed

    async def make(moment: float = 0.0) -> Kept:
        await close()
        opened.append(Kept(tmp_path / "seen", failed, moment))
        await opened[0].library.open()
        return opened[0]

    at_the_end.append(close)
    return make


async def refs(kept: Kept, query: SeenQuery = SeenQuery()) -> set[OfferRef]:  # noqa: B008 - it is frozen
    _, offers = await kept.library.first(query, 500)
    return {seen.offer.ref for seen in offers}


async def test_a_search_is_recorded_when_it_is_shown_and_not_when_it_is_read(desk: Desk, open_kept: OpenKept):
    kept = await open_kept()
    session = Search(desk.gateway, kept.sightings).begin(KeywordQuery(Platform.ALIBABA, "mug"))
    found = await session.next_page()
    more = await session.next_page()
    session.shown(found)
    await until(lambda: kept.recorded)
    assert more.offers
    total, offers = await kept.library.first(SeenQuery(), 500)
    assert total == len(found.offers)
    assert {seen.offer for seen in offers} == set(found.offers)
    assert {seen.found_by for seen in offers} == {MUGS}


async def test_it_is_known_what_an_offer_was_found_by(desk: Desk, open_kept: OpenKept):
    kept = await open_kept()
    notes = []
    kept.sightings.hear(notes.append)
    search = Search(desk.gateway, kept.sightings)
    detail = await desk.offer()
    picture = QueryPicture(b"", 1, 1)
    for query, name in (
        (KeywordQuery(Platform.ALIBABA, "杯", Filters(category_id="7"), words="mug"), ""),
        (PictureQuery(Platform.TAOBAO, picture), "cup.jpg"),
        (ShopQuery(detail.supplier.id), detail.supplier.name),
        (ShopQuery("b2b-1"), ""),
    ):
        search.begin(query, name).shown(Page((detail.offer,)))
    await search.related(detail.ref, "A backpack")
    assert [note.found_by for note in notes] == [
        FoundBy(FoundIn.WORDS, "mug", "7"),
        FoundBy(FoundIn.PICTURE, "cup.jpg"),
        FoundBy(FoundIn.SHOP, detail.supplier.name),
        FoundBy(FoundIn.SHOP, "b2b-1"),
        FoundBy(FoundIn.RELATED, "A backpack"),
    ]


async def test_what_was_shown_before_the_library_is_open_comes_into_it(tmp_path: Path, open_kept: OpenKept):
    kept = await open_kept()
    early = Sightings()
    early.note([offer(1)], MUGS)
    early.note([], MUGS)
    early.hear(kept.show)
    early.note([offer(2)], MUGS)
    await until(lambda: len(kept.recorded) == 2)
    assert await refs(kept) == {offer(1).ref, offer(2).ref}


async def test_what_an_earlier_search_showed_is_marked_and_not_what_this_one_did(open_kept: OpenKept):
    kept = await open_kept()
    kept.show(page(offer(1, fen=900), at=YESTERDAY))
    await until(lambda: kept.recorded)
    kept = await open_kept()
    kept.show(page(offer(1, fen=1200), offer(2)))
    await until(lambda: kept.marks)
    mark = kept.marks.pop(offer(1).ref)
    assert mark == SeenBefore(offer(1).ref, YESTERDAY, Money(900), "Yiwu Fancy Store")
    await until(lambda: kept.recorded)
    kept.show(page(offer(2)))  # the same search again, with other filters maybe
    await until(lambda: len(kept.recorded) == 2)
    assert not kept.marks
    kept.show(page(offer(3), offer(2), found_by=CUPS))
    await until(lambda: kept.marks and len(kept.recorded) == 3)
    assert kept.marks.keys() == {offer(2).ref}
    assert kept.marks[offer(2).ref].at < kept.recorded[-1].at


async def test_at_the_end_nothing_is_lost(open_kept: OpenKept, desk: Desk):
    kept = await open_kept(moment=60)
    detail = await desk.offer()
    for number in range(60):
        kept.sightings.note([offer(number)], MUGS)
    kept.library.opened(detail)
    kept = await open_kept()
    assert len(await refs(kept)) == 61
    assert (await kept.library.kept_detail(detail.ref))[0] == detail
    assert await refs(kept, SeenQuery(SeenKind.OPENED)) == {detail.ref}


@pytest.mark.expects_log("not remembered")
async def test_a_disk_that_refuses_is_told_of_once_and_tried_again(tmp_path: Path, open_kept: OpenKept):
    kept = await open_kept()
    with closing(sqlite3.connect(tmp_path / "seen" / "offers.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        kept.show(page(offer(1)))
        await until(lambda: kept.troubles)
        with pytest.raises(StorageFailed):
            await kept.library._recording.write()
        kept.show(page(offer(2)))
        other.execute("ROLLBACK")
    assert len(kept.troubles) == 1
    kept = await open_kept()
    assert await refs(kept) == {offer(1).ref, offer(2).ref}


async def test_a_newer_library_is_left_alone_and_another_try_may_help(tmp_path: Path):
    file = tmp_path / "seen" / "offers.sqlite"
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA user_version = 99")
    late = Kept(tmp_path / "seen", [], 0)
    late.sightings.note([offer(1)], MUGS)
    for _ in range(2):
        with pytest.raises(StorageFailed, match="newer"):
            await late.library.first(SeenQuery(), 10)
    file.unlink()
    assert await late.library.first(SeenQuery(), 10) == (0, ())
    await until(lambda: late.recorded)
    await late.library.close()


@pytest.mark.expects_log("was damaged")
async def test_a_damaged_library_is_put_aside_and_the_buyer_told(tmp_path: Path):
    (tmp_path / "seen").mkdir()
    (tmp_path / "seen" / "offers.sqlite").write_bytes(b"no library at all" * 1000)
    kept = Kept(tmp_path / "seen", [], 0)
    try:
        await kept.library.open()
        (sentence,) = kept.troubles
        (aside,) = (tmp_path / "seen").glob("*damaged*")
        assert aside.name in sentence
        kept.show(page(offer(1)))
        await until(lambda: kept.recorded)
    finally:
        await kept.library.close()


async def test_who_does_not_want_to_be_remembered_is_not(open_kept: OpenKept, desk: Desk):
    kept = await open_kept()
    kept.show(page(offer(1), at=YESTERDAY))
    await until(lambda: kept.recorded)
    await kept.library.remember(False)
    kept = await open_kept()
    assert not kept.library.remembering
    detail = await desk.offer()
    kept.show(page(offer(1), offer(2)))
    kept.library.opened(detail)
    await until(lambda: kept.marks)  # what is known is still told
    kept = await open_kept()
    assert await refs(kept) == {offer(1).ref}
    await kept.library.remember(True)
    kept.show(page(offer(3)))
    await until(lambda: kept.recorded)


async def test_what_is_done_before_the_library_is_open_waits_for_the_buyers_wish(
    tmp_path: Path, open_kept: OpenKept, desk: Desk
):
    detail, wishes = await desk.offer(), (False, True)
    for remembering in wishes:
        kept = await open_kept()
        await kept.library.remember(remembering)
        early = Kept(tmp_path / "seen", [], 0)
        early.library.opened(detail)
        assert not early.library._tasks.busy
        await early.library.open()
        await early.library.close()
        kept = await open_kept()
        assert (detail.ref in await refs(kept, SeenQuery(SeenKind.OPENED))) is remembering


async def test_what_was_ordered_is_marked_when_it_is_there_and_only_once(desk: Desk, open_kept: OpenKept):
    kept = await open_kept()
    desk.ordering.changed.subscribe(lambda intent: kept.library.ordered([intent]))
    draft = await desk.draft()
    ordered, *_ = {line.ref for line in draft.lines}
    session = Search(desk.gateway, kept.sightings).begin(KeywordQuery(Platform.ALIBABA, "backpack"))
    session.shown(await session.next_page())
    intent = await desk.ordering.place(draft)
    assert intent.state is IntentState.DONE
    kept = await open_kept()
    kept.library.ordered(await desk.journal.orders())
    kept = await open_kept()
    _, offers = await kept.library.first(SeenQuery(SeenKind.ORDERED), 10)
    assert [seen.offer.ref for seen in offers] == [ordered]
    assert offers[0].ordered_at == intent.written_at


async def test_what_is_forgotten_does_not_come_back_with_what_waits(open_kept: OpenKept):
    kept = await open_kept(moment=60)
    gone: list[int] = []
    kept.library.forgotten.subscribe(gone.extend)
    kept.show(page(offer(1), offer(2)))
    await kept.library._recording.write()
    kept.show(page(offer(1)))
    numbers = await kept.library.number_of([offer(1).ref])
    assert [*await kept.library.forget([*numbers.values()])] == [*numbers.values()] == gone
    assert await refs(kept) == {offer(2).ref}
    kept.show(page(offer(3)))
    await kept.library.forget_all()
    kept = await open_kept()
    assert await refs(kept) == set()


async def test_what_goes_is_told_portion_by_portion_also_when_it_is_broken_off(open_kept: OpenKept):
    kept = await open_kept()
    many = page(*(offer(number, shop=f"Shop {number}") for number in range(4 * PORTION)))
    kept.show(many)
    await until(lambda: kept.recorded)
    scope, told = TaskScope("the buyer's", pytest.fail), []
    kept.library.forgotten.subscribe(lambda gone: (told.append(len(gone)), scope.cancel("forget")))
    numbers = await kept.library.numbers(SeenQuery())
    scope.replace(kept.library.forget(numbers), name="forget")
    await until(lambda: not scope.busy)
    left = len(await kept.library.numbers(SeenQuery()))
    assert told == [PORTION]
    assert 0 < left < 4 * PORTION
    assert len(await kept.library.sellers()) == min(left, 500)
    assert sum(count for _, count, _ in await kept.library.searches()) == left


async def test_marks_are_told_to_be_wrong_when_only_times_are_forgotten(open_kept: OpenKept):
    kept = await open_kept()
    told: list[list[int]] = []
    kept.library.forgotten.subscribe(lambda gone: told.append([*gone]))
    kept.show(page(offer(1), offer(2), at=YESTERDAY))
    kept.show(page(offer(1), found_by=CUPS))
    await until(lambda: len(kept.recorded) == 2)
    numbers = await kept.library.number_of([offer(2).ref])
    await kept.library.forget([77])
    assert told == []
    await kept.library.forget_search(MUGS)
    assert told == [[*numbers.values()], []]


async def test_the_cap_takes_what_was_seen_longest_ago_and_spares_what_is_put_aside(open_kept: OpenKept):
    kept = await open_kept()
    kept.library._spared = lambda: {offer(0).ref}
    for number in range(10):
        kept.show(page(offer(number)))
        await until(lambda number=number: len(kept.recorded) == number + 1)
    await kept.library.set_most_offers(3)
    assert await refs(kept) == {offer(number).ref for number in (0, 8, 9)}
    assert await kept.library.most_offers() == 3


async def test_pages_are_told_of_changes_once_for_many(open_kept: OpenKept):
    kept = await open_kept(moment=0.2)
    told: list[None] = []
    kept.library.changed.subscribe(told.append)
    for number in range(10):
        kept.show(page(offer(number)))
    await until(lambda: len(kept.recorded) == 10)
    assert len(told) == 1
