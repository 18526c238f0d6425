"""A product picture as its seller uploaded it: to copy it, and to keep it as a file."""

from __future__ import annotations

import asyncio

from sourcing_desktop.gateways.web import fetch_picture
from sourcing_desktop.services.query_picture import normalise

LONG_SIDE = 4_000
MOST_BYTES = 16_000_000
"""Of a copy: more than any product picture has, so nothing is lost but what could harm."""

_ENDINGS = (
    (0, b"\xff\xd8\xff", ".jpg"),
    (0, b"\x89PNG", ".png"),
    (0, b"GIF8", ".gif"),
    (8, b"WEBP", ".webp"),
    (4, b"ftypavif", ".avif"),
)


async def original(url: str) -> bytes:
    """The file at the picture's address. Raises BadPicture and Unreachable."""
    return await fetch_picture(url)


async def harmless(data: bytes) -> bytes:
    """The same picture as a JPEG that any program can take, upright and without metadata. Raises
    BadPicture."""
    picture = await asyncio.to_thread(normalise, data, LONG_SIDE, MOST_BYTES)
    return picture.jpeg


def ending(data: bytes) -> str:
    """How the name of such a file ends, with the dot: by what is in it, not by its address."""
    return next((name for at, mark, name in _ENDINGS if data.startswith(mark, at)), ".jpg")
