"""Keeps the queue of pictures on disk as it changes, and brings it back at the next start."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from sourcing_desktop.domain.errors import StorageFailed
from sourcing_desktop.domain.queued_search import QueuedSearch, Step
from sourcing_desktop.language import tr
from sourcing_desktop.services.changes import Changes
from sourcing_desktop.services.picture_queue import PictureQueue
from sourcing_desktop.storage.queued_pictures import QueuedPictures
from sourcing_desktop.tasks import TaskScope

AT_ONCE = 8
"""Searches written in one go: the buyer's cart waits for the same disk."""


class KeptQueue:
    """A queue and what is on disk of it. What is in `keeping` is let finish when the session ends.

    Where the disk refuses, the queue goes on without it: `failed` tells one sentence once, and every later
    change is another try.
    """

    def __init__(self, queue: PictureQueue, rows: QueuedPictures, keeping: TaskScope) -> None:
        self._queue = queue
        self._rows = rows
        self._keeping = keeping
        self._kept: dict[str, QueuedSearch] = {}
        self._behind: set[str] = set()
        self._told = False
        self.failed = Changes[str]()

    async def begin(self) -> None:
        """Bring back what is kept, and keep what changes from now on."""
        try:
            kept = await self._rows.all()
        except StorageFailed as error:
            self._tell(error)
            return
        self._kept = {search.key: search for search in kept}
        self._queue.listed.subscribe(self._list_changed)
        self._queue.turned.subscribe(self._turned)
        if kept:
            self._queue.restore(kept)
        self._list_changed(self._queue.searches)

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
            try:
                await self._rows.put(now.values())
                await self._rows.remove(gone)
            except StorageFailed as error:
                self._behind |= keys
                self._tell(error)
                return

    def _tell(self, error: StorageFailed) -> None:
        if not self._told:
            self._told = True
            said = tr(
                "The queue of pictures goes on, but is not kept for the next start. {why}", why=error.sentence
            )
            self.failed.tell(said)


def _lasting(search: QueuedSearch) -> QueuedSearch:
    """What is kept of a search: where it came to its end, or that it waits."""
    return replace(search, step=search.step if search.over else Step.WAITING, thumbnail=b"", tries=0)
