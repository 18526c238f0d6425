"""A grid on the screen, with the keyboard in it."""

from __future__ import annotations

import pytest

from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.grid.offer_grid import OfferGrid
from sourcing_desktop.ui.theme import LIGHT


@pytest.fixture
def loader(qapp, tmp_path):
    loader = PictureLoader(tmp_path / "pictures")
    yield loader
    loader.close()


@pytest.fixture
def grid(qtbot, loader):
    grid = OfferGrid(LIGHT, loader)
    qtbot.addWidget(grid)
    grid.resize(900, 700)
    with qtbot.waitActive(grid):
        grid.show()
        grid.activateWindow()
    grid.setFocus()
    return grid


@pytest.fixture
def model(grid):
    return grid.model()
