"""A region of the screen as a picture: every screen is shown as it is now, darkened, to be cut from."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QCursor,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QDockWidget, QWidget

from sourcing_desktop.language import tr
from sourcing_desktop.ui.theme import Theme

GONE_MS = 300
"""Until the window that the capture was chosen from has left the screen."""

LEAST_SIDE = 16
STEP, FINE_STEP = 16, 1
"""px of the screen."""

SHADE = QColor(0, 0, 0, 128)
PLATE, ON_PLATE = QColor(0, 0, 0, 208), QColor(255, 255, 255)
"""On any screen, whatever is on it: no colours of a theme."""

KEPT_BACK = tr(
    "The system does not let the program see the screen. Take a screenshot with the system's own keys and "
    "paste it here, or allow screen recording for Sourcing Desktop in the system's privacy settings."
)
HINT = tr("Drag around the goods. Arrows move the box, Shift and arrows size it, Enter takes it, Esc leaves.")

_ARROWS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}


class ScreenCapture(QObject):
    """Emits `captured` with what the buyer cut out, in device pixels, or `refused` with why that cannot be;
    neither when they leave. The window goes out of the way meanwhile."""

    captured = Signal(QImage)
    refused = Signal(str)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self.screens: list[CutFrom] = []
        """What is shown meanwhile, one for each screen."""
        self._away: list[QWidget] = []
        self._soon = QTimer(self, singleShot=True, interval=GONE_MS)
        self._soon.timeout.connect(self._grab)

    def begin(self) -> None:
        """Let the buyer cut out a region."""
        if not self.screens and not self._soon.isActive():
            ours = (self._window, *self._window.findChildren(QDockWidget))
            self._away = [each for each in ours if each.isWindow() and each.isVisible()]
            for each in self._away:
                each.hide()
            self._soon.start()

    def show_shots(self, shots: list[tuple[QPixmap, QRect]]) -> None:
        """Show what is on the screens, each with where it is on the desktop."""
        for shot, place in shots:
            screen = CutFrom(self._theme, shot)
            screen.cut.connect(self._take)
            screen.left.connect(self._leave)
            screen.next_wanted.connect(self._go_on)
            screen.setGeometry(place)
            screen.showFullScreen()
            self.screens.append(screen)
        pointed = (screen for screen in self.screens if screen.geometry().contains(QCursor.pos()))
        next(pointed, self.screens[0]).take_keyboard()

    def _grab(self) -> None:
        shots = [(screen.grabWindow(0), screen.geometry()) for screen in QGuiApplication.screens()]
        seen = [(shot, place) for shot, place in shots if not shot.isNull()]
        if seen:
            self.show_shots(seen)
        else:
            self._leave()
            self.refused.emit(KEPT_BACK)

    def _take(self, picture: QImage) -> None:
        self._leave()
        self.captured.emit(picture)

    def _leave(self) -> None:
        screens, self.screens = self.screens, []
        for each in self._away:  # first, for the program ends with its last window
            each.show()
        self._away = []
        self._window.activateWindow()
        for screen in screens:
            screen.hide()
            screen.deleteLater()

    def _go_on(self) -> None:
        place = next(number for number, screen in enumerate(self.screens) if screen.isActiveWindow())
        self.screens[(place + 1) % len(self.screens)].take_keyboard()


class CutFrom(QWidget):
    """One screen. Emits `cut` with a part of it, `left` when nothing shall be cut, and `next_wanted` for the
    next screen, with Tab."""

    cut = Signal(QImage)
    left = Signal()
    next_wanted = Signal()

    def __init__(self, theme: Theme, shot: QPixmap) -> None:
        super().__init__(None, Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        self._theme = theme
        self._shot = shot
        self._anchor: QPoint | None = None
        self.box = QRect()
        """What would be cut, in px of the screen; empty for all of it."""
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Region of the screen"))
        self.setAccessibleDescription(HINT)

    def take_keyboard(self) -> None:
        """Let keys work here."""
        self.raise_()
        self.activateWindow()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.drawPixmap(self.rect(), self._shot)
            painter.fillRect(self.rect(), SHADE)
            if not self.box.isEmpty():
                painter.drawPixmap(QRectF(self.box), self._shot, QRectF(self._in_shot(self.box)))
                painter.setPen(QPen(self._theme.accent, 2))
                painter.drawRect(self.box)
                self._paint_size(painter)
            self._paint_hint(painter)
        finally:
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._cut(self.box if not self.box.isEmpty() else self.rect())
        elif key in _ARROWS:
            self._nudge(_ARROWS[key], event.modifiers())
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by the system's own keys."""
        self.left.emit()

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab goes to the next screen."""
        self.next_wanted.emit()
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._anchor = event.position().toPoint()
        else:
            self.left.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._anchor is not None:
            self.box = QRect(self._anchor, event.position().toPoint()).normalized() & self.rect()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._anchor is None:
            return
        self._anchor = None
        if min(self.box.width(), self.box.height()) >= LEAST_SIDE:
            self._cut(self.box)
        else:
            self.box = QRect()
            self.update()

    def _nudge(self, way: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """The first arrow brings a box in the middle, the others move or size it."""
        whole = self.rect()
        if self.box.isEmpty():
            self.box = QRect(0, 0, whole.width() // 2, whole.height() // 2)
            self.box.moveCenter(whole.center())
        else:
            way = way * (FINE_STEP if modifiers & Qt.KeyboardModifier.ControlModifier else STEP)
            sizing = modifiers & Qt.KeyboardModifier.ShiftModifier
            box = self.box.adjusted(0, 0, way.x(), way.y()) if sizing else self.box.translated(way)
            if whole.contains(box) and min(box.width(), box.height()) >= LEAST_SIDE:
                self.box = box
        self.update()

    def _cut(self, box: QRect) -> None:
        picture = self._shot.copy(self._in_shot(box)).toImage()
        picture.setDevicePixelRatio(1)
        self.cut.emit(picture)

    def _in_shot(self, box: QRect) -> QRect:
        """The same place in pixels of what was on the screen."""
        across, down = self._shot.width() / self.width(), self._shot.height() / self.height()
        left, top = round(box.x() * across), round(box.y() * down)
        return QRect(left, top, round(box.width() * across), round(box.height() * down))

    def _paint_size(self, painter: QPainter) -> None:
        cut = self._in_shot(self.box)
        text = tr("{width} × {height} px", width=cut.width(), height=cut.height())
        below = self.box.bottom() + 44 < self.height()
        self._paint_plate(painter, text, self.box.bottom() + 24 if below else self.box.bottom() - 24)

    def _paint_hint(self, painter: QPainter) -> None:
        self._paint_plate(painter, HINT, 40)

    def _paint_plate(self, painter: QPainter, text: str, middle: int) -> None:
        """White words on black, in the middle of the screen or of the box below the hint."""
        font = self._theme.font(13)
        painter.setFont(font)
        centre = self.box.center().x() if text is not HINT else self.rect().center().x()
        plate = painter.fontMetrics().boundingRect(text).adjusted(-12, -6, 12, 6)
        plate.moveCenter(QPoint(centre, middle))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(PLATE)
        painter.drawRoundedRect(plate, 6, 6)
        painter.setPen(ON_PLATE)
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)
