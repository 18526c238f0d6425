"""The pictures of one offer: a large one and a strip to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.picture_label import PictureLabel
from sourcing_desktop.ui.theme import Theme

MOST_SMALL = 4
SMALL_SIDE = 45
LARGE_SIDE = 192


class Gallery(QWidget):
    """Emits `find_similar` with the url of the large picture when it is pressed."""

    find_similar = Signal(str)

    def __init__(self, theme: Theme, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._loader = loader
        self.url = ""
        self.large = PictureLabel(theme, loader, LARGE_SIDE)
        self.large.setToolTip("Find goods that look like this picture")
        self.large.setCursor(Qt.CursorShape.PointingHandCursor)
        self.large.pressed.connect(lambda: self.find_similar.emit(self.url))
        self.small: list[PictureLabel] = []
        self._strip = QHBoxLayout()
        self._strip.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.large, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(self._strip)

    def show_pictures(self, urls: Sequence[str]) -> None:
        """Show other pictures, the first one large."""
        while (taken := self._strip.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.small = []
        for number, url in enumerate(urls[:MOST_SMALL]):
            small = PictureLabel(self._theme, self._loader, SMALL_SIDE)
            small.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            small.setAccessibleName(f"Picture {number + 1}")
            small.show_url(url)
            small.pressed.connect(lambda url=url: self.show_large(url))
            small.setProperty("url", url)
            self.small.append(small)
            self._strip.addWidget(small)
        self._strip.addStretch(1)
        self.show_large(urls[0] if urls else "")

    def show_large(self, url: str) -> None:
        """Show one picture large, also one that is not in the strip, such as a SKU's own."""
        self.url = url
        self.large.show_url(url)
        for small in self.small:
            small.set_chosen(small.property("url") == url)
