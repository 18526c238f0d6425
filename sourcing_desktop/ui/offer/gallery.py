"""The pictures of one offer: a large one, and the strip to choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.offer.picture_strip import PictureStrip
from sourcing_desktop.ui.offer.picture_viewer import PictureViewer
from sourcing_desktop.ui.picture_label import PictureLabel
from sourcing_desktop.ui.theme import Theme

LARGE_SIDE = 192


class Gallery(QObject):
    """Two widgets, `large` and `strip`, that its owner places. A press on the large picture looks at all of
    them in the viewer, behind those of the strip also at the SKUs' own; `similar_wanted` comes from there
    with a url."""

    similar_wanted = Signal(str)

    def __init__(self, theme: Theme, loader: PictureLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._loader = loader
        self._viewer: PictureViewer | None = None
        self._of_skus: Mapping[str, str] = {}
        self.urls: tuple[str, ...] = ()
        self.url = ""
        self.large = PictureLabel(theme, loader, LARGE_SIDE)
        self.large.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.large.setToolTip(tr("Look at the pictures in full size"))
        self.large.setAccessibleName(tr("The picture in full size"))
        self.large.setCursor(Qt.CursorShape.PointingHandCursor)
        self.strip = PictureStrip(theme, loader)
        self.large.pressed.connect(lambda: self.look(self._all(), self.url))
        self.strip.chosen.connect(lambda place: self.show_large(self.urls[place]))
        self.strip.pressed.connect(lambda place: self.look(self._all(), self.urls[place]))

    @property
    def small(self) -> list[PictureLabel]:
        """The pictures in the strip."""
        return self.strip.pictures

    def show_pictures(self, urls: Sequence[str], of_skus: Mapping[str, str] | None = None) -> None:
        """Show other pictures, the first one large. The SKUs' own come by url with what they show."""
        self.urls, self._of_skus = tuple(dict.fromkeys(urls)), of_skus or {}
        self.strip.show_pictures(self.urls)
        self.show_large(self.urls[0] if self.urls else "")

    def show_large(self, url: str) -> None:
        """Show one picture large, also one that is not in the strip, such as a SKU's own."""
        self.url = url
        self.large.show_url(url)
        self.large.setEnabled(bool(url))
        self.strip.choose(self.urls.index(url) if url in self.urls else -1)

    def look(self, urls: Sequence[str], url: str) -> PictureViewer | None:
        """Open the viewer at one of these pictures, or at one of its own; None for none."""
        if not url:
            return None
        viewer = self._viewer_here()
        viewer.look(urls if url in urls else (url,), url, self._of_skus)
        return viewer

    def _all(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.urls, *self._of_skus)))

    def _viewer_here(self) -> PictureViewer:
        """The one over the window the pictures are in: a dock may have left the program's."""
        window, before = self.large.window(), self._viewer
        if before is not None and before.parent() is window:
            return before
        if before is not None:
            before.close()
            before.deleteLater()
        self._viewer = PictureViewer(self._theme, self._loader, window)
        self._viewer.similar_wanted.connect(self.similar_wanted)
        return self._viewer
