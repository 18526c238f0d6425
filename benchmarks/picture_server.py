"""A picture host in a process of its own: `-m benchmarks.picture_server` prints its port and serves.

Cheap enough not to be what is measured: photos are made before, and each address gets one with its own bytes.
"""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.offers import photo

RENDITIONS = "/img/ibank/{}.jpg"
"""Pictures the program asks small renditions of, as of those of 1688."""

ORIGINALS = "/original/{}.jpg"
"""Pictures that come in one size only: 800 px, some 100 kB."""

SIDES = (60, 80, 100, 150, 220, 310, 400, 800)
DIFFERENT = 24
SIZE_NAMED = re.compile(rb"[._](\d+)x\d+")
END = b"\r\n\r\n"


@contextmanager
def serving() -> Iterator[str]:
    """The server; what stands before the paths above in an address."""
    with announced("benchmarks.picture_server") as port:
        yield f"http://127.0.0.1:{port}"


@contextmanager
def announced(module: str, *arguments: str) -> Iterator[str]:
    """A server in a process of its own, which ends when its input does; the line it says first."""
    with subprocess.Popen(
        [sys.executable, "-m", module, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.stdin.close()


class Connection(asyncio.Protocol):
    """Any path is a picture: as large as it says, else an original."""

    photos: dict[int, list[bytes]]

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._unread = b""

    def data_received(self, data: bytes) -> None:
        *requests, self._unread = (self._unread + data).split(END)
        for request in requests:
            path = request.split(b" ", 2)[1]
            self._transport.writelines(_answer(path, self.photos[_side(path)]))


def _side(path: bytes) -> int:
    named = SIZE_NAMED.search(path)
    return int(named[1]) if named else SIDES[-1]


def _answer(path: bytes, photos: list[bytes]) -> tuple[bytes, bytes, bytes]:
    """Head, start and rest of a photo. The start holds the path as a comment: no two addresses are alike."""
    rest = photos[zlib.crc32(path) % DIFFERENT][2:]
    start = b"\xff\xd8\xff\xfe" + (len(path) + 2).to_bytes(2, "big") + path
    head = b"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n"
    return head % (len(start) + len(rest)), start, rest


async def _serve() -> None:
    """Until standard input closes, as it does when the parent ends, however it ends."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Connection, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


def main() -> None:
    Connection.photos = {side: [photo(seed, side) for seed in range(DIFFERENT)] for side in SIDES}
    asyncio.run(_serve())


if __name__ == "__main__":
    main()
