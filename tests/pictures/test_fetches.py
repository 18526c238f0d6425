"""When a request is slow, unwanted or overdue; by a clock of the test's."""

from __future__ import annotations

import pytest

from sourcing_desktop.pictures import fetches, hosts
from sourcing_desktop.pictures.fetches import Fetch
from sourcing_desktop.pictures.hosts import Host


def fetch(received: int = 0, moved_at: float = 0.0, wanted: bool = True) -> Fetch:
    """It began at 0."""
    return Fetch("https://a", 0.0, print, lambda: wanted, received=received, moved_at=moved_at)


def test_what_brings_next_to_nothing_is_slow_after_a_while():
    assert not fetch().slow(1.0)
    assert fetch().slow(1.1)
    assert fetch(received=3, moved_at=6.0).slow(6.0)
    assert not fetch(received=30_000).slow(6.0)


def test_what_nobody_wants_may_end_by_itself_for_a_while():
    assert not fetch(wanted=False).unwanted(1.0)
    assert fetch(wanted=False).unwanted(1.1)
    assert not fetch(wanted=True).unwanted(100.0)


@pytest.mark.parametrize("many", [False, True])
def test_silence_of_the_whole_host_is_the_end(many):
    host = Host(many)
    assert not fetch().overdue(host, hosts.SILENCE_S - 0.1)
    assert fetch().overdue(host, hosts.SILENCE_S)
    assert not fetch(received=9000, moved_at=3.0).overdue(host, 3.0 + hosts.SILENCE_S - 0.1)
    assert fetch(received=9000, moved_at=3.0).overdue(host, 3.0 + hosts.SILENCE_S)


def test_an_answer_waits_for_others_in_the_same_connection():
    """As 24 renditions do on a line that needs ten seconds for them."""
    now = hosts.LONGEST_SILENCE_S
    assert not fetch().overdue(Host(many=True, moved_at=now - 0.1), now)
    assert fetch().overdue(Host(many=False, moved_at=now - 0.1), now)
    assert not fetch().overdue(Host(many=False, moved_at=now - 0.1), now - 0.2)


def test_dripping_for_a_minute_is_enough():
    now = fetches.LONGEST_S + 1
    host = Host(many=True, moved_at=now)
    assert fetch(received=30, moved_at=now).overdue(host, now)
    assert not fetch(received=30, moved_at=now).overdue(host, now - 2)
    assert not fetch(received=2**20, moved_at=now).overdue(host, now)
