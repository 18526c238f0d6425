"""Process start to first painted window: the program against a bare main window."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time

from benchmarks.rows import RUNS, Row, at_most_times

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
    """Both in turns, after one start of each that nobody counts: it compiles and fills the file cache."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        ours = ["-m", "sourcing_desktop", "--home", home, "--exit-after-first-paint"]
        bare = ["-c", BARE]
        _milliseconds(ours)
        _milliseconds(bare)
        both = [(_milliseconds(ours), _milliseconds(bare)) for _ in range(RUNS)]
    mine, floor = zip(*both, strict=True)
    return [at_most_times("start to first painted window", "ms", [*mine], [*floor], 1.5)]


def _milliseconds(arguments: list[str]) -> float:
    """From starting the process to the moment it says it has painted; the clock is the whole machine's."""
    begin = time.monotonic()
    answer = subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, timeout=60, check=True
    )
    return (float(answer.stdout.split()[0]) - begin) * 1000
