"""What covers the window keeps the keyboard, and goes when what is asked for shows behind it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.grid.moves import offer

KEY = Qt.Key


@pytest.fixture
def grid(window):
    """Sixty offers in the program's window, the keyboard at the first."""
    results = window.keyword.results
    results.model.reset([offer(n, f"http://127.0.0.1:9/{n}.jpg") for n in range(60)])
    results.show_results()
    results.take_keyboard()
    return results.grid


@pytest.fixture
def look(window, grid):
    """Quick look, opened with Space."""
    QTest.keyClick(grid, KEY.Key_Space)
    return window.offer_commands.quick_look


def test_tab_goes_round_its_buttons(grid, look):
    seen = []
    while QApplication.focusWidget() not in seen:
        seen.append(QApplication.focusWidget())
        QTest.keyClick(seen[-1], KEY.Key_Tab)
    assert look.isVisible()
    assert {look, look.caption.shortlist, look.caption.open} < set(seen)
    assert all(each is look or look.isAncestorOf(each) for each in seen)
    QTest.keyClick(look, KEY.Key_Backtab)
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Right)
    assert look.place.text() == "2 of 60"
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    assert not look.isVisible()
    assert QApplication.focusWidget() is grid


def test_enter_presses_the_button_that_has_the_keyboard(qtbot, grid, look):
    look.caption.shortlist.setFocus()
    with qtbot.waitSignal(grid.shortlist_toggled), qtbot.assertNotEmitted(grid.opened):
        QTest.keyClick(look.caption.shortlist, KEY.Key_Return)
    assert look.isVisible()


def test_quick_look_goes_when_something_similar_is_looked_for_by_a_menu(window, look):
    window.similar_wanted.emit("http://127.0.0.1:9/1.jpg")
    assert not look.isVisible()


def test_the_viewer_goes_when_something_similar_is_looked_for_by_a_menu(window):
    viewer = window.offer.page.gallery.look((), "http://127.0.0.1:9/1.jpg")
    assert viewer.isVisible()
    window.similar_wanted.emit("http://127.0.0.1:9/1.jpg")
    assert not viewer.isVisible()
