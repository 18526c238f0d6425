"""What is kept of all that was seen: how much it is, how much it may be, and ways to forget."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton

from sourcing_desktop.domain.seen import LibrarySize
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.library import words
from sourcing_desktop.ui.theme import Theme

CAPS = (100_000, 300_000, 1_000_000)
"""Offers to choose from as the most that are kept."""


class LibraryMenu(QPushButton):
    """A button that says how much there is, with a menu. Decides nothing."""

    opening = Signal()
    remember_wanted = Signal(bool)
    cap_wanted = Signal(int)
    forget_search_wanted = Signal()
    forget_period_wanted = Signal()
    forget_all_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setIcon(icon("library", theme.text))
        self.setAccessibleName(tr("What is kept"))
        self.setToolTip(tr("What is kept, and forgetting"))
        menu = QMenu(self)
        self.remember = QAction(tr("&Remember what I see"), menu, checkable=True, checked=True)
        self.remember.triggered.connect(self.remember_wanted)
        menu.addAction(self.remember)
        below = menu.addMenu(tr("&Keep at most"))
        group = QActionGroup(below)
        self.caps = {most: QAction(formats.offers(most), group, checkable=True) for most in CAPS}
        below.addActions(group.actions())
        group.triggered.connect(lambda action: self._cap_chosen(action))
        menu.addSeparator()
        for text, signal in (
            (tr("Forget what a &search found…"), self.forget_search_wanted),
            (tr("Forget a &period…"), self.forget_period_wanted),
            (tr("Forget &everything…"), self.forget_all_wanted),
        ):
            menu.addAction(text, signal.emit)
        menu.aboutToShow.connect(self.opening)
        self.setMenu(menu)
        self.show_size(LibrarySize())

    def show_size(self, held: LibrarySize) -> None:
        """Say how much there is."""
        self.setText(words.size(held) if held.offers else tr("Library"))
        self.setAccessibleDescription(words.size(held))

    def show_remembering(self, remembering: bool) -> None:
        """Whether what is shown is recorded."""
        self.remember.setChecked(remembering)

    def show_cap(self, most: int) -> None:
        """Mark how much is kept at most."""
        for cap, action in self.caps.items():
            action.setChecked(cap == most)

    def _cap_chosen(self, action: QAction) -> None:
        self.cap_wanted.emit(next(most for most, each in self.caps.items() if each is action))
