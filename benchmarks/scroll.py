"""The grid at many offers against the grid at few: a step of scrolling with its repaint, and a page more."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QCoreApplication

from benchmarks.offers import offers, photo
from benchmarks.rows import RUNS, Row, at_most, at_most_times, p99
from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.pictures.disk import DiskCache
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.pictures.renditions import rendition
from sourcing_desktop.ui.grid.offer_grid import OfferGrid
from sourcing_desktop.ui.grid.offer_model import OfferModel
from sourcing_desktop.ui.theme import LIGHT

FEW, MANY = 1_000, (100_000, 1_000_000)
DIFFERENT = 60
STEP_PX, STEPS, PAGES = 64, 150, 20
PICTURES = "http://127.0.0.1:9/img/ibank/{}.jpg"  # nobody answers there: all pictures are on disk


async def rows() -> list[Row]:
    """Each size against 1,000 offers, in turns, in windows of the same size."""
    results: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        page = offers(0, DIFFERENT, PICTURES)
        loader = PictureLoader(Path(folder))
        few = _grid(loader, page, FEW)
        side = round(few[0].visualRect(few[1].index(0)).width() * few[0].devicePixelRatioF())
        for number, offer in enumerate(page):
            DiskCache(Path(folder)).write(rendition(offer.picture, side), photo(number))
        for count in MANY:
            many = _grid(loader, page, count)
            await _pictures_there(few[0], loader, page, side)
            results += await _compare(many, few, page, count)
            many[0].close()
        few[0].close()
        loader.close()
    return results


async def _compare(
    many: tuple[OfferGrid, OfferModel], few: tuple[OfferGrid, OfferModel], page: list[Offer], count: int
) -> list[Row]:
    steps: tuple[list[float], list[float]] = ([], [])
    late: tuple[list[float], list[float]] = ([], [])
    pages: tuple[list[float], list[float]] = ([], [])
    for _ in range(RUNS):
        for (grid, model), step, slow, more in zip((many, few), steps, late, pages, strict=True):
            taken = await _scroll(grid)
            step.append(median(taken))
            slow.append(p99(taken))
            more.append(median(await _append(model, page)))
    return [
        at_most_times(f"scroll step with repaint, {count:,} offers", "ms", *steps, 1.1),
        at_most(f"the same, 99th percentile, {count:,} offers", "ms", *late, 8.0),
        at_most_times(f"append a page to {count:,} offers", "ms", *pages, 1.1),
    ]


def _grid(loader: PictureLoader, page: list[Offer], count: int) -> tuple[OfferGrid, OfferModel]:
    grid, model = OfferGrid(LIGHT, loader), OfferModel()
    model.reset((page * (count // len(page) + 1))[:count])
    grid.setModel(model)
    grid.resize(1440, 900)
    grid.show()
    return grid, model


async def _pictures_there(grid: OfferGrid, loader: PictureLoader, page: list[Offer], side: int) -> None:
    while any(loader.pixmap(offer.picture, side) is None for offer in page):
        bar = grid.verticalScrollBar()
        bar.setValue((bar.value() + 300) % 3000)
        await asyncio.sleep(0.02)


async def _scroll(grid: OfferGrid) -> list[float]:
    bar = grid.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    taken = []
    for _ in range(STEPS):
        await asyncio.sleep(0)
        begin = perf_counter()
        bar.setValue(bar.value() + STEP_PX)
        QCoreApplication.sendPostedEvents()  # paints now what the step has exposed
        taken.append((perf_counter() - begin) * 1000)
    return taken


async def _append(model: OfferModel, page: list[Offer]) -> list[float]:
    taken = []
    for _ in range(PAGES):
        await asyncio.sleep(0)
        begin = perf_counter()
        model.append(page)
        QCoreApplication.sendPostedEvents()
        taken.append((perf_counter() - begin) * 1000)
    return taken
