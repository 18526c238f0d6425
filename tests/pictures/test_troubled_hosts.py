"""Hosts that drip, fall silent, break off, fail or send too much: nobody else waits for it, and they get few
requests."""

from __future__ import annotations

import pytest

from sourcing_desktop.pictures import fetches, hosts, network
from sourcing_desktop.pictures.renditions import origin_of
from tests.support.wanted_pictures import all_there, jpeg, keys, original_path, path

SIX = [f"slow{number}" for number in range(hosts.CONNECTIONS)]
LONG = jpeg() + bytes(9000)
"""Takes minutes, byte by byte."""


@pytest.fixture
def impatient(monkeypatch):
    """Slow after a moment; but silence alone ends nothing in the time of a test."""
    monkeypatch.setattr(fetches, "GRACE_S", 0.1)
    monkeypatch.setattr(hosts, "SILENCE_S", 600.0)
    monkeypatch.setattr(hosts, "LONGEST_SILENCE_S", 600.0)


@pytest.mark.parametrize("way", ["silent", "dripping"])
def test_slow_pictures_in_sight_leave_places_to_the_others(qtbot, host, loader, impatient, way):
    getattr(host, way).update(path(name) for name in SIX)
    for name in SIX:
        host.tell(path(name), 200, LONG)
    slow, others = keys(host, SIX), keys(host, range(18))
    loader.want([*slow, *others])
    qtbot.waitUntil(all_there(loader, others))
    assert host.connections <= hosts.CONNECTIONS + hosts.CONNECTIONS // 2


def test_a_host_that_was_connected_to_beforehand_has_no_fewer_places(qtbot, host, loader, impatient):
    loader.want(keys(host, ["first"]))
    qtbot.waitUntil(all_there(loader, keys(host, ["first"])))
    loader._network._access.clearConnectionCache()  # as if the host had ended idle connections
    before = host.connections
    loader.warm()
    qtbot.waitUntil(lambda: host.connections > before)
    host.silent = {path(name) for name in SIX}
    others = keys(host, range(18))
    loader.want([*keys(host, SIX), *others])
    qtbot.waitUntil(all_there(loader, others))


@pytest.mark.parametrize("way", ["silent", "dripping"])
def test_slow_pictures_out_of_sight_end_when_others_wait(qtbot, host, loader, impatient, way):
    names = [*SIX, "slower", "slowest", "last"]  # as many as are asked for at all
    getattr(host, way).update(path(name) for name in names)
    for name in names:
        host.tell(path(name), 200, LONG)
    loader.want(keys(host, names))
    qtbot.waitUntil(lambda: len(host.paths) == len(names))
    others = keys(host, range(18))
    loader.want(others)
    qtbot.waitUntil(all_there(loader, others))
    assert not any(loader.broken(key.url) for key in keys(host, names))


def test_slow_pictures_out_of_sight_go_on_while_nobody_waits(qtbot, host, loader, impatient):
    host.silent.add(path("a"))
    loader.want(keys(host, ["a"]))
    qtbot.waitUntil(lambda: host.paths == [path("a")])
    loader.want(keys(host, range(3)))
    qtbot.waitUntil(all_there(loader, keys(host, range(3))))
    assert loader._network._host(origin_of(host.url(""))).running == 1


@pytest.mark.parametrize("status", [403, 404, 500, 503])
def test_a_host_that_fails_at_renditions_gives_the_originals(qtbot, host, loader, quick, status):
    wanted = keys(host, range(4))
    for number in range(4):
        host.tell(path(number), status)
    host.tell(path("sound"), 200, jpeg())
    sound = keys(host, ["sound"])
    loader.want([*wanted, *sound])
    qtbot.waitUntil(all_there(loader, [*wanted, *sound]))


@pytest.mark.parametrize("status", [500, 503])
def test_a_failing_host_is_not_hammered_and_is_asked_again(qtbot, host, loader, quick, status):
    wanted = keys(host, range(30))
    for number in range(30):
        host.tell(path(number), status)
        host.tell(original_path(number), status)
    loader.want(wanted)
    qtbot.waitUntil(lambda: all(loader.broken(key.url) for key in wanted))
    assert f"answered {status}" in loader.broken(wanted[-1].url)
    assert len(host.paths) < 30  # it was not even asked for each of them
    host.answers.clear()
    qtbot.waitUntil(all_there(loader, wanted))


def test_a_host_that_breaks_off_each_answer_is_not_hammered(qtbot, host, loader, quick):
    wanted = keys(host, range(30))
    for number in range(30):
        for each in (path(number), original_path(number)):
            host.tell(each, 200, jpeg()[:100], Content_Length="9000", Connection="close")
    loader.want(wanted)
    qtbot.waitUntil(lambda: all(loader.broken(key.url) for key in wanted))
    assert loader.broken(wanted[-1].url) == "the connection broke off"
    assert len(host.paths) < 30
    host.answers.clear()
    qtbot.waitUntil(all_there(loader, wanted))


def test_no_original_is_asked_for_after_a_rendition_that_is_too_large(qtbot, host, loader, monkeypatch):
    monkeypatch.setattr(network, "LARGEST_BYTES", 3000)
    host.tell(path("a"), 200, LONG)
    wanted, others = keys(host, ["a"]), keys(host, range(3))
    loader.want(wanted)
    qtbot.waitUntil(lambda: loader.broken(wanted[0].url) is not None)
    assert "larger than" in loader.broken(wanted[0].url)
    loader.want([*wanted, *others])
    qtbot.waitUntil(all_there(loader, others))
    assert original_path("a") not in host.paths


def test_with_many_bytes_on_their_way_nothing_else_is_asked_for(qtbot, host, loader, monkeypatch):
    monkeypatch.setattr(network, "ENOUGH_BYTES", 4000)
    monkeypatch.setattr(hosts, "SILENCE_S", 0.3)
    host.tell(path("a"), 200, bytes(5000), Content_Length="9000")
    host.tell(path("a"), 200, jpeg())
    wanted, origin = keys(host, ["a"]), origin_of(host.url(""))
    loader.want(wanted)
    qtbot.waitUntil(lambda: bool(host.paths) and not loader._network.has_room(origin))
    qtbot.waitUntil(all_there(loader, wanted))
    assert loader._network.has_room(origin)


def test_with_too_many_bytes_on_their_way_the_largest_picture_waits(
    qtbot, host, loader, impatient, monkeypatch
):
    monkeypatch.setattr(network, "MOST_BYTES", 7000)
    host.tell(path("large"), 200, bytes(5000), Content_Length="9000")
    host.tell(path("large"), 200, jpeg())
    host.tell(path("small"), 200, bytes(3000), Content_Length="9000")
    large, small = keys(host, ["large"]), keys(host, ["small"])
    loader.want([*large, *small])
    qtbot.waitUntil(all_there(loader, large))
    assert host.paths.count(path("large")) == 2
    assert host.paths.count(path("small")) == 1
    assert not loader.broken(large[0].url)
