"""Puts many pictures into the queue, shows how far it is, and does with what it found what the buyer asks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.queued_search import QueuedSearch, QueueProgress
from sourcing_desktop.domain.search import Filters
from sourcing_desktop.language import tr, trn
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.desk.desk_controller import DeskController
from sourcing_desktop.ui.desk.desk_page import DeskPage
from sourcing_desktop.ui.desk.picture_source import PictureSource, normalised
from sourcing_desktop.ui.desk.queue_view import QueueView, summary
from sourcing_desktop.ui.dialogs import pick_target
from sourcing_desktop.ui.notices import Toast
from sourcing_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from sourcing_desktop.services.picture_queue import PictureQueue, Removed

FORMS = {tr("CSV, a row for each picture (*.csv)"): ".csv"}


class QueueController(QObject):
    """The overview comes to the desk with the first pictures, or with those of last time. `opened` carries
    the offer of a match, `shortlist_toggled` the offers of several, `work_told` what goes on in the
    background."""

    opened = Signal(object)
    shortlist_toggled = Signal(object)
    work_told = Signal(str)

    def __init__(
        self,
        page: DeskPage,
        desk: DeskController,
        queue: PictureQueue,
        looks: tuple[Theme, PictureLoader],
        scope: TaskScope,
        toast: Toast,
    ) -> None:
        super().__init__(page)
        self._looks = looks
        self._page = page
        self._desk = desk
        self._queue = queue
        self._scope = scope
        self._toast = toast
        self._left = 0
        desk.many_given.connect(self.add)
        queue.listed.subscribe(self._show_list)
        queue.turned.subscribe(self._show_turn)
        queue.progressed.subscribe(self._show_progress)

    @cached_property
    def view(self) -> QueueView:
        """The overview, made for the first pictures."""
        view = QueueView(*self._looks)
        table = view.table
        view.pause_wanted.connect(lambda paused: self._queue.pause() if paused else self._queue.resume())
        view.resume_wanted.connect(self._queue.resume)
        view.retry.clicked.connect(lambda: self._queue.retry())
        view.cancel.clicked.connect(self._cancel)
        view.export.clicked.connect(self._export)
        table.opened.connect(self._open)
        table.results_wanted.connect(self._show_results)
        table.shortlist_wanted.connect(self._shortlist)
        table.retry_wanted.connect(lambda chosen: self._queue.retry(_keys(chosen)))
        table.remove_wanted.connect(lambda chosen: self.remove(_keys(chosen)))
        table.copy_wanted.connect(self._copy)
        return view

    def add(self, sources: Sequence[PictureSource]) -> None:
        """Search with all of these by itself, where the desk searches, and show how that goes."""
        given = [(source.name, partial(normalised, source)) for source in sources]
        self._page.show_queue(self.view, "")
        filters = self._page.filters.filters() or Filters()
        if filters != Filters():
            self._toast.say(tr("These pictures are searched with the filters of the desk."))
        self._queue.add(given, self._page.platform.platforms, filters)

    def remove(self, keys: Collection[str]) -> None:
        """Take searches off the queue, with a way back."""
        removed = self._queue.remove(keys)
        if removed:
            taken = trn("Took a search off the queue", "Took {count} searches off the queue", len(removed))
            self._toast.say(taken, partial(self._put_back, removed))

    def _put_back(self, removed: Sequence[Removed]) -> None:
        self._queue.put_back(removed)

    def _cancel(self) -> None:
        """Take off what waits; when nothing does, all."""
        searches = self._queue.searches
        self.remove(_keys([search for search in searches if not search.over]) or _keys(searches))

    # What is shown

    def _show_list(self, searches: Sequence[QueuedSearch]) -> None:
        self.view.model.show_searches(searches)
        if searches and self._page.areas.indexOf(self.view) < 0:  # of last time
            self._page.show_queue(self.view, "", in_front=self._page.chosen is None)
        self._page.name_queue(tr("All pictures ({count})", count=f"{len(searches):,}"))

    def _show_turn(self, search: QueuedSearch) -> None:
        self.view.model.turn(search)

    def _show_progress(self, progress: QueueProgress) -> None:
        self.view.show_progress(progress)
        self.work_told.emit(summary(progress) if progress.left else "")
        if self._left and not progress.left and progress.total:
            self._toast.say(tr("The queue of pictures is through: {summary}", summary=summary(progress)))
            QApplication.alert(self._page.window())
        self._left = progress.left

    # What is done with what was found

    def _open(self, chosen: Sequence[QueuedSearch]) -> None:
        self.opened.emit(next(search.best for search in chosen if search.best is not None))

    def _show_results(self, chosen: Sequence[QueuedSearch]) -> None:
        self._scope.replace(self._bring(chosen[0]), name="picture of the queue")

    async def _bring(self, search: QueuedSearch) -> None:
        try:
            picture = await self._queue.picture(search.key).bring()
        except SourcingError as error:
            self.view.banner.say(error.sentence)
        else:
            self._desk.use_ready(search.name, picture, (search.platform,), search.filters)
            self._page.take_keyboard()

    def _shortlist(self, chosen: Sequence[QueuedSearch]) -> None:
        matches = {search.best.ref: search.best for search in chosen if search.best is not None}
        self.shortlist_toggled.emit(list(matches.values()))

    def _copy(self, chosen: Sequence[QueuedSearch]) -> None:
        from sourcing_desktop.services import queue_export

        QGuiApplication.clipboard().setText(queue_export.as_text(chosen))
        self._toast.say(trn("Copied a row", "Copied {count} rows", len(chosen)))

    def _export(self) -> None:
        self._scope.start_once(self._pick_and_export, name="export of the queue")

    async def _pick_and_export(self) -> None:
        from sourcing_desktop.services import queue_export

        path = await pick_target(self.view, tr("Export the table"), tr("pictures"), FORMS)
        if path is None:
            return
        try:
            await queue_export.write_table(self._queue.searches, path)
        except SourcingError as error:
            self.view.banner.say(error.sentence)
        else:
            self._toast.say(tr("Saved {name}", name=path.name))


def _keys(searches: Sequence[QueuedSearch]) -> set[str]:
    return {search.key for search in searches}
