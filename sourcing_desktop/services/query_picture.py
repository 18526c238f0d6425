"""Makes whatever a buyer drops, pastes or opens into a picture the gateway can search with."""

from __future__ import annotations

import asyncio
import base64
import binascii
import io
import warnings
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from sourcing_desktop.domain.errors import BadPicture
from sourcing_desktop.domain.jpeg import JpegFault, jpeg_fault
from sourcing_desktop.domain.search import QueryPicture
from sourcing_desktop.gateways.web import fetch_picture
from sourcing_desktop.language import tr
from sourcing_desktop.services.description import picture_sources
from sourcing_desktop.services.whole_file import write_whole

LONG_SIDE = 800
LEAST_SIDE = 16
MOST_PIXELS = 80_000_000
MOST_FILE_BYTES = 40_000_000
MOST_JPEG_BYTES = 300_000

MOST_HTML = 4_000_000
"""Characters of a web page that are looked through, with a picture inside them or two."""

MOST_IN_A_FOLDER = 1000

_NOT_A_PICTURE = tr(
    "This is not a picture the program can read. Use a JPEG, PNG, WebP, GIF, BMP or TIFF file."
)
_TOO_HEAVY = tr("The file is larger than 40 MB. Save the picture smaller and try again.")
_DAMAGED = tr("The picture is damaged or incomplete. Save or copy it again and try once more.")
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF")
"""What Pillow reads by itself. Others start programs (EPS: Ghostscript) or are seldom pictures of goods."""

_ENDINGS = frozenset((".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".avif"))


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
        return await asyncio.to_thread(lambda: normalise(_data_of(url)))
    return await from_bytes(await fetch_picture(url))


async def from_html(text: str) -> QueryPicture:
    """The first picture in what a browser put on the clipboard or dropped."""
    source = await asyncio.to_thread(_first_picture, text[:MOST_HTML])
    return await from_url("https:" + source if source.startswith("//") else source)


async def turned(picture: QueryPicture, quarters: int) -> QueryPicture:
    """The picture after that many quarter turns to the right, without its box; `Region.turned` turns one."""
    return await asyncio.to_thread(_turned, picture, quarters % 4)


async def save(picture: QueryPicture, path: Path) -> None:
    """Write the JPEG that is sent to a file of the buyer's, whole or not at all. Raises StorageFailed."""
    await write_whole(picture.jpeg, path)


def pictures_in(folder: Path) -> list[Path]:
    """The picture files right in a folder, in the order of their names, for a worker. BadPicture without
    any, and above `MOST_IN_A_FOLDER`."""
    try:
        found = sorted(
            each for each in folder.iterdir() if each.suffix.lower() in _ENDINGS and each.name[0] != "."
        )
    except OSError as error:
        sentence = tr("The folder {name} cannot be read. Check that it is still there.", name=folder.name)
        raise BadPicture(sentence, detail=str(error)) from error
    if not found:
        raise BadPicture(tr("There is no picture in the folder {name}.", name=folder.name))
    if len(found) > MOST_IN_A_FOLDER:
        sentence = tr(
            "The folder {name} has more than {most} pictures. Drop some of them at a time.",
            name=folder.name,
            most=f"{MOST_IN_A_FOLDER:,}",
        )
        raise BadPicture(sentence)
    return found


def normalise(data: bytes, long_side: int = LONG_SIDE, most_bytes: int = MOST_JPEG_BYTES) -> QueryPicture:
    """The work of `from_bytes`, which must not run on the GUI thread."""
    if not data:
        raise BadPicture(tr("The picture is empty. Choose another one."))
    if jpeg_fault(data) is JpegFault.ENDLESS:
        raise BadPicture(_DAMAGED)
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


def _turned(picture: QueryPicture, quarters: int) -> QueryPicture:
    with Image.open(io.BytesIO(picture.jpeg), formats=("JPEG",)) as opened:
        image = opened.rotate(-90 * quarters, expand=True)
    return QueryPicture(_jpeg(image, MOST_JPEG_BYTES), image.width, image.height)


def _check_size(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise BadPicture(_too_large())
    if min(width, height) < LEAST_SIDE:
        sentence = tr(
            "The picture is too small to search with ({width} × {height} px)."
            " Use one of at least {least} × {least} px.",
            width=width,
            height=height,
            least=LEAST_SIDE,
        )
        raise BadPicture(sentence)


def _too_large() -> str:
    return tr("The picture is too large to read safely. Save it smaller, below 80 megapixels, and try again.")


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
            raise BadPicture(_TOO_HEAVY)
        return path.read_bytes()
    except OSError as error:
        sentence = tr("The file {name} cannot be read. Check that it is still there.", name=path.name)
        raise BadPicture(sentence) from error


def _first_picture(text: str) -> str:
    """The address of the first picture on the web; without any, of one inside the text, which often only
    keeps the place of another."""
    sources = [source for each in picture_sources(text) for source in each]
    if not sources:
        raise BadPicture(
            tr("There is no picture in what was dropped. Drag the picture itself, or paste its link.")
        )
    return next((each for each in sources if not each.startswith("data:")), sources[0])


def _data_of(url: str) -> bytes:
    if len(url) > MOST_FILE_BYTES * 4 // 3:
        raise BadPicture(_TOO_HEAVY)
    head, _, body = url.partition(",")
    try:
        return base64.b64decode(body, validate=True) if head.endswith(";base64") else b""
    except binascii.Error as error:
        raise BadPicture(_DAMAGED) from error
