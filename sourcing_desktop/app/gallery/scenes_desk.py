"""The picture desk: empty, with one picture on one platform and on both, and with a queue of many."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from sourcing_desktop.app.gallery.stage import SMALL, Scene, Stage, as_before
from sourcing_desktop.app.hand import click, pause, press, until, write
from sourcing_desktop.services import query_picture
from sourcing_desktop.ui.desk.desk_page import ALL
from sourcing_desktop.ui.desk.picture_source import PictureSource
from sourcing_desktop.ui.desk.queue_view import QueueView


async def empty(stage: Stage) -> None:
    stage.go("image")
    await pause(0.1)


async def one(stage: Stage) -> None:
    await stage.tour.picture()


async def box(stage: Stage) -> None:
    await stage.tour.box()


async def sent(stage: Stage) -> None:
    click(stage.window.image.panel.sent)
    await until(lambda: stage.session.image.sheet is not None, "what was sent")
    await pause(0.1)


async def both(stage: Stage) -> None:
    await stage.tour.both()


async def nothing_found(stage: Stage) -> None:
    desk = stage.window.image
    for field, price in ((desk.filters.price_from, "0.01"), (desk.filters.price_to, "0.02")):
        field.setFocus()
        write(field, price)
        press(field, Qt.Key.Key_Return)
    await until(desk.results.none.isVisible, "words about nothing found")


async def no_picture(stage: Stage) -> None:
    desk = stage.window.image
    desk.filters.reset()
    await stage.tour.painted(desk)
    desk.link.clear()
    write(desk.link, "http://127.0.0.1:9/picture.jpg")
    press(desk.link, Qt.Key.Key_Return)
    await until(desk.banner.isVisible, "why there is no picture")


async def queue(stage: Stage) -> None:
    stage.window.image.link.clear()
    files = [stage.scratch / f"goods {number}.jpg" for number in range(6)]
    offers = stage.window.keyword.results.model
    for row, file in enumerate(files):
        file.write_bytes((await query_picture.from_url(offers.offer(row).picture)).jpeg)
    plain, broken = stage.scratch / "nothing on it.png", stage.scratch / ("broken " * 12 + ".jpg")
    blank = QImage(400, 400, QImage.Format.Format_RGB32)
    blank.fill(Qt.GlobalColor.white)
    blank.save(str(plain))
    broken.write_text("no picture", encoding="utf-8")
    stage.session.image.use_all(tuple(PictureSource(file=file) for file in (*files, plain, broken)))
    await until(lambda: stage.window.image.areas.count() > 1, "the queue")
    await pause(0.2)


async def queue_through(stage: Stage) -> None:
    bar = _queue(stage).bar
    await until(lambda: bar.value() == bar.maximum(), "the end of the queue")
    await pause(0.5)


def _queue(stage: Stage) -> QueueView:
    view = stage.window.image.areas.widget(ALL)
    assert isinstance(view, QueueView)
    return view


BEFORE = (Scene("Desk", "empty", empty), Scene("Desk", "empty, small", as_before, SMALL))

SCENES = (
    Scene("Desk", "one picture", one),
    Scene("Desk", "a box", box),
    Scene("Desk", "a box, small", as_before, SMALL),
    Scene("Desk", "what was sent", sent),
    Scene("Desk", "both platforms", both),
    Scene("Desk", "both platforms, small", as_before, SMALL),
    Scene("Desk", "nothing found", nothing_found),
    Scene("Desk", "no picture at the link", no_picture),
    Scene("Desk", "queue at work", queue),
    Scene("Desk", "queue, through", queue_through),
    Scene("Desk", "queue, small", as_before, SMALL),
)
