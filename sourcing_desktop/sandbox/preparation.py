"""Makes the file a sandbox works from, unless it is there and up to date."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sourcing_desktop.sandbox.market.catalogue import is_prepared, prepare


def prepare_market(catalogue: Path) -> Iterator[str]:
    """Make what is missing; yields the name of each step before it is taken, nothing when all is there."""
    if not is_prepared(catalogue):
        yield "market"
        prepare(catalogue)
