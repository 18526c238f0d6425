"""A home to start the whole program in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sourcing_desktop.sandbox.preparation import index_path


@pytest.fixture
def home(market_path: Path, picture_index: Path, tmp_path: Path) -> Path:
    """A home whose cache has the prepared market already."""
    market = tmp_path / "home" / "cache" / "sandbox" / "market.sqlite"
    market.parent.mkdir(parents=True)
    shutil.copy(market_path, market)
    shutil.copy(picture_index, index_path(market))
    return tmp_path / "home"
