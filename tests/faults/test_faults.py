"""Whatever fails, nothing is ordered or paid twice, no order is lost, and the window says the truth."""

from __future__ import annotations

import faulthandler
import os
import sys
from collections.abc import Callable
from itertools import count, islice
from pathlib import Path

import pytest

from tests.faults.broken import (
    BELIEVES,
    CONCEALS,
    DELIVERS_ELSEWHERE,
    FORGETS_NOTE,
    FORGETS_PIECES,
    IMPATIENT,
    PAYS_TWICE,
    SAYS_NOT_PAID,
    SAYS_TWICE,
    SENDS_TWICE,
    TAKES_SILENCE_FOR_NO,
)
from tests.faults.many import prove
from tests.faults.scenario import AGAIN, BY_ACCOUNT, ORDER, PREVIEW, Action, Moment, Scenario, scenario

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


def answer_lost(run: Scenario) -> bool:
    return only(run, Action.CUT, ORDER) and run.faults[0].moment is Moment.DELIVERED


def paid_for(run: Scenario) -> bool:
    return only(run, Action.NOTHING) and run.pay == BY_ACCOUNT


def ordered(run: Scenario) -> bool:
    return only(run, Action.NOTHING)


def noted(run: Scenario) -> bool:
    return ordered(run) and bool(run.note) and "1688" in run.platforms


def typed(run: Scenario) -> bool:
    return only(run, Action.TYPED)


def false_yes(run: Scenario) -> bool:
    return only(run, Action.FALSE_YES, ORDER)


def dearer(run: Scenario) -> bool:
    delivered = run.faults[0].moment is Moment.DELIVERED
    return only(run, Action.NEW_PRICE, PREVIEW) and delivered and set(run.platforms) == {"1688"}


def shown_late(run: Scenario) -> bool:
    """The answer is lost, the order is shown late, and the buyer decides as soon as he is asked."""
    lost = run.has(Action.LATE_LIST) and any(
        fault.action in (Action.CUT, Action.GARBLED) and fault.aim == ORDER for fault in run.faults[1:]
    )
    return lost and run.waits and run.sends_again and len(run.platforms) == 1


def only(run: Scenario, action: Action, aim: str = "") -> bool:
    """Whether that is its only fault, at the first chance."""
    (fault, *others) = run.faults
    return not others and fault.action is action and fault.nth == 1 and aim in ("", fault.aim)


BROKEN = {
    SENDS_TWICE: (answer_lost, "ordered_twice"),
    PAYS_TWICE: (paid_for, "paid_twice"),
    TAKES_SILENCE_FOR_NO: (answer_lost, "lost"),
    BELIEVES: (false_yes, "untrue"),
    IMPATIENT: (shown_late, "ordered_twice"),
    SAYS_NOT_PAID: (paid_for, "untrue"),
    SAYS_TWICE: (ordered, "untrue"),
    CONCEALS: (dearer, "untrue"),
    FORGETS_PIECES: (typed, "untrue"),
    DELIVERS_ELSEWHERE: (ordered, "untrue"),
    FORGETS_NOTE: (noted, "untrue"),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_program_is_found_out(broken: str, market_path: Path):
    fits, column = BROKEN[broken]
    proof = prove(market_path, SEED, some_runs(fits), broken=broken)
    assert getattr(proof.total, column) == proof.total.runs, proof.failures


def some_runs(fits: Callable[[Scenario], bool]) -> list[int]:
    """The first two runs that fit and in which nothing strikes again."""
    every = (scenario(SEED, number) for number in count())
    return list(islice((run.number for run in every if not run.again and fits(run)), 2))


def test_a_run_can_be_had_again():
    assert [scenario(7, number) for number in range(50)] == [scenario(7, number) for number in range(50)]
    assert scenario(7, 1) != scenario(8, 1)


def test_every_fault_is_drawn():
    drawn = {fault.action for number in range(RUNS) for fault in scenario(SEED, number).faults}
    assert drawn == set(Action)
    again = {fault.action for number in range(RUNS) for fault in scenario(SEED, number).again}
    assert again == set(AGAIN)
