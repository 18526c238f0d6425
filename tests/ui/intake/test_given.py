"""What counts as a list when it is pasted or dropped."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QImage
from PySide6.QtWidgets import QApplication, QWidget

from sourcing_desktop.ui.intake.given import GivenLists, list_in

PAGE = "https://detail.1688.com/offer/672991141190.html"


def mime(*, text: str = "", urls: tuple[str, ...] = (), picture: bool = False) -> QMimeData:
    data = QMimeData()
    if text:
        data.setText(text)
    if urls:
        data.setUrls([QUrl(url) for url in urls])
    if picture:
        data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    return data


@pytest.mark.parametrize(
    ("data", "given"),
    [
        ({"text": f"{PAGE}\t5"}, f"{PAGE}\t5"),
        ({"urls": (PAGE,)}, PAGE),
        ({"urls": ("file:///home/buyer/order.xlsx",)}, Path("/home/buyer/order.xlsx")),
        ({"text": "  \n"}, None),
        ({"picture": True}, None),
    ],
)
def test_texts_links_and_files_are_lists(qapp, data, given):
    assert list_in(mime(**data)) == given


def test_what_is_no_list_is_left_to_others(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    GivenLists(widget)
    for data, taken in ((mime(picture=True), False), (mime(text=PAGE), True)):
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        enter = QDragEnterEvent(QPoint(1, 1), copy, data, left, Qt.KeyboardModifier.NoModifier)
        enter.ignore()
        QApplication.sendEvent(widget, enter)
        assert enter.isAccepted() == taken
