"""The line between one program and the gateway. It knows each call by its path and lets whoever listens
strike at any byte of it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from sourcing_desktop.contract.endpoints import ENDPOINTS
from sourcing_desktop.tasks import TaskScope
from tests.faults.scenario import CALLS

CODES = {
    (route.verb, route.path): code
    for code, endpoint in ENDPOINTS.items()
    for route in (endpoint.v1, endpoint.v2)
    if route.path
}
HEADER_END = b"\r\n\r\n"
Ended = (ConnectionError, asyncio.IncompleteReadError)


class Cut(ConnectionError):
    """The call ends here, for both sides."""


@dataclass(slots=True)
class Exchange:
    """One call on the line. Whoever strikes may change what is sent, how often, and the answer."""

    code: str
    aim: str
    request: bytes
    answer: bytes = b""
    forwarded: int = 1
    taken: int = 0
    """Which of several answers the program gets."""

    @property
    def body(self) -> object:
        """The JSON of the answer; None where it has none."""
        try:
            return json.loads(self.answer.partition(HEADER_END)[2])
        except ValueError:
            return None

    @property
    def question(self) -> tuple[str, bytes]:
        """What is asked, whoever asks when: endpoint, words in the address, and body."""
        target = self.request.split(b" ", 2)[1]
        return self.code, target.partition(b"?")[2] + b"\n" + self.request.partition(HEADER_END)[2]

    def answer_with(self, body: object) -> None:
        """Answer something else in the envelope's place."""
        content = json.dumps(body, ensure_ascii=False).encode()
        head = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d" % len(content)
        self.answer = head + HEADER_END + content


class Listens:
    """What may happen to a call; these let it pass."""

    async def sending(self, exchange: Exchange) -> int | None:
        """The request is whole; so many bytes of it go on before the line is cut, None for all."""
        return None

    async def delivered(self, exchange: Exchange) -> None:
        """The gateway has answered; the program knows nothing yet. Cut drops the answer."""

    async def answering(self, exchange: Exchange) -> int | None:
        """So many bytes of the answer go on before the line is cut, None for all."""
        return None


@dataclass
class Line:
    """Listens on loopback; `url` is what the program takes for the gateway. `down`: nobody answers."""

    port: int
    listener: Listens
    report: Callable[[BaseException], None]
    passed: list[Exchange] = field(default_factory=list)
    down: bool = False
    url: str = ""

    async def open(self) -> None:
        self._scope = TaskScope("line", self.report)
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def close(self) -> None:
        self._server.close()
        await self._scope.close()

    def first_answer(self, exchange: Exchange) -> bytes:
        """What was answered when the same was first asked."""
        same = (each.answer for each in self.passed if each.question == exchange.question and each.answer)
        return next(same)

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._scope.closed:
            writer.close()
        else:
            self._scope.start(self._serve(reader, writer), name="connection")

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with suppress(*Ended):
                while request := await _message(reader):
                    await self._carry(request, writer)
        finally:
            writer.close()

    async def _carry(self, request: bytes, writer: asyncio.StreamWriter) -> None:
        if self.down:
            raise Cut
        verb, target, _ = request.split(b" ", 2)
        code = CODES.get((verb.decode(), target.decode().partition("?")[0]), "")
        exchange = Exchange(code, CALLS.get(code, ""), request)
        self.passed.append(exchange)
        stop = await self.listener.sending(exchange)
        if stop is not None:
            await self._ask(request[:stop])
            raise Cut
        answers = [await self._ask(request) for _ in range(exchange.forwarded)]
        exchange.answer = answers[exchange.taken] if answers else b""
        await self.listener.delivered(exchange)
        stop = await self.listener.answering(exchange)
        writer.write(exchange.answer[:stop])
        await writer.drain()
        if stop is not None:
            raise Cut

    async def _ask(self, request: bytes) -> bytes:
        """One call on a connection of its own; the gateway keeps no state in it."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(request)
            await writer.drain()
            whole = len(request) >= _length(request)
            return await _message(reader) if whole else b""
        finally:
            writer.close()


async def _message(reader: asyncio.StreamReader) -> bytes:
    """Head and body of a request or an answer; empty at the end of the connection."""
    try:
        head = await reader.readuntil(HEADER_END)
    except asyncio.IncompleteReadError as error:
        if error.partial:
            raise
        return b""
    return head + await reader.readexactly(_length(head) - len(head))


def _length(message: bytes) -> int:
    """Bytes of the whole message, as its head says; one more than there are where the head is cut."""
    head, end, _ = message.partition(HEADER_END)
    if not end:
        return len(message) + 1
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return len(head) + len(end) + int(line.partition(b":")[2])
    return len(head) + len(end)
