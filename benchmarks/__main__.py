"""Measures how fast the program is, beside a floor measured in the same run: `python -m benchmarks [name …]`.

Without a name it takes all but those that run for many minutes. Prints a table, and keeps what it measured in
`benchmarks/latest.json` and `docs/performance.md`.
"""

from __future__ import annotations

import importlib
import sys

from PySide6.QtWidgets import QApplication

from benchmarks import report
from benchmarks.rows import Row
from sourcing_desktop.app import runtime

USUAL = ("startup", "scroll", "lateness", "picture_search", "calls")
LONG = ("contract", "fuzz")
"""Only by name: they ask and try for many minutes."""


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in USUAL + LONG]
    if unknown:
        print(f"no benchmark called {', '.join(unknown)}; there are {', '.join(USUAL + LONG)}")
        return 2
    return runtime.run(QApplication([]), _measure(names or [*USUAL]))


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
