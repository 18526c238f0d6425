"""Performs runs, a few at a time, on one sandbox, and prints one JSON line a run."""

from __future__ import annotations

import argparse
import asyncio
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from sourcing_desktop.tasks import TaskScope
from tests.faults.lives import Nursery
from tests.faults.market import Market
from tests.faults.run import Run
from tests.faults.scenario import scenario

AT_ONCE = 4
"""Runs side by side: half of a run is waiting."""


async def perform(options: argparse.Namespace) -> int:
    """All the runs; what stops one for a reason of the proof itself stops all."""
    market, nursery = Market(options.catalogue), Nursery()
    await market.open()
    await nursery.open()
    numbers = iter(options.numbers)
    problems: list[BaseException] = []
    scope = TaskScope("runs", problems.append)
    with tempfile.TemporaryDirectory(prefix="faults-", ignore_cleanup_errors=True) as folder:
        slots = [
            scope.start(_some(numbers, options, market, nursery, Path(folder) / str(slot)), name="some")
            for slot in range(AT_ONCE)
        ]
        await asyncio.wait(slots)
    await scope.close()
    await nursery.close()
    await market.close()
    for problem in problems:
        print(f"the proof failed: {problem!r}", file=sys.stderr)
    return 1 if problems else 0


async def _some(
    numbers: Iterator[int], options: argparse.Namespace, market: Market, nursery: Nursery, folder: Path
) -> None:
    """Runs one after the other, as long as there are any."""
    for number in numbers:
        home = folder / "home"
        run = Run(
            scenario(options.seed, number),
            options.seed,
            market,
            nursery,
            home,
            broken=options.broken,
            keeps=options.keep is not None,
        )
        result = await run.perform()
        print(json.dumps(asdict(result), ensure_ascii=False), flush=True)
        if options.keep and result.wrong:
            run.keep(options.keep / str(number))
        shutil.rmtree(home, ignore_errors=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("catalogue", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--numbers", type=int, nargs="*", default=[])
    parser.add_argument("--keep", type=Path, help="keep what is left of each wrong run here")
    parser.add_argument("--broken", default="", help="break the program so, see tests/faults/broken.py")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(asyncio.run(perform(_options())))
