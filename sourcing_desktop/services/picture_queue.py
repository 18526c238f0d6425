"""Searches with many pictures by itself, a few at a time and behind whatever the buyer does meanwhile. Keeps
what each found; shows nothing."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from time import time_ns

from sourcing_desktop.domain.errors import Busy, ClockSkewed, SignInNeeded, SourcingError, Unreachable
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.queued_search import QueuedSearch, QueueProgress, Step
from sourcing_desktop.domain.search import UNFILTERED, Filters, PictureQuery
from sourcing_desktop.language import tr
from sourcing_desktop.services.changes import Changes
from sourcing_desktop.services.given_picture import GivenPicture, Read
from sourcing_desktop.services.search import Search
from sourcing_desktop.tasks import TaskScope

AT_ONCE = 2
"""Searches under way at a time: fewer than a gateway's gate has slots, so a buyer's own never wait."""

TRIES = 3
"""How often a picture is sent that the gateway does not answer."""

REST_SECONDS = 15.0
LONGEST_REST = 300.0
"""For a gateway that is away or busy."""

LEFT = tr("The queue of pictures was not through when the program was closed.")


@dataclass(frozen=True, slots=True)
class Removed:
    """What was taken off the queue, to be put back."""

    place: int
    search: QueuedSearch
    source: GivenPicture


class PictureQueue:
    """Works as soon as there is something to do. What waits is read meanwhile, for nobody knows how long the
    files will be there. `listed` tells all searches when some came or went, `turned` each one that has got
    further, and `progressed` how far the queue is.

    A picture that cannot be used, or that the gateway refuses, fails alone. A gateway that is away or busy
    lets the queue rest for a while; one that does not know the buyer lets it pause. `rest` waits for seconds.
    """

    def __init__(
        self, search: Search, scope: TaskScope, *, rest: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self._search = search
        self._scope = scope
        self._rest = rest
        self._keys = count(time_ns())  # after all that were kept
        self._searches: dict[str, QueuedSearch] = {}
        self._sources: dict[str, GivenPicture] = {}
        self._at_work: set[str] = set()
        self._paused = False
        self._trouble = ""
        self._told = QueueProgress()
        self.listed = Changes[tuple[QueuedSearch, ...]]()
        self.turned = Changes[QueuedSearch]()
        self.progressed = Changes[QueueProgress]()

    @property
    def searches(self) -> tuple[QueuedSearch, ...]:
        """Everything in the queue, in the order it was given."""
        return tuple(self._searches.values())

    @property
    def progress(self) -> QueueProgress:
        """How far the queue is."""
        steps = Counter(search.step for search in self._searches.values())
        return QueueProgress(
            len(self._searches),
            steps[Step.FOUND],
            steps[Step.NOTHING],
            steps[Step.FAILED],
            self._paused,
            self._trouble,
        )

    def add(
        self,
        pictures: Iterable[tuple[str, Read]],
        platforms: Sequence[Platform],
        filters: Filters = UNFILTERED,
    ) -> None:
        """Search with each of the pictures, given as a name and what reads it, on each of the platforms, as
        far as that has the filters. What reads raises SourcingError."""
        for name, read in pictures:
            source = GivenPicture(read)
            for platform in platforms:
                key = str(next(self._keys))
                self._searches[key] = QueuedSearch(key, name, platform, filters=filters.on(platform))
                self._sources[key] = source
        self._list_changed()

    def restore(
        self, kept: Sequence[tuple[QueuedSearch, GivenPicture]], before: QueueProgress | None = None
    ) -> None:
        """Begin with what was kept of an earlier queue. It goes on as it did `before`, in this run of the
        program; one of an earlier run that was not through pauses, unless the buyer has given pictures
        meanwhile."""
        if before is not None:
            self._paused, self._trouble = before.paused, before.trouble if before.paused else ""
        elif not self._searches and any(not search.over for search, _ in kept):
            self._paused, self._trouble = True, LEFT
        self._sources |= {search.key: source for search, source in kept}
        self._searches = {search.key: search for search, _ in kept} | self._searches
        self._list_changed()

    def picture(self, key: str) -> GivenPicture:
        """The picture of a search."""
        return self._sources[key]

    def remove(self, keys: Collection[str]) -> list[Removed]:
        """Take searches off the queue; the answer to one under way is dropped. Returns what `put_back`
        takes."""
        removed = [
            Removed(place, search, self._sources[key])
            for place, (key, search) in enumerate(self._searches.items())
            if key in keys
        ]
        for each in removed:
            del self._searches[each.search.key], self._sources[each.search.key]
        self._list_changed()
        return removed

    def put_back(self, removed: Iterable[Removed]) -> None:
        """Put what was removed where it was; what had not come to its end begins again."""
        searches = list(self._searches.values())
        for each in removed:
            search = each.search if each.search.over else replace(each.search, step=Step.WAITING)
            searches.insert(each.place, search)
            self._sources[search.key] = each.source
        self._searches = {search.key: search for search in searches}
        self._list_changed()

    def retry(self, keys: Collection[str] | None = None) -> None:
        """Search again with those that failed, all of them unless told."""
        for search in self.searches:
            if search.step is Step.FAILED and (keys is None or search.key in keys):
                self._turn(replace(search, step=Step.WAITING, sentence="", tries=0))
        self._go_on()

    def pause(self) -> None:
        """Begin nothing more; what has begun comes to its end."""
        self._paused = True
        self._tell_progress()

    def resume(self) -> None:
        """Go on at once, also after trouble."""
        self._paused = False
        self._trouble = ""
        self._scope.cancel("rest of the queue")
        self._tell_progress()
        self._go_on()

    # At work

    def _go_on(self) -> None:
        """Begin as much as may be under way. What had no answer comes after all others."""
        while not (self._paused or self._trouble or self._scope.closed) and len(self._at_work) < AT_ONCE:
            search = min(self._waiting(), key=lambda each: each.tries, default=None)
            if search is None:
                break
            self._at_work.add(search.key)
            self._turn(replace(search, step=Step.READING))
            self._scope.start(self._work(search, self._sources[search.key]), name="picture in the queue")

    def _waiting(self) -> Iterator[QueuedSearch]:
        for key, search in self._searches.items():
            if search.step is Step.WAITING and key not in self._at_work:
                yield search

    def _unread(self) -> Iterator[QueuedSearch]:
        """What nobody has read yet; not what could not be read."""
        for key, search in self._searches.items():
            if not (search.thumbnail or search.sentence or key in self._at_work):
                yield search

    async def _read_on(self) -> None:
        while (unread := next(self._unread(), None)) is not None:
            source = self._sources[unread.key]
            sentence = ""
            try:
                await source.bring()
            except SourcingError as error:
                sentence = error.sentence
            search = self._searches.get(unread.key)
            if search is None or unread.key in self._at_work:
                continue
            search = replace(search, thumbnail=source.thumbnail)
            if sentence:
                step = search.step if search.over else Step.FAILED
                search = replace(search, step=step, sentence=sentence)
            self._turn(search)

    async def _work(self, search: QueuedSearch, source: GivenPicture) -> None:
        try:
            self._turn(await self._outcome(search, source))
        finally:
            self._at_work.discard(search.key)
            self._go_on()

    async def _outcome(self, search: QueuedSearch, source: GivenPicture) -> QueuedSearch:
        try:
            picture = await source.bring()
        except SourcingError as error:
            return replace(search, step=Step.FAILED, sentence=error.sentence)
        search = replace(search, thumbnail=source.thumbnail)
        self._turn(replace(search, step=Step.SEARCHING))
        try:
            query = PictureQuery(search.platform, picture, search.filters)
            page = await self._search.glance(query, search.name)
        except (Unreachable, Busy) as error:
            return self._unanswered(search, error)
        except (SignInNeeded, ClockSkewed) as error:
            self._trouble = error.sentence
            self.pause()
            return search
        except SourcingError as error:
            return replace(search, step=Step.FAILED, sentence=error.sentence)
        return replace(search, step=Step.FOUND if page.offers else Step.NOTHING, page=page)

    def _unanswered(self, search: QueuedSearch, error: Unreachable | Busy) -> QueuedSearch:
        """Let the queue rest, and the picture wait, unless it is the picture that gets no answers."""
        seconds = error.retry_after if isinstance(error, Busy) else None
        self._trouble = error.sentence
        self._scope.replace(
            self._rest_for(min(seconds or REST_SECONDS, LONGEST_REST)), name="rest of the queue"
        )
        tries = search.tries + (isinstance(error, Unreachable) and error.sent)
        if tries == TRIES:
            return replace(search, step=Step.FAILED, sentence=error.sentence)
        return replace(search, tries=tries)

    async def _rest_for(self, seconds: float) -> None:
        await self._rest(seconds)
        self._trouble = ""
        self._tell_progress()
        self._go_on()

    def _turn(self, search: QueuedSearch) -> None:
        """Keep how far a search is, unless it was taken off the queue meanwhile."""
        if search.key in self._searches:
            self._searches[search.key] = search
            self.turned.tell(search)
            self._tell_progress()

    def _list_changed(self) -> None:
        self.listed.tell(self.searches)
        self._tell_progress()
        self._go_on()
        self._scope.start_once(self._read_on, name="pictures of the queue")

    def _tell_progress(self) -> None:
        if (progress := self.progress) != self._told:
            self._told = progress
            self.progressed.tell(progress)
