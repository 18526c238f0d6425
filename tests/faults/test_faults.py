"""Whatever fails, nothing is ordered or paid twice, no order is lost, and the window says the truth."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.faults.broken import KINDS
from tests.faults.many import prove
from tests.faults.scenario import Action, scenario

SEED = 1
RUNS = 500

pytestmark = pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="programs are watched as Linux does it")


@pytest.mark.faulthandler_timeout(0)
def test_nothing_is_ordered_or_paid_twice_lost_or_untrue(market_path: Path, tmp_path: Path):
    proof = prove(market_path, SEED, range(RUNS), keep=tmp_path)
    print(proof.line(SEED), proof.table(), sep="\n", file=sys.stderr)
    told = [(result["number"], result["kind"], result["wrong"]) for result in proof.failures]
    assert told == [], f"kept in {tmp_path}"
    assert proof.total.runs == RUNS
    assert proof.orders > RUNS / 2
    assert proof.payments > RUNS / 4
    assert proof.missed < RUNS / 2


@pytest.mark.parametrize("broken", KINDS)
def test_a_broken_program_is_found_out(broken: str, market_path: Path):
    faults = {Action.CUT, Action.KILL, Action.FALSE_YES, Action.LATE_ANSWER}
    numbers = [
        number for number in range(400) if {fault.action for fault in scenario(SEED, number).faults} & faults
    ]
    proof = prove(market_path, SEED, numbers[:30], broken=broken)
    assert proof.total.wrong > 0
