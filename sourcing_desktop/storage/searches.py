"""The searches a buyer made lately, and those saved under a name."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import UTC, datetime

import msgspec
from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from sourcing_desktop.domain.kept_search import KeptSearch
from sourcing_desktop.domain.search import KeywordQuery
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.schema import SEARCHES

log = logging.getLogger(__name__)

MOST_RECENT = 100
"""Searches without a name that are kept; older ones go."""


class SearchRows:
    """The searches of one account, by `KeptSearch.key`."""

    def __init__(self, database: Database, account: str) -> None:
        self._database = database
        self._account = account
        self._mine = SEARCHES.c.account == account

    async def all(self) -> tuple[KeptSearch, ...]:
        """Newest first. A row that cannot be read is left out, and left alone."""
        query = select(SEARCHES).where(self._mine).order_by(SEARCHES.c.at.desc())

        def work(connection: Connection) -> tuple[KeptSearch, ...]:
            found = []
            for row in connection.execute(query):
                try:
                    asked = msgspec.json.decode(row.query, type=KeywordQuery)
                    found.append(KeptSearch(asked, datetime.fromisoformat(row.at).astimezone(UTC), row.name))
                except ValueError as error:
                    log.warning("a search cannot be read: %s", error)
            return tuple(found)

        return await self._database.run(work)

    async def put(self, searches: Iterable[KeptSearch]) -> None:
        """Keep searches in place of those of the same key, and of those without a name only the newest."""
        rows = [
            self._key(search)
            | {"query": msgspec.json.encode(search.query).decode(), "at": search.at.isoformat()}
            for search in searches
        ]
        if not rows:
            return
        statement = insert(SEARCHES)
        fresh = statement.excluded
        upsert = statement.on_conflict_do_update(
            index_elements=["account", "name", "key"], set_={"query": fresh.query, "at": fresh.at}
        )
        unnamed = self._mine & (SEARCHES.c.name == "")
        newest = select(SEARCHES.c.key).where(unnamed).order_by(SEARCHES.c.at.desc()).limit(MOST_RECENT)
        older = delete(SEARCHES).where(unnamed, SEARCHES.c.key.not_in(newest))

        def work(connection: Connection) -> None:
            connection.execute(upsert, rows)
            connection.execute(older)

        await self._database.run(work)

    async def remove(self, searches: Iterable[KeptSearch]) -> None:
        """Forget searches."""
        rows = [{f"the_{name}": value for name, value in self._key(each).items()} for each in searches]
        if rows:
            columns = (SEARCHES.c.account, SEARCHES.c.name, SEARCHES.c.key)
            gone = delete(SEARCHES).where(*(column == bindparam(f"the_{column.name}") for column in columns))
            await self._database.run(lambda connection: connection.execute(gone, rows))

    def _key(self, search: KeptSearch) -> dict[str, str]:
        name, key = search.key
        return {"account": self._account, "name": name, "key": key}
