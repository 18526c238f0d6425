"""How late a precise 4 ms heartbeat of the GUI thread is while 300 pictures a second arrive, against idle."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.heartbeat import beats
from benchmarks.offers import offers
from benchmarks.picture_server import RENDITIONS, serving
from benchmarks.rows import RUNS, Row, at_most_more, informs, p99
from sourcing_desktop.pictures.loader import PictureKey, PictureLoader
from sourcing_desktop.ui.grid.offer_grid import OfferGrid
from sourcing_desktop.ui.grid.offer_model import OfferModel
from sourcing_desktop.ui.theme import LIGHT

SECONDS = 2.0
PER_SECOND = 300
BATCH_S = 0.1
BATCH = round(PER_SECOND * BATCH_S)
FRAME_S = 0.016
SIDE = 210


async def rows() -> list[Row]:
    """Idle and busy in turns: pictures into memory, then pictures painted in a grid that flies past."""
    idle: list[list[float]] = []
    arriving: list[list[float]] = []
    flying: list[list[float]] = []
    arrived = flown = 0.0
    with serving() as host, tempfile.TemporaryDirectory() as folder:
        pictures = host + RENDITIONS
        loader = PictureLoader(Path(folder))
        await _arrive(loader, pictures, 0)  # warms connections and codecs
        await _fly(loader, _grid(loader, pictures, 10**6))
        for run in range(1, RUNS + 1):
            idle.append((await beats(asyncio.sleep(SECONDS)))[0])
            late, arrived = await beats(_arrive(loader, pictures, run * 10**7))
            arriving.append(late)
            late, flown = await beats(_fly(loader, _grid(loader, pictures, run * 10**7 + 10**6)))
            flying.append(late)
        loader.close()
    return [
        *_compared(f"while {arrived:.0f} pictures/s arrive", arriving, idle),
        *_compared(f"while {flown:.0f} pictures/s fly past", flying, idle),
    ]


def _compared(name: str, ours: list[list[float]], idle: list[list[float]]) -> list[Row]:
    return [
        at_most_more(f"lateness p99 {name}", "ms", [*map(p99, ours)], [*map(p99, idle)], 4.0),
        informs("the same, p50", "ms", [*map(median, ours)], [*map(median, idle)]),
        informs("the same, the latest", "ms", [*map(max, ours)], [*map(max, idle)]),
    ]


async def _arrive(loader: PictureLoader, pictures: str, first: int) -> float:
    """Ask for a batch of new pictures every tenth of a second; the pictures/s that came."""
    came: list[str] = []
    loader.ready.connect(came.append)
    begin = perf_counter()
    for batch in range(round(SECONDS / BATCH_S)):
        numbers = range(first + batch * BATCH, first + (batch + 1) * BATCH)
        loader.want([PictureKey(pictures.format(number), SIDE) for number in numbers])
        await asyncio.sleep(begin + (batch + 1) * BATCH_S - perf_counter())
    loader.ready.disconnect(came.append)
    loader.want([])
    return len(came) / (perf_counter() - begin)


def _grid(loader: PictureLoader, pictures: str, first: int) -> OfferGrid:
    grid, model = OfferGrid(LIGHT, loader), OfferModel()
    model.setParent(grid)
    model.reset(offers(first, 2_000, pictures))
    grid.setModel(model)
    grid.resize(1440, 900)
    grid.show()
    return grid


async def _fly(loader: PictureLoader, grid: OfferGrid) -> float:
    """Scroll a grid so fast that as many new cards a second come into sight; the pictures/s that came."""
    came: list[str] = []
    loader.ready.connect(came.append)
    card = grid.cell_rect(0)
    columns = grid.width() // card.width()
    speed = PER_SECOND / columns * card.height()
    begin = perf_counter()
    while (elapsed := perf_counter() - begin) < SECONDS:
        grid.verticalScrollBar().setValue(round(elapsed * speed))
        await asyncio.sleep(FRAME_S)
    loader.ready.disconnect(came.append)
    grid.close()
    return len(came) / SECONDS
