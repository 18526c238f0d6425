"""The journal with ten thousand entries against one with few: what a start reads of it, how soon its window
shows the first page, and how soon the program can be worked with."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QSettings

from benchmarks.journal_entries import write_entries
from benchmarks.rows import Row, at_most_more, at_most_times
from benchmarks.startup import HOME, start
from sourcing_desktop.app.paths import Paths
from sourcing_desktop.domain.account import SANDBOX
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.services.journal_book import JournalBook
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.journal import Journal
from sourcing_desktop.storage.journal_pages import JournalPages
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.journal.journal_controller import JournalController
from sourcing_desktop.ui.theme import LIGHT

MANY, FEW = 10_000, 100
TURNS, STARTS = 40, 9
RECENT = timedelta(days=1)

AT_WORK = """
import sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from sourcing_desktop.app import calling_thread, plain_imports
from sourcing_desktop.app.beginning import begin
from sourcing_desktop.app.bootstrap import IN_FUSION
from sourcing_desktop.app.first_paint import make_window
from sourcing_desktop.app.paths import Paths
application = QApplication(["sourcing-desktop", *IN_FUSION])
paths = Paths.below(Path(sys.argv[1]))
window, loader = make_window(application, paths)
begun = begin(paths)
import asyncio
from sourcing_desktop.app import runtime
from sourcing_desktop.app.program import Program
def ready(session):
    print(time.monotonic(), flush=True)
    asyncio.get_running_loop().call_soon(program.stop)
program = Program(window, loader, paths, begun, ready)
runtime.run(application, program.run())
"""
"""Ends when all of the window works: the library is open, cart, orders and payments are looked after."""


Times = tuple[list[float], list[float]]
"""ms with many entries, and of the floor."""


async def rows() -> list[Row]:
    """Each in turns with its floor."""
    with tempfile.TemporaryDirectory() as folder:
        many, few, none = (Path(folder) / name for name in ("many", "few", "none"))
        for path, count in ((many, MANY), (few, FEW), (none, 0)):
            async with _library(path) as database:
                await write_entries(database, SANDBOX.id, count)
        asked = await _in_turns(_open_and_ask, many, none)
        shown = await _in_turns(_show_first_page, many, few)
        program = ["-m", "sourcing_desktop", "--home", str(HOME), "--exit-at", "search"]
        ready, ready_processor = _starts(program, many, none)
        work, work_processor = _starts(["-c", AT_WORK, str(HOME)], many, none)
    return [
        at_most_more("open the library and ask what is unfinished; floor: no entries", "ms", *asked, 2),
        at_most_times(f"first page of the journal's window; floor: {FEW} entries", "ms", *shown, 1.2),
        at_most_times("start to ready to search; floor: no entries", "ms", *ready, 1.05),
        at_most_times("the same, processor time", "ms", *ready_processor, 1.05),
        at_most_times("start to all of the window at work; floor: no entries", "ms", *work, 1.05),
        at_most_times("the same, processor time", "ms", *work_processor, 1.05),
    ]


async def _in_turns(work: Callable[[Path], Awaitable[float]], many: Path, few: Path) -> Times:
    """After one of each that nobody counts."""
    times = [(await work(many), await work(few)) for _ in range(1 + TURNS)][1:]
    return [each[0] for each in times], [each[1] for each in times]


async def _open_and_ask(path: Path) -> float:
    begin = perf_counter()
    async with _library(path) as database:
        journal, since = Journal(database, SANDBOX.id), datetime.now(UTC) - RECENT
        await journal.orders(since)
        await journal.payments(since)
        return (perf_counter() - begin) * 1000


async def _show_first_page(path: Path) -> float:
    """From the wish to the painted list."""
    async with _library(path) as database:
        scope = TaskScope("journal", _raise)
        loader = PictureLoader(path.with_name("pictures"))
        settings = QSettings(str(path.with_name("window.ini")), QSettings.Format.IniFormat)
        book = JournalBook(JournalPages(database, SANDBOX.id))
        controller = JournalController(LIGHT, loader, settings, book, scope)
        begin = perf_counter()
        controller.open()
        assert controller.window is not None
        arrived = asyncio.Event()
        controller.window.model.modelReset.connect(arrived.set)
        await arrived.wait()
        controller.window.list.grab()
        taken = perf_counter() - begin
        await scope.close()
        controller.close()
        loader.close()
        return taken * 1000


def _starts(arguments: list[str], many: Path, none: Path) -> tuple[Times, Times]:
    """Of the program, whose library is now the one and now the other: by the clock, and of the processor. One
    of each is not counted."""
    starts: tuple[list[tuple[float, float]], ...] = ([], [])
    library = Paths.below(HOME).library
    library.parent.mkdir(parents=True, exist_ok=True)
    for _ in range(1 + STARTS):
        for path, took in zip((many, none), starts, strict=True):
            shutil.copyfile(path, library)
            took.append(start(arguments))
    (many_wall, many_processor), (wall, processor) = (zip(*took[1:], strict=True) for took in starts)
    return ([*many_wall], [*wall]), ([*many_processor], [*processor])


@asynccontextmanager
async def _library(path: Path) -> AsyncIterator[Database]:
    database = Database(path)
    await database.open()
    yield database
    await database.close()


def _raise(error: BaseException) -> None:
    raise error
