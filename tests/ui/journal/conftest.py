"""The window of the journal on the screen, joined to a library file."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings

from benchmarks.journal_entries import write_entries
from sourcing_desktop.domain.intent import Intent
from sourcing_desktop.services.changes import Changes
from sourcing_desktop.services.journal_book import JournalBook
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.journal import Journal
from sourcing_desktop.storage.journal_pages import JournalPages
from sourcing_desktop.ui.journal.journal_controller import JournalController
from sourcing_desktop.ui.journal.journal_window import JournalWindow
from tests.support.waiting import until

OURS = "Sandbox"


@dataclass
class Reading:
    """The journal, who tells of its turns, and who shows it."""

    database: Database
    journal: Journal
    changed: Changes[Any]
    controller: JournalController

    @property
    def window(self) -> JournalWindow:
        assert self.controller.window is not None
        return self.controller.window

    @property
    def shown(self) -> list[str]:
        """The references in the list."""
        model = self.window.model
        return [model.intent(row).reference for row in range(model.rowCount())]

    async def opened(self, count: int) -> JournalWindow:
        """The window with so many entries in the library, and the story of the latest."""
        await write_entries(self.database, OURS, count)
        self.controller.open()
        await until(lambda: self.window.story.story if count else self.window.empty.isVisible())
        return self.window

    async def told(self, work: Awaitable[Intent[Any]]) -> Intent[Any]:
        """A turn that is written and told of, as ordering and paying do."""
        intent = await work
        self.changed.tell(intent)
        return intent


@pytest.fixture
def reading(
    qtbot, theme, loader, open_scope: Callable, tmp_path: Path, runner: asyncio.Runner
) -> Iterator[Reading]:
    database = Database(tmp_path / "library.sqlite", wait_seconds=0)
    runner.run(database.open())
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    book = JournalBook(JournalPages(database, OURS))
    controller = JournalController(theme, loader, settings, book, open_scope("journal"))
    changed: Changes[Any] = Changes()
    controller.follow(changed)
    yield Reading(database, Journal(database, OURS), changed, controller)
    controller.close()
    runner.run(database.close())
