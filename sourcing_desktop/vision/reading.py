"""Picture files to pixels, for whoever describes them: any bytes at all go in, on any thread."""

from __future__ import annotations

import io
import warnings

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from sourcing_desktop.domain.jpeg import JpegFault, jpeg_fault

MOST_PIXELS = 50_000_000

_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF")
"""What Pillow reads by itself."""

# Of odd pictures; what matters is checked here. Once for all threads: `catch_warnings` is for one only.
warnings.filterwarnings("ignore", module=r"PIL\.")


def read_rgb(data: bytes, side: int) -> NDArray[np.uint8]:
    """The picture upright, on white where it was transparent, its longer side shrunk to `side` px; an
    animation's first frame. ValueError for what is no picture, is damaged, has too many megapixels or was
    made to take for ever.
    """
    if jpeg_fault(data) is JpegFault.ENDLESS:
        raise ValueError("A JPEG of so many passes is no picture.")
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
            size = _fitted(*opened.size, side)
            opened.draft("RGB", size)
            small = _smooth(opened).resize(size, Image.Resampling.BILINEAR, reducing_gap=2)
            upright = ImageOps.exif_transpose(_on_white(small))
    except ValueError:
        raise
    except Exception as error:  # Pillow promises no set of exceptions for damaged files
        raise ValueError(f"This is no picture, or a damaged one: {error!r}") from error
    return np.asarray(upright)


def _fitted(width: int, height: int, side: int) -> tuple[int, int]:
    if width * height > MOST_PIXELS:
        raise ValueError(f"A picture of {width} x {height} pixels is too large.")
    scale = min(1.0, side / max(width, height, 1))
    return max(1, round(width * scale)), max(1, round(height * scale))


def _smooth(picture: Image.Image) -> Image.Image:
    """The same in a mode whose values can be averaged."""
    if picture.mode.startswith("I"):  # 16 bits of grey
        return picture.point(lambda value: value / 256).convert("L")
    if picture.has_transparency_data:
        return picture.convert("RGBA")
    return picture.convert("RGB")


def _on_white(picture: Image.Image) -> Image.Image:
    """RGB; as `convert` does it, but knowing of transparency and keeping the way the camera was held."""
    if picture.mode != "RGBA":
        return picture.convert("RGB")
    sheet = Image.new("RGBA", picture.size, "white")
    sheet.alpha_composite(picture)
    result = sheet.convert("RGB")
    result.info = picture.info
    return result
