"""The window makes only what somebody needs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings

from sourcing_desktop.ui.main_window import LATER, MainWindow
from sourcing_desktop.ui.theme import live_theme


@pytest.fixture
def young(qtbot, loader, tmp_path):
    """A window after its first paint, before the rest is made."""
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow(live_theme("light"), loader, settings)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.mark.parametrize(
    "do",
    [
        MainWindow.close,
        lambda window: (window.toggle_theme(), window.toggle_theme()),
        MainWindow.focus_words,
    ],
    ids=["close", "theme", "words"],
)
def test_what_is_not_needed_is_not_made(young, do):
    do(young)
    assert not vars(young).keys() & set(LATER)
    assert not young.keyword.results.has_grid
