"""The current offer of a grid, large, over all of the window; arrow keys walk on through the grid."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QSize,
    Qt,
    QVariantAnimation,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.grid.offer_grid import OfferGrid
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.large_picture import LargePicture
from sourcing_desktop.ui.motion import COMING_MS, moves
from sourcing_desktop.ui.offer_caption import OfferCaption
from sourcing_desktop.ui.picture_menu import open_picture_menu
from sourcing_desktop.ui.tab_ring import TabRing
from sourcing_desktop.ui.theme import Theme

NEXT = 2
"""Pictures fetched ahead, in each direction."""

BESIDE_WIDTH = 360
"""px the words take beside the picture."""

NOTCH = 120
Cursor = QAbstractItemView.CursorAction
WALKS = {
    Qt.Key.Key_Left: Cursor.MoveLeft,
    Qt.Key.Key_Right: Cursor.MoveRight,
    Qt.Key.Key_Up: Cursor.MoveUp,
    Qt.Key.Key_Down: Cursor.MoveDown,
    Qt.Key.Key_Home: Cursor.MoveHome,
    Qt.Key.Key_End: Cursor.MoveEnd,
    Qt.Key.Key_PageUp: Cursor.MovePageUp,
    Qt.Key.Key_PageDown: Cursor.MovePageDown,
}
ELSEWHERE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""The keyboard only seems to have left."""


class QuickLook(QWidget):
    """One for the window, over all but its menus. Space, Esc, or a click beside picture and words ends it."""

    def __init__(self, theme: Theme, loader: PictureLoader, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._grid: OfferGrid | None = None
        self._turned = 0
        self._shade = 1.0
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(tr("Quick look"))
        self.place = QLabel()
        self.place.setProperty("role", "soft")
        self.picture = LargePicture(theme, loader)
        self.caption = OfferCaption(theme)
        stays = self.caption.sizePolicy()
        stays.setRetainSizeWhenHidden(True)
        self.caption.setSizePolicy(stays)
        before = self._button("previous", tr("The offer before (←)"), lambda: self._step(-1))
        after = self._button("next", tr("The next offer (→)"), lambda: self._step(1))
        close = self._button("close", tr("Close (Esc)"), self.close)
        top, middle = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.place, 1)
        top.addWidget(close)
        middle.addWidget(before)
        middle.addWidget(self.picture, 1)
        middle.addWidget(after)
        self._ring = TabRing(self, (close, before, after, *self.caption.deeds))
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._parts.addLayout(middle, 1)
        self._parts.addWidget(self.caption)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 8, 16)
        column.addLayout(top)
        column.addLayout(self._parts, 1)
        self.caption.shortlist.clicked.connect(self._shortlist)
        self.caption.similar.clicked.connect(self._find_similar)
        self.caption.open.clicked.connect(self._open)
        self._fade = QVariantAnimation(self, startValue=0.0, endValue=1.0)
        self._fade.setDuration(COMING_MS)
        self._fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._fade.valueChanged.connect(self._set_shade)
        window.installEventFilter(self)
        self.hide()

    @property
    def offer(self) -> Offer | None:
        """The offer that is shown."""
        return self._grid.current_offer() if self._grid is not None else None

    def look(self, grid: OfferGrid, row: int) -> None:
        """Show that row of a grid and take the keyboard."""
        self._follow(grid)
        if grid.currentIndex().row() != row:
            self._go_to(row)
        self._cover_window()
        self.show()
        self.raise_()
        self._show_current()
        self._appear()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def closeEvent(self, event) -> None:
        """Give the keyboard back to the grid, at the offer last seen."""
        grid, had_keyboard = self._grid, self._ring.has_keyboard
        self._follow(None)
        self.picture.forget()
        if grid is not None and had_keyboard:
            grid.setFocus(Qt.FocusReason.OtherFocusReason)
        super().closeEvent(event)

    # Following the grid

    def _follow(self, grid: OfferGrid | None) -> None:
        for each, connect in ((self._grid, False), (grid, True)):
            if each is None:
                continue
            for signal, slot in (
                (each.selectionModel().currentChanged, self._current_changed),
                (each.model().rowsInserted, self._show_current),
                (each.model().rowsRemoved, self._show_current),
                (each.model().dataChanged, self._show_current),
                (each.model().modelReset, self.close),
                (each.marks_changed, self._show_current),
            ):
                signal.connect(slot) if connect else signal.disconnect(slot)
        self._grid = grid

    def _current_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            self._show_current()

    def _show_current(self) -> None:
        offer, grid = self.offer, self._grid
        if grid is None or not grid.currentIndex().isValid():
            self.close()
            return
        row, rows = grid.currentIndex().row(), grid.model().rowCount()
        self.place.setText(tr("{place} of {all}", place=f"{row + 1:,}", all=f"{rows:,}"))
        ahead = [row + step for far in range(1, NEXT + 1) for step in (far, -far)]
        self.caption.setVisible(offer is not None)
        self.setAccessibleDescription(grid.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
        if offer is None:  # still on its way
            self.picture.forget()
            return
        near = grid.offers_at(row for row in ahead if 0 <= row < rows)
        self.picture.show_url(offer.picture, [each.picture for each in near])
        self.caption.show_offer(offer, grid.is_shortlisted(offer), grid.seen_marks.of(offer))

    # What the buyer does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Space | Qt.Key.Key_Escape:
                self.close()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._open()
            case Qt.Key.Key_F:
                self._find_similar()
            case key if Qt.Key(key) in WALKS:
                self._walk(WALKS[Qt.Key(key)])
            case _:
                event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._turned += event.angleDelta().y()
        notches = int(self._turned / NOTCH)
        self._turned -= notches * NOTCH
        self._step(-notches)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.close()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The keyboard is here and not in the picture."""
        if self.offer is not None:
            open_picture_menu(self.picture, self.offer.picture, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in ELSEWHERE and not self._ring.has_keyboard:
            self.close()

    def focusNextPrevChild(self, forwards: bool) -> bool:
        return self._ring.walk(forwards)

    def _step(self, rows: int) -> None:
        if self._grid is not None and rows:
            row = self._grid.currentIndex().row() + rows
            self._go_to(min(max(row, 0), self._grid.model().rowCount() - 1))

    def _walk(self, way: Cursor) -> None:
        if self._grid is not None:
            self._go_to(self._grid.moveCursor(way, Qt.KeyboardModifier.NoModifier).row())

    def _go_to(self, row: int) -> None:
        """Whatever keys are held: a modifier would add to the selection."""
        if self._grid is not None:
            alone = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self._grid.selectionModel().setCurrentIndex(self._grid.model().index(row, 0), alone)

    def _shortlist(self) -> None:
        if self._grid is not None and self.offer is not None:
            self._grid.shortlist_toggled.emit([self.offer])

    def _find_similar(self) -> None:
        if self.caption.similar.isEnabled():
            self._leave_for(lambda grid, offer: grid.similar_wanted.emit(offer))

    def _open(self) -> None:
        self._leave_for(lambda grid, offer: grid.opened.emit(offer))

    def _leave_for(self, do: Callable[[OfferGrid, Offer], None]) -> None:
        """Close, and then ask for something that shows elsewhere."""
        grid, offer = self._grid, self.offer
        self.close()
        if grid is not None and offer is not None:
            do(grid, offer)

    # How it looks

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._cover_window()
        return False

    def _cover_window(self) -> None:
        """Take all the room below the menus, with the words where they leave the picture more of it."""
        menus, area = self._window.menuWidget(), self._window.rect()
        if menus is not None and menus.isVisible():
            area.setTop(menus.geometry().bottom() + 1)
        beside = area.width() - BESIDE_WIDTH > area.height() - self.caption.height_below()
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._parts.setDirection(way)
        self.caption.stand(BESIDE_WIDTH if beside else None)
        self.setGeometry(area)

    def _appear(self) -> None:
        self._fade.stop()
        self._set_shade(1.0)
        if moves(self):
            self._fade.start()

    def _set_shade(self, shade: float) -> None:
        self._shade = shade
        # Opaque, it spares painting what is behind.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, shade == 1)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = QColor(self._theme.window)
        colour.setAlphaF(self._shade)
        painter.fillRect(self.rect(), colour)
        painter.end()

    def _button(self, sign: str, text: str, do: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(sign, self._theme.text))
        button.setIconSize(QSize(24, 24))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(do)
        return button
