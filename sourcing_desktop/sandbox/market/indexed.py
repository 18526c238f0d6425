"""Whether a market's picture index is up to date, said without loading what reads or makes one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sourcing_desktop.sandbox.drawing.look import DRAWING
from sourcing_desktop.sandbox.market.describing import SIDE
from sourcing_desktop.vision import ENGINE

_WAY = f"{ENGINE} of drawing {DRAWING} at {SIDE} px"


def is_indexed(catalogue: Path, path: Path) -> bool:
    """Whether `path` holds the index of this very catalogue as this version draws and describes it."""
    with closing(sqlite3.connect(catalogue)) as database:
        (indexed,) = database.execute("SELECT indexed FROM about").fetchone()
    return bool(indexed == _WAY) and path.is_file()


def mark_indexed(catalogue: Path) -> None:
    """Note in the catalogue that its index was made, by this version."""
    with closing(sqlite3.connect(catalogue)) as database, database:
        database.execute("UPDATE about SET indexed = ?", (_WAY,))
