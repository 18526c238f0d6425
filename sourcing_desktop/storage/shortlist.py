"""The rows of the shortlist. None is ever deleted: what a buyer wrote about an offer comes back with it."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import UTC, datetime

import msgspec
from sqlalchemy import Connection, Row, bindparam, case, select, update
from sqlalchemy.dialects.sqlite import insert

from sourcing_desktop.domain.offer import Offer, OfferRef
from sourcing_desktop.domain.shortlist import Shortlisted
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.schema import SHORTLIST

log = logging.getLogger(__name__)

KEY = (SHORTLIST.c.account, SHORTLIST.c.platform, SHORTLIST.c.generation, SHORTLIST.c.offer_id)


class ShortlistRows:
    """The shortlist of one account. What a method wrote is on disk when it returns."""

    def __init__(self, database: Database, account: str) -> None:
        self._database = database
        self._account = account

    async def all(self) -> tuple[Shortlisted, ...]:
        """What is on the list. A row that cannot be read is left out, and left alone."""

        def work(connection: Connection) -> tuple[Shortlisted, ...]:
            mine = (SHORTLIST.c.account == self._account) & (SHORTLIST.c.removed == 0)
            return _readable(connection.execute(select(SHORTLIST).where(mine)))

        return await self._database.run(work)

    async def put(self, entries: Iterable[Shortlisted]) -> tuple[Shortlisted, ...]:
        """Put offers on the list; returns them as they are on it now. One that was on it keeps its time, and
        every one keeps its note, also one that had been removed."""
        rows = [
            self._key(entry.offer.ref)
            | {
                "offer": msgspec.json.encode(entry.offer).decode(),
                "added_at": entry.added_at.isoformat(),
                "note": entry.note,
                "removed": 0,
            }
            for entry in entries
        ]
        if not rows:
            return ()
        statement = insert(SHORTLIST)
        fresh = statement.excluded
        upsert = statement.on_conflict_do_update(
            index_elements=list(KEY),
            set_={
                "offer": fresh.offer,
                "added_at": case((SHORTLIST.c.removed == 1, fresh.added_at), else_=SHORTLIST.c.added_at),
                "removed": 0,
            },
        ).returning(SHORTLIST)
        return await self._database.run(lambda connection: _readable(connection.execute(upsert, rows)))

    async def remove(self, refs: Iterable[OfferRef]) -> None:
        """Take offers off the list."""
        await self._update(refs, removed=1)

    async def set_note(self, ref: OfferRef, note: str) -> None:
        """Write what the buyer thinks of an offer."""
        await self._update((ref,), note=note)

    async def _update(self, refs: Iterable[OfferRef], **values: str | int) -> None:
        rows = [{f"the_{name}": value for name, value in self._key(ref).items()} for ref in refs]
        if rows:
            ours = (column == bindparam(f"the_{column.name}") for column in KEY)
            statement = update(SHORTLIST).where(*ours).values(**values)
            await self._database.run(lambda connection: connection.execute(statement, rows))

    def _key(self, ref: OfferRef) -> dict[str, str | int]:
        return {
            "account": self._account,
            "platform": ref.platform.value,
            "generation": ref.generation,
            "offer_id": ref.id,
        }


def _readable(rows: Iterable[Row[tuple[object, ...]]]) -> tuple[Shortlisted, ...]:
    entries, damaged = [], []
    for row in rows:
        try:
            offer = msgspec.json.decode(row.offer, type=Offer)
            entries.append(Shortlisted(offer, datetime.fromisoformat(row.added_at).astimezone(UTC), row.note))
        except ValueError as error:
            damaged.append(f"{row.platform} {row.offer_id}: {error}")
    if damaged:
        log.warning("%d shortlisted offers cannot be read: %s", len(damaged), "; ".join(damaged))
    return tuple(entries)
