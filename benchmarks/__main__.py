"""Measures how fast the program is, beside a floor measured in the same run: `python -m benchmarks [name …]`.

Without a name it takes all but those that run for many minutes; where Qt has a screen, only those that paint.
Prints a table, and keeps what it measured in `benchmarks/latest.json` and `docs/performance.md`.
"""

from __future__ import annotations

import importlib
import sys

from PySide6.QtWidgets import QApplication

from benchmarks import report
from benchmarks.rows import Row
from sourcing_desktop.app import one_painter, runtime  # noqa: F401

PAINTING = ("startup", "scroll", "first_screen", "fling", "flight", "lateness")
"""Measured once more where there is a screen."""

USUAL = (*PAINTING, "pictures", "pictures_memory", "line", "picture_search", "calls")
LONG = ("contract", "fuzz")
"""Only by name: they ask and try for many minutes."""


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in USUAL + LONG]
    if unknown:
        print(f"no benchmark called {', '.join(unknown)}; there are {', '.join(USUAL + LONG)}")
        return 2
    application = QApplication([])
    wanted = names or [*USUAL]
    if report.screen() != report.NO_SCREEN:
        wanted = [name for name in wanted if name in PAINTING]
    return runtime.run(application, _measure(wanted))


async def _measure(names: list[str]) -> int:
    everything: list[Row] = []
    for name in names:
        print(f"measuring {name} …", flush=True)
        when = report.circumstances()
        rows = await importlib.import_module(f"benchmarks.{name}").rows()
        if rows:
            report.keep(name, rows, when)
        everything += rows
    report.show(everything)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
