"""Says what was measured: a table to read, `benchmarks/latest.json`, the tables of `docs/performance.md`."""

from __future__ import annotations

import json
import os
import platform
import re
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import PySide6
from PySide6.QtGui import QGuiApplication

from benchmarks.rows import Row

LATEST = Path(__file__).with_name("latest.json")
DOCUMENT = Path(__file__).parents[1] / "docs" / "performance.md"
BLOCK = re.compile(r"(<!-- measured: (\w+) -->\n).*?(<!-- end -->\n)", re.DOTALL)
NO_SCREEN = "offscreen"
"""Qt's platform that paints into memory; what was measured on another is kept beside."""


def screen() -> str:
    """Qt's name of what it paints on."""
    return QGuiApplication.platformName()


def circumstances() -> dict[str, str]:
    """The machine, the day, and how busy others keep it; to be asked before measuring."""
    return {
        "date": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        "machine": f"{os.cpu_count()} cores, {_processor()}, {platform.system()}",
        "software": f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, screen “{screen()}”",
        "load before": _load(),
    }


def show(rows: list[Row]) -> None:
    """Print a table."""
    print(f"\n{'':70}{'ours':>10}{'±':>8}{'floor':>10}{'ratio':>8}   goal")
    for row in rows:
        floor = f"{row.floor:>10.2f}" if row.floor is not None else " " * 10
        ratio = f"{row.ratio:>7.2f}×" if row.ratio is not None else " " * 8
        numbers = f"{row.ours:>10.2f}{row.spread:>8.2f}{floor}{ratio}"
        print(f"{row.name:64}{row.unit:>6}{numbers}   {row.goal}{'' if row.met else '   MISSED'}")


def keep(name: str, rows: list[Row], when: dict[str, str]) -> None:
    """Write the figures of a benchmark down, good or bad, where others read them."""
    kept = latest()
    key = name if screen() == NO_SCREEN else f"{name} on {screen()}"
    kept[key] = {**when, "load after": _load(), "rows": [asdict(row) for row in rows]}
    LATEST.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    text = DOCUMENT.read_text(encoding="utf-8")
    DOCUMENT.write_text(with_tables(text, kept), encoding="utf-8")


def latest() -> dict[str, dict[str, Any]]:
    """By benchmark the rows of its last run, and when and where that was."""
    kept: dict[str, dict[str, Any]] = json.loads(LATEST.read_text(encoding="utf-8"))
    return kept


def with_tables(text: str, kept: Mapping[str, dict[str, Any]]) -> str:
    """The document with the figures of each benchmark between its marks, those of each platform in turn."""
    return BLOCK.sub(lambda block: block[1] + _tables(block[2], kept) + block[3], text)


def _tables(name: str, kept: Mapping[str, dict[str, Any]]) -> str:
    tables = [_written(kept[key]) for key in sorted(kept) if key.partition(" on ")[0] == name]
    return "\n".join(tables) or "Not measured yet.\n"


def _written(kept: Mapping[str, Any]) -> str:
    rows = [Row(**row) for row in kept["rows"]]
    when = "; ".join(f"{name}: {value}" for name, value in kept.items() if name != "rows")
    lines = [
        f"{when}.",
        "",
        "| What | Unit | Ours | ± | Floor | Ratio | Goal | Met |",
        "| --- | --- | ---: | ---: | ---: | ---: | --- | --- |",
    ]
    for row in rows:
        floor = "" if row.floor is None else f"{row.floor:.2f}"
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        numbers = f"{row.ours:.2f} | {row.spread:.2f} | {floor} | {ratio}"
        lines.append(f"| {row.name} | {row.unit} | {numbers} | {row.goal} | {_verdict(row)} |")
    return "\n".join(lines) + "\n"


def _verdict(row: Row) -> str:
    """Whether the goal is met; nothing where there is none."""
    return "" if not row.goal else "yes" if row.met else "**no**"


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
