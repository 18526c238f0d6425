"""The library of what was seen beside one in plain Python that keeps every sighting: they tell the same."""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Offer, OfferRef
from sourcing_desktop.domain.seen import FoundBy, PriceChange, SeenOffer, SeenQuery, Sighting, as_kept
from sourcing_desktop.storage.seen.library import SeenLibrary
from tests.support.seen_file import BAGS, NOON, RED, library_in, offer, ref

SEARCHES = (BAGS, RED)


@dataclass
class Twin:
    """Everything ever shown of one offer, and its prices as they were told."""

    sightings: list[Sighting] = field(default_factory=list)
    prices: list[PriceChange] = field(default_factory=list)
    card: Offer | None = None
    price: Money | None = None
    lowest: Money | None = None

    def see(self, sighting: Sighting) -> None:
        if self.card is None or sighting.at >= max(each.at for each in self.sightings):
            price, last = sighting.offer.price, self.price
            if self.card is not None and price not in (None, last):
                if not self.prices:
                    self.prices = [PriceChange(min(each.at for each in self.sightings), last)]
                self.prices.append(PriceChange(sighting.at, price))
            self.lowest = price if last is None else min(last if price is None else price, self.lowest)
            self.price = last if price is None else price
            self.card = as_kept(sighting.offer, self.card)
        self.sightings.append(sighting)

    @property
    def told(self) -> tuple[object, ...]:
        times = [each.at for each in self.sightings]
        latest = max(self.sightings, key=lambda each: each.at)
        return self.card, min(times), max(times), len(times), latest.found_by, self.lowest

    @property
    def history(self) -> tuple[PriceChange, ...]:
        first = PriceChange(min(each.at for each in self.sightings), self.price)
        return tuple(sorted(self.prices, key=lambda change: change.at)) or (first,)


def told(seen: SeenOffer) -> tuple[object, ...]:
    return seen.offer, seen.first_seen, seen.last_seen, seen.times, seen.found_by, seen.lowest


def forgotten(twins: dict[OfferRef, Twin], found_by: FoundBy) -> dict[OfferRef, Twin]:
    for twin in twins.values():
        twin.sightings = [each for each in twin.sightings if each.found_by != found_by]
    return {ref: twin for ref, twin in twins.items() if twin.sightings}


offers = st.builds(
    offer, st.integers(0, 5), st.sampled_from([None, 500, 900, 1200]), st.sampled_from(["", "Bag"])
)
pages = st.lists(st.tuples(offers, st.sampled_from(SEARCHES), st.booleans()), min_size=1, max_size=8)
steps = st.lists(st.one_of(pages, st.sampled_from(SEARCHES), st.integers(0, 5)), max_size=10)


@settings(max_examples=40)
@given(steps)
def test_the_file_and_the_twin_agree(runner: asyncio.Runner, steps: list[object]):
    with tempfile.TemporaryDirectory() as folder:
        runner.run(_compare(Path(folder), steps))


async def _compare(folder: Path, steps: list[object]) -> None:
    twins: dict[OfferRef, Twin] = {}
    numbers: set[int] = set()
    async with library_in(folder) as library:
        for turn, step in enumerate(steps):
            if isinstance(step, list):
                page = [
                    Sighting(card, NOON + timedelta(minutes=100 * turn + place, days=-late), found_by)
                    for place, (card, found_by, late) in enumerate(step)
                ]
                await library.record(page)
                for sighting in page:
                    twins.setdefault(sighting.offer.ref, Twin()).see(sighting)
            elif isinstance(step, FoundBy):
                await library.forget_search(step)
                twins = forgotten(twins, step)
            else:
                known = await library.number_of([ref(step)])
                assert [*await library.forget([*known.values()])] == [*known.values()]
                twins.pop(ref(step), None)
            numbers = await _agree(library, twins, numbers)


async def _agree(library: SeenLibrary, twins: dict[OfferRef, Twin], before: set[int]) -> set[int]:
    """The numbers in the file; those it has anew are above all it had before."""
    total, found = await library.first(SeenQuery(), 100)
    assert total == len(twins)
    assert {each.offer.ref: told(each) for each in found} == {key: twin.told for key, twin in twins.items()}
    for key, twin in twins.items():
        assert await library.history(key) == twin.history
    _, bags = await library.first(SeenQuery(words="双肩"), 100)
    by_bags = {key for key, twin in twins.items() if BAGS in {each.found_by for each in twin.sightings}}
    assert {each.offer.ref for each in bags} == by_bags
    now = {each.number for each in found}
    assert min(now - before, default=10**9) > max(before, default=0)
    return now
