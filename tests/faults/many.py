"""Performs many runs on all cores, and counts what came of them, kind by kind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests.faults.verdict import COLUMNS

PROJECT = Path(__file__).resolve().parents[2]

Result = dict[str, Any]


@dataclass(slots=True)
class Counts:
    """Runs, and in how many of them something was wrong, by column."""

    runs: int = 0
    ordered_twice: int = 0
    paid_twice: int = 0
    lost: int = 0
    untrue: int = 0

    def add(self, result: Result) -> None:
        """Count one run; twice the same fault in it counts once."""
        self.runs += 1
        for column in {column for column, _ in result["wrong"]}:
            setattr(self, column, getattr(self, column) + 1)

    @property
    def wrong(self) -> int:
        """What is wrong, over all columns."""
        return self.ordered_twice + self.paid_twice + self.lost + self.untrue


@dataclass(slots=True)
class Proof:
    """All runs together. `orders` and `payments` are those that came about at the gateway; `missed` counts
    runs whose fault found nothing to strike."""

    total: Counts = field(default_factory=Counts)
    kinds: dict[str, Counts] = field(default_factory=dict)
    orders: int = 0
    payments: int = 0
    missed: int = 0
    failures: list[Result] = field(default_factory=list)

    def add(self, result: Result) -> None:
        """Count a run."""
        self.total.add(result)
        for kind in result["kind"].split(" + "):
            self.kinds.setdefault(kind, Counts()).add(result)
        self.orders += result["ordered"]
        self.payments += result["paid"]
        self.missed += not result["struck"]
        if result["wrong"]:
            self.failures.append(result)

    def line(self, seed: int) -> str:
        """Everything in one line of JSON."""
        kinds = {kind: asdict(counts) for kind, counts in sorted(self.kinds.items())}
        told = {"orders": self.orders, "payments": self.payments, "missed": self.missed}
        return json.dumps({"seed": seed, **asdict(self.total), **told, "kinds": kinds}, ensure_ascii=False)

    def table(self) -> str:
        """The same for people."""
        heads = "".join(f"{column.replace('_', ' '):>15}" for column in COLUMNS)
        lines = [f"{'fault':<38}{'runs':>6}{heads}"]
        for kind, counts in [*sorted(self.kinds.items()), ("all", self.total)]:
            cells = "".join(f"{getattr(counts, column):>15}" for column in COLUMNS)
            lines.append(f"{kind:<38}{counts.runs:>6}{cells}")
        return "\n".join(lines)


def prove(
    catalogue: Path,
    seed: int,
    numbers: range | Sequence[int],
    *,
    broken: str = "",
    keep: Path | None = None,
) -> Proof:
    """Perform the runs of these numbers with one worker a core. RuntimeError where a worker fails."""
    proof = Proof()
    workers = min(os.cpu_count() or 1, len(numbers))
    with ExitStack() as stack:
        outputs = [
            stack.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8")) for _ in range(workers)
        ]
        processes: list[subprocess.Popen[bytes]] = []
        for worker, output in enumerate(outputs):
            command = _command(catalogue, seed, numbers[worker::workers], broken, keep)
            processes.append(subprocess.Popen(command, stdout=output, cwd=PROJECT))
            stack.callback(processes[-1].kill)
        for process, output in zip(processes, outputs, strict=True):
            if process.wait():
                raise RuntimeError("a worker of the proof failed; see above")
            output.seek(0)
            for result in map(json.loads, output):
                proof.add(result)
    return proof


def _command(catalogue: Path, seed: int, numbers: Iterable[int], broken: str, keep: Path | None) -> list[str]:
    command = [sys.executable, "-m", "tests.faults.worker", str(catalogue), "--seed", str(seed)]
    command += ["--broken", broken] if broken else []
    command += ["--keep", str(keep)] if keep else []
    return [*command, "--numbers", *map(str, numbers)]
