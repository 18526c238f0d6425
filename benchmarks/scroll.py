"""The grid at many offers against the grid at few: a step of scrolling with its repaint, and a page more."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from statistics import mean, median
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
STEP_PX, STEPS, PAGE, PAGES, PEER_PAGES = 64, 100, 60, 60, 1
STEPS_A_LINE, SETTLE_EVERY, AROUND = 5, 10, 200
PICTURES = "http://127.0.0.1:9/img/ibank/{}.jpg"  # nobody answers there: all that is passed is on disk

PHOTO = photo(0)

Took = list[list[tuple[float, float]]]
"""By run what each deed took, in ms: by the clock, and of the processor."""


@dataclass
class Side:
    """A view of so many offers, no two alike, and what it took."""

    view: QAbstractItemView
    model: OfferModel
    offers: list[Offer]
    new: Took = field(default_factory=list)
    seen: Took = field(default_factory=list)
    pages: Took = field(default_factory=list)

    @property
    def grid(self) -> OfferGrid:
        """Ours; peers are not scrolled."""
        assert isinstance(self.view, OfferGrid)
        return self.view

    @property
    def px(self) -> int:
        """Of a picture."""
        return round(self.view.visualRect(self.model.index(0)).width() * self.view.devicePixelRatioF())

    def go_to(self, run: int) -> None:
        """Where that run begins: no two share cards, and all begin at the top of a line."""
        bar, first = self.view.verticalScrollBar(), self.grid.cell_rect(0)
        line = next(top for row in count() if (top := self.grid.cell_rect(row).top() - first.top()))
        begin = run * -(-STEPS * STEP_PX // line) * line
        if len(self.offers) > FEW:
            begin += bar.maximum() // 2 // line * line
        bar.setValue(begin)

    def scroll(self, px: int) -> None:
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.value() + px)


async def rows() -> list[Row]:
    """Each size against other 1,000 offers, step by step in turns, in windows of the same size."""
    results: list[Row] = []
    everything = offers(0, MANY[-1], PICTURES)
    for number, size in enumerate(MANY, 1):
        with tempfile.TemporaryDirectory() as folder:
            loader, disk = PictureLoader(Path(folder)), DiskCache(Path(folder))
            few = _side(OfferGrid(LIGHT, loader), offers(number * 10**7, FEW, PICTURES))
            many = _side(OfferGrid(LIGHT, loader), everything[:size])
            peer = _side(IconView(LIGHT, loader), everything[:size])
            for run in range(RUNS):
                await _scroll(loader, disk, run, many, few)
                await _append(many, few, everything[:PAGE], PAGES)
                await _append(peer, few, everything[:PAGE], PEER_PAGES)
                few.pages.pop()
            results += _compared(size, many, few, peer)
            for side in (few, many, peer):
                side.view.close()
            loader.close()
    return results


def _compared(size: int, many: Side, few: Side, peer: Side) -> list[Row]:
    at = f"{size:,} offers"
    new, seen, pages = (many.new, few.new), (many.seen, few.seen), (many.pages, few.pages)
    return [
        at_most_times(f"scroll step onto new cards, {at}", "ms", *_each(_of_a_line, 0, *new), 1.1),
        at_most(f"the same, 99th percentile, {at}", "ms", *_in_all(p99, *new), 8.0),
        informs(f"the same, processor time, {at}", "ms", *_each(_of_a_line, 1, *new)),
        at_most_times(f"scroll step over cards seen before, {at}", "ms", *_each(_of_a_line, 0, *seen), 1.1),
        at_most(f"the same, 99th percentile, {at}", "ms", *_in_all(p99, *seen), 8.0),
        informs(f"the same, processor time, {at}", "ms", *_each(_of_a_line, 1, *seen)),
        at_most_times(f"append a page to {at}", "ms", *_each(median, 0, *pages), 1.1),
        informs(f"the same, processor time, {at}", "ms", *_each(median, 1, *pages)),
        informs(f"append a page to {at}; peer: QListView", "ms", *_each(median, 0, many.pages, peer.pages)),
    ]


Pick = Callable[[list[float]], float]


def _each(pick: Pick, clock: int, ours: Took, floor: Took) -> tuple[list[float], list[float]]:
    """One number for each run of both."""
    first, second = ([pick([taken[clock] for taken in run]) for run in runs] for runs in (ours, floor))
    return first, second


def _in_all(pick: Pick, ours: Took, floor: Took) -> tuple[list[float], list[float]]:
    """One number for all runs of both, by the clock: of rare things one run has too few."""
    first, second = ([pick([wall for run in runs for wall, _ in run])] for runs in (ours, floor))
    return first, second


def _of_a_line(steps: list[float]) -> float:
    """The mean of the steps that bring a line of cards, of the line in the middle: no step alone says it."""
    return median(mean(steps[place : place + STEPS_A_LINE]) for place in range(0, STEPS, STEPS_A_LINE))


def _side(view: QAbstractItemView, all_of_it: list[Offer]) -> Side:
    model = OfferModel(view)
    model.reset(all_of_it)
    view.setModel(model)
    view.resize(1440, 900)
    view.show()
    return Side(view, model, all_of_it)


async def _scroll(loader: PictureLoader, disk: DiskCache, run: int, *sides: Side) -> None:
    """Down over cards nobody has seen, then back over them when their pictures are in memory."""
    for side in sides:
        side.go_to(run)
        _keep(disk, side)
        await _settle(loader, side)
        side.new.append([])
        side.seen.append([])
    for _ in range(STEPS):
        for side in sides:
            await asyncio.sleep(0)
            side.new[-1].append(_timed(partial(side.scroll, STEP_PX)))
    for side in sides:
        for _ in range(STEPS // SETTLE_EVERY):
            await _settle(loader, side)
            side.scroll(-SETTLE_EVERY * STEP_PX)
        side.scroll(STEPS * STEP_PX)
        await _settle(loader, side)
    for _ in range(STEPS):
        for side in sides:
            await asyncio.sleep(0)
            side.seen[-1].append(_timed(partial(side.scroll, -STEP_PX)))


def _keep(disk: DiskCache, side: Side) -> None:
    """What may be asked for on the way is on disk; the photo is the same, its decoding is not."""
    first = side.grid.shown_rows().start
    for offer in side.offers[max(0, first - AROUND) : first + 2 * AROUND]:
        disk.write(rendition(offer.picture, side.px), PHOTO)


async def _settle(loader: PictureLoader, side: Side) -> None:
    """Until all pictures in sight are in memory, and painted."""
    async with asyncio.timeout(30):
        while True:
            QCoreApplication.sendPostedEvents()
            urls = [side.offers[row].picture for row in side.grid.shown_rows()]
            if all(loader.pixmap(url, side.px) for url in urls):
                return
            await asyncio.sleep(0.01)


async def _append(side: Side, few: Side, page: list[Offer], times: int) -> None:
    few.model.reset(few.offers)  # what the run before appended goes
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
