"""The page of words, joined to a running sandbox and to a library file."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from sourcing_desktop.services.search import Search
from sourcing_desktop.services.searches import Searches
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.searches import SearchRows
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.notices import Toast
from sourcing_desktop.ui.search.keyword_controller import KeywordController
from sourcing_desktop.ui.search.keyword_page import KeywordPage
from sourcing_desktop.ui.search.results_view import Stage
from sourcing_desktop.ui.searches.searches_controller import SearchesController
from sourcing_desktop.ui.theme import LIGHT
from tests.support.search_page import Bench
from tests.support.waiting import until
from tests.ui.search.moves import look_for


@dataclass
class Kept:
    """The page, what it remembers, and where a word about it is said."""

    bench: Bench
    library: Path
    searches: Searches
    controller: SearchesController
    toast: Toast
    keeping: TaskScope

    @property
    def page(self) -> KeywordPage:
        return self.bench.page

    @property
    def titles(self) -> list[str]:
        """What is kept, newest first."""
        return [entry.title for entry in self.searches.entries]

    @property
    def offered(self) -> list[str]:
        """What stands below the field."""
        rows = self.page.suggestions
        return [row.title.text() for row in rows.rows] if rows.isVisible() else []

    async def search(self, *words: str) -> None:
        """Search for each of them in turn."""
        for each in words:
            look_for(self.bench, each)
            await self.bench.stage(Stage.RESULTS)
            await self.bench.answered()
        await self.settled()

    async def settled(self) -> None:
        """Wait until what was begun is stored or refused."""
        await until(lambda: not self.keeping.busy)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Another program has the library meanwhile."""
        with closing(sqlite3.connect(self.library, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            yield
            other.execute("ROLLBACK")


@pytest.fixture
def kept(
    show, search_desk, open_scope: Callable[[str], TaskScope], tmp_path: Path, runner: asyncio.Runner
) -> Iterator[Kept]:
    bench = show(
        KeywordPage, lambda page: KeywordController(page, Search(search_desk.gateway), open_scope("page"))
    )
    library = tmp_path / "searches.sqlite"
    database = Database(library, wait_seconds=0)
    runner.run(database.open())
    searches = Searches(SearchRows(database, "trial"), "en")
    toast, keeping = Toast(bench.page), open_scope("keeping")

    async def joined() -> SearchesController:
        controller = SearchesController(bench.page, LIGHT, searches, keeping, toast)
        await until(lambda: not keeping.busy)
        return controller

    yield Kept(bench, library, searches, runner.run(joined()), toast, keeping)
    runner.run(keeping.close())
    runner.run(database.close())
