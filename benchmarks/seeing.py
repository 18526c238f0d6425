"""What remembering costs the window: how late a precise 4 ms heartbeat of its thread is while pages of offers
arrive and fly past, recorded and looked at for what was seen before, against the same without; and while the
pictures that came are described behind a window at rest, against idle."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.heartbeat import beats
from benchmarks.offers import offers
from benchmarks.picture_server import RENDITIONS, serving
from benchmarks.rows import RUNS, Row, at_most_more, informs, p99
from sourcing_desktop.domain.seen import FoundBy, FoundIn
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.services.library import Library
from sourcing_desktop.services.recognition import Recognition
from sourcing_desktop.services.sightings import Sightings
from sourcing_desktop.storage.seen.library import SeenLibrary
from sourcing_desktop.ui.grid.offer_grid import OfferGrid
from sourcing_desktop.ui.grid.offer_model import OfferModel
from sourcing_desktop.ui.theme import LIGHT

SECONDS = 3.0
PAGE = 20
PAGES_PER_SECOND = 15
FRAME_S = 0.016
LOOKS = 600
RUN_NUMBERS = 10**6
"""Between the numbers of offers of one run and the next: every one is new."""


class Memory:
    """Library and recognition as a session has them."""

    def __init__(self, folder: Path, loader: PictureLoader) -> None:
        failed: list[BaseException] = []
        file = SeenLibrary(folder)
        self.sightings = Sightings()
        self.library = Library(file, self.sightings, failed.append)
        self.recognition = Recognition(
            file, self.library, folder, loader.kept, failed.append, busy=lambda: loader.busy, start=0
        )
        self.failed = failed
        loader.ready.connect(self.recognition.look_again)

    async def open(self) -> None:
        await self.library.open()
        self.recognition.begin()

    async def described(self) -> int:
        return (await self.library.size()).described

    async def close(self) -> None:
        await self.recognition.close()
        await self.library.close()
        if self.failed:
            raise self.failed[0]


async def rows() -> list[Row]:
    """Without, with and at rest in turns."""
    without: list[list[float]] = []
    remembered: list[list[float]] = []
    idle: list[list[float]] = []
    describing: list[list[float]] = []
    described: list[float] = []
    with serving() as host, ExitStack() as folders:
        for run in range(RUNS + 1):
            folder = Path(folders.enter_context(tempfile.TemporaryDirectory()))
            loader = PictureLoader(folder / "pictures")
            pictures = host + RENDITIONS
            first = 2 * run * RUN_NUMBERS
            plain = (await beats(_fly(loader, pictures, first, Sightings())))[0]
            at_rest = (await beats(asyncio.sleep(SECONDS)))[0]
            memory = Memory(folder / "seen", loader)
            await memory.open()
            busy = (await beats(_fly(loader, pictures, first + RUN_NUMBERS, memory.sightings)))[0]
            await _begun(memory)
            late, per_second = await beats(_describe(memory))
            await memory.close()
            loader.close()
            if run:  # the first one warms connections, codecs and the engine
                without.append(plain)
                idle.append(at_rest)
                remembered.append(busy)
                describing.append(late)
                described.append(per_second)
    return [
        *_compared(f"while {PAGES_PER_SECOND} pages/s are remembered", remembered, without),
        *_compared("while pictures are described at rest", describing, idle),
        informs("pictures described at rest", "1/s", described, None),
    ]


def _compared(name: str, ours: list[list[float]], floor: list[list[float]]) -> Iterator[Row]:
    yield at_most_more(f"lateness p99 {name}", "ms", [*map(p99, ours)], [*map(p99, floor)], 4.0)
    yield informs("the same, p50", "ms", [*map(median, ours)], [*map(median, floor)])
    yield informs("the same, the latest", "ms", [*map(max, ours)], [*map(max, floor)])


async def _fly(loader: PictureLoader, pictures: str, first: int, sightings: Sightings) -> float:
    """Append page after page and scroll to the newest; the pages/s that were shown."""
    grid, model = OfferGrid(LIGHT, loader), OfferModel()
    model.setParent(grid)
    grid.setModel(model)
    grid.resize(1440, 900)
    grid.show()
    pages = 0
    begin = perf_counter()
    while (elapsed := perf_counter() - begin) < SECONDS:
        while pages < elapsed * PAGES_PER_SECOND:
            page = offers(first + pages * PAGE, PAGE, pictures)
            model.append(page)
            sightings.note(page, FoundBy(FoundIn.WORDS, f"search {pages // 10}"))
            pages += 1
        grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum())
        await asyncio.sleep(FRAME_S)
    grid.close()
    return pages / SECONDS


async def _begun(memory: Memory) -> None:
    """Wait until the first pictures are described, but not for ever."""
    for _ in range(LOOKS):
        if await memory.described():
            return
        await asyncio.sleep(FRAME_S)


async def _describe(memory: Memory) -> float:
    """Let the recognition work; the pictures/s it described."""
    before, begin = await memory.described(), perf_counter()
    await asyncio.sleep(SECONDS)
    return (await memory.described() - before) / (perf_counter() - begin)
