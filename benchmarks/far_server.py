"""A picture host behind lines to China, in a process of its own: HTTP/2 over TLS, HTTP/1.1 in the clear."""

from __future__ import annotations

import asyncio
import json
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from benchmarks.http2_server import Certificate, Http2
from benchmarks.offers import photo
from benchmarks.picture_server import DIFFERENT, SIDES, Connection, announced
from sourcing_desktop.sandbox.line import Line, Quality

PHOTOS = [photo(seed, 220) for seed in range(DIFFERENT)]
"""What every address answers, in both protocols."""


@contextmanager
def far_away(losses: tuple[float, ...], lines: int) -> Iterator[dict[str, Any]]:
    """`authority` to trust, in PEM; as `http2` and `http1` for each loss in percent so many origins, each
    with a line of its own."""
    with announced("benchmarks.far_server", json.dumps(losses), str(lines)) as said:
        yield json.loads(said)


async def _serve(losses: list[float], lines: int) -> None:
    """Until standard input closes, as it does when the parent ends, however it ends."""
    loop, certificate = asyncio.get_running_loop(), Certificate()
    secure = await loop.create_server(lambda: Http2(_picture), "127.0.0.1", 0, ssl=certificate.context("h2"))
    clear = await loop.create_server(Connection, "127.0.0.1", 0)
    said: dict[str, Any] = {"authority": certificate.authority.decode()}
    for name, scheme, server in (("http2", "https", secure), ("http1", "http", clear)):
        port = server.sockets[0].getsockname()[1]
        said[name] = [await _origins(scheme, port, loss, lines) for loss in losses]
    print(json.dumps(said), flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


def _picture(path: str) -> bytes:
    return PHOTOS[zlib.crc32(path.encode()) % DIFFERENT]


async def _origins(scheme: str, port: int, loss: float, lines: int) -> list[str]:
    origins = []
    for seed in range(lines):
        line = Line(Quality(loss_percent=loss, seed=seed), port)
        await line.open()
        origins.append(f"{scheme}://127.0.0.1:{line.port}")
    return origins


if __name__ == "__main__":
    Connection.photos = {side: PHOTOS for side in SIDES}
    asyncio.run(_serve(json.loads(sys.argv[1]), int(sys.argv[2])))
