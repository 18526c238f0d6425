"""Finds by sight in the library: describes its pictures while nobody waits, and tells of cards that look like
something seen before. Takes pictures from this computer only."""

from __future__ import annotations

import asyncio
import logging
from array import array
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from sourcing_desktop.domain.errors import SourcingError, StorageFailed
from sourcing_desktop.domain.offer import Offer, OfferRef
from sourcing_desktop.domain.search import QueryPicture, Region
from sourcing_desktop.domain.seen import SeenBefore, SeenOffer
from sourcing_desktop.language import tr
from sourcing_desktop.services.eye import Eye
from sourcing_desktop.services.library import Library
from sourcing_desktop.services.query_picture import from_bytes
from sourcing_desktop.services.sightings import Shown
from sourcing_desktop.services.undescribed import Undescribed
from sourcing_desktop.storage.seen.library import SeenLibrary
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.vision import ENGINE, LOOKS_SIMILAR, LOOKS_THE_SAME, QUERY_LOOKS_THE_SAME

log = logging.getLogger(__name__)

START_S = 3.0
"""From the opening of the library to the first work: the program is still busy with itself."""

QUIET_S = 0.25
"""Between two looks whether there is quiet enough to go on."""

AT_ONCE = 16
"""Pictures described before they are written down."""

MOST_SHOWN = 2_000
"""Cards shown last of which an earlier time is told when their pictures are described."""

MOST_WAITING = 1_000
"""Pages shown whose pictures are not looked at yet; of more, the oldest wait for the next start."""

MOST_ALIKE = 50
"""Offers that look the same among which the cheapest is told."""

NEARLY = 0.999
"""How much alike another offer is at most, whatever its picture: 1 is said of the very same offer."""

Found = tuple[tuple[SeenOffer, float], ...]
"""Offers with their cosine, most alike first."""


class Recognition:
    """Works from `begin` to `close` on one library, in whose folder the index of vectors lies. `why_off` says
    to the buyer why nothing can be found by sight; empty while it can."""

    def __init__(
        self,
        file: SeenLibrary,
        library: Library,
        folder: Path,
        kept: Callable[[str], bytes | None],
        report: Callable[[BaseException], None],
        *,
        busy: Callable[[], bool] = lambda: False,
        start: float = START_S,
    ) -> None:
        """`kept` gives the bytes of a picture that is on this computer, on any thread; while `busy` nothing
        is described; `start` is the pause before the first work, in seconds."""
        self._file = file
        self._library = library
        self._eye = Eye(folder)
        self._kept = kept
        self._busy = busy
        self._start = start
        self._tasks = TaskScope("recognition", report)
        self._closing = asyncio.Event()
        self._in_step = False
        self._turn = asyncio.Lock()
        """For the index, so that what is forgotten does not come back with what is about to come into it."""
        self._waiting = Undescribed(file)
        self._pages: deque[Shown] = deque(maxlen=MOST_WAITING)
        self._shown: dict[int, tuple[Offer, datetime]] = {}
        self.why_off = ""

    def begin(self) -> None:
        """Go to work in the background, and whenever something was recorded."""
        self._library.recorded.subscribe(self._heed_recorded)
        self._library.forgotten.subscribe(self._heed_forgotten)
        self._wake()

    async def close(self) -> None:
        """Stop at once: what was under way is done the next time."""
        self._closing.set()
        await self._tasks.close()
        await self._eye.close()

    async def similar(
        self, picture: QueryPicture | bytes, region: Region | None = None, most: int = 200
    ) -> Found:
        """What looks like the picture, or like what is in the box (px of the picture). Raises SourcingError
        with the reason when that cannot be told."""
        if isinstance(picture, bytes):
            picture = await from_bytes(picture)
        if region is not None:
            picture = replace(picture, region=region)
        await self._library.open()
        alike = dict(await self._eye.like_picture(picture, most, LOOKS_SIMILAR))
        if not alike:
            await self._refuse_without_pictures()
        seen = await self._file.offers([*alike])
        return tuple((each, alike[each.number]) for each in seen)

    @staticmethod
    def looks_the_same(alike: float) -> bool:
        """Whether what is so much like a picture looked for shows the same goods."""
        return alike >= QUERY_LOOKS_THE_SAME

    def look_again(self, url: str) -> None:
        """This picture has just come."""
        if self._waiting.came(url):
            self._wake()

    async def _refuse_without_pictures(self) -> None:
        size = await self._library.size()
        if not size.described:
            raise SourcingError(
                tr(
                    "Nothing can be found by sight yet: {described} of {offers} offers are described so far.",
                    described="0",
                    offers=f"{size.offers:,}",
                )
            )

    # What goes on in the background

    def _heed_recorded(self, pages: Sequence[Shown]) -> None:
        self._pages.extend(pages)
        self._wake()

    def _heed_forgotten(self, numbers: Sequence[int]) -> None:
        for number in numbers if len(numbers) < MOST_SHOWN else [*self._shown]:
            self._shown.pop(number, None)
        if numbers and not self._tasks.closed:
            self._tasks.start(self._forget(array("q", numbers)), name="forget")

    async def _forget(self, numbers: array[int]) -> None:
        try:
            async with self._turn:
                await self._eye.remove(numbers)
        except SourcingError as error:
            log.info("what is forgotten is still in the index: %s", error.detail)

    def _wake(self) -> None:
        if not self.why_off:
            self._tasks.start_once(self._work, name="describing")

    async def _work(self) -> None:
        try:
            if not self._in_step:
                await self._pause(self._start)
                async with self._turn:
                    await self._come_into_step()
            while not self._closing.is_set():
                await self._heed_pages()
                batch = await self._waiting.next(AT_ONCE)
                if not batch and not self._pages:
                    return
                await self._describe(batch)
        except StorageFailed as error:
            log.warning("pictures of the library are not described: %s", error.detail)
        except SourcingError as error:
            self.why_off = error.sentence
            log.info("%s", error.sentence)

    async def _come_into_step(self) -> None:
        """Find what the library has vectors of, and nothing else. Equal numbers of both are taken for that:
        what is left over in the index is passed over when it is found."""
        await self._library.open()
        found = await self._eye.load()
        if found != (await self._library.size()).described:
            described = await self._file.described_numbers(ENGINE)
            missing = await self._eye.keep_only(described)
            if missing:
                async for numbers, vectors in self._file.vectors(ENGINE):
                    await self._eye.add_missing(numbers, vectors)
        self._in_step = True

    async def _heed_pages(self) -> None:
        while self._pages:
            page = self._pages.popleft()
            before = self._library.earlier(page)
            numbers = await self._file.number_of([offer.ref for offer in page.offers])
            for offer in page.offers:
                if (number := numbers.get(offer.ref)) is not None:
                    self._shown.pop(number, None)
                    self._shown[number] = (offer, before)
            for number in [*self._shown][: max(0, len(self._shown) - MOST_SHOWN)]:
                del self._shown[number]
            known = await self._file.vectors_of(ENGINE, numbers.values())
            self._waiting.add(
                (numbers[offer.ref], offer.picture)
                for offer in page.offers
                if offer.ref in numbers and numbers[offer.ref] not in known
            )
            await self._tell_of({number: vector for number, vector in known.items() if vector})

    async def _describe(self, batch: Sequence[tuple[int, str]]) -> None:
        vectors: dict[int, bytes] = {}
        try:
            for number, url in batch:
                while self._busy() and not self._closing.is_set():
                    await self._pause(QUIET_S)
                there, vector = await self._eye.described(partial(self._kept, url))
                if there:
                    vectors[number] = vector or b""
                else:
                    self._waiting.miss(number, url)
        finally:
            await self._keep(vectors)
        await self._tell_of({number: vector for number, vector in vectors.items() if vector})

    async def _keep(self, vectors: Mapping[int, bytes]) -> None:
        """Keep them and find by them, but not what was forgotten meanwhile."""
        if vectors:
            async with self._turn:
                kept = await self._file.keep_vectors(ENGINE, [*vectors.items()])
                described = [number for number in kept if vectors[number]]
                await self._eye.add(described, b"".join(vectors[number] for number in described))

    async def _tell_of(self, vectors: Mapping[int, bytes]) -> None:
        """Of cards shown lately that look like something cheaper, or of which nothing was known."""
        shown = {number: vector for number, vector in vectors.items() if number in self._shown}
        marks: dict[OfferRef, SeenBefore] = {}
        for number, alike in (await self._eye.like_vectors(shown, MOST_ALIKE, LOOKS_THE_SAME)).items():
            if alike and number in self._shown:
                offer, before = self._shown[number]
                mark = await self._best(offer, before, dict(alike))
                if mark is not None:
                    marks[offer.ref] = mark
        if marks:
            self._library.seen_before.tell(marks)

    async def _best(self, offer: Offer, before: datetime, alike: Mapping[int, float]) -> SeenBefore | None:
        """The cheapest of what looks like an offer, unless that was seen itself and was as cheap."""
        others = {
            seen.offer.ref: min(alike[seen.number], NEARLY) for seen in await self._file.offers([*alike])
        }
        marks = await self._file.seen_before([offer.ref, *others], before)
        same = marks.pop(offer.ref, None)
        if not marks:
            return None
        best = min((replace(mark, alike=others[ref]) for ref, mark in marks.items()), key=_price)
        return best if same is None or _price(best) < _price(same) else None

    async def _pause(self, seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._closing.wait(), seconds)


def _price(mark: SeenBefore) -> tuple[bool, str, int]:
    """Cheaper ones come first, those without a price last."""
    price = mark.best_price
    return (True, "", 0) if price is None else (False, price.currency, price.minor)
