"""A picture of the queue: how it is read, once, and what became of it. Searches for nothing."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from sourcing_desktop.domain.errors import BadPicture
from sourcing_desktop.domain.search import QueryPicture
from sourcing_desktop.language import tr

THUMBNAIL_SIDE = 160
"""px: 80 on a screen of two pixels to one."""

Read = Callable[[], Awaitable[QueryPicture]]


@dataclass
class GivenPicture:
    """A picture that was given, or was kept. It is read once, on however many platforms it is searched."""

    read: Read
    picture: QueryPicture | None = None
    thumbnail: bytes = b""
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    @classmethod
    def kept(cls, picture: QueryPicture | None) -> GivenPicture:
        """One of an earlier queue; None where it could not be kept."""
        return cls(_lost, picture)

    async def bring(self) -> QueryPicture:
        """The picture, and with it `thumbnail`, a small JPEG. SourcingError when it cannot be had."""
        async with self.lock:
            if self.picture is None:
                self.picture = await self.read()
                self.read = _lost  # what was read from may be large
            if not self.thumbnail:
                self.thumbnail = await asyncio.to_thread(_thumbnail, self.picture.jpeg)
        return self.picture


async def _lost() -> QueryPicture:
    raise BadPicture(
        tr("This picture could not be kept when the program was closed. Put it into the queue again.")
    )


def _thumbnail(jpeg: bytes) -> bytes:
    """The picture small. For a worker."""
    from PIL import Image

    with Image.open(io.BytesIO(jpeg)) as picture:
        picture.draft("RGB", (THUMBNAIL_SIDE, THUMBNAIL_SIDE))
        picture.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE))
        small = io.BytesIO()
        picture.save(small, "JPEG", quality=80)
    return small.getvalue()
