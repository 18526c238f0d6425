"""Everything that was seen: by words and filters, by sight, and forgotten."""

from __future__ import annotations

from PIL import Image
from PySide6.QtCore import Qt

from sourcing_desktop.app.gallery.stage import SMALL, UNREACHED, Scene, Stage, as_before
from sourcing_desktop.app.hand import click, drop_file, pause, press, until, write
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.seen import SeenKind
from sourcing_desktop.ui.search.results_view import Stage as Results


async def empty(stage: Stage) -> None:
    stage.go("library")
    await pause(0.4)


async def whole(stage: Stage) -> None:
    stage.go("library")
    await stage.tour.painted(stage.window.library)


async def narrowed(stage: Stage) -> None:
    page = stage.window.library
    choice = page.filters.platform
    choice.setCurrentIndex(choice.findData(Platform.TAOBAO))
    choice.activated.emit(choice.currentIndex())
    write(page.words, "lamp")
    await pause(0.5)
    await stage.tour.painted(page)


async def nothing_fits(stage: Stage) -> None:
    write(stage.window.library.words, "xyzzy")
    await until(stage.window.library.found.none.isVisible, "words about nothing that fits")


async def opened(stage: Stage) -> None:
    page = stage.window.library
    page.words.clear()
    page.filters.reset()
    click(page.filters.kind.buttons[SeenKind.OPENED])
    await pause(0.5)
    await stage.tour.painted(page)


async def failing(stage: Stage) -> None:
    stage.window.library.found.show_failed(UNREACHED)
    await pause(0.1)


async def what_is_kept(stage: Stage) -> None:
    page = stage.window.library
    click(page.filters.kind.buttons[SeenKind.SEEN])
    await pause(0.4)
    menu = page.menu.menu()
    menu.popup(page.menu.mapToGlobal(page.menu.rect().bottomLeft()))
    await pause(0.2)


async def forget_search(stage: Stage) -> None:
    stage.window.library.menu.forget_search_wanted.emit()
    await until(stage.in_front, "the question what to forget")
    await pause(0.3)


async def forget_all(stage: Stage) -> None:
    stage.window.library.menu.forget_all_wanted.emit()
    await until(stage.in_front, "the question whether to forget everything")
    await pause(0.3)


async def by_sight(stage: Stage) -> None:
    await stage.tour.sight()


async def blank(stage: Stage) -> None:
    path = stage.scratch / "blank.jpg"
    Image.new("RGB", (400, 300), "#dddddd").save(path)
    drop_file(stage.window.library, path)
    await until(stage.window.library.found.none.isVisible, "why nothing is found")


async def not_a_picture(stage: Stage) -> None:
    path = stage.scratch / "notes.jpg"
    path.write_bytes(b"this is no picture")
    drop_file(stage.window.library, path)
    await until(stage.window.library.found.none.isVisible, "why nothing is found")


async def back(stage: Stage) -> None:
    page = stage.window.library
    press(page, Qt.Key.Key_Escape)
    await until(lambda: page.results.stage is Results.RESULTS, "all that was seen")
    page.show_remembering(False)
    await stage.tour.painted(page)


BEFORE = (Scene("Library", "empty", empty), Scene("Library", "empty, small", as_before, SMALL))

SCENES = (
    Scene("Library", "all that was seen", whole),
    Scene("Library", "all that was seen, small", as_before, SMALL),
    Scene("Library", "narrowed", narrowed),
    Scene("Library", "narrowed, small", as_before, SMALL),
    Scene("Library", "nothing fits", nothing_fits),
    Scene("Library", "opened", opened),
    Scene("Library", "failing", failing),
    Scene("Library", "what is kept", what_is_kept),
    Scene("Library", "forget what a search found", forget_search),
    Scene("Library", "forget everything", forget_all),
    Scene("Library", "by sight", by_sight),
    Scene("Library", "by sight, small", as_before, SMALL),
    Scene("Library", "by a blank picture", blank),
    Scene("Library", "by what is no picture", not_a_picture),
    Scene("Library", "not remembering", back),
)
