"""Entries as rows: in the order they were written, each once, whatever comes when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from benchmarks.journal_entries import entry
from sourcing_desktop.domain.intent import Intent, IntentState
from sourcing_desktop.ui.journal.journal_model import JournalModel

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


def intents(numbers, state=IntentState.DONE):
    return [Intent(entry(number), state, NOW, NOW) for number in numbers]


def shown(model):
    return [model.intent(row).reference for row in range(model.rowCount())]


def watched():
    model = JournalModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    assert tester.model() is model
    return model, tester


@given(sizes=st.lists(st.tuples(st.sampled_from(["append", "put_before"]), st.integers(0, 6)), max_size=6))
def test_pages_and_new_entries_come_in_any_order(qapp, sizes):
    model, _tester = watched()
    model.start_over(intents(range(100, 95, -1)))
    highest, lowest = 100, 96
    for deed, size in sizes:
        if deed == "append":
            model.append(intents(range(lowest, lowest - size - 1, -1)))  # begins with one that is there
            lowest -= size
        else:
            model.put_before(intents(range(highest + size, highest - 1, -1)))
            highest += size
    assert shown(model) == [entry(number).reference for number in range(highest, lowest - 1, -1)]


def test_a_turn_changes_its_row_and_nothing_else(qapp):
    model, _tester = watched()
    model.start_over(intents([3, 2, 1], IntentState.SENDING))
    (turned,) = intents([2])
    assert model.turn(turned)
    assert [model.intent(row).state for row in range(3)] == ["sending", "done", "sending"]
    assert not model.turn(intents([9])[0])
    assert len(shown(model)) == 3


def test_a_row_is_read_out_whole(qapp):
    model, _tester = watched()
    model.start_over(intents([0]))
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(
        "Order from 义乌市星河日用百货有限公司第0分店, ¥1,383.00, 5 lines, 110 pieces, Ordered"
    )


def test_starting_over_forgets_what_was_there(qapp):
    model, _tester = watched()
    model.start_over(intents([3, 2]))
    model.start_over(intents([2, 1]))
    model.append(intents([3]))
    assert shown(model) == [entry(number).reference for number in (2, 1, 3)]
    assert model.row_of(entry(1).reference) == 1
    assert model.row_of(replace(entry(1), reference="elsewhere").reference) == -1
