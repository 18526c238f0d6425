"""The two themes: words can be read, and the window changes between them while it is open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
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


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_words_stand_out_from_their_ground(theme):
    words = (theme.text, theme.text_soft, theme.accent, theme.danger, theme.warning, theme.success)
    grounds = (theme.window, theme.panel, theme.card, theme.accent_soft)
    pairs = [(ink, ground) for ink in words for ground in grounds]
    pairs += [(theme.on_accent, theme.accent), (theme.text_soft, theme.placeholder)]
    pairs += [(theme.text, theme.warning_soft), (theme.alibaba, theme.card), (theme.taobao, theme.card)]
    assert min(contrast(ink, ground) for ink, ground in pairs) >= 4.5


def test_every_page_fits_a_small_screen(qapp, window: MainWindow):
    window.furnish()
    window.resize(1024, 640)
    assert (window.width(), window.height()) == (1024, 640)


def contrast(ink: QColor, ground: QColor) -> float:
    """The ratio the web's accessibility guidelines measure."""
    dark, light = sorted(luminance(colour) for colour in (ink, ground))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: QColor) -> float:
    def linear(share: float) -> float:
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return sum(
        weight * linear(share)
        for weight, share in zip((0.2126, 0.7152, 0.0722), colour.getRgbF()[:3], strict=True)
    )
