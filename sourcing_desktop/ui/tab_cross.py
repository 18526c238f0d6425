"""The cross that closes a tab, the same in every bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QTabBar, QToolButton

from sourcing_desktop.language import tr
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.theme import Theme


def add_cross(bar: QTabBar, place: int, theme: Theme, words: str, close: Callable[[int], object]) -> None:
    """Put a cross on a tab. It says what it does, and calls `close` with where the tab is by then."""
    cross = QToolButton()
    cross.setIcon(icon("close", theme.text_soft))
    cross.setIconSize(QSize(12, 12))
    cross.setFixedSize(20, 20)
    cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    cross.setToolTip(tr("{what} ({keys})", what=words, keys="Ctrl+W"))
    cross.setAccessibleName(words)
    side = QTabBar.ButtonPosition.RightSide
    cross.clicked.connect(
        lambda: close(next(at for at in range(bar.count()) if bar.tabButton(at, side) is cross))
    )
    bar.setTabButton(place, side, cross)
