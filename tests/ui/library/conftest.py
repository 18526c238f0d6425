"""The library's page on the screen, joined to a real library file."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.domain.seen import FoundBy, Sighting
from sourcing_desktop.services.library import Library
from sourcing_desktop.services.sightings import Sightings
from sourcing_desktop.storage.seen.library import SeenLibrary
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.library.library_controller import LibraryController
from sourcing_desktop.ui.library.library_model import LibraryModel
from sourcing_desktop.ui.library.library_page import LibraryPage
from sourcing_desktop.ui.notices import Toast
from tests.support.seen import MUGS, YESTERDAY
from tests.support.waiting import until


@dataclass
class Shelf:
    """A library, and its page."""

    page: LibraryPage
    controller: LibraryController
    library: Library
    file: SeenLibrary
    sightings: Sightings
    toast: Toast
    scope: TaskScope
    keeping: TaskScope

    @property
    def model(self) -> LibraryModel:
        return self.page.found.model

    @property
    def titles(self) -> list[str]:
        """What the cards show, from the first."""
        return [self.model.index(row).data() for row in range(self.model.rowCount())]

    async def put(self, offers: Sequence[Offer], found_by: FoundBy = MUGS, at: datetime = YESTERDAY) -> None:
        """Have these offers seen then, and the page look again."""
        await self.library.open()
        await self.file.record([Sighting(offer, at, found_by) for offer in offers])
        self.controller.look()
        await self.settled()

    async def settled(self) -> None:
        """Wait until all is read that was asked for."""
        await until(lambda: not self.scope.busy)

    async def shows(self, *titles: str) -> None:
        """Wait until the cards are these."""
        await until(lambda: self.titles == [*titles])


OpenShelf = Callable[..., Awaitable[Shelf]]


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def open_shelf(theme, loader, open_scope, qtbot, runner, tmp_path, settings) -> Iterator[OpenShelf]:
    """Opens pages one after the other, all on the same file, which may be there already."""
    failed: list[BaseException] = []
    opened: list[Shelf] = []

    async def close() -> None:
        while opened:
            shelf = opened.pop()
            shelf.controller.keep()
            shelf.controller.deleteLater()
            await shelf.scope.close()
            await shelf.keeping.finish(seconds=5)
            await shelf.library.close()

    def shown_page() -> LibraryPage:
        page = LibraryPage(theme, loader, settings)
        page.resize(900, 700)
        qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        return page

    async def make(
        folder: Path = tmp_path / "seen", page: LibraryPage | None = None, account: str = "buyer"
    ) -> Shelf:
        """With the page of another shelf, the account of that has left it."""
        await close()
        file, sightings = SeenLibrary(folder, wait_seconds=0), Sightings()
        library = Library(file, sightings, failed.append, moment=0)
        page = page or shown_page()
        await until(page.isActiveWindow)
        toast = Toast(page)
        scope, keeping = open_scope("session"), open_scope("keeping")
        controller = LibraryController(page, library, account, scope, keeping, toast)
        opened.append(Shelf(page, controller, library, file, sightings, toast, scope, keeping))
        return opened[-1]

    yield make
    runner.run(close())
    assert not failed


@pytest.fixture
def shelf(open_shelf: OpenShelf, runner: asyncio.Runner) -> Shelf:
    """An empty library on its page."""

    async def opened() -> Shelf:
        return await open_shelf()

    return runner.run(opened())
