"""The rubber band: what it selects, at the edges, over a million offers, and taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.grid.moves import CTRL, LEFT, NO_KEYS, click, move_mouse, offer, selected, shown

SHIFT = Qt.KeyboardModifier.ShiftModifier
START = QPoint(4, 4)


def pull(grid, *points, modifiers=NO_KEYS):
    """Press at the first point and move over the others."""
    QTest.mousePress(grid.viewport(), LEFT, modifiers, points[0])
    for point in points[1:]:
        drag_to(grid, point)


def drag_to(grid, point):
    at = QPointF(point)
    event = QMouseEvent(
        QEvent.Type.MouseMove, at, grid.viewport().mapToGlobal(at), Qt.MouseButton.NoButton, LEFT, NO_KEYS
    )
    QApplication.sendEvent(grid.viewport(), event)


def let_go(grid, at):
    QTest.mouseRelease(grid.viewport(), LEFT, pos=at)


@pytest.fixture(autouse=True)
def fifty(grid, model):
    model.reset([offer(number) for number in range(50)])


def test_it_takes_the_place_of_what_was_selected(grid):
    click(grid, 7)
    pull(grid, START, shown(grid, 5).center())
    assert selected(grid) == [0, 1, 4, 5]
    let_go(grid, shown(grid, 5).center())
    assert selected(grid) == [0, 1, 4, 5]
    assert grid.currentIndex().row() == 5
    assert grid.band.area.isNull()


def test_it_shrinks_again(grid):
    pull(grid, START, shown(grid, 5).center(), shown(grid, 0).center())
    assert selected(grid) == [0]


@pytest.mark.parametrize(("modifiers", "rows"), [(SHIFT, [0, 1, 4, 5, 7]), (CTRL, [1, 4, 5, 7])])
def test_shift_adds_and_ctrl_turns_round(grid, modifiers, rows):
    click(grid, 7)
    click(grid, 0, CTRL)
    pull(grid, START, shown(grid, 5).center(), modifiers=modifiers)
    assert selected(grid) == rows


def test_escape_takes_it_back(grid):
    click(grid, 7)
    pull(grid, START, shown(grid, 5).center())
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    assert selected(grid) == [7]
    assert not grid.band.active
    let_go(grid, START)
    assert selected(grid) == [7]


def test_a_click_on_empty_ground_clears(grid):
    grid.selectAll()
    click(grid, 49, CTRL)
    QTest.mouseClick(grid.viewport(), LEFT, NO_KEYS, START)
    assert selected(grid) == []


def test_a_button_that_goes_up_elsewhere_ends_it(grid):
    pull(grid, START, shown(grid, 5).center())
    move_mouse(grid, shown(grid, 1).center())
    assert not grid.band.active
    assert selected(grid) == [0, 1, 4, 5]


def test_at_the_edge_the_view_scrolls_along(qtbot, grid):
    below = QPoint(shown(grid, 1).center().x(), grid.viewport().height() + 30)
    pull(grid, START, below)
    bar = grid.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    assert selected(grid) == [row for row in range(50) if row % 4 in (0, 1)]
    above = QPoint(below.x(), -40)
    drag_to(grid, above)
    qtbot.waitUntil(lambda: bar.value() == 0)
    let_go(grid, above)
    assert not grid.band._scroll.isActive()


def test_the_wheel_stretches_it(grid):
    pull(grid, START, shown(grid, 0).center())
    grid.verticalScrollBar().setValue(grid._geometry.line_height * 2)
    assert selected(grid) == [0, 4, 8]


def test_whole_lines_are_one_range_of_a_million(grid, model):
    model.reset([offer(0)] * 1_000_000)
    pull(grid, QPoint(grid.viewport().width() - 4, 4), QPoint(4, grid.viewport().height() - 20))
    bar = grid.verticalScrollBar()
    bar.setValue(bar.maximum())
    ranges = grid.selectionModel().selection().toList()
    assert [(each.top(), each.bottom()) for each in ranges] == [(0, 999_999)]


def test_it_stays_on_its_offers_while_rows_come_above(grid, model):
    grid.verticalScrollBar().setValue(3 * grid._geometry.line_height)
    pull(grid, START, shown(grid, 13).center())
    chosen = {each.ref for each in grid.selected_offers()}
    model.insert(0, [offer(number) for number in range(100, 108)])
    assert {each.ref for each in grid.selected_offers()} == chosen


@pytest.mark.parametrize("change", ["reset", "density"])
def test_when_everything_changes_it_ends(grid, model, change):
    pull(grid, START, shown(grid, 5).center())
    model.reset([offer(0)]) if change == "reset" else grid.set_cell_width(300)
    assert not grid.band.active
    assert grid.band.area.isNull()
