"""The two themes: words can be read, and the window changes between them while it is open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from docs.design_page import PAGE, ROLES, SHARP_WORDS, WORDS, contrast_table, least_contrast, with_figures
from sourcing_desktop.ui.grid.offer_grid import OfferGrid
from sourcing_desktop.ui.main_window import MainWindow
from sourcing_desktop.ui.theme import DARK, DARK_SHARP, LIGHT, LIGHT_SHARP, apply_theme
from tests.ui.grid.moves import offer

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "icons"
ICONS = sorted(path for path in FOLDER.glob("*.svg") if path.stem != "sourcing-desktop")
HAND = (
    'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor"'
    ' stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"'
)


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


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role[0])
def test_every_ink_stands_out_from_its_grounds(role):
    ink, _, grounds, needed = role
    assert min(least_contrast(theme, ink, grounds) for theme in (LIGHT, DARK)) >= needed
    sharp = SHARP_WORDS if needed == WORDS else needed
    assert min(least_contrast(theme, ink, grounds) for theme in (LIGHT_SHARP, DARK_SHARP)) >= sharp


def test_the_document_has_the_figures_of_the_themes():
    text = PAGE.read_text(encoding="utf-8")
    assert with_figures(text) == text, "run: python3 dev.py design"
    assert contrast_table() in text


@pytest.mark.parametrize("icon", ICONS, ids=lambda path: path.stem)
def test_icons_are_of_one_hand(icon):
    drawn = icon.read_text(encoding="utf-8")
    assert re.match(f"<svg {re.escape(HAND)}>", drawn)
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', drawn)) <= {"none", "currentColor"}
    assert "stroke-width" not in drawn.replace(HAND, "")


def test_every_page_fits_a_small_screen(qapp, window: MainWindow):
    window.furnish()
    window.resize(1024, 640)
    assert (window.width(), window.height()) == (1024, 640)
