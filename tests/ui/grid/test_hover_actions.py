"""The buttons on the card under the mouse, and the hearts that stay when it leaves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sourcing_desktop.ui.grid.offer_cell import picture_box
from tests.ui.grid.moves import LEFT, NO_KEYS, move_mouse, offer, selected, shown, wheel

FIRST, TAOBAO = 1, 2


def card(number):
    return offer(number, f"http://127.0.0.1:9/img/ibank/{number}.jpg")


@pytest.fixture
def strip(grid, model):
    """Of a grid with fifty offers, the mouse on the second."""
    model.reset([card(number) for number in range(50)])
    point_at(grid, FIRST)
    return grid.hover_actions


def point_at(grid, row):
    move_mouse(grid, shown(grid, row).center())


def on_heart(grid, strip):
    """Where a real click goes: Qt finds the widget and makes double clicks."""
    window, heart = grid.window(), strip.shortlist
    return window.windowHandle(), LEFT, NO_KEYS, heart.mapTo(window, heart.rect().center())


def leave(grid):
    QApplication.sendEvent(grid.viewport(), QEvent(QEvent.Type.Leave))


def test_it_stands_on_the_picture_under_the_mouse_and_goes_with_it(grid, strip):
    for row in (FIRST, 6, 0):
        point_at(grid, row)
        assert strip.isVisible()
        assert picture_box(shown(grid, row)).contains(strip.geometry())
    leave(grid)
    assert not strip.isVisible()


def test_buttons_act_on_the_card_they_stand_on_and_leave_the_selection(qtbot, grid, strip):
    grid.setCurrentIndex(grid.model().index(5))
    for button, signal, told in (
        (strip.shortlist, grid.shortlist_toggled, [card(FIRST)]),
        (strip.quick_look, grid.quick_look_wanted, FIRST),
        (strip.similar, grid.similar_wanted, card(FIRST)),
        (strip.shop, grid.shop_wanted, card(FIRST)),
    ):
        with qtbot.waitSignal(signal) as asked:
            QTest.mouseClick(button, LEFT)
        assert asked.args == [told]
    assert selected(grid) == [5]


def test_a_double_click_on_a_button_opens_nothing(qtbot, grid, strip):
    with qtbot.assertNotEmitted(grid.opened):
        QTest.mouseClick(strip.shortlist, LEFT)
        QTest.mouseDClick(strip.shortlist, LEFT)


def test_a_double_click_on_the_heart_is_one_wish(grid, strip):
    wishes = []
    grid.shortlist_toggled.connect(wishes.append)
    QTest.mouseDClick(*on_heart(grid, strip))
    assert wishes == [[card(FIRST)]]
    QTest.mouseClick(*on_heart(grid, strip))
    assert wishes == [[card(FIRST)]] * 2


@pytest.mark.parametrize("moved", ["mouse", "wheel"])
def test_the_heart_waits_for_the_mouse_before_it_acts_on_the_card_that_came_under_it(
    qtbot, grid, model, strip, moved
):
    wishes, opened = [], []
    grid.shortlist_toggled.connect(lambda offers: (wishes.extend(offers), model.remove([FIRST])))
    grid.opened.connect(opened.append)
    at = strip.shortlist.mapTo(grid.viewport(), strip.shortlist.rect().center())
    for _ in range(3):
        qtbot.waitUntil(strip.isVisible)
        QTest.mouseClick(*on_heart(grid, strip))
    assert wishes == [card(FIRST)]
    assert (opened, selected(grid)) == ([], [])
    if moved == "mouse":
        point_at(grid, 0)
        point_at(grid, FIRST)
    else:
        wheel(grid, -1, at)
    qtbot.waitUntil(lambda: strip.isVisible() and strip.shortlist.isEnabled())
    QTest.mouseClick(strip.shortlist, LEFT)
    assert len(wishes) == 2


def test_the_heart_tells_whether_the_offer_is_listed(grid, strip):
    assert strip.shortlist.accessibleName() == "Shortlist"
    empty = strip.shortlist.grab().toImage()
    grid.set_shortlisted({card(FIRST).ref})
    assert strip.shortlist.accessibleName() == "Remove from shortlist"
    assert strip.shortlist.grab().toImage() != empty
    point_at(grid, 0)
    assert strip.shortlist.accessibleName() == "Shortlist"


def test_no_shop_is_known_on_taobao_and_the_button_says_so(qtbot, grid, strip):
    assert strip.shop.isEnabled()
    point_at(grid, TAOBAO)
    assert not strip.shop.isEnabled()
    assert "Taobao" in strip.shop.toolTip()
    with qtbot.assertNotEmitted(grid.shop_wanted):
        QTest.mouseClick(strip.shop, LEFT)


def test_every_button_has_a_name_and_a_tip_and_none_takes_the_keyboard(strip):
    for button in (strip.shortlist, strip.quick_look, strip.similar, strip.shop):
        assert button.accessibleName()
        assert button.toolTip()
        assert button.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_it_hides_while_cards_move_and_comes_back_when_they_stand(qtbot, grid, strip):
    bar = grid.verticalScrollBar()
    for step in range(1, 9):
        bar.setValue(step * 40)
        assert not strip.isVisible()
    qtbot.waitUntil(strip.isVisible)
    assert picture_box(shown(grid, grid._hover)).intersects(strip.geometry())
    assert grid.viewport().rect().contains(strip.geometry())


def test_the_wheel_scrolls_on_through_it(qtbot, grid, strip):
    at = strip.shortlist.mapTo(grid.viewport(), strip.shortlist.rect().center())
    assert grid.viewport().childAt(at) is strip.shortlist
    wheel(grid, -1, at)
    qtbot.waitUntil(lambda: grid.verticalOffset() > 0)


def test_a_drag_goes_without_it(grid, strip):
    QTest.mousePress(grid.viewport(), LEFT, pos=shown(grid, FIRST).center())
    grid.startDrag(Qt.DropAction.CopyAction)
    assert not strip.isVisible()
    QTest.mouseRelease(grid.viewport(), LEFT, pos=shown(grid, FIRST).center())


def test_a_rubber_band_goes_without_it(grid, strip):
    start = QPoint(4, 4)
    QTest.mousePress(grid.viewport(), LEFT, pos=start)
    QTest.mouseMove(grid.viewport(), shown(grid, 5).center())
    assert not strip.isVisible()
    QTest.mouseRelease(grid.viewport(), LEFT, pos=shown(grid, 5).center())


def test_it_follows_the_offers_when_rows_go(qtbot, grid, model, strip):
    grid.set_shortlisted({card(TAOBAO).ref})
    model.remove([FIRST])
    qtbot.waitUntil(strip.isVisible)
    assert strip.shortlist.accessibleName() == "Remove from shortlist"
    model.reset([])
    assert not strip.isVisible()


@pytest.mark.parametrize(("width", "buttons"), [(80, 2), (130, 4), (480, 4)])
def test_small_cards_have_the_buttons_that_fit(qtbot, grid, strip, width, buttons):
    grid.set_cell_width(width)
    point_at(grid, 0)
    qtbot.waitUntil(strip.isVisible)
    four = (strip.shortlist, strip.quick_look, strip.similar, strip.shop)
    assert [button.isVisible() for button in four] == [True] * buttons + [False] * (4 - buttons)
    assert picture_box(shown(grid, 0)).contains(strip.geometry())


def test_hearts_stay_on_the_cards(grid, strip):
    leave(grid)
    plain = grid.grab(shown(grid, FIRST)).toImage()
    grid.set_shortlisted({card(FIRST).ref})
    assert grid.is_shortlisted(card(FIRST))
    assert not grid.is_shortlisted(card(0))
    marked = grid.grab(shown(grid, FIRST)).toImage()
    assert marked != plain
    grid.set_shortlisted(set())
    assert grid.grab(shown(grid, FIRST)).toImage() == plain
