"""What a drop or a paste offers to search with, read from Qt's MIME data without touching the network."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage


@dataclass(frozen=True, slots=True)
class PictureSource:
    """Exactly one of these is set: a file, a web address, a browser's HTML, or a bitmap."""

    file: Path | None = None
    url: str = ""
    html: str = ""
    bitmap: QImage | None = None


def read_mime(mime: QMimeData) -> PictureSource | None:
    """The best source in the data: a file, then a bitmap, then HTML, then an address; None for none of them.

    Browsers offer several at once; their bitmap is the picture the buyer saw.
    """
    local = next((url for url in mime.urls() if url.isLocalFile()), None)
    if local is not None:
        return PictureSource(file=Path(local.toLocalFile()))
    bitmap = mime.imageData() if mime.hasImage() else None
    if isinstance(bitmap, QImage) and not bitmap.isNull():
        return PictureSource(bitmap=bitmap)
    if mime.hasHtml() and "<img" in mime.html().lower():
        return PictureSource(html=mime.html())
    remote = next((url.toString() for url in mime.urls()), mime.text().strip() if mime.hasText() else "")
    if remote.startswith(("http://", "https://", "data:image/")):
        return PictureSource(url=remote)
    return None


def bitmap_bytes(bitmap: QImage) -> bytes:
    """A bitmap as a file in memory. For a worker: it takes long for a large one."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    bitmap.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
