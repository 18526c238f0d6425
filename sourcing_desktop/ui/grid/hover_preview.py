"""A larger picture beside the card on which the mouse rests. Only to be looked at: takes no clicks, no focus.

It is no larger because nobody asked for it: a picture over the whole window, come up under a resting mouse,
would be in the way. Space or an arrow key goes on from it to quick look, which is as large as the window.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout, QWidget

from sourcing_desktop.domain.seen import SeenBefore
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui import seen_words
from sourcing_desktop.ui.grid.offer_cell import picture_box
from sourcing_desktop.ui.grid.offer_grid import OfferGrid
from sourcing_desktop.ui.grid.offer_model import OFFER
from sourcing_desktop.ui.large_picture import LargePicture
from sourcing_desktop.ui.theme import Theme

SIDE, EDGE = 420, 7
"""px of the picture, and around it."""

LARGE_ENOUGH = 300
"""Cards from that width on, in px, show enough by themselves."""

APART = 8

ENDS = frozenset(
    (
        QEvent.Type.Wheel,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.WindowDeactivate,
    )
)
"""What the buyer does when they go on."""

WALKS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class HoverPreview(QFrame):
    """One for the window, over everything in it. `wanted` is the buyer's choice."""

    def __init__(self, theme: Theme, loader: PictureLoader, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.wanted = True
        self._grid: OfferGrid | None = None
        self._row = -1
        self.setProperty("role", "preview")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.picture = LargePicture(theme, loader)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(EDGE)
        column.addWidget(self.picture, 1)
        self.before = QLabel()
        self.before.setProperty("role", "soft")
        self.before.setTextFormat(Qt.TextFormat.PlainText)
        self.before.setWordWrap(True)
        column.addWidget(self.before)
        self.hide()

    def show_beside(self, grid: OfferGrid, row: int) -> bool:
        """Show the picture of that row beside its card. False where it would not help, or has no room."""
        offer = grid.model().index(row, 0).data(OFFER)
        card = grid.cell_rect(row)
        place = self._place(QRect(grid.viewport().mapTo(self._window, card.topLeft()), card.size()))
        helps = card.width() < LARGE_ENOUGH and place.width() >= card.width() * 1.3
        if offer is None or not self.wanted or not helps:
            return False
        self._leave()
        self._grid, self._row = grid, row
        grid.hover_changed.connect(self._leave)
        grid.quick_look_wanted.connect(self._leave)
        grid.verticalScrollBar().valueChanged.connect(self._leave)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self.setGeometry(self._room_for_words(place, grid.seen_marks.of(offer)))
        self.show()
        self.raise_()
        self.picture.show_url(offer.picture)
        return True

    def look(self) -> bool:
        """Go on to quick look at what is shown; False when nothing is."""
        if self._grid is None:
            return False
        self._grid.quick_look_wanted.emit(self._row)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(watched, QWidget):  # not the screen's window
            return self._key_pressed(watched, cast(QKeyEvent, event))
        resized = event.type() is QEvent.Type.Resize and watched is self._window
        if resized or event.type() in ENDS:
            self._leave()
        return False

    def _key_pressed(self, where: QWidget, event: QKeyEvent) -> bool:
        """Space begins quick look; so does an arrow, which then still goes to the grid, and that walks."""
        if where is self._grid and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if event.key() == Qt.Key.Key_Space:
                return self.look()
            if event.key() in WALKS:
                self.look()
                return False
        self._leave()
        return False

    def _place(self, card: QRect) -> QRect:
        """Where there is most room beside the card, as far as the window is on the screen; a square."""
        window = self._window
        screen = window.screen().availableGeometry()
        area = window.rect() & QRect(window.mapFromGlobal(screen.topLeft()), screen.size())
        area.adjust(APART, APART, -APART, -APART)
        left, right = card.left() - APART - area.left(), area.right() - card.right() - APART
        side = min(SIDE + 2 * EDGE, max(left, right), area.height())
        x = card.right() + 1 + APART if right >= min(left, side) else card.left() - APART - side
        y = card.top() + picture_box(card).height() // 2 - side // 2
        y = max(area.top(), min(y, area.bottom() + 1 - side))
        return QRect(QPoint(x, y), QSize(side, side))

    def _room_for_words(self, place: QRect, mark: SeenBefore | None) -> QRect:
        """Higher by a line or two where the offer was seen before."""
        self.before.setVisible(mark is not None)
        if mark is None:
            return place
        self.before.setText(seen_words.sentence(mark))
        higher = place.adjusted(0, 0, 0, self.before.heightForWidth(place.width() - 2 * EDGE) + EDGE)
        higher.translate(0, min(0, self._window.height() - APART - higher.bottom()))
        higher.setTop(max(APART, higher.top()))
        return higher

    def _leave(self) -> None:
        if self._grid is None:
            return
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self._grid.hover_changed.disconnect(self._leave)
        self._grid.quick_look_wanted.disconnect(self._leave)
        self._grid.verticalScrollBar().valueChanged.disconnect(self._leave)
        self._grid = None
        self.picture.forget()
        self.hide()
