"""The arithmetic of the grid, for any width, density and number of cells."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractItemView

from sourcing_desktop.ui.grid.geometry import MARGIN, NARROWEST, WIDEST, columns_for, fitted, width_for
from sourcing_desktop.ui.grid.walking import walked

geometries = st.builds(
    lambda width, wanted, cells: fitted(width, wanted).holding(cells, caption=100),
    st.integers(200, 5000),
    st.integers(120, 400),
    st.integers(1, 2_000_000),
)


@given(geometries, st.data())
def test_a_cell_is_found_at_its_place(geometry, data):
    cell = data.draw(st.integers(0, geometry.cells - 1))
    rect = geometry.rect(cell)
    assert rect.bottom() < geometry.height
    for corner in (rect.topLeft(), rect.bottomRight(), rect.center()):
        assert geometry.cell_at(corner.x(), corner.y()) == cell
    assert geometry.cell_at(rect.left() - 1, rect.top()) is None
    assert geometry.cell_at(rect.left(), rect.bottom() + 1) is None
    assert cell in geometry.between(rect.top(), rect.bottom() + 1)


@given(geometries, st.data())
def test_what_shows_is_exactly_the_lines_that_touch(geometry, data):
    top = data.draw(st.integers(0, geometry.height))
    bottom = top + data.draw(st.integers(1, 3000))
    shown = geometry.between(top, bottom)
    for cell in (shown.start - 1, shown.start, shown.stop - 1, shown.stop):
        if 0 <= cell < geometry.cells:
            rect = geometry.rect(cell)
            assert (cell in shown) == (rect.bottom() >= top and rect.top() < bottom)


@given(geometries, st.data())
def test_an_area_takes_exactly_the_cells_it_touches(geometry, data):
    x, y = data.draw(st.integers(-50, 5000)), data.draw(st.integers(-50, 3000))
    area = QRect(x, y, data.draw(st.integers(1, 900)), data.draw(st.integers(1, 900)))
    taken = {cell for run in geometry.runs_in(area) for cell in run}
    nearby = range(min(geometry.cells, geometry.columns * (4000 // geometry.line_height + 1)))
    assert taken == {cell for cell in nearby if geometry.rect(cell).intersects(area)}


@given(st.integers(400, 5000), st.integers(1, 12))
def test_a_width_for_so_many_columns_gives_so_many(width, columns):
    cell_width = width_for(width, columns)
    if cell_width >= 120:
        assert columns_for(width, cell_width) == columns
    assert columns * cell_width <= max(width - 2 * MARGIN, columns)


@given(st.integers(200, 5000), st.integers(NARROWEST, WIDEST))
def test_no_cell_is_wider_than_the_widest_and_both_sides_are_equal(width, wanted):
    geometry = fitted(width, wanted).holding(100, caption=100)
    last = geometry.rect(geometry.columns - 1)
    assert geometry.cell_width <= WIDEST
    assert geometry.left >= MARGIN
    assert 0 <= width - last.right() - 1 - geometry.left <= 1
    assert geometry.columns == columns_for(width, wanted)


def test_cells_beyond_what_qt_can_count_in_raise_nothing():
    geometry = fitted(400, WIDEST).holding(100_000_000, caption=100)
    last, height = geometry.rect(geometry.cells - 1), geometry.height
    assert last.isValid()
    assert last.bottom() < 2**31
    assert height < 2**31
    assert geometry.rect(geometry.between(height - 800, height).start).top() < height


@given(
    st.sampled_from(list(QAbstractItemView.CursorAction)),
    st.integers(1, 5000),
    st.integers(1, 20),
    st.integers(1, 9),
    st.data(),
)
def test_the_keyboard_never_leaves_the_rows(action, rows, columns, page, data):
    row = data.draw(st.integers(0, rows - 1))
    assert 0 <= walked(action, row, rows, columns, page) < rows
