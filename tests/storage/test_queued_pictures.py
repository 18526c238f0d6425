"""The queue of pictures on disk: what comes back is whole, what nobody wants any more is gone."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from sourcing_desktop.domain.account import Account, AccountKind
from sourcing_desktop.domain.errors import StorageFailed
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Offer, OfferRef, Platform, Words
from sourcing_desktop.domain.queued_search import QueuedSearch, Step
from sourcing_desktop.domain.search import Page, Region
from sourcing_desktop.domain.shortlist import Shortlisted
from sourcing_desktop.storage.accounts import FORGOTTEN, Accounts
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.queued_pictures import KeptSearch, QueuedPictures
from sourcing_desktop.storage.schema import QUEUED_PICTURES
from sourcing_desktop.storage.shortlist import ShortlistRows

MUG = Offer(
    OfferRef(Platform.ALIBABA, "v2", "61"), Words("马克杯", "mug"), "http://p/1.jpg", Money(1250, "CNY")
)


ONE = b"\xff\xd8 one"


def search(key: int, **changes: object) -> QueuedSearch:
    return replace(QueuedSearch(str(key), f"{key}.jpg", Platform.ALIBABA), **changes)


def given(key: int, jpeg: bytes = ONE) -> KeptSearch:
    return KeptSearch(search(key), jpeg=jpeg)


async def kept(rows: QueuedPictures) -> list[str]:
    return [each.search.key for each in await rows.all()]


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
    found = KeptSearch(search(9, step=Step.FOUND, page=page, thumbnail=b"\xff\xd8 small"))
    failed = KeptSearch(search(10, step=Step.FAILED, sentence="The file cannot be read."))
    waiting = KeptSearch(search(1_700_000_000_000_000_000, platform=Platform.TAOBAO))
    await rows.put([waiting, failed, found])
    assert await rows.all() == (found, failed, waiting)


async def test_a_picture_comes_back_when_it_is_asked_for(rows: QueuedPictures, folder: Path):
    await rows.put([KeptSearch(search(1))])
    (put,) = await rows.put([given(1)])
    (back,) = await rows.all()
    assert back == put == KeptSearch(search(1), put.file)
    assert await rows.picture(put.file) == ONE
    await rows.put([KeptSearch(search(1, step=Step.NOTHING), put.file)])
    assert [file.name for file in files(folder)] == [put.file]


async def test_a_picture_is_one_file_until_nobody_has_it(
    rows: QueuedPictures, database: Database, folder: Path
):
    other = QueuedPictures(database, "other")
    await rows.put([given(1), given(2)])
    await other.put([given(1)])
    await rows.remove(["1", "2"])
    await rows.tidy()
    assert len(files(folder)) == 1
    assert (await kept(rows), await kept(other)) == ([], ["1"])
    await other.remove(["1"])
    assert len(files(folder)) == 1  # it may be put back
    await other.tidy()
    assert files(folder) == []


async def test_what_a_kill_left_half_way_goes_and_nothing_else(rows: QueuedPictures, folder: Path):
    await rows.put([given(1)])
    (file,) = files(folder)
    for stray in (f"{file.name}.part", f"{'0' * 64}.jpg", "holiday.jpg"):
        (folder / stray).write_bytes(b"\xff\xd8 half")
    await rows.tidy()
    assert files(folder) == sorted([file, folder / "holiday.jpg"])


@pytest.mark.expects_log("a picture of the queue is")
@pytest.mark.parametrize("half", [b"\xff\xd8 o", None])
async def test_a_damaged_or_missing_file_costs_one_picture(
    rows: QueuedPictures, folder: Path, half: bytes | None
):
    one, two = await rows.put([given(1), given(2, b"\xff\xd8 two")])
    if half is None:
        (folder / one.file).unlink()
    else:
        (folder / one.file).write_bytes(half)
    assert await rows.picture(one.file) == b""
    assert await rows.picture(two.file) == b"\xff\xd8 two"
    await rows.put([given(3)])
    assert await rows.picture(one.file) == ONE


@pytest.mark.expects_log("a picture of the queue cannot be read")
async def test_a_damaged_row_is_left_out(rows: QueuedPictures, database: Database):
    await rows.put([given(1), given(2)])
    damage = update(QUEUED_PICTURES).where(QUEUED_PICTURES.c.key == 1).values(search="{")
    await database.run(lambda connection: connection.execute(damage))
    assert await kept(rows) == ["2"]


async def test_where_no_file_can_be_written_no_row_is(rows, folder):
    folder.write_bytes(b"in the way")
    with pytest.raises(StorageFailed):
        await rows.put([given(1)])
    folder.unlink()
    assert await rows.all() == ()


async def test_a_forgotten_account_leaves_nothing_but_its_journal(
    rows: QueuedPictures, database: Database, folder: Path, key_ring: object
):
    await rows.put([given(1)])
    await ShortlistRows(database, "ours").put([Shortlisted(MUG, datetime.now(UTC))])
    await Accounts(database).remove(Account("Ours", AccountKind.PANDAPON, "https://x.example", id="ours"))
    assert files(folder) == []
    for table in FORGOTTEN:
        count = select(func.count()).select_from(table)
        assert await database.run(lambda connection, count=count: connection.scalar(count)) == 0
