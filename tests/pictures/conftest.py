"""A picture host, and loaders that share one folder and are closed in the end."""

from __future__ import annotations

import pytest

from sourcing_desktop.pictures import broken, hosts
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


@pytest.fixture
def quick(monkeypatch):
    """Pauses a test can wait for."""
    monkeypatch.setattr(hosts, "FIRST_PAUSE_S", 0.02)
    monkeypatch.setattr(hosts, "LONGEST_AWAY_S", 0.16)
    monkeypatch.setattr(hosts, "PATIENCE_S", 0.12)
    monkeypatch.setattr(broken, "FIRST_PAUSE_S", 0.05)
