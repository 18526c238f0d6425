"""A line to China, on loopback: passes TCP connections on to a server, as late and as slowly as such a line.

Understands none of what it passes on. The same seed and the same bytes have the same losses.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from random import Random

from sourcing_desktop.tasks import TaskScope

log = logging.getLogger(__name__)

SEGMENT = 1460
"""Bytes of a connection that are lost, or not, as one."""

FIRST_WINDOW = 10
"""Segments that leave at once (RFC 6928); each that is acknowledged lets two more leave."""

WIDEST_WINDOW = 8192
"""Acknowledgements remembered; more than any line here holds."""

JITTER = 0.05
"""At most that part of half a round trip more, for each segment."""

READ_BYTES = 65_536


@dataclass(frozen=True, slots=True)
class Quality:
    """Of a line. A lost segment comes one round trip later, and what follows it waits for it."""

    rtt_ms: float = 200.0
    mbit: float = 10.0
    loss_percent: float = 1.0
    seed: int = 1

    def __post_init__(self) -> None:
        """ValueError for a line that cannot be."""
        if not (0 <= self.rtt_ms <= 60_000 and 0 < self.mbit <= 10_000 and 0 <= self.loss_percent <= 50):
            raise ValueError("a line has 0 to 60000 ms, more than 0 up to 10000 Mbit/s, and 0 to 50 % loss")


class Wire:
    """One direction of the line. All connections share its bandwidth, whoever has something to send first."""

    def __init__(self, quality: Quality) -> None:
        self._quality = quality
        self._taken: list[tuple[float, float]] = []  # from when to when (s), in order

    def pass_over(self, now: float) -> None:
        """Nobody sends before that time (s) any more."""
        while self._taken and self._taken[0][1] <= now:
            del self._taken[0]

    def send(self, size: int, at: float) -> float:
        """When the last of so many bytes has left, if they are there at that time (s)."""
        takes = size * 8 / (self._quality.mbit * 1e6)
        place = 0
        while place < len(self._taken) and self._taken[place][0] < at + takes:
            at = max(at, self._taken[place][1])
            place += 1
        if place and self._taken[place - 1][1] == at:
            self._taken[place - 1] = (self._taken[place - 1][0], at + takes)
        else:
            self._taken.insert(place, (at, at + takes))
        return at + takes


class Stream:
    """One direction of one connection: bytes in order, none before `opens_at` (s), and slowly at first.

    Segments leave as earlier ones are acknowledged, as TCP begins (slow start), and so on: neither a loss
    nor a rest makes it begin again.
    """

    def __init__(self, wire: Wire, quality: Quality, name: str, opens_at: float) -> None:
        self._wire = wire
        self._quality = quality
        self._chance = Random(f"{quality.seed} {name}")
        self._window = deque([opens_at] * FIRST_WINDOW, WIDEST_WINDOW)  # when the next segments may leave
        self._may_leave = opens_at
        self._sent = 0
        self._last = 0.0
        self._late = 0.0

    def pieces(self, data: bytes, at: float) -> list[tuple[float, bytes]]:
        """The data, there at that time (s), cut at the ends of segments, and when each piece arrives."""
        self._wire.pass_over(at)
        found = []
        while data:
            begins = self._sent % SEGMENT == 0
            piece, data = data[: SEGMENT - self._sent % SEGMENT], data[SEGMENT - self._sent % SEGMENT :]
            self._sent += len(piece)
            if begins:
                self._late = self._delay()
                self._may_leave = self._window.popleft()
            left = self._wire.send(len(piece), max(at, self._may_leave))
            self._last = max(self._last, left + self._late)
            if begins:
                self._window += (self._last + self._quality.rtt_ms / 2000,) * 2
            found.append((self._last, piece))
        return found

    def _delay(self) -> float:
        """From leaving to arriving, for the next segment."""
        rtt = self._quality.rtt_ms / 1000
        delay = rtt / 2 * (1 + JITTER * self._chance.random())
        lost = self._chance.random() * 100 < self._quality.loss_percent
        return delay + rtt if lost else delay


class Line:
    """Listens on loopback and passes everything on to the server at `target`. Lives in one event loop."""

    def __init__(self, quality: Quality, target: int) -> None:
        self._quality = quality
        self._target = target
        self._there, self._back = Wire(quality), Wire(quality)
        self._scope = TaskScope("line", _report)
        self._connections = 0
        self.port = 0

    async def open(self) -> None:
        """Begin to listen; `port` says where."""
        self._server = await asyncio.start_server(self._accepted, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        """Listen no more, and cut every connection."""
        self._server.close()
        await self._scope.close()

    def _accepted(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._connections += 1
        task = self._scope.start(self._connect(reader, writer), name=f"connection {self._connections}")
        task.add_done_callback(lambda _: writer.close())  # also when it was cut before it began

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """A new connection takes a round trip before its first byte leaves."""
        number, rtt = self._connections, self._quality.rtt_ms / 1000
        opens_at = asyncio.get_running_loop().time() + rtt
        there = Stream(self._there, self._quality, f"{number} there", opens_at)
        back = Stream(self._back, self._quality, f"{number} back", opens_at)
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._target)
        except OSError:
            return  # and hang up, as the server does
        try:
            both = [
                self._scope.start(_carry(reader, there, far_writer, rtt), name=f"there {number}"),
                self._scope.start(_carry(far_reader, back, writer, rtt), name=f"back {number}"),
            ]
            await asyncio.wait(both, return_when=asyncio.FIRST_EXCEPTION)
        finally:
            far_writer.close()


async def _carry(
    reader: asyncio.StreamReader, stream: Stream, writer: asyncio.StreamWriter, ahead: float
) -> None:
    """Bytes in one direction until they end, or nobody takes them. Reads no more than arrives within `ahead`
    seconds, and no more than is taken."""
    loop, under_way, arrival = asyncio.get_running_loop(), deque[bytes](), 0.0
    ended = loop.create_future()

    def arrive() -> None:
        piece = under_way.popleft()
        if piece and not writer.is_closing():
            writer.write(piece)
        elif not ended.done():
            ended.set_result(None)

    def depart(piece: bytes) -> None:
        under_way.append(piece)
        loop.call_at(arrival, arrive)

    while await _taken(writer) and (data := await _read(reader)):
        for at, piece in stream.pieces(data, loop.time()):
            arrival = at
            depart(piece)
        await asyncio.sleep(max(0.0, arrival - ahead - loop.time()))
    depart(b"")
    await ended
    if not writer.is_closing():
        with suppress(OSError):  # the other side is gone, and asyncio does not know it yet
            writer.write_eof()


async def _read(reader: asyncio.StreamReader) -> bytes:
    """The next bytes; none at the end, in whatever way it came."""
    try:
        return await reader.read(READ_BYTES)
    except ConnectionError:
        return b""


async def _taken(writer: asyncio.StreamWriter) -> bool:
    """Wait until the other side has taken most of what was written; False when it is gone."""
    try:
        await writer.drain()
    except ConnectionError:
        return False
    return True


def _report(error: BaseException) -> None:
    log.error("The line failed", exc_info=error)
