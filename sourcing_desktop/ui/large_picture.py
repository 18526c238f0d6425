"""One picture as large as its widget lets it be, whole and in exact device pixels. Asks the loader, fetches
nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureKey, PictureLoader
from sourcing_desktop.ui.picture_menu import open_picture_menu
from sourcing_desktop.ui.theme import Theme
from sourcing_desktop.ui.torn_picture import TornPicture

RADIUS = 8


class LargePicture(QWidget):
    """Shows the picture of a url; until it is there in full, a smaller one stretched."""

    def __init__(self, theme: Theme, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._loader = loader
        self._torn = TornPicture(theme)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._url = ""
        self._near: Sequence[str] = ()
        self._key = PictureKey("", 0)
        self._shape_known = False
        loader.ready.connect(self._arrived)

    def show_url(self, url: str, near: Sequence[str] = ()) -> None:
        """Show another picture; `near` are those that may be wanted next."""
        self._url, self._near = url, near
        self._want()

    def forget(self) -> None:
        """Nobody looks any more."""
        self.show_url("")

    def picture_place(self) -> QRectF:
        """What the picture covers of the widget, in px; the placeholder's square while nothing is known."""
        picture = self._loader.pixmap(*self._key)
        if picture is not None:
            return self._centred(QSizeF(picture.size()) / self.devicePixelRatioF())
        return self._centred(self._fitted(self._loader.any_size(self._url)) / self.devicePixelRatioF())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(self.picture_place().contains(event.position()))  # else it is for what is behind

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_picture_menu(self, self._url, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._want()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        place = self.picture_place()
        exact = self._loader.pixmap(*self._key)
        picture = exact or self._loader.any_size(self._url)
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, exact is None)
            painter.drawPixmap(place, picture, QRectF(picture.rect()))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.placeholder)
        painter.drawRoundedRect(place, RADIUS, RADIUS)
        if (reason := self._loader.broken(self._url)) is not None:
            self._torn.draw(painter, place.toRect(), reason)
        else:
            painter.setPen(self._theme.text_soft)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, tr("Loading…"))

    def _want(self) -> None:
        """Ask for as many pixels as fit. While the shape is not known, for those of a square."""
        self._shape_known = self._loader.any_size(self._url) is not None
        self._key = self._key_of(self._url)
        wishes = [self._key] if self._url and self._key.side else []
        self._loader.want(wishes, [self._key_of(url) for url in self._near], asker=id(self))
        self.update()

    def _key_of(self, url: str) -> PictureKey:
        size = self._fitted(self._loader.any_size(url))
        return PictureKey(url, int(max(size.width(), size.height())))

    def _fitted(self, known: QPixmap | None) -> QSizeF:
        """In device pixels: the largest picture of that shape that fits; a square while none is known."""
        room = QSizeF(self.size()) * self.devicePixelRatioF()
        shape = QSizeF(known.size() if known else QSize(1, 1))
        return shape.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)

    def _centred(self, size: QSizeF) -> QRectF:
        """In the middle, on whole device pixels of the window, so that nothing is resampled."""
        ratio, origin = self.devicePixelRatioF(), QPointF(self.mapTo(self.window(), self.rect().topLeft()))
        corner = origin + QPointF(self.width() - size.width(), self.height() - size.height()) / 2
        whole = QPointF(round(corner.x() * ratio), round(corner.y() * ratio)) / ratio
        return QRectF(whole - origin, size)

    def _arrived(self, url: str) -> None:
        if url and url == self._url:
            if not self._shape_known:
                self._want()
            self.update()
