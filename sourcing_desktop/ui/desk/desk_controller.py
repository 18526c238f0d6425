"""Makes a query picture of what is given and searches with it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.search import Page, PictureQuery, QueryPicture
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.desk.desk_page import DeskPage
from sourcing_desktop.ui.desk.picture_source import PictureSource, bitmap_bytes
from sourcing_desktop.ui.dialogs import pick_picture
from sourcing_desktop.ui.search.search_controller import SearchController

if TYPE_CHECKING:
    from sourcing_desktop.services.search import Search

NOTHING_FOUND = (
    "Nothing looks like this. Draw a box around the goods, turn filters off, or try another picture."
)


class DeskController(QObject):
    """Looks after the query picture of one image page."""

    def __init__(self, page: DeskPage, search: Search, scope: TaskScope) -> None:
        super().__init__(page)
        self._page = page
        self._search = search
        self._scope = scope
        self._results = SearchController(page.results, scope, self)
        self._results.page_arrived.connect(self._page_arrived)
        page.source_given.connect(self.use)
        page.open_requested.connect(self._open)
        page.search_requested.connect(self.search)
        if page.query is not None:
            self.search()  # again, because the account was changed
        else:
            self._results.forget()

    def use(self, source: PictureSource) -> None:
        """Search with what was dropped, pasted or picked, in place of the picture before."""
        self._page.banner.hide()
        self._page.about.setText("Reading the picture…")
        self._scope.replace(self._take(source), name="query picture")

    def search(self) -> None:
        """Search with the picture and the box as they are now."""
        filters = self._page.filters.filters()
        if self._page.query is None or filters is None:
            return
        picture = replace(self._page.query, region=self._page.box.region)
        query = PictureQuery(self._page.platform.platform, picture, filters)
        self._results.search(self._search.begin(query), NOTHING_FOUND)

    def _open(self) -> None:
        self._scope.start_once(self._pick, name="pick a picture")

    async def _pick(self) -> None:
        path = await pick_picture(self._page)
        if path is not None:
            self.use(PictureSource(file=path))

    async def _take(self, source: PictureSource) -> None:
        try:
            picture = await _query_picture(source)
        except SourcingError as error:
            self._page.show_about()
            self._page.refuse(error.sentence)
            return
        self._page.show_query(picture)
        self.search()

    def _page_arrived(self, page: Page) -> None:
        if page.subjects:
            self._page.box.show_subjects(page.subjects)


async def _query_picture(source: PictureSource) -> QueryPicture:
    # Imported here: Pillow is not needed before the first picture.
    from sourcing_desktop.services import query_picture

    if source.file is not None:
        return await query_picture.from_file(source.file)
    if source.bitmap is not None:
        return await query_picture.from_bytes(await asyncio.to_thread(bitmap_bytes, source.bitmap))
    if source.html:
        return await query_picture.from_html(source.html)
    return await query_picture.from_url(source.url)
