"""A word about something done stays in sight, whatever comes to the front meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings

from sourcing_desktop.ui.main_window import MainWindow


@pytest.fixture
def window(theme, loader, tmp_path, on_screen):
    window = MainWindow(theme, loader, QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    on_screen(window)
    return window


def test_it_stays_above_what_is_raised(qtbot, window):
    toast = window.toast
    toast.say("1 piece added to the cart", undo=lambda: None)
    for part in (window.centralWidget(), window.cart_dock, window.orders_dock):
        part.raise_()
        qtbot.waitUntil(lambda: window.childAt(toast.geometry().center()) in (toast, *toast.children()))


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


def test_it_leaves_the_foot_of_a_page_free(window):
    window.toast.say("1 piece added to the cart")
    foot = window.keyword.results.foot.geometry()
    place = window.keyword.results.mapTo(window, foot.topLeft())
    assert window.toast.geometry().bottom() < place.y()
