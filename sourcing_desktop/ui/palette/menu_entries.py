"""The commands of the menu bar as entries of the palette, with their keys and why one cannot be done."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from sourcing_desktop.ui.actions import COMMANDS
from sourcing_desktop.ui.palette.entries import Entry

ICONS = {command.name: command.icon for command in COMMANDS}
UNOFFERED = ("palette",)
"""What is open already."""


def menu_entries(bar: QMenuBar) -> list[Entry]:
    """Every command of every menu as it stands now, and each choice of a submenu."""
    entries: list[Entry] = []
    for top in bar.actions():
        if isinstance(menu := top.menu(), QMenu):
            entries += _entries(menu, plain(top.text()))
    return entries


def plain(text: str) -> str:
    """A menu's words without the mark of its letter and without keys."""
    return text.partition("\t")[0].replace("&&", "\0").replace("&", "").replace("\0", "&")


def _entries(menu: QMenu, about: str) -> Iterator[Entry]:
    menu.aboutToShow.emit()  # menus say what can be done, and what is chosen, only when they open
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from _entries(below, plain(action.text()))
        elif not action.isSeparator() and action.isVisible() and action.objectName() not in UNOFFERED:
            yield Entry(
                plain(action.text()),
                action.trigger,
                about,
                ICONS.get(action.objectName(), "check" if action.isChecked() else ""),
                action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
                "" if action.isEnabled() else _why(action),
            )
    menu.aboutToHide.emit()


def _why(action: QAction) -> str:
    """Menus put it into the tool tip; Qt puts the command's own words there where nobody says anything."""
    return action.toolTip()
