"""The query picture: where pictures are dropped, and where a box around the wanted part is drawn."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from sourcing_desktop.domain.search import Region
from sourcing_desktop.ui.desk.picture_source import read_mime
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.theme import Theme

LEAST_BOX = 24
STEP = 8
PAUSE_MS = 500

_ARROWS = {
    Qt.Key.Key_Left: QPoint(-STEP, 0),
    Qt.Key.Key_Right: QPoint(STEP, 0),
    Qt.Key.Key_Up: QPoint(0, -STEP),
    Qt.Key.Key_Down: QPoint(0, STEP),
}


class PictureBox(QWidget):
    """Shows one picture with an optional box on it, in pixels of that picture.

    With the keyboard: B draws a box, arrows move it, Shift and arrows size it, Escape removes it.
    """

    source_given = Signal(object)
    unusable_given = Signal()
    region_changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = QPixmap()
        self._subjects: tuple[Region, ...] = ()
        self._box: QRect | None = None
        self._anchor: QPoint | None = None
        self._box_before: QRect | None = None
        self._hovering_drop = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 240)
        self.setAccessibleName("Picture to search with")
        self.setToolTip(
            "Drag a box around the part to search for. Keys: B box, arrows move, Esc whole picture."
        )

    def sizeHint(self) -> QSize:
        return QSize(288, 288)

    def show_picture(self, picture: QPixmap) -> None:
        """Show another picture, without a box."""
        self._picture = picture
        self._subjects = ()
        self._box = None
        self.update()

    def show_subjects(self, subjects: tuple[Region, ...]) -> None:
        """Mark subjects found in the picture; a click on one makes it the box."""
        self._subjects = subjects
        self.update()

    @property
    def region(self) -> Region | None:
        """The box in px of the picture; None for the whole picture."""
        box = self._box
        return None if box is None else Region(box.left(), box.top(), box.right() + 1, box.bottom() + 1)

    def clear_region(self) -> None:
        """Search the whole picture again."""
        if self._box is not None:
            self._box = None
            self.update()
            self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            if self._picture.isNull():
                self._paint_invitation(painter)
            else:
                self._paint_picture(painter)
        finally:
            painter.end()

    def _paint_invitation(self, painter: QPainter) -> None:
        theme = self._theme
        frame = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        busy = self._hovering_drop or self.hasFocus()
        pen = QPen(theme.accent if busy else theme.line, 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.accent_soft if self._hovering_drop else theme.card)
        painter.drawRoundedRect(frame, 10, 10)
        middle = self.rect().center()
        icon("image", theme.accent).paint(painter, QRect(middle.x() - 24, middle.y() - 68, 48, 48))
        painter.setPen(theme.text)
        painter.setFont(theme.font(15, bold=True))
        box = QRect(16, middle.y() - 8, self.width() - 32, 24)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "Drop or paste a picture")
        painter.setPen(theme.text_soft)
        painter.setFont(theme.font(13))
        box.translate(0, 26)
        box.setHeight(60)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(box, flags, "a file, a screenshot, or a picture dragged from a web page")

    def _paint_picture(self, painter: QPainter) -> None:
        target = self._target()
        painter.drawPixmap(target, self._picture, QRectF(self._picture.rect()))
        if self._box is not None:
            hole = self._on_screen(self._box)
            shade = QColor(0, 0, 0, 120)
            for side in _around(target, hole):
                painter.fillRect(side, shade)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.accent, 2))
            painter.drawRect(hole)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.accent, 1.5, Qt.PenStyle.DashLine))
        for subject in self._subjects:
            painter.drawRoundedRect(self._on_screen(_rect(subject)), 4, 4)
        if self.hasFocus() or self._hovering_drop:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.accent, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _target(self) -> QRectF:
        """Where the picture is on the widget: as large as fits, in the middle."""
        size = QSize(self._picture.size()).scaled(
            self.size() - QSize(8, 8), Qt.AspectRatioMode.KeepAspectRatio
        )
        corner = QPointF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2)
        return QRectF(corner, size)

    def _on_screen(self, box: QRect) -> QRectF:
        target = self._target()
        scale = target.width() / self._picture.width()
        return QRectF(
            target.left() + box.left() * scale,
            target.top() + box.top() * scale,
            box.width() * scale,
            box.height() * scale,
        )

    def _in_picture(self, point: QPointF) -> QPoint:
        target = self._target()
        scale = self._picture.width() / target.width()
        x = int((point.x() - target.left()) * scale)
        y = int((point.y() - target.top()) * scale)
        return QPoint(min(max(x, 0), self._picture.width() - 1), min(max(y, 0), self._picture.height() - 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and not self._picture.isNull():
            self._anchor = self._in_picture(event.position())
            self._box_before = self._box

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._anchor is not None:
            self._box = QRect(self._anchor, self._in_picture(event.position())).normalized()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._anchor is None:
            return
        point, self._anchor = self._anchor, None
        before, box = self._box_before, self._box
        if box is None or box == before or box.width() < LEAST_BOX or box.height() < LEAST_BOX:
            hit = (subject for subject in map(_rect, self._subjects) if subject.contains(point))
            self._box = min(hit, key=lambda rect: rect.width() * rect.height(), default=before)
        self.update()
        if self._box != before:
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._picture.isNull() or not self._key(event):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_B and self._box is None:
            width, height = self._picture.width(), self._picture.height()
            self._box = QRect(width // 4, height // 4, width // 2, height // 2)
        elif key is Qt.Key.Key_Escape and self._box is not None:
            self._box = None
        elif key in _ARROWS and self._box is not None:
            self._box = self._moved(self._box, _ARROWS[key], event.modifiers())
        else:
            return False
        self.update()
        self._pause.start()
        return True

    def _moved(self, box: QRect, by: QPoint, modifiers: Qt.KeyboardModifier) -> QRect:
        whole = self._picture.rect()
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            sized = box.adjusted(0, 0, by.x(), by.y()) & whole
            return sized if min(sized.width(), sized.height()) >= LEAST_BOX else box
        moved = box.translated(by)
        return moved if whole.contains(moved) else box

    def _tell(self) -> None:
        self._pause.stop()
        self.region_changed.emit(self.region)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._hovering_drop = True
        event.acceptProposedAction()
        self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._hovering_drop = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._hovering_drop = False
        self.update()
        source = read_mime(event.mimeData())
        event.acceptProposedAction()
        if source is None:
            self.unusable_given.emit()
        else:
            self.source_given.emit(source)


def _rect(region: Region) -> QRect:
    return QRect(region.left, region.top, region.right - region.left, region.bottom - region.top)


def _around(outer: QRectF, hole: QRectF) -> tuple[QRectF, ...]:
    """Four rectangles that cover `outer` but not `hole`."""
    return (
        QRectF(outer.left(), outer.top(), outer.width(), hole.top() - outer.top()),
        QRectF(outer.left(), hole.bottom(), outer.width(), outer.bottom() - hole.bottom()),
        QRectF(outer.left(), hole.top(), hole.left() - outer.left(), hole.height()),
        QRectF(hole.right(), hole.top(), outer.right() - hole.right(), hole.height()),
    )
