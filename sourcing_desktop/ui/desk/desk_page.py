"""Looking for goods by a picture of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPixmap,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.search import QueryPicture
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.desk.picture_box import PictureBox
from sourcing_desktop.ui.desk.picture_source import PictureSource, read_mime
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.notices import Banner
from sourcing_desktop.ui.search.filter_bar import FilterBar
from sourcing_desktop.ui.search.platform_switch import PlatformSwitch
from sourcing_desktop.ui.search.results_view import ResultsView
from sourcing_desktop.ui.theme import Theme

HINT = "Goods that look like your picture appear here."
UNUSABLE = "Nothing to search with was given. Drop a picture file, a picture from a web page, or its link."


class DeskPage(QWidget):
    """A query picture at the left, what looks like it at the right. Takes drops anywhere."""

    source_given = Signal(object)
    open_requested = Signal()
    search_requested = Signal()

    def __init__(self, theme: Theme, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.query: QueryPicture | None = None
        self.box = PictureBox(theme)
        self.open = QPushButton("Open…")
        self.open.setIcon(icon("folder", theme.text))
        self.paste = QPushButton("Paste")
        self.paste.setIcon(icon("paste", theme.text))
        self.link = QLineEdit()
        self.link.setPlaceholderText("Link of a picture, then Enter")
        self.link.setAccessibleName("Link of a picture")
        self.whole = QPushButton("Whole picture")
        self.whole.setIcon(icon("crop", theme.text))
        self.whole.setEnabled(False)
        self.about = QLabel()
        self.about.setProperty("role", "soft")
        self.about.setWordWrap(True)
        self.platform = PlatformSwitch()
        self.banner = Banner(theme)
        self.filters = FilterBar(theme)
        self.results = ResultsView(theme, loader, "image", HINT)

        left = QFrame()
        left.setFixedWidth(320)
        column = QVBoxLayout(left)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.platform, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.box)
        buttons = QHBoxLayout()
        for button in (self.open, self.paste):
            buttons.addWidget(button, 1)
        column.addLayout(buttons)
        column.addWidget(self.link)
        column.addWidget(self.whole)
        column.addWidget(self.about)
        column.addStretch(1)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.filters)
        right.addWidget(self.banner)
        right.addWidget(self.results, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addLayout(right, 1)

        self.setAcceptDrops(True)
        self.box.source_given.connect(self.source_given)
        self.box.unusable_given.connect(self.refuse)
        self.box.region_changed.connect(self._region_changed)
        self.open.clicked.connect(self.open_requested)
        self.paste.clicked.connect(self.paste_picture)
        self.link.returnPressed.connect(self._link_given)
        self.whole.clicked.connect(self.box.clear_region)
        self.platform.changed.connect(self._platform_changed)
        self.filters.changed.connect(self.search_requested)

    def show_query(self, picture: QueryPicture) -> None:
        """Show another picture to search with, without a box."""
        self.query = picture
        pixmap = QPixmap()
        pixmap.loadFromData(picture.jpeg, "JPEG")
        self.box.show_picture(pixmap)
        self.whole.setEnabled(False)
        self.show_about()

    def show_about(self) -> None:
        """Say what is sent."""
        if self.query is None:
            self.about.clear()
        else:
            size = len(self.query.jpeg) / 1000
            self.about.setText(
                f"{self.query.width} × {self.query.height} px, {size:.0f} kB is sent."
                " Drag a box to search for a part."
            )

    def paste_picture(self) -> None:
        """Search with what is on the clipboard."""
        source = read_mime(QGuiApplication.clipboard().mimeData())
        if source is None:
            self.refuse()
        else:
            self.source_given.emit(source)

    def refuse(self, sentence: str = UNUSABLE) -> None:
        """Say why there is nothing to search with; what was there stays."""
        self.banner.say(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_picture()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.box.dragEnterEvent(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.box.dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.box.dropEvent(event)

    def _link_given(self) -> None:
        if self.link.text().strip():
            self.source_given.emit(PictureSource(url=self.link.text().strip()))

    def _region_changed(self, region: object) -> None:
        self.whole.setEnabled(region is not None)
        self.search_requested.emit()

    def _platform_changed(self, platform: Platform) -> None:
        self.filters.set_platform(platform)
        self.search_requested.emit()
