"""Every command can be read, seen and pressed."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from sourcing_desktop.ui.actions import COMMANDS, with_standard
from sourcing_desktop.ui.resources import resource


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_command_has_text_icon_and_shortcut(command, window):
    action = window.actions_by_name[command.name]
    assert action.text().replace("&", "").strip()
    assert resource(f"icons/{command.icon}.svg").is_file()
    assert not action.icon().isNull()
    assert not action.shortcut().isEmpty()
    assert action.shortcut().toString(QKeySequence.SequenceFormat.PortableText) == command.shortcut


def test_shortcuts_and_names_are_unique():
    for values in ([command.shortcut for command in COMMANDS], [command.name for command in COMMANDS]):
        assert [value for value, times in Counter(values).items() if times > 1] == []


def test_letters_of_menus_are_unique(window):
    menus = [action.menu() for action in window.menuBar().actions()]
    for texts in (
        [menu.title() for menu in menus],
        *([action.text() for action in menu.actions() if "&" in action.text()] for menu in menus),
    ):
        letters = [text[text.index("&") + 1].lower() for text in texts]
        assert len(set(letters)) == len(letters), texts


def test_every_command_is_in_a_menu_and_wired(window, program):
    shown = {action.objectName() for entry in window.menuBar().actions() for action in entry.menu().actions()}
    for command in COMMANDS:
        assert command.name in shown
        wired = window.actions_by_name[command.name].isSignalConnected
        signal = (
            window.actions_by_name[command.name]
            .metaObject()
            .method(window.actions_by_name[command.name].metaObject().indexOfSignal("triggered(bool)"))
        )
        assert wired(signal) or command.name == "accounts", f"nobody hears {command.name}"


def test_the_systems_keys_stand_beside_ours_each_once():
    keys = [key.toString() for key in with_standard("Ctrl+W", QKeySequence.StandardKey.Close)]
    assert keys[0] == "Ctrl+W"
    assert len(set(keys)) == len(keys)
    theirs = [key.toString() for key in with_standard("Alt+Left", QKeySequence.StandardKey.Back)]
    assert "Backspace" not in theirs
