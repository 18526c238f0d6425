"""Dialogs are opened and awaited, never executed: a nested event loop would lose other tasks' wake-ups."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget


async def answer(dialog: QDialog) -> bool:
    """Open a dialog and wait until it is closed; True when it was accepted. The caller deletes it."""
    finished: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def closed(result: int) -> None:
        if not finished.done():
            finished.set_result(result)

    dialog.finished.connect(closed)
    dialog.open()
    try:
        return await finished == QDialog.DialogCode.Accepted
    finally:
        dialog.finished.disconnect(closed)


async def pick_picture(parent: QWidget) -> Path | None:
    """Let the buyer choose a picture file; None when they change their mind."""
    dialog = QFileDialog(parent, "Open a picture to search with")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(
        "Pictures (*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff *.avif);;All files (*)"
    )
    try:
        chosen = await answer(dialog)
        return Path(dialog.selectedFiles()[0]) if chosen and dialog.selectedFiles() else None
    finally:
        dialog.deleteLater()
