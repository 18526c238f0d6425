"""Says what was measured: a table to read, `benchmarks/latest.json`, the table of `docs/performance.md`."""

from __future__ import annotations

import json
import os
import platform
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import PySide6
from PySide6.QtGui import QGuiApplication

from benchmarks.rows import Row

LATEST = Path(__file__).with_name("latest.json")
DOCUMENT = Path(__file__).parents[1] / "docs" / "performance.md"
BEGIN, END = "<!-- measured -->\n", "<!-- end -->\n"


def circumstances() -> dict[str, str]:
    """The machine, the day, and how busy others keep it; to be asked before measuring."""
    return {
        "date": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        "machine": f"{os.cpu_count()} cores, {_processor()}, {platform.system()}",
        "software": f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, "
        f"screen “{QGuiApplication.platformName()}”",
        "load before": _load(),
    }


def show(rows: list[Row]) -> None:
    """Print a table."""
    print(f"\n{'':60}{'ours':>10}{'±':>8}{'floor':>10}{'ratio':>8}   goal")
    for row in rows:
        floor = f"{row.floor:>10.2f}" if row.floor is not None else " " * 10
        ratio = f"{row.ratio:>7.2f}×" if row.ratio is not None else " " * 8
        numbers = f"{row.ours:>10.2f}{row.spread:>8.2f}{floor}{ratio}"
        print(f"{row.name:56}{row.unit:>4}{numbers}   {row.goal}{'' if row.met else '   MISSED'}")


def keep(rows: list[Row], when: dict[str, str]) -> None:
    """Write the figures down, good or bad, where others read them."""
    when = {**when, "load after": _load()}
    kept = {**when, "rows": [asdict(row) for row in rows]}
    LATEST.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    text = DOCUMENT.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    DOCUMENT.write_text(before + BEGIN + _written(rows, when) + END + after, encoding="utf-8")


def _written(rows: list[Row], when: dict[str, str]) -> str:
    lines = ["; ".join(f"{name}: {value}" for name, value in when.items()) + ".", ""]
    lines += [
        "| What | Unit | Ours | ± | Floor | Ratio | Goal | Met |",
        "| --- | --- | ---: | ---: | ---: | ---: | --- | --- |",
    ]
    for row in rows:
        floor = "" if row.floor is None else f"{row.floor:.2f}"
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        numbers = f"{row.ours:.2f} | {row.spread:.2f} | {floor} | {ratio}"
        lines.append(
            f"| {row.name} | {row.unit} | {numbers} | {row.goal} | {'yes' if row.met else '**no**'} |"
        )
    return "\n".join(lines) + "\n"


def _load() -> str:
    """How many processes wanted a core, on average over the last minute; empty where nobody counts."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""


def _processor() -> str:
    try:
        facts = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except FileNotFoundError:
        return platform.processor()
    names = [line.partition(":")[2].strip() for line in facts.splitlines() if line.startswith("model name")]
    return names[0] if names else platform.machine()
