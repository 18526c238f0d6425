"""The menu bar: every command in its menu, and the languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from sourcing_desktop.language import languages
from sourcing_desktop.ui.actions import COMMANDS, MENUS

LANGUAGES = {"en": "English", "vi": "Tiếng Việt", "es": "Español", "th": "ไทย"}
"""As those who speak them call them: what titles are translated into, and what the program can speak."""


class Menus:
    """Fills a menu bar. `by_title` has the menus by what stands in the table of commands."""

    def __init__(self, bar: QMenuBar, actions: Mapping[str, QAction]) -> None:
        self.by_title: dict[str, QMenu] = {}
        for command in COMMANDS:
            if command.menu not in self.by_title:
                self.by_title[command.menu] = bar.addMenu(MENUS[command.menu])
                self.by_title[command.menu].setToolTipsVisible(True)
            self.by_title[command.menu].addAction(actions[command.name])

    def add_languages(
        self, menu: str, title: str, codes: list[str], chosen: Callable[[str], object]
    ) -> QActionGroup:
        """A submenu to choose one of the languages in; `chosen` is called with its code."""
        below = self.by_title[menu].addMenu(title)
        group = QActionGroup(below)
        for code in codes:
            action = QAction(LANGUAGES.get(code, code), below)
            action.setCheckable(True)
            action.setData(code)
            group.addAction(action)
            below.addAction(action)
        group.triggered.connect(lambda action: chosen(action.data()))
        return group


def spoken() -> list[str]:
    """The languages the program can speak, English first."""
    return sorted(languages(), key=lambda code: (code != "en", code))


def mark(group: QActionGroup, chosen: str) -> None:
    """Mark the choice that was made, such as a language."""
    for action in group.actions():
        action.setChecked(action.data() == chosen)
