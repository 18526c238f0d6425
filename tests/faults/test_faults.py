"""Whatever fails, nothing is ordered or paid twice, no order is lost, and the window says the truth."""

from __future__ import annotations

import faulthandler
import os
import sys
from collections.abc import Callable
from itertools import count, islice
from pathlib import Path

import pytest

from tests.faults.broken import BELIEVES, PAYS_TWICE, SENDS_TWICE, TAKES_SILENCE_FOR_NO
from tests.faults.many import prove
from tests.faults.scenario import ORDER, Action, Fault, Moment, Scenario, scenario

SEED = 1
RUNS = 500

pytestmark = pytest.mark.skipif(
    not hasattr(os, "pidfd_open"), reason="the end of a program is watched as Linux does it"
)


def test_nothing_is_ordered_or_paid_twice_lost_or_untrue(market_path: Path, tmp_path: Path):
    faulthandler.cancel_dump_traceback_later()  # it takes minutes; each run has a time limit of its own
    proof = prove(market_path, SEED, range(RUNS), keep=tmp_path)
    print(proof.line(SEED), proof.table(), sep="\n", file=sys.stderr)
    told = [(result["number"], result["kind"], result["wrong"]) for result in proof.failures]
    assert told == [], f"kept in {tmp_path}"
    assert proof.total.runs == RUNS
    assert proof.orders > RUNS / 2, "hardly anything was ordered: nothing is proved"
    assert proof.payments > RUNS / 4, "hardly anything was paid: nothing is proved"
    assert proof.missed < RUNS / 4, "too many faults struck nothing"


def answer_lost(fault: Fault, _run: Scenario) -> bool:
    return fault.action is Action.CUT and fault.moment is Moment.DELIVERED and fault.aim == ORDER


def paid_for(fault: Fault, run: Scenario) -> bool:
    return fault.action is Action.NOTHING and bool(run.pay)


def false_yes(fault: Fault, _run: Scenario) -> bool:
    return fault.action is Action.FALSE_YES and fault.aim == ORDER


BROKEN = {
    SENDS_TWICE: (answer_lost, "ordered_twice"),
    PAYS_TWICE: (paid_for, "paid_twice"),
    TAKES_SILENCE_FOR_NO: (answer_lost, "lost"),
    BELIEVES: (false_yes, "untrue"),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_program_is_found_out(broken: str, market_path: Path):
    fits, column = BROKEN[broken]
    proof = prove(market_path, SEED, some_runs(fits), broken=broken)
    assert getattr(proof.total, column) == proof.total.runs, proof.failures


def some_runs(fits: Callable[[Fault, Scenario], bool]) -> list[int]:
    """The first four runs of one fault, at its first chance, that fits."""
    every = (scenario(SEED, number) for number in count())
    fitting = (
        run.number
        for run in every
        if len(run.faults) == 1 and run.faults[0].nth == 1 and fits(run.faults[0], run)
    )
    return list(islice(fitting, 4))


def test_a_run_can_be_had_again():
    assert [scenario(7, number) for number in range(50)] == [scenario(7, number) for number in range(50)]
    assert scenario(7, 1) != scenario(8, 1)


def test_every_fault_is_drawn():
    drawn = {fault.action for number in range(RUNS) for fault in scenario(SEED, number).faults}
    assert drawn == set(Action)
