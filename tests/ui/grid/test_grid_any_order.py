"""The grid in the hands of chance: 100,000 things done by a buyer and a program in any order."""

from __future__ import annotations

import traceback

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from tests.ui.grid.any_order import AnyOrder

STEPS, TESTED_STEPS, SHOWN = 12_500, 2_500, 25


def walk_about(grid, seed, steps):
    chance = AnyOrder(grid, seed)
    for number in range(steps):
        try:
            chance.step()
        except Exception as error:
            lately = "\n".join(chance.done[-SHOWN:])
            where = traceback.extract_tb(error.__traceback__)[-1]
            said = f"seed {seed}, step {number}: {error!r} at {where.name}: {where.line}, after"
            raise AssertionError(f"{said}\n{lately}") from error
    return chance


@pytest.mark.parametrize("seed", range(8))
def test_anything_may_happen_in_any_order(grid, seed):
    grid.resize(300, 240)
    assert len(walk_about(grid, seed, STEPS).done) == STEPS


def test_the_model_keeps_the_contract_of_qt_meanwhile(grid, model):
    """Fewer steps than above: after each, Qt's tester asks all there is to ask of a model, which takes eight
    times as long as the step; and it has no interest in the half of them that does nothing to the model."""
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    grid.resize(300, 240)
    walk_about(grid, 99, TESTED_STEPS)
    assert tester.model() is model
