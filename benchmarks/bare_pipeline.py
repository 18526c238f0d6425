"""The floors of the picture room: decoding alone, and the least that fetches, decodes and shows."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from time import perf_counter

from PySide6.QtCore import (
    QByteArray,
    QDataStream,
    QObject,
    QPoint,
    QRect,
    QSize,
    Qt,
    QThreadPool,
    QUrl,
    Signal,
)
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

from sourcing_desktop.pictures.decode import COARSE_BELOW
from sourcing_desktop.pictures.hosts import CONNECTIONS
from sourcing_desktop.pictures.workers import WORKERS


def decode(data: bytes | QByteArray, side: int) -> QImage:
    """A square picture of that many px, by the reader alone, as sharp as the program's."""
    stream = QDataStream(
        QByteArray(data)
    )  # a buffer made in Python would be slower, and can hang two threads
    reader = QImageReader(stream.device(), b"jpeg")
    if reader.size().width() < COARSE_BELOW * side:
        reader.setClipRect(QRect(QPoint(0, 0), reader.size()))
    reader.setScaledSize(QSize(side, side))
    return reader.read()


def decode_seconds(pictures: Sequence[bytes], side: int) -> float:
    """How long as many threads as the program's take for these pictures, with nothing else to do."""
    pool = QThreadPool()
    pool.setMaxThreadCount(WORKERS)
    begin = perf_counter()
    for data in pictures:
        pool.start(partial(decode, data, side))
    pool.waitForDone()
    return perf_counter() - begin


class BarePipeline(QObject):
    """Network, reader, pixmap, as many connections and threads as the program has; no cache, no manners."""

    _decoded = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._access = QNetworkAccessManager(self)
        self._access.finished.connect(self._fetched)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(WORKERS)
        self._decoded.connect(self._show, Qt.ConnectionType.QueuedConnection)

    async def bring(self, addresses: Sequence[str], side: int) -> float:
        """The seconds until the last of them is a pixmap."""
        self._left = [*reversed(addresses)]
        self._missing, self._side = len(addresses), side
        self._pixmaps: list[QPixmap] = []
        self._over = asyncio.get_running_loop().create_future()
        begin = perf_counter()
        for _ in range(CONNECTIONS):
            self._fetch_next()
        await self._over
        return perf_counter() - begin

    def _fetch_next(self) -> None:
        if self._left:
            self._access.get(QNetworkRequest(QUrl(self._left.pop())))

    def _fetched(self, reply: QNetworkReply) -> None:
        data = reply.readAll()
        reply.deleteLater()
        self._pool.start(partial(self._decode, data))
        self._fetch_next()

    def _decode(self, data: QByteArray) -> None:
        self._decoded.emit(decode(data, self._side))

    def _show(self, image: QImage) -> None:
        self._pixmaps.append(QPixmap.fromImage(image))
        self._missing -= 1
        if not self._missing:
            self._over.set_result(None)
