"""The address book on disk: in the order a checkout wants, each account's own, upgraded from before."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import msgspec
import pytest

from sourcing_desktop.domain.address import AddressEntry
from sourcing_desktop.storage.address_book import AddressBook
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.schema import MIGRATIONS
from tests.support.goods import ADDRESS

OTHER = replace(ADDRESS, name="韩梅梅", town="北苑街道")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.sqlite"


@pytest.fixture
def database(path, runner):
    database = Database(path)
    runner.run(database.open())
    yield database
    runner.run(database.close())


@pytest.fixture
def book(database):
    return AddressBook(database, "trial")


async def test_an_entry_comes_back_as_it_was_kept(book):
    entry = AddressEntry(replace(ADDRESS, name="李雷 👩‍🔧 سارة"), label="Yiwu forwarder", default=True)
    kept = await book.save(entry)
    assert kept == replace(entry, id=kept.id)
    assert await book.entries() == (kept,)
    assert kept.title == "Yiwu forwarder"


async def test_an_entry_is_changed_in_its_place(book):
    kept = await book.save(AddressEntry(ADDRESS))
    await book.save(AddressEntry(OTHER))
    changed = replace(kept, address=replace(ADDRESS, street="新街1号"), gateway_id="7")
    assert await book.save(changed) == changed
    assert [entry.address.name for entry in await book.entries()] == ["韩梅梅", ADDRESS.name]
    assert (await book.entries())[1] == changed


async def test_the_last_used_comes_first_and_the_default_before_it(book):
    first, second = await book.save(AddressEntry(ADDRESS)), await book.save(AddressEntry(OTHER))
    await book.use(ADDRESS)
    assert await book.entries() == (first, second)
    default = await book.save(replace(second, default=True))
    await book.use(ADDRESS)
    assert await book.entries() == (default, first)
    await book.save(replace(first, default=True))
    assert [entry.default for entry in await book.entries()] == [True, False]


async def test_an_address_is_used_twice_and_kept_once(book):
    await book.use(ADDRESS)
    await book.use(ADDRESS)
    assert [entry.address for entry in await book.entries()] == [ADDRESS]


async def test_a_removed_entry_is_gone_and_one_removed_meanwhile_is_kept_anew(book):
    kept = await book.save(AddressEntry(ADDRESS))
    await book.remove(kept)
    assert await book.entries() == ()
    again = await book.save(kept)
    assert await book.entries() == (again,)


async def test_each_account_has_its_own_book(book, database):
    other = AddressBook(database, "other")
    kept = await book.save(AddressEntry(ADDRESS, default=True))
    theirs = await other.save(AddressEntry(OTHER, default=True))
    await other.remove(kept)
    assert await book.entries() == (kept,)
    assert await other.entries() == (theirs,)


async def test_addresses_of_the_version_before_are_all_there(path):
    old = sqlite3.connect(path)
    for statement in (*MIGRATIONS[0], *MIGRATIONS[1]):
        old.execute(statement)
    row = ("trial", msgspec.json.encode(ADDRESS).decode(), "2026-05-04T12:00:00+00:00")
    old.execute("INSERT INTO addresses (account, address, used_at) VALUES (?, ?, ?)", row)
    old.execute("PRAGMA user_version = 2")
    old.commit()
    old.close()
    database = Database(path)
    await database.open()
    try:
        (entry,) = await AddressBook(database, "trial").entries()
        assert entry == AddressEntry(ADDRESS, id="1")
    finally:
        await database.close()
