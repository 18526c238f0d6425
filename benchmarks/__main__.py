"""Measures how fast the program is, beside a floor measured in the same run: `python -m benchmarks [name …]`.

Without a name it takes all but those that run for many minutes; where Qt has a screen, only those that paint.
Each runs in a process of its own. Prints tables, and keeps them in `benchmarks/latest.json` and
`docs/performance.md`.
"""

from __future__ import annotations

import gc
import importlib
import subprocess
import sys
from time import monotonic

from PySide6.QtWidgets import QApplication

from benchmarks import report
from sourcing_desktop.app import calling_thread, plain_imports, runtime  # noqa: F401
from sourcing_desktop.app.large_blocks import give_back_large_blocks

PAINTING = ("startup", "scroll", "first_screen", "fling", "flight", "lateness", "desk")
"""Measured once more where there is a screen."""

USUAL = (
    *PAINTING,
    "seeing",
    "library",
    "pictures",
    "pictures_memory",
    "line",
    "encode",
    "sight_index",
    "calls",
    "buying",
    "journal",
    "sku_keys",
    "offer_panel",
)
LONG = ("contract", "fuzz", "faults", "recall", "found_again")
"""Only by name: they ask, try, search and prepare for many minutes."""


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in USUAL + LONG]
    if unknown:
        print(f"no benchmark called {', '.join(unknown)}; there are {', '.join(USUAL + LONG)}")
        return 2
    application = QApplication([])
    wanted = names or [*USUAL]
    if report.screen() != report.NO_SCREEN:
        wanted = [name for name in wanted if name in PAINTING]
    if len(wanted) == 1:
        return runtime.run(application, _measure(wanted[0]))
    failed = [name for name in wanted if _in_a_process_of_its_own(name)]
    if failed:
        print(f"not measured: {', '.join(failed)}")
    return 1 if failed else 0


def _in_a_process_of_its_own(name: str) -> int:
    """The memory and the garbage of one are nothing to the next."""
    return subprocess.run([sys.executable, "-m", "benchmarks", name]).returncode


async def _measure(name: str) -> int:
    print(f"measuring {name} …", flush=True)
    when, began = report.circumstances(), monotonic()
    module = importlib.import_module(f"benchmarks.{name}")
    gc.freeze()  # what is loaded stays: so it does in the program when it has started
    give_back_large_blocks()
    rows = await module.rows()
    if rows:
        report.keep(name, rows, when)
        report.show(rows)
    print(f"{name} took {monotonic() - began:.0f} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
