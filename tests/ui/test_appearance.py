"""Light, dark, or as the system, also while the window is open; and stillness for who wants it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from sourcing_desktop.ui import motion, stillness
from sourcing_desktop.ui.appearance import DARK, LIGHT, SYSTEM, Appearance
from sourcing_desktop.ui.theme import chosen_theme, live_theme


@pytest.fixture
def settings(tmp_path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def appearance(qapp: QApplication, settings: QSettings, qtbot) -> Iterator[Appearance]:
    """Undressed afterwards."""
    style, palette, font = qapp.style().name(), qapp.palette(), qapp.font()
    parent = QWidget()
    qtbot.addWidget(parent)
    yield Appearance(live_theme(SYSTEM), settings, parent)
    stillness.keep_still(False)
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Unknown)
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)


def test_what_is_chosen_is_seen_and_kept(appearance, settings):
    heard = []
    appearance.changed.connect(lambda: heard.append(True))
    assert appearance.chosen == SYSTEM
    appearance.choose(DARK)
    assert live_theme(str(settings.value("theme"))).dark
    appearance.toggle()
    assert appearance.chosen == LIGHT
    appearance.choose(LIGHT)
    assert len(heard) == 2  # what looks the same is not painted anew


def test_the_system_is_followed_only_while_nothing_else_is_chosen(appearance, monkeypatch):
    """The offscreen screen has no scheme of its own: its change is told by hand."""
    seen = []
    appearance.changed.connect(lambda: seen.append(QApplication.palette().window().color().lightness()))
    system = {"dark": True}
    monkeypatch.setattr(
        "sourcing_desktop.ui.appearance.chosen_theme",
        lambda chosen: chosen_theme(chosen if chosen != SYSTEM else DARK if system["dark"] else LIGHT),
    )
    tell = QGuiApplication.styleHints().colorSchemeChanged.emit
    tell(Qt.ColorScheme.Dark)
    assert len(seen) == 1
    assert seen[0] < 100
    appearance.choose(LIGHT)
    tell(Qt.ColorScheme.Dark)
    assert len(seen) == 2
    assert seen[1] > 200


def test_nothing_moves_for_who_wants_stillness(qtbot, appearance, settings):
    window = QWidget()
    word = QWidget(window)
    qtbot.addWidget(window)
    window.show()
    assert motion.moves(word)
    appearance.set_still(True)
    motion.appear(word)
    assert word.graphicsEffect() is None
    motion.vanish(word)
    assert window.children() == [word]
    assert settings.value("still", False, bool)
    appearance.set_still(False)
    appearance.heed_system(True)
    assert not motion.moves(word)


def test_what_comes_can_be_sent_away_on_its_way(qtbot):
    window = QWidget()
    word = QWidget(window)
    qtbot.addWidget(window)
    window.show()
    motion.appear(word)
    motion.appear(word)
    assert word.isVisible()
    motion.vanish(word)
    assert not word.isVisible()
    qtbot.waitUntil(lambda: window.children() == [word])  # its picture has faded
