"""Writes down what the buyer was shown, opened and ordered: a moment later and many at once, so that no page
waits for the disk, and again when the disk did not take it."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from itertools import islice
from typing import TypeVar

from sourcing_desktop.domain.errors import StorageFailed
from sourcing_desktop.domain.offer import OfferDetail, OfferRef
from sourcing_desktop.services.changes import Changes
from sourcing_desktop.services.sightings import Shown
from sourcing_desktop.storage.seen.library import SeenLibrary
from sourcing_desktop.tasks import TaskScope

log = logging.getLogger(__name__)

T = TypeVar("T")

MOMENT_S = 1.0
"""From what is shown to its writing: pages come together. Whoever kills the program loses about that."""

TROUBLE_S = 20.0
"""From a writing that failed to the next try."""

MOST_WAITING = 1_000
"""Pages kept while the disk takes none; then the oldest are lost."""

AT_ONCE = 20
"""Pages of one transaction."""


class Recording:
    """`written` tells the pages that are on disk now, empty when it was something else; `trouble` a sentence
    once when nothing can be written any more."""

    def __init__(self, file: SeenLibrary, tasks: TaskScope, moment: float = MOMENT_S) -> None:
        self._file = file
        self._tasks = tasks
        self._moment = moment
        self._closing = asyncio.Event()
        self._turn = asyncio.Lock()
        self._pages: deque[Shown] = deque(maxlen=MOST_WAITING)
        self._opened: deque[tuple[OfferDetail, datetime]] = deque(maxlen=MOST_WAITING)
        self._ordered: dict[OfferRef, datetime] = {}
        self._failing = False
        self.written = Changes[Sequence[Shown]]()
        self.trouble = Changes[str]()

    def shown(self, page: Shown) -> None:
        """These offers were put before the buyer."""
        self._pages.append(page)
        self._begin()

    def opened(self, detail: OfferDetail, at: datetime) -> None:
        """The buyer opened this offer, of which the gateway said all that at an aware time."""
        self._opened.append((detail, at))
        self._begin()

    def ordered(self, refs: Iterable[OfferRef], at: datetime) -> None:
        """These offers were ordered at an aware time."""
        self._ordered |= dict.fromkeys(refs, at)
        self._begin()

    def drop(self) -> None:
        """What is not written yet is not to be written."""
        for waiting in (self._pages, self._opened, self._ordered):
            waiting.clear()

    async def write(self) -> None:
        """Write all that waits. Raises StorageFailed, after which the rest waits still."""
        async with self._turn:
            while self._pages:
                pages = [*islice(self._pages, AT_ONCE)]
                await self._file.record([sighting for page in pages for sighting in page.sightings])
                _take_off(self._pages, pages)
                self.written.tell(pages)
            if self._opened or self._ordered:
                await self._write_what_was_done()
                self.written.tell(())

    def hurry(self) -> None:
        """Wait for nothing any more but the disk: the end has come."""
        self._closing.set()

    async def _write_what_was_done(self) -> None:
        while self._opened:
            first = self._opened[0]
            await self._file.mark_opened(*first)
            _take_off(self._opened, [first])
        for at in set(self._ordered.values()):
            refs = [ref for ref, when in self._ordered.items() if when == at]
            await self._file.mark_ordered(refs, at)
            for ref in refs:
                self._ordered.pop(ref, None)

    def _begin(self) -> None:
        self._tasks.start_once(self._work, name="what was seen")

    async def _work(self) -> None:
        while self._pages or self._opened or self._ordered:
            await self._pause(TROUBLE_S if self._failing else self._moment)
            try:
                await self.write()
            except StorageFailed as error:
                if not self._failing:
                    log.warning("what is seen is not remembered: %s", error.detail)
                    self.trouble.tell(error.sentence)
                self._failing = True
                if self._closing.is_set():
                    return
            else:
                self._failing = False

    async def _pause(self, seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._closing.wait(), seconds)


def _take_off(waiting: deque[T], written: Iterable[T]) -> None:
    """What was written, unless it was dropped meanwhile."""
    for each in written:
        if waiting and waiting[0] is each:
            waiting.popleft()
