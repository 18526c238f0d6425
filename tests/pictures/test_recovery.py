"""Pictures whose host refuses, is away or never answers: what the buyer is told, and how they come yet."""

from __future__ import annotations

import logging
import socket

import pytest

from sourcing_desktop.pictures import broken, hosts
from sourcing_desktop.pictures.jobs import MOST_TRIES, Job
from sourcing_desktop.pictures.loader import PictureKey
from sourcing_desktop.pictures.renditions import origin_of
from tests.support.picture_host import PictureHost
from tests.support.wanted_pictures import all_there, jpeg, keys, original_path, path, url

LOGGER = "sourcing_desktop.pictures.broken"


def gone(host: PictureHost, name: str) -> None:
    """No such picture, for now."""
    host.tell(path(name), 404)
    host.tell(original_path(name), 404)


def is_broken(loader, wanted: list[PictureKey]):
    return lambda: all(loader.broken(key.url) for key in wanted)


def test_a_broken_picture_is_tried_again_when_seen_again(qtbot, host, loader, quick):
    gone(host, "a")
    host.tell(path("a"), 200, jpeg())
    wanted, others = keys(host, ["a"]), keys(host, range(3))
    loader.want(wanted)
    qtbot.waitUntil(is_broken(loader, wanted))
    loader.want([*wanted, *others])  # it was in sight all the time
    qtbot.waitUntil(all_there(loader, others))
    assert host.paths.count(path("a")) == 1
    loader.want(others)
    loader.want(wanted)
    qtbot.waitUntil(all_there(loader, wanted))
    assert loader.broken(wanted[0].url) is None


def test_a_picture_that_fails_again_and_again_is_not_asked_for_at_each_sight(qtbot, host, loader):
    gone(host, "a")
    wanted, others = keys(host, ["a"]), keys(host, range(3))
    loader.want(wanted)
    qtbot.waitUntil(is_broken(loader, wanted))
    for _ in range(10):
        loader.want([])
        loader.want(wanted)
    loader.want([*wanted, *others])
    qtbot.waitUntil(all_there(loader, others))
    assert host.paths.count(path("a")) == 1


def test_pictures_in_sight_come_by_themselves_when_their_host_is_back(qtbot, loader, quick, caplog):
    away = PictureHost(usual=jpeg())
    away.close()
    wanted = keys(away, range(12))
    with caplog.at_level(logging.INFO, LOGGER):
        loader.want(wanted)
        qtbot.waitUntil(is_broken(loader, wanted))
        assert "cannot be reached" in loader.broken(wanted[0].url)
        began = loader._network.pause_end(origin_of(wanted[0].url))
        qtbot.waitUntil(
            lambda: loader._network.pause_end(origin_of(wanted[0].url)) > began
        )  # it was tried again
        assert is_broken(loader, wanted)()  # and the card said so all the time
        back = PictureHost(usual=jpeg(), port=away.port)
        qtbot.waitUntil(all_there(loader, wanted))
        back.close()
    assert not any(loader.broken(key.url) for key in wanted)
    assert len(caplog.messages) == 1  # not one for each try
    assert not loader._try_again.isActive()


@pytest.mark.parametrize("status", [403, 420, 429])
def test_a_refusing_host_gets_a_pause_and_is_asked_again(qtbot, host, loader, quick, status):
    host.tell(path("a"), status)
    host.tell(path("a"), 200, jpeg())
    wanted = keys(host, ["a"])
    loader.want(wanted)
    qtbot.waitUntil(all_there(loader, wanted))
    assert host.paths == [path("a"), original_path("a") if status == 403 else path("a")]


def test_a_refusing_host_is_not_hammered(qtbot, host, loader, quick):
    for number in range(24):
        host.tell(path(number), 429)
    wanted = keys(host, range(24))
    loader.want(wanted)
    qtbot.waitUntil(is_broken(loader, wanted))
    assert "refuses (429)" in loader.broken(wanted[-1].url)
    assert len(host.paths) <= hosts.CONNECTIONS + 2  # one at a time after the first pause


def test_a_paused_host_is_left_alone_while_others_and_the_disk_give_pictures(qtbot, host, make_loader):
    kept = keys(host, ["kept"])
    first = make_loader()
    first.want(kept)
    qtbot.waitUntil(all_there(first, kept))
    first.close()
    host.tell(path("a"), 429, Retry_After="3600")
    loader = make_loader()
    loader.want(keys(host, ["a"]))
    qtbot.waitUntil(is_broken(loader, keys(host, ["a"])))
    loader.want([*kept, *keys(host, range(50))])
    elsewhere = PictureHost(usual=jpeg())
    wanted = keys(elsewhere, ["b"])
    loader.want(wanted, asker="elsewhere")
    qtbot.waitUntil(all_there(loader, [*wanted, *kept]))
    qtbot.waitUntil(is_broken(loader, keys(host, range(50))))  # nobody waits that long
    elsewhere.close()
    assert host.paths == [path("kept"), path("a")]


def test_a_picture_that_is_always_refused_does_not_hold_up_the_others(
    qtbot, host, loader, quick, monkeypatch
):
    monkeypatch.setattr(broken, "FIRST_PAUSE_S", 60.0)  # it is not tried anew before the test has counted
    host.tell(path("no"), 403)
    host.tell(original_path("no"), 403)
    refused, others = keys(host, ["no"]), keys(host, range(12))
    loader.want([*refused, *others])
    qtbot.waitUntil(all_there(loader, others))
    qtbot.waitUntil(is_broken(loader, refused))
    assert "refuses (403)" in loader.broken(refused[0].url)
    assert host.paths.count(path("no")) == 1
    assert 0 < host.paths.count(original_path("no")) <= MOST_TRIES  # fewer once the others have come


def test_a_refused_picture_in_sight_comes_by_itself(qtbot, host, loader, quick):
    for _ in range(MOST_TRIES):
        host.tell(path("a"), 420)
    host.tell(original_path("a"), 420)
    host.tell(path("a"), 200, jpeg())
    wanted = keys(host, ["a"])
    with qtbot.waitSignal(loader.ready):
        loader.want(wanted)
    assert "refuses (420)" in loader.broken(wanted[0].url)
    qtbot.waitUntil(all_there(loader, wanted))


def test_pictures_that_never_answer_do_not_hold_up_the_others(qtbot, host, loader, quick, monkeypatch):
    monkeypatch.setattr(hosts, "SILENCE_S", 0.2)
    names = [f"silent{number}" for number in range(hosts.CONNECTIONS)]
    host.silent = {path(name) for name in names}
    silent, others = keys(host, names), keys(host, range(18))
    loader.want([*silent, *others])
    qtbot.waitUntil(all_there(loader, others))
    host.silent.clear()
    qtbot.waitUntil(all_there(loader, silent))


def test_a_host_that_accepts_and_never_answers(qtbot, loader, quick, monkeypatch):
    monkeypatch.setattr(hosts, "SILENCE_S", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        origin = f"http://127.0.0.1:{listening.getsockname()[1]}"
        wanted = [PictureKey(f"{origin}/img/ibank/{number}.jpg", 200) for number in range(24)]
        loader.want(wanted)
        qtbot.waitUntil(is_broken(loader, wanted))
        assert loader.broken(wanted[-1].url) == "the picture host does not answer"


def test_a_slow_picture_gets_through_while_bytes_come(qtbot, host, loader, monkeypatch):
    monkeypatch.setattr(hosts, "SILENCE_S", 0.5)
    host.parts = 20  # a second in all
    wanted = keys(host, ["a"])
    loader.want(wanted)
    qtbot.waitUntil(all_there(loader, wanted))
    assert host.paths == [path("a")]


def test_an_answer_that_stops_half_way_is_asked_for_again(qtbot, host, loader, quick, monkeypatch):
    monkeypatch.setattr(hosts, "SILENCE_S", 0.2)
    host.tell(path("a"), 200, jpeg()[:100], Content_Length="9000")
    host.tell(path("a"), 200, jpeg())
    wanted = keys(host, ["a"])
    loader.want(wanted)
    qtbot.waitUntil(all_there(loader, wanted))
    assert host.paths == [path("a"), path("a")]
    assert loader._network.has_room(origin_of(url(host, "a")))


@pytest.mark.parametrize(
    "address",
    ["file:///etc/hostname", "data:image/gif;base64,R0lGOD", "a.jpg", "http://[x", "https://x.y/\ud800.jpg"],
)
def test_what_no_host_serves_is_not_asked_for(qtbot, loader, address):
    with qtbot.waitSignal(loader.ready):
        loader.want([PictureKey(address, 200)])
    assert loader.broken(address) == "the address leads to no picture host"


def test_a_failure_of_the_worker_itself_is_no_endless_wait(qtbot, host, loader, caplog):
    """Whatever goes wrong in a worker ends in a broken picture and a traceback in the log."""
    job = Job("s", "s", "s", [PictureKey("s", 1)])
    caplog.set_level(logging.CRITICAL, "sourcing_desktop.pictures.workers")
    with qtbot.waitSignal(loader.ready):
        loader._work([job], lambda: 1 // 0, urgent=True)
    assert loader.broken("s") == "the picture could not be read"
