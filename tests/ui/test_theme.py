"""Changing between light and dark while the window is open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from sourcing_desktop.ui.grid.offer_grid import OfferGrid
from sourcing_desktop.ui.main_window import MainWindow
from sourcing_desktop.ui.theme import DARK, LIGHT, apply_theme
from tests.ui.grid.moves import offer


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[None]:
    """The application in the light theme; undressed afterwards."""
    style, palette, font = qapp.style().name(), qapp.palette(), qapp.font()
    apply_theme(qapp, LIGHT)
    yield
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)


def test_cards_drawn_before_are_drawn_anew(dressed: None, window: MainWindow, loader, on_screen):
    """Badges, platform marks, corners and the veil are kept in the colours they were drawn in."""
    grid, dark = window.keyword.results.grid, OfferGrid(DARK, loader)
    for each in (grid, dark):
        each.setParent(None)  # stands alone, so that both are of one size
        each.resize(700, 500)
        each.model().reset([offer(number) for number in range(12)])
        each.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # no ring round the one shown last
        on_screen(each)
    assert picture(grid) != picture(dark)
    window.actions_by_name["theme"].trigger()
    assert picture(grid) == picture(dark)
    for each in (grid, dark):
        each.model().set_dimmed(True)
    assert picture(grid) == picture(dark)


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
