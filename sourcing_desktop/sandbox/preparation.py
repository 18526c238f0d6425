"""Makes the files a sandbox works from, unless they are there and up to date."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sourcing_desktop.sandbox.market.catalogue import is_prepared, prepare
from sourcing_desktop.sandbox.market.indexed import is_indexed


def prepare_market(catalogue: Path) -> Iterator[str]:
    """Make what is missing; yields the name of each step before it is taken, nothing when all is there."""
    if not is_prepared(catalogue):
        yield "market"
        prepare(catalogue)
    if not is_indexed(catalogue, index_path(catalogue)):
        from sourcing_desktop.sandbox.market.index import prepare_index  # NumPy comes with it

        yield "pictures"
        prepare_index(catalogue, index_path(catalogue))


def index_path(catalogue: Path) -> Path:
    """Where the picture index of a catalogue lies."""
    return catalogue.with_suffix(".index")
