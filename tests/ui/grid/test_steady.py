"""Rows that come and go do not move what the buyer looks at."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint

from sourcing_desktop.ui.grid.offer_model import OfferModel
from tests.ui.grid.moves import click, move_mouse, offer, shown, wheel


@pytest.fixture(autouse=True)
def looked_at(grid, model):
    model.reset([offer(number) for number in range(400)])
    grid.verticalScrollBar().setValue(5000)


def heights(grid):
    return {grid.model().offer(row).ref: grid.cell_rect(row).top() for row in grid.shown_rows()}


@pytest.mark.parametrize("count", [4, 40, 400])
def test_whole_lines_above_move_nothing(grid, model, count):
    before = heights(grid)
    model.insert(0, [offer(number) for number in range(1000, 1000 + count)])
    assert heights(grid) == before
    model.remove(range(count))
    assert heights(grid) == before


def test_one_by_one_the_first_offer_in_sight_stays_in_its_line(grid, model):
    first = next(iter(heights(grid)))
    height = heights(grid)[first]
    for number in range(1000, 1030):
        model.insert(3, [offer(number)])
        assert heights(grid)[first] == height
    for _ in range(30):
        model.remove([3])
        assert heights(grid)[first] == height


def test_what_comes_below_or_goes_there_moves_nothing(grid, model):
    before, offset = heights(grid), grid.verticalOffset()
    model.insert(grid.shown_rows().stop, [offer(1000)])
    model.remove([350, 360, 361, 399])
    assert (heights(grid), grid.verticalOffset()) == (before, offset)


def test_what_takes_the_place_of_the_first_in_sight_has_its_height(grid, model):
    first, line = grid.shown_rows().start, grid._geometry.columns
    height = grid.cell_rect(first).top()
    follower = model.offer(first + line)
    model.remove(range(first - 2 * line, first + line))
    row = next(row for row in grid.shown_rows() if model.offer(row) == follower)
    assert grid.cell_rect(row).top() == height


def test_at_the_very_top_new_offers_show(grid, model):
    grid.verticalScrollBar().setValue(0)
    model.insert(0, [offer(1000)])
    assert grid.verticalOffset() == 0
    assert model.offer(grid.shown_rows().start) == offer(1000)


def test_current_selected_and_hovered_offers_stay_what_they_are(grid, model):
    row = grid.shown_rows().start + 6
    click(grid, row)
    move_mouse(grid, shown(grid, row).center())
    wanted = model.offer(row)
    model.insert(2, [offer(number) for number in range(1000, 1008)])
    assert grid.current_offer() == wanted
    assert grid.selected_offers() == [wanted]
    assert model.offer(grid._hover) == wanted
    model.remove(range(5))
    assert grid.selected_offers() == [wanted]


def test_removing_the_current_offer_out_of_sight_scrolls_nowhere(grid, model):
    grid.setCurrentIndex(model.index(0))
    grid.verticalScrollBar().setValue(5000)
    before = heights(grid)
    model.remove([0, 1, 2, 3])
    assert heights(grid) == before


def test_a_glide_goes_on_to_the_offer_it_went_to(qtbot, grid, model):
    goal = model.offer(grid._geometry.spot(0, 5000 + 240)[0])
    below = grid.cell_rect(grid._geometry.spot(0, 5240)[0]).top() - 240
    wheel(grid, -2, QPoint(100, 100))
    model.insert(0, [offer(number) for number in range(1000, 1040)])
    qtbot.waitUntil(lambda: grid._glide.state() is grid._glide.State.Stopped)
    row = next(row for row in grid.shown_rows() if model.offer(row) == goal)
    assert grid.cell_rect(row).top() == below


def test_without_animations_the_wheel_jumps(qapp, grid, model):
    grid.verticalScrollBar().setStyleSheet("* { widget-animation-duration: 0; }")
    wheel(grid, -2, QPoint(100, 100))
    assert grid.verticalOffset() == 5240


def test_an_old_model_is_no_longer_heard(grid, model):
    other = OfferModel(grid)
    grid.setModel(other)
    other.reset([offer(number) for number in range(50)])
    offset = grid.verticalOffset()
    model.remove(range(100))
    assert grid.verticalOffset() == offset
    assert grid.indexAt(shown(grid, 0).center()).row() == 0
