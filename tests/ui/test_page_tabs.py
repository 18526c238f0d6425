"""The tabs in the middle of the window keep their places while pages are made, and who was in front."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings

from sourcing_desktop.ui.main_window import MainWindow
from sourcing_desktop.ui.page_tabs import NAMES
from sourcing_desktop.ui.theme import live_theme


@pytest.fixture
def open_window(qtbot, loader, tmp_path):
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)

    def open_again() -> MainWindow:
        window = MainWindow(live_theme("light"), loader, settings)
        qtbot.addWidget(window)
        return window

    return open_again


@pytest.mark.parametrize("name", NAMES)
def test_the_tab_that_was_in_front_is_so_again(open_window, name):
    open_window().tabs.setCurrentIndex(NAMES.index(name))
    again = open_window()
    again.furnish()
    assert again.tabs.front is getattr(again, name)
    assert again.parts()[0] == name or name == "keyword"
    assert open_window().tabs.front_name == name  # whatever happened while pages were made


def test_a_page_no_longer_known_is_none(open_window):
    open_window().settings.setValue("page", "bazaar")
    assert open_window().tabs.front_name == "keyword"
