"""A server on loopback that plays canned answers and keeps what it was asked: for what no real gateway does
on demand, such as hanging up in the middle of a header."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from email.utils import formatdate
from types import TracebackType

Answer = Callable[[asyncio.StreamWriter], Awaitable[None]]


@dataclass(frozen=True)
class Asked:
    """One request as it came."""

    verb: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> object:
        return json.loads(self.body)


class CannedServer:
    """Plays its answers in order; the last one again and again. Use with `async with`."""

    def __init__(self, *answers: Answer) -> None:
        self._answers = list(answers)
        self._writers: set[asyncio.StreamWriter] = set()
        self._handlers: set[asyncio.Task[None]] = set()
        self.asked: list[Asked] = []
        self.url = ""

    async def __aenter__(self) -> CannedServer:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.close()
        for handler in self._handlers:
            handler.cancel()
        await asyncio.gather(*self._handlers, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        handler = asyncio.current_task()
        assert handler is not None
        self._handlers.add(handler)
        try:
            while not writer.is_closing():
                self.asked.append(await self._read(reader))
                answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
                await answer(writer)
                await writer.drain()
        except (asyncio.IncompleteReadError, asyncio.CancelledError, ConnectionError):
            return  # the client has gone, or the server ends
        finally:
            writer.close()

    async def _read(self, reader: asyncio.StreamReader) -> Asked:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        first, *lines = head.strip().split("\r\n")
        verb, path, _ = first.split(" ")
        headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
        body = await reader.readexactly(int(headers.get("content-length", 0)))
        return Asked(verb, path, headers, body)


def answer(
    body: bytes,
    *,
    status: int = 200,
    kind: str = "application/json",
    date: float | None = None,
    **headers: str,
) -> Answer:
    """A whole answer; `date` is the server's Unix time, header names have _ for -."""
    lines = [f"HTTP/1.1 {status} Said", f"content-length: {len(body)}", f"content-type: {kind}"]
    lines += [f"date: {formatdate(date, usegmt=True)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return raw("\r\n".join([*lines, "", ""]).encode() + body)


def envelope(data: object = None, *, code: int = 200, msg: str = "成功", **options: object) -> Answer:
    """A whole answer with the gateway's envelope."""
    content = {"requestId": "r1", "code": code, "developId": "1", "msg": msg, "data": data}
    return answer(json.dumps(content).encode(), **options)


def raw(content: bytes, *, hang_up: bool = False) -> Answer:
    """Any bytes, then perhaps the end of the connection."""

    async def play(writer: asyncio.StreamWriter) -> None:
        writer.write(content)
        if hang_up:
            await writer.drain()
            writer.close()

    return play


def flood(size: int) -> Answer:
    """A JSON answer of that many bytes."""

    async def play(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 Said\r\ncontent-type: application/json\r\n\r\n[")
        for _ in range(size // 65_536):
            writer.write(b"1," * 32_768)
            await writer.drain()
        writer.close()

    return play


def after(gate: asyncio.Event, then: Answer) -> Answer:
    """An answer that waits for the gate to open."""

    async def play(writer: asyncio.StreamWriter) -> None:
        await gate.wait()
        await then(writer)

    return play


def dripping(part: bytes, pause: Callable[[], Awaitable[None]]) -> Answer:
    """An answer that never ends: the part again and again."""

    async def play(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 Said\r\ncontent-type: application/json\r\n\r\n")
        while not writer.is_closing():
            writer.write(part)
            await writer.drain()
            await pause()

    return play
