"""Performs many runs, a few at a time, on one sandbox, and prints one JSON line a run."""

from __future__ import annotations

import argparse
import asyncio
import json
import shutil
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
"""Runs side by side: most of a run is waiting."""


async def perform(options: argparse.Namespace) -> None:
    market, nursery = Market(options.catalogue), Nursery()
    await market.open()
    await nursery.open()
    numbers = iter(options.only or range(options.first, options.runs, options.step))
    problems: list[BaseException] = []
    scope = TaskScope("runs", problems.append)
    with tempfile.TemporaryDirectory(prefix="faults-", dir=options.scratch) as folder:
        slots = [
            scope.start(
                _one_after_another(numbers, options, market, nursery, Path(folder) / str(slot)), name="slot"
            )
            for slot in range(AT_ONCE)
        ]
        await asyncio.wait(slots)
    await scope.close()
    await nursery.close()
    await market.close()
    if problems:
        raise problems[0]


async def _one_after_another(
    numbers: Iterator[int], options: argparse.Namespace, market: Market, nursery: Nursery, folder: Path
) -> None:
    for number in numbers:
        home = folder / "home"
        run = Run(scenario(options.seed, number), options.seed, market, nursery, home, options.broken)
        result = await run.perform()
        print(json.dumps(asdict(result), ensure_ascii=False), flush=True)
        if options.keep and (result.wrong or options.only):
            run.keep(options.keep / str(number))
        shutil.rmtree(home, ignore_errors=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("catalogue", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--step", type=int, default=1)
    parser.add_argument("--runs", type=int, default=500)
    parser.add_argument("--only", type=int, nargs="*")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--scratch", type=Path)
    parser.add_argument("--broken", default="")
    return parser.parse_args()


if __name__ == "__main__":
    asyncio.run(perform(_options()))
