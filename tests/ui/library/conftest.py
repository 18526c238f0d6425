"""The library's page on the screen, joined to a real library file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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
from sourcing_desktop.ui.library.library_controller import LibraryController
from sourcing_desktop.ui.library.library_model import LibraryModel
from sourcing_desktop.ui.library.library_page import LibraryPage
from sourcing_desktop.ui.notices import Toast
from sourcing_desktop.ui.search.results_view import Stage
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

    @property
    def model(self) -> LibraryModel:
        return self.page.found.model

    @property
    def titles(self) -> list[str]:
        """What the cards show, from the first."""
        return [self.model.index(row).data() for row in range(self.model.rowCount())]

    async def put(self, offers: Sequence[Offer], found_by: FoundBy = MUGS, at: datetime = YESTERDAY) -> None:
        """Have these offers seen then, and the page look again."""
        await self.file.record([Sighting(offer, at, found_by) for offer in offers])
        self.controller.look()
        await until(lambda: self.model.rowCount() > 0 and self.page.found.stage is Stage.RESULTS)

    async def shows(self, *titles: str) -> None:
        """Wait until the cards are these."""
        await until(lambda: self.titles == [*titles])


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def open_shelf(
    theme, loader, open_scope, on_screen, runner, tmp_path, settings
) -> Iterator[Callable[..., Shelf]]:
    """Opens pages one after the other, all on the same file, which may be there already."""
    failed: list[BaseException] = []
    opened: list[Library] = []

    async def close() -> None:
        while opened:
            await opened.pop().close()

    def make(folder: Path = tmp_path / "seen") -> Shelf:
        runner.run(close())
        file, sightings = SeenLibrary(folder, wait_seconds=0), Sightings()
        library = Library(file, sightings, failed.append, moment=0)
        opened.append(library)
        page = LibraryPage(theme, loader, settings)
        page.resize(900, 700)
        on_screen(page)
        toast = Toast(page)
        scope, keeping = open_scope("session"), open_scope("keeping")
        controller = LibraryController(page, library, scope, keeping, toast)
        return Shelf(page, controller, library, file, sightings, toast)

    yield make
    runner.run(close())
    assert not failed


@pytest.fixture
def shelf(open_shelf: Callable[..., Shelf]) -> Shelf:
    """An empty library on its page."""
    return open_shelf()
