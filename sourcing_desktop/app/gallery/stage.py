"""Where scenes are set: the window at work on the sandbox, and the hand that works it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from sourcing_desktop.app.session import Session
from sourcing_desktop.app.tour import Tour
from sourcing_desktop.language import tr
from sourcing_desktop.ui.main_window import MainWindow
from sourcing_desktop.ui.offer.picture_viewer import PictureViewer
from sourcing_desktop.ui.palette.command_palette import CommandPalette
from sourcing_desktop.ui.quick_look import QuickLook
from sourcing_desktop.ui.searches.suggestions import Suggestions

USUAL, SMALL = QSize(1440, 900), QSize(1024, 640)
"""px: what most laptops have, and the smallest window the program is made for."""

UNREACHED = tr("{whom} cannot be reached.", whom="api.pandapon.com")
"""What every page may have to say."""


@dataclass(frozen=True, slots=True)
class Stage:
    """`tour` does what a buyer does; `scratch` is for files the buyer has at hand."""

    window: MainWindow
    session: Session
    tour: Tour
    scratch: Path

    def go(self, command: str) -> None:
        """Give one of the window's commands."""
        self.window.actions_by_name[command].trigger()

    def in_front(self) -> list[QWidget]:
        """The dialogs, menus and windows before the window."""
        return [
            each
            for each in QApplication.topLevelWidgets()
            if each is not self.window and each.isVisible() and each.windowType() is not Qt.WindowType.ToolTip
        ]

    def clear(self) -> None:
        """Close whatever stands before the pages."""
        for each in reversed(self.in_front()):
            if isinstance(each, QDialog):
                each.reject()
            else:
                each.close()
        for kind in (CommandPalette, PictureViewer, QuickLook, Suggestions):
            for cover in self.window.findChildren(kind):
                cover.close()
        self.window.toast.withdraw()
        self.window.activateWindow()


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: of which page, in which state, how it is set, and in a window of which size. What stands
    before the pages is closed after it, unless it `stays` for the next."""

    page: str
    state: str
    set: Callable[[Stage], Awaitable[None]]
    size: QSize = USUAL
    stays: bool = False


async def as_before(_stage: Stage) -> None:
    """The same in another size."""
