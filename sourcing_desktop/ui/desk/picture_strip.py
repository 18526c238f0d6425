"""The pictures on the desk as a strip of small ones. Keeps which one is chosen; decides nothing."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import (
    QListView,
    QMenu,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from sourcing_desktop.language import tr
from sourcing_desktop.ui.desk.desk_picture import DeskModel, DeskPicture, Role
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.theme import Theme

SIDE = 52
EDGE = 4
"""px of a small picture, and around it."""

SCROLL_BAR = 14
"""px, below the pictures while they do not fit."""


class PictureStrip(QListView):
    """Emits `chosen` with the picture, or None when the last one went. Arrows choose, Delete removes."""

    chosen = Signal(object)
    remove_requested = Signal(object)

    def __init__(self, theme: Theme, model: DeskModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._desk = model
        self.setModel(model)
        self.setItemDelegate(_SmallPicture(theme, self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit(0, 0)
        self.setProperty("role", "plain")
        self.setAccessibleName(tr("Pictures on the desk"))
        self.hide()
        self.horizontalScrollBar().rangeChanged.connect(self._fit)
        model.rowsInserted.connect(self._counted)
        model.rowsRemoved.connect(self._counted)

    @property
    def current(self) -> DeskPicture | None:
        """The one that is chosen."""
        return self.currentIndex().data(Role.PICTURE)

    def choose(self, picture: DeskPicture) -> None:
        """Make this one the chosen one."""
        self.setCurrentIndex(self._desk.index(self._desk.pictures.index(picture)))

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(current.data(Role.PICTURE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.current is not None:
            self.remove_requested.emit(self.current)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if mouse else self.currentIndex()
        if (picture := index.data(Role.PICTURE)) is None:
            return
        menu = QMenu(self)
        menu.addAction(
            icon("trash", self._theme.text),
            tr("Remove from the desk"),
            lambda: self.remove_requested.emit(picture),
        )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def _fit(self, _least: int, most: int) -> None:
        self.setFixedHeight(SIDE + 2 * EDGE + (SCROLL_BAR if most else 0))

    def _counted(self) -> None:
        self.setVisible(bool(self._desk.pictures))


class _SmallPicture(QStyledItemDelegate):
    """A picture cut square, framed when chosen; an hourglass while it is read."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(SIDE + 2 * EDGE, SIDE + 2 * EDGE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        picture: DeskPicture = index.data(Role.PICTURE)
        theme = self._theme
        place = QRectF(option.rect.x() + EDGE, option.rect.y() + EDGE, SIDE, SIDE)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        path = QPainterPath()
        path.addRoundedRect(place, 6, 6)
        painter.fillPath(path, theme.placeholder)
        painter.setClipPath(path)
        if picture.thumbnail.isNull():
            icon("later", theme.text_soft).paint(painter, _middle(place, 24))
        else:
            painter.drawPixmap(place, picture.thumbnail, _square(picture.thumbnail))
        painter.setClipping(False)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.setPen(QPen(theme.accent if chosen else theme.edge, 3 if chosen else 1))
        painter.drawRoundedRect(place, 6, 6)
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.text, 1.5))
            painter.drawRoundedRect(place.adjusted(-2.5, -2.5, 2.5, 2.5), 8, 8)
        painter.restore()


def _square(pixmap: QPixmap) -> QRectF:
    """The middle of a picture."""
    side = min(pixmap.width(), pixmap.height())
    return QRectF((pixmap.width() - side) / 2, (pixmap.height() - side) / 2, side, side)


def _middle(place: QRectF, side: int) -> QRect:
    return QRectF(place.center().x() - side / 2, place.center().y() - side / 2, side, side).toRect()
