"""What a drop, a paste or a dialog offers to search with, and the query picture made of it. Reading Qt's MIME
data touches neither the disk nor the network."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from PySide6.QtCore import QByteArray, QDataStream, QIODevice, QMimeData
from PySide6.QtGui import QImage

from sourcing_desktop.language import tr
from sourcing_desktop.pictures.decode import decode

if TYPE_CHECKING:
    from sourcing_desktop.domain.search import QueryPicture

WEB = ("http://", "https://", "data:image/")


@dataclass(frozen=True, slots=True)
class PictureSource:
    """Exactly one of these is set: a file, a web address, a browser's HTML, a bitmap, or a query picture that
    was read before. `title` is what is known to be in it."""

    file: Path | None = None
    url: str = ""
    html: str = ""
    bitmap: QImage | None = None
    ready: QueryPicture | None = None
    title: str = ""

    @property
    def name(self) -> str:
        """What the buyer calls it by: its title, the name of the file, or where it comes from."""
        if self.title:
            return self.title
        if self.file is not None:
            return self.file.name
        if self.bitmap is not None:
            return tr("Pasted picture")
        if self.html or self.url.startswith("data:"):
            return tr("Picture of a web page")
        address = urlsplit(self.url)
        return unquote(address.path.rpartition("/")[2]) or address.netloc or self.url


def read_mime(mime: QMimeData | None) -> tuple[PictureSource, ...]:
    """The sources in the data: all its files, or else a bitmap, or HTML, or addresses; empty without any.

    Browsers offer several kinds at once; their bitmap is the picture the buyer saw. An empty clipboard may
    have no data at all.
    """
    if mime is None:
        return ()
    if files := [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]:
        return tuple(PictureSource(file=file) for file in files)
    bitmap = mime.imageData() if mime.hasImage() else None
    if isinstance(bitmap, QImage) and not bitmap.isNull():
        return (PictureSource(bitmap=bitmap),)
    if mime.hasHtml() and "<img" in (html := mime.html()).lower():
        return (PictureSource(html=html),)
    return read_links([url.toString() for url in mime.urls()] or mime.text().splitlines())


def read_links(lines: Iterable[str]) -> tuple[PictureSource, ...]:
    """The lines that begin like the address of a picture."""
    links = (line.strip() for line in lines)
    return tuple(PictureSource(url=link) for link in links if link.startswith(WEB))


async def one_by_one(sources: Iterable[PictureSource]) -> tuple[PictureSource, ...]:
    """The sources with the pictures of each folder in its place. BadPicture when a folder has none, or too
    many."""
    return tuple(await asyncio.to_thread(lambda: [each for source in sources for each in _inside(source)]))


async def normalised(source: PictureSource) -> QueryPicture:
    """The query picture of a source; BadPicture or Unreachable say in one sentence why there is none."""
    if source.ready is not None:
        return source.ready
    # Imported here: Pillow is not needed before the first picture.
    from sourcing_desktop.services import query_picture

    if source.file is not None:
        return await query_picture.from_file(source.file)
    if source.bitmap is not None:
        return await query_picture.from_bytes(await asyncio.to_thread(bitmap_bytes, source.bitmap))
    if source.html:
        return await query_picture.from_html(source.html)
    return await query_picture.from_url(source.url)


async def unpacked(picture: QueryPicture, shorter_side: int = 0) -> QImage:
    """The picture to be painted: all its pixels, or so that its shorter side has so many."""
    width, height = picture.width, picture.height
    longer_side = max(width, height) * shorter_side // min(width, height) or max(width, height)
    return await asyncio.to_thread(decode, picture.jpeg, min(longer_side, max(width, height)))


def bitmap_bytes(bitmap: QImage) -> bytes:
    """A bitmap as a file in memory. For a worker: it takes long for a large one."""
    data = QByteArray()
    stream = QDataStream(data, QIODevice.OpenModeFlag.WriteOnly)  # why no buffer: `pictures.decode`
    bitmap.save(stream.device(), "PNG")  # type: ignore[call-overload]
    return bytes(data.data())


def _inside(source: PictureSource) -> list[PictureSource]:
    from sourcing_desktop.services import query_picture

    if source.file is None or not source.file.is_dir():
        return [source]
    return [PictureSource(file=file) for file in query_picture.pictures_in(source.file)]
