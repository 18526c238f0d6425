"""Every offer one account has been shown, on disk: recorded, asked for, forgotten."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import AsyncIterator, Callable, Collection, Iterable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from sourcing_desktop.domain.offer import OfferDetail, OfferRef
from sourcing_desktop.domain.seen import (
    FoundBy,
    FoundIn,
    LibrarySize,
    PriceChange,
    SeenBefore,
    SeenOffer,
    SeenQuery,
    Sighting,
)
from sourcing_desktop.storage.seen import forgetting, opened, questions, vectors
from sourcing_desktop.storage.seen.file import WAIT_FOR_LOCK_SECONDS, SeenFile
from sourcing_desktop.storage.seen.recording import Recorder
from sourcing_desktop.storage.seen.rows import to_number, to_time

MOST_OFFERS = 1_000_000
MOST_SELLERS = 500
MOST_SEARCHES = 500
PAGES_AT_ONCE = 1000

Tell = Callable[[Sequence[int]], object]
"""Hears the numbers of a portion that is gone; of many, the last ones go minutes after the first."""


class SeenLibrary:
    """The library in `folder`, which it shares with the index of its vectors. What a method wrote is on disk
    when it returns; every method raises StorageFailed with a sentence."""

    def __init__(self, folder: Path, *, wait_seconds: float = WAIT_FOR_LOCK_SECONDS) -> None:
        self._folder = folder
        self._file = SeenFile(folder / "offers.sqlite", wait_seconds=wait_seconds)
        self._told: set[int] = set()

    @property
    def set_aside(self) -> Path | None:
        """The damaged file that was set aside when this one was opened, if it was."""
        return self._file.set_aside

    async def open(self) -> None:
        """Create or upgrade the file. A damaged one is set aside and an empty one begun; StorageFailed when
        it is locked, newer, or the disk is full."""
        await self._file.open()

    async def close(self) -> None:
        """Give up what is being asked and finish what is being written."""
        await self._file.close()

    async def record(self, sightings: Sequence[Sighting]) -> None:
        """Write down that offers were shown, in one transaction. Prices that changed become history."""
        if sightings:
            await self._file.write(lambda connection: Recorder(connection).record_all(sightings))

    async def mark_opened(self, detail: OfferDetail, at: datetime) -> None:
        """Keep the whole detail of an offer that was opened; its price and stock, where they changed, become
        history. One that was never shown is recorded as found by its page."""
        await self._file.write(lambda connection: opened.mark_opened(connection, detail, at))

    async def detail(self, ref: OfferRef) -> tuple[OfferDetail, datetime] | None:
        """The detail kept of an offer, and when that was."""
        return await self._file.read(lambda connection: opened.detail(connection, ref))

    async def mark_ordered(self, refs: Iterable[OfferRef], at: datetime) -> None:
        """Note that offers were ordered; those that are not known are passed over."""
        marked = tuple(refs)
        await self._file.write(lambda connection: opened.mark_ordered(connection, marked, to_number(at)))

    async def history(self, ref: OfferRef) -> tuple[PriceChange, ...]:
        """What an offer cost from when on, the earliest first; nothing of an unknown one."""
        return await self._file.read(lambda connection: questions.history(connection, ref))

    async def first(self, query: SeenQuery, most: int) -> tuple[int, tuple[SeenOffer, ...]]:
        """How many offers fit a query, and the first of them."""
        return await self._file.read(lambda connection: questions.first(connection, query, most, self._told))

    async def numbers(self, query: SeenQuery) -> array[int]:
        """The numbers of all offers that fit a query, in its order."""
        return await self._file.read(lambda connection: questions.numbers(connection, query))

    async def offers(self, numbers: Sequence[int]) -> tuple[SeenOffer, ...]:
        """The offers of these numbers, in that order; unknown ones are left out."""
        return await self._file.read(lambda connection: questions.offers(connection, numbers, self._told))

    async def number_of(self, refs: Iterable[OfferRef]) -> dict[OfferRef, int]:
        """The numbers of those offers that are known."""
        wanted = tuple(refs)
        return await self._file.read(lambda connection: questions.numbers_of(connection, wanted))

    async def seen_before(self, refs: Iterable[OfferRef], before: datetime) -> dict[OfferRef, SeenBefore]:
        """What is known of these offers from sightings before that time."""
        wanted, until = tuple(refs), to_number(before)
        return await self._file.read(lambda connection: questions.seen_before(connection, wanted, until))

    async def sellers(self) -> tuple[tuple[str, int], ...]:
        """The names of sellers with how many offers they have, most first; at most MOST_SELLERS."""
        return await self._file.read(lambda connection: questions.sellers(connection, MOST_SELLERS))

    async def categories(self) -> tuple[tuple[str, int], ...]:
        """The ids of categories with how many offers were found in them, most first."""
        return await self._file.read(questions.categories)

    async def searches(self) -> tuple[tuple[FoundBy, int, datetime], ...]:
        """What offers were found by, how many by each and when last; latest first, at most MOST_SEARCHES."""
        rows = await self._file.read(lambda connection: questions.searches(connection, MOST_SEARCHES))
        return tuple(
            (FoundBy(FoundIn(found_in), text, category), offers, to_time(last))
            for found_in, text, category, offers, last in rows
        )

    async def undescribed(self, engine: str, most: int) -> list[tuple[int, str]]:
        """Offers that this engine has not described yet, with the address of their picture; those found last
        come first. Vectors of any other engine are dropped."""
        if await self._file.read(vectors.engine) != engine:
            await self._file.write(lambda connection: vectors.change_engine(connection, engine))
        return await self._file.read(lambda connection: vectors.undescribed(connection, most))

    async def keep_vectors(self, engine: str, described: Sequence[tuple[int, bytes]]) -> list[int]:
        """Keep what this engine made of pictures; an empty vector says that it cannot describe that one,
        which is then not asked for again until the offer has another picture. Forgotten offers are passed
        over; the numbers of the others."""

        def work(connection: sqlite3.Connection) -> list[int]:
            vectors.change_engine(connection, engine)
            return vectors.keep(connection, described)

        return await self._file.write(work)

    async def vectors(self, engine: str) -> AsyncIterator[tuple[array[int], bytes]]:
        """The vectors of this engine in chunks: numbers, and their vectors one behind the other."""
        if await self._file.read(vectors.engine) != engine:
            return
        numbers, packed = await self._file.read(lambda connection: vectors.chunk(connection, 0))
        while numbers:
            yield numbers, packed
            next_chunk = partial(vectors.chunk, after=numbers[-1])
            numbers, packed = await self._file.read(next_chunk)

    async def vectors_of(self, engine: str, numbers: Iterable[int]) -> dict[int, bytes]:
        """What this engine made of those offers; an empty vector of what it cannot describe."""
        if await self._file.read(vectors.engine) != engine:
            return {}
        wanted = tuple(numbers)
        return await self._file.read(lambda connection: vectors.some(connection, wanted))

    async def described_numbers(self, engine: str) -> array[int]:
        """The numbers of all offers this engine has described, in order."""
        if await self._file.read(vectors.engine) != engine:
            return array("q")
        return await self._file.read(vectors.described)

    async def size(self) -> LibrarySize:
        """How much there is, the index of vectors included in the bytes."""
        return await self._file.read(lambda connection: questions.size(connection, self._folder))

    async def remembering(self) -> bool:
        """Whether the buyer wants what is shown to be recorded; so it is until they say otherwise."""
        return await self._choice("remembering") != "no"

    async def set_remembering(self, wanted: bool) -> None:
        """Keep the buyer's wish. Recording does not look at it: whoever records does."""
        await self._choose("remembering", "yes" if wanted else "no")

    async def most_offers(self) -> int:
        """How many offers the buyer wants to be kept at most."""
        return int(await self._choice("most offers") or MOST_OFFERS)

    async def set_most_offers(self, most: int) -> None:
        """Keep the buyer's wish; `cull` carries it out."""
        await self._choose("most offers", str(most))

    async def forget(self, numbers: Sequence[int], tell: Tell = len) -> array[int]:
        """Forget these offers with all that is known of them; the numbers of those that were known."""
        gone = array("q")
        try:
            for portion in forgetting.portions(numbers):
                went = await self._file.write(partial(forgetting.forget, numbers=portion))
                tell(went)
                gone.extend(went)
        finally:
            await self._file.write(forgetting.forget_unused)
        await self._give_back()
        return gone

    async def forget_search(self, found_by: FoundBy, tell: Tell = len) -> array[int]:
        """Forget what only this search found, and of what others found too that it did. The numbers of those
        that are gone."""
        alone, shared = await self._file.read(lambda connection: forgetting.of_search(connection, found_by))
        for portion in forgetting.portions(shared):
            await self._file.write(partial(forgetting.unfind, numbers=portion, found_by=found_by))
        return await self.forget(alone, tell)

    async def forget_period(self, since: datetime, until: datetime, tell: Tell = len) -> array[int]:
        """Forget what was seen, opened and ordered from `since` and before `until` only; of what was so at
        another time as well, what is known from then (`forgetting.shorten` has the rule). The numbers of
        those that are gone."""
        begin, end = to_number(since), to_number(until)
        alone, touched = await self._file.read(partial(forgetting.of_period, since=begin, until=end))
        for portion in forgetting.portions(touched):
            await self._file.write(partial(forgetting.shorten, numbers=portion, since=begin, until=end))
        return await self.forget(alone, tell)

    async def forget_all(self) -> array[int]:
        """Delete the file and those set aside, and begin a new one. The buyer's wishes stay; the numbers of
        what is gone, which are not used again. StorageFailed when another program has the file open."""
        gone = await self._file.begin_anew(forgetting.all_that_goes, forgetting.begin_after)
        return gone.numbers

    async def cull(self, most_offers: int, keep: Collection[OfferRef] = ()) -> array[int]:
        """Forget a portion of what is above the cap: what was seen longest ago and was neither opened nor
        ordered nor is in `keep`. The numbers of what is gone; to be called again until there are none."""
        numbers = await self._file.read(lambda connection: forgetting.too_many(connection, most_offers, keep))
        return await self.forget(numbers) if numbers else array("q")

    async def _give_back(self) -> None:
        """Return unused space to the disk, letting others write in between."""
        while await self._file.give_back(PAGES_AT_ONCE):
            pass

    async def _choice(self, name: str) -> str:
        asked = "SELECT value FROM choices WHERE name = ?"
        row = await self._file.read(lambda connection: connection.execute(asked, (name,)).fetchone())
        return row[0] if row else ""

    async def _choose(self, name: str, value: str) -> None:
        write = "INSERT OR REPLACE INTO choices VALUES (?, ?)"
        await self._file.write(lambda connection: connection.execute(write, (name, value)))
