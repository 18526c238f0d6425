"""China's places for the forms in which addresses are written, read from the resources when first needed."""

from __future__ import annotations

from functools import cache

from sourcing_desktop.domain.divisions import Divisions
from sourcing_desktop.ui.resources import resource


@cache
def places() -> Divisions:
    """Provinces, cities and districts."""
    return Divisions.read(resource("divisions.csv").read_text(encoding="utf-8").splitlines())
