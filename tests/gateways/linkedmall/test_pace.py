"""Turns are given below LinkedMall's rates, without waiting for longer than that takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcing_desktop.contract.linkedmall import OPERATIONS
from sourcing_desktop.gateways.linkedmall.pace import WINDOW, Pace


class Time:
    """A clock that only waiting moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def read(self) -> float:
        return self.now


def starts(rate: int, calls: int) -> list[float]:
    """When so many calls in a row begin."""
    time, begun = Time(), []
    pace = Pace({"a": rate}, time.read)
    while len(begun) < calls:
        if delay := pace.delay("a"):
            time.now += delay
        else:
            begun.append(time.now)
    return begun


def test_five_at_once_and_the_sixth_a_second_later():
    assert starts(5, 6) == [100.0] * 5 + [pytest.approx(100.0 + WINDOW)]


@given(st.integers(1, 22), st.integers(1, 60))
def test_no_second_has_more_calls_than_allowed(rate: int, calls: int):
    begun = starts(rate, calls)
    assert all(later - begun[place] > 1 for place, later in enumerate(begun[rate:]))
    assert begun[-1] - begun[0] == pytest.approx((calls - 1) // rate * WINDOW)


def test_operations_do_not_wait_for_each_other():
    pace = Pace({"a": 1, "b": 1}, Time().read)
    assert [pace.delay(name) for name in "abab"] == [0, 0, WINDOW, WINDOW]


def test_who_asks_too_early_takes_no_turn():
    time = Time()
    pace = Pace({"a": 1}, time.read)
    assert [pace.delay("a") for _ in range(3)] == [0, WINDOW, WINDOW]
    time.now += WINDOW
    assert pace.delay("a") == 0


def test_time_that_passes_by_itself_counts():
    time = Time()
    pace = Pace({"a": 1}, time.read)
    assert pace.delay("a") == 0
    time.now += 5
    assert pace.delay("a") == 0


def test_the_window_is_longer_than_the_second_the_rates_are_for():
    assert WINDOW > 1
    assert {each.per_second for each in OPERATIONS.values()} == {5, 20}
