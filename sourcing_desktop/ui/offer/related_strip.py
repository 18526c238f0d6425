"""Goods like the one that is open, as a strip of pictures with prices."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.picture_label import PictureLabel
from sourcing_desktop.ui.theme import Theme

COLUMNS = 4
MOST = 8
SIDE = 84


class RelatedStrip(QWidget):
    """Emits `opened` with the offer that was pressed."""

    opened = Signal(object)

    def __init__(self, theme: Theme, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._loader = loader
        self.pictures: list[PictureLabel] = []
        heading = QLabel("Related offers")
        heading.setProperty("role", "heading")
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(heading)
        column.addLayout(self._grid)
        self.hide()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show up to eight offers; nothing for none."""
        while (taken := self._grid.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.pictures = []
        for number, offer in enumerate(offers[:MOST]):
            self._grid.addWidget(self._cell(offer), number // COLUMNS, number % COLUMNS)
        self.setVisible(bool(offers))

    def _cell(self, offer: Offer) -> QWidget:
        cell = QWidget()
        picture = PictureLabel(self._theme, self._loader, SIDE)
        picture.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        picture.setAccessibleName(f"Related: {offer.title.shown}")
        picture.setToolTip(offer.title.shown)
        picture.show_url(offer.picture)
        picture.pressed.connect(lambda: self.opened.emit(offer))
        self.pictures.append(picture)
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(picture)
        column.addWidget(QLabel(formats.money(offer.price)))
        return cell
