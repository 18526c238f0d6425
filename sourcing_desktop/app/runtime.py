"""asyncio inside Qt's event loop. The only importer of qasync, so that this choice can be revisited here."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import qasync
from PySide6.QtWidgets import QApplication

WORKERS = 4
"""Threads for blocking work; the loop's own default would be ten QThreads."""


def make_loop(application: QApplication) -> asyncio.AbstractEventLoop:
    """An asyncio loop that runs inside the application's event loop."""
    loop: asyncio.AbstractEventLoop = qasync.QEventLoop(application)
    loop.set_default_executor(ThreadPoolExecutor(WORKERS, thread_name_prefix="worker"))
    return loop


def run(application: QApplication, main: Coroutine[Any, Any, int]) -> int:
    """Run the program until `main` returns. Qt itself never quits: no loop would be left to tidy up in."""
    application.setQuitOnLastWindowClosed(False)
    with asyncio.Runner(loop_factory=lambda: make_loop(application)) as runner:
        return runner.run(main)
