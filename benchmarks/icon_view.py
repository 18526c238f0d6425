"""The peer of the grid: Qt's own QListView in icon mode, painting the same cards from the same model."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.grid.geometry import GAP, USUAL
from sourcing_desktop.ui.grid.offer_cell import OfferCell, caption_height
from sourcing_desktop.ui.theme import Theme


class IconView(QListView):
    """As fast as it can be made: sizes are uniform and on a grid, and nothing moves."""

    def __init__(self, theme: Theme, loader: PictureLoader) -> None:
        super().__init__()
        size = QSize(USUAL, USUAL + caption_height(USUAL))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setGridSize(size + QSize(GAP, GAP))
        self.setItemDelegate(_Card(theme, loader, size))


class _Card(OfferCell):
    def __init__(self, theme: Theme, loader: PictureLoader, size: QSize) -> None:
        super().__init__(theme, loader)
        self._size = size

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return self._size
