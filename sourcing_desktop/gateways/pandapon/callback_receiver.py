"""Receives the gateway's callbacks: says "200" first, reads afterwards, and hands each event on once.

Pushes are not signed (contract 2.1), so nothing they say is believed here or acted on. HTTP is read by hand,
because all of it that matters is one small POST from whoever found the address. TLS is the business of what
stands in front.
"""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256

from sourcing_desktop.domain.errors import BadReply
from sourcing_desktop.domain.event import Event
from sourcing_desktop.gateways.pandapon.callbacks import read_event
from sourcing_desktop.gateways.values import decode_json
from sourcing_desktop.gateways.wire import Reader
from sourcing_desktop.tasks import TaskScope

LOG = logging.getLogger(__name__)

MOST_HEAD_BYTES = 16_384
MOST_DIGITS_OF_A_SIZE = 18
REASONS = {
    200: "OK",
    400: "Bad Request",
    404: "Not Found",
    405: "Method Not Allowed",
    413: "Content Too Large",
}


@dataclass(frozen=True, slots=True)
class CallbackLimits:
    """How much of strangers. `seconds` is for a whole request, `visitors` how many at a time, `orders` how
    many orders' last words are remembered to tell repeats."""

    most_bytes: int = 262_144
    seconds: float = 2.0
    visitors: int = 64
    orders: int = 10_000


DEFAULT_LIMITS = CallbackLimits()


class Refused(Exception):
    """A request that is answered with another status than 200."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class CallbackReceiver:
    """Listens at one path, which had better be secret, and gives events to `deliver`.

    `deliver` runs between two answers, and each is due within a second (contract 2.1): it should only put
    the event into a queue. What is acknowledged and cannot be read is dropped. An event that says the same as
    the last one of its name and order is a repeat, whenever it was pushed; an older one that comes late is
    not.
    """

    def __init__(
        self, deliver: Callable[[Event], None], *, path: str = "/", limits: CallbackLimits = DEFAULT_LIMITS
    ) -> None:
        self._deliver = deliver
        self._path = path
        self._limits = limits
        self._scope = TaskScope("callbacks", self._log_bug)
        self._visitors = 0
        self._last: OrderedDict[bytes, bytes] = OrderedDict()
        self._server: asyncio.Server | None = None

    async def open(self, host: str = "127.0.0.1", port: int = 0) -> str:
        """Begin to listen, at any free port where none is given; the URL. Raises OSError."""
        self._server = await asyncio.start_server(self._visit, host, port, limit=MOST_HEAD_BYTES)
        port = self._server.sockets[0].getsockname()[1]
        return f"http://{host}:{port}{self._path}"

    async def close(self) -> None:
        """Stop listening and send everybody away."""
        if self._server is not None:
            self._server.close()
        await self._scope.close()

    def _visit(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._scope.closed or self._visitors >= self._limits.visitors:
            writer.close()
            return
        self._visitors += 1
        self._scope.start(self._serve(reader, writer), name="visit")

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        body = b""
        try:
            async with asyncio.timeout(self._limits.seconds):
                body = await self._acknowledged(reader, writer)
        except (OSError, asyncio.IncompleteReadError) as error:
            LOG.debug("A callback was not finished: %r", error)
        finally:
            self._visitors -= 1
            writer.close()
        if body:
            self._take(body)

    async def _acknowledged(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        """The body of a push, after it was answered; empty for anything else."""
        status, body = 200, b""
        try:
            body = await self._read(reader)
        except Refused as refusal:
            status = refusal.status
        except (ValueError, asyncio.LimitOverrunError):
            status = 400
        answer = f"HTTP/1.1 {status} {REASONS[status]}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
        writer.write(answer.encode())
        await writer.drain()
        return body

    async def _read(self, reader: asyncio.StreamReader) -> bytes:
        """The body of a request. Raises Refused, ValueError and LimitOverrunError."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head.removesuffix("\r\n\r\n").split("\r\n")
        verb, target, _ = first.split(" ")
        headers = {
            name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)
        }
        if target.partition("?")[0] != self._path:
            raise Refused(404)
        if verb in ("GET", "HEAD"):  # the console's check of the address (contract 2.1)
            return b""
        if verb != "POST":
            raise Refused(405)
        if headers.get("transfer-encoding", "").lower() == "chunked":
            return await self._chunks(reader)
        return await reader.readexactly(self._allowed(headers.get("content-length", "0"), 10))

    async def _chunks(self, reader: asyncio.StreamReader) -> bytes:
        body = bytearray()
        while size := self._allowed(await self._chunk_size(reader), 16, len(body)):
            body += await reader.readexactly(size)
            await reader.readexactly(2)
        return bytes(body)

    async def _chunk_size(self, reader: asyncio.StreamReader) -> str:
        line = await reader.readuntil(b"\r\n")
        return line.decode("latin-1").partition(";")[0].strip()

    def _allowed(self, digits: str, radix: int, so_far: int = 0) -> int:
        """The size that the digits say. Raises Refused for too much, ValueError for nonsense."""
        if not digits.isalnum() or len(digits) > MOST_DIGITS_OF_A_SIZE:
            raise ValueError("no size")
        size = int(digits, radix)
        if so_far + size > self._limits.most_bytes:
            raise Refused(413)
        return size

    def _take(self, body: bytes) -> None:
        try:
            event = read_event(Reader(decode_json(body)))
        except (ValueError, RecursionError, BadReply) as error:
            LOG.info("A callback that cannot be read was dropped: %s", error)
            return
        if not self._repeated(event):
            self._deliver(event)

    def _repeated(self, event: Event) -> bool:
        """Whether nothing but the time of the push is new since the last message of this kind."""
        if not event.order_ids:
            return False
        key = _digest((event.platform, event.name, event.order_ids))
        said = _digest(replace(event, sent_at=None))
        if self._last.get(key) == said:
            return True
        self._last[key] = said
        self._last.move_to_end(key)
        if len(self._last) > self._limits.orders:
            self._last.popitem(last=False)
        return False

    def _log_bug(self, error: BaseException) -> None:
        LOG.error("A callback was received and could not be handed on", exc_info=error)


def _digest(value: object) -> bytes:
    """Stands for a value of any size, which strangers choose."""
    return sha256(repr(value).encode()).digest()
