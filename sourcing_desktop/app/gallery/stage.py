"""Where scenes are set: the window at work on the sandbox, and the hand that works it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize

from sourcing_desktop.app.session import Session
from sourcing_desktop.app.tour import Tour
from sourcing_desktop.ui.main_window import MainWindow

USUAL, SMALL = QSize(1440, 900), QSize(1024, 640)
"""px: what most laptops have, and the smallest window the program is made for."""


@dataclass(frozen=True, slots=True)
class Stage:
    """`tour` does what a buyer does; `scratch` is for files the buyer has at hand."""

    window: MainWindow
    session: Session
    tour: Tour
    scratch: Path


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: of which page, in which state, how it is set, and in a window of which size."""

    page: str
    state: str
    set: Callable[[Stage], Awaitable[None]]
    size: QSize = USUAL
