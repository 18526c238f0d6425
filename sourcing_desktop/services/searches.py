"""What the buyer searched for before, and the searches saved under a name. Needs no gateway."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime

from sourcing_desktop.domain.kept_search import KeptSearch
from sourcing_desktop.domain.search import KeywordQuery
from sourcing_desktop.services.changes import Changes
from sourcing_desktop.storage.searches import SearchRows


class Searches:
    """The searches of an account whose titles are in `language`, which each search keeps. `changed` tells
    all of them, newest first. What a method changed is stored when it returns; each raises StorageFailed."""

    def __init__(self, rows: SearchRows, language: str) -> None:
        self._rows = rows
        self._language = language
        self._turn = asyncio.Lock()
        self.entries: tuple[KeptSearch, ...] = ()
        self.changed: Changes[tuple[KeptSearch, ...]] = Changes()

    async def read(self) -> None:
        """Read what is kept."""
        await self._store()

    async def remember(self, query: KeywordQuery) -> None:
        """Put a search at the top of the recent ones."""
        kept = self._kept(query)
        await self._store(lambda: self._rows.put([kept]))

    async def save(self, query: KeywordQuery, name: str) -> KeptSearch:
        """Keep a search under a name, in place of another one of that name."""
        kept = replace(self._kept(query), name=name.strip() or query.title)
        await self._store(lambda: self._rows.put([kept]))
        return kept

    async def forget(self, searches: Iterable[KeptSearch]) -> None:
        """Keep these no more."""
        await self._store(lambda: self._rows.remove(searches))

    async def restore(self, searches: Iterable[KeptSearch]) -> None:
        """Undo `forget`. What has been searched for or saved again meanwhile stays as it is."""
        here = {search.key for search in self.entries}
        missing = [search for search in searches if search.key not in here]
        await self._store(lambda: self._rows.put(missing))

    def _kept(self, query: KeywordQuery) -> KeptSearch:
        return KeptSearch(replace(query, language=query.language or self._language), datetime.now(UTC))

    async def _store(self, change: Callable[[], Awaitable[None]] | None = None) -> None:
        async with self._turn:
            if change is not None:
                await change()
            self.entries = await self._rows.all()
        self.changed.tell(self.entries)
