"""Dialogs are opened and awaited, never executed: a nested event loop would lose other tasks' wake-ups."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QStyle,
    QWidget,
)

from sourcing_desktop.language import tr

WORK_LAST = (
    QDialogButtonBox.ButtonLayout.MacLayout.value,
    QDialogButtonBox.ButtonLayout.GnomeLayout.value,
)


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


def in_order(leave: QPushButton, *do: QPushButton) -> list[QPushButton]:
    """The buttons at the end of a dialog as this system wants them: what does the work before what leaves
    (Windows, KDE), or last (macOS, GNOME)."""
    layout = leave.style().styleHint(QStyle.StyleHint.SH_DialogButtonLayout)
    return [leave, *do] if layout in WORK_LAST else [*do, leave]


def button_row(leave: QPushButton, *do: QPushButton, beside: Iterable[QPushButton] = ()) -> QHBoxLayout:
    """The row that ends a dialog: at its end the buttons in that order, at its beginning what else the dialog
    offers."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in beside:
        row.addWidget(button)
    row.addStretch(1)
    for button in in_order(leave, *do):
        row.addWidget(button)
    return row


async def pick_picture(parent: QWidget, title: str = "") -> Path | None:
    """Let the buyer choose a picture file; None when they change their mind."""
    dialog = QFileDialog(parent, title or tr("Open a picture to search with"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(
        tr("Pictures (*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff *.avif);;All files (*)")
    )
    return await _picked(dialog)


async def pick_pictures(parent: QWidget) -> tuple[Path, ...]:
    """Let the buyer choose picture files; none when they change their mind."""
    dialog = QFileDialog(parent, tr("Open pictures to search with"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter(
        tr("Pictures (*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff *.avif);;All files (*)")
    )
    try:
        return tuple(map(Path, dialog.selectedFiles())) if await answer(dialog) else ()
    finally:
        dialog.deleteLater()


async def pick_list(parent: QWidget) -> Path | None:
    """Let the buyer choose a file with a list of goods; None when they change their mind."""
    dialog = QFileDialog(parent, tr("Open a list"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(tr("Lists (*.xlsx *.xlsm *.xls *.csv *.tsv *.txt);;All files (*)"))
    return await _picked(dialog)


async def pick_target(parent: QWidget, title: str, name: str, forms: Mapping[str, str]) -> Path | None:
    """Let the buyer choose where a file goes and in which of the forms, by their names the endings; None when
    they change their mind. The ending of a form that is typed counts; to any other that of the chosen form
    is added."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([*forms])
    dialog.filterSelected.connect(lambda form: dialog.setDefaultSuffix(forms[form]))
    dialog.setDefaultSuffix(next(iter(forms.values())))
    dialog.selectFile(name)
    path = await _picked(dialog)
    if path is None or path.suffix.lower() in forms.values():
        return path
    return path.with_name(f"{path.name}.{dialog.defaultSuffix()}")


async def _picked(dialog: QFileDialog) -> Path | None:
    try:
        chosen = await answer(dialog)
        return Path(dialog.selectedFiles()[0]) if chosen and dialog.selectedFiles() else None
    finally:
        dialog.deleteLater()
