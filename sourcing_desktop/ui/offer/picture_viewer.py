"""Pictures as large as the window: nearer and farther, moved about, one after the other. Fetches nothing
itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureKey, PictureLoader
from sourcing_desktop.ui.desk.picture_source import PictureSource
from sourcing_desktop.ui.elided_label import ElidedLabel
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.picture_menu import desk_window, find_in_library, open_picture_menu
from sourcing_desktop.ui.tab_ring import TabRing
from sourcing_desktop.ui.theme import Theme

STEP, NEAREST, CLOSE_UP = 1.25, 8.0, 2.5
TOP = 56
"""px of the bar above the picture."""

MOST_PIXELS = 4096
"""Device pixels a picture is asked for, at most, of its longer side."""

NOTCH = 120


class PictureViewer(QWidget):
    """Covers its window until Esc, a click on the cross, or until something similar is looked for anywhere.
    `similar_wanted` carries the url in front."""

    similar_wanted = Signal(str)

    def __init__(self, theme: Theme, loader: PictureLoader, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._loader = loader
        self._window = window
        self._urls: tuple[str, ...] = ()
        self._names: Mapping[str, str] = {}
        self._place = 0
        self.zoom = 1.0
        self._middle = QPointF()  # of the picture, from the middle of its room
        self._held: QPointF | None = None
        self._before: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Picture in full size"))
        self.said = ElidedLabel("")
        bar = QHBoxLayout()
        bar.setSpacing(4)
        bar.addWidget(self.said, 1)
        self.buttons = {
            "previous": self._button("previous", tr("The picture before (←)"), lambda: self.step(-1)),
            "next": self._button("next", tr("The next picture (→)"), lambda: self.step(1)),
            "farther": self._button("minus", tr("Farther (−)"), lambda: self.zoom_by(1 / STEP)),
            "nearer": self._button("plus", tr("Nearer (+)"), lambda: self.zoom_by(STEP)),
            "whole": self._button("whole", tr("All of it (0)"), self.show_whole),
            "similar": self._button("similar", tr("Find similar (F)"), self._find_similar),
            "kept": self._button("library-similar", tr("Find in your library (L)"), self._find_in_library),
            "close": self._button("close", tr("Close (Esc)"), self.close),
        }
        for button in self.buttons.values():
            bar.addWidget(button)
        self._ring = TabRing(self, tuple(self.buttons.values()))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 8, 8)
        column.addLayout(bar)
        column.addStretch(1)
        loader.ready.connect(self._arrived)
        window.installEventFilter(self)
        if (desk := desk_window(window)) is not None:
            desk.similar_wanted.connect(self.close)  # a picture's menu, here or elsewhere
            desk.library_sight_wanted.connect(self.close)
        self.hide()

    @property
    def url(self) -> str:
        return self._urls[self._place] if self._urls else ""

    def look(self, urls: Sequence[str], url: str, names: Mapping[str, str]) -> None:
        """Show these pictures, beginning with one of them, and take the keyboard. Some have names, by url."""
        self._urls, self._names = tuple(urls), names
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        for name in ("previous", "next"):
            self.buttons[name].setVisible(len(self._urls) > 1)
        self.setGeometry(self._window.rect())
        self._go_to(self._urls.index(url))
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, pictures: int) -> None:
        """Walk on or back, from the last to the first, too."""
        self._go_to((self._place + pictures) % len(self._urls))

    def show_whole(self) -> None:
        """All of the picture, as large as it fits."""
        self.zoom, self._middle = 1.0, QPointF()
        self._want()

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Nearer or farther, so that what is `at` a place stays there; in the middle unless told."""
        before, room = self.zoom, self._room()
        self.zoom = min(max(1.0, before * factor), NEAREST)
        from_middle = (at or room.center()) - room.center()
        self._middle = from_middle - (from_middle - self._middle) * (self.zoom / before)
        self._keep_in_sight()
        self._want()

    def closeEvent(self, event) -> None:
        self._loader.want([], asker=id(self))
        if self._before is not None and self._ring.has_keyboard:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None
        super().closeEvent(event)

    # What the buyer does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape | Qt.Key.Key_Space | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.close()
            case Qt.Key.Key_Right | Qt.Key.Key_Down | Qt.Key.Key_PageDown:
                self.step(1)
            case Qt.Key.Key_Left | Qt.Key.Key_Up | Qt.Key.Key_PageUp:
                self.step(-1)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_by(STEP)
            case Qt.Key.Key_Minus:
                self.zoom_by(1 / STEP)
            case Qt.Key.Key_0:
                self.show_whole()
            case Qt.Key.Key_F:
                self._find_similar()
            case Qt.Key.Key_L:
                self._find_in_library()
            case _:
                event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom_by(STEP ** (event.angleDelta().y() / NOTCH), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = event.position() - self._middle

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._middle = event.position() - self._held
            self._keep_in_sight()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.zoom > 1:
            self.show_whole()
        else:
            self.zoom_by(CLOSE_UP, event.position())

    def contextMenuEvent(self, event) -> None:
        open_picture_menu(self, self.url, event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        return self._ring.walk(forwards)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
        return False

    def resizeEvent(self, event) -> None:
        self._keep_in_sight()
        self._want()

    def _find_similar(self) -> None:
        url = self.url
        self.close()
        self.similar_wanted.emit(url)

    def _find_in_library(self) -> None:
        url = self.url
        self.close()
        find_in_library(self, PictureSource(url=url))

    def _go_to(self, place: int) -> None:
        self._place = place
        number, count = f"{place + 1:,}", f"{len(self._urls):,}"
        placed = tr("{number} of {count}", number=number, count=count) if len(self._urls) > 1 else ""
        self.said.setText(" · ".join(filter(None, (placed, self._names.get(self.url, "")))))
        self.setAccessibleDescription(self.said.text())
        self.show_whole()

    # What is seen

    def picture_place(self) -> QRectF:
        """What the picture covers, in px, also outside of the window; a square while its shape is unknown."""
        room = self._room()
        known = self._loader.any_size(self.url)
        shape = QSizeF(known.size() if known is not None else QSize(1, 1))
        size = shape.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio) * self.zoom
        place = QRectF(QPointF(), size)
        place.moveCenter(room.center() + self._middle)
        return place

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(16, TOP, -16, -16)

    def _keep_in_sight(self) -> None:
        """The picture may not be moved out of its room, nor away from an edge it reaches beyond."""
        place, room = self.picture_place(), self._room()
        across = max(0.0, (place.width() - room.width()) / 2)
        down = max(0.0, (place.height() - room.height()) / 2)
        self._middle = QPointF(
            min(max(self._middle.x(), -across), across), min(max(self._middle.y(), -down), down)
        )

    def _want(self) -> None:
        size = self.picture_place().size() * self.devicePixelRatioF()
        side = min(int(max(size.width(), size.height())), MOST_PIXELS)
        near = [self._urls[(self._place + step) % len(self._urls)] for step in (1, -1)] if self._urls else []
        wish = [PictureKey(self.url, side)] if self.url and side > 0 and self.isVisible() else []
        self._loader.want(wish, [PictureKey(url, side) for url in near if wish], asker=id(self))
        self.update()

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self._want()

    def _arrived(self, url: str) -> None:
        if url == self.url and self.isVisible():
            self._want()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.window)
        painter.setClipRect(QRectF(self.rect()).adjusted(0, TOP, 0, 0))
        picture = self._loader.any_size(self.url)
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(self.picture_place(), picture, QRectF(picture.rect()))
        else:
            reason = self._loader.broken(self.url)
            painter.setPen(self._theme.text_soft)
            said = tr("This picture cannot be shown: {reason}.", reason=reason) if reason else tr("Loading…")
            painter.drawText(self._room(), Qt.AlignmentFlag.AlignCenter, said)
        painter.end()

    def _button(self, sign: str, text: str, do: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(sign, self._theme.text))
        button.setIconSize(QSize(20, 20))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(do)
        return button
