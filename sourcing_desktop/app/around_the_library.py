"""What one account has seen, joined to the window: recorded from every search, found again by words and by
sight. Loads little, because its page may be the first that the buyer looks at."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

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
    from sourcing_desktop.services.shortlist import Shortlist
    from sourcing_desktop.storage.journal import Journal
    from sourcing_desktop.ui.desk.desk_controller import DeskController
    from sourcing_desktop.ui.desk.picture_source import PictureSource
    from sourcing_desktop.ui.library.sight_controller import SightController

log = logging.getLogger(__name__)

LATE_ORDERS = timedelta(days=7)
"""Orders that young are marked at every start: the program may have ended before they were."""


class AroundLibrary:
    """From its making to `close`: the page of the library works at once, sight from `see` on, also without a
    gateway; what has to do with a session from `join` on."""

    recognition: Recognition

    def __init__(
        self,
        window: MainWindow,
        folder: Path,
        sightings: Sightings,
        report: Callable[[BaseException], None],
    ) -> None:
        self._window = window
        self._folder = folder
        self._report = report
        self._spared: Callable[[], Collection[OfferRef] | None] = lambda: None
        self._scope = TaskScope("library on the screen", report)
        self._keeping = TaskScope("what is being forgotten", report)
        self._file = SeenLibrary(folder)
        self._sight: SightController | None = None
        self.library = Library(self._file, sightings, report, spared=lambda: self._spared())
        self._page: LibraryController | None = LibraryController(
            window.library, self.library, folder.name, self._scope, self._keeping, window.toast
        )

    def see(self) -> SightController:
        """Find by sight, too, and mark what was seen before; a second time changes nothing."""
        if self._sight is not None:
            return self._sight
        from sourcing_desktop.services.recognition import Recognition
        from sourcing_desktop.ui.library.sight_controller import SightController

        window, page = self._window, self._window.library
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
        window.cards.forget_seen_before(window.cards.seen_before)
        self.library.seen_before.subscribe(window.cards.set_seen_before)
        self.library.forgotten.subscribe(self._heed_forgotten)
        window.loader.ready.connect(self.recognition.look_again)
        self.recognition.begin()
        self._sight = sight
        return sight

    def join(
        self,
        ordering: Ordering,
        journal: Journal,
        desk: DeskController,
        shortlist: Shortlist,
    ) -> None:
        """Hear of orders, and let the desk search with a picture that was looked for here. What is on the
        shortlist stays whatever the cap."""
        window = self._window
        self._spared = lambda: shortlist.refs if shortlist.is_read else None

        def search_platforms(source: PictureSource, box: Region | None) -> None:
            window.show_page(window.image)
            desk.use(source, box)

        self.see().desk_wanted.connect(search_platforms)
        ordering.changed.subscribe(lambda intent: self.library.ordered((intent,)))
        self._scope.start(self._mark_late_orders(journal), name="orders of late")

    def withdraw(self) -> None:
        """Take it off the window; what the buyer took away there is forgotten now."""
        if self._page is not None:
            self._page.keep()
            self._page.deleteLater()
            self._page = None
        if self._sight is not None:
            self._sight.deleteLater()
            self._sight = None
            self._window.loader.ready.disconnect(self.recognition.look_again)

    async def close(self) -> None:
        """Write what waits; what was being described is described the next time."""
        self.withdraw()
        await self._scope.close()
        await self._keeping.finish(seconds=5)
        if "recognition" in vars(self):
            await self.recognition.close()
        await self.library.close()

    async def _mark_late_orders(self, journal: Journal) -> None:
        """Without a library nothing can be marked; its page says what is wrong, with Retry."""
        try:
            await self.library.open()
        except StorageFailed as error:
            log.warning("%s (%s)", error.sentence, error.detail)
        self.library.ordered(await journal.orders(datetime.now(UTC) - LATE_ORDERS))

    def _heed_forgotten(self, gone: Sequence[int]) -> None:
        if gone:
            self._scope.replace(self._take_off_marks(), name="marks")
        else:  # nobody knows which of them tell of a time that is forgotten
            self._window.cards.forget_seen_before(self._window.cards.seen_before)

    async def _take_off_marks(self) -> None:
        """Those that tell of an offer that is gone."""
        marks = self._window.cards.seen_before
        try:
            known = await self.library.number_of({mark.ref for mark in marks.values()})
        except StorageFailed as error:
            log.info("nobody knows which marks are wrong: %s", error.detail)
            return
        self._window.cards.forget_seen_before(ref for ref, mark in marks.items() if mark.ref not in known)
