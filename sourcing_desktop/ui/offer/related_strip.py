"""Goods like the one that is open, as a strip of pictures with prices."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.picture_label import PictureLabel
from sourcing_desktop.ui.plain_tip import plain_tip
from sourcing_desktop.ui.theme import Theme

COLUMNS = 4
MOST = 8
SIDE = 80


class RelatedStrip(QWidget):
    """Emits `opened` with the offer that was pressed, `opened_apart` with Ctrl or the middle button."""

    opened = Signal(object)
    opened_apart = Signal(object)

    def __init__(self, theme: Theme, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._loader = loader
        self._offers: tuple[Offer, ...] = ()
        self._cells: list[tuple[QWidget, PictureLabel, QLabel]] = []
        self.pictures: list[PictureLabel] = []
        heading = QLabel(tr("Related offers"))
        heading.setProperty("role", "heading")
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._grid.setColumnStretch(COLUMNS, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addLayout(self._grid)
        self.hide()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show up to eight offers; nothing for none."""
        self._offers = tuple(offers[:MOST])
        while len(self._cells) < len(self._offers):
            self._add()
        for number, (cell, picture, price) in enumerate(self._cells):
            there = number < len(self._offers)
            cell.setVisible(there)
            if there:
                self._fill(picture, price, self._offers[number])
        self.pictures = [picture for _, picture, _ in self._cells[: len(self._offers)]]
        self.setVisible(bool(offers))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The middle button."""
        middle = isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.MiddleButton
        if not middle or event.type() is not QEvent.Type.MouseButtonRelease:
            return False
        for picture, offer in zip(self.pictures, self._offers, strict=True):
            if picture is watched:
                self.opened_apart.emit(offer)
        return True

    def _fill(self, picture: PictureLabel, price: QLabel, offer: Offer) -> None:
        picture.setAccessibleName(tr("Related: {title}", title=offer.title.shown))
        picture.setToolTip(plain_tip(offer.title.shown))
        picture.show_url(offer.picture)
        price.setText(formats.money(offer.price))

    def _add(self) -> None:
        cell, number = QWidget(), len(self._cells)
        picture, price = PictureLabel(self._theme, self._loader, SIDE), QLabel()
        picture.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        picture.installEventFilter(self)
        picture.pressed.connect(lambda: self._press(number))
        self._cells.append((cell, picture, price))
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(picture)
        column.addWidget(price)
        self._grid.addWidget(cell, number // COLUMNS, number % COLUMNS)

    def _press(self, number: int) -> None:
        apart = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier
        (self.opened_apart if apart else self.opened).emit(self._offers[number])
