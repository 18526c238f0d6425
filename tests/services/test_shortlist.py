"""The shortlist as a buyer works it: shown at once, stored in order, taken back when the disk says no."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from sourcing_desktop.domain.errors import StorageFailed
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Offer, OfferRef, Platform, Words
from sourcing_desktop.services.shortlist import Shortlist
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.shortlist import ShortlistRows


def offer(number: int) -> Offer:
    return Offer(OfferRef(Platform.ALIBABA, "v2", f"id-{number}"), Words("杯", "Mug"), "", Money(number))


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


@pytest.fixture
def database(library: Path, runner: asyncio.Runner) -> Iterator[Database]:
    database = Database(library, wait_seconds=0)
    runner.run(database.open())
    yield database
    runner.run(database.close())


@pytest.fixture
def shortlist(database: Database) -> Shortlist:
    return Shortlist(ShortlistRows(database, "trial"))


@contextmanager
def locked(library: Path) -> Iterator[None]:
    """Another program has the library meanwhile."""
    with closing(sqlite3.connect(library, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


def listed(shortlist: Shortlist) -> list[str]:
    return [entry.offer.ref.id for entry in shortlist.entries]


async def read_again(database: Database) -> Shortlist:
    """The list as the next start of the program finds it."""
    shortlist = Shortlist(ShortlistRows(database, "trial"))
    await shortlist.read_once()
    return shortlist


async def test_the_newest_are_first_and_those_added_together_in_their_order(shortlist, database):
    await shortlist.add([offer(1)])
    await shortlist.add([offer(2), offer(3)])
    assert listed(shortlist) == ["id-2", "id-3", "id-1"]
    assert (await read_again(database)).entries == shortlist.entries


async def test_adding_again_looks_anew_and_keeps_place_and_note(shortlist, database):
    await shortlist.add([offer(1)])
    await shortlist.add([offer(2)])
    await shortlist.set_note(offer(1).ref, "thick handle")
    cheaper = replace(offer(1), price=Money(5))
    await shortlist.add([cheaper])
    assert listed(shortlist) == ["id-2", "id-1"]
    assert (shortlist.entries[1].offer, shortlist.entries[1].note) == (cheaper, "thick handle")
    assert (await read_again(database)).entries == shortlist.entries


async def test_a_removal_is_undone_with_place_and_note(shortlist, database):
    await shortlist.add([offer(1), offer(2), offer(3)])
    await shortlist.set_note(offer(2).ref, "ask for a sample")
    before = shortlist.entries
    gone = await shortlist.remove([offer(2).ref, offer(9).ref])
    assert (listed(shortlist), [entry.offer for entry in gone]) == (["id-1", "id-3"], [offer(2)])
    assert listed(await read_again(database)) == ["id-1", "id-3"]
    await shortlist.restore(gone)
    assert shortlist.entries == before
    assert (await read_again(database)).entries == before


async def test_a_note_comes_back_with_an_offer_that_was_removed(shortlist):
    await shortlist.add([offer(1)])
    await shortlist.set_note(offer(1).ref, "ask for a sample")
    await shortlist.remove([offer(1).ref])
    await shortlist.add([offer(1)])
    assert [entry.note for entry in shortlist.entries] == ["ask for a sample"]


async def test_a_change_is_told_before_it_is_stored_and_only_once(shortlist):
    told = []
    shortlist.changed.subscribe(lambda entries: told.append([entry.offer.ref.id for entry in entries]))
    adding = shortlist.add([offer(1)])
    assert told == [["id-1"]]
    await adding
    assert told == [["id-1"]]


async def test_what_is_added_before_the_list_was_read_joins_it(shortlist, database):
    await shortlist.add([offer(1)])
    later = Shortlist(ShortlistRows(database, "trial"))
    await later.add([offer(2)])
    assert listed(later) == ["id-2", "id-1"]


async def test_quick_changes_of_mind_end_as_the_last_one(shortlist, database):
    await asyncio.gather(
        shortlist.add([offer(1)]),
        shortlist.add([offer(2)]),
        shortlist.remove([offer(1).ref]),
        shortlist.add([offer(1)]),
        shortlist.remove([offer(2).ref]),
        shortlist.set_note(offer(2).ref, "too late"),
    )
    assert listed(shortlist) == ["id-1"]
    assert (await read_again(database)).entries == shortlist.entries


async def test_undo_leaves_alone_what_was_put_back_by_hand(shortlist, database):
    await shortlist.add([offer(1), offer(2)])
    gone = await shortlist.remove([offer(1).ref, offer(2).ref])
    await shortlist.add([replace(offer(1), price=Money(5))])
    await shortlist.set_note(offer(1).ref, "cheaper now")
    mended = shortlist.entries[0]
    await shortlist.restore(gone)
    assert shortlist.entries == (mended, gone[1])
    assert (await read_again(database)).entries == shortlist.entries


async def test_undo_brings_back_a_note_that_was_written_after_the_removal(shortlist, database):
    await shortlist.add([offer(1)])
    gone, _ = await asyncio.gather(
        shortlist.remove([offer(1).ref]), shortlist.set_note(offer(1).ref, "ask for a sample")
    )
    await shortlist.restore(gone)
    assert [entry.note for entry in shortlist.entries] == ["ask for a sample"]
    assert (await read_again(database)).entries == shortlist.entries


async def test_what_was_taken_off_while_it_failed_to_get_there_can_be_brought_back(shortlist, database):
    """The disk has room for little, so a large offer does not go in; taking it off does."""
    await shortlist.add([offer(1)])
    await database.run(lambda c: c.exec_driver_sql(f"PRAGMA max_page_count = {_pages(c)}"))
    large = replace(offer(2), picture="x" * 1_000_000)
    failed, gone = await asyncio.gather(
        shortlist.add([large]), shortlist.remove([large.ref]), return_exceptions=True
    )
    assert isinstance(failed, StorageFailed)
    await database.run(lambda c: c.exec_driver_sql("PRAGMA max_page_count = 100000"))
    await shortlist.restore(gone)
    assert (await read_again(database)).entries == shortlist.entries


@pytest.mark.parametrize("change", ["add", "remove", "note", "restore"])
async def test_what_cannot_be_stored_is_taken_back(shortlist, database, library, change):
    await shortlist.add([offer(1), offer(2)])
    gone = await shortlist.remove([offer(2).ref])
    before = shortlist.entries
    changes = {
        "add": lambda: shortlist.add([offer(3)]),
        "remove": lambda: shortlist.remove([offer(1).ref]),
        "note": lambda: shortlist.set_note(offer(1).ref, "lost"),
        "restore": lambda: shortlist.restore(gone),
    }
    with locked(library), pytest.raises(StorageFailed, match="in use by another program"):
        await changes[change]()
    assert shortlist.entries == before
    assert (await read_again(database)).entries == before
    await changes[change]()
    assert shortlist.entries != before


async def test_a_failure_does_not_take_later_changes_along(shortlist, database):
    """The disk has room for little, so a long note does not go in; what was asked for after it does."""
    await shortlist.add([offer(1)])
    await database.run(lambda c: c.exec_driver_sql(f"PRAGMA max_page_count = {_pages(c)}"))
    outcomes = await asyncio.gather(
        shortlist.set_note(offer(1).ref, "x" * 1_000_000),
        shortlist.remove([offer(1).ref]),
        return_exceptions=True,
    )
    assert [type(outcome) for outcome in outcomes] == [StorageFailed, tuple]
    assert "disk is full" in outcomes[0].sentence
    assert listed(shortlist) == listed(await read_again(database)) == []


async def test_a_list_that_could_not_be_read_is_read_at_the_next_try(shortlist, database, library):
    await shortlist.add([offer(1)])
    later = Shortlist(ShortlistRows(database, "trial"))
    with locked(library), pytest.raises(StorageFailed):
        await later.read_once()
    assert later.entries == ()
    await later.read_once()
    assert later.entries == shortlist.entries


def _pages(connection) -> int:
    return connection.exec_driver_sql("PRAGMA page_count").scalar_one()
