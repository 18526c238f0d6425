"""Density by slider, wheel and pinch: what the buyer looks at stays where it is."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtWidgets import QApplication

from tests.ui.grid.moves import CTRL, offer, shown, wheel

ROWS = 3000


@pytest.fixture(autouse=True)
def filled(grid, model):
    model.reset([offer(number) for number in range(ROWS)])


def spot(grid, row, at):
    """How far down the row's cell the point is, in parts of its line."""
    return (at.y() - shown(grid, row).top()) / grid._geometry.line_height


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.floats(0, 1),
    st.integers(20, 880),
    st.integers(0, 690),
    st.lists(st.sampled_from([-1, 1]), min_size=1, max_size=4),
)
def test_what_is_under_the_cursor_stays_at_its_height(grid, where, x, y, notches):
    grid.set_cell_width(184)
    bar, at = grid.verticalScrollBar(), QPoint(x, y)
    bar.setValue(round(bar.maximum() * where))
    row = grid._geometry.spot(x, y + bar.value())[0]
    part = spot(grid, row, at)
    for notch in notches:
        wheel(grid, notch, at, CTRL)
        if not 0 < bar.value() < bar.maximum():
            return  # an end of the list came in between
        assert abs(spot(grid, row, at) - part) * grid._geometry.line_height <= len(notches)


@pytest.mark.parametrize("where", [0, 50_000, 10**9])
@pytest.mark.parametrize("width", [80, 130, 300, 480])
def test_the_slider_keeps_the_current_offer_in_place(grid, model, where, width):
    bar = grid.verticalScrollBar()
    bar.setValue(where)
    rows = grid.shown_rows()
    row = rows[len(rows) // 2]
    grid.setCurrentIndex(model.index(row))
    middle = shown(grid, row).center().y()
    grid.set_cell_width(width)
    if 0 < bar.value() < bar.maximum():
        assert abs(shown(grid, row).center().y() - middle) <= grid._geometry.line_height // 30 + 8
    assert grid.viewport().rect().intersects(shown(grid, row))


def test_a_current_offer_out_of_sight_is_left_there(grid, model):
    grid.setCurrentIndex(model.index(0))
    grid.verticalScrollBar().setValue(50_000)
    top = grid.shown_rows().start
    grid.set_cell_width(300)
    assert top in grid.shown_rows()
    assert 0 not in grid.shown_rows()


def test_a_point_may_be_held(grid):
    grid.verticalScrollBar().setValue(50_000)
    at = QPoint(400, 350)
    row = grid._geometry.spot(at.x(), at.y() + 50_000)[0]
    part = spot(grid, row, at)
    grid.set_cell_width(300, hold=at)
    assert spot(grid, row, at) == pytest.approx(part, abs=0.01)


@pytest.mark.parametrize(
    ("steps", "columns"), [([0.1, 0.1, 0.1], -1), ([-0.3], 1), ([0.05], 0), ([0.2, -0.2], 0)]
)
def test_a_pinch_zooms(grid, steps, columns):
    before, told = grid._geometry.columns, []
    grid.cell_width_changed.connect(told.append)
    at = QPointF(400, 300)
    for step in steps:
        everywhere = QPointF(grid.viewport().mapToGlobal(at))
        device, zoom = QPointingDevice.primaryPointingDevice(), Qt.NativeGestureType.ZoomNativeGesture
        event = QNativeGestureEvent(zoom, device, 2, at, at, everywhere, step, QPointF(), 0)
        QApplication.sendEvent(grid.viewport(), event)
    assert grid._geometry.columns == before + columns
    assert bool(told) == bool(columns)
