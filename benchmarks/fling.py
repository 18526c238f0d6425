"""How many cells are still without their picture while the grid is flung through new offers over loopback."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from benchmarks.frames import FrameClock
from benchmarks.offers import offers
from benchmarks.picture_server import RENDITIONS, serving
from benchmarks.rows import RUNS, Row, at_most, informs
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.grid.offer_grid import OfferGrid
from sourcing_desktop.ui.grid.offer_model import OfferModel
from sourcing_desktop.ui.theme import LIGHT

SPEED, FAST = 4_000, 12_000
"""px a second: a hard turn of the wheel, and more than anyone can look at."""

SECONDS = 3.0
OFFERS = 4_000
REST_S = 1.0
"""Before the fling the grid stands still, as it does while a buyer looks."""


async def rows() -> list[Row]:
    """Both speeds in turns, each time through pictures never seen before."""
    blank: dict[int, list[float]] = {SPEED: [], FAST: []}
    frames: dict[int, int] = {}
    with serving() as host:
        for run in range(RUNS):
            for number, speed in enumerate(blank):
                first = (run * len(blank) + number) * OFFERS
                share, frames[speed] = await _fling(host + RENDITIONS, first, speed)
                blank[speed].append(share)
    per_second = {speed: count / SECONDS for speed, count in frames.items()}
    return [
        at_most(
            f"blank cells at {SPEED:,} px/s, {per_second[SPEED]:.0f} frames/s",
            "%",
            blank[SPEED],
            None,
            1.5,
        ),
        informs(
            f"blank cells at {FAST:,} px/s, {per_second[FAST]:.0f} frames/s",
            "%",
            blank[FAST],
            None,
        ),
    ]


async def _fling(pictures: str, first: int, speed: int) -> tuple[float, int]:
    """Percent of all cells painted without a picture, of all cells in sight in each frame; and the frames."""
    with tempfile.TemporaryDirectory() as folder:
        loader = PictureLoader(Path(folder))
        grid, model = OfferGrid(LIGHT, loader), OfferModel()
        model.reset(offers(first, OFFERS, pictures))
        grid.setModel(model)
        grid.resize(1440, 900)
        grid.show()
        await asyncio.sleep(REST_S)
        bar, painted, without = grid.verticalScrollBar(), 0, 0

        def count() -> None:
            """What has just been painted: nothing can have arrived since."""
            nonlocal painted, without
            for row in grid.shown_rows():
                painted += 1
                without += loader.any_size(model.offer(row).picture) is None

        def move(seconds: float) -> str:
            bar.setValue(round(seconds * speed))
            return "fling"

        frames = await FrameClock(move, count).run(SECONDS)
        grid.close()
        loader.close()
    return 100 * without / painted, len(frames)
