"""Receives the gateway's callbacks: says "200" first, reads afterwards, and hands each event on once.

Pushes are not signed (contract 2.1), so nothing they say is believed here or acted on. TLS is the business of
what stands in front.
"""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import h11

from sourcing_desktop.domain.errors import BadReply
from sourcing_desktop.domain.event import Event
from sourcing_desktop.gateways.pandapon.callbacks import read_event
from sourcing_desktop.gateways.values import decode_json
from sourcing_desktop.gateways.wire import Reader
from sourcing_desktop.tasks import TaskScope

LOG = logging.getLogger(__name__)

MOST_HEAD_BYTES = 16_384
MOST_AT_ONCE = 65_536

LONGEST_REPEATED = timedelta(hours=3)
"""A push that nobody acknowledges is tried five more times, half an hour apart (contract 2.1)."""


@dataclass(frozen=True, slots=True)
class CallbackLimits:
    """How much of strangers. `seconds` is for a whole request: the gateway waits no longer than one (contract
    2.1). `visitors` is how many at a time, `orders` how many orders' last words are remembered to tell
    repeats."""

    most_bytes: int = 262_144
    seconds: float = 1.0
    visitors: int = 64
    orders: int = 10_000


DEFAULT_LIMITS = CallbackLimits()


class Refused(Exception):
    """A request that is answered and not read any further."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class CallbackReceiver:
    """Listens at one path, which had better be secret, and gives events to `deliver`.

    `deliver` runs between two answers, and each is due within a second (contract 2.1): it should only put
    the event into a queue. What is acknowledged and cannot be read is dropped. An event that says the same as
    the last one of its name and order, and was pushed within `LONGEST_REPEATED` of it, is a repeat; an older
    one that comes late is not.
    """

    def __init__(
        self, deliver: Callable[[Event], None], *, path: str = "/", limits: CallbackLimits = DEFAULT_LIMITS
    ) -> None:
        self._deliver = deliver
        self._path = path
        self._limits = limits
        self._scope = TaskScope("callbacks", self._log_bug)
        self._visitors = 0
        self._last: OrderedDict[bytes, tuple[bytes, datetime]] = OrderedDict()
        self._server: asyncio.Server | None = None

    async def open(self, host: str = "127.0.0.1", port: int = 0) -> str:
        """Begin to listen, at any free port where none is given; the URL. Raises OSError."""
        self._server = await asyncio.start_server(self._visit, host, port)
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
        except OSError as error:
            LOG.debug("A callback was not finished: %r", error)
        finally:
            self._visitors -= 1
            writer.close()
        if body:
            self._take(body)

    async def _acknowledged(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        """The body of a push, after it was answered; empty for anything else."""
        http = h11.Connection(h11.SERVER, max_incomplete_event_size=MOST_HEAD_BYTES)
        status, body = 200, b""
        try:
            body = await self._read(http, reader, writer)
        except Refused as refusal:
            status = refusal.status
        except h11.RemoteProtocolError as error:
            status = error.error_status_hint
        headers = [("content-length", "0"), ("connection", "close")]
        writer.write(http.send(h11.Response(status_code=status, headers=headers)) or b"")
        await writer.drain()
        return body

    async def _read(
        self, http: h11.Connection, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bytes:
        """The body of a request. Raises Refused and RemoteProtocolError."""
        body = b""
        while True:
            event = http.next_event()
            if event is h11.NEED_DATA:
                if http.they_are_waiting_for_100_continue:
                    writer.write(http.send(h11.InformationalResponse(status_code=100, headers=[])) or b"")
                http.receive_data(await self._more(reader))
            elif isinstance(event, h11.Request):
                self._check(event)
            elif isinstance(event, h11.Data) and len(body) + len(event.data) <= self._limits.most_bytes:
                body += event.data
            elif isinstance(event, h11.Data):
                raise Refused(413)
            else:
                return body

    async def _more(self, reader: asyncio.StreamReader) -> bytes:
        if received := await reader.read(MOST_AT_ONCE):
            return received
        raise ConnectionAbortedError("hung up before the end")

    def _check(self, request: h11.Request) -> None:
        if request.target.partition(b"?")[0] != self._path.encode():
            raise Refused(404)
        if request.method in (b"GET", b"HEAD"):  # the console's check of the address (contract 2.1)
            raise Refused(200)
        if request.method != b"POST":
            raise Refused(405)
        if int(dict(request.headers).get(b"content-length", 0)) > self._limits.most_bytes:
            raise Refused(413)

    def _take(self, body: bytes) -> None:
        try:
            event = read_event(Reader(decode_json(body)))
        except (ValueError, RecursionError, BadReply) as error:
            LOG.info("A callback that cannot be read was dropped: %s", error)
            return
        if not self._is_repeat(event):
            self._deliver(event)
            self._remember(event)

    def _is_repeat(self, event: Event) -> bool:
        """Whether nothing but the time of the push is new since the last message of this kind."""
        said, pushed = self._last.get(_topic(event), (b"", _pushed(event)))
        return said == _said(event) and abs(_pushed(event) - pushed) <= LONGEST_REPEATED

    def _remember(self, event: Event) -> None:
        if not event.order_ids:
            return
        self._last[_topic(event)] = _said(event), _pushed(event)
        self._last.move_to_end(_topic(event))
        if len(self._last) > self._limits.orders:
            self._last.popitem(last=False)

    def _log_bug(self, error: BaseException) -> None:
        LOG.error("A callback was received and could not be handed on", exc_info=error)


def _topic(event: Event) -> bytes:
    return _digest((event.platform, event.name, event.order_ids))


def _said(event: Event) -> bytes:
    return _digest(replace(event, sent_at=None))


def _pushed(event: Event) -> datetime:
    return event.sent_at or datetime.now(UTC)


def _digest(value: object) -> bytes:
    """Stands for a value of any size, which strangers choose."""
    return sha256(repr(value).encode()).digest()
