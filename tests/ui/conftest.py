"""Pictures, a scope that hears every error, and a place for widgets on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QWidget

from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.theme import LIGHT, Theme
from tests.support.async_tests import Ends


@pytest.fixture
def theme() -> Theme:
    return LIGHT


@pytest.fixture
def loader(qapp, tmp_path) -> Iterator[PictureLoader]:
    loader = PictureLoader(tmp_path / "pictures")
    yield loader
    loader.close()


@pytest.fixture
def open_scope(at_the_end: Ends) -> Iterator[Callable[[str], TaskScope]]:
    """Makes scopes; the test fails with the first error in one of their tasks."""
    errors: list[BaseException] = []

    def make(name: str) -> TaskScope:
        scope = TaskScope(name, errors.append)
        at_the_end.append(scope.close)
        return scope

    yield make
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
