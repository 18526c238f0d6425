"""What goes to the gateway of a picture: the very bytes, with the box drawn on them. Changes nothing."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from sourcing_desktop.domain.search import QueryPicture, Region
from sourcing_desktop.language import tr
from sourcing_desktop.ui.desk.box_painting import paint_box
from sourcing_desktop.ui.dialogs import button_row
from sourcing_desktop.ui.notices import Banner
from sourcing_desktop.ui.theme import Theme


class SentSheet(QDialog):
    """Emits `save_requested`. `sent` is what is shown; `picture` is it, unpacked."""

    save_requested = Signal()

    def __init__(
        self, theme: Theme, name: str, sent: QueryPicture, picture: QPixmap, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What was sent"))
        self.setSizeGripEnabled(True)
        self.sent = sent
        self.file_name = f"{PurePath(name).stem}.jpg"
        self.size_line = QLabel(_size(sent))
        self.part_line = QLabel(_part(sent.region))
        self.rest_line = QLabel(
            tr("Place, time, camera and whatever else was written in the file is not sent.")
        )
        for line in (self.size_line, self.part_line, self.rest_line):
            line.setWordWrap(True)
        self.rest_line.setProperty("role", "soft")
        self.banner = Banner(theme)
        self.save = QPushButton(tr("Save…"))
        self.save.setAutoDefault(False)
        self.leave = QPushButton(tr("Close"))
        self.leave.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addWidget(_SentPicture(theme, sent, picture), 1)
        for line in (self.size_line, self.part_line, self.rest_line):
            column.addWidget(line)
        column.addSpacing(8)
        column.addLayout(button_row(self.leave, beside=(self.save,)))
        self.setMinimumSize(420, 440)
        self.resize(560, 640)
        self.save.clicked.connect(self.save_requested)
        self.leave.clicked.connect(self.reject)
        self.leave.setFocus()


class _SentPicture(QWidget):
    """The JPEG as a decoder sees it, and the box."""

    def __init__(self, theme: Theme, sent: QueryPicture, picture: QPixmap) -> None:
        super().__init__()
        self._theme = theme
        self._region = sent.region
        self._size = QSize(sent.width, sent.height)
        self._pixmap = picture
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("The picture that was sent"))

    def paintEvent(self, event: QPaintEvent) -> None:
        whole = self._size
        size = whole.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        if size.width() > whole.width():
            size = whole
        target = QRectF(self.rect())
        target.setSize(size.toSizeF())
        target.moveCenter(QRectF(self.rect()).center())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(target, self._pixmap, QRectF(self._pixmap.rect()))
        if (region := self._region) is not None:
            scale = size.width() / whole.width()
            hole = QRectF(region.left, region.top, region.right - region.left, region.bottom - region.top)
            place = QRectF(hole.topLeft() * scale + target.topLeft(), hole.size() * scale)
            paint_box(painter, target, place, self._theme)
        painter.end()


def _size(sent: QueryPicture) -> str:
    return tr(
        "A JPEG of {width} × {height} px and {size} kB.",
        width=sent.width,
        height=sent.height,
        size=f"{len(sent.jpeg) / 1000:.0f}",
    )


def _part(region: Region | None) -> str:
    if region is None:
        return tr("The whole picture is searched with.")
    return tr(
        "The part searched with: {width} × {height} px, from {left} px of the left and {top} px of the top.",
        width=region.right - region.left,
        height=region.bottom - region.top,
        left=region.left,
        top=region.top,
    )
