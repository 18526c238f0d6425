"""Rows of more offers than are held at a time: their number is known at once, the rest comes in portions."""

from __future__ import annotations

from array import array
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from sourcing_desktop.domain.seen import SeenOffer
from sourcing_desktop.ui.library.library_model import MOST_KEPT, READ_AT_ONCE, TYPED_REACH, LibraryModel
from tests.support.seen import MUGS, offer

MANY = 1_000_000
THEN = datetime(2026, 11, 3, 14, 5, tzinfo=UTC)


def seen(number: int) -> SeenOffer:
    return SeenOffer(number, offer(number), THEN, THEN, 1, MUGS)


def some(numbers) -> list[SeenOffer]:
    return [seen(number) for number in numbers]


def all_numbers(count: int = MANY) -> array:
    """Those of offers that were seen later come first."""
    return array("q", range(count, 0, -1))


@pytest.fixture
def model(qapp):
    return LibraryModel()


@pytest.fixture
def million(model):
    model.show(MANY, some(range(MANY, MANY - 200, -1)))
    model.take_numbers(all_numbers())
    return model


def read(model) -> int:
    """Give it what it wishes for until that is nothing; returns how often that was."""
    portions = 0
    while wished := model.wish():
        model.take(wished, some(wished))
        portions += 1
    return portions


def test_it_keeps_the_rules_of_models(model):
    """The tester looks at every row after every change: a million would take minutes."""
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(450, some(range(450, 250, -1)))
    model.take_numbers(all_numbers(460))
    model.take_numbers(all_numbers(455)[::-1])
    model.look_at(range(100, 120))
    read(model)
    gone = model.remove([0, 7, 8, 454])
    model.put_back(gone)
    wished = [*model.numbers_at(range(90, 130))]
    model.take(wished, some(wished[5:]))
    model.show(3, some((3, 2, 1)))
    model.show(0, ())
    assert tester.model() is model


def test_the_first_offers_are_there_before_the_numbers_of_all(model):
    model.show(MANY, some(range(MANY, MANY - 200, -1)))
    assert model.rowCount() == MANY
    assert model.at(0) == offer(MANY)
    assert model.at(200) is None
    model.look_at(range(500, 520))
    assert model.wish() == []  # nobody knows yet which these are
    wanted = QSignalSpy(model.wanted)
    model.take_numbers(all_numbers())
    assert wanted.count() == 1


def test_what_is_in_sight_is_read_first_and_then_what_is_near(million):
    million.look_at(range(5_000, 5_020))
    wished = million.wish()
    assert wished[:20] == [*range(MANY - 5_000, MANY - 5_020, -1)]
    assert len(wished) == READ_AT_ONCE
    million.take(wished, some(wished))
    assert million.at(5_019) == offer(MANY - 5_019)
    assert million.wish() == []


def test_the_latest_wish_wins(million):
    million.look_at(range(5_000, 5_020))
    late = million.wish()
    million.look_at(range(900_000, 900_020))
    million.take(late, some(late))
    assert million.wish()[0] == MANY - 900_000


def test_an_absent_row_says_so_and_is_no_offer(million):
    index = million.index(70_000)
    assert index.data() is None
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Still being read"
    assert million.those_at(range(69_999, 70_001)) == []
    assert million.mimeData([index]).urls() == []


def test_no_more_are_held_than_needed_and_none_in_sight_goes(million):
    sight = range(0, 20)
    for top in range(0, 3 * MOST_KEPT, 20):
        million.look_at(range(top, top + 20))
        read(million)
    assert len(million._kept) <= MOST_KEPT
    assert million.at(sight.start) is None
    million.look_at(sight)
    read(million)
    assert million.those_at(sight) == [offer(MANY - row) for row in sight]


def test_what_was_forgotten_elsewhere_leaves_no_gap(million):
    million.look_at(range(5_000, 5_010))
    wished = million.wish()
    gone = wished[3]
    million.take(wished, some(number for number in wished if number != gone))
    assert million.rowCount() == MANY - 1
    assert million.at(5_003) == offer(gone - 1)


def test_removed_rows_come_back_where_they_were(million):
    before = million._numbers[:]
    gone = million.remove([3, 4, 5, 100, 999_999])
    assert million.rowCount() == MANY - 5
    assert million.at(3) == offer(MANY - 6)
    million.put_back(gone)
    assert million._numbers == before
    assert million.rowCount() == MANY


def test_the_same_offers_again_keep_their_places(million):
    reset = QSignalSpy(million.modelReset)
    million.show(MANY, some(range(MANY, MANY - 200, -1)))
    million.take_numbers(all_numbers())
    assert reset.count() == 0


def test_offers_that_came_between_both_answers_show_it_anew(model):
    model.show(300, some(range(300, 100, -1)))
    reset = QSignalSpy(model.modelReset)
    model.take_numbers(all_numbers(302))
    assert reset.count() == 1
    assert model.rowCount() == 302
    model.look_at(range(0, 10))
    assert model.wish()[:2] == [302, 301]


@pytest.mark.parametrize("count", [250, 350])
def test_more_or_fewer_than_was_said_first(model, count):
    model.show(300, some(range(count, count - 200, -1)))
    model.take_numbers(all_numbers(count))
    assert model.rowCount() == count


def test_typing_looks_near_here_only(million):
    rows = [*million.rows_from(500_000)]
    assert rows[0] == 500_000
    assert len(rows) == 2 * TYPED_REACH
    assert not million.whole
    million.show(2, some((2, 1)))
    assert million.whole
