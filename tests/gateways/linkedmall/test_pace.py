"""Turns are given below LinkedMall's rates, without waiting for longer than that takes."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcing_desktop.contract.linkedmall import OPERATIONS
from sourcing_desktop.gateways.linkedmall.pace import WINDOW, Pace


class Time:
    """A clock that only pausing moves."""

    def __init__(self) -> None:
        self.now = 100.0
        self.pauses: list[float] = []

    def read(self) -> float:
        return self.now

    async def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.now += seconds


async def starts(time: Time, rate: int, calls: int) -> list[float]:
    """When so many calls in a row begin."""
    pace, begun = Pace({"a": rate}, time.read, time.pause), []
    for _ in range(calls):
        await pace.turn("a")
        begun.append(time.now)
    return begun


async def test_five_at_once_and_the_sixth_a_second_later():
    time = Time()
    assert await starts(time, 5, 6) == [100.0] * 5 + [pytest.approx(100.0 + WINDOW)]
    assert time.pauses == [pytest.approx(WINDOW)]


@given(st.integers(1, 22), st.integers(1, 60))
def test_no_second_has_more_calls_than_allowed(rate: int, calls: int):
    begun = asyncio.run(starts(Time(), rate, calls))
    assert all(later - begun[place] > 1 for place, later in enumerate(begun[rate:]))
    assert begun[-1] - begun[0] == pytest.approx((calls - 1) // rate * WINDOW)


async def test_operations_do_not_wait_for_each_other():
    time = Time()
    pace = Pace({"a": 1, "b": 1}, time.read, time.pause)
    for name in ("a", "b"):
        await pace.turn(name)
    assert time.pauses == []


async def test_those_who_wait_together_get_turns_in_order():
    time, waits = Time(), []

    async def pause(seconds: float) -> None:
        waits.append(round(seconds, 3))

    pace = Pace({"a": 2}, time.read, pause)
    await asyncio.gather(*(pace.turn("a") for _ in range(6)))
    assert waits == [WINDOW, WINDOW, 2 * WINDOW, 2 * WINDOW]


async def test_time_that_passes_by_itself_counts():
    time = Time()
    pace = Pace({"a": 1}, time.read, time.pause)
    await pace.turn("a")
    time.now += 5
    await pace.turn("a")
    assert time.pauses == []


def test_the_window_is_longer_than_the_second_the_rates_are_for():
    assert WINDOW > 1
    assert {each.per_second for each in OPERATIONS.values()} == {5, 20}
