"""Runs the program on the sandbox and lets somebody work it: the tour, or the self-test."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from sourcing_desktop.app import runtime
from sourcing_desktop.app.beginning import begin
from sourcing_desktop.app.first_paint import make_window
from sourcing_desktop.app.paths import Paths
from sourcing_desktop.app.program import Program
from sourcing_desktop.app.session import Session
from sourcing_desktop.domain.account import SANDBOX
from sourcing_desktop.storage.accounts import Accounts
from sourcing_desktop.storage.database import Database
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.main_window import MainWindow

log = logging.getLogger(__name__)

Step = tuple[str, Callable[[], Awaitable[None]]]


class Journey(Protocol):
    """What somebody does, step by step, and what they keep of each step."""

    def steps(self) -> list[Step]: ...
    def keep(self, number: int, what: str) -> None: ...


def demonstrate(
    application: QApplication,
    home: Path | None,
    journey: Callable[[MainWindow, Session, Path], Journey],
    titles: str = "en",
) -> int:
    """Do a journey on a fresh account of the sandbox with `titles` in that language, printing each step with
    its time; returns 0 when all of it worked. Nothing is left behind but the prepared market, which is kept
    for the next time."""
    qInstallMessageHandler(_heed)
    with tempfile.TemporaryDirectory(prefix="sourcing-desktop-") as folder:
        own = Path(folder)
        paths = Paths(own / "data", _kept_cache(home) or own / "cache")
        if not paths.sandbox_market.exists():
            print("First start: preparing the sandbox market. This takes some seconds, once.", flush=True)
        asyncio.run(_speak(paths.library, titles))
        window, loader = make_window(application, paths)
        outcome: list[int] = []
        scope = TaskScope("demonstration", lambda error: log.error("no journey", exc_info=error))

        def ready(session: Session) -> None:
            scope.start_once(lambda: perform(session), name="journey")

        async def perform(session: Session) -> None:
            try:
                outcome.append(await _walk(journey(window, session, own)))
            finally:
                program.stop()

        def failed(sentence: str) -> None:
            print(sentence)
            program.stop()

        program = Program(window, loader, paths, begin(paths), ready, failed)
        runtime.run(application, program.run())
        return outcome[-1] if outcome else 1


async def _speak(library: Path, titles: str) -> None:
    database = Database(library)
    await database.open()
    await Accounts(database).set_language(SANDBOX, titles)
    await database.close()


def _heed(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """What Qt has to say, but for what it says of every window where there is no screen."""
    if not text.startswith("This plugin does not support"):
        print(text, file=sys.stderr)


def _kept_cache(home: Path | None) -> Path | None:
    """Where the prepared market is kept; None for a user without a home that can be written."""
    try:
        cache = (Paths.below(home) if home else Paths.usual()).cache
        cache.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return None
    return cache if os.access(cache, os.W_OK) else None


async def _walk(journey: Journey) -> int:
    for number, (what, step) in enumerate(journey.steps(), start=1):
        began = time.monotonic()
        try:
            await step()
        except Exception:
            log.exception("the journey ends at: %s", what)
            print(f"{number:02d}  {what:<62} failed", flush=True)
            journey.keep(number, "failed")
            return 1
        print(f"{number:02d}  {what:<62} {time.monotonic() - began:6.2f} s", flush=True)
        journey.keep(number, what)
    return 0
