"""How late a precise 4 ms heartbeat of the GUI thread is while 300 pictures a second arrive, against idle."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer

from benchmarks.offers import offers
from benchmarks.rows import RUNS, Row, at_most_more, p99
from sourcing_desktop.pictures.loader import PictureKey, PictureLoader
from sourcing_desktop.ui.grid.offer_grid import OfferGrid
from sourcing_desktop.ui.grid.offer_model import OfferModel
from sourcing_desktop.ui.theme import LIGHT

BEAT_MS = 4
SECONDS = 3.0
PER_SECOND = 300
BATCH_S = 0.1
BATCH = round(PER_SECOND * BATCH_S)
FRAME_S = 0.016
SIDE = 210


class Heartbeat(QObject):
    """A precise timer that notes how late it is, in ms."""

    def __init__(self) -> None:
        super().__init__()
        self.late: list[float] = []
        self._due = 0.0
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self._due = perf_counter() + BEAT_MS / 1000
        self._timer.start()

    def stop(self) -> list[float]:
        self._timer.stop()
        return self.late

    def _beat(self) -> None:
        now = perf_counter()
        self.late.append(max(0.0, (now - self._due) * 1000))
        self._due = now + BEAT_MS / 1000


async def rows() -> list[Row]:
    """Idle and busy in turns: pictures into memory, then pictures painted in a grid that flies past."""
    idle: list[float] = []
    arriving: list[float] = []
    flying: list[float] = []
    arrived = flown = 0.0
    with _server() as pictures, tempfile.TemporaryDirectory() as folder:
        loader = PictureLoader(Path(folder))
        await _arrive(loader, pictures, 0)  # warms connections and codecs
        await _fly(loader, _grid(loader, pictures, 10**6))
        for run in range(1, RUNS + 1):
            idle.append(p99((await _beats(asyncio.sleep(SECONDS)))[0]))
            late, arrived = await _beats(_arrive(loader, pictures, run * 10**7))
            arriving.append(p99(late))
            late, flown = await _beats(_fly(loader, _grid(loader, pictures, run * 10**7 + 10**6)))
            flying.append(p99(late))
        loader.close()
    return [
        at_most_more(f"lateness p99 while {arrived:.0f} pictures/s arrive", "ms", arriving, idle, 4.0),
        at_most_more(f"lateness p99 while {flown:.0f} pictures/s fly past", "ms", flying, idle, 4.0),
    ]


async def _beats(work: Awaitable[float | None]) -> tuple[list[float], float]:
    """The lateness of every beat during the work, and what the work says of itself."""
    heartbeat = Heartbeat()
    heartbeat.start()
    said = await work
    return heartbeat.stop(), said or 0.0


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


@contextmanager
def _server() -> Iterator[str]:
    """The picture server; the address of a picture with `{}` for its number."""
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.picture_server"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        port = process.stdout.readline().strip()
        yield f"http://127.0.0.1:{port}/img/ibank/{{}}.jpg"
        process.stdin.close()
