"""What one account has seen, joined to the window: recorded from every search, found again by words and by
sight."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject

from sourcing_desktop.app.connection import Connection
from sourcing_desktop.domain.errors import StorageFailed
from sourcing_desktop.domain.offer import OfferRef
from sourcing_desktop.domain.search import Region
from sourcing_desktop.services.library import Library
from sourcing_desktop.services.ordering import Ordering
from sourcing_desktop.services.recognition import Recognition
from sourcing_desktop.storage.journal import Journal
from sourcing_desktop.storage.seen.library import SeenLibrary
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.desk.desk_controller import DeskController
from sourcing_desktop.ui.desk.picture_source import PictureSource
from sourcing_desktop.ui.library.library_controller import LibraryController
from sourcing_desktop.ui.library.sight_controller import SightController
from sourcing_desktop.ui.main_window import MainWindow

log = logging.getLogger(__name__)

LATE_ORDERS = timedelta(days=7)
"""Orders that young are marked at every start: the program may have ended before they were."""


class AroundLibrary:
    """From `join` to `close`, with a session. `library` answers as soon as it is made."""

    def __init__(
        self,
        window: MainWindow,
        connection: Connection,
        folder: Path,
        spared: Callable[[], Collection[OfferRef]],
        report: Callable[[BaseException], None],
    ) -> None:
        file = SeenLibrary(folder)
        self._window = window
        self.library = Library(file, connection.sightings, report, spared=spared)
        self.recognition = Recognition(
            file,
            self.library,
            folder,
            window.loader.kept,
            report,
            busy=lambda: window.loader.busy,
        )

    def join(
        self, ordering: Ordering, journal: Journal, desk: DeskController, scope: TaskScope, keeping: TaskScope
    ) -> list[QObject]:
        """Join it to the window and go to work; what comes back goes with the session."""
        window, page = self._window, self._window.library
        self.page = LibraryController(page, self.library, scope, keeping, window.toast)
        sight = SightController(page, self.recognition, window.loader.kept, window.cards, scope)
        sight.shown.connect(lambda: window.show_page(page))
        window.library_sight_wanted.connect(sight.look_for)

        def search_platforms(source: PictureSource, box: Region | None) -> None:
            window.show_page(window.image)
            desk.use(source, box)

        sight.desk_wanted.connect(search_platforms)
        window.cards.forget_seen_before()
        self.library.seen_before.subscribe(window.cards.set_seen_before)
        self.library.forgotten.subscribe(lambda _gone: window.cards.forget_seen_before())
        ordering.changed.subscribe(lambda intent: self.library.ordered((intent,)))
        window.loader.ready.connect(self.recognition.look_again)
        scope.start(self._begin(journal), name="library")
        return [self.page, sight]

    async def close(self) -> None:
        """Write what waits; what was being described is described the next time."""
        self._window.loader.ready.disconnect(self.recognition.look_again)
        await self.recognition.close()
        await self.library.close()

    async def _begin(self, journal: Journal) -> None:
        """Without a library the rest of the program works; its page says what is wrong, with Retry."""
        try:
            await self.library.open()
        except StorageFailed as error:
            log.warning("%s (%s)", error.sentence, error.detail)
            return
        self.library.ordered(await journal.orders(datetime.now(UTC) - LATE_ORDERS))
        self.recognition.begin()
