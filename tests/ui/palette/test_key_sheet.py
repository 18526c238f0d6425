"""The sheet of keys has all of them, and all of it is within reach of the keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QScrollArea

from sourcing_desktop.ui.palette.key_places import PLACES, WORDS

SAME = {"Return": "Enter", "Ctrl+Return": "Ctrl+Enter"}
"""Two keys, and one of them has the name of both."""


@pytest.fixture
def sheet(window):
    window.actions_by_name["shortcuts"].trigger()
    yield window.guidance.key_sheet
    window.guidance.key_sheet.close()


def local_keys(window) -> Iterator[str]:
    """Keys of parts of the window, as those name them."""
    for shortcut in window.findChildren(QShortcut):
        yield shortcut.key().toString()
    for action in window.findChildren(QAction):
        if action.shortcutContext() is Qt.ShortcutContext.WidgetShortcut:
            yield action.shortcut().toString()


def test_it_has_every_command(window, sheet):
    words = {label.text() for label in sheet.findChildren(QLabel)}
    for action in window.actions_by_name.values():
        assert action.text().partition("\t")[0].replace("&", "") in words


def test_it_has_the_keys_of_every_place(window, sheet):
    window.furnish()
    named = {key for place in PLACES for _, pressed in place.keys for key in pressed}
    found = {SAME.get(key, key) for key in local_keys(window)} - {""}
    assert {"Alt+Left", "Ctrl+W", "Ctrl+Enter", "M"} <= found
    assert found <= named


def test_its_keys_are_keys():
    for key in (key for place in PLACES for _, pressed in place.keys for key in pressed):
        assert key in WORDS or QKeySequence(key).toString() == key


def test_home_and_end_reach_its_first_and_last_line(qtbot, sheet):
    sheet.resize(sheet.width(), 400)
    area = sheet.findChild(QScrollArea)
    assert area.accessibleName()
    labels = area.findChildren(QLabel)
    qtbot.keyClick(area, Qt.Key.Key_End)
    lowest = max(labels, key=lambda label: label.mapTo(area.widget(), label.rect().bottomLeft()).y())
    assert not lowest.visibleRegion().isEmpty()
    assert labels[0].visibleRegion().isEmpty()
    qtbot.keyClick(area, Qt.Key.Key_Home)
    assert not labels[0].visibleRegion().isEmpty()
