"""The journal as a buyer reads it: by the page, one story at a time, or carried away as a file."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from sourcing_desktop.domain.intent import Intent
from sourcing_desktop.domain.journal import EVERYTHING, JournalFilter, JournalMark, JournalPage, JournalStory
from sourcing_desktop.services.journal_export import JournalFile
from sourcing_desktop.storage.journal_pages import JournalPages

EXPORTED_AT_ONCE = 200


class JournalBook:
    """Reads the journal of one account. Everything here raises StorageFailed."""

    def __init__(self, pages: JournalPages) -> None:
        self._pages = pages

    async def page(
        self, size: int, before: JournalMark | None = None, wanted: JournalFilter = EVERYTHING
    ) -> JournalPage:
        """At most `size` of the wanted entries from a mark on, the latest written first."""
        return await self._pages.page(size, before, wanted)

    async def story(self, intent: Intent[Any]) -> JournalStory:
        """An entry with every turn it took."""
        (story,) = await self._pages.stories((intent,))
        return story

    async def export(
        self, path: Path, wanted: JournalFilter = EVERYTHING, told: Callable[[int], object] = lambda _: None
    ) -> int:
        """Write the wanted entries into a file, whose ending says how; returns how many there were. `told` is
        called with how many are written so far. The file is replaced when all is written, or not at all."""
        written = 0
        with ThreadPoolExecutor(1, thread_name_prefix="journal export") as worker:
            loop = asyncio.get_running_loop()
            file = await loop.run_in_executor(worker, JournalFile, path)
            try:
                mark: JournalMark | None = None
                while True:
                    page = await self._pages.page(EXPORTED_AT_ONCE, mark, wanted)
                    stories = await self._pages.stories(page.intents)
                    await loop.run_in_executor(worker, file.add, stories)
                    written += len(stories)
                    told(written)
                    if (mark := page.mark) is None:
                        break
                await loop.run_in_executor(worker, file.finish)
            finally:
                await loop.run_in_executor(worker, file.discard)
        return written
