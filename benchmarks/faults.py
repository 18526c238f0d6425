"""Orders and pays at faulty gateways and on faulty computers, thousands of times, and counts what went wrong.

`python -m benchmarks.faults --runs N --seed S` prints one JSON line, and a table on stderr; `--only` repeats
single runs. Measures no times. How it works: docs/faults.md.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from benchmarks.rows import Row, at_most
from sourcing_desktop.sandbox.market.catalogue import prepare
from tests.faults.many import Proof, prove

RUNS = 10_000
SEED = 1
HOME = Path(tempfile.gettempdir()) / "sourcing-desktop-benchmarks"


async def rows() -> list[Row]:
    """A row for each column of the table, which is printed."""
    proof = await asyncio.to_thread(_proof, SEED, range(RUNS), None)
    total, what = proof.total, f"in {proof.total.runs:,} faulty runs"
    return [
        at_most(f"ordered twice {what}", "", [total.ordered_twice], None, 0),
        at_most(f"paid twice {what}", "", [total.paid_twice], None, 0),
        at_most(f"lost {what}", "", [total.lost], None, 0),
        at_most(f"untrue on screen {what}", "", [total.untrue], None, 0),
    ]


def main() -> int:
    """The exit status tells whether anything was wrong."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.faults", description=__doc__)
    parser.add_argument("--runs", type=int, default=500)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--only", type=int, nargs="+", metavar="NUMBER", help="repeat only these runs")
    parser.add_argument("--keep", type=Path, help="keep library, log and picture of each wrong run here")
    options = parser.parse_args()
    proof = _proof(options.seed, options.only or range(options.runs), options.keep)
    print(proof.line(options.seed))
    return 1 if proof.total.wrong else 0


def _proof(seed: int, numbers: range | list[int], keep: Path | None) -> Proof:
    market = HOME / "faults" / "market.db"
    market.parent.mkdir(parents=True, exist_ok=True)
    prepare(market)
    kept = keep or HOME / "faults" / f"wrong-{seed}"
    proof = prove(market, seed, numbers, keep=kept)
    print(proof.table(), file=sys.stderr)
    for result in proof.failures:
        struck = ", ".join(result["struck"])
        print(f"run {result['number']} of seed {seed} ({result['kind']}; {struck}):", file=sys.stderr)
        for column, sentence in result["wrong"]:
            print(f"    {column}: {sentence}", file=sys.stderr)
    if proof.failures:
        print(f"kept in {kept}", file=sys.stderr)
    return proof


if __name__ == "__main__":
    sys.exit(main())
