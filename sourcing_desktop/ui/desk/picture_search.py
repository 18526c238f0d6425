"""Searches with one picture of the desk wherever the buyer wants it searched, and keeps what was found."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.search import Page, PictureQuery
from sourcing_desktop.language import tr
from sourcing_desktop.ui.desk.crop import distinct
from sourcing_desktop.ui.desk.desk_picture import DeskPicture
from sourcing_desktop.ui.desk.sides import Sides
from sourcing_desktop.ui.search.search_controller import SearchController

if TYPE_CHECKING:
    from sourcing_desktop.services.search import Search
    from sourcing_desktop.tasks import TaskScope

NOTHING = tr("Nothing looks like this picture.")
NOTHING_IN_BOX = tr("Nothing looks like what is in the box.")


class PictureSearch(QObject):
    """Emits `subjects_found` when the gateway found some, and `nothing_found` with the results area that says
    so. Ends with its sides."""

    subjects_found = Signal()
    nothing_found = Signal(object)

    def __init__(self, picture: DeskPicture, sides: Sides, search: Search, scope: TaskScope) -> None:
        super().__init__(sides)
        self.picture = picture
        self.sides = sides
        self._search = search
        self._scope = scope
        self._asked: dict[Platform, PictureQuery] = {}
        self._running: dict[Platform, SearchController] = {}

    def begin(self) -> None:
        """Search wherever what is shown does not answer what is asked now; the rest stays as it is."""
        picture = self.picture
        self.sides.show_platforms(picture.platforms)
        self.sides.tell_filters(picture.filters)
        for platform in picture.platforms:
            query = picture.query(platform)
            if query is not None and query != self._asked.get(platform):
                self._asked[platform] = query
                nothing = NOTHING if query.picture.region is None else NOTHING_IN_BOX
                self._runner(platform).search(self._search.begin(query, picture.name), nothing)

    def end(self) -> None:
        """Ask for nothing any more."""
        for runner in self._running.values():
            runner.forget()

    def _runner(self, platform: Platform) -> SearchController:
        if platform not in self._running:
            runner = SearchController(self.sides.views[platform], self._scope, self)
            runner.page_arrived.connect(partial(self._arrived, platform))
            self._running[platform] = runner
        return self._running[platform]

    def _arrived(self, platform: Platform, page: Page) -> None:
        if page.subjects:
            self.picture.subjects = distinct(page.subjects)
            self.subjects_found.emit()
        if not page.offers:
            self.nothing_found.emit(self.sides.views[platform])
