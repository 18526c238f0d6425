"""From results to a full first screen whose pictures are behind a line to China, with nothing on disk yet."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import mean, median

from PySide6.QtNetwork import QSsl, QSslCertificate, QSslConfiguration

from benchmarks.far_server import PHOTOS, far_away
from benchmarks.first_screen import laid_out, screen_ms
from benchmarks.offers import offers
from benchmarks.picture_server import RENDITIONS
from benchmarks.rows import RUNS, Row, at_most_times, informs
from sourcing_desktop.pictures.hosts import CONNECTIONS
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.sandbox.line import Quality, Stream, Wire

OFFERS = 60
LINE = Quality()
SEARCH_S = 1.0
"""From the beginning of a search to its answer: the time in which connections are made."""

LOSSES = (0.0, LINE.loss_percent)
CLEAN, LOSSY = 0, 1
DRAWS = 99
"""Lines that lose other segments, for the median bound."""


async def rows() -> list[Row]:
    """Each screen over a line of its own: its losses are others than those of the next."""
    taken: dict[tuple[str, int, bool], list[float]] = {}
    with far_away(LOSSES, 2 * RUNS) as far, _trusting(far["authority"]):
        with tempfile.TemporaryDirectory() as folder:
            _, count = laid_out(Path(folder), offers(0, OFFERS, far["http1"][CLEAN][0] + RENDITIONS))
        for run in range(RUNS):
            for protocol, loss in (("http2", CLEAN), ("http2", LOSSY), ("http1", CLEAN)):
                for warm in (False, True):
                    origin = far[protocol][loss][2 * run + warm]
                    taken.setdefault((protocol, loss, warm), []).append(await _screen(origin, warm))
    size, rtt = round(mean(map(len, PHOTOS))), LINE.rtt_ms
    clean, lossy = _bound(count * size, CLEAN), _bound(count * size, LOSSY)
    waves = -(-count // CONNECTIONS)
    six = waves * _bound(size, CLEAN)
    first = f"results to {count} pictures of 220 px, HTTP/2, connected"
    return [
        at_most_times(first, "ms", taken["http2", CLEAN, True], [clean], 1.5),
        at_most_times("the same with 1 % loss", "ms", taken["http2", LOSSY, True], [lossy], 1.5),
        informs("HTTP/2, not connected yet", "ms", taken["http2", CLEAN, False], [clean + 2 * rtt]),
        informs("the same with 1 % loss", "ms", taken["http2", LOSSY, False], [lossy + 2 * rtt]),
        informs("HTTP/1.1, connected", "ms", taken["http1", CLEAN, True], [clean]),
        informs(f"the same; floor: {waves} in turn", "ms", taken["http1", CLEAN, True], [six]),
        informs("HTTP/1.1, not connected yet", "ms", taken["http1", CLEAN, False], [clean + rtt]),
    ]


def _bound(size: int, loss: int) -> float:
    """ms from asking to the last of so many bytes, sent at once over one connection of such a line."""
    found = []
    for seed in range(DRAWS):
        quality = Quality(loss_percent=LOSSES[loss], seed=seed)
        back = Stream(Wire(quality), quality, "back", opens_at=0.0)
        found.append(back.pieces(bytes(size), at=quality.rtt_ms / 2000)[-1][0] * 1000)
    return median(found)


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
    loader.request((origin + RENDITIONS).format("earlier"), 200)
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
