"""The loader against a real host: order, joining, dropping, backing off, and never asking twice."""

from __future__ import annotations

import pytest

from sourcing_desktop.pictures import network
from sourcing_desktop.pictures.hosts import CONNECTIONS
from sourcing_desktop.pictures.loader import MOST_NEAR, MOST_VISIBLE, PictureKey
from sourcing_desktop.pictures.renditions import origin_of
from tests.support.wanted_pictures import all_there, jpeg, keys, path


def test_a_picture_arrives_at_its_exact_size(qtbot, host, loader):
    (key,) = keys(host, ["a"], side=173)
    assert loader.pixmap(*key) is None
    with qtbot.waitSignal(loader.ready) as ready:
        loader.want([key])
    assert ready.args == [key.url]
    assert loader.pixmap(*key).width() == 173
    assert loader.pixmap(key.url, 174) is None
    assert loader.any_size(key.url).width() == 173
    assert host.paths == [path("a")]


def test_visible_pictures_come_first(qtbot, host, loader):
    host.hold()
    visible, near = keys(host, range(20)), keys(host, range(100, 120))
    loader.want(visible, near)
    qtbot.waitUntil(lambda: len(host.paths) == CONNECTIONS)
    qtbot.waitUntil(lambda: loader._workers.idle)  # all have been looked for on disk
    host.let_go()
    qtbot.waitUntil(all_there(loader, visible + near))
    places = [host.paths.index(path(number)) for number in range(100, 120)]
    assert min(places) >= len(visible) - CONNECTIONS  # when a near one is begun, the last visible ones are
    assert host.asked_at_once <= CONNECTIONS


def test_what_scrolled_away_and_was_not_started_is_dropped(qtbot, host, loader):
    host.hold()
    loader.want(keys(host, range(30)), keys(host, range(30, 60)))
    qtbot.waitUntil(lambda: len(host.paths) == CONNECTIONS)
    begun = set(host.paths)
    later = keys(host, range(100, 104))
    loader.want(later)
    host.let_go()
    qtbot.waitUntil(all_there(loader, later))
    assert set(host.paths) == begun | {path(number) for number in range(100, 104)}
    loader.want(keys(host, range(10)))  # what had begun was not lost
    qtbot.waitUntil(all_there(loader, keys(host, range(10))))
    assert len(host.paths) == len(set(host.paths))


def test_one_asker_does_not_drop_what_another_waits_for(qtbot, host, loader):
    host.hold()
    first, second = keys(host, range(12)), keys(host, range(100, 112))
    loader.want(first, asker="grid")
    loader.want(second, asker="dock")
    host.let_go()
    qtbot.waitUntil(all_there(loader, first + second))


def test_equal_requests_are_joined(qtbot, host, loader):
    host.hold()
    small, large = keys(host, ["a"], side=170) + keys(host, ["a"], side=210)
    loader.want([small])
    qtbot.waitUntil(lambda: host.paths == [path("a")])
    loader.want([small, large])
    host.let_go()
    qtbot.waitUntil(all_there(loader, [small, large]))
    assert host.paths == [path("a")]


def test_a_second_use_never_touches_the_network(qtbot, host, make_loader):
    wanted = keys(host, range(5))
    first = make_loader()
    first.want(wanted)
    qtbot.waitUntil(all_there(first, wanted))
    asked = len(host.paths)
    first.want(wanted)
    first.close()
    second = make_loader()
    second.want(wanted)
    qtbot.waitUntil(all_there(second, wanted))
    assert len(host.paths) == asked


def test_without_a_rendition_the_original_is_fetched_and_kept(qtbot, host, make_loader):
    host.tell(path("a"), 404)
    wanted = keys(host, ["a"])
    first = make_loader()
    first.want(wanted)
    qtbot.waitUntil(all_there(first, wanted))
    assert host.paths == [path("a"), "/img/ibank/a.jpg"]
    first.close()
    second = make_loader()
    second.want(wanted)
    qtbot.waitUntil(all_there(second, wanted))
    assert len(host.paths) == 2


@pytest.mark.parametrize(
    ("status", "body", "reason"),
    [
        (404, b"", "gone"),
        (500, b"", "answered 500"),
        (302, b"", "answered 302"),
        (200, b"<html>sign in", "web page"),
        (200, b"", "empty"),
        (200, jpeg()[:400], "cut short"),
    ],
)
def test_a_broken_picture_says_why(qtbot, host, loader, status, body, reason):
    host.tell(path("a"), status, body)
    host.tell("/img/ibank/a.jpg", status, body)
    (key,) = keys(host, ["a"])
    assert loader.broken(key.url) is None
    with qtbot.waitSignal(loader.ready):
        loader.want([key])
    assert reason in loader.broken(key.url)
    asked = len(host.paths)
    loader.want([key])
    (other,) = keys(host, ["b"])
    loader.want([key, other])
    qtbot.waitUntil(all_there(loader, [other]))
    assert len(host.paths) == asked + 1


def test_an_endless_answer_is_cut_off(qtbot, host, loader, monkeypatch):
    monkeypatch.setattr(network, "LARGEST_BYTES", 1000)
    body = jpeg() + bytes(300_000)
    host.tell(path("a"), 200, body)
    host.tell("/img/ibank/a.jpg", 200, body)
    (key,) = keys(host, ["a"])
    with qtbot.waitSignal(loader.ready):
        loader.want([key])
    assert "larger than" in loader.broken(key.url)


def test_an_answer_cut_off_by_the_host_is_not_a_picture(qtbot, host, loader):
    for place in (path("a"), "/img/ibank/a.jpg"):
        host.tell(place, 200, jpeg()[:300], Content_Length="9000", Connection="close")
    (key,) = keys(host, ["a"])
    with qtbot.waitSignal(loader.ready):
        loader.want([key])
    assert loader.broken(key.url) == "the connection broke off"


def test_garbage_in_the_disk_cache_is_replaced(qtbot, host, make_loader, tmp_path):
    wanted = keys(host, ["a"])
    first = make_loader()
    first.want(wanted)
    qtbot.waitUntil(all_there(first, wanted))
    first.close()
    (kept,) = (tmp_path / "pictures").iterdir()
    kept.write_bytes(b"\xff\xd8\xff" + bytes(100))
    second = make_loader()
    second.want(wanted)
    qtbot.waitUntil(all_there(second, wanted))
    second.close()
    assert host.paths == [path("a"), path("a")]
    assert kept.read_bytes() == jpeg()


def test_memory_stays_below_its_cap(qtbot, host, make_loader):
    one = 100 * 100 * 4
    loader = make_loader(memory_bytes=5 * one)
    wanted = keys(host, range(20), side=100)
    for key in wanted:
        with qtbot.waitSignal(loader.ready):
            loader.want([key])
        assert loader._memory.held_bytes <= 5 * one
    assert [loader.pixmap(*key) is not None for key in wanted] == [False] * 15 + [True] * 5


def test_what_is_not_written_yet_is_not_fetched_again(qtbot, host, loader):
    (key,) = keys(host, ["a"])
    for side in (200, 190):  # the same rendition
        loader.want([key._replace(side=side)])
        qtbot.waitUntil(all_there(loader, [key._replace(side=side)]))
    assert loader._unsaved
    assert host.paths == [path("a")]


def test_an_offer_without_a_picture(loader):
    loader.want([PictureKey("", 200)])
    assert loader.broken("") == "the offer has no picture"


def test_the_referer_is_sent(qtbot, host, make_loader):
    loader = make_loader(referer="https://shop.example/")
    with qtbot.waitSignal(loader.ready):
        loader.want(keys(host, ["a"]))
    assert host.headers[0]["Referer"] == "https://shop.example/"


def test_closing_stops_at_once_and_for_good(qtbot, host, make_loader):
    loader = make_loader()
    told = []
    loader.ready.connect(told.append)
    host.hold()
    loader.want(keys(host, range(20)))
    qtbot.waitUntil(lambda: len(host.paths) == CONNECTIONS)
    loader.close()
    loader.want(keys(host, ["late"]))
    host.let_go()
    other = make_loader()
    other.want(keys(host, ["z"]))
    qtbot.waitUntil(all_there(other, keys(host, ["z"])))
    assert told == []
    assert path("late") not in host.paths
    assert loader._workers._pool.activeThreadCount() == 0


def test_a_picture_in_two_grids_at_two_sizes_is_fetched_once(qtbot, host, loader):
    card, row = keys(host, range(8), side=190), keys(host, range(8), side=110)
    loader.want(card, asker="grid")
    loader.want(row, asker="dock")
    qtbot.waitUntil(all_there(loader, card + row))
    assert sorted(host.paths) == sorted(path(number) for number in range(8))


def test_the_latest_asker_comes_first_and_what_any_sees_before_what_is_near(qtbot, host, loader):
    host.hold()
    loader.want(keys(host, range(CONNECTIONS)), asker="any")
    qtbot.waitUntil(lambda: len(host.paths) == CONNECTIONS)
    for first, asker in ((100, "grid"), (200, "dock")):
        visible, near = range(first, first + 12), range(first + 50, first + 62)
        loader.want(keys(host, visible), keys(host, near), asker=asker)
        qtbot.waitUntil(lambda: not loader._turn_end.isActive())
    assert waiting_for_the_host(qtbot, host, loader, 48) == [
        *range(200, 212), *range(100, 112), *range(250, 262), *range(150, 162)
    ]  # fmt: skip


def test_those_that_ask_in_one_turn_keep_their_order(qtbot, host, loader):
    """As the pictures of one page do, the main one first."""
    host.hold()
    loader.want(keys(host, range(CONNECTIONS)), asker="any")
    qtbot.waitUntil(lambda: len(host.paths) == CONNECTIONS)
    for number in range(100, 110):
        loader.want(keys(host, [number]), asker=number)
    qtbot.waitUntil(lambda: not loader._turn_end.isActive())
    for number in range(200, 210):
        loader.want(keys(host, [number]), asker=number)
    expected = [*range(200, 210), *range(100, 110)]
    assert waiting_for_the_host(qtbot, host, loader, 20) == expected


def waiting_for_the_host(qtbot, host, loader, count: int) -> list[int]:
    """The names of so many pictures that were not found on disk, in the order in which they are fetched."""
    origin = origin_of(host.url(""))
    qtbot.waitUntil(lambda: len(loader._jobs._to_fetch.get(origin, ())) == count)
    jobs = [job for _, _, job in sorted(loader._jobs._to_fetch[origin])]
    return [int(job.source.split("/")[-1].split(".")[0]) for job in jobs]


def test_only_what_is_replaced_counts_as_scrolling(qtbot, host, loader):
    """Results that come in the place of others need both threads."""
    for first in range(0, 100, 10):
        loader.want([])
        loader.want(keys(host, range(first, first + 10)))
    for number in range(10):
        loader.want(keys(host, range(200, 200 + number)), asker="list")
    assert loader._workers._scrolled_at == float("-inf")
    for first in range(100, 104):
        loader.want(keys(host, range(first, first + 10)))
    assert loader._workers._scrolled_at > 0


def test_of_endless_wishes_only_the_beginning_counts(loader):
    many = [PictureKey(f"no host/{number}.jpg", 200) for number in range(100_000)]
    loader.want(many, many, asker="grid")
    assert len([*loader._wishes.visible()]) == MOST_VISIBLE
    assert len([*loader._wishes.near()]) == MOST_NEAR
    loader.want([], asker="grid")
