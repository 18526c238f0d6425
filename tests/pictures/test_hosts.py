"""How much a host is asked for at a time, pauses of hosts and of pictures; by a clock of the test's."""

from __future__ import annotations

import pytest

from sourcing_desktop.pictures import broken as breaking
from sourcing_desktop.pictures import hosts
from sourcing_desktop.pictures.answer import Verdict
from sourcing_desktop.pictures.broken import BrokenPictures
from sourcing_desktop.pictures.hosts import Host

URL = "https://cbu01.alicdn.com/img/ibank/a.jpg"


@pytest.mark.parametrize(("many", "most"), [(False, hosts.CONNECTIONS), (True, hosts.STREAMS)])
def test_a_host_is_asked_for_so_many_at_a_time(many, most):
    host = Host(many)
    host.running = most - 1
    assert host.has_room(0)
    host.running = most
    assert not host.has_room(0)


def test_a_host_in_trouble_is_asked_for_one_picture_after_the_pause():
    host = Host(many=True)
    host.away("cannot be reached", 0)
    assert not host.has_room(0.9)
    assert host.has_room(1.1)
    host.running = 1
    assert not host.has_room(1.1)
    assert host.heard(1.2)
    assert host.has_room(1.2)


def test_pauses_grow_up_to_a_limit_however_long_a_host_is_away():
    host, now, pauses = Host(many=False), 0.0, []
    for _ in range(3000):
        host.away("cannot be reached", now)
        pauses.append(host.paused_until - now)
        now = host.paused_until
    assert pauses[:4] == [1, 2, 4, 8]
    assert set(pauses[4:]) == {hosts.LONGEST_AWAY_S}
    assert host.silence_s() == hosts.LONGEST_SILENCE_S


def test_a_host_that_says_how_long_is_left_alone_so_long_but_not_for_ever():
    host = Host(many=False)
    host.refused("refuses", 0, 7)
    assert host.paused_until == 7
    host.refused("refuses", 7, 300)
    assert host.paused_until == 307
    host.refused("refuses", 1000, 86400)
    assert host.paused_until == 1000 + hosts.LONGEST_ASKED_S
    host.refused("refuses", 2000, 1)
    assert host.paused_until == 2008  # it has refused so often


def test_answers_that_break_off_one_after_the_other_are_the_trouble_of_the_host():
    host = Host(many=False)
    for now in range(hosts.MOST_CUTS - 1):
        host.cut("broke off", now)
    host.heard(8)
    for _ in range(hosts.MOST_CUTS - 1):
        host.cut("broke off", 9)
    assert host.has_room(9)
    host.cut("broke off", 9)
    assert not host.has_room(9.9)
    assert host.has_room(10)
    host.cut("broke off", 10)  # the one it was asked for after the pause
    assert not host.has_room(11.9)


def test_a_host_that_answers_with_failures_is_asked_for_an_original_now_and_then():
    """It may fail at renditions only; one that refuses or says nothing is spared originals."""
    failing, silent = Host(many=False), Host(many=False)
    for _ in range(hosts.MOST_CUTS):
        failing.cut("answered 500", 0)
    asked_for_originals = []
    for now in (10, 20, 30, 40):
        asked_for_originals.append(failing.doubted())
        failing.cut("answered 500", now)
        silent.away("no answer", now)
        assert not silent.doubted()
    assert asked_for_originals == [False, True, False, True]
    failing.heard(100)
    assert not failing.doubted()


@pytest.mark.parametrize(("many", "most"), [(False, hosts.CONNECTIONS), (True, hosts.STREAMS)])
def test_slow_requests_leave_half_of_the_places_to_others(many, most):
    host = Host(many, running=most)
    assert not host.has_room(0, slow=most // 2)
    assert host.has_room(0, slow=most // 2 + 1)
    host.running = most + most // 2
    assert not host.has_room(0, slow=host.running)  # and there is an end to it


def test_what_was_under_way_when_a_pause_began_neither_ends_nor_lengthens_it():
    host = Host(many=False)
    host.refused("refuses", 1, 0)
    host.refused("refuses", 1.1, 0)
    assert not host.heard(1.2)
    assert host.paused_until == 2
    assert not host.has_room(1.9)


def test_nobody_waits_for_a_host_that_was_away_for_long():
    host = Host(many=False)
    host.away("cannot be reached", 0)
    host.away("cannot be reached", 1)
    assert host.given_up(1) == ""
    host.away("cannot be reached", 3)
    assert host.given_up(3) == "cannot be reached"
    assert host.given_up(host.paused_until) == ""  # it may be tried once more


def test_each_failure_of_a_picture_doubles_its_pause(monkeypatch):
    monkeypatch.setattr(breaking, "LONGEST_PAUSE_S", 20.0)
    pictures, now = BrokenPictures(), 100.0
    assert pictures.add(URL, "refused", Verdict.CUT, now, 0)
    for pause in (5, 10, 20, 20):
        assert pictures.held_back(URL, now + pause - 0.1)
        assert not pictures.held_back(URL, now + pause)
        now += pause
        assert not pictures.add(URL, "refused", Verdict.CUT, now, 0)


def test_a_bad_picture_waits_to_be_seen_again():
    pictures = BrokenPictures()
    pictures.add(URL, "gone", Verdict.BAD, 0, 0)
    assert pictures.held_back(URL, 1000)
    assert pictures.next_pause_end([URL], 0) is None
    pictures.seen(URL)
    assert pictures.held_back(URL, 4)
    assert pictures.next_pause_end([URL], 0) == 5
    assert not pictures.held_back(URL, 5)


def test_a_host_that_is_back_is_forgiven_only_what_its_absence_broke():
    pictures, other = BrokenPictures(), "https://img.alicdn.com/imgextra/b.jpg"
    own = URL.replace("a.jpg", "own.jpg")
    pictures.add(URL, "away", Verdict.AWAY, 0, 60)
    pictures.add(own, "refused", Verdict.CUT, 0, 60)
    pictures.add(other, "away", Verdict.AWAY, 0, 60)
    pictures.forgive("https://cbu01.alicdn.com")
    assert [pictures.held_back(url, 1) for url in (URL, own, other)] == [False, True, True]


def test_only_so_many_broken_pictures_are_remembered(monkeypatch):
    monkeypatch.setattr(breaking, "MOST", 3)
    pictures = BrokenPictures()
    for number in range(5):
        pictures.add(f"{URL}{number}", "gone", Verdict.BAD, 0, 0)
    assert [pictures.reason(f"{URL}{number}") is None for number in range(5)] == [
        True,
        True,
        False,
        False,
        False,
    ]
