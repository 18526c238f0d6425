"""Selecting and walking in a million offers takes no time that grows with them."""

from __future__ import annotations

from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.grid.moves import CTRL, offer

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
MANY = 1_000_000


@pytest.fixture(autouse=True)
def million(grid, model):
    model.reset([offer(0)] * MANY)
    grid.setCurrentIndex(model.index(5))


def ranges(grid):
    return [(chosen.top(), chosen.bottom()) for chosen in grid.selectionModel().selection().toList()]


@pytest.mark.parametrize(
    ("key", "modifiers", "chosen"),
    [
        (KEY.Key_A, CTRL, (0, MANY - 1)),
        (KEY.Key_End, SHIFT, (5, MANY - 1)),
        (KEY.Key_End, CTRL | SHIFT, (5, MANY - 1)),
        (KEY.Key_Home, CTRL | SHIFT, (0, 5)),
    ],
)
def test_one_range_at_once(grid, key, modifiers, chosen):
    begun = perf_counter()
    QTest.keyClick(grid, key, modifiers)
    grid.repaint()
    taken = perf_counter() - begun
    assert ranges(grid) == [chosen]
    assert taken < 0.5  # reading a million rows takes seconds


def test_ctrl_space_toggles_the_current_offer(grid):
    assert ranges(grid) == [(5, 5)]
    QTest.keyClick(grid, KEY.Key_Space, CTRL)
    assert ranges(grid) == []
    QTest.keyClick(grid, KEY.Key_Space, CTRL)
    assert ranges(grid) == [(5, 5)]


def test_all_selected_offers_are_had_in_order(grid, model):
    model.replace(7, offer(7))
    grid.selectAll()
    offers = grid.selected_offers()
    assert len(offers) == MANY
    assert offers[7] == offer(7)


def test_more_rows_than_qt_can_count_px_for(grid, model):
    grid.resize(400, 600)
    grid.set_cell_width(480)
    model.reset([offer(0)] * 5_000_000)
    assert grid._geometry.columns == 1
    for key in (KEY.Key_End, KEY.Key_PageUp, KEY.Key_Up, KEY.Key_Home, KEY.Key_PageDown):
        QTest.keyClick(grid, key)
    grid.setCurrentIndex(model.index(4_999_999))
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum())
    grid.grab()
    assert grid.shown_rows()
    model.insert(0, [offer(1)])
    grid.set_cell_width(80)
