"""Pictures, a scope that hears every error, and a place for widgets on the screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QWidget

from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.theme import LIGHT, Theme


@pytest.fixture
def theme() -> Theme:
    return LIGHT


@pytest.fixture
def loader(qapp, tmp_path) -> Iterator[PictureLoader]:
    loader = PictureLoader(tmp_path / "pictures")
    yield loader
    loader.close()


@pytest.fixture
def open_scope(runner: asyncio.Runner) -> Iterator[Callable[[str], TaskScope]]:
    """Makes scopes; the test fails with the first error in one of their tasks."""
    errors: list[BaseException] = []
    opened: list[TaskScope] = []

    def make(name: str) -> TaskScope:
        opened.append(TaskScope(name, errors.append))
        return opened[-1]

    yield make
    for scope in opened:
        runner.run(scope.close())
    if errors:
        raise errors[0]


@pytest.fixture
def on_screen(qtbot) -> Callable[[QWidget], None]:
    """Shows a widget as an active window."""

    def show(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()

    return show
