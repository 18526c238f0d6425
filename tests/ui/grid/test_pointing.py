"""What mouse and touchpad do to the place of the cards, and what is told of the card under the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication

from sourcing_desktop.ui.grid.geometry import NARROWEST, WIDEST, columns_for
from tests.ui.grid.moves import CTRL, NO_KEYS, click, move_mouse, offer, shown, swipe, wheel


@pytest.fixture(autouse=True)
def filled(grid, model):
    model.reset([offer(number) for number in range(400)])


@pytest.fixture
def quick_fingers(qapp):
    """Double clicks are so short that what Qt does when none came, it does soon."""
    usual = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(1)
    yield
    qapp.setDoubleClickInterval(usual)


def after_the_click(qtbot):
    """Until a timer has run out that is longer than any that waits for another click."""
    timer = QTimer(singleShot=True, timerType=Qt.TimerType.PreciseTimer)
    timer.setInterval(2 * (QApplication.doubleClickInterval() + 100))
    with qtbot.waitSignal(timer.timeout):
        timer.start()


@pytest.mark.parametrize("modifiers", [NO_KEYS, CTRL], ids=["click", "Ctrl+click"])
def test_who_clicks_and_scrolls_on_is_not_taken_back(qtbot, quick_fingers, grid, modifiers):
    click(grid, 1, modifiers)
    grid.verticalScrollBar().setValue(720)
    after_the_click(qtbot)
    assert grid.verticalOffset() == 720


def test_a_click_on_a_card_in_part_in_sight_moves_nothing(qtbot, quick_fingers, grid):
    grid.verticalScrollBar().setValue(150)
    click(grid, 1)
    after_the_click(qtbot)
    assert grid.verticalOffset() == 150
    assert grid.hasAutoScroll()  # keys still scroll


def test_a_touchpad_scrolls_by_the_pixel(grid):
    for pixels, offset in ((-7, 7), (-300, 307), (100, 207), (1000, 0)):
        swipe(grid, pixels, QPoint(100, 100))
        assert grid.verticalOffset() == offset


def test_a_touchpad_takes_over_from_the_wheel(grid):
    wheel(grid, -3, QPoint(100, 100))
    swipe(grid, -5, QPoint(100, 100))
    assert grid._glide.state() is grid._glide.State.Stopped


@pytest.mark.parametrize(("notches", "limit"), [(50, WIDEST), (-50, NARROWEST)])
def test_many_notches_at_once_go_as_far_as_it_goes(grid, notches, limit):
    told = []
    grid.cell_width_changed.connect(told.append)
    wheel(grid, notches, QPoint(100, 100), CTRL)
    assert grid._geometry.columns == columns_for(grid.viewport().width(), limit)
    assert len(told) == 1
    wheel(grid, notches, QPoint(100, 100), CTRL)
    assert len(told) == 1


def test_the_same_card_under_the_mouse_is_told_once(grid, model):
    told = []
    grid.hover_changed.connect(told.append)
    move_mouse(grid, shown(grid, 2).center())
    model.append([offer(number) for number in range(1000, 1050)])
    grid.resize(grid.width(), grid.height() - 20)
    assert told == [2]


def test_another_card_in_its_place_is_told(grid, model):
    told = []
    grid.hover_changed.connect(told.append)
    move_mouse(grid, shown(grid, 2).center())
    model.insert(0, [offer(1000)])  # at the very top new offers show
    model.remove([0])
    assert told == [2, 2, 2]
