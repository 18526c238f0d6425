"""What the process takes while it scrolls through 100,000 pictures, against the cap of what it holds."""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from PySide6.QtCore import QCoreApplication

from benchmarks.first_screen import laid_out
from benchmarks.offers import offers, photo
from benchmarks.picture_server import RENDITIONS
from benchmarks.rows import Row, at_most, at_most_times, informs
from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.pictures.disk import DiskCache
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.pictures.renditions import rendition
from sourcing_desktop.ui.grid.offer_grid import OfferGrid
from sourcing_desktop.ui.grid.offer_model import OfferModel
from sourcing_desktop.ui.theme import LIGHT

COUNT = 100_000
DIFFERENT, PX = 40, 120  # small files of few kinds: making and storing others would take longer than reading
NOWHERE = "http://127.0.0.1:9"  # nobody answers there: all pictures are on disk
SCREENS_A_STEP = 4
MB = 2**20
STATUS = Path("/proc/self/statm")


async def rows() -> list[Row]:
    """Scrolls once, four screens at a time, each step as soon as all of the one before is there."""
    page = offers(0, COUNT, NOWHERE + RENDITIONS)
    with tempfile.TemporaryDirectory() as name:
        side, _ = laid_out(Path(name), page[:DIFFERENT])
        _keep(Path(name), page, side)
        loader = PictureLoader(Path(name), disk_bytes=10**12)
        grid = _grid(loader, page)
        decoded, resident = await _scroll(loader, grid, page, side)
        cap = loader._memory.cap_bytes / MB
        grid.close()
        loader.close()
    if not resident:
        return []
    begun = resident.pop(0)
    tenth = len(resident) // 10
    warm, end = median(resident[tenth : 2 * tenth]), median(resident[-tenth:])
    taken = f"memory taken at most while {decoded:,} pictures are decoded; floor: cap of pictures"
    return [
        at_most_times(taken, "MB", [max(resident) - begun], [cap], 1.1),
        at_most("growth from the second tenth of the way to the last", "MB", [end - warm], None, 0.1 * cap),
        informs("the process at its highest; floor: before that", "MB", [max(resident)], [begun]),
    ]


def _keep(folder: Path, page: Sequence[Offer], side: int) -> None:
    """A photo for every offer, on disk as the program would have kept it."""
    disk, photos = DiskCache(folder, 10**12), [photo(number, PX) for number in range(DIFFERENT)]
    for number, offer in enumerate(page):
        disk.write(rendition(offer.picture, side), photos[number % DIFFERENT])


def _grid(loader: PictureLoader, page: Sequence[Offer]) -> OfferGrid:
    grid = OfferGrid(LIGHT, loader)
    model = OfferModel(grid)
    grid.setModel(model)
    model.reset(page)
    grid.resize(1440, 900)
    grid.show()
    return grid


async def _scroll(
    loader: PictureLoader, grid: OfferGrid, page: Sequence[Offer], side: int
) -> tuple[int, list[float]]:
    """How many pictures were decoded; MB of the process in memory after each step, the first less what
    pictures take of it: by then all is loaded that is loaded once."""
    came, bar = asyncio.Event(), grid.verticalScrollBar()
    decoded, resident = 0, []

    def ready(_: str) -> None:
        nonlocal decoded
        decoded += 1
        came.set()

    loader.ready.connect(ready)
    for place in range(0, bar.maximum(), SCREENS_A_STEP * bar.pageStep()):
        bar.setValue(place)
        QCoreApplication.sendPostedEvents()  # paints, and so tells the loader what is in sight
        urls = [page[row].picture for row in grid.shown_rows()]
        while any(loader.pixmap(url, side) is None for url in urls):
            came.clear()
            await came.wait()
        resident += _resident()
        if len(resident) == 1:
            resident[0] -= loader._memory.held_bytes / MB
    return decoded, resident


def _resident() -> list[float]:
    """MB of the process in memory; nothing where the system does not say."""
    if not STATUS.exists():
        return []
    return [int(STATUS.read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / MB]
