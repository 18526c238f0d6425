"""Where the keyboard is in a window with docks: Tab passes by docks behind others, and what has the keyboard
is brought in sight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QScrollArea, QWidget


def walk(window: QWidget, forward: bool) -> bool:
    """Give the keyboard to what is next in the window, as Tab does; False where there is nothing."""
    step = QWidget.nextInFocusChain if forward else QWidget.previousInFocusChain
    start = window.focusWidget() or window
    here = step(start)
    while here is not None and here is not start:
        if _takes_tab(here) and here.window() is window and here.isVisible() and not _is_behind(here):
            reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            here.setFocus(reason)
            return True
        here = step(here)
    return False


def bring_in_sight(widget: QWidget | None) -> None:
    """Raise the dock it stands in, and scroll to it."""
    around = widget
    while around is not None:
        if isinstance(around, QDockWidget):
            around.raise_()
        if isinstance(around, QScrollArea) and widget is not None and widget.visibleRegion().isEmpty():
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def _takes_tab(widget: QWidget) -> bool:
    """A part of another widget hands the keyboard on to that, which has a turn of its own."""
    wants = Qt.FocusPolicy.TabFocus in widget.focusPolicy()
    return wants and widget.isEnabled() and widget.focusProxy() is None


def _is_behind(widget: QWidget) -> bool:
    """Qt moves docks that another one covers off the window, and calls them visible all the same."""
    around: QWidget | None = widget
    while around is not None and not isinstance(around, QDockWidget):
        around = around.parentWidget()
    return around is not None and around.visibleRegion().isEmpty()
