"""Copies and saves the pictures that menus all over the program ask for."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QDataStream, QObject
from PySide6.QtGui import QGuiApplication, QImage, QImageReader

from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.language import tr
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.dialogs import pick_target
from sourcing_desktop.ui.notices import Toast

if TYPE_CHECKING:
    from sourcing_desktop.ui.main_window import MainWindow


class PictureCommands(QObject):
    """One for the window, as long as the session."""

    def __init__(self, window: MainWindow, scope: TaskScope, toast: Toast) -> None:
        super().__init__(window)
        self._window = window
        self._scope = scope
        self._toast = toast
        window.picture_copy_wanted.connect(self.copy)
        window.picture_save_wanted.connect(self.save)

    def copy(self, url: str) -> None:
        """Put the picture on the clipboard."""
        self._scope.replace(self._told(self._copy, url), name="copy of a picture")

    def save(self, url: str) -> None:
        """Let the buyer keep the picture as a file."""
        self._scope.replace(self._told(self._save, url), name="file of a picture")

    async def _copy(self, url: str) -> None:
        from sourcing_desktop.services import original_picture

        jpeg = await original_picture.harmless(await original_picture.original(url))
        QGuiApplication.clipboard().setImage(await asyncio.to_thread(_image, jpeg))
        self._toast.say(tr("Picture copied"))

    async def _save(self, url: str) -> None:
        from sourcing_desktop.services import original_picture
        from sourcing_desktop.services.whole_file import write_whole

        data = await original_picture.original(url)
        ending = original_picture.ending(data)
        name = Path(url.partition("?")[0]).stem or tr("picture")
        forms = {tr("Picture (*{ending})", ending=ending): ending}
        path = await pick_target(self._window, tr("Save the picture"), name, forms)
        if path is not None:
            await write_whole(data, path)
            self._toast.say(tr("Saved {name}", name=path.name))

    async def _told(self, work, url: str) -> None:
        try:
            await work(url)
        except SourcingError as error:
            self._window.problem.say(error.sentence)


def _image(jpeg: bytes) -> QImage:
    """For a worker; a buffer made here could have it wait for ever (`pictures.decode`)."""
    stream = QDataStream(QByteArray(jpeg))
    reader = QImageReader(stream.device(), b"JPEG")
    reader.setAutoDetectImageFormat(False)
    return reader.read()
