"""Makes whatever a buyer drops, pastes or opens into a picture the gateway can search with."""

from __future__ import annotations

import asyncio
import base64
import binascii
import html
import io
import re
import warnings
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from sourcing_desktop.domain.errors import BadPicture
from sourcing_desktop.domain.search import QueryPicture
from sourcing_desktop.gateways.web import fetch_picture

LONG_SIDE = 800
LEAST_SIDE = 16
MOST_PIXELS = 80_000_000
MOST_FILE_BYTES = 40_000_000
MOST_JPEG_BYTES = 300_000

_NOT_A_PICTURE = "This is not a picture the program can read. Use a JPEG, PNG, WebP, GIF, BMP or TIFF file."
_DAMAGED = "The picture is damaged or incomplete. Save or copy it again and try once more."
_IMAGE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc\s*=\s*[\"']([^\"']+)[\"']", re.IGNORECASE)  # data-src too: a picture loaded late
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF")
"""What Pillow reads by itself. Others start programs (EPS: Ghostscript) or are seldom pictures of goods."""


async def from_bytes(data: bytes) -> QueryPicture:
    """Normalise a picture: upright, flattened on white, RGB JPEG of at most 300 kB, long side at most 800 px,
    first frame of an animation, metadata gone. BadPicture says in one sentence why it cannot be used."""
    return await asyncio.to_thread(normalise, data)


async def from_file(
    path: Path, *, long_side: int = LONG_SIDE, most_bytes: int = MOST_JPEG_BYTES
) -> QueryPicture:
    """Normalise a picture file, for a search or to other limits (px, bytes)."""
    return await asyncio.to_thread(lambda: normalise(_read(path), long_side, most_bytes))


async def from_url(url: str) -> QueryPicture:
    """Fetch and normalise a picture from the web, or one carried inside a `data:` address."""
    if url.startswith("data:"):
        return await from_bytes(_data_of(url))
    return await from_bytes(await fetch_picture(url))


async def from_html(text: str) -> QueryPicture:
    """The first picture in what a browser put on the clipboard or dropped."""
    sources = [html.unescape(found) for image in _IMAGE.findall(text) for found in _SOURCE.findall(image)]
    if not sources:
        raise BadPicture(
            "There is no picture in what was dropped. Drag the picture itself, or paste its link."
        )
    # What stands inside the page is often a pixel that keeps the place of a picture on the web.
    source = next((each for each in sources if not each.startswith("data:")), sources[0])
    return await from_url("https:" + source if source.startswith("//") else source)


def normalise(data: bytes, long_side: int = LONG_SIDE, most_bytes: int = MOST_JPEG_BYTES) -> QueryPicture:
    """The work of `from_bytes`, which must not run on the GUI thread."""
    if not data:
        raise BadPicture("The picture is empty. Choose another one.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of large and of odd pictures; what matters is checked here
            with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
                _check_size(opened.width, opened.height)
                opened.draft("RGB", (long_side * 2, long_side * 2))
                picture = _flattened(ImageOps.exif_transpose(opened))
    except UnidentifiedImageError as error:
        raise BadPicture(_NOT_A_PICTURE, detail=str(error)) from error
    except Image.DecompressionBombError as error:
        raise BadPicture(_too_large(), detail=str(error)) from error
    except BadPicture:
        raise
    except Exception as error:  # Pillow promises no set of exceptions for damaged files
        raise BadPicture(_DAMAGED, detail=repr(error)) from error
    picture.thumbnail((long_side, long_side), Image.Resampling.LANCZOS)
    return QueryPicture(_jpeg(picture, most_bytes), picture.width, picture.height)


def _check_size(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise BadPicture(_too_large())
    if min(width, height) < LEAST_SIDE:
        raise BadPicture(
            f"The picture is too small to search with ({width} × {height} px). Use one of at least"
            f" {LEAST_SIDE} × {LEAST_SIDE} px."
        )


def _too_large() -> str:
    return "The picture is too large to read safely. Save it smaller, below 80 megapixels, and try again."


def _flattened(picture: Image.Image) -> Image.Image:
    """RGB on white: transparency must not turn black in the JPEG."""
    if "A" in picture.getbands() or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        ground = Image.new("RGBA", picture.size, "white")
        return Image.alpha_composite(ground, picture).convert("RGB")
    if picture.mode.startswith("I"):
        picture = picture.point(lambda value: value / 256).convert("L")
    return picture.convert("RGB")


def _jpeg(picture: Image.Image, most_bytes: int) -> bytes:
    for quality in (90, 80, 70, 55, 40):
        buffer = io.BytesIO()
        picture.save(buffer, "JPEG", quality=quality)
        if buffer.tell() <= most_bytes:
            break
    return buffer.getvalue()


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_FILE_BYTES:
            raise BadPicture("The file is larger than 40 MB. Save the picture smaller and try again.")
        return path.read_bytes()
    except OSError as error:
        raise BadPicture(f"The file {path.name} cannot be read. Check that it is still there.") from error


def _data_of(url: str) -> bytes:
    head, _, body = url.partition(",")
    try:
        return base64.b64decode(body, validate=True) if head.endswith(";base64") else b""
    except binascii.Error as error:
        raise BadPicture(_DAMAGED) from error
