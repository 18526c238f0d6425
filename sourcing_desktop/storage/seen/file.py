"""The file of what was seen: one thread writes to it, one reads from it, and neither waits for the other.

It can be rebuilt by looking again, so a damaged one is set aside and a new one begun.
"""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

from sourcing_desktop.domain.errors import StorageFailed
from sourcing_desktop.language import tr
from sourcing_desktop.storage.faults import faults_translated, is_damage
from sourcing_desktop.storage.seen.schema import MIGRATIONS

T = TypeVar("T")

WAIT_FOR_LOCK_SECONDS = 5
DAMAGED = tr(
    "What you have seen cannot be read any more: its file is damaged. Start the program again, and a new "
    "library begins. Your cart and your orders are not touched."
)
STEPS_BETWEEN_LOOKS = 100_000
"""Of SQLite's machine, after which a reader looks whether anybody still waits for it; some milliseconds."""

PREPARE = (
    "journal_mode = WAL",
    "synchronous = NORMAL",
    "cache_size = -32000",
    "temp_store = MEMORY",
    "journal_size_limit = 16000000",
)


class SeenFile:
    """The file at `path`. What `write` did is on disk, whole or not at all, also if the process is killed;
    the last moment may be lost when the machine loses its power."""

    def __init__(self, path: Path, *, wait_seconds: float = WAIT_FOR_LOCK_SECONDS) -> None:
        self.path = path
        self.set_aside: Path | None = None
        self._wait_seconds = wait_seconds
        self._writing = ThreadPoolExecutor(1, thread_name_prefix="library-writes")
        self._reading = ThreadPoolExecutor(1, thread_name_prefix="library-reads")
        self._writer: sqlite3.Connection | None = None
        self._reader: sqlite3.Connection | None = None
        self._given_up = threading.Event()

    async def open(self) -> None:
        """Create or upgrade the file; a damaged one is kept under the name `set_aside` says. StorageFailed
        when it is locked, newer or the disk is full."""
        await self._in(self._writing, self._open)

    async def read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Ask one question of what is on disk now. When the caller is cancelled the answer is given up."""
        given_up = threading.Event()

        def ask() -> T:
            reader = self._opened(self._reader)
            reader.set_progress_handler(
                lambda: given_up.is_set() or self._given_up.is_set(), STEPS_BETWEEN_LOOKS
            )
            return work(reader)

        try:
            return await self._in(self._reading, ask)
        except asyncio.CancelledError:
            given_up.set()
            raise

    async def write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run `work` in one transaction that is on disk when this returns, or not at all."""

        def transaction() -> T:
            writer = self._opened(self._writer)
            with _transaction(writer):
                return work(writer)

        return await self._in(self._writing, transaction)

    async def give_back(self, pages: int) -> bool:
        """Return so many unused pages to the disk; tells whether there are more."""

        def work() -> bool:
            writer = self._opened(self._writer)
            writer.execute(f"PRAGMA incremental_vacuum({pages})").fetchall()
            return bool(writer.execute("PRAGMA freelist_count").fetchone()[0])

        return await self._in(self._writing, work)

    async def begin_anew(
        self,
        take: Callable[[sqlite3.Connection], T],
        begin: Callable[[sqlite3.Connection, T], None],
    ) -> T:
        """Delete the file, and those set aside, and begin a new one; `begin` puts into it what `take` took
        from the old one, which is returned. StorageFailed when another program has it open; then nothing is
        deleted. Questions wait."""

        def anew() -> T:
            self._close_reader()
            try:
                return self._writing.submit(self._begin_anew, take, begin).result()
            finally:
                self._connect_reader()

        return await self._in(self._reading, anew)

    async def close(self) -> None:
        """Give up what is being asked, finish what is being written, and let go of the file."""
        self._given_up.set()
        await asyncio.get_running_loop().run_in_executor(self._writing, bool)  # it may still be opening
        for worker, work in ((self._reading, self._close_reader), (self._writing, self._close_writer)):
            await asyncio.get_running_loop().run_in_executor(worker, work)
            worker.shutdown()

    async def _in(self, worker: ThreadPoolExecutor, work: Callable[[], T]) -> T:
        def translated() -> T:
            with faults_translated(self.path), self._damage_noted():
                return work()

        return await asyncio.get_running_loop().run_in_executor(worker, translated)

    def _open(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            if self._damage_note.exists():
                raise sqlite3.DatabaseError("malformed, as was noted")
            self._connect_writer()
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            self._put_aside()
            self._connect_writer()
        self._connect_reader()

    def _connect_writer(self) -> None:
        self._writer = writer = self._connection(self.path.as_posix(), uri=False)
        try:
            version = _version(writer)
            if version == 0:
                writer.execute("PRAGMA auto_vacuum = INCREMENTAL")  # a new file is the last chance
            for pragma in PREPARE:
                writer.execute(f"PRAGMA {pragma}")
            if version != len(MIGRATIONS):
                with _transaction(writer):
                    _migrate(writer, self.path)
            self._refuse_half_a_file(writer)
        except BaseException:
            self._close_writer()
            raise

    def _connect_reader(self) -> None:
        reader = self._connection(f"file:{quote(self.path.as_posix())}?mode=ro", uri=True)
        for pragma in ("cache_size = -64000", "temp_store = MEMORY"):
            reader.execute(f"PRAGMA {pragma}")
        self._reader = reader

    def _connection(self, name: str, *, uri: bool) -> sqlite3.Connection:
        return sqlite3.connect(
            name, uri=uri, timeout=self._wait_seconds, isolation_level=None, check_same_thread=False
        )

    def _refuse_half_a_file(self, writer: sqlite3.Connection) -> None:
        """SQLite finds out that the end is missing when it reads there, which may be much later."""
        _, logged, copied = writer.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        pages, size = (writer.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
        if logged == copied and self.path.stat().st_size < pages * size:
            raise sqlite3.DatabaseError("malformed: the end is missing")

    def _begin_anew(
        self, take: Callable[[sqlite3.Connection], T], begin: Callable[[sqlite3.Connection, T], None]
    ) -> T:
        writer = self._opened(self._writer)
        taken = take(writer)
        mode = writer.execute("PRAGMA journal_mode = DELETE").fetchone()[0]  # only the sole user may
        if mode != "delete":
            raise sqlite3.OperationalError("database is locked")
        self._close_writer()
        try:
            for path in (self.path, *self._set_aside_before()):
                path.unlink(missing_ok=True)
        finally:
            self._connect_writer()
        with _transaction(self._opened(self._writer)) as new:
            begin(new, taken)
        return taken

    def _put_aside(self) -> None:
        """Keep the damaged file, and no older one, under a name that says when it was found."""
        for older in self._set_aside_before():
            older.unlink()
        if self.path.exists():  # the buyer may have taken it away
            found_at = f"{datetime.now(UTC):%Y%m%d-%H%M%S}"
            self.set_aside = self.path.with_name(f"{self.path.stem}.damaged-{found_at}{self.path.suffix}")
            self.path.replace(self.set_aside)
        for leftover in ("-wal", "-shm"):
            self.path.with_name(self.path.name + leftover).unlink(missing_ok=True)
        self._damage_note.unlink(missing_ok=True)

    def _set_aside_before(self) -> list[Path]:
        return [*self.path.parent.glob(f"{self.path.stem}.damaged-*")]

    @property
    def _damage_note(self) -> Path:
        """Lies there when damage was met while the file was in use; the next start sets the file aside."""
        return self.path.with_suffix(".is-damaged")

    @contextlib.contextmanager
    def _damage_noted(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            if is_damage(error):
                self._damage_note.touch()
                raise StorageFailed(DAMAGED, detail=repr(error)) from error
            raise

    def _opened(self, connection: sqlite3.Connection | None) -> sqlite3.Connection:
        if connection is None:
            raise StorageFailed(tr("Your library is not open."), detail=str(self.path))
        return connection

    def _close_reader(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def _close_writer(self) -> None:
        if self._writer is not None:
            self._writer.close()
            self._writer = None


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    version = _version(connection)
    if version > len(MIGRATIONS):
        raise StorageFailed(
            tr("Your library was written by a newer version of Sourcing Desktop. Install that version."),
            detail=f"{path} has version {version}",
        )
    for number in range(version, len(MIGRATIONS)):
        for statement in MIGRATIONS[number]:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
