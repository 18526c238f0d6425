"""The offers an account has seen: what pages of the library ask, and what cards tell of an earlier time.

Needs no gateway, knows no pictures. Nothing here makes a page wait that shows offers.
"""

from __future__ import annotations

import asyncio
import logging
from array import array
from collections import deque
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial

from sourcing_desktop.domain.errors import StorageFailed
from sourcing_desktop.domain.intent import IntentState, OrderIntent
from sourcing_desktop.domain.offer import OfferDetail, OfferRef
from sourcing_desktop.domain.seen import (
    FoundBy,
    FoundIn,
    LibrarySize,
    PriceChange,
    SeenBefore,
    SeenOffer,
    SeenQuery,
)
from sourcing_desktop.language import tr
from sourcing_desktop.services.changes import Changes
from sourcing_desktop.services.recording import MOMENT_S, MOST_WAITING, Recording
from sourcing_desktop.services.sightings import Shown, Sightings
from sourcing_desktop.storage.seen.library import SeenLibrary
from sourcing_desktop.tasks import TaskScope

log = logging.getLogger(__name__)

CULL_AFTER = 100
"""Pages written before the cap is looked at again."""


class Library:
    """What one account has seen. The file is opened by `open` or when something is first asked; while that
    cannot be, whatever is asked raises StorageFailed, and the next question tries again.

    `changed` tells, about once a second at most, that there is more or less to see; `seen_before` which of
    the offers just shown had been seen in an earlier search, or look like one that was; `recorded` the pages
    just written; `forgotten` the numbers of offers that are gone, a portion at a time, and none when of
    others some sightings are; `trouble` says what is wrong with the file.
    """

    def __init__(
        self,
        file: SeenLibrary,
        sightings: Sightings,
        report: Callable[[BaseException], None],
        *,
        spared: Callable[[], Collection[OfferRef] | None] = tuple,
        moment: float = MOMENT_S,
    ) -> None:
        """`spared` are the offers that no cap takes away, None as long as nobody can tell; `moment` is that
        of the recording, in seconds."""
        self._file = file
        self._sightings = sightings
        self._spared = spared
        self._tasks = TaskScope("library", report)
        self._recording = Recording(file, self._tasks, moment)
        self._recording.written.subscribe(self._heed_written)
        self._opening = asyncio.Lock()
        self._open = False
        self._early: deque[Callable[[], None]] = deque(maxlen=MOST_WAITING)
        self._asked: dict[tuple[FoundIn, str], datetime] = {}
        self._unmarked: list[Shown] = []
        self._pages_since_culling = 0
        self.remembering = True
        """Whether what is shown is recorded; the buyer's choice, known once the file is open."""
        self.changed = Changes[None]()
        self.seen_before = Changes[Mapping[OfferRef, SeenBefore]]()
        self.recorded = Changes[Sequence[Shown]]()
        self.forgotten = Changes[Sequence[int]]()
        self.trouble = self._recording.trouble

    async def open(self) -> None:
        """Open the file unless it is open, and record from then on, also what was shown before."""
        async with self._opening:
            if not self._open:
                await self._file.open()
                self.remembering = await self._file.remembering()
                self._open = True
                self._tell_of_damage()
                self._sightings.hear(self._heed_shown)
                while self._early:
                    self._when_open(self._early.popleft())

    async def close(self) -> None:
        """Write what waits, and let go of the file."""
        self._recording.hurry()
        await self._tasks.finish(seconds=5)
        async with self._opening:
            self._open = False
            await self._file.close()

    # What pages ask

    async def first(self, query: SeenQuery, most: int) -> tuple[int, tuple[SeenOffer, ...]]:
        """How many offers fit, and the first of them."""
        await self.open()
        return await self._file.first(query, most)

    async def numbers(self, query: SeenQuery) -> array[int]:
        """The numbers of all that fit, in order."""
        await self.open()
        return await self._file.numbers(query)

    async def offers(self, numbers: Sequence[int]) -> tuple[SeenOffer, ...]:
        """The offers of those numbers in that order, without those that are gone."""
        await self.open()
        return await self._file.offers(numbers)

    async def number_of(self, refs: Collection[OfferRef]) -> dict[OfferRef, int]:
        """The numbers of the offers that are in the library."""
        await self.open()
        return await self._file.number_of(refs)

    async def history(self, ref: OfferRef) -> tuple[PriceChange, ...]:
        """Price and stock of an offer at every change, the first sighting first."""
        await self.open()
        return await self._file.history(ref)

    async def kept_detail(self, ref: OfferRef) -> tuple[OfferDetail, datetime] | None:
        """All that the gateway said of an offer when it was last opened, and when that was; None if never."""
        await self.open()
        return await self._file.detail(ref)

    async def sellers(self) -> tuple[tuple[str, int], ...]:
        """Names of shops with how many of their offers were seen, the most first."""
        await self.open()
        return await self._file.sellers()

    async def categories(self) -> tuple[tuple[str, int], ...]:
        """Ids of categories that were searched in, likewise."""
        await self.open()
        return await self._file.categories()

    async def searches(self) -> tuple[tuple[FoundBy, int, datetime], ...]:
        """The searches that brought what was seen, with how many offers and when last."""
        await self.open()
        return await self._file.searches()

    async def size(self) -> LibrarySize:
        """How much the library holds."""
        await self.open()
        return await self._file.size()

    # What the buyer does with it

    async def forget(self, numbers: Sequence[int]) -> array[int]:
        """Forget these offers; the numbers of those that are gone."""
        return await self._forgotten(lambda: self._file.forget(numbers, self._tell_gone))

    async def forget_search(self, found_by: FoundBy) -> array[int]:
        """Forget what this search found and no other did; the numbers of what is gone."""
        gone = await self._forgotten(lambda: self._file.forget_search(found_by, self._tell_gone))
        self.forgotten.tell(())
        return gone

    async def forget_period(self, since: datetime, until: datetime) -> array[int]:
        """Forget what was seen then and at no other time; the numbers of what is gone."""
        gone = await self._forgotten(lambda: self._file.forget_period(since, until, self._tell_gone))
        self.forgotten.tell(())
        return gone

    async def forget_all(self) -> array[int]:
        """Forget everything; the numbers of what is gone."""
        self._recording.drop()
        gone = await self._forgotten(self._file.forget_all)
        self._tell_gone(gone)
        return gone

    async def remember(self, remembering: bool) -> None:
        """Record what is shown from now on, or stop that."""
        await self.open()
        await self._file.set_remembering(remembering)
        self.remembering = remembering

    async def most_offers(self) -> int:
        """The cap: above so many, what was seen longest ago goes, unless it was opened or ordered."""
        await self.open()
        return await self._file.most_offers()

    async def set_most_offers(self, most: int) -> None:
        """Change the cap, and keep to it at once."""
        await self.open()
        await self._file.set_most_offers(most)
        await self._cull()

    def opened(self, detail: OfferDetail) -> None:
        """The gateway has just told all about an offer that the buyer opened."""
        self._when_open(partial(self._recording.opened, detail, datetime.now(UTC)))

    def ordered(self, intents: Iterable[OrderIntent]) -> None:
        """These were written in the journal; what is ordered by them is marked, also a second time."""
        for intent in intents:
            if intent.state is IntentState.DONE:
                refs = [line.ref for line in intent.draft.lines]
                self._when_open(partial(self._recording.ordered, refs, intent.written_at))

    def _when_open(self, record: Callable[[], None]) -> None:
        """Only then it is known whether the buyer wants it."""
        if not self._open:
            self._early.append(record)
        elif self.remembering:
            record()

    def _tell_of_damage(self) -> None:
        if self._file.set_aside is not None:
            log.warning("the library of what was seen was damaged")
            self.trouble.tell(
                tr(
                    "What you had seen could not be read: its file is damaged. It was put aside as {file}, "
                    "and a new library begins.",
                    file=self._file.set_aside.name,
                )
            )

    # What comes of what is shown

    def _heed_shown(self, page: Shown) -> None:
        self._unmarked.append(page)
        self._tasks.start_once(self._mark, name="seen before")
        if self.remembering:
            self._recording.shown(page)

    def earlier(self, page: Shown) -> datetime:
        """Up to when a sighting was in an earlier search than that of the page: one that is asked again while
        the program runs is still the same."""
        search = (page.found_by.found_in, page.found_by.text)
        return self._asked.setdefault(search, page.began)

    async def _mark(self) -> None:
        while self._unmarked:
            page = self._unmarked.pop(0)
            try:
                marks = await self._file.seen_before([offer.ref for offer in page.offers], self.earlier(page))
            except StorageFailed as error:
                log.info("nobody knows what was seen before: %s", error.detail)
                return
            if marks:
                self.seen_before.tell(marks)

    def _heed_written(self, pages: Sequence[Shown]) -> None:
        if pages:
            self.recorded.tell(pages)
        self.changed.tell(None)
        self._pages_since_culling += len(pages)
        if self._pages_since_culling >= CULL_AFTER:
            self._pages_since_culling = 0
            self._tasks.start_once(self._cull, name="cap")

    async def _cull(self) -> None:
        """Take away what is above the cap, a portion at a time."""
        most = await self._file.most_offers()
        try:
            while (spared := self._spared()) is not None and (gone := await self._file.cull(most, spared)):
                self.forgotten.tell(gone)
        finally:
            self.changed.tell(None)

    async def _forgotten(self, forget: Callable[[], Awaitable[array[int]]]) -> array[int]:
        await self.open()
        try:
            await self._recording.write()  # else what is forgotten came back with what waits
        except StorageFailed as error:
            log.info("forgetting before what was seen is written: %s", error.detail)
        try:
            return await forget()
        finally:
            self.changed.tell(None)

    def _tell_gone(self, gone: Sequence[int]) -> None:
        if gone:
            self.forgotten.tell(gone)
