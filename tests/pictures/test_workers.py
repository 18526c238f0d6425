"""What workers bring is taken over whatever happens to some of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from sourcing_desktop.pictures.workers import Workers


@pytest.fixture
def rests() -> list[None]:
    return []


@pytest.fixture
def workers(qapp, rests):
    parent = QObject()
    workers = Workers(lambda: rests.append(None), parent)
    yield workers
    workers.close()


def test_a_landing_that_raises_holds_up_no_other(qtbot, workers, rests):
    landed: list[str] = []

    def refuse() -> None:
        raise ValueError("no")

    with qtbot.capture_exceptions() as raised:
        for _ in range(3):
            workers.start(lambda: [refuse, lambda: landed.append("after")], refuse, urgent=False)
        qtbot.waitUntil(lambda: workers.idle)
    assert landed == ["after"] * 3
    assert len(raised) == 3
    assert len(rests) >= 3  # each time there may be room for more
