"""The sandbox's picture host: draws what is asked for, once, and remembers it in memory and on disk."""

from __future__ import annotations

import asyncio
import hashlib
import os
from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from sourcing_desktop.sandbox.clock import Clock
from sourcing_desktop.sandbox.door.faults import dated
from sourcing_desktop.sandbox.drawing.look import DRAWING
from sourcing_desktop.sandbox.urls import Rendition, rendition_of

MEMORY_BYTES = 64_000_000
DISK_BYTES = 500_000_000
_CACHE_CONTROL = "public, max-age=2592000"


class Pictures:
    """Finished JPEG files by rendition. `folder` keeps them between starts, up to DISK_BYTES."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        # One worker: drawing holds the interpreter, so more would not be faster; and without a QApplication
        # Qt takes the first thread that draws for its main thread and complains of every other one.
        self._pool = ThreadPoolExecutor(1, "pictures")
        self._drawing: dict[Rendition, Future[bytes]] = {}
        self._memory: OrderedDict[Rendition, bytes] = OrderedDict()
        self._memory_bytes = 0
        self._folder.mkdir(parents=True, exist_ok=True)
        self._disk_bytes = sum(entry.stat().st_size for entry in os.scandir(folder))

    def name(self, rendition: Rendition) -> str:
        """A name that no other picture has. It changes with DRAWING, so that older drawings are never
        served."""
        return hashlib.sha1(f"{DRAWING} {rendition}".encode(), usedforsecurity=False).hexdigest()

    async def jpeg(self, rendition: Rendition) -> bytes:
        """The JPEG file of a rendition. Whoever asks for the same one at the same time shares the work."""
        remembered = self._memory.get(rendition)
        if remembered is not None:
            self._memory.move_to_end(rendition)
            return remembered
        future = self._drawing.get(rendition)
        if future is None:
            future = self._drawing[rendition] = self._pool.submit(self._read_or_draw, rendition)
        try:
            jpeg = await asyncio.shield(asyncio.wrap_future(future))
        finally:
            mine = self._drawing.pop(rendition, None)
        if mine is not None:
            self._remember(rendition, jpeg)
        return jpeg

    def close(self) -> None:
        """Drop what waits to be drawn."""
        self._pool.shutdown(cancel_futures=True)

    def _remember(self, rendition: Rendition, jpeg: bytes) -> None:
        self._memory[rendition] = jpeg
        self._memory_bytes += len(jpeg)
        while self._memory_bytes > MEMORY_BYTES:
            _, oldest = self._memory.popitem(last=False)
            self._memory_bytes -= len(oldest)

    def _read_or_draw(self, rendition: Rendition) -> bytes:
        from sourcing_desktop.sandbox.drawing.goods import draw, jpeg

        file = self._folder / f"{self.name(rendition)}.jpg"
        if file.exists():
            return file.read_bytes()
        picture = jpeg(draw(rendition.look, rendition.view, rendition.side))
        if self._disk_bytes + len(picture) <= DISK_BYTES:
            self._disk_bytes += len(picture)
            _write_whole(file, picture)
        return picture


class PictureHost:
    """Answers GET of a picture's path with caching headers."""

    def __init__(self, pictures: Pictures, clock: Clock) -> None:
        self._pictures = pictures
        self._clock = clock

    async def answer(self, request: Request) -> Response:
        headers = dated(self._clock.now())
        try:
            rendition = rendition_of(request.url.path.removeprefix("/"))
        except ValueError as error:
            return PlainTextResponse(str(error), 404, headers)
        headers |= {"etag": f'"{self._pictures.name(rendition)}"', "cache-control": _CACHE_CONTROL}
        if request.headers.get("if-none-match") == headers["etag"]:
            return Response(status_code=304, headers=headers)
        return Response(await self._pictures.jpeg(rendition), media_type="image/jpeg", headers=headers)


def _write_whole(file: Path, content: bytes) -> None:
    """Write so that a reader sees the whole file or none."""
    draft = file.with_suffix(f".{os.getpid()}")
    draft.write_bytes(content)
    os.replace(draft, file)
