"""The query picture with the box around the wanted part, drawn and pulled by mouse and keyboard."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from sourcing_desktop.domain.search import Region
from sourcing_desktop.language import tr
from sourcing_desktop.ui.desk import crop
from sourcing_desktop.ui.desk.box_painting import paint_box, paint_invitation, paint_subjects
from sourcing_desktop.ui.theme import Theme

STEP = 8
"""px of the picture that an arrow key moves by."""

PAUSE_MS = 500
MOST_NUMBERED = 9
LEAST_BADGE = QSize(24, 24)
"""px, to be hit with the mouse."""

FRAME = 4
"""px around the picture."""

_ARROWS = {
    Qt.Key.Key_Left: QPoint(-STEP, 0),
    Qt.Key.Key_Right: QPoint(STEP, 0),
    Qt.Key.Key_Up: QPoint(0, -STEP),
    Qt.Key.Key_Down: QPoint(0, STEP),
}


@dataclass(slots=True)
class _Pull:
    """A button is down: from that pixel, at that part of the box, which looked like this before."""

    start: QPoint
    grip: crop.Grip | None
    before: Region | None


class PictureBox(QWidget):
    """Shows one picture with an optional box on it, in pixels of that picture, and the subjects found in it.

    With the keyboard: B draws a box, arrows move it, Shift and arrows size it, 1 to 9 choose a subject,
    Escape removes the box. Emits `region_changed` when the hand rests.
    """

    region_changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = QPixmap()
        self._size = QSize()
        self._region: Region | None = None
        self._subjects: tuple[Region, ...] = ()
        self._badges: list[QToolButton] = []
        self._pull: _Pull | None = None
        self._inviting = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(tr("Picture to search with"))
        self.setAccessibleDescription(
            tr(
                "B draws a box, arrows move it, Shift and arrows size it, 1 to 9 choose a subject,"
                " Esc removes the box."
            )
        )
        self.setToolTip(
            tr("Drag a box around the part to search for. Keys: B box, arrows move, Esc whole picture.")
        )

    def sizeHint(self) -> QSize:
        return QSize(288, 288)

    @property
    def picture(self) -> QPixmap:
        """What is painted: at first, it may be smaller than the picture is."""
        return self._picture

    def show_picture(self, picture: QPixmap, size: QSize, region: Region | None = None) -> None:
        """Show another picture, which is of this size, with its box; a null one for none at all."""
        self._pause.stop()
        self._pull = None
        self._picture = picture
        self._size = size
        self._region = region
        self.show_subjects(())

    def sharpen(self, picture: QPixmap) -> None:
        """Paint the same picture from more pixels."""
        self._picture = picture
        self.update()

    def show_subjects(self, subjects: tuple[Region, ...]) -> None:
        """Mark subjects found in the picture, the first nine with a number; a click makes one the box."""
        for badge in self._badges:
            badge.hide()
            badge.deleteLater()
        self._subjects = subjects
        self._badges = [self._badge(number) for number in range(1, min(len(subjects), MOST_NUMBERED) + 1)]
        self._place_badges()
        self.update()

    def invite(self, inviting: bool) -> None:
        """Something that can be dropped hovers over the desk."""
        self._inviting = inviting
        self.update()

    @property
    def region(self) -> Region | None:
        """The box in px of the picture; None for the whole picture."""
        return self._region

    def draw_region(self) -> None:
        """Put a box around the middle of the picture, to be pulled from there."""
        if self._region is None and not self._picture.isNull():
            width, height = self._size.width(), self._size.height()
            self._region = Region(width // 4, height // 4, width // 4 + width // 2, height // 4 + height // 2)
            self._changed_by_key()

    def clear_region(self) -> None:
        """Search the whole picture again."""
        self._choose(None)

    def choose_subject(self, number: int) -> None:
        """Make a subject, counted from 1, the box; nothing where there are not so many."""
        if 0 < number <= len(self._subjects):
            self._choose(self._subjects[number - 1])

    def _choose(self, region: Region | None) -> None:
        if region != self._region:
            self._region = region
            self.update()
            self._tell()

    def _tell(self) -> None:
        self._pause.stop()
        self.region_changed.emit(self._region)

    def _badge(self, number: int) -> QToolButton:
        """A button at a subject's corner. The keyboard has the number keys for it."""
        badge = QToolButton(self)
        badge.setText(str(number))
        badge.setProperty("role", "badge")
        badge.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        badge.setCursor(Qt.CursorShape.PointingHandCursor)
        badge.setAccessibleName(tr("Search for subject {number} of the picture", number=number))
        badge.setToolTip(tr("Search for this part (key {number})", number=number))
        badge.clicked.connect(lambda: self.choose_subject(number))
        return badge

    def _place_badges(self) -> None:
        taken: list[QRect] = []
        for badge, subject in zip(self._badges, self._subjects, strict=False):
            corner = self._on_screen(subject).topLeft().toPoint() + QPoint(2, 2)
            place = QRect(corner, badge.sizeHint().expandedTo(LEAST_BADGE))
            while any(place.intersects(other) for other in taken):  # of subjects one inside the other
                place.translate(place.width() + 2, 0)
            taken.append(place)
            badge.setGeometry(place)
            badge.show()

    # What is seen

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._picture.isNull():
                paint_invitation(painter, self.rect(), self._theme, self.hasFocus(), self._inviting)
            else:
                self._paint_picture(painter)
        finally:
            painter.end()

    def _paint_picture(self, painter: QPainter) -> None:
        target = self._target()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.placeholder)
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(target, self._picture, QRectF(self._picture.rect()))
        if self._region is not None:
            paint_box(painter, target, self._on_screen(self._region), self._theme)
        paint_subjects(
            painter, [self._on_screen(each) for each in self._subjects if each != self._region], self._theme
        )
        if self.hasFocus() or self._inviting:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self._theme.accent)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _target(self) -> QRectF:
        """Where the picture is on the widget: as large as fits, in the middle."""
        size = self._size.scaled(
            self.size() - QSize(2 * FRAME, 2 * FRAME), Qt.AspectRatioMode.KeepAspectRatio
        )
        corner = QPointF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2)
        return QRectF(corner, size)

    def _on_screen(self, box: Region) -> QRectF:
        target = self._target()
        scale = target.width() / max(1, self._size.width())
        corner = QPointF(target.left() + box.left * scale, target.top() + box.top * scale)
        return QRectF(corner.x(), corner.y(), (box.right - box.left) * scale, (box.bottom - box.top) * scale)

    def _in_picture(self, point: QPointF) -> QPoint:
        target = self._target()
        scale = self._size.width() / target.width()
        x = int((point.x() - target.left()) * scale)
        y = int((point.y() - target.top()) * scale)
        return QPoint(min(max(x, 0), self._size.width() - 1), min(max(y, 0), self._size.height() - 1))

    def _grip(self, point: QPointF) -> crop.Grip | None:
        return None if self._region is None else crop.grip_at(point, self._on_screen(self._region))

    # By mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and not self._picture.isNull():
            self._pull = _Pull(self._in_picture(event.position()), self._grip(event.position()), self._region)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._picture.isNull():
            return
        if (pull := self._pull) is None:
            self.setCursor(crop.cursor_of(self._grip(event.position())))
            return
        point = self._in_picture(event.position())
        if pull.grip is None or pull.before is None:
            self._region = crop.spanned(pull.start, point)
        else:
            self._region = crop.pulled(pull.before, pull.grip, point - pull.start, self._size)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if (pull := self._pull) is None:
            return
        self._pull = None
        region, self._region = self._region, pull.before
        if region is None or region == pull.before or not crop.large_enough(region):
            region = self._subject_at(pull.start) or pull.before  # a click, not a drag
        self.update()
        self._choose(region)

    def _subject_at(self, point: QPoint) -> Region | None:
        """The smallest subject there."""
        hit = [subject for subject in self._subjects if _rect(subject).contains(point)]
        return min(hit, key=lambda each: _rect(each).width() * _rect(each).height(), default=None)

    # By keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._picture.isNull() or not self._key(Qt.Key(event.key()), event):
            super().keyPressEvent(event)

    def _key(self, key: Qt.Key, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ARROWS and self._region is not None:
            sized = bool(held & Qt.KeyboardModifier.ShiftModifier)
            grip = crop.Grip(False, False, True, True) if sized else crop.INSIDE
            self._region = crop.pulled(self._region, grip, _ARROWS[key], self._size)
        elif held:
            return False
        elif key is Qt.Key.Key_B and self._region is None:
            self.draw_region()
        elif key is Qt.Key.Key_Escape and self._region is not None:
            self._region = None
        elif 0 < (number := key.value - Qt.Key.Key_0.value) <= len(self._badges):
            self.choose_subject(number)
            return True
        else:
            return False
        self._changed_by_key()
        return True

    def _changed_by_key(self) -> None:
        self.update()
        self._pause.start()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_badges()


def _rect(region: Region) -> QRect:
    return QRect(region.left, region.top, region.right - region.left, region.bottom - region.top)
