"""The queue of pictures on disk: a row for each search, and the pictures as files beside the library."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import os
import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, delete, select
from sqlalchemy.dialects.sqlite import insert

from sourcing_desktop.domain.queued_search import QueuedSearch
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.schema import QUEUED_PICTURES

log = logging.getLogger(__name__)

OURS = re.compile(r"[0-9a-f]{64}\.jpg(\.part)?")
"""A picture is named by what is in it, so that a damaged one is known."""


@dataclass(frozen=True, slots=True)
class KeptSearch:
    """A search and the file its picture is in, empty where that was not read. `jpeg` is the picture on its
    way to the disk."""

    search: QueuedSearch
    file: str = ""
    jpeg: bytes = b""


class QueuedPictures:
    """The queue of one account. What a method wrote is on disk when it returns; each raises StorageFailed.

    A file is written before the row that names it. What is removed leaves its file behind, for it may be put
    back, and so may a kill; `tidy` deletes those.
    """

    def __init__(self, database: Database, account: str) -> None:
        self._database = database
        self.account = account
        self._folder = database.path.with_suffix(".pictures")
        self._mine = QUEUED_PICTURES.c.account == account

    async def all(self) -> tuple[KeptSearch, ...]:
        """The searches in the order they were given. No picture is touched: there may be thousands. A row
        that cannot be read is left out."""
        mine = select(QUEUED_PICTURES).where(self._mine).order_by(QUEUED_PICTURES.c.key)
        rows = await self._database.run(lambda connection: connection.execute(mine).all())
        return await asyncio.to_thread(lambda: tuple(_searches(rows)))

    async def picture(self, file: str) -> bytes:
        """A kept picture; nothing where it is missing or damaged."""
        return await asyncio.to_thread(self._read, file)

    async def put(self, searches: Collection[KeptSearch]) -> tuple[KeptSearch, ...]:
        """Keep searches and their pictures as they are now; returns them as they are on disk."""
        if not searches:
            return ()
        statement = insert(QUEUED_PICTURES)
        fresh = statement.excluded
        upsert = statement.on_conflict_do_update(
            index_elements=["account", "key"], set_={"picture": fresh.picture, "search": fresh.search}
        )

        def work(connection: Connection) -> tuple[KeptSearch, ...]:
            kept = tuple(
                KeptSearch(each.search, self._write(each.jpeg) if each.jpeg else each.file)
                for each in searches
            )
            connection.execute(upsert, [self._row(each) for each in kept])
            return kept

        return await self._database.run(work)

    async def remove(self, keys: Collection[str]) -> None:
        """Keep these no more."""
        if keys:
            gone = delete(QUEUED_PICTURES).where(self._mine, QUEUED_PICTURES.c.key.in_(map(int, keys)))
            await self._database.run(lambda connection: connection.execute(gone))

    async def tidy(self) -> None:
        """Delete the pictures nobody names, whatever account they were of."""
        await self._database.run(self._tidy)

    def _row(self, kept: KeptSearch) -> dict[str, str | int]:
        text = msgspec.json.encode(kept.search).decode()
        key = int(kept.search.key)
        return {"account": self.account, "key": key, "picture": kept.file, "search": text}

    def _write(self, jpeg: bytes) -> str:
        """Keep a picture, whole or not at all; the name of its file."""
        path = self._folder / _name(jpeg)
        if not path.exists():
            self._folder.mkdir(exist_ok=True)
            growing = path.with_name(f"{path.name}.part")
            with growing.open("wb") as file:
                file.write(jpeg)
                file.flush()
                os.fsync(file.fileno())  # the row that names it is as safe
            growing.replace(path)
        return path.name

    def _read(self, name: str) -> bytes:
        """For a worker."""
        try:
            jpeg = (self._folder / name).read_bytes()
        except OSError as error:
            log.warning("a picture of the queue is missing: %s", error)
            return b""
        if _name(jpeg) != name:
            log.warning("a picture of the queue is damaged: %s", name)
            with suppress(OSError):  # it would stand for the whole one, were that given again
                (self._folder / name).unlink()
            return b""
        return jpeg

    def _tidy(self, connection: Connection) -> None:
        if self._folder.is_dir():
            named = set(connection.scalars(select(QUEUED_PICTURES.c.picture)))
            for path in self._folder.iterdir():
                if OURS.fullmatch(path.name) and path.name not in named:
                    with suppress(OSError):  # tried again the next time
                        path.unlink()


def _searches(rows: Iterable[Row[Any]]) -> Iterator[KeptSearch]:
    """For a worker."""
    for row in rows:
        try:
            yield KeptSearch(msgspec.json.decode(row.search, type=QueuedSearch), row.picture)
        except ValueError as error:
            log.warning("a picture of the queue cannot be read: %s", error)


def _name(jpeg: bytes) -> str:
    return f"{hashlib.sha256(jpeg).hexdigest()}.jpg"
