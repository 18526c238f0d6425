"""Pictures sent in to be searched with: reads base64, refuses what is no picture, cuts the box out."""

from __future__ import annotations

import base64
import binascii
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sourcing_desktop.sandbox.door.codes import Code, Refused

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL import Image

LARGEST_FILE = 3_000_000
"""Bytes of a picture (contract 1.8)."""
MOST_PIXELS = 25_000_000
_WORK_SIDE = 1024
_FORMATS = ("JPEG", "PNG", "WEBP")


@dataclass(frozen=True, slots=True)
class QueryPicture:
    """A picture to search with: `rgb` is it or the box drawn in it; the boxes are in pixels of the upload,
    in wire order left, right, top, bottom (upstream C5)."""

    rgb: NDArray[np.uint8]
    region: str
    subjects: tuple[str, ...]


def file_of(text: str) -> bytes:
    """The bytes in a base64 text without data-URL prefix."""
    if len(text) > LARGEST_FILE * 4 // 3 + 4:
        raise Refused(Code.TOO_LARGE, "imageBase64")
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Refused(Code.BAD_PICTURE, "imageBase64") from error


def read_picture(file: bytes, region: str) -> QueryPicture:
    """The picture in the file, cut to `region` unless that is empty. Takes some 50 ms; any thread."""
    import numpy as np
    from PIL import Image

    from sourcing_desktop.vision.subject import subjects

    try:
        with Image.open(io.BytesIO(file), formats=_FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise Refused(Code.BAD_PICTURE, f"{opened.width} x {opened.height} px")
            width, height = opened.size
            opened.draft("RGB", (_WORK_SIDE, _WORK_SIDE))
            picture = _flattened(opened)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise Refused(Code.BAD_PICTURE) from error
    picture.thumbnail((_WORK_SIDE, _WORK_SIDE))
    rgb, scale = np.asarray(picture), width / picture.width
    boxes = [[edge * scale for edge in box] for box in subjects(rgb)]
    found = tuple(_wire(left, right, top, bottom) for left, top, right, bottom in boxes)
    if not region:
        return QueryPicture(rgb, found[0], found)
    left, right, top, bottom = _box(region, width, height)
    rows = slice(int(top / scale), max(int(top / scale) + 1, round(bottom / scale)))
    columns = slice(int(left / scale), max(int(left / scale) + 1, round(right / scale)))
    return QueryPicture(rgb[rows, columns], _wire(left, right, top, bottom), found)


def _flattened(picture: Image.Image) -> Image.Image:
    """RGB, on white where it was transparent; an animation's first picture."""
    from PIL import Image

    if not picture.has_transparency_data:
        return picture.convert("RGB")
    ground = Image.new("RGBA", picture.size, "white")
    ground.alpha_composite(picture.convert("RGBA"))
    return ground.convert("RGB")


def _box(region: str, width: int, height: int) -> tuple[int, int, int, int]:
    """Left, right, top, bottom of the part of the region that lies in the picture."""
    try:
        left, right, top, bottom = (int(float(edge)) for edge in region.split(","))
    except (ValueError, OverflowError) as error:
        raise Refused(Code.BAD_PARAMETER, "region") from error
    left, right = max(0, left), min(width, right)
    top, bottom = max(0, top), min(height, bottom)
    if left >= right or top >= bottom:
        raise Refused(Code.BAD_PARAMETER, "region")
    return left, right, top, bottom


def _wire(left: float, right: float, top: float, bottom: float) -> str:
    return ",".join(str(round(edge)) for edge in (left, right, top, bottom))
