"""One picture on the desk with all that belongs to it, and the list of them, newest first."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QImage, QPixmap

from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.search import Filters, PictureQuery, QueryPicture, Region
from sourcing_desktop.language import tr
from sourcing_desktop.ui.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
Read = Callable[[], Awaitable[QueryPicture]]
"""Raises SourcingError with why there is no picture."""


@dataclass(slots=True, eq=False)
class DeskPicture:
    """`original` is the picture as it came; `picture` is what is searched with, turned to the right by
    `turns` quarters. Both are None until `read` has brought it and is None itself."""

    name: str
    read: Read | None = None
    platforms: tuple[Platform, ...] = (Platform.ALIBABA,)
    filters: Filters = field(default_factory=Filters)
    original: QueryPicture | None = None
    picture: QueryPicture | None = None
    turns: int = 0
    region: Region | None = None
    subjects: tuple[Region, ...] = ()
    thumbnail: QPixmap = field(default_factory=QPixmap)

    @property
    def size(self) -> QSize:
        """px of what is searched with; empty while there is none."""
        return QSize() if self.picture is None else QSize(self.picture.width, self.picture.height)

    def show(self, picture: QueryPicture, small: QImage, turns: int = 0) -> None:
        """Search with this picture from now on, the original turned by so many quarters. The box stays around
        the same goods; subjects are found anew."""
        if self.region is not None and self.picture is not None:
            width, height = self.picture.width, self.picture.height
            for _ in range((turns - self.turns) % 4):
                self.region = self.region.turned(height)
                width, height = height, width
        self.turns = turns
        self.picture = replace(picture, region=None)
        self.thumbnail = QPixmap.fromImage(small)
        self.subjects = ()

    def query(self, platform: Platform) -> PictureQuery | None:
        """What is asked of a platform, with the filters it has; None while there is no picture."""
        if self.picture is None:
            return None
        return PictureQuery(platform, replace(self.picture, region=self.region), self.filters.on(platform))


class Role(IntEnum):
    """What the strip's painter asks for besides Qt's own roles."""

    PICTURE = Qt.ItemDataRole.UserRole


class DeskModel(QAbstractListModel):
    """The pictures on the desk, newest first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.pictures: list[DeskPicture] = []

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.pictures)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        picture = self.pictures[index.row()]
        if role == Role.PICTURE:
            return picture
        reading = picture.picture is None
        told = tr("{name} is being read…", name=picture.name) if reading else picture.name
        if role == Qt.ItemDataRole.DisplayRole:
            return told
        return plain_tip(told) if role == Qt.ItemDataRole.ToolTipRole else None

    def add(self, picture: DeskPicture, row: int = 0) -> None:
        """Put a picture on the desk."""
        self.beginInsertRows(NOWHERE, row, row)
        self.pictures.insert(row, picture)
        self.endInsertRows()

    def remove(self, picture: DeskPicture) -> int:
        """Take a picture off the desk; the row it was in."""
        row = self.pictures.index(picture)
        self.beginRemoveRows(NOWHERE, row, row)
        del self.pictures[row]
        self.endRemoveRows()
        return row

    def changed(self, picture: DeskPicture) -> None:
        """It was read, or looks different."""
        if picture in self.pictures:
            index = self.index(self.pictures.index(picture))
            self.dataChanged.emit(index, index)
