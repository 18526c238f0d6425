"""The current offer of a grid, large, over the middle of the window; arrow keys walk on through the grid."""

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
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStyle, QToolButton, QVBoxLayout, QWidget

from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.grid.offer_grid import OfferGrid
from sourcing_desktop.ui.grid.offer_model import OFFER
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.large_picture import LargePicture
from sourcing_desktop.ui.offer_caption import OfferCaption
from sourcing_desktop.ui.theme import Theme

FADE_SHARE = 0.6
"""The part of the style's usual time for an animation that appearing takes."""

NEXT = 2
"""Pictures fetched ahead, in each direction."""

NOTCH = 120
WALKS = frozenset(
    (
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
        *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    )
)
ELSEWHERE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""The keyboard only seems to have left."""


class QuickLook(QWidget):
    """One for the window, a child of its middle. Space, Esc, or a click beside the picture closes it."""

    def __init__(self, theme: Theme, loader: PictureLoader, around: QWidget) -> None:
        super().__init__(around)
        self._around = around
        self._theme = theme
        self._grid: OfferGrid | None = None
        self._turned = 0
        self._shade = 1.0
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName("Quick look")
        self.place = QLabel()
        self.place.setProperty("role", "soft")
        self.picture = LargePicture(theme, loader)
        self.caption = OfferCaption(theme)
        before = self._button("previous", "The offer before (←)", lambda: self._step(-1))
        after = self._button("next", "The next offer (→)", lambda: self._step(1))
        close = self._button("close", "Close (Esc)", self.close)
        top, middle = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.place, 1)
        top.addWidget(close)
        middle.addWidget(before)
        middle.addWidget(self.picture, 1)
        middle.addWidget(after)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 8, 16)
        column.addLayout(top)
        column.addLayout(middle, 1)
        column.addWidget(self.caption)
        self.caption.shortlist.clicked.connect(self._shortlist)
        self.caption.similar.clicked.connect(self._find_similar)
        self.caption.open.clicked.connect(self._open)
        self._fade = QVariantAnimation(self, startValue=0.0, endValue=1.0)
        self._fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._fade.valueChanged.connect(self._set_shade)
        around.installEventFilter(self)
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
        self.setGeometry(self._around.rect())
        self.show()
        self.raise_()
        self._show_current()
        self._appear()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def closeEvent(self, event) -> None:
        """Give the keyboard back to the grid, at the offer last seen."""
        grid, had_keyboard = self._grid, self.hasFocus()
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
        if offer is None or grid is None:
            self.close()
            return
        row, rows = grid.currentIndex().row(), grid.model().rowCount()
        self.place.setText(f"{row + 1:,} of {rows:,}")
        ahead = [row + step for far in range(1, NEXT + 1) for step in (far, -far)]
        near = [grid.model().index(other, 0).data(OFFER).picture for other in ahead if 0 <= other < rows]
        self.picture.show_url(offer.picture, near)
        self.caption.show_offer(offer, grid.is_shortlisted(offer))
        self.setAccessibleDescription(grid.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))

    # What the buyer does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Space | Qt.Key.Key_Escape:
                self.close()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._open()
            case Qt.Key.Key_F:
                self._find_similar()
            case key if key in WALKS and self._grid is not None:
                self._grid.keyPressEvent(event)
            case _:
                event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._turned += event.angleDelta().y()
        notches = int(self._turned / NOTCH)
        self._turned -= notches * NOTCH
        self._step(-notches)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in ELSEWHERE:
            self.close()

    def focusNextPrevChild(self, forwards: bool) -> bool:
        return False  # what is behind is not to be reached

    def _step(self, rows: int) -> None:
        if self._grid is not None and rows:
            row = self._grid.currentIndex().row() + rows
            self._go_to(min(max(row, 0), self._grid.model().rowCount() - 1))

    def _go_to(self, row: int) -> None:
        """Whatever keys are held: a modifier would add to the selection."""
        if self._grid is not None:
            alone = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self._grid.selectionModel().setCurrentIndex(self._grid.model().index(row, 0), alone)

    def _shortlist(self) -> None:
        if self._grid is not None:
            self._grid.shortlist_toggled.emit([self.offer])

    def _find_similar(self) -> None:
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
            self.setGeometry(self._around.rect())
        return False

    def _appear(self) -> None:
        usual = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self)
        self._fade.stop()
        self._set_shade(1.0)
        if usual > 0:
            self._fade.setDuration(round(usual * FADE_SHARE))
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
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(do)
        return button
