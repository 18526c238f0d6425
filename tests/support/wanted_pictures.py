"""Pictures to want of a `PictureHost`: their keys, the paths they are asked for at, and whether they came."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable

from PIL import Image

from sourcing_desktop.pictures.loader import PictureKey, PictureLoader
from tests.support.picture_host import PictureHost


def jpeg(width: int = 220, height: int = 220) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), (200, 30, 30)).save(file, "JPEG")
    return file.getvalue()


def url(host: PictureHost, name: object) -> str:
    return host.url(original_path(name))


def keys(host: PictureHost, names: Iterable[object], side: int = 200) -> list[PictureKey]:
    return [PictureKey(url(host, name), side) for name in names]


def path(name: object, side: int = 220) -> str:
    """Where the rendition of that picture lies."""
    return f"/img/ibank/{name}.{side}x{side}.jpg"


def original_path(name: object) -> str:
    return f"/img/ibank/{name}.jpg"


def all_there(loader: PictureLoader, wanted: list[PictureKey]) -> Callable[[], bool]:
    return lambda: all(loader.pixmap(*key) is not None for key in wanted)
