"""MOQ, lots, mixed batches and stock (contract upstream C2)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.quantity import MOST_PIECES, Fault, MixedBatch, QuantityRules, read_quantity

RULES = st.builds(QuantityRules, moq=st.integers(1, 500), lot=st.integers(1, 50))
STOCK = st.none() | st.integers(0, 5000)


@given(RULES, st.integers(-10, 2 * MOST_PIECES), STOCK)
def test_a_line_is_fine_exactly_when_every_rule_holds(rules, quantity, stock):
    fine = 0 < quantity <= MOST_PIECES and quantity % rules.lot == 0 and (stock is None or quantity <= stock)
    assert (rules.line_problem(quantity, stock) is None) == fine


@given(RULES, st.integers(-10, 2 * MOST_PIECES), STOCK)
def test_the_mend_is_itself_fine(rules, quantity, stock):
    problem = rules.line_problem(quantity, stock)
    if problem is not None and problem.mend is not None and (stock is None or problem.mend <= stock):
        assert rules.line_problem(problem.mend, stock) is None


@given(RULES, st.integers(0, 10**10), st.sampled_from([1, -1]))
def test_a_step_goes_to_the_next_whole_lot(rules, quantity, step):
    there = rules.stepped(quantity, step)
    assert there % rules.lot == 0
    assert rules.lot <= there <= MOST_PIECES
    if rules.lot < quantity < MOST_PIECES - rules.lot:
        assert 0 < (there - quantity) * step <= rules.lot


@given(RULES, st.lists(st.integers(1, 600), min_size=1))
def test_the_moq_counts_over_all_skus_of_the_offer(rules, quantities):
    problem = rules.offer_problem(quantities, mixing=False)
    assert (problem is None) == (sum(quantities) >= rules.moq)
    assert rules.offer_problem(quantities, mixing=True) is None
    if problem is not None:
        assert problem.mend is not None
        assert problem.mend >= rules.moq
        assert problem.mend % rules.lot == 0


def test_each_fault_is_named():
    rules = QuantityRules(moq=24, lot=12)
    assert rules.line_problem(0, None).fault is Fault.NOT_POSITIVE
    assert rules.line_problem(10**9, None).fault is Fault.TOO_MANY
    assert rules.line_problem(36, 30).fault is Fault.ABOVE_STOCK
    assert rules.line_problem(36, 30).mend == 24
    assert rules.line_problem(13, None).fault is Fault.NOT_A_LOT
    assert rules.line_problem(13, None).mend == 24
    assert rules.offer_problem([12], mixing=False).fault is Fault.BELOW_MOQ


@given(st.integers(0, 10**10 - 1), st.sampled_from(["", ",", " "]))
def test_a_quantity_is_read_with_its_thousands_separated_or_not(number, separator):
    assert read_quantity(f" {number:,} ".replace(",", separator)) == number


@pytest.mark.parametrize(
    "text",
    ["12,5", "1,2,3", "1,0000", ",100", "1,000 000", "1.5", "-5", "0x10", "二十", "٣", "", "1" * 11],
)
def test_what_is_no_quantity(text):
    assert read_quantity(text) is None


def test_pieces_or_amount_suffice_for_a_mixed_batch():
    rule = MixedBatch(pieces=30, amount=Money.yuan(300))
    assert rule.reached(30, Money(0))
    assert rule.reached(1, Money.yuan(300))
    assert not rule.reached(29, Money.yuan(299))
    assert not MixedBatch().reached(10**6, Money.yuan(10**6))
