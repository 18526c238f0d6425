"""Traces come repeated and in any order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sourcing_desktop.domain.parcel import Carrier, Parcel, TraceStep, traced

NOON = datetime(2025, 1, 1, 12, tzinfo=UTC)
STEPS = st.builds(
    TraceStep,
    text=st.sampled_from(["揽收", "到达", "签收"]),
    at=st.none() | st.integers(0, 9).map(lambda hours: NOON + timedelta(hours=hours)),
)


@given(st.lists(STEPS))
def test_each_step_once_and_in_order(steps):
    told = traced(steps)
    assert set(told) == set(steps)
    assert len(told) == len(set(steps))
    times = [step.at for step in told if step.at is not None]
    assert times == sorted(times)
    assert all(step.at is None for step in told[len(times) :])


def test_two_things_at_one_time_keep_their_order():
    steps = [TraceStep("到达", NOON), TraceStep("揽收", NOON), TraceStep("到达", NOON)]
    assert [step.text for step in traced(steps)] == ["到达", "揽收"]


def test_a_step_says_where_it_was():
    assert TraceStep("到达", city="杭州市", facility="转运中心").place == "杭州市 转运中心"


def test_a_parcel_names_its_carriers():
    parcel = Parcel("SF1", carriers=(Carrier(name="顺丰"), Carrier(phone="95338"), Carrier(name="圆通")))
    assert parcel.carrier == "顺丰, 圆通"
    assert Parcel("SF1").carrier == ""
