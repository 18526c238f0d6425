"""What one account has seen, joined to the window: recorded from every search, found again by words and by
sight. Loads little, because its page may be the first that the buyer looks at."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sourcing_desktop.domain.errors import StorageFailed
from sourcing_desktop.domain.offer import OfferRef
from sourcing_desktop.services.library import Library
from sourcing_desktop.services.sightings import Sightings
from sourcing_desktop.storage.seen.library import SeenLibrary
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.library.library_controller import LibraryController
from sourcing_desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from sourcing_desktop.domain.search import Region
    from sourcing_desktop.services.ordering import Ordering
    from sourcing_desktop.services.recognition import Recognition
    from sourcing_desktop.storage.journal import Journal
    from sourcing_desktop.ui.desk.desk_controller import DeskController
    from sourcing_desktop.ui.desk.picture_source import PictureSource

log = logging.getLogger(__name__)

LATE_ORDERS = timedelta(days=7)
"""Orders that young are marked at every start: the program may have ended before they were."""


class AroundLibrary:
    """With a connection; its folder is called as its account. The page of the library works at once, the rest
    from `join` on."""

    recognition: Recognition

    def __init__(
        self,
        window: MainWindow,
        folder: Path,
        sightings: Sightings,
        scope: TaskScope,
        report: Callable[[BaseException], None],
    ) -> None:
        self._window = window
        self._folder = folder
        self._scope = scope
        self._report = report
        self._spared: Callable[[], Collection[OfferRef]] = tuple
        self._keeping = TaskScope("what is being forgotten", report)
        self._file = SeenLibrary(folder)
        self._joined = False
        self.library = Library(self._file, sightings, report, spared=lambda: self._spared())
        self._page: LibraryController | None = LibraryController(
            window.library, self.library, folder.name, scope, self._keeping, window.toast
        )

    def join(
        self,
        ordering: Ordering,
        journal: Journal,
        desk: DeskController,
        spared: Callable[[], Collection[OfferRef]],
    ) -> list[QObject]:
        """Join the rest of the window and go to work; what comes back goes with the session. `spared` are the
        offers that stay whatever the cap."""
        from sourcing_desktop.services.recognition import Recognition
        from sourcing_desktop.ui.library.sight_controller import SightController

        window, page = self._window, self._window.library
        self._spared, self._joined = spared, True
        self.recognition = Recognition(
            self._file,
            self.library,
            self._folder,
            window.loader.kept,
            self._report,
            busy=lambda: window.loader.busy,
        )
        sight = SightController(page, self.recognition, window.loader.kept, window.cards, self._scope)
        sight.shown.connect(lambda: window.show_page(page))
        window.library_sight_wanted.connect(sight.look_for)

        def search_platforms(source: PictureSource, box: Region | None) -> None:
            window.show_page(window.image)
            desk.use(source, box)

        sight.desk_wanted.connect(search_platforms)
        window.cards.forget_seen_before(window.cards.seen_before)
        self.library.seen_before.subscribe(window.cards.set_seen_before)
        self.library.forgotten.subscribe(self._heed_forgotten)
        ordering.changed.subscribe(lambda intent: self.library.ordered((intent,)))
        window.loader.ready.connect(self.recognition.look_again)
        self._scope.start(self._begin(journal), name="library")
        return [sight]

    def withdraw(self) -> None:
        """Take the page's controller off the window; what the buyer took away there is forgotten now."""
        if self._page is not None:
            self._page.keep()
            self._page.deleteLater()
            self._page = None

    async def close(self) -> None:
        """Write what waits; what was being described is described the next time."""
        await self._keeping.finish(seconds=5)
        if self._joined:
            self._window.loader.ready.disconnect(self.recognition.look_again)
            await self.recognition.close()
        await self.library.close()

    async def _begin(self, journal: Journal) -> None:
        """Without a library the rest of the program works; its page says what is wrong, with Retry."""
        try:
            await self.library.open()
        except StorageFailed as error:
            log.warning("%s (%s)", error.sentence, error.detail)
        self.library.ordered(await journal.orders(datetime.now(UTC) - LATE_ORDERS))
        self.recognition.begin()

    def _heed_forgotten(self, gone: Sequence[int]) -> None:
        if gone:
            self._scope.replace(self._take_off_marks(), name="marks")
        else:  # nobody knows which of them tell of a time that is forgotten
            self._window.cards.forget_seen_before(self._window.cards.seen_before)

    async def _take_off_marks(self) -> None:
        """Those that tell of an offer that is gone."""
        marks = self._window.cards.seen_before
        known = await self.library.number_of({mark.ref for mark in marks.values()})
        self._window.cards.forget_seen_before(ref for ref, mark in marks.items() if mark.ref not in known)
