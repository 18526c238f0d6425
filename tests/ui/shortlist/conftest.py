"""The shortlist's tab on the screen, beside another grid, joined to a library file."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.services.shortlist import Shortlist
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.shortlist import ShortlistRows
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.grid.offer_grid import OfferGrid
from sourcing_desktop.ui.notices import Toast
from sourcing_desktop.ui.offer_cards import OfferCards
from sourcing_desktop.ui.shortlist.shortlist_controller import ShortlistController
from sourcing_desktop.ui.shortlist.shortlist_page import ShortlistPage
from sourcing_desktop.ui.theme import LIGHT
from tests.support.waiting import until
from tests.ui.grid.moves import offer


@dataclass
class Bench:
    """The page, a grid of found offers, and what joins them."""

    library: Path
    database: Database
    shortlist: Shortlist
    page: ShortlistPage
    found: OfferGrid
    toast: Toast
    scope: TaskScope
    keeping: TaskScope
    controller: ShortlistController = field(init=False)

    def __post_init__(self) -> None:
        cards = OfferCards(self.page)
        for grid in (self.found, self.page.results.grid):
            cards.join(grid)
        self.controller = ShortlistController(
            self.page, self.shortlist, cards, self.scope, self.keeping, self.toast
        )

    @property
    def grid(self) -> OfferGrid:
        return self.page.results.grid

    @property
    def offers(self) -> list[Offer]:
        """What the tab shows."""
        model = self.page.results.model
        return [model.offer(row) for row in range(model.rowCount())]

    async def filled(self, count: int) -> None:
        """Put so many offers on the list; none of them is chosen."""
        self.controller.read()
        self.found.shortlist_toggled.emit([offer(number) for number in range(count)])
        await self.settled()

    async def settled(self) -> None:
        """Wait until what was begun is stored or refused."""
        await until(lambda: not self.scope.busy and not self.keeping.busy)

    async def stored(self) -> list[tuple[str, str]]:
        """Ids and notes, as the next start of the program finds them."""
        again = Shortlist(ShortlistRows(self.database, "trial"))
        await again.read_once()
        return [(entry.offer.ref.id, entry.note) for entry in again.entries]

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Another program has the library meanwhile."""
        with closing(sqlite3.connect(self.library, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            yield
            other.execute("ROLLBACK")


@pytest.fixture
def bench(
    tmp_path: Path,
    runner: asyncio.Runner,
    loader: PictureLoader,
    open_scope: Callable[[str], TaskScope],
    on_screen: Callable[[QWidget], None],
) -> Iterator[Bench]:
    library = tmp_path / "library.sqlite"
    database = Database(library, wait_seconds=0)
    runner.run(database.open())
    window = QWidget()
    window.resize(900, 800)
    page, found = ShortlistPage(LIGHT, loader), OfferGrid(LIGHT, loader)
    column = QVBoxLayout(window)
    column.addWidget(found)
    column.addWidget(page)
    bench = Bench(
        library,
        database,
        Shortlist(ShortlistRows(database, "trial")),
        page,
        found,
        Toast(window),
        open_scope("page"),
        open_scope("keeping"),
    )
    on_screen(window)
    yield bench
    runner.run(database.close())
