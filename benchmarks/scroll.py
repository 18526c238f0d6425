"""The grid at many offers against the grid at few: a step of scrolling with its repaint, and a page more."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractItemView

from benchmarks.icon_view import IconView
from benchmarks.offers import offers, photo
from benchmarks.rows import RUNS, Row, at_most, at_most_times, informs, p99
from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.pictures.disk import DiskCache
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.pictures.renditions import rendition
from sourcing_desktop.ui.grid.offer_grid import OfferGrid
from sourcing_desktop.ui.grid.offer_model import OfferModel
from sourcing_desktop.ui.theme import LIGHT

FEW, MANY = 1_000, (100_000, 1_000_000)
DIFFERENT = 60
STEP_PX, STEPS, PAGES, PEER_PAGES = 64, 150, 60, 1
PICTURES = "http://127.0.0.1:9/img/ibank/{}.jpg"  # nobody answers there: all pictures are on disk


@dataclass
class Side:
    """A view of so many offers, and per run what it took, in ms: (by the clock, of the processor) each."""

    view: QAbstractItemView
    model: OfferModel
    count: int
    steps: list[list[tuple[float, float]]] = field(default_factory=list)
    pages: list[list[tuple[float, float]]] = field(default_factory=list)


async def rows() -> list[Row]:
    """Each size against 1,000 offers, step by step in turns, in windows of the same size."""
    results: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        page = offers(0, DIFFERENT, PICTURES)
        loader = PictureLoader(Path(folder))
        few = _side(OfferGrid(LIGHT, loader), page, FEW)
        side = round(few.view.visualRect(few.model.index(0)).width() * few.view.devicePixelRatioF())
        for number, offer in enumerate(page):
            DiskCache(Path(folder)).write(rendition(offer.picture, side), photo(number))
        await _pictures_there(few.view, loader, page, side)
        for count in MANY:
            few.steps, few.pages = [], []
            many = _side(OfferGrid(LIGHT, loader), page, count)
            peer = _side(IconView(LIGHT, loader), page, count)
            await _pictures_there(many.view, loader, page, side)
            for _ in range(RUNS):
                await _scroll(many, few)
                await _append(many, few, page, PAGES)
                await _append(peer, few, page, PEER_PAGES)
                few.pages.pop()
            results += _compared(many, few, peer)
            many.view.close()
            peer.view.close()
        few.view.close()
        loader.close()
    return results


def _compared(many: Side, few: Side, peer: Side) -> list[Row]:
    at = f"{many.count:,} offers"
    steps, pages = (many.steps, few.steps), (many.pages, few.pages)
    return [
        at_most_times(f"scroll step with repaint, {at}", "ms", *_each(median, 0, *steps), 1.1),
        at_most(f"the same, 99th percentile, {at}", "ms", *_each(p99, 0, *steps), 8.0),
        informs(f"scroll step, processor time, {at}", "ms", *_each(median, 1, *steps)),
        at_most_times(f"append a page to {at}", "ms", *_each(median, 0, *pages), 1.1),
        informs(f"the same, processor time, {at}", "ms", *_each(median, 1, *pages)),
        informs(f"append a page to {at}; peer: QListView", "ms", *_each(median, 0, many.pages, peer.pages)),
    ]


def _each(
    pick: Callable[[list[float]], float],
    clock: int,
    ours: list[list[tuple[float, float]]],
    floor: list[list[tuple[float, float]]],
) -> tuple[list[float], list[float]]:
    """One number for each run of both."""
    first, second = ([pick([taken[clock] for taken in run]) for run in runs] for runs in (ours, floor))
    return first, second


def _side(view: QAbstractItemView, page: list[Offer], count: int) -> Side:
    model = OfferModel(view)
    model.reset(_repeated(page, count))
    view.setModel(model)
    view.resize(1440, 900)
    view.show()
    return Side(view, model, count)


def _repeated(page: list[Offer], count: int) -> list[Offer]:
    return (page * (count // len(page) + 1))[:count]


async def _pictures_there(
    view: QAbstractItemView, loader: PictureLoader, page: list[Offer], side: int
) -> None:
    while any(loader.pixmap(offer.picture, side) is None for offer in page):
        bar = view.verticalScrollBar()
        bar.setValue((bar.value() + 300) % 3000)
        await asyncio.sleep(0.02)


async def _scroll(*sides: Side) -> None:
    for side in sides:
        bar = side.view.verticalScrollBar()
        bar.setValue(bar.maximum() // 3)
        side.steps.append([])
    for _ in range(STEPS):
        for side in sides:
            await asyncio.sleep(0)
            bar = side.view.verticalScrollBar()
            side.steps[-1].append(_timed(partial(bar.setValue, bar.value() + STEP_PX)))


async def _append(side: Side, few: Side, page: list[Offer], times: int) -> None:
    few.model.reset(_repeated(page, few.count))  # what the run before appended
    for each in (side, few):
        each.pages.append([])
    for _ in range(times):
        for each in (side, few):
            await asyncio.sleep(0)
            each.pages[-1].append(_timed(partial(_grow, each, page)))


def _grow(side: Side, page: list[Offer]) -> None:
    """Append, and ask for the last place: a view that puts off laying out does it then."""
    side.model.append(page)
    side.view.visualRect(side.model.index(side.model.rowCount() - 1))


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    """ms by the clock and of the processor for the work and the painting it asks for."""
    begin, used = perf_counter(), time.thread_time()
    work()
    QCoreApplication.sendPostedEvents()
    return (perf_counter() - begin) * 1000, (time.thread_time() - used) * 1000
