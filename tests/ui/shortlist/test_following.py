"""From any list to any other: the model ends as it should, and what stays was never taken out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from sourcing_desktop.domain.money import Money
from sourcing_desktop.ui.grid.offer_model import OfferModel
from sourcing_desktop.ui.shortlist.following import follow
from tests.ui.grid.moves import offer

OFFERS = [offer(number) for number in range(12)]
numbers = st.lists(st.integers(0, 11), unique=True)


def followed(first, then):
    """A model brought from one list to another, in which row each of the first is now, and its resets."""
    model, resets = OfferModel(), []
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.reset(first)
    places = {each.ref: QPersistentModelIndex(model.index(row)) for row, each in enumerate(first)}
    model.modelReset.connect(lambda: resets.append(True))
    follow(model, then)
    assert [model.offer(row) for row in range(model.rowCount())] == then
    tester.deleteLater()
    return {ref: place.row() for ref, place in places.items()}, len(resets)


@given(numbers, numbers)
def test_in_the_same_order_nothing_is_taken_out_that_stays(qapp, first, then):
    then = [OFFERS[number] for number in sorted(then)]
    places, resets = followed([OFFERS[number] for number in sorted(first)], then)
    assert not resets
    for row, each in enumerate(then):
        assert places.get(each.ref, row) == row


@given(numbers, numbers)
def test_in_any_order_the_list_is_as_it_should_be_without_a_reset(qapp, first, then):
    _, resets = followed([OFFERS[number] for number in first], [OFFERS[number] for number in then])
    assert not resets


@given(st.integers(0, 11), st.integers(0, 11))
def test_one_in_another_place_is_the_only_one_taken_out(qapp, start, end):
    moved = OFFERS[start]
    others = [each for each in OFFERS if each is not moved]
    places, _ = followed(OFFERS, [*others[:end], moved, *others[end:]])
    assert [*places.values()].count(-1) == (start != end)


@pytest.mark.parametrize("row", [0, 5, 11])
def test_an_offer_with_other_facts_keeps_its_place(qapp, row):
    then = [*OFFERS[:row], replace(OFFERS[row], price=Money(1)), *OFFERS[row + 1 :]]
    places, resets = followed(OFFERS, then)
    assert not resets
    assert places[OFFERS[row].ref] == row
