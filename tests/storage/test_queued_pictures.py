"""The queue of pictures on disk: what comes back is whole, what nobody wants any more is gone."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import update

from sourcing_desktop.domain.account import Account, AccountKind
from sourcing_desktop.domain.errors import StorageFailed
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Offer, OfferRef, Platform, Words
from sourcing_desktop.domain.queued_search import QueuedSearch, Step
from sourcing_desktop.domain.search import Page, QueryPicture, Region
from sourcing_desktop.storage.accounts import Accounts
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.queued_pictures import QueuedPictures
from sourcing_desktop.storage.schema import QUEUED_PICTURES

MUG = Offer(
    OfferRef(Platform.ALIBABA, "v2", "61"), Words("马克杯", "mug"), "http://p/1.jpg", Money(1250, "CNY")
)


def search(key: int, jpeg: bytes = b"\xff\xd8 one") -> QueuedSearch:
    picture = QueryPicture(jpeg, 800, 600) if jpeg else None
    return QueuedSearch(str(key), f"{key}.jpg", Platform.ALIBABA, picture=picture)


@pytest.fixture
def database(runner: asyncio.Runner, tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "library.sqlite")
    runner.run(database.open())
    yield database
    runner.run(database.close())


@pytest.fixture
def rows(database: Database) -> QueuedPictures:
    return QueuedPictures(database, "ours")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the pictures are."""
    return tmp_path / "library.pictures"


def files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


async def test_what_is_kept_comes_back_in_the_order_it_was_given(rows: QueuedPictures):
    page = Page((MUG,), 40, (Region(1, 2, 30, 40),))
    found = replace(search(9), step=Step.FOUND, page=page)
    failed = replace(search(10, b""), step=Step.FAILED, sentence="The file cannot be read.")
    waiting = replace(search(1_700_000_000_000_000_000), platform=Platform.TAOBAO)
    await rows.put([waiting, failed, replace(found, thumbnail=b"small")])
    assert await rows.all() == (found, failed, waiting)


async def test_a_search_stands_once_as_it_is_now(rows: QueuedPictures):
    await rows.put([search(1, b"")])
    await rows.put([search(1)])
    assert await rows.all() == (search(1),)


async def test_a_picture_is_one_file_until_nobody_has_it(
    rows: QueuedPictures, database: Database, folder: Path
):
    other = QueuedPictures(database, "other")
    await rows.put([search(1), search(2)])
    await other.put([search(1)])
    assert len(files(folder)) == 1
    await rows.remove(["1", "2"])
    assert await rows.all() == ()
    assert await other.all() == (search(1),)
    await other.remove(["1"])
    assert files(folder) == []


async def test_what_a_kill_left_half_way_goes_and_nothing_else(rows: QueuedPictures, folder: Path):
    await rows.put([search(1)])
    (kept,) = files(folder)
    for stray in (f"{kept.name}.part", f"{'0' * 64}.jpg", "holiday.jpg"):
        (folder / stray).write_bytes(b"\xff\xd8 half")
    assert await rows.all() == (search(1),)
    assert files(folder) == sorted([kept, folder / "holiday.jpg"])


@pytest.mark.expects_log("a picture of the queue is")
@pytest.mark.parametrize("half", [b"\xff\xd8 o", None])
async def test_a_damaged_or_missing_file_costs_one_picture(
    rows: QueuedPictures, folder: Path, half: bytes | None
):
    await rows.put([search(1)])
    (file,) = files(folder)
    await rows.put([search(2, b"\xff\xd8 two")])
    if half is None:
        file.unlink()
    else:
        file.write_bytes(half)
    assert await rows.all() == (search(1, b""), search(2, b"\xff\xd8 two"))
    await rows.put([search(3)])
    assert (await rows.all())[-1] == search(3)


@pytest.mark.expects_log("a picture of the queue cannot be read")
async def test_a_damaged_row_is_left_out(rows: QueuedPictures, database: Database):
    await rows.put([search(1), search(2)])
    damage = update(QUEUED_PICTURES).where(QUEUED_PICTURES.c.key == 1).values(search="{")
    await database.run(lambda connection: connection.execute(damage))
    assert await rows.all() == (search(2),)


async def test_where_no_file_can_be_written_no_row_is(rows, folder):
    folder.write_bytes(b"in the way")
    with pytest.raises(StorageFailed):
        await rows.put([search(1)])
    folder.unlink()
    assert await rows.all() == ()


async def test_the_pictures_of_a_forgotten_account_go(
    rows: QueuedPictures, database: Database, folder: Path, key_ring: object
):
    await rows.put([search(1)])
    await Accounts(database).remove(Account("Ours", AccountKind.PANDAPON, "https://x.example", id="ours"))
    assert await rows.all() == ()
    assert files(folder) == []
