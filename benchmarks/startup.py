"""Process start to first painted window, and to ready to search: the program against a bare main window."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.rows import Row, at_most_times

STARTS = 9
HOME = Path(tempfile.gettempdir()) / "sourcing-desktop-benchmarks"
"""Kept from run to run: preparing its market takes a minute."""

BARE = """
import time
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.monotonic(), flush=True)
        QApplication.quit()
application = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
application.exec()
"""


async def rows() -> list[Row]:
    """All in turns, after one start of each that nobody counts: it compiles, prepares and fills caches."""
    program = ["-m", "sourcing_desktop", "--home", str(HOME)]
    painted = [*program, "--exit-at", "paint"]
    ready = [*program, "--exit-at", "search"]
    bare = ["-c", BARE]
    for each in (ready, painted, bare):
        start(each)
    starts = [(start(painted), start(ready), start(bare)) for _ in range(STARTS)]
    paint, work, floor = zip(*starts, strict=True)
    return [
        at_most_times("start to first painted window", "ms", _wall(paint), _wall(floor), 1.5),
        at_most_times("the same, processor time", "ms", _processor(paint), _processor(floor), 1.5),
        at_most_times("start to ready to search", "ms", _wall(work), _wall(floor), 4.0),
    ]


def start(arguments: list[str]) -> tuple[float, float]:
    """ms from starting the process to the moment it names, by the machine's clock, and of the processor."""
    before, begin = _processor_ms(), time.monotonic()
    answer = subprocess.run(
        [sys.executable, *arguments],
        env=_environment(),
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    return (float(answer.stdout.split()[0]) - begin) * 1000, _processor_ms() - before


def _environment() -> dict[str, str]:
    """With a cache of compiled modules, as an installed program has it, whatever this shell says."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {
        **kept,
        "PYTHONPYCACHEPREFIX": str(HOME / "compiled"),
        "PYTHON_KEYRING_BACKEND": "benchmarks.one_key.OneKey",  # asked by accounts other than the sandbox
    }


def _processor_ms() -> float:
    used = os.times()
    return (used.children_user + used.children_system) * 1000


def _wall(starts: tuple[tuple[float, float], ...]) -> list[float]:
    return [wall for wall, _ in starts]


def _processor(starts: tuple[tuple[float, float], ...]) -> list[float]:
    return [processor for _, processor in starts]
