"""What a grid wants from the picture loader: what is in sight, then what comes next in its direction."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from sourcing_desktop.pictures.loader import PictureKey, PictureLoader
from sourcing_desktop.ui.grid.offer_model import OfferRows

SCREENS_AHEAD = 2


class PictureWishes(QObject):
    """Tells the loader at most once per turn of the event loop, and only when other rows are in sight."""

    def __init__(self, loader: PictureLoader, grid: QObject) -> None:
        super().__init__(grid)
        self._loader = loader
        self._forwards = True
        self._told: tuple[object, ...] = ()
        self._lists: tuple[list[PictureKey], list[PictureKey]] = ([], [])
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)

    def moved(self, dy: int) -> None:
        """The contents moved; `dy` > 0: further down."""
        if dy:
            self._forwards = dy > 0

    def look(self, model: OfferRows, rows: range, side: int) -> None:
        """These rows were painted, their pictures `side` device pixels wide."""
        ahead = len(rows) * SCREENS_AHEAD
        if self._forwards:
            near = range(rows.stop, min(rows.stop + ahead, model.rowCount()))
        else:
            near = range(rows.start - 1, max(rows.start - 1 - ahead, -1), -1)
        if (rows, near, side) != self._told:
            self._told = (rows, near, side)
            visible, coming = (
                [PictureKey(offer.picture, side) for offer in model.those_at(span)] for span in (rows, near)
            )
            self._lists = (visible, coming)
            self._soon.start()

    def look_anew(self) -> None:
        """The same rows may have other pictures now."""
        self._told = ()

    def forget(self) -> None:
        """Nothing is in sight any more, or all of it changes."""
        self._soon.stop()
        self._told = ()
        self._loader.want((), (), asker=id(self))

    def _tell(self) -> None:
        self._loader.want(*self._lists, asker=id(self))
