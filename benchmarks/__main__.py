"""Measures how fast the program is, beside a floor measured in the same run: `python -m benchmarks [name …]`.

Prints a table. A run of all benchmarks is kept in `benchmarks/latest.json` and `docs/performance.md`.
"""

from __future__ import annotations

import importlib
import sys

from PySide6.QtWidgets import QApplication

from benchmarks import report
from benchmarks.rows import Row
from sourcing_desktop.app import runtime

BENCHMARKS = ("startup", "scroll", "lateness", "picture_search", "calls", "contract", "fuzz")


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"no benchmark called {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}")
        return 2
    return runtime.run(QApplication([]), _measure(names or [*BENCHMARKS]))


async def _measure(names: list[str]) -> int:
    rows: list[Row] = []
    when = report.circumstances()
    for name in names:
        print(f"measuring {name} …", flush=True)
        rows += await importlib.import_module(f"benchmarks.{name}").rows()
    report.show(rows)
    if len(names) == len(BENCHMARKS):
        report.keep(rows, when)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
