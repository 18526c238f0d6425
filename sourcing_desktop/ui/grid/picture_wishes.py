"""What a grid wants from the picture loader: what is in sight, then what comes next in its direction."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from sourcing_desktop.pictures.loader import PictureKey, PictureLoader
from sourcing_desktop.ui.grid.offer_model import OfferModel

SCREENS_AHEAD = 2


class PictureWishes(QObject):
    """Tells the loader once per turn of the event loop, and only when what is in sight has changed."""

    arrived = Signal(str)

    def __init__(self, loader: PictureLoader, grid: QWidget) -> None:
        super().__init__(grid)
        self._loader = loader
        self._grid = grid
        self._forwards = True
        self._seen = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)
        loader.ready.connect(self.arrived)
