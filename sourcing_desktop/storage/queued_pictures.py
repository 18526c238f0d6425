"""The queue of pictures on disk: a row for each search, and the pictures as files beside the library."""

from __future__ import annotations

import hashlib
import logging
import os
import re
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import msgspec
from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from sourcing_desktop.domain.queued_search import QueuedSearch
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.schema import QUEUED_PICTURES

log = logging.getLogger(__name__)

OURS = re.compile(r"[0-9a-f]{64}\.jpg(\.part)?")
"""A picture is named by what is in it, so that a damaged one is known."""


class QueuedPictures:
    """The queue of one account. What a method wrote is on disk when it returns; each raises StorageFailed.

    A file is written before the row that names it and deleted after it, so that a kill leaves at most a file
    nobody names, which goes with the next `all`.
    """

    def __init__(self, database: Database, account: str) -> None:
        self._database = database
        self._account = account
        self._folder = database.path.with_suffix(".pictures")

    async def all(self) -> tuple[QueuedSearch, ...]:
        """The searches in the order they were given, without their thumbnails; one has no picture where that
        was not read, or is damaged. A row that cannot be read is left out."""
        mine = select(QUEUED_PICTURES).where(QUEUED_PICTURES.c.account == self._account)

        def work(connection: Connection) -> tuple[QueuedSearch, ...]:
            found = []
            whole: dict[str, bytes] = {}
            for row in connection.execute(mine.order_by(QUEUED_PICTURES.c.key)):
                try:
                    search = msgspec.json.decode(row.search, type=QueuedSearch)
                except ValueError as error:
                    log.warning("a picture of the queue cannot be read: %s", error)
                    continue
                if search.picture is not None:
                    jpeg = whole.get(row.picture) or self._read(row.picture)
                    whole[row.picture] = jpeg
                    search = replace(search, picture=replace(search.picture, jpeg=jpeg) if jpeg else None)
                found.append(search)
            damaged = {name for name, jpeg in whole.items() if not jpeg}
            self._tidy(set(connection.scalars(select(QUEUED_PICTURES.c.picture))) - damaged)
            return tuple(found)

        return await self._database.run(work)

    async def put(self, searches: Collection[QueuedSearch]) -> None:
        """Keep searches as they are now."""
        if not searches:
            return
        statement = insert(QUEUED_PICTURES)
        fresh = statement.excluded
        upsert = statement.on_conflict_do_update(
            index_elements=["account", "key"], set_={"picture": fresh.picture, "search": fresh.search}
        )
        await self._database.run(
            lambda connection: connection.execute(upsert, [self._row(search) for search in searches])
        )

    async def remove(self, keys: Collection[str]) -> None:
        """Keep these no more, nor their pictures unless another search has them."""
        if not keys:
            return
        picture = QUEUED_PICTURES.c.picture
        gone = (QUEUED_PICTURES.c.account == self._account) & QUEUED_PICTURES.c.key.in_(map(int, keys))

        def work(connection: Connection) -> set[str]:
            named = set(connection.scalars(select(picture).where(gone)))
            connection.execute(delete(QUEUED_PICTURES).where(gone))
            return named - set(connection.scalars(select(picture).where(picture.in_(named))))

        unnamed = await self._database.run(work)
        await self._database.run(lambda _: self._delete(self._folder / name for name in unnamed if name))

    def _row(self, search: QueuedSearch) -> dict[str, str | int]:
        name = ""
        if search.picture is not None:
            name = self._write(search.picture.jpeg)
            search = replace(search, picture=replace(search.picture, jpeg=b""))
        text = msgspec.json.encode(replace(search, thumbnail=b"")).decode()
        return {"account": self._account, "key": int(search.key), "picture": name, "search": text}

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
        """A kept picture; nothing where it is missing or damaged."""
        try:
            jpeg = (self._folder / name).read_bytes()
        except OSError as error:
            log.warning("a picture of the queue is missing: %s", error)
            return b""
        if _name(jpeg) != name:
            log.warning("a picture of the queue is damaged: %s", name)
            return b""
        return jpeg

    def _tidy(self, named: Collection[str]) -> None:
        """Delete what nobody names: something came between a file and its row."""
        if self._folder.is_dir():
            files = (path for path in self._folder.iterdir() if OURS.fullmatch(path.name))
            self._delete(path for path in files if path.name not in named)

    def _delete(self, paths: Iterable[Path]) -> None:
        for path in paths:
            with suppress(OSError):  # tried again with the next `all`
                path.unlink()


def _name(jpeg: bytes) -> str:
    return f"{hashlib.sha256(jpeg).hexdigest()}.jpg"
