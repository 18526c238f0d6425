"""How late a precise 4 ms heartbeat of the GUI thread is while the desk works through 200 pictures, against
idle."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.calls import KEYS
from benchmarks.heartbeat import beats
from benchmarks.offers import photo
from benchmarks.picture_server import RENDITIONS, announced, serving
from benchmarks.rows import RUNS, Row, at_most_more, informs, p99
from sourcing_desktop.domain.account import Account, AccountKind
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.queued_search import QueuedSearch
from sourcing_desktop.gateways.pandapon import PandaPon
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.services import query_picture
from sourcing_desktop.services.kept_queue import KeptQueue
from sourcing_desktop.services.picture_queue import PictureQueue
from sourcing_desktop.services.search import Search
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.queued_pictures import QueuedPictures
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.desk.queue_view import QueueView
from sourcing_desktop.ui.theme import LIGHT

PICTURES = 200
SIDE = 1600
"""px of a photo as a buyer has it, some 600 kB."""

REST_S = 2.0


@dataclass
class Desk:
    """The queue at work before the buyer's eyes, kept on disk meanwhile."""

    queue: PictureQueue
    view: QueueView
    files: Sequence[Path]
    over: asyncio.Event

    async def work_through(self) -> float:
        """Search with all the files, anew; how many a second."""
        self.queue.remove({search.key for search in self.queue.searches})
        begin = perf_counter()
        read = [(path.name, partial(query_picture.from_file, path)) for path in self.files]
        self.over.clear()
        self.queue.add(read, [Platform.ALIBABA])
        await self.over.wait()
        return len(self.files) / (perf_counter() - begin)


async def rows() -> list[Row]:
    """Idle and busy in turns."""
    idle: list[list[float]] = []
    busy: list[list[float]] = []
    rates: list[float] = []
    with (
        serving() as host,
        announced("benchmarks.answers", host + RENDITIONS) as port,
        tempfile.TemporaryDirectory() as folder,
    ):
        loader = PictureLoader(Path(folder) / "pictures")
        scope = TaskScope("desk", _fail)
        gateway = PandaPon(Account("", AccountKind.SANDBOX, f"http://127.0.0.1:{port}"), KEYS)
        queue, keeping = PictureQueue(Search(gateway), scope), TaskScope("keeping", _fail)
        database = Database(Path(folder) / "library.sqlite")
        await database.open()
        await KeptQueue(queue, QueuedPictures(database, "ours"), keeping).begin()
        desk = _shown(queue, loader, _photos(Path(folder)))
        await desk.work_through()  # warms connections and codecs
        for _ in range(RUNS):
            idle.append((await beats(asyncio.sleep(REST_S)))[0])
            late, rate = await beats(desk.work_through())
            busy.append(late)
            rates.append(rate)
        assert all(search.best is not None for search in desk.queue.searches)
        desk.view.close()
        await keeping.finish(seconds=5)
        await scope.close()
        await database.close()
        await gateway.close()
        loader.close()
    name = f"while {PICTURES} pictures are searched with, {median(rates):.0f} a second"
    return [
        at_most_more(f"lateness p99 {name}", "ms", [*map(p99, busy)], [*map(p99, idle)], 4.0),
        informs("the same, p50", "ms", [*map(median, busy)], [*map(median, idle)]),
        informs("the same, the latest", "ms", [*map(max, busy)], [*map(max, idle)]),
        informs(
            f"what {PICTURES} pictures in the queue hold",
            "MB",
            [sum(_held(desk.queue, search) for search in desk.queue.searches) / 1e6],
            None,
        ),
    ]


def _shown(queue: PictureQueue, loader: PictureLoader, files: Sequence[Path]) -> Desk:
    view = QueueView(LIGHT, loader)
    queue.listed.subscribe(view.model.show_searches)
    queue.turned.subscribe(view.model.turn)
    queue.progressed.subscribe(view.show_progress)
    view.resize(1100, 800)
    view.show()
    over = asyncio.Event()
    queue.progressed.subscribe(lambda progress: None if progress.left else over.set())
    return Desk(queue, view, files, over)


def _photos(folder: Path) -> list[Path]:
    """As many files of as many bytes; few are different, for making them takes long."""
    photos = [photo(seed, SIDE) for seed in range(8)]
    paths = [folder / f"{number}.jpg" for number in range(PICTURES)]
    for number, path in enumerate(paths):
        path.write_bytes(photos[number % len(photos)])
    return paths


def _held(queue: PictureQueue, search: QueuedSearch) -> int:
    picture = queue.picture(search.key).picture
    return len(search.thumbnail) + (0 if picture is None else len(picture.jpeg))


def _fail(error: BaseException) -> None:
    raise error
