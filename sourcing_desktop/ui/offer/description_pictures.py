"""The pictures of an offer's description, one below the other. Each is asked for when it comes into sight."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureKey, PictureLoader
from sourcing_desktop.ui.picture_menu import open_picture_menu
from sourcing_desktop.ui.theme import Theme

UNKNOWN_HEIGHT = 120
"""px held free for a picture whose shape is not known."""

BROKEN_HEIGHT = 32
GAP = 4
WIDEST = 640
HELD = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier


class DescriptionPictures(QWidget):
    """One widget for all of them, one place in the tab order. `pressed` carries the url of one that was
    clicked, or chosen with Space; `walked` tells the y of the one the arrow keys went to, in px."""

    pressed = Signal(str)
    walked = Signal(int)

    def __init__(self, theme: Theme, loader: PictureLoader) -> None:
        super().__init__()
        self._theme = theme
        self._loader = loader
        self._shapes: dict[str, float] = {}
        self._wanted: list[PictureKey] = []
        self._current = 0
        self.urls: tuple[str, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        loader.ready.connect(self._arrived)
        asker = id(self)
        self.destroyed.connect(lambda: loader.want([], asker=asker))

    def show_pictures(self, urls: Sequence[str]) -> None:
        """Show other pictures."""
        self.urls = tuple(urls)
        self._shapes.clear()
        self._go_to(0)
        self._want([])
        self.setVisible(bool(self.urls))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._tops(width)[-1]

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(max(320, self.width())))

    def picture_at(self, point: QPoint) -> str:
        """The url of the picture there; empty beside them."""
        number = self._number_at(point.y())
        return self.urls[number] if 0 <= number < len(self.urls) else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and (
            url := self.picture_at(event.position().toPoint())
        ):
            self.pressed.emit(url)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        url = self.urls[self._current] if by_key and self.urls else self.picture_at(event.pos())
        open_picture_menu(self, url, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self.urls) - 1
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Right:
                place = min(self._current + 1, last)
            case Qt.Key.Key_Up | Qt.Key.Key_Left:
                place = max(self._current - 1, 0)
            case Qt.Key.Key_Home:
                place = 0
            case Qt.Key.Key_End:
                place = last
            case Qt.Key.Key_Space | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.pressed.emit(self.urls[self._current])
                return
            case _:
                event.ignore()
                return
        if event.modifiers() & HELD:
            event.ignore()  # such as the way back
        else:
            self._go_to(place)
            self.walked.emit(self._tops(self.width())[place])

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.walked.emit(self._tops(self.width())[self._current])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def _go_to(self, place: int) -> None:
        self._current = place
        number, count = f"{place + 1:,}", f"{len(self.urls):,}"
        self.setAccessibleName(
            tr("Picture {number} of {count} of the description", number=number, count=count)
        )
        self.update()

    def hideEvent(self, event) -> None:
        self._want([])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        tops = self._tops(self.width())
        seen = self.visibleRegion().boundingRect() | event.rect()
        first, last = self._number_at(seen.top()), self._number_at(seen.bottom())
        wanted = []
        for number in range(max(0, first), min(last + 1, len(self.urls))):
            box = QRect(0, tops[number], min(self.width(), WIDEST), tops[number + 1] - tops[number] - GAP)
            wanted += self._paint_one(painter, box, self.urls[number])
            if number == self._current and self.hasFocus():
                painter.setPen(QPen(self._theme.accent, 2))
                painter.drawRect(box.adjusted(1, 1, -1, -1))
        painter.end()
        self._want(wanted)

    def _paint_one(self, painter: QPainter, box: QRect, url: str) -> list[PictureKey]:
        """Paint a picture; returns what has to be asked for to paint it well."""
        pixels = round(max(box.width(), box.height()) * self.devicePixelRatioF())
        exact = self._loader.pixmap(url, pixels)
        picture = exact or self._loader.any_size(url)
        if picture is not None:
            painter.drawPixmap(QRectF(box), picture, QRectF(picture.rect()))
        else:
            painter.fillRect(box, self._theme.placeholder)
            painter.setPen(self._theme.text_soft)
            reason = self._loader.broken(url)
            said = tr("This picture cannot be shown: {reason}.", reason=reason) if reason else tr("Loading…")
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, said)
        return [] if exact is not None else [PictureKey(url, pixels)]

    def _tops(self, width: int) -> list[int]:
        """Where each picture begins, and behind the last one where the widget ends."""
        wide = min(width, WIDEST)
        return [0, *accumulate(self._height(url, wide) + GAP for url in self.urls)]

    def _height(self, url: str, width: int) -> int:
        if url not in self._shapes and (picture := self._loader.any_size(url)) is not None:
            self._shapes[url] = picture.height() / max(1, picture.width())
        if (shape := self._shapes.get(url)) is not None:
            return max(1, round(width * shape))
        return BROKEN_HEIGHT if self._loader.broken(url) else UNKNOWN_HEIGHT

    def _number_at(self, y: int) -> int:
        return bisect_right(self._tops(self.width()), y) - 1

    def _want(self, keys: list[PictureKey]) -> None:
        if keys != self._wanted:
            self._wanted = keys
            self._loader.want(keys, asker=id(self))

    def _arrived(self, url: str) -> None:
        if url in self.urls:
            self.updateGeometry()
            self.update()
