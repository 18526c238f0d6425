"""The file of what was seen: opened, upgraded, honest about what is wrong with it, never a reason to stop."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from sourcing_desktop.domain.errors import StorageFailed
from sourcing_desktop.domain.seen import SeenQuery
from sourcing_desktop.storage.seen.file import SeenFile
from sourcing_desktop.storage.seen.library import SeenLibrary
from sourcing_desktop.storage.seen.schema import MIGRATIONS
from tests.support.seen_file import library_in, seen

WRITES_UNTIL_KILLED = """
import asyncio, itertools, sys
from pathlib import Path
from sourcing_desktop.storage.seen.library import SeenLibrary
from tests.support.seen_file import seen

async def write():
    library = SeenLibrary(Path(sys.argv[1]))
    await library.open()
    for page in itertools.count():
        await library.record([seen(page * 50 + place, page) for place in range(50)])
        print(page, flush=True)

asyncio.run(write())
"""


async def count(library: SeenLibrary) -> int:
    return (await library.first(SeenQuery(), 1))[0]


def set_aside_in(folder: Path) -> list[Path]:
    return [*folder.glob("*damaged-*")]


@pytest.mark.parametrize("version", range(len(MIGRATIONS)))
async def test_a_file_of_every_old_version_is_upgraded(tmp_path: Path, version: int):
    old = sqlite3.connect(tmp_path / "offers.sqlite")
    for step in MIGRATIONS[:version]:
        for statement in step:
            old.execute(statement)
    old.execute(f"PRAGMA user_version = {version}")
    old.commit()
    old.close()
    async with library_in(tmp_path) as library:
        await library.record([seen(1)])
        assert await count(library) == 1
    with sqlite3.connect(tmp_path / "offers.sqlite") as now:
        assert now.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    now.close()


async def test_what_was_written_is_there_when_it_is_opened_again(tmp_path: Path):
    async with library_in(tmp_path / "deep" / "seen") as library:
        await library.record([seen(1), seen(2)])
    async with library_in(tmp_path / "deep" / "seen") as library:
        assert await count(library) == 2
        assert library.set_aside is None


async def test_a_file_of_a_newer_version_is_left_alone_and_can_be_tried_again(tmp_path: Path):
    path = tmp_path / "offers.sqlite"
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version = 999")
    library = SeenLibrary(tmp_path)
    for _ in range(2):
        with pytest.raises(StorageFailed, match="newer version"):
            await library.open()
        with pytest.raises(StorageFailed, match="not open"):
            await count(library)
    newer.execute("PRAGMA user_version = 0")
    newer.close()
    await library.open()
    assert await count(library) == 0
    await library.close()


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b"SQLite format 3\x00" + b"\xff" * 4096])
async def test_a_damaged_file_is_set_aside_and_a_new_one_begun(tmp_path: Path, content: bytes):
    path = tmp_path / "offers.sqlite"
    path.write_bytes(content)
    (tmp_path / "offers.damaged-20200101-000000.sqlite").write_bytes(b"older")
    async with library_in(tmp_path) as library:
        await library.record([seen(1)])
        assert await count(library) == 1
        assert library.set_aside is not None
        assert library.set_aside.read_bytes() == content
        assert set_aside_in(tmp_path) == [library.set_aside]


async def test_half_a_file_is_set_aside(tmp_path: Path):
    async with library_in(tmp_path) as library:
        await library.record([seen(number) for number in range(500)])
    path = tmp_path / "offers.sqlite"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    async with library_in(tmp_path) as library:
        assert library.set_aside is not None
        assert await count(library) == 0


async def test_damage_met_later_is_told_and_mended_at_the_next_start(tmp_path: Path):
    async with library_in(tmp_path) as library:
        await library.record([seen(number) for number in range(2000)])
    path = tmp_path / "offers.sqlite"
    with path.open("r+b") as file:
        file.seek(4096 * 4)
        file.write(b"\xff" * (path.stat().st_size - 4096 * 5))
    async with library_in(tmp_path) as library:
        with pytest.raises(StorageFailed, match="Start the program again"):
            await library.forget(await library.numbers(SeenQuery()))
    async with library_in(tmp_path) as library:
        assert library.set_aside is not None
        assert await count(library) == 0


async def test_a_damaged_file_that_was_taken_away_is_no_trouble(tmp_path: Path):
    (tmp_path / "offers.is-damaged").touch()
    for _ in range(2):
        async with library_in(tmp_path) as library:
            assert library.set_aside is None
            await library.record([seen(1)])
    async with library_in(tmp_path) as library:
        assert await count(library) == 1


async def test_to_forget_all_is_to_forget_what_was_set_aside_too(tmp_path: Path):
    (tmp_path / "offers.sqlite").write_bytes(b"not a database at all" * 100)
    async with library_in(tmp_path) as library:
        assert len(set_aside_in(tmp_path)) == 1
        await library.forget_all()
        assert set_aside_in(tmp_path) == []


async def test_a_locked_file_says_who_may_have_it(tmp_path: Path):
    async with library_in(tmp_path, wait_seconds=0) as library:
        await library.record([seen(1)])
        other = sqlite3.connect(tmp_path / "offers.sqlite", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageFailed, match="in use by another program"):
            await library.record([seen(2)])
        assert await count(library) == 1
        async with library_in(tmp_path, wait_seconds=0) as second:
            assert await count(second) == 1
        other.execute("ROLLBACK")
        await library.record([seen(2)])
        assert await count(library) == 2
        other.close()


async def test_a_file_that_another_program_is_upgrading_can_be_opened_later(tmp_path: Path):
    other = sqlite3.connect(tmp_path / "offers.sqlite", isolation_level=None)
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("BEGIN IMMEDIATE")
    library = SeenLibrary(tmp_path, wait_seconds=0)
    with pytest.raises(StorageFailed, match="in use by another program"):
        await library.open()
    other.close()
    await library.open()
    assert await count(library) == 0
    await library.close()


async def test_two_programs_share_it_but_neither_deletes_it_from_under_the_other(tmp_path: Path):
    async with library_in(tmp_path, 0) as one, library_in(tmp_path, 0) as two:
        await one.record([seen(1)])
        await two.record([seen(2)])
        with pytest.raises(StorageFailed, match="in use by another program"):
            await one.forget_all()
        assert await count(one) == await count(two) == 2
        await one.record([seen(3)])
        assert await count(two) == 3


async def test_a_full_disk_loses_nothing(tmp_path: Path):
    file = SeenFile(tmp_path / "offers.sqlite")
    await file.open()
    await file.write(lambda connection: connection.execute("INSERT INTO choices VALUES ('kept', 'before')"))

    def overfill(connection: sqlite3.Connection) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        connection.execute("INSERT INTO choices VALUES ('large', ?)", ("x" * 1_000_000,))

    with pytest.raises(StorageFailed, match="disk is full"):
        await file.write(overfill)
    kept = await file.read(lambda connection: connection.execute("SELECT value FROM choices").fetchall())
    assert kept == [("before",)]
    await file.close()


async def test_questions_are_answered_while_somebody_writes(tmp_path: Path):
    async with library_in(tmp_path) as library:
        writing = [library.record([seen(page * 50 + at) for at in range(50)]) for page in range(40)]
        seen_so_far: list[int] = []

        async def ask() -> None:
            while not seen_so_far or seen_so_far[-1] < 2000:
                seen_so_far.append(await count(library))

        await asyncio.gather(ask(), *writing)
        assert seen_so_far == sorted(seen_so_far)
        assert all(number % 50 == 0 for number in seen_so_far), "half a transaction was seen"


async def test_a_question_nobody_waits_for_any_more_is_given_up(tmp_path: Path):
    file = SeenFile(tmp_path / "offers.sqlite")
    await file.open()
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await file.read(lambda connection: connection.execute(endless).fetchone())
    assert await file.read(lambda connection: connection.execute("SELECT 5").fetchone()) == (5,)
    answer, _ = await asyncio.gather(
        file.read(lambda connection: connection.execute(endless).fetchone()),
        file.close(),
        return_exceptions=True,
    )
    assert isinstance(answer, StorageFailed)


def test_a_killed_writer_leaves_every_whole_page(tmp_path: Path, runner: asyncio.Runner):
    async def kept() -> int:
        async with library_in(tmp_path) as library:
            assert library.set_aside is None
            return len(await library.forget_all())

    for _ in range(3):
        program = [sys.executable, "-c", WRITES_UNTIL_KILLED, str(tmp_path)]
        with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            pages = [int(process.stdout.readline()) for _ in range(5)]
            process.kill()
            pages += [int(line) for line in process.stdout if line.endswith("\n")]
        offers = runner.run(kept())
        assert offers % 50 == 0
        assert offers >= 50 * (pages[-1] + 1)
