"""A home to start the whole program in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def home(market_path: Path, tmp_path: Path) -> Path:
    """A home whose cache has the prepared market already."""
    market = tmp_path / "home" / "cache" / "sandbox" / "market.sqlite"
    market.parent.mkdir(parents=True)
    shutil.copy(market_path, market)
    return tmp_path / "home"
