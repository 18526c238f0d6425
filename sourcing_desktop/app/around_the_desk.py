"""What works around the picture desk for one account: the queue of many pictures, the capture of the screen,
and the menus at all pictures."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from sourcing_desktop.services.kept_queue import KeptQueue
from sourcing_desktop.services.picture_queue import PictureQueue
from sourcing_desktop.services.search import Search
from sourcing_desktop.storage.queued_pictures import QueuedPictures
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.desk.capture import ScreenCapture
from sourcing_desktop.ui.desk.desk_controller import DeskController
from sourcing_desktop.ui.desk.picture_source import PictureSource
from sourcing_desktop.ui.desk.queue_controller import QueueController
from sourcing_desktop.ui.main_window import MainWindow
from sourcing_desktop.ui.picture_commands import PictureCommands


def join_desk(
    window: MainWindow,
    desk: DeskController,
    search: Search,
    rows: QueuedPictures,
    scope: TaskScope,
    keeping: TaskScope,
) -> list[QObject]:
    """Join all of it to the window; what comes back goes with the session."""
    page, looks = window.image, (window.theme, window.loader)
    pictures = PictureQueue(search, scope)
    queue = QueueController(page, desk, pictures, looks, scope, window.toast)
    kept = KeptQueue(pictures, rows, keeping)
    kept.failed.subscribe(page.banner.say)
    before = page.queues.get(rows.account)
    pictures.progressed.subscribe(lambda progress: page.queues.update({rows.account: progress}))
    scope.start(kept.begin(before), name="queue of last time")
    queue.opened.connect(window.cards.opened)
    queue.shortlist_toggled.connect(window.cards.shortlist_toggled)
    queue.work_told.connect(window.show_work)

    capture = ScreenCapture(window.theme, window)

    def use(picture: QImage) -> None:
        window.show_page(page)
        desk.use(PictureSource(bitmap=picture))

    def refuse(sentence: str) -> None:
        window.show_page(page)
        page.refuse(sentence)

    capture.captured.connect(use)
    capture.refused.connect(refuse)
    page.panel.capture.clicked.connect(capture.begin)
    window.actions_by_name["capture"].triggered.connect(capture.begin)
    return [queue, capture, PictureCommands(window, scope, window.toast)]
