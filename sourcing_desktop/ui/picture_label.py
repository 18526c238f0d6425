"""One product picture on its own, at whatever size the widget has."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from sourcing_desktop.pictures.loader import PictureKey, PictureLoader
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.picture_menu import open_picture_menu
from sourcing_desktop.ui.theme import Theme

RADIUS = 6


class PictureLabel(QWidget):
    """Shows the picture of a url, cropped to a rounded square; a click or Space emits `pressed`. Has the
    menu every picture has."""

    pressed = Signal()

    def __init__(
        self, theme: Theme, loader: PictureLoader, side: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._loader = loader
        self._url = ""
        self._wanted: PictureKey | None = None
        self._side = side
        self.chosen = False
        if side:
            self.setFixedSize(side, side)
        loader.ready.connect(self._arrived)
        asker = id(self)
        self.destroyed.connect(lambda: loader.want([], asker=asker))

    def sizeHint(self) -> QSize:
        return QSize(self._side or 280, self._side or 280)

    def hasHeightForWidth(self) -> bool:
        return not self._side

    def heightForWidth(self, width: int) -> int:
        return width

    def show_url(self, url: str) -> None:
        """Show another picture; an empty url shows the placeholder."""
        if url != self._url:
            self._url = url
            self._want(None)
            self.update()

    def set_chosen(self, chosen: bool) -> None:
        """Frame the picture as the one that is shown large."""
        self.chosen = chosen
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        self._want(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        side = min(self.width(), self.height())
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        clip = QPainterPath()
        clip.addRoundedRect(box, RADIUS, RADIUS)
        painter.fillPath(clip, self._theme.placeholder)
        pixels = round(side * self.devicePixelRatioF())
        picture = self._loader.pixmap(self._url, pixels) if self._url else None
        if picture is None and self._url:
            self._want(PictureKey(self._url, pixels))
            picture = self._loader.any_size(self._url)
        if picture is not None:
            painter.save()
            painter.setClipPath(clip)
            painter.drawPixmap(box, picture, QRectF(picture.rect()))
            painter.restore()
        elif not self._url or self._loader.broken(self._url):
            glyph = box.adjusted(side * 0.35, side * 0.35, -side * 0.35, -side * 0.35).toRect()
            icon("image", self._theme.text_soft).paint(painter, glyph)
        if self.chosen or self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.text if self.hasFocus() else self._theme.accent, 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _want(self, key: PictureKey | None) -> None:
        if key != self._wanted:
            self._wanted = key
            self._loader.want([key] if key else [], asker=id(self))

    def _arrived(self, url: str) -> None:
        if url == self._url:
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_picture_menu(self, self._url, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)
