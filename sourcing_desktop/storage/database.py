"""One SQLite library file, used from one thread of its own so that nobody waits for the disk."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DatabaseError, SQLAlchemyError

from sourcing_desktop.domain.errors import StorageFailed
from sourcing_desktop.language import tr
from sourcing_desktop.storage.faults import faults_translated, sentence
from sourcing_desktop.storage.schema import MIGRATIONS

T = TypeVar("T")

WAIT_FOR_LOCK_SECONDS = 5


class Database:
    """The library file at `path`. Every transaction takes the write lock at once, so a read in it stays
    true."""

    def __init__(self, path: Path, *, wait_seconds: float = WAIT_FOR_LOCK_SECONDS) -> None:
        self.path = path
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="library")
        self._engine = create_engine(
            f"sqlite:///{path}", connect_args={"timeout": wait_seconds, "check_same_thread": False}
        )
        event.listen(self._engine, "connect", _prepare_connection)
        event.listen(self._engine, "begin", _begin_immediate)

    async def open(self) -> None:
        """Create or upgrade the file. StorageFailed when it is damaged, locked, newer or the disk is full."""
        await self._in_worker(self._migrate)

    async def run(self, work: Callable[[Connection], T]) -> T:
        """Run `work` in one transaction that is committed when this returns, or not at all."""

        def transaction() -> T:
            with self._engine.begin() as connection:
                return work(connection)

        return await self._in_worker(transaction)

    async def close(self) -> None:
        """Finish what is under way and let go of the file."""
        await asyncio.get_running_loop().run_in_executor(self._worker, self._engine.dispose)
        self._worker.shutdown(wait=True)

    async def _in_worker(self, work: Callable[[], T]) -> T:
        def translated() -> T:
            with _faults_translated(self.path):
                return work()

        return await asyncio.get_running_loop().run_in_executor(self._worker, translated)

    def _migrate(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if self.path.exists():
            self._keep_backup()
        with self._engine.begin() as connection:
            version = _version(connection)
            if version > len(MIGRATIONS):
                raise StorageFailed(
                    tr(
                        "Your library was written by a newer version of Sourcing Desktop. Install that "
                        "version."
                    ),
                    detail=f"{self.path} has version {version}",
                )
            for number in range(version, len(MIGRATIONS)):
                for statement in MIGRATIONS[number]:
                    connection.exec_driver_sql(statement)
                connection.exec_driver_sql(f"PRAGMA user_version = {number + 1}")

    def _keep_backup(self) -> None:
        with self._engine.begin() as connection:
            outdated = 0 < _version(connection) < len(MIGRATIONS)
        if outdated:
            shutil.copy2(self.path, self.path.with_suffix(f".before-{len(MIGRATIONS)}"))


def _version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def _prepare_connection(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


@contextlib.contextmanager
def _faults_translated(path: Path) -> Iterator[None]:
    with faults_translated(path):
        try:
            yield
        except DatabaseError as error:
            raise error.orig or error from error
        except SQLAlchemyError as error:
            raise StorageFailed(sentence(error, path), detail=repr(error)) from error
