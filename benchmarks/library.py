"""What is asked of a million offers that were seen, against the same asked of the file with sqlite3 alone."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter

from benchmarks.library_by_hand import ByHand
from benchmarks.rows import RUNS, Row, at_most, at_most_times, informs
from benchmarks.seen_offers import APART, FIRST, FOUND_BY, library_of, offer
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.seen import SeenOrder, SeenQuery, Sighting
from sourcing_desktop.storage.seen.library import SeenLibrary

OFFERS = 1_000_000
THREAD = ThreadPoolExecutor(1)
PAGE, WINDOW = 50, 200
TIMES = 1.2
FROM, TO = Money(1_000), Money(5_000)
SELLER, CATEGORY = "广州市星河1号箱包厂", "1003"
LATELY = FIRST + APART * 900_000


@dataclass(frozen=True, slots=True)
class Question:
    """A look into the library, and how one would write it by hand: `where` with its `values`, and `order`."""

    name: str
    query: SeenQuery
    where: str
    order: str
    values: tuple[object, ...] = ()


LATEST, CHEAPEST = "last_seen DESC, number", "currency NULLS LAST, price, number"
PRICED = "currency = 'CNY' AND price >= 1000 AND price <= 5000"
MATCH = "number IN (SELECT rowid FROM words WHERE words MATCH ?)"

QUESTIONS = (
    Question("all, latest first", SeenQuery(), "1", LATEST),
    Question("all, cheapest first", SeenQuery(order=SeenOrder.CHEAPEST), "1", CHEAPEST),
    Question(
        "all, most often seen first",
        SeenQuery(order=SeenOrder.MOST_SEEN),
        "1",
        "times DESC, last_seen DESC, number",
    ),
    Question("one platform", SeenQuery(platform=Platform.TAOBAO), "platform = 'taobao'", LATEST),
    Question(
        "one platform, a range of prices, cheapest first",
        SeenQuery(platform=Platform.TAOBAO, price_from=FROM, price_to=TO, order=SeenOrder.CHEAPEST),
        f"platform = 'taobao' AND {PRICED}",
        CHEAPEST,
    ),
    Question(
        "lately, a range of prices, dearest first",
        SeenQuery(since=LATELY, price_from=FROM, price_to=TO, order=SeenOrder.DEAREST),
        f"last_seen >= ? AND {PRICED}",
        "currency DESC, price DESC, number DESC",
        (round(LATELY.timestamp() * 1_000_000),),
    ),
    Question(
        "one seller",
        SeenQuery(seller=SELLER),
        "seller = (SELECT number FROM sellers WHERE name = ?)",
        LATEST,
        (SELLER,),
    ),
    Question(
        "one category",
        SeenQuery(category_id=CATEGORY),
        "category = ? AND category != ''",
        LATEST,
        (CATEGORY,),
    ),
    Question(
        "one search",
        SeenQuery(found_by=FOUND_BY[5]),
        "number IN (SELECT number FROM found WHERE search = (SELECT number FROM searches WHERE text = ?))",
        LATEST,
        (FOUND_BY[5].text,),
    ),
    Question("a Chinese word of two characters", SeenQuery(words="双肩"), MATCH, LATEST, ('"双 肩"',)),
    Question("one Chinese character", SeenQuery(words="包"), MATCH, LATEST, ('"包"',)),
    Question("Vietnamese without marks", SeenQuery(words="ba lo chong"), MATCH, LATEST, ('ba lo "chong" *',)),
    Question("the beginning of an English word", SeenQuery(words="backp"), MATCH, LATEST, ('"backp" *',)),
    Question("words that one offer has", SeenQuery(words="123456款"), MATCH, LATEST, ('"123456 款"',)),
)


async def rows() -> list[Row]:
    """Each in turns with its floor, all by one thread for ours and one for the floor."""
    folder = await library_of(OFFERS)
    size = (folder / "offers.sqlite").stat().st_size
    opened = await _in_turns(lambda: _open(folder), lambda: _open_by_hand(folder))
    library, by_hand = SeenLibrary(folder), ByHand(folder)
    await library.open()
    try:
        asked = [row for question in QUESTIONS for row in await _ask(library, by_hand, question)]
        return [
            at_most_times("open the library and read its first page", "ms", *opened, TIMES),
            *asked,
            *await _deep(library, by_hand),
            *await _recorded(library, by_hand),
            informs("on disk, an offer, without its vector", "B", [size / OFFERS], None),
        ]
    finally:
        by_hand.close()
        await library.close()


async def _ask(library: SeenLibrary, by_hand: ByHand, question: Question) -> list[Row]:
    """The first page with how many there are, and the numbers of all of them."""
    query, facts = question.query, (question.where, question.order, question.values)
    assert (await library.first(query, WINDOW))[0] == by_hand.first(*facts, WINDOW)[0]
    assert [*await library.numbers(query)] == by_hand.numbers(*facts)
    first = await _in_turns(lambda: library.first(query, WINDOW), lambda: by_hand.first(*facts, WINDOW))
    every = await _in_turns(lambda: library.numbers(query), lambda: by_hand.numbers(*facts))
    return [
        at_most_times(f"first page and how many: {question.name}", "ms", *first, TIMES),
        at_most_times(f"numbers of all: {question.name}", "ms", *every, TIMES),
    ]


async def _deep(library: SeenLibrary, by_hand: ByHand) -> list[Row]:
    """Windows here and there in the cheapest first, whose offers lie all over the file."""
    numbers = await library.numbers(SeenQuery(order=SeenOrder.CHEAPEST))
    windows = [list(numbers[at : at + WINDOW]) for at in range(0, OFFERS, OFFERS // (2 * RUNS + 2))]
    ours, floor = [], []
    for even, odd in zip(windows[::2], windows[1::2], strict=False):
        ours.append(await _timed(partial(library.offers, even)))
        floor.append(await _floor(partial(by_hand.offers, odd)))
    return [at_most_times(f"{WINDOW} offers from anywhere", "ms", ours, floor, TIMES)]


async def _recorded(library: SeenLibrary, by_hand: ByHand) -> list[Row]:
    """Pages of new offers, and then the same again; all is forgotten in the end."""
    await _forget_new(library)  # of a run that was broken off
    new, again, floor = [], [], []
    for run in range(RUNS):
        ours, theirs = _page(2 * run), _page(2 * run + 1)
        new.append(await _timed(partial(library.record, ours)))
        floor.append(await _floor(partial(by_hand.record, theirs)))
        again.append(await _timed(partial(library.record, ours)))
    await _forget_new(library)
    return [
        at_most_times(f"record a page of {PAGE} new offers", "ms", new, floor, TIMES),
        at_most(f"record a page of {PAGE} offers again", "ms", again, None, 10),
    ]


async def _forget_new(library: SeenLibrary) -> None:
    await library.forget([number for number in await library.numbers(SeenQuery()) if number > OFFERS])


def _page(number: int) -> list[Sighting]:
    at, first = FIRST + APART * (OFFERS + number), OFFERS + number * PAGE
    return [Sighting(offer(each), at, FOUND_BY[number]) for each in range(first, first + PAGE)]


async def _in_turns(
    ours: Callable[[], Awaitable[object]], floor: Callable[[], object]
) -> tuple[list[float], list[float]]:
    """ms, after one of each that nobody counts."""
    times = [(await _timed(ours), await _floor(floor)) for _ in range(1 + RUNS)][1:]
    return [each[0] for each in times], [each[1] for each in times]


async def _timed(work: Callable[[], Awaitable[object]]) -> float:
    begin = perf_counter()
    await work()
    return (perf_counter() - begin) * 1000


async def _floor(work: Callable[[], object]) -> float:
    """By hand as well the window must not wait, so it is done by a thread."""
    return await _timed(lambda: asyncio.get_running_loop().run_in_executor(THREAD, work))


async def _open(folder: Path) -> None:
    library = SeenLibrary(folder)
    await library.open()
    await library.first(SeenQuery(), WINDOW)
    await library.close()


def _open_by_hand(folder: Path) -> None:
    by_hand = ByHand(folder)
    by_hand.first("1", LATEST, (), WINDOW)
    by_hand.close()
