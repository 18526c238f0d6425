"""What is asked by who describes pictures: bytes kept in any size, and whether more are coming."""

from __future__ import annotations

import pytest

from sourcing_desktop.pictures.loader import PictureKey
from sourcing_desktop.pictures.renditions import every
from tests.support.wanted_pictures import all_there, keys, url

CBU = "https://cbu01.alicdn.com/img/ibank/O1CN01_!!22-0-cib"


def test_cards_are_looked_for_before_larger_and_smaller_ones():
    assert [*every(f"{CBU}.jpg")] == [
        f"{CBU}.220x220.jpg",
        f"{CBU}.310x310.jpg",
        f"{CBU}.400x400.jpg",
        f"{CBU}.jpg",
        f"{CBU}.80x80.jpg",
        f"{CBU}.60x60.jpg",
    ]
    assert [*every("http://127.0.0.1/a.jpg")] == ["http://127.0.0.1/a.jpg"]


@pytest.mark.parametrize("side", [50, 210, 390, 900])
def test_a_picture_that_was_shown_is_kept_in_whatever_size(qtbot, host, loader, make_loader, side):
    (key,) = keys(host, ["a"], side=side)
    assert loader.kept(key.url) is None
    loader.want([key])
    qtbot.waitUntil(all_there(loader, [key]))
    assert loader.kept(key.url) == host.usual  # also while it waits to be saved
    loader.close()
    assert make_loader().kept(key.url) == host.usual
    assert loader.kept(url(host, "b")) is None


def test_it_is_busy_while_pictures_come_and_not_for_those_that_cannot(qtbot, host, loader):
    assert not loader.busy
    host.hold()
    wanted = keys(host, range(3))
    loader.want(wanted)
    assert loader.busy
    host.let_go()
    qtbot.waitUntil(all_there(loader, wanted))
    qtbot.waitUntil(lambda: not loader.busy)
    broken = PictureKey("no address", 200)
    loader.want([broken])
    qtbot.waitUntil(lambda: loader.broken(broken.url) is not None)
    qtbot.waitUntil(lambda: not loader.busy)


def test_it_is_busy_while_pictures_fly_past(qtbot, host, loader):
    wanted = keys(host, range(4))
    loader.want(wanted)
    qtbot.waitUntil(all_there(loader, wanted))
    qtbot.waitUntil(lambda: not loader.busy)
    for key in wanted:
        loader.want([key])
    assert loader.busy
    qtbot.waitUntil(lambda: not loader.busy)
