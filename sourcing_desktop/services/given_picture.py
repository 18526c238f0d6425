"""A picture of the queue: how it is read, and what became of it. Searches for nothing."""

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


async def lost() -> QueryPicture:
    """Reads a picture that is nowhere any more."""
    raise BadPicture(
        tr("This picture could not be kept when the program was closed. Put it into the queue again.")
    )


@dataclass
class GivenPicture:
    """A picture that was given, or was kept. What it was given as is read once, on however many platforms it
    is searched; `file` is what it is called on disk, and from then on it is read from there each time it is
    needed and not kept in memory."""

    read: Read
    thumbnail: bytes = b""
    file: str = ""
    picture: QueryPicture | None = None
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def bring(self) -> QueryPicture:
        """The picture, and with it `thumbnail`, a small JPEG. SourcingError when it cannot be had."""
        async with self.lock:
            picture = self.picture or await self.read()
            if not self.file:
                self.picture, self.read = picture, lost  # what was read from may be large
            if not self.thumbnail:
                self.thumbnail = await asyncio.to_thread(_thumbnail, picture.jpeg)
        return picture

    def let_go(self, file: str, read: Read) -> None:
        """It is on disk, where it can be read from now on."""
        self.file, self.read, self.picture = file, read, None


def _thumbnail(jpeg: bytes) -> bytes:
    """The picture small. For a worker."""
    from PIL import Image

    with Image.open(io.BytesIO(jpeg)) as picture:
        picture.draft("RGB", (THUMBNAIL_SIDE, THUMBNAIL_SIDE))
        picture.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE))
        small = io.BytesIO()
        picture.save(small, "JPEG", quality=80)
    return small.getvalue()
