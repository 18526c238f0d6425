"""Small pictures in a row that scrolls: one place in the tab order, walked through with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.picture_label import PictureLabel
from sourcing_desktop.ui.theme import Theme

SIDE = 44
GAP = 4
BAR = 12
"""px of the scroll bar."""


class PictureStrip(QScrollArea):
    """`chosen` tells the place of a picture pointed or walked to, `pressed` that of one that was chosen
    before."""

    chosen = Signal(int)
    pressed = Signal(int)

    def __init__(self, theme: Theme, loader: PictureLoader) -> None:
        super().__init__()
        self._theme = theme
        self._loader = loader
        self._made: list[PictureLabel] = []
        self._current = -1
        self.pictures: list[PictureLabel] = []
        self._inside = QWidget()
        self._row = QHBoxLayout(self._inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addStretch(1)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Pictures"))

    def show_pictures(self, urls: Sequence[str]) -> None:
        """Show other pictures, none of them chosen; nothing for a single one."""
        wanted = len(urls) if len(urls) > 1 else 0
        while len(self._made) < wanted:
            self._add()
        self.pictures = self._made[:wanted]
        for label, url in zip(self.pictures, urls, strict=False):
            label.show_url(url)
            label.show()
        for label in self._made[wanted:]:
            label.hide()
        self._current = -1
        self.horizontalScrollBar().setValue(0)
        self._fit()
        self.setVisible(wanted > 0)

    def choose(self, place: int) -> None:
        """Frame one of the pictures and bring it into sight; -1 for none."""
        self._current = place
        for number, label in enumerate(self.pictures):
            label.set_chosen(number == place)
            label.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if number == max(0, place) else Qt.FocusPolicy.ClickFocus
            )
        if 0 <= place < len(self.pictures):
            self.ensureWidgetVisible(self.pictures[place], SIDE, 0)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Sideways only: up and down belong to what the strip is in."""
        if event.angleDelta().x():
            super().wheelEvent(event)
        else:
            event.ignore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in self._made:
            if event.type() is QEvent.Type.Enter:
                self.chosen.emit(self._made.index(watched))
            return isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._walk(event)
        return super().eventFilter(watched, event)

    def _walk(self, event: QKeyEvent) -> bool:
        last, here = len(self.pictures) - 1, max(self._current, 0)
        step = 1 if self.isLeftToRight() else -1
        there = {
            Qt.Key.Key_Right: here + step,
            Qt.Key.Key_Left: here - step,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if there is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        self.chosen.emit(min(max(there, 0), last))
        self.pictures[self._current].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _add(self) -> None:
        label = PictureLabel(self._theme, self._loader, SIDE)
        place = len(self._made)
        label.setAccessibleName(tr("Picture {number}", number=f"{place + 1:,}"))
        label.pressed.connect(lambda: self._press(place))
        label.installEventFilter(self)
        self._made.append(label)
        self._row.insertWidget(place, label)

    def _press(self, place: int) -> None:
        (self.pressed if place == self._current else self.chosen).emit(place)

    def _fit(self) -> None:
        """As high as the pictures, and the bar where there is one."""
        wide = len(self.pictures) * (SIDE + GAP) - GAP
        self.setFixedHeight(SIDE + (BAR if wide > self.width() else 0))
