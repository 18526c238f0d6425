"""Keeps the queue of pictures on disk as it changes, and brings it back at the next start."""

from __future__ import annotations

import asyncio
import io
from dataclasses import replace
from functools import partial
from itertools import islice

from sourcing_desktop.domain.errors import StorageFailed
from sourcing_desktop.domain.queued_search import QueuedSearch, QueueProgress, Step
from sourcing_desktop.domain.search import Page, QueryPicture
from sourcing_desktop.language import tr
from sourcing_desktop.services.changes import Changes
from sourcing_desktop.services.given_picture import GivenPicture, lost
from sourcing_desktop.services.picture_queue import PictureQueue
from sourcing_desktop.storage.queued_pictures import KeptSearch, QueuedPictures
from sourcing_desktop.tasks import TaskScope

AT_ONCE = 8
"""Searches written in one go: the buyer's cart waits for the same disk."""


class KeptQueue:
    """A queue and what is on disk of it. What is in `keeping` is let finish when the session ends.

    A picture that is on disk is not kept in memory. Where the disk refuses, the queue goes on without it:
    `failed` tells one sentence once, and every later change is another try.
    """

    def __init__(self, queue: PictureQueue, rows: QueuedPictures, keeping: TaskScope) -> None:
        self._queue = queue
        self._rows = rows
        self._keeping = keeping
        self._kept: dict[str, QueuedSearch] = {}
        self._behind: set[str] = set()
        self._told = False
        self.failed = Changes[str]()

    async def begin(self, before: QueueProgress | None = None) -> None:
        """Bring back what is kept, and keep what changes from now on. `before` is how far it was when an
        earlier session of this run of the program ended."""
        try:
            kept = await self._rows.all()
        except StorageFailed as error:
            self._tell(error)
            return
        self._kept = {each.search.key: each.search for each in kept}
        self._queue.listed.subscribe(self._list_changed)
        self._queue.turned.subscribe(self._turned)
        if kept:
            self._queue.restore(self._with_pictures(kept), before)
        self._list_changed(self._queue.searches)
        self._keeping.start_once(self._tidy, name="files of the queue")

    def _with_pictures(self, kept: tuple[KeptSearch, ...]) -> list[tuple[QueuedSearch, GivenPicture]]:
        """Each search with its picture, which several may share."""
        pictures: dict[str, GivenPicture] = {}
        for each in kept:
            if each.file not in pictures:
                read = partial(self._read, each.file)
                pictures[each.file] = GivenPicture(read, each.search.thumbnail, each.file)
        return [(each.search, pictures[each.file] if each.file else GivenPicture(lost)) for each in kept]

    async def _read(self, file: str) -> QueryPicture:
        jpeg = await self._rows.picture(file)
        return await asyncio.to_thread(_measured, jpeg) if jpeg else await lost()

    async def _tidy(self) -> None:
        try:
            await self._rows.tidy()
        except StorageFailed as error:
            self._tell(error)

    def _list_changed(self, searches: tuple[QueuedSearch, ...]) -> None:
        self._behind |= self._kept.keys() ^ {search.key for search in searches}
        self._catch_up()

    def _turned(self, search: QueuedSearch) -> None:
        if _lasting(search) != self._kept.get(search.key):
            self._behind.add(search.key)
            self._catch_up()

    def _catch_up(self) -> None:
        if self._behind:
            self._keeping.start_once(self._write, name="queue of pictures")

    async def _write(self) -> None:
        while keys := set(islice(self._behind, AT_ONCE)):
            self._behind -= keys
            now = {each.key: _lasting(each) for each in self._queue.searches if each.key in keys}
            gone = keys - now.keys()
            self._kept = {key: each for key, each in self._kept.items() if key not in gone} | now
            pictures = {key: self._queue.picture(key) for key in now}
            try:
                kept = await self._rows.put([_row(now[key], pictures[key]) for key in now])
                await self._rows.remove(gone)
            except StorageFailed as error:
                self._behind |= keys
                self._tell(error)
                return
            for each in kept:
                if each.file:
                    pictures[each.search.key].let_go(each.file, partial(self._read, each.file))

    def _tell(self, error: StorageFailed) -> None:
        if not self._told:
            self._told = True
            said = tr(
                "The queue of pictures goes on, but is not kept for the next start. {why}", why=error.sentence
            )
            self.failed.tell(said)


def _lasting(search: QueuedSearch) -> QueuedSearch:
    """What is kept of a search: where it came to its end, with the best match alone, or that it waits."""
    page = None if search.page is None else Page(search.page.offers[:1], search.found)
    return replace(search, step=search.step if search.over else Step.WAITING, page=page, tries=0)


def _row(search: QueuedSearch, picture: GivenPicture) -> KeptSearch:
    jpeg = b"" if picture.picture is None else picture.picture.jpeg
    return KeptSearch(search, picture.file, jpeg)


def _measured(jpeg: bytes) -> QueryPicture:
    """For a worker."""
    from PIL import Image

    with Image.open(io.BytesIO(jpeg)) as picture:
        return QueryPicture(jpeg, *picture.size)
