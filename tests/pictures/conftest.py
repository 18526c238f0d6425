"""A picture host, and loaders that share one folder and are closed in the end."""

from __future__ import annotations

import pytest

from sourcing_desktop.pictures.loader import PictureLoader
from tests.support.picture_host import PictureHost
from tests.support.wanted_pictures import jpeg


@pytest.fixture
def host():
    host = PictureHost(usual=jpeg())
    yield host
    host.close()


@pytest.fixture
def make_loader(qapp, tmp_path):
    made = []

    def make(**options) -> PictureLoader:
        made.append(PictureLoader(tmp_path / "pictures", **options))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def loader(make_loader):
    return make_loader()
