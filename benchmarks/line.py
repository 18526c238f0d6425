"""From results to a full first screen whose pictures are behind a line to China, with nothing on disk yet."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median

from PySide6.QtNetwork import QSsl, QSslCertificate, QSslConfiguration

from benchmarks.far_server import PHOTOS, far_away
from benchmarks.first_screen import laid_out, screen_ms
from benchmarks.offers import offers
from benchmarks.picture_server import RENDITIONS
from benchmarks.rows import RUNS, Row, at_most_times, informs
from sourcing_desktop.pictures.hosts import CONNECTIONS
from sourcing_desktop.pictures.loader import PictureKey, PictureLoader
from sourcing_desktop.sandbox.line import SEGMENT, Quality, Stream, Wire

OFFERS = 60
LINE = Quality()
SEARCH_S = 1.0
"""From the beginning of a search to its answer: the time in which connections are made."""

LOSSES = (0.0, LINE.loss_percent)
CLEAN, LOSSY = 0, 1
DRAWS = 99
"""Lines that lose other segments, for the median bound."""


@dataclass(frozen=True, slots=True)
class Way:
    """How a protocol asks: over so many connections, each of which takes round trips to make and a server's
    handshake (bytes); over each all pictures at once, or one in turn."""

    name: str
    connections: int
    round_trips: int
    handshake: int
    in_turn: bool


HTTP2 = Way("http2", 1, round_trips=2, handshake=2 * SEGMENT, in_turn=False)
HTTP1 = Way("http1", CONNECTIONS, round_trips=1, handshake=0, in_turn=True)


async def rows() -> list[Row]:
    """Each screen over a line of its own: its losses are others than those of the next."""
    taken: dict[tuple[Way, int, bool], list[float]] = {}
    with far_away(LOSSES, 2 * RUNS) as far, _trusting(far["authority"]):
        with tempfile.TemporaryDirectory() as folder:
            _, count = laid_out(Path(folder), offers(0, OFFERS, far["http1"][CLEAN][0] + RENDITIONS))
        for run in range(RUNS):
            for way, loss in ((HTTP2, CLEAN), (HTTP2, LOSSY), (HTTP1, CLEAN)):
                for connected in (True, False):
                    origin = far[way.name][loss][2 * run + connected]
                    taken.setdefault((way, loss, connected), []).append(await _screen(origin, connected))

    def row(name: str, way: Way, loss: int, connected: bool) -> Row:
        floor = _bound(way, count, loss, connected)
        return at_most_times(name, "ms", taken[way, loss, connected], [floor], 1.5)

    return [
        row(f"results to {count} pictures of 220 px, HTTP/2, connected", HTTP2, CLEAN, True),
        row("the same with 1 % loss", HTTP2, LOSSY, True),
        row("HTTP/2, not connected yet", HTTP2, CLEAN, False),
        row("the same with 1 % loss", HTTP2, LOSSY, False),
        row(f"HTTP/1.1, connected; floor: {CONNECTIONS} pictures at a time", HTTP1, CLEAN, True),
        row("HTTP/1.1, not connected yet; the same floor", HTTP1, CLEAN, False),
        informs(
            "HTTP/1.1, connected; floor: that of HTTP/2",
            "ms",
            taken[HTTP1, CLEAN, True],
            [_bound(HTTP2, count, CLEAN, connected=True)],
        ),
    ]


def _bound(way: Way, count: int, loss: int, connected: bool) -> float:
    """ms from asking to the last byte of so many pictures over such a line, were all else free of charge.

    Round trips to connect; one to ask; the bytes at the line's bandwidth, no more in a round trip than TCP
    lets through at first. With losses, the median of lines that lose other segments.
    """
    rtt = LINE.rtt_ms / 1000
    size = round(mean(map(len, PHOTOS)))
    asked = rtt / 2 + (0 if connected else way.round_trips * rtt)
    return median(_draw(way, count, size, loss, seed, asked) for seed in range(DRAWS)) * 1000


def _draw(way: Way, count: int, size: int, loss: int, seed: int, asked: float) -> float:
    """When (s) the last picture arrives that the server was asked for at `asked`, on one such line."""
    quality = Quality(loss_percent=LOSSES[loss], seed=seed)
    wire, rtt = Wire(quality), quality.rtt_ms / 1000
    streams = [Stream(wire, quality, f"{number} back", opens_at=0.0) for number in range(way.connections)]
    sends = dict.fromkeys(streams, asked)
    last = 0.0
    for stream in streams:
        stream.pieces(bytes(way.handshake), at=asked - 2 * rtt)
    for _ in range(count):
        stream = min(streams, key=sends.__getitem__)
        arrival = stream.pieces(bytes(size), at=sends[stream])[-1][0]
        last = max(last, arrival)
        if way.in_turn:
            sends[stream] = arrival + rtt / 2
    return last


async def _screen(origin: str, warm: bool) -> float:
    """ms; `warm`: the host is known from earlier, and a search has been going on for a while."""
    with tempfile.TemporaryDirectory() as folder:
        loader = PictureLoader(Path(folder))
        if warm:
            await _search(loader, origin)
        try:
            return await screen_ms(loader, offers(0, OFFERS, origin + RENDITIONS))
        finally:
            loader.close()


async def _search(loader: PictureLoader, origin: str) -> None:
    """What comes before results: once a picture, then nothing until the host hung up, then a search."""
    came: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    loader.ready.connect(came.set_result)
    loader.want([PictureKey((origin + RENDITIONS).format("earlier"), 200)], asker="earlier")
    await came
    loader.ready.disconnect(came.set_result)
    loader._network._access.clearConnectionCache()
    loader.warm()
    await asyncio.sleep(SEARCH_S)


@contextmanager
def _trusting(authority: str) -> Iterator[None]:
    """The certificates of that authority (PEM), meanwhile."""
    usual = QSslConfiguration.defaultConfiguration()
    trusting = QSslConfiguration(usual)
    trusting.addCaCertificate(QSslCertificate(authority.encode(), QSsl.EncodingFormat.Pem))
    QSslConfiguration.setDefaultConfiguration(trusting)
    yield
    QSslConfiguration.setDefaultConfiguration(usual)
