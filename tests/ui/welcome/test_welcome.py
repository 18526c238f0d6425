"""The first-run page is there for who comes first, in nobody's way, and once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from shiboken6 import isValid

from sourcing_desktop.ui.about_dialog import AboutDialog
from sourcing_desktop.ui.main_window import MainWindow
from sourcing_desktop.ui.theme import live_theme
from sourcing_desktop.ui.welcome.welcome_page import WelcomePage


@pytest.fixture
def settings(tmp_path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def open_anew(loader, settings, on_screen):
    """Opens the window as the program does after its first paint."""

    def make() -> MainWindow:
        window = MainWindow(live_theme("light"), loader, settings)
        window.furnish()
        on_screen(window)
        return window

    return make


def test_it_is_seen_first_and_searching_goes_on_below(qtbot, open_anew):
    window = open_anew()
    page = window.guidance.welcome
    window.focus_words()
    assert page.isVisible()
    assert QApplication.focusWidget() is window.keyword.words
    window.keyword.results.show_loading()
    assert not page.isVisible()


def test_nothing_is_cut_off_in_a_small_window_and_searching_does_not_make_it_larger(qtbot, open_anew):
    window = open_anew()
    window.keyword.teach([("Search for “mug”", window.focus_words)] * 3)
    window.resize(1024, 640)
    page = window.guidance.welcome
    qtbot.waitUntil(lambda: window.offer_dock.width() < 400)
    assert page.visibleRegion().boundingRect() == page.rect()
    for label in page.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
    window.keyword.results.show_loading()
    QTest.qWait(0)
    assert window.height() == 640


def test_in_a_smaller_one_it_scrolls(qtbot, open_anew):
    window = open_anew()
    page = window.guidance.welcome
    window.resize(window.minimumSizeHint())
    qtbot.waitUntil(lambda: page.visibleRegion().boundingRect().height() < page.height())
    page.account.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.account, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert page.isAncestorOf(focus)
    assert not focus.visibleRegion().isEmpty()


def test_the_sandbox_is_one_press_away_and_it_does_not_come_back(qtbot, open_anew):
    window = open_anew()
    qtbot.mouseClick(window.guidance.welcome.sandbox, Qt.MouseButton.LeftButton)
    assert window.guidance.welcome is None
    assert QApplication.focusWidget() is window.keyword.words
    assert open_anew().guidance.welcome is None


def test_who_closed_the_window_once_is_no_newcomer(open_anew):
    open_anew().close()
    assert open_anew().guidance.welcome is None


def test_the_account_button_asks_for_the_accounts(qtbot, open_anew):
    window = open_anew()
    asked = []
    window.actions_by_name["accounts"].triggered.connect(lambda: asked.append(True))
    qtbot.mouseClick(window.guidance.welcome.account, Qt.MouseButton.LeftButton)
    assert asked


def test_it_can_be_asked_for_again(qtbot, open_anew):
    window = open_anew()
    window.actions_by_name["welcome"].trigger()
    dialog = QApplication.activeModalWidget()
    page = dialog.findChild(WelcomePage)
    qtbot.waitUntil(page.sandbox.hasFocus)
    qtbot.keyClick(page.sandbox, Qt.Key.Key_Space)
    assert not dialog.isVisible()


def test_the_program_says_what_it_is_and_where_the_data_are(open_anew, tmp_path):
    window = open_anew()
    window.actions_by_name["about"].trigger()
    dialog = window.findChild(AboutDialog)
    words = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"Apache-2.0", str(tmp_path)} <= words
    dialog.close()


def test_it_comes_again_when_asked_for(qtbot, open_anew):
    window = open_anew()
    page = window.guidance.welcome
    page.left.emit()
    qtbot.waitUntil(lambda: not isValid(page))
    window.actions_by_name["welcome"].trigger()
    assert QApplication.activeModalWidget().isVisible()
    QApplication.activeModalWidget().reject()
