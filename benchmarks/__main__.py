"""Measures how fast the program is, beside a floor measured in the same run: `python -m benchmarks [name …]`.

Prints a table and keeps it in `benchmarks/latest.json`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks import lateness, scroll, startup
from benchmarks.rows import Row
from sourcing_desktop.app import runtime

BENCHMARKS: dict[str, Callable[[], Awaitable[list[Row]]]] = {
    "startup": startup.rows,
    "scroll": scroll.rows,
    "lateness": lateness.rows,
}
LATEST = Path(__file__).with_name("latest.json")


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"no benchmark called {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}")
        return 2
    return runtime.run(QApplication([]), _measure(names or [*BENCHMARKS]))


async def _measure(names: list[str]) -> int:
    rows: list[Row] = []
    for name in names:
        print(f"measuring {name} …", flush=True)
        rows += await BENCHMARKS[name]()
    _print_table(rows)
    LATEST.write_text(json.dumps([asdict(row) for row in rows], indent=1, ensure_ascii=False) + "\n")
    return 0


def _print_table(rows: list[Row]) -> None:
    print(f"\n{'':56}{'ours':>10}{'±':>8}{'floor':>10}{'ratio':>8}   goal")
    for row in rows:
        numbers = f"{row.ours:>10.2f}{row.spread:>8.2f}{row.floor:>10.2f}{row.ratio:>7.2f}×"
        print(f"{row.name:52}{row.unit:>4}{numbers}   {row.goal}{'' if row.met else '   MISSED'}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
