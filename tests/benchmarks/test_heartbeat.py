"""A stall makes every beat late that was due meanwhile, not one."""

from __future__ import annotations

from time import perf_counter

import pytest

from benchmarks.heartbeat import BEAT_MS, beats, overdue

STALL_S = 0.1
SWALLOWED = int(STALL_S * 1000 / BEAT_MS)


@pytest.mark.parametrize("early", [0.0, 0.0004])
def test_a_beat_in_time_is_not_late(early: float):
    assert overdue(1.0, 1.0 - early) == [0.0]


def test_each_beat_of_a_stall_is_as_late_as_it_is():
    assert overdue(1.0, 1.0105) == pytest.approx([10.5, 6.5, 2.5])


async def test_a_stall_swallows_no_beat(qapp):
    async def stop_the_thread() -> None:
        end = perf_counter() + STALL_S
        while perf_counter() < end:
            continue

    late, _ = await beats(stop_the_thread())
    assert len(late) >= SWALLOWED - 1
    assert sum(each >= STALL_S * 500 for each in late) >= SWALLOWED // 2 - 1
