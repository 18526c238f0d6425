"""The program's own list of China's places."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sourcing_desktop.domain.divisions import Divisions

LIST = Path(__file__).parents[2] / "resources" / "divisions.csv"


@cache
def divisions() -> Divisions:
    return Divisions.read(LIST.read_text(encoding="utf-8").splitlines())
