"""The rows of the shortlist: what was written stays, whatever is removed, damaged or older than the table."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Offer, OfferRef, Platform, Words
from sourcing_desktop.domain.shortlist import Shortlisted
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.schema import CHOICES, MIGRATIONS, SHORTLIST
from sourcing_desktop.storage.shortlist import ShortlistRows

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
NOTES = [
    "10 000 characters " * 600,
    "👍🏽 rẻ · ถูก · 便宜",
    "\u05e9\u05dc\u05d5\u05dd \u202e abc",
    "a\x00b",
    "'; DROP--",
]


def entry(number: int, *, minutes: int = 0, note: str = "") -> Shortlisted:
    platform = Platform.TAOBAO if number % 3 == 2 else Platform.ALIBABA
    offer = Offer(
        OfferRef(platform, "v2", f"id-{number}"),
        Words("双肩包", "Ba lô"),
        f"https://cbu01.alicdn.com/img/ibank/{number}.jpg",
        Money(1250),
        badges=("super_factory",),
        score=4.5,
    )
    return Shortlisted(offer, NOON + timedelta(minutes=minutes), note)


@pytest.fixture
def database(tmp_path: Path, runner: asyncio.Runner) -> Iterator[Database]:
    database = Database(tmp_path / "library.sqlite")
    runner.run(database.open())
    yield database
    runner.run(database.close())


@pytest.fixture
def rows(database: Database) -> ShortlistRows:
    return ShortlistRows(database, "trial")


async def on_list(rows: ShortlistRows) -> list[Shortlisted]:
    return sorted(await rows.all(), key=lambda entry: entry.offer.ref.id)


async def test_offers_come_back_as_they_were_put(rows: ShortlistRows):
    entries = [entry(number, minutes=number) for number in range(5)]
    assert set(await rows.put(entries)) == set(entries)
    assert await on_list(rows) == entries
    assert all(found.added_at.tzinfo is UTC for found in await rows.all())


async def test_putting_again_looks_anew_and_keeps_time_and_note(rows: ShortlistRows):
    await rows.put([entry(1)])
    await rows.set_note(entry(1).offer.ref, "asks 5 days")
    cheaper = replace(entry(1).offer, price=Money(990))
    (kept,) = await rows.put([Shortlisted(cheaper, NOON + timedelta(days=3))])
    assert kept == Shortlisted(cheaper, NOON, "asks 5 days")
    assert await on_list(rows) == [kept]


async def test_a_removed_offer_is_put_back_with_its_note(rows: ShortlistRows):
    await rows.put([entry(1, note="good zip"), entry(2)])
    await rows.remove([entry(1).offer.ref])
    assert await on_list(rows) == [entry(2)]
    await rows.put([entry(1)])
    assert await on_list(rows) == [entry(1, note="good zip"), entry(2)]


async def test_a_removed_offer_put_again_is_new_with_its_old_note(rows: ShortlistRows):
    await rows.put([entry(1, note="good zip")])
    await rows.remove([entry(1).offer.ref])
    (kept,) = await rows.put([entry(1, minutes=9)])
    assert kept == entry(1, minutes=9, note="good zip")


@pytest.mark.parametrize("note", NOTES, ids=["long", "emoji", "right-to-left", "zero", "quote"])
async def test_any_note_comes_back(rows: ShortlistRows, note: str):
    await rows.put([entry(1)])
    await rows.set_note(entry(1).offer.ref, note)
    assert [found.note for found in await rows.all()] == [note]


async def test_ids_of_two_generations_and_platforms_are_different_offers(rows: ShortlistRows):
    known = entry(1).offer
    refs = [OfferRef(platform, generation, "7") for platform in Platform for generation in ("v1", "v2")]
    await rows.put([Shortlisted(replace(known, ref=ref), NOON) for ref in refs])
    await rows.remove(refs[:1])
    assert {found.offer.ref for found in await rows.all()} == set(refs[1:])


async def test_accounts_do_not_see_each_others_lists(rows: ShortlistRows, database: Database):
    await rows.put([entry(1)])
    other = ShortlistRows(database, "other")
    await other.remove([entry(1).offer.ref])
    assert await other.all() == ()
    assert await on_list(rows) == [entry(1)]


@pytest.mark.expects_log("3 shortlisted offers cannot be read: .*id-0")
async def test_damaged_rows_are_left_out_and_left_alone(rows: ShortlistRows, database: Database):
    await rows.put([entry(number) for number in range(4)])
    damage = ({"offer": "{"}, {"offer": '{"ref":{}}'}, {"added_at": "soon"})

    def spoil(connection) -> None:
        for number, values in enumerate(damage):
            row = SHORTLIST.c.offer_id == f"id-{number}"
            connection.execute(update(SHORTLIST).where(row).values(**values, note="mine"))

    await database.run(spoil)
    assert await rows.all() == (entry(3),)
    assert await rows.put([entry(0, minutes=1)]) == (entry(0, note="mine"),)
    count = await database.run(lambda connection: len(connection.execute(select(SHORTLIST)).all()))
    assert count == 4


async def test_a_library_of_the_version_before_gets_the_list_and_keeps_the_rest(tmp_path: Path):
    path = tmp_path / "old.sqlite"
    old = sqlite3.connect(path)
    for statement in MIGRATIONS[0]:
        old.execute(statement)
    old.execute("INSERT INTO choices VALUES ('account', 'trial')")
    old.execute("PRAGMA user_version = 1")
    old.commit()
    old.close()
    database = Database(path)
    await database.open()
    rows = ShortlistRows(database, "trial")
    await rows.put([entry(1)])
    assert await rows.all() == (entry(1),)
    choices = await database.run(lambda connection: connection.execute(select(CHOICES)).all())
    assert choices == [("account", "trial")]
    await database.close()


async def test_nothing_is_written_for_nothing(rows: ShortlistRows):
    assert await rows.put([]) == ()
    await rows.remove([])
    assert await rows.all() == ()


async def test_a_row_of_a_later_version_with_more_fields_is_read(rows: ShortlistRows, database: Database):
    text = '{"ref":{"platform":"1688","generation":"v2","id":"9"},"title":{"original":"包"},"picture":"",'
    text += '"price":null,"carbon":7}'
    values = {"account": "trial", "platform": "1688", "generation": "v2", "offer_id": "9", "offer": text}
    row = insert(SHORTLIST).values(**values, added_at=NOON.isoformat(), note="", removed=0)
    await database.run(lambda connection: connection.execute(row))
    assert [found.offer.ref.id for found in await rows.all()] == ["9"]
