"""Picture bytes of any origin to an image of exactly the wanted size, or one sentence why not.

Runs in workers and never holds Python's lock for long: `QImageReader.read` and Pillow let it go, other calls
on a `QImage` do not and are made at the final size only. Trusts nothing in the bytes.
"""

from __future__ import annotations

import io
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QDataStream, QLoggingCategory, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from sourcing_desktop.domain.jpeg import START, JpegFault, jpeg_fault
from sourcing_desktop.language import tr

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS = 50_000_000
LARGE_PIXELS = 10_000_000
"""Above this a picture is unpacked alone: some need 8 bytes for each of their pixels, 400 MB at most."""

ROWS = 64

LARGEST_STRETCH = 2
"""Small originals grow by this and no more: beyond it there is only blur."""

COARSE_BELOW = 2
"""JPEGs are scaled while they are unpacked, by eighths. Below this factor Qt would take 5, 6 or 7 eighths,
which blurs lettering: 220 -> 184 px 21.7 dB against Pillow's Lanczos. Given the whole picture as a clip it
unpacks all and scales after: 30.4 dB in the same 0.5 ms (400 -> 276 px: 27.4 for 25.7 dB, 1.4 for 1.2 ms).
Above the factor the clip costs a quarter more, for nothing one sees (800 -> 276 px: 28.4 for 27.9 dB)."""

# Everything that is wrong with a picture is said once, by BrokenPicture.
QLoggingCategory.setFilterRules("qt.gui.imageio*=false")
warnings.filterwarnings("ignore", module=r"PIL\.")

QImageReader.setAllocationLimit(256)  # MB; MOST_PIXELS of the widest format pass
_alone = threading.Lock()


class AnotherIsLarge(Exception):
    """So is this picture: it has to wait until the other is unpacked, and who wants it has better to do."""


class BrokenPicture(Exception):
    """The bytes are not a picture that can be shown; its text says why, for the buyer."""


def decode(data: bytes, side_px: int) -> QImage:
    """The picture as RGB32, its longer side exactly `side_px` device pixels, but at most twice its own.

    The first frame of an animation, turned as its EXIF data say, transparent parts on white. Raises
    BrokenPicture for what is no picture, is cut short, or has more than 50 megapixels, and AnotherIsLarge.
    """
    kind = _kind(data)
    if kind == "JPEG":
        _check_jpeg(data)
    if kind in ("JPEG", "WEBP"):
        return _read_with_qt(kind, data, side_px)
    return _read_with_pillow(kind, data, side_px)


def large_one_under_way() -> bool:
    """Whether another large picture would raise AnotherIsLarge."""
    return _alone.locked()


def _kind(data: bytes) -> str:
    """Pillow's name of the format the first bytes announce, whatever name or type the file came with."""
    if data.startswith(START):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return "GIF"
    if data[4:8] == b"ftyp" and data[8:12] in (b"avif", b"avis", b"mif1"):
        return "AVIF"
    if data[:2] == b"BM" and data[6:10] == b"\0\0\0\0":
        return "BMP"
    if b"<html" in data[:1024].lower() or b"<!doctype html" in data[:1024].lower():
        raise BrokenPicture(tr("a web page came instead of the picture"))
    raise BrokenPicture(tr("the file is not a picture") if data else tr("the file is empty"))


def _check_jpeg(data: bytes) -> None:
    """Refuse a JPEG whose end is missing, which Qt would fill with grey, and one made to take for ever."""
    match jpeg_fault(data):
        case JpegFault.CUT_SHORT:
            raise BrokenPicture(tr("the picture is cut short"))
        case JpegFault.ENDLESS:
            raise BrokenPicture(tr("the picture is damaged"))


def _read_with_qt(kind: str, data: bytes, side_px: int) -> QImage:
    """The fastest there is for JPEG, by far the commonest, and for WebP."""
    # A buffer of Qt's own making, as streams have. One made here would ask Python for methods of its own
    # whenever it is read: slow, and while Qt finds its plug-in under a lock, two threads could hang for ever.
    stream = QDataStream(QByteArray(data))
    reader = QImageReader(stream.device(), kind.lower().encode())
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    if reader.imageFormat() is QImage.Format.Format_CMYK8888:
        return _read_with_pillow(kind, data, side_px)  # Qt would convert it holding the lock, 200 ms or so
    width, height = reader.size().width(), reader.size().height()
    fitted = QSize(*_fitted(width, height, side_px))
    if kind == "JPEG" and width < COARSE_BELOW * fitted.width():
        reader.setClipRect(QRect(0, 0, width, height))
    reader.setScaledSize(fitted)
    with _room_for(width, height):
        image = reader.read()
    if image.isNull():
        raise BrokenPicture(tr("the picture is damaged"))
    return _on_white(image)


def _read_with_pillow(kind: str, data: bytes, side_px: int) -> QImage:
    """What Qt cannot read (AVIF), converts badly (CMYK), or shows in part when it is damaged (GIF, BMP).

    PNG too: libpng prints damage to stderr when Qt calls it.
    """
    from PIL import Image, ImageOps  # seldom needed, and not before the first paint

    try:
        with Image.open(io.BytesIO(data), formats=(kind,)) as picture, _room_for(*picture.size):
            size = _fitted(*picture.size, side_px)
            picture.draft(None, (2 * size[0], 2 * size[1]))
            small = _smooth(picture).resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0)
        return _for_qt(_flat(ImageOps.exif_transpose(small)))
    except (BrokenPicture, AnotherIsLarge):
        raise
    except Image.DecompressionBombError as error:  # Pillow's own limit is higher, but comes first
        raise BrokenPicture(tr("the picture is too large")) from error
    except Exception as error:  # Pillow promises no set of exceptions for damaged files
        raise BrokenPicture(tr("the picture is damaged")) from error


def _smooth(picture: Image.Image) -> Image.Image:
    """The same in a mode whose values can be averaged."""
    if picture.mode.startswith("I"):  # 16 bits of grey
        return picture.point(lambda value: value / 256).convert("L")
    if "transparency" in picture.info:
        return picture.convert("RGBA")
    return picture.convert("RGB") if picture.mode in ("1", "P") else picture


def _flat(picture: Image.Image) -> Image.Image:
    """Opaque RGBA, transparent parts on white."""
    from PIL import Image

    opaque = picture.convert("RGB").convert("RGBA")
    if "A" not in picture.getbands():
        return opaque
    sheet = Image.new("RGBA", picture.size, "white")
    sheet.paste(opaque, mask=picture.getchannel("A"))  # alpha_composite does the same holding the lock
    return sheet


def _for_qt(sheet: Image.Image) -> QImage:
    """Row by row some at a time: all at once would take thrice as long, holding the lock."""
    width, height = sheet.size
    image = QImage(width, height, QImage.Format.Format_RGB32)
    target, line = memoryview(image.bits()), image.bytesPerLine()
    for top in range(0, height, ROWS):
        pixels = sheet.crop((0, top, width, min(top + ROWS, height))).tobytes("raw", "BGRA")
        target[top * line : top * line + len(pixels)] = pixels
    return image


def _fitted(width: int, height: int, side_px: int) -> tuple[int, int]:
    """The size to show a picture of that size at; BrokenPicture for a bomb."""
    if width < 1 or height < 1:
        raise BrokenPicture(tr("the picture is damaged"))
    if width * height > MOST_PIXELS:
        raise BrokenPicture(
            tr("the picture is too large ({width} x {height} pixels)", width=width, height=height)
        )
    longer = max(width, height)
    side = min(side_px, LARGEST_STRETCH * longer)
    return max(1, round(width * side / longer)), max(1, round(height * side / longer))


@contextmanager
def _room_for(width: int, height: int) -> Iterator[None]:
    if width * height <= LARGE_PIXELS:
        yield
    elif _alone.acquire(blocking=False):
        try:
            yield
        finally:
            _alone.release()
    else:
        raise AnotherIsLarge


def _on_white(image: QImage) -> QImage:
    if image.format() == QImage.Format.Format_RGB32:
        return image
    if not image.hasAlphaChannel():
        return image.convertToFormat(QImage.Format.Format_RGB32)
    sheet = QImage(image.size(), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, image)
    painter.end()
    return sheet
