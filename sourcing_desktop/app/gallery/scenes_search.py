"""Keyword search: before, during and after, with nothing found and with nothing reached."""

from __future__ import annotations

from PySide6.QtCore import Qt

from sourcing_desktop.app.gallery.stage import SMALL, Scene, Stage
from sourcing_desktop.app.hand import pause, press, until


async def first_start(stage: Stage) -> None:
    await stage.tour.open()


async def searching(stage: Stage) -> None:
    stage.window.keyword.results.show_loading()


async def results(stage: Stage) -> None:
    await stage.tour.keyword()


async def narrowed(stage: Stage) -> None:
    await stage.tour.narrow()


async def nothing_found(stage: Stage) -> None:
    page = stage.window.keyword
    page.new_search()
    page.words.setText("xyzzy plugh")
    press(page.words, Qt.Key.Key_Return)
    await until(lambda: page.results.none.isVisible(), "words about nothing found")


async def failing(stage: Stage) -> None:
    page = stage.window.keyword
    page.new_search()
    page.results.show_failed("The gateway cannot be reached. Check the network, then press Retry.")
    await pause(0.05)


SCENES = (
    Scene("Keyword", "first start", first_start),
    Scene("Keyword", "first start, small", first_start, SMALL),
    Scene("Keyword", "searching", searching),
    Scene("Keyword", "results", results),
    Scene("Keyword", "narrowed", narrowed),
    Scene("Keyword", "narrowed, small", first_start, SMALL),
    Scene("Keyword", "nothing found", nothing_found),
    Scene("Keyword", "failing", failing),
)
