"""Forgetting what was seen: exactly what was meant, from every table, and the space comes back."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.seen import FoundBy, FoundIn, PriceChange, SeenKind, SeenQuery
from sourcing_desktop.storage.seen.forgetting import PORTION, TABLES
from sourcing_desktop.storage.seen.library import SeenLibrary
from tests.support.seen_file import BAGS, NOON, RED, detail, library_in, ref, seen

LINE = FoundBy(FoundIn.SHOP, "义乌星河")


def at(minutes: float) -> datetime:
    return NOON + timedelta(minutes=minutes)


async def ids(library: SeenLibrary, **query: object) -> set[str]:
    _, offers = await library.first(SeenQuery(**query), 10_000)
    return {each.offer.ref.id.removeprefix("id-") for each in offers}


def rows(folder: Path) -> dict[str, int]:
    """How many rows each table has; of words those an empty question could find."""
    connection = sqlite3.connect(folder / "offers.sqlite")
    counted = {
        table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in (*TABLES, "searches", "sellers")
    }
    connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, words, row)")
    counted["words"] = connection.execute("SELECT count(*) FROM terms").fetchone()[0]
    connection.close()
    return counted


async def test_nothing_stays_of_an_offer_that_is_forgotten(tmp_path: Path):
    async with library_in(tmp_path) as library:
        await library.record([seen(1, 0, title="Canvas"), seen(2, 0, shop="Hong"), seen(1, 1, by=RED, fen=5)])
        await library.mark_opened(detail(2, 7), at(2))
        await library.keep_vectors("one", [(1, b"x")])
        assert [*await library.forget([1, 2, 77])] == [1, 2]
        assert [*await library.forget([1])] == []
        assert await library.first(SeenQuery(), 5) == (0, ())
        assert await library.detail(ref(2)) is None
        assert await library.history(ref(1)) == ()
        assert set(rows(tmp_path).values()) == {0}


async def test_a_number_is_never_used_again(tmp_path: Path):
    async with library_in(tmp_path) as library:
        await library.record([seen(1), seen(2)])
        await library.forget([2])
        await library.record([seen(2)])
        assert (await library.number_of([ref(2)]))[ref(2)] == 3
        await library.forget([3])
        await library.set_most_offers(7)
        assert [*await library.forget_all()] == [1]
        assert rows(tmp_path)["words"] == 0
        await library.record([seen(1)])
        assert (await library.number_of([ref(1)]))[ref(1)] == 4
        assert await library.most_offers() == 7


async def test_a_search_takes_what_only_it_found(tmp_path: Path):
    async with library_in(tmp_path) as library:
        await library.record([seen(1, 0), seen(2, 1), seen(2, 2, by=LINE), seen(2, 3), seen(3, 3, by=LINE)])
        assert [*await library.forget_search(BAGS)] == [1]
        _, (two, three) = await library.first(SeenQuery(), 5)
        assert (two.offer.ref, two.first_seen, two.last_seen, two.times) == (ref(3), at(3), at(3), 1)
        assert (three.first_seen, three.last_seen, three.times) == (at(2), at(2), 1)
        assert three.found_by == LINE
        assert await ids(library, category_id="1042") == set()
        assert await ids(library, words="双肩") == set()
        assert await ids(library, words="义乌") == {"2", "3"}
        assert [found_by for found_by, _, _ in await library.searches()] == [LINE]
        assert [*await library.forget_search(BAGS)] == []


async def test_a_period_takes_what_was_seen_only_then(tmp_path: Path):
    async with library_in(tmp_path) as library:
        await library.record([seen(1, 10), seen(1, 19), seen(2, 5), seen(2, 12), seen(3, 15), seen(3, 25)])
        await library.record(
            [seen(4, 5), seen(4, 15), seen(4, 25), seen(5, 20), seen(6, 9), seen(6, 11, by=RED)]
        )
        assert [*await library.forget_period(at(10), at(20))] == [1]
        _, offers = await library.first(SeenQuery(), 9)
        facts = {
            each.offer.ref: (each.first_seen, each.last_seen, each.times, each.found_by) for each in offers
        }
        assert facts == {
            ref(2): (at(5), at(5), 1, BAGS),
            ref(3): (at(25), at(25), 1, BAGS),
            ref(4): (at(5), at(25), 3, BAGS),
            ref(5): (at(20), at(20), 1, BAGS),
            ref(6): (at(9), at(9), 1, BAGS),
        }
        assert await ids(library, words="red") == set()


async def test_a_period_takes_openings_orders_and_prices_too(tmp_path: Path):
    async with library_in(tmp_path) as library:
        await library.record(
            [seen(1, 0), seen(1, 11, fen=500), seen(1, 30, fen=700), seen(2, 12), seen(3, 13)]
        )
        await library.mark_opened(detail(1, 700), at(31))
        await library.mark_opened(detail(2), at(14))
        await library.mark_ordered([ref(1), ref(2)], at(15))
        await library.mark_opened(detail(3), at(40))
        assert [*await library.forget_period(at(10), at(20))] == [2]
        assert await ids(library, kind=SeenKind.ORDERED) == set()
        assert await ids(library, kind=SeenKind.OPENED) == {"1", "3"}
        assert await library.history(ref(1)) == (
            PriceChange(at(0), Money(1000)),
            PriceChange(at(30), Money(700)),
            PriceChange(at(31), Money(700), 15),
        )
        _, (three, _) = await library.first(SeenQuery(), 5)
        assert (three.offer.ref, three.first_seen, three.last_seen, three.times) == (
            ref(3),
            at(40),
            at(40),
            1,
        )
        assert [*await library.forget_period(at(30), at(32))] == []
        assert await library.detail(ref(1)) is None
        assert await library.detail(ref(3)) is not None


async def test_the_cap_takes_what_was_seen_longest_ago_a_portion_at_a_time(tmp_path: Path):
    async with library_in(tmp_path) as library:
        await library.record([seen(number, number) for number in range(PORTION + 100)])
        await library.mark_opened(detail(0), at(0))
        await library.mark_ordered([ref(1)], at(0))
        assert [*await library.cull(10_000, ())] == []
        assert len(await library.cull(60, [ref(2)])) == PORTION
        assert len(await library.cull(60, [ref(2)])) == 40
        assert [*await library.cull(60, [ref(2)])] == []
        left = {str(number) for number in range(PORTION + 43, PORTION + 100)}
        assert await ids(library) == {"0", "1", "2"} | left
        assert len(await library.cull(0, ())) == 58
        assert await ids(library) == {"0", "1"}


async def test_the_space_of_what_is_forgotten_comes_back(tmp_path: Path):
    async with library_in(tmp_path) as library:
        await library.record([seen(number, number) for number in range(5000)])
        await library.keep_vectors("one", [(number, b"v" * 256) for number in range(1, 5001)])
    full = (tmp_path / "offers.sqlite").stat().st_size
    async with library_in(tmp_path) as library:
        assert len(await library.forget_period(at(500), at(5000))) == 4500
    assert (tmp_path / "offers.sqlite").stat().st_size < full * 0.25
    async with library_in(tmp_path) as library:
        assert len(await library.numbers(SeenQuery(words="双肩"))) == 500
        await library.forget_all()
        assert (await library.size()).bytes < 400_000
