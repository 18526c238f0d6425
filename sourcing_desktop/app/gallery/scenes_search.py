"""Keyword search: before, during and after, with nothing found and with nothing reached."""

from __future__ import annotations

from PySide6.QtCore import Qt

from sourcing_desktop.app.gallery import bad_goods
from sourcing_desktop.app.gallery.stage import SMALL, UNREACHED, Scene, Stage, as_before
from sourcing_desktop.app.hand import click, pause, press, until, write


async def first_start(stage: Stage) -> None:
    await stage.tour.open()


async def searching(stage: Stage) -> None:
    stage.go("refresh")  # the docks failed in the scenes before
    stage.go("keyword")
    stage.window.keyword.results.show_loading()


async def results(stage: Stage) -> None:
    await stage.tour.keyword()


async def narrowed(stage: Stage) -> None:
    await stage.tour.narrow()


async def filter_words(stage: Stage) -> None:
    filters = stage.window.keyword.filters
    click(filters.words)
    for box in list(filters.panel.boxes.values())[:2]:
        click(box)
    await stage.tour.painted(stage.window.keyword)


async def no_price(stage: Stage) -> None:
    field = stage.window.keyword.filters.price_to
    field.clear()
    write(field, "ten")
    press(field, Qt.Key.Key_Return)
    await pause(0.1)


async def chinese(stage: Stage) -> None:
    page = stage.window.keyword
    page.filters.reset()
    page.open_chinese()
    await stage.tour.painted(page)


async def save(stage: Stage) -> None:
    stage.window.keyword.in_chinese.setChecked(False)
    stage.go("save search")
    await pause(0.1)


async def menu(stage: Stage) -> None:
    grid = stage.window.keyword.results.grid
    index = grid.model().index(1, 0)
    grid.setCurrentIndex(index)
    place = grid.viewport().mapToGlobal(grid.visualRect(index).center())
    grid.menu_requested.emit(grid.current_offer(), place)
    await pause(0.1)


async def several(stage: Stage) -> None:
    stage.go("shortlist")
    grid = stage.window.keyword.results.grid
    for _ in range(3):
        press(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    await pause(0.2)


async def quick_look(stage: Stage) -> None:
    grid = stage.window.keyword.results.grid
    grid.setFocus()
    press(grid, Qt.Key.Key_Space)
    await until(stage.window.offer_commands.quick_look.isVisible, "quick look")
    await pause(0.5)


async def nothing_found(stage: Stage) -> None:
    page = stage.window.keyword
    page.new_search()
    page.words.setText("xyzzy plugh")
    press(page.words, Qt.Key.Key_Return)
    await until(page.results.none.isVisible, "words about nothing found")


async def failing(stage: Stage) -> None:
    page = stage.window.keyword
    page.new_search()
    page.results.show_failed(UNREACHED)
    await pause(0.05)


async def bad_input(stage: Stage) -> None:
    results = stage.window.keyword.results
    results.model.reset(bad_goods.cards())
    results.show_results()
    await pause(0.3)


async def made_before(stage: Stage) -> None:
    page = stage.window.keyword
    page.close_search()
    page.close_search()
    page.words.clear()
    stage.go("searches")
    await until(page.suggestions.isVisible, "searches made before")


FIRST = (
    Scene("Keyword", "first start", first_start),
    Scene("Keyword", "first start, small", as_before, SMALL),
)

SCENES = (
    Scene("Keyword", "searching", searching),
    Scene("Keyword", "results", results),
    Scene("Keyword", "narrowed", narrowed),
    Scene("Keyword", "narrowed, small", as_before, SMALL),
    Scene("Keyword", "more filters", filter_words),
    Scene("Keyword", "a price that is none", no_price),
    Scene("Keyword", "Chinese words", chinese),
    Scene("Keyword", "save the search", save),
    Scene("Keyword", "menu at a card", menu),
    Scene("Keyword", "several cards chosen", several),
    Scene("Keyword", "quick look", quick_look),
    Scene("Keyword", "quick look, small", quick_look, SMALL),
    Scene("Keyword", "nothing found", nothing_found),
    Scene("Keyword", "failing", failing),
    Scene("Keyword", "bad input", bad_input),
    Scene("Keyword", "bad input, small", as_before, SMALL),
    Scene("Keyword", "searches made before", made_before),
)
