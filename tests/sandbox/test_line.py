"""The line to China: arithmetic by a clock of the test's, and real connections counted, not timed closely."""

from __future__ import annotations

import asyncio
import json
import socket
import time
from contextlib import suppress

import httpx
import pytest

from sourcing_desktop.sandbox.control.line import LineCommands
from sourcing_desktop.sandbox.line import FIRST_WINDOW, SEGMENT, Line, Quality, Stream, Wire
from sourcing_desktop.sandbox.urls import Urls
from tests.support.sandbox import RunningSandbox, SignedClient

CLEAN = Quality(rtt_ms=200, mbit=10, loss_percent=0)
RTT = 0.2
FLOOD = 24 * 2**20
SEGMENT_S = SEGMENT * 8 / 10e6


def stream(
    quality: Quality = CLEAN, wire: Wire | None = None, name: str = "1", opens_at: float = 0
) -> Stream:
    return Stream(wire or Wire(quality), quality, name, opens_at)


def test_a_byte_takes_half_a_round_trip():
    ((arrival, piece),) = stream().pieces(b"a", at=1.0)
    assert piece == b"a"
    assert 1 + RTT / 2 <= arrival < 1 + RTT * 0.6


def test_a_new_connection_waits_for_its_first_round_trip():
    ((arrival, _),) = stream(opens_at=1 + RTT).pieces(b"a", at=1.0)
    assert arrival >= 1 + 1.5 * RTT


def test_connections_share_the_bandwidth():
    wire = Wire(CLEAN)
    one, two = stream(wire=wire), stream(wire=wire, name="2")
    alone = stream().pieces(bytes(FIRST_WINDOW * SEGMENT), at=0)[-1][0]
    one.pieces(bytes(FIRST_WINDOW * SEGMENT), at=0)
    last = two.pieces(bytes(FIRST_WINDOW * SEGMENT), at=0)[-1][0]
    begun = RTT / 2
    assert begun + FIRST_WINDOW * SEGMENT_S < alone < begun + FIRST_WINDOW * SEGMENT_S + RTT / 10
    assert begun + 2 * FIRST_WINDOW * SEGMENT_S < last < begun + 2 * FIRST_WINDOW * SEGMENT_S + RTT / 10


def test_a_connection_begins_slowly_and_doubles_with_each_round_trip():
    wide = Quality(rtt_ms=200, mbit=10_000, loss_percent=0)
    arrivals = [arrival for arrival, _ in stream(wide).pieces(bytes(70 * SEGMENT), at=0)]
    rounds = [sum(RTT * (n + 0.4) < each < RTT * (n + 0.8) for each in arrivals) for n in range(3)]
    assert rounds == [10, 20, 40]


def test_a_connection_that_was_busy_begins_no_more():
    there = stream()
    there.pieces(bytes(500 * SEGMENT), at=0)
    assert there.pieces(bytes(200 * SEGMENT), at=60)[-1][0] < 60 + 200 * SEGMENT_S + RTT


def test_who_waits_for_acknowledgements_holds_up_nobody_else():
    wire = Wire(CLEAN)
    stream(wire=wire).pieces(bytes(40 * SEGMENT), at=0)
    other = stream(wire=wire, name="2").pieces(bytes(FIRST_WINDOW * SEGMENT), at=0)
    assert other[-1][0] < RTT / 2 + 2 * FIRST_WINDOW * SEGMENT_S + RTT / 10


def test_a_full_wire_carries_what_its_bandwidth_lets_through():
    wire = Wire(CLEAN)
    streams = [stream(wire=wire, name=f"{n}") for n in range(20)]
    last = max(each.pieces(bytes(200 * SEGMENT), at=0)[-1][0] for each in streams)
    assert 4000 * SEGMENT_S < last < 4000 * SEGMENT_S + 2 * RTT


def test_every_byte_arrives_once_and_in_order():
    content = bytes(range(256)) * 200
    there, sent, arrivals, got = stream(Quality(loss_percent=20)), 0, [], b""
    for size in (1, 1459, 1, 5000, 40_000, 4739):
        for arrival, piece in there.pieces(content[sent : sent + size], at=sent / 1e6):
            arrivals.append(arrival)
            got += piece
        sent += size
    assert got == content
    assert arrivals == sorted(arrivals)


def test_a_lost_segment_holds_up_what_follows_it_on_its_connection_only():
    lossy = Quality(loss_percent=2)
    wire = Wire(lossy)
    there = stream(lossy, wire)
    arrivals = [there.pieces(bytes(SEGMENT), at=second)[0][0] - second for second in range(2000)]
    late = [delay for delay in arrivals if delay > RTT]
    assert 20 <= len(late) <= 60  # 2 % of 2,000
    burst = stream(lossy).pieces(bytes(2000 * SEGMENT), at=0)
    assert len({arrival for arrival, _ in burst}) < 2000  # some arrive together, behind a lost one
    other = stream(lossy, wire, "2").pieces(b"a", at=5000)
    assert other[0][0] < 5000 + RTT


def test_the_same_seed_loses_the_same_segments_however_the_bytes_come():
    def losses(seed: int, step: int) -> list[int]:
        quality = Quality(loss_percent=5, seed=seed)
        there, found = stream(quality), []
        for begin in range(0, 400 * SEGMENT, step):
            at = float(begin)  # far apart: nothing waits for anything
            for arrival, _ in there.pieces(bytes(step), at):
                if arrival - at > RTT and (begin // SEGMENT) not in found:
                    found.append(begin // SEGMENT)
        return found

    assert losses(1, SEGMENT) == losses(1, SEGMENT // 2)
    assert losses(1, SEGMENT) != losses(2, SEGMENT)


@pytest.mark.parametrize(
    "wrong", [{"rtt_ms": -1}, {"mbit": 0}, {"loss_percent": 60}, {"rtt_ms": float("nan")}]
)
def test_a_line_that_cannot_be(wrong):
    with pytest.raises(ValueError, match="a line has"):
        Quality(**wrong)


async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(65_536):
        writer.write(data)
    writer.close()


async def test_everything_passes_over_real_connections_until_either_side_ends():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    line = Line(Quality(rtt_ms=20, mbit=1000), server.sockets[0].getsockname()[1])
    await line.open()
    content = bytes(range(256)) * 4000

    async def round_trip() -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", line.port)
        writer.write(content)
        writer.write_eof()
        got = await reader.read(-1)
        writer.close()
        return got

    assert await asyncio.gather(*[round_trip() for _ in range(3)]) == [content] * 3
    await line.close()
    server.close()


async def test_what_nobody_takes_is_not_read():
    """Else a client that waits would have the line hold all there is."""
    sent: list[bytes] = []

    async def flood(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        name = await reader.read(1)
        writer.transport.set_write_buffer_limits(0)
        writer.write(bytes(FLOOD))
        with suppress(ConnectionError):
            await writer.drain()
            sent.append(name)
        writer.close()

    server = await asyncio.start_server(flood, "127.0.0.1", 0)
    for each in server.sockets:
        each.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 65_536)
    line = Line(Quality(rtt_ms=0, mbit=10_000, loss_percent=0), server.sockets[0].getsockname()[1])
    await line.open()
    _, idle = await asyncio.open_connection("127.0.0.1", line.port, limit=1000)
    idle.write(b"a")
    reader, busy = await asyncio.open_connection("127.0.0.1", line.port)
    busy.write(b"b")
    assert len(await reader.read(-1)) == FLOOD
    assert sent == [b"b"]
    for writer in (idle, busy):
        writer.close()
    await line.close()
    server.close()


async def test_two_who_open_a_line_at_once_leave_one():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    commands = LineCommands(Urls("http://127.0.0.1:1"), server.sockets[0].getsockname()[1])
    reader, writer = await asyncio.open_connection("127.0.0.1", await commands.open(CLEAN))
    writer.write(b"a")
    assert await reader.read(1) == b"a"  # closing that line takes a while
    ports = await asyncio.gather(commands.open(CLEAN), commands.open(CLEAN))
    writer.close()
    taken = [await answers(each) for each in ports]
    assert sorted(taken) == [False, True]
    await commands.close()
    assert not any([await answers(each) for each in ports])
    server.close()


async def answers(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except ConnectionError:
        return False
    writer.close()
    await writer.wait_closed()
    return True


async def test_a_server_that_is_not_there_ends_the_connection():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    server.close()
    line = Line(Quality(rtt_ms=1), port)
    await line.open()
    reader, writer = await asyncio.open_connection("127.0.0.1", line.port)
    assert await reader.read(-1) == b""
    writer.close()
    await line.close()


@pytest.fixture
def a_picture(v2: SignedClient):
    """Where the market says that the first bag's picture is, whenever it is called."""
    body = {"keyword": "bag", "pageSize": 1, "country": "en"}
    return lambda: v2.data("AG3", body)["data"][0]["imageUrl"]


def test_the_switchboard_sends_pictures_over_a_line_and_directly_again(sandbox: RunningSandbox, a_picture):
    direct = a_picture()
    answer = sandbox.control.send("POST", "/line", json.dumps({"rtt_ms": 300}).encode())
    port = answer.json()["port"]
    far = a_picture()
    assert far == direct.replace(sandbox.url, f"http://127.0.0.1:{port}")
    began = time.monotonic()
    assert httpx.get(far).content == httpx.get(direct).content
    assert time.monotonic() - began > 0.6  # connection and request: two round trips
    sandbox.control.send("DELETE", "/line", b"")
    assert a_picture() == direct
    with pytest.raises(httpx.ConnectError):
        httpx.get(far)


@pytest.mark.parametrize("wrong", [{"rtt_ms": "far"}, {"mbit": 0}])
def test_the_switchboard_refuses_a_line_that_cannot_be(sandbox: RunningSandbox, wrong: dict):
    answer = sandbox.control.send("POST", "/line", json.dumps(wrong).encode())
    assert answer.status_code == 400
    assert "no such line" in answer.json()["error"]
