"""The cart on disk: its lines with what the gateway knows of them, and the notes to sellers."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

import msgspec
from sqlalchemy import ColumnElement, Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from sourcing_desktop.domain.cart_merge import Kept, KeptLine
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.schema import CART_LINES, SELLER_NOTES

log = logging.getLogger(__name__)


class CartLines:
    """The cart of one account. What a method wrote is on disk when it returns.

    The disk is the truth, and not what a program remembers: two programs may have the same library open.
    """

    def __init__(self, database: Database, account: str) -> None:
        self._database = database
        self._account = account
        self._unread: set[str] = set()

    async def all(self) -> Kept:
        """Every line by its key, in the order of adding; also those removed that the gateway still has. One
        that cannot be read is left out, and left alone."""
        return await self.change(lambda lines: {})

    async def change(self, work: Callable[[Kept], Mapping[str, KeptLine]]) -> Kept:
        """Write the lines that `work` makes of those on disk, by key, and forget those that are gone, in one
        transaction; returns every line afterwards."""
        return await self._database.run(self.part(work))

    def part(
        self,
        work: Callable[[Kept], Mapping[str, KeptLine]],
        done_with: Callable[[Kept], Iterable[str]] = lambda lines: (),
    ) -> Callable[[Connection], Kept]:
        """What `change` does, as part of somebody else's transaction. Notes to the sellers that `done_with`
        names, told every line afterwards, are forgotten with it."""

        def step(connection: Connection) -> Kept:
            lines = self._read(connection)
            changed = {key: line for key, line in work(dict(lines)).items() if lines.get(key) != line}
            self._write(connection, {key: line for key, line in changed.items() if not line.gone})
            self._forget(connection, [key for key, line in changed.items() if line.gone])
            after = {key: line for key, line in (lines | changed).items() if not line.gone}
            for seller in done_with(after):
                connection.execute(delete(SELLER_NOTES).where(self._note_to(seller)))
            return after

        return step

    async def notes(self) -> dict[str, str]:
        """The notes to sellers, by seller."""
        query = select(SELLER_NOTES).where(SELLER_NOTES.c.account == self._account)
        rows = await self._database.run(lambda connection: connection.execute(query).all())
        return {row.seller: row.note for row in rows}

    async def set_note(self, seller: str, note: str) -> None:
        """Write a note to a seller; an empty one is forgotten."""
        key = {"account": self._account, "seller": seller}
        statement = insert(SELLER_NOTES).values(**key, note=note)
        upsert = statement.on_conflict_do_update(index_elements=list(key), set_={"note": note})
        forget = delete(SELLER_NOTES).where(self._note_to(seller))
        await self._database.run(lambda connection: connection.execute(upsert if note else forget))

    def _note_to(self, seller: str) -> ColumnElement[bool]:
        return (SELLER_NOTES.c.account == self._account) & (SELLER_NOTES.c.seller == seller)

    def _read(self, connection: Connection) -> Kept:
        query = select(CART_LINES).where(CART_LINES.c.account == self._account).order_by(CART_LINES.c.id)
        lines: Kept = {}
        unread: set[str] = set()
        for row in connection.execute(query):
            try:
                lines[row.key] = _decoded(row.line)
            except (msgspec.MsgspecError, ValueError):
                unread.add(row.key)
        if unread - self._unread:
            log.warning("%d cart lines cannot be read: %s", len(unread), ", ".join(sorted(unread)))
            self._unread |= unread
        return lines

    def _write(self, connection: Connection, lines: Kept) -> None:
        rows = [
            {"account": self._account, "key": key, "line": msgspec.json.encode(line).decode()}
            for key, line in lines.items()
        ]
        if rows:
            statement = insert(CART_LINES)
            upsert = statement.on_conflict_do_update(
                index_elements=["account", "key"], set_={"line": statement.excluded.line}
            )
            connection.execute(upsert, rows)

    def _forget(self, connection: Connection, keys: list[str]) -> None:
        for key in keys:
            mine = (CART_LINES.c.account == self._account) & (CART_LINES.c.key == key)
            connection.execute(delete(CART_LINES).where(mine))


@lru_cache(maxsize=5_000)
def _decoded(text: str) -> KeptLine:
    """A line as it was written. Every change reads all of them, and most are as they were."""
    return msgspec.json.decode(text, type=KeptLine)
