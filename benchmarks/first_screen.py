"""From the arrival of results to the last visible picture painted, with the pictures on disk."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QCoreApplication

from benchmarks.bare_pipeline import decode_seconds
from benchmarks.offers import offers, photo
from benchmarks.picture_server import ORIGINALS, RENDITIONS
from benchmarks.rows import RUNS, Row, at_most_times, informs
from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.pictures.disk import DiskCache
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.pictures.renditions import rendition
from sourcing_desktop.pictures.workers import WORKERS
from sourcing_desktop.ui.grid.offer_grid import OfferGrid
from sourcing_desktop.ui.grid.offer_model import OfferModel
from sourcing_desktop.ui.theme import LIGHT

OFFERS = 60
NOWHERE = "http://127.0.0.1:9"  # nobody answers there: all pictures are on disk
REST_S = 0.1


async def rows() -> list[Row]:
    """Pictures of two sizes: what the program asks hosts for, and what it gets where there is no choice."""
    return [*await _screens(RENDITIONS, 220), *await _screens(ORIGINALS, 800)]


async def _screens(pictures: str, px: int) -> list[Row]:
    """Ours with an empty memory, decoding alone, and ours with everything in memory, in turns."""
    page = offers(0, OFFERS, NOWHERE + pictures)
    ours, floor, painting = [], [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        side, visible = laid_out(folder, page)
        photos = _keep(folder, page, side, px)[:visible]
        await screen_ms(PictureLoader(folder), page)  # finds the fonts
        for _ in range(RUNS):
            loader = PictureLoader(folder)
            ours.append(await screen_ms(loader, page))
            painting.append(await screen_ms(loader, page))
            loader.close()  # waits: what was prefetched does not share the cores with the floor
            floor.append(decode_seconds(photos, side) * 1000)
    return [
        at_most_times(
            f"results to {visible} pictures of {px} px painted; floor: decoding alone, {WORKERS} threads",
            "ms",
            ours,
            floor,
            1.3,
        ),
        informs("the same with the pictures in memory: cards and words alone", "ms", painting, floor),
    ]


async def screen_ms(loader: PictureLoader, page: list[Offer]) -> float:
    """ms from results to everything in sight painted, in a new grid that has been waiting for them."""
    grid, model = _grid(loader)
    await asyncio.sleep(REST_S)
    over, missing = asyncio.get_running_loop().create_future(), set[str]()

    def came(url: str) -> None:
        missing.discard(url)
        if not missing and not over.done():
            over.set_result(None)

    begin = perf_counter()
    model.reset(page)
    grid.set_loading(False)
    QCoreApplication.sendPostedEvents()  # paints
    side = _side(grid)
    missing.update(
        offer.picture
        for offer in page[: grid.shown_rows().stop]
        if loader.pixmap(offer.picture, side) is None
    )
    if missing:
        loader.ready.connect(came)
        await over
        QCoreApplication.sendPostedEvents()
        loader.ready.disconnect(came)
    taken = perf_counter() - begin
    grid.close()
    return taken * 1000


def _grid(loader: PictureLoader) -> tuple[OfferGrid, OfferModel]:
    grid = OfferGrid(LIGHT, loader)
    model = OfferModel(grid)
    grid.setModel(model)
    grid.set_loading(True)
    grid.resize(1440, 900)
    grid.show()
    return grid, model


def _side(grid: OfferGrid) -> int:
    return round(grid.cell_rect(0).width() * grid.devicePixelRatioF())


def laid_out(folder: Path, page: list[Offer]) -> tuple[int, int]:
    """Device px of a picture, and how many pictures are in sight."""
    loader = PictureLoader(folder)
    grid, model = _grid(loader)
    model.reset(page)
    side, visible = _side(grid), grid.shown_rows().stop
    grid.close()
    loader.close()
    return side, visible


def _keep(folder: Path, page: list[Offer], side: int, px: int) -> list[bytes]:
    """Photos of that size for the page, on disk as the program would have kept them."""
    disk, photos = DiskCache(folder), [photo(number, px) for number in range(len(page))]
    for offer, data in zip(page, photos, strict=True):
        disk.write(rendition(offer.picture, side), data)
    return photos
