"""Keeps the window of the journal and the journal in step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.intent import Intent
from sourcing_desktop.domain.journal import EVERYTHING, JournalFilter, JournalMark
from sourcing_desktop.language import tr, trn
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.dialogs import pick_target
from sourcing_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from sourcing_desktop.services.changes import Changes
    from sourcing_desktop.services.journal_book import JournalBook
    from sourcing_desktop.ui.journal.journal_window import JournalWindow

PAGE = 100
LATEST = 20
"""Entries read at a time to find those written since."""

SOON_MS = 100
"""Many orders placed at once are looked for once."""

FORMS = {
    tr("Excel workbook (*.xlsx)"): ".xlsx",
    tr("CSV, a row for each order and payment (*.csv)"): ".csv",
    tr("JSON, a line for each with all that is known (*.jsonl)"): ".jsonl",
}
EXPORT = "journal export"


class JournalController(QObject):
    """The window is made when it is first opened, and goes with the session."""

    def __init__(
        self, theme: Theme, loader: PictureLoader, settings: QSettings, book: JournalBook, scope: TaskScope
    ) -> None:
        super().__init__()
        self._looks = (theme, loader, settings)
        self._book = book
        self._scope = scope
        self._mark: JournalMark | None = None
        self.window: JournalWindow | None = None
        self._look_soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._look_soon.timeout.connect(self._look_for_new)

    def follow(self, changed: Changes[Any]) -> None:
        """Show every turn that is told there."""
        changed.subscribe(self._turned)

    def open(self) -> None:
        """Bring the window to the front; made anew, or shown again, it reads the journal."""
        window = self.window or self._make()
        if not window.isVisible():
            self.read()
            window.list.setFocus(Qt.FocusReason.OtherFocusReason)
        window.show()
        window.raise_()
        window.activateWindow()

    def close(self) -> None:
        """The session has ended, and with it what the window shows."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
        self.deleteLater()

    def read(self) -> None:
        """Read the wanted entries from the latest on."""
        if self.window is not None:
            self._scope.replace(self._read(self.window, self.window.filters.wanted), name="journal")

    def _make(self) -> JournalWindow:
        from sourcing_desktop.ui.journal.journal_window import JournalWindow

        window = self.window = JournalWindow(*self._looks)
        window.filters.changed.connect(self.read)
        window.retry_wanted.connect(self.read)
        window.list.more_wanted.connect(self._read_more)
        window.list.chosen.connect(self._choose)
        window.copy_wanted.connect(self._copy)
        window.export_wanted.connect(self._export)
        window.cancel_wanted.connect(lambda: self._scope.cancel(EXPORT))
        return window

    async def _read(self, window: JournalWindow, wanted: JournalFilter) -> None:
        self._scope.cancel("journal, further")
        chosen = window.list.current()
        try:
            page = await self._book.page(PAGE, None, wanted)
        except SourcingError as error:
            window.show_failed(error.sentence)
            return
        self._mark = page.mark
        window.banner.hide()
        window.model.start_over(page.intents)
        window.show_entries(self._mark is not None)
        row = window.model.row_of(chosen.reference) if chosen is not None else 0
        window.list.show_at(max(row, 0))

    def _read_more(self) -> None:
        window = self.window
        if window is not None and self._mark is not None and not self._scope.running("journal"):
            self._scope.start_once(partial(self._append, window, self._mark), name="journal, further")

    async def _append(self, window: JournalWindow, mark: JournalMark) -> None:
        try:
            page = await self._book.page(PAGE, mark, window.filters.wanted)
        except SourcingError as error:
            window.show_failed(error.sentence)
            return
        self._mark = page.mark
        window.model.append(page.intents)
        window.show_entries(self._mark is not None)

    def _turned(self, intent: Intent[Any]) -> None:
        """An entry of the list shows its new state at once; another is looked for on disk, where is known
        whether it is wanted."""
        window = self.window
        if self._scope.closed or window is None or not window.isVisible():
            return
        if not window.model.turn(intent) and not self._look_soon.isActive():
            self._look_soon.start()
        chosen = window.list.current()
        if chosen is not None and chosen.reference == intent.reference:
            self._choose(intent)

    def _look_for_new(self) -> None:
        if self.window is not None:
            self._scope.replace(self._put_before(self.window), name="journal, latest")

    async def _put_before(self, window: JournalWindow) -> None:
        """Read back to the first entry that is there already: many may have been written at once."""
        model, wanted = window.model, window.filters.wanted
        if not model.rowCount():
            await self._read(window, wanted)
            return
        latest: list[Intent[Any]] = []
        mark: JournalMark | None = None
        try:
            while not latest or model.row_of(latest[-1].reference) < 0:
                page = await self._book.page(LATEST, mark, wanted)
                latest += page.intents
                if (mark := page.mark) is None:
                    break
        except SourcingError as error:
            window.show_failed(error.sentence)
            return
        model.put_before(latest)
        window.show_entries(self._mark is not None)

    def _choose(self, intent: Intent[Any]) -> None:
        if self.window is not None:
            self._scope.replace(self._tell(self.window, intent), name="journal story")

    async def _tell(self, window: JournalWindow, intent: Intent[Any]) -> None:
        try:
            story = await self._book.story(intent)
        except SourcingError as error:
            window.banner.say(error.sentence, lambda: self._choose(intent))
            return
        window.show_story(story)

    def _copy(self) -> None:
        from sourcing_desktop.ui.journal import telling

        if self.window is not None and self.window.story.story is not None:
            QGuiApplication.clipboard().setText(telling.as_text(self.window.story.story))
            self.window.show_progress(tr("Copied"), busy=self._scope.running(EXPORT))

    def _export(self, only_found: bool) -> None:
        if (window := self.window) is not None:
            wanted = window.filters.wanted if only_found else EVERYTHING
            self._scope.start_once(lambda: self._pick_and_export(window, wanted), name=EXPORT)

    async def _pick_and_export(self, window: JournalWindow, wanted: JournalFilter) -> None:
        path = await pick_target(window, tr("Export the journal"), "journal", FORMS)
        if path is not None:
            await self.export(window, path, wanted)

    async def export(self, window: JournalWindow, path: Path, wanted: JournalFilter) -> None:
        """Write the wanted entries to a file, saying how far that is."""
        outcome = tr("Export cancelled")
        window.show_progress(tr("Exporting…"), busy=True)
        told: Callable[[int], object] = lambda count: window.show_progress(  # noqa: E731
            trn("Exporting… {count} entry", "Exporting… {count} entries", count), busy=True
        )
        try:
            count = await self._book.export(path, wanted, told)
            outcome = trn(
                "Exported {count} entry to {file}",
                "Exported {count} entries to {file}",
                count,
                file=path.name,
            )
        except SourcingError as error:
            outcome = ""
            window.banner.say(error.sentence)
        finally:
            window.show_progress(outcome, busy=False)
