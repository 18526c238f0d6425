"""What keyboard and mouse do in the grid."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.grid.moves import CTRL, LEFT, ask_for_menu, click, move_mouse, offer, selected, shown

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


def test_the_keyboard_walks_in_two_dimensions(grid, model):
    model.reset([offer(number) for number in range(50)])
    columns = grid._geometry.columns
    assert columns == 4
    grid.setCurrentIndex(model.index(0))
    for key, row in [
        (KEY.Key_Right, 1),
        (KEY.Key_Down, 5),
        (KEY.Key_Left, 4),
        (KEY.Key_Left, 3),
        (KEY.Key_Up, 3),
        (KEY.Key_PageDown, 11),
        (KEY.Key_PageUp, 3),
        (KEY.Key_End, 49),
        (KEY.Key_Up, 45),
        (KEY.Key_Right, 46),
        (KEY.Key_Down, 49),  # the last line is shorter
        (KEY.Key_Down, 49),
        (KEY.Key_Home, 0),
    ]:
        QTest.keyClick(grid, key)
        assert grid.currentIndex().row() == row
        assert grid.viewport().rect().contains(shown(grid, row))
        assert selected(grid) == [row]


def test_shift_and_arrows_select_a_range(grid, model):
    model.reset([offer(number) for number in range(50)])
    grid.setCurrentIndex(model.index(1))
    QTest.keyClick(grid, KEY.Key_Down, SHIFT)
    assert selected(grid) == [1, 2, 3, 4, 5]
    QTest.keyClick(grid, KEY.Key_Left, SHIFT)
    assert selected(grid) == [1, 2, 3, 4]


def test_enter_opens_the_current_offer(qtbot, grid, model):
    model.reset([offer(number) for number in range(5)])
    grid.setCurrentIndex(model.index(3))
    with qtbot.waitSignal(grid.opened) as opened:
        QTest.keyClick(grid, KEY.Key_Return)
    assert opened.args == [offer(3)]
    assert grid.current_offer() == offer(3)


def test_ctrl_enter_and_the_middle_button_open_apart(qtbot, grid, model):
    model.reset([offer(number) for number in range(5)])
    grid.setCurrentIndex(model.index(3))
    for key in (KEY.Key_Return, KEY.Key_Enter):
        with qtbot.waitSignal(grid.opened_apart) as opened, qtbot.assertNotEmitted(grid.opened):
            QTest.keyClick(grid, key, CTRL)
        assert opened.args == [offer(3)]
    middle, first = Qt.MouseButton.MiddleButton, shown(grid, 0).center()
    with qtbot.waitSignal(grid.opened_apart) as opened:
        QTest.mouseClick(grid.viewport(), middle, pos=first)
    assert opened.args == [offer(0)]
    assert (grid.currentIndex().row(), selected(grid)) == (3, [3])
    with qtbot.assertNotEmitted(grid.opened_apart):
        QTest.mousePress(grid.viewport(), middle, pos=first)
        QTest.mouseRelease(grid.viewport(), middle, pos=shown(grid, 1).center())


def test_keys_in_an_empty_grid_do_nothing(grid):
    for key in (KEY.Key_Down, KEY.Key_End, KEY.Key_Return, KEY.Key_PageDown, KEY.Key_A):
        QTest.keyClick(grid, key)
    assert grid.current_offer() is None
    assert grid.selected_offers() == []


def test_click_ctrl_click_and_shift_click(grid, model):
    model.reset([offer(number) for number in range(50)])
    click(grid, 1)
    assert selected(grid) == [1]
    click(grid, 6, CTRL)
    assert selected(grid) == [1, 6]
    click(grid, 3)
    click(grid, 6, SHIFT)
    assert selected(grid) == [3, 4, 5, 6]
    assert grid.selected_offers() == [offer(number) for number in (3, 4, 5, 6)]
    click(grid, 0, SHIFT)
    assert selected(grid) == [0, 1, 2, 3]


def test_the_rubber_band_selects_what_it_touches(grid, model):
    model.reset([offer(number) for number in range(50)])
    start, end = QPoint(4, 4), shown(grid, 5).center()
    QTest.mousePress(grid.viewport(), LEFT, pos=start)
    QTest.mouseMove(grid.viewport(), (start + end) / 2)
    QTest.mouseMove(grid.viewport(), end)
    assert selected(grid) == [0, 1, 4, 5]
    grid.grab()
    QTest.mouseRelease(grid.viewport(), LEFT, pos=end)
    assert selected(grid) == [0, 1, 4, 5]


def test_a_double_click_opens(qtbot, grid, model):
    model.reset([offer(number) for number in range(5)])
    click(grid, 2)
    with qtbot.waitSignal(grid.opened) as opened:
        QTest.mouseDClick(grid.viewport(), LEFT, pos=shown(grid, 2).center())
    assert opened.args == [offer(2)]


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_the_menu_is_asked_for_at_the_offer(qtbot, grid, model, reason):
    model.reset([offer(number) for number in range(5)])
    grid.setCurrentIndex(model.index(2))
    place = shown(grid, 2).center()
    with qtbot.waitSignal(grid.menu_requested) as asked:
        ask_for_menu(grid, reason, place)
    assert asked.args == [offer(2), grid.viewport().mapToGlobal(place)]
    assert selected(grid) == [2]


def test_the_menu_key_brings_the_current_offer_into_sight(grid, model):
    model.reset([offer(number) for number in range(400)])
    grid.setCurrentIndex(model.index(2))
    grid.verticalScrollBar().setValue(5000)
    asked = []
    grid.menu_requested.connect(lambda offer, place: asked.append((offer, place)))
    ask_for_menu(grid, QContextMenuEvent.Reason.Keyboard, QPoint())
    place = shown(grid, 2).center()
    assert grid.viewport().rect().contains(place)
    assert asked == [(offer(2), grid.viewport().mapToGlobal(place))]


def test_no_menu_beside_the_offers(grid, model):
    model.reset([offer(0)])
    asked = []
    grid.menu_requested.connect(lambda *args: asked.append(args))
    ask_for_menu(grid, QContextMenuEvent.Reason.Mouse, QPoint(3, 3))
    assert asked == []


def test_hover_follows_the_mouse_and_leaves_with_it(grid, model):
    model.reset([offer(number) for number in range(50)])
    move_mouse(grid, shown(grid, 2).center())
    assert grid._hover == 2
    QApplication.sendEvent(grid.viewport(), QEvent(QEvent.Type.Leave))
    assert grid._hover == -1
