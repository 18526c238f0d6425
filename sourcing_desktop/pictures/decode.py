"""Picture bytes of any origin to an image of exactly the wanted size, or one sentence why not.

Runs in workers: `QImageReader` and Pillow let other threads go on meanwhile. Trusts nothing in the bytes.
"""

from __future__ import annotations

import io

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

MOST_PIXELS = 50_000_000
READER_LIMIT_MB = 256


class BrokenPicture(Exception):
    """The bytes are not a picture that can be shown; its text says why, for the buyer."""


def decode(data: bytes, side_px: int) -> QImage:
    """The picture as RGB32, its longer side exactly `side_px` device pixels.

    The first frame of an animation, turned as its EXIF data say, transparent parts on white. Raises
    BrokenPicture for what is no picture, is cut short, or has more than 50 megapixels.
    """
    kind = _kind(data)
    if _cut_short(kind, data):
        raise BrokenPicture("the picture is cut short")
    if kind == "avif":
        return _decode_with_pillow(data, side_px)
    QImageReader.setAllocationLimit(READER_LIMIT_MB)
    buffer = QBuffer()
    buffer.setData(data)  # a temporary QByteArray in the constructor would be freed while it is read
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, kind.encode())
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    reader.setScaledSize(_fitted(reader.size().width(), reader.size().height(), side_px))
    image = reader.read()
    if image.isNull():
        raise BrokenPicture("the picture is damaged")
    return _on_white(image)


def _kind(data: bytes) -> str:
    """Qt's name of the format the first bytes announce, whatever name or type the file came with."""
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return "gif"
    if data[4:8] == b"ftyp" and data[8:12] in (b"avif", b"avis", b"mif1"):
        return "avif"
    if data[:2] == b"BM" and data[6:10] == b"\0\0\0\0":
        return "bmp"
    if b"<html" in data[:1024].lower() or b"<!doctype html" in data[:1024].lower():
        raise BrokenPicture("a web page came instead of the picture")
    raise BrokenPicture("the file is not a picture" if data else "the file is empty")


def _cut_short(kind: str, data: bytes) -> bool:
    """Whether the end is missing; the readers would fill the rest with grey or black."""
    match kind:
        case "jpeg":  # inside the scan no byte pair looks like either mark
            return not 0 < data.rfind(b"\xff\xda") < data.rfind(b"\xff\xd9")
        case "png":
            return b"IEND" not in data[-4096:]
        case "webp":
            return int.from_bytes(data[4:8], "little") + 8 > len(data)
        case "gif":
            return not data.rstrip(b"\0").endswith(b";")
        case "bmp":
            return int.from_bytes(data[2:6], "little") > len(data)
    return False


def _fitted(width: int, height: int, side_px: int) -> QSize:
    """The size with the longer side exactly `side_px`; BrokenPicture for a bomb."""
    if width < 1 or height < 1:
        raise BrokenPicture("the picture is damaged")
    if width * height > MOST_PIXELS:
        raise BrokenPicture(f"the picture is too large ({width} x {height} pixels)")
    longer = max(width, height)
    return QSize(max(1, round(width * side_px / longer)), max(1, round(height * side_px / longer)))


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


def _decode_with_pillow(data: bytes, side_px: int) -> QImage:
    """What Qt has no reader for: AVIF."""
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(data), formats=("AVIF",)) as picture:
            _fitted(*picture.size, side_px)  # refuses a bomb before anything is unpacked
            turned = ImageOps.exif_transpose(picture).convert("RGBA")
    except BrokenPicture:
        raise
    except Exception as error:  # Pillow promises no set of exceptions for damaged files
        raise BrokenPicture("the picture is damaged") from error
    size = _fitted(*turned.size, side_px)
    scaled = turned.resize((size.width(), size.height()), Image.Resampling.BILINEAR, reducing_gap=2.0)
    pixels = scaled.tobytes()
    image = QImage(pixels, scaled.width, scaled.height, scaled.width * 4, QImage.Format.Format_RGBA8888)
    return _on_white(image)
