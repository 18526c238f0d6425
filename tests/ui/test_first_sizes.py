"""How the window divides its room before anybody says so."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest

from sourcing_desktop.ui.dock_share import SHARE, WIDEST
from sourcing_desktop.ui.main_window import MainWindow

LEAST = 380
"""px that an offer needs."""


@pytest.fixture
def window(theme, loader, tmp_path, on_screen):
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(theme, loader, settings)
    window.furnish()
    on_screen(window)
    return window


def share(width: int) -> int:
    return max(LEAST, min(WIDEST, round(width * SHARE)))


def test_the_offer_gets_its_share_at_every_size(qtbot, window):
    for width in (1024, 1200, 1440, 1000):
        window.resize(width, 640)
        qtbot.waitUntil(lambda width=width: abs(window.offer_dock.width() - share(width)) <= 1)


def test_all_tabs_are_seen_in_a_small_window(qtbot, window):
    window.resize(1024, 640)
    qtbot.waitUntil(lambda: window.offer_dock.width() == share(1024))
    bar = window.tabs.tabBar()
    assert bar.tabRect(bar.count() - 1).right() < window.tabs.width()
    assert bar.sizeHint().width() <= window.tabs.width()


def test_the_edge_stays_where_the_buyer_puts_it(qtbot, window):
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: window.offer_dock.width() == WIDEST)
    edge = QPoint(window.offer_dock.x() - 1, 400)
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseMove(window, edge - QPoint(120, 0))
    qtbot.waitUntil(lambda: window.offer_dock.width() == WIDEST + 120)
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=edge - QPoint(120, 0))
    window.resize(1440, 800)
    QTest.qWait(0)
    assert window.offer_dock.width() == WIDEST + 120


def test_only_a_size_that_was_chosen_is_remembered(window):
    view = window.keyword.results
    view.fit_cards(120)
    assert view.size_slider.value() == view.grid.cell_width == 120
    assert window.settings.value("cards/Keyword") is None
    view.size_slider.setValue(140)
    assert window.settings.value("cards/Keyword", 0, int) == view.grid.cell_width == 140
