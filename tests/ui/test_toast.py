"""A word about something done stays in sight, whatever comes to the front meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer

from sourcing_desktop.ui.main_window import MainWindow
from sourcing_desktop.ui.notices import UNDO_SECONDS


@pytest.fixture
def window(theme, loader, tmp_path, on_screen):
    window = MainWindow(theme, loader, QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    on_screen(window)
    return window


@pytest.fixture
def furnished(window):
    window.furnish()
    return window


def test_it_stays_above_what_is_raised(qtbot, window):
    toast = window.toast
    toast.say("1 piece added to the cart", undo=lambda: None)
    for part in (window.centralWidget(), window.cart_dock, window.orders_dock):
        part.raise_()
        qtbot.waitUntil(lambda: window.childAt(toast.geometry().center()) in (toast, *toast.children()))


def test_a_word_without_a_way_back_waits_for_one_that_has_it(window):
    toast, undone = window.toast, []
    toast.say("Took 2 searches off the queue", lambda: undone.append(1))
    toast.say("Picture copied")
    assert toast.text.text() == "Took 2 searches off the queue"
    assert toast.take_back()
    assert undone == [1]
    assert toast.text.text() == "Picture copied"
    assert not toast.take_back()


def test_a_dock_that_is_raised_turns_its_tab_meanwhile(window):
    window.toast.say("1 piece added to the cart")
    for dock in (window.cart_dock, window.orders_dock, window.offer_dock):
        window.raise_dock(dock)
        assert not dock.visibleRegion().isEmpty()


def test_it_leaves_the_docks_free(qtbot, window):
    window.resize(1024, 640)
    window.toast.say("Undone: removed 15 lines", undo=lambda: None)
    qtbot.waitUntil(lambda: window.toast.geometry().right() <= window.centralWidget().geometry().right())
    window.resize(1440, 900)
    central = window.centralWidget().geometry()
    qtbot.waitUntil(lambda: abs(window.toast.geometry().center().x() - central.center().x()) <= 1)


def test_a_long_word_breaks_and_a_short_one_after_it_does_not(qtbot, window):
    window.resize(1024, 640)
    window.toast.say("Not added to the cart: " + "a very long title " * 12, undo=lambda: None)
    qtbot.waitUntil(lambda: window.toast.geometry().right() <= window.centralWidget().geometry().right())
    assert window.toast.x() >= window.centralWidget().x()
    line = window.toast.text.fontMetrics().height()
    assert window.toast.text.height() > 2 * line
    window.toast.say("1 piece added to the cart", undo=lambda: None)
    assert window.toast.text.height() < 2 * line
    assert window.toast.width() < 300


def test_it_leaves_the_foot_of_a_page_free(window):
    window.toast.say("1 piece added to the cart")
    foot = window.keyword.results.foot.geometry()
    place = window.keyword.results.mapTo(window, foot.topLeft())
    assert window.toast.geometry().bottom() < place.y()


def test_undo_is_a_key_away_wherever_the_keyboard_is(qtbot, furnished):
    window, undone = furnished, []
    window.toast.say("Took 1 offer off the shortlist", undo=lambda: undone.append("shortlist"))
    window.tabs.tabBar().setFocus()
    qtbot.keyClick(window.tabs.tabBar(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == ["shortlist"]
    assert window.toast.isHidden()
    qtbot.keyClick(window.tabs.tabBar(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == ["shortlist"]
    assert window.toast.text.text() == "There is nothing to undo here."


def test_a_line_that_is_typed_into_keeps_its_own_undo(qtbot, furnished):
    window, undone = furnished, []
    window.keyword.words.setFocus()
    qtbot.keyClicks(window.keyword.words, "lamp")
    window.toast.say("Took 1 offer off the shortlist", undo=lambda: undone.append("shortlist"))
    qtbot.keyClick(window.keyword.words, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.keyword.words.text() != "lamp"
    assert not undone


def test_in_the_cart_the_same_key_takes_back_what_was_done_there(qtbot, furnished):
    window, asked = furnished, []
    window.cart.undo_requested.connect(lambda: asked.append("cart"))
    window.raise_dock(window.cart_dock)
    window.cart.refresh.setFocus()
    qtbot.keyClick(window.cart.refresh, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["cart"]


def test_it_stays_while_somebody_is_at_its_button(window):
    window.toast.say("1 piece added to the cart", undo=lambda: None)
    clock = window.toast.findChild(QTimer)
    assert clock.interval() == UNDO_SECONDS * 1000
    window.toast.undo.setFocus()
    assert not clock.isActive()
    window.keyword.words.setFocus()
    assert clock.isActive()
