"""The library file: opened, upgraded, and honest about what is wrong with it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from sourcing_desktop.domain.errors import StorageFailed
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.schema import METADATA, MIGRATIONS


async def opened(path: Path) -> Database:
    database = Database(path)
    await database.open()
    return database


async def test_a_new_file_has_every_table_the_code_uses(tmp_path: Path):
    database = await opened(tmp_path / "deep" / "library.sqlite")
    names = await database.run(
        lambda connection: set(
            connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars()
        )
    )
    assert set(METADATA.tables) <= names
    await database.close()


async def test_opening_again_changes_nothing(tmp_path: Path):
    path = tmp_path / "library.sqlite"
    await (await opened(path)).close()
    before = path.read_bytes()
    await (await opened(path)).close()
    assert path.read_bytes() == before


@pytest.mark.parametrize("version", range(len(MIGRATIONS)))
async def test_a_file_of_every_old_version_is_upgraded_and_backed_up(tmp_path: Path, version: int):
    path = tmp_path / "library.sqlite"
    old = sqlite3.connect(path)
    for step in MIGRATIONS[:version]:
        for statement in step:
            old.execute(statement)
    old.execute(f"PRAGMA user_version = {version}")
    old.commit()
    old.close()
    database = await opened(path)
    now = await database.run(
        lambda connection: connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    )
    assert now == len(MIGRATIONS)
    assert path.with_suffix(f".before-{len(MIGRATIONS)}").exists() == (version > 0)
    await database.close()


async def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path):
    path = tmp_path / "library.sqlite"
    newer = sqlite3.connect(path)
    newer.execute("PRAGMA user_version = 999")
    newer.commit()
    newer.close()
    database = Database(path)
    with pytest.raises(StorageFailed, match="newer version"):
        await database.open()
    await database.close()


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b"SQLite format 3\x00" + b"\xff" * 4096])
async def test_a_damaged_file_is_named_and_not_overwritten(tmp_path: Path, content: bytes):
    path = tmp_path / "library.sqlite"
    path.write_bytes(content)
    database = Database(path)
    with pytest.raises(StorageFailed, match=r"library\.sqlite is damaged"):
        await database.open()
    await database.close()
    assert path.read_bytes() == content


async def test_a_locked_file_says_who_may_have_it(tmp_path: Path):
    path = tmp_path / "library.sqlite"
    database = Database(path, wait_seconds=0)
    await database.open()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StorageFailed, match="in use by another program"):
        await database.run(lambda connection: connection.exec_driver_sql("DELETE FROM choices"))
    other.execute("ROLLBACK")
    other.close()
    await database.close()


async def test_a_full_disk_loses_nothing(tmp_path: Path):
    database = await opened(tmp_path / "library.sqlite")

    def fill(connection) -> None:
        connection.exec_driver_sql("INSERT INTO choices VALUES ('kept', 'before')")

    await database.run(fill)

    def overfill(connection) -> None:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        connection.exec_driver_sql("INSERT INTO choices VALUES ('large', ?)", ("x" * 1_000_000,))

    with pytest.raises(StorageFailed, match="disk is full"):
        await database.run(overfill)
    kept = await database.run(
        lambda connection: connection.exec_driver_sql("SELECT value FROM choices").scalars().all()
    )
    assert kept == ["before"]
    await database.close()
