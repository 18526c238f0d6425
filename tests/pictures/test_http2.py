"""Hosts over TLS: many pictures at a time over HTTP/2, six over HTTP/1.1, and connections made beforehand."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtNetwork import QSsl, QSslCertificate, QSslConfiguration

from benchmarks.http2_server import Certificate, Http2
from sourcing_desktop.pictures import hosts
from sourcing_desktop.pictures.loader import PictureKey
from tests.support.picture_host import PictureHost
from tests.support.wanted_pictures import all_there, jpeg, keys


class Connection(Http2):
    """Tells its host what is asked for, and answers when the host says so."""

    def __init__(self, host: Http2Host) -> None:
        super().__init__(lambda path: jpeg())
        self._host = host

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        self._host.connections.append(self)

    def asked(self, stream: int, path: str) -> None:
        self._host.paths.append(path)
        if self._host.held:
            self._host.waiting.append((self, stream))
        else:
            super().asked(stream, path)


class Http2Host:
    """Serves in a thread of its own. While `held`, requests are noted but not answered."""

    def __init__(self, certificate: Certificate) -> None:
        self.connections: list[Connection] = []
        self.paths: list[str] = []
        self.waiting: list[tuple[Connection, int]] = []
        self.held = False
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()
        self._server = self._ask(self._listen(certificate))
        self.origin = f"https://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    def keys(self, names: range) -> list[PictureKey]:
        return [PictureKey(f"{self.origin}/img/ibank/{name}.jpg", 200) for name in names]

    def let_go(self) -> None:
        self.held = False
        self._ask(self._answer())

    def close(self) -> None:
        self._ask(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _ask(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(5)

    async def _listen(self, certificate: Certificate) -> asyncio.Server:
        tls = certificate.context("h2")
        return await self._loop.create_server(lambda: Connection(self), "127.0.0.1", 0, ssl=tls)

    async def _answer(self) -> None:
        for connection, stream in self.waiting:
            connection.answer(stream, jpeg())

    async def _end(self) -> None:
        self._server.close()
        for connection in self.connections:
            connection.transport.abort()
        await asyncio.sleep(0)


@pytest.fixture(scope="module")
def certificate() -> Certificate:
    return Certificate()


@pytest.fixture
def trusted(certificate: Certificate) -> Iterator[None]:
    """This certificate, for the time of the test."""
    usual = QSslConfiguration.defaultConfiguration()
    trusting = QSslConfiguration(usual)
    trusting.addCaCertificate(QSslCertificate(certificate.authority, QSsl.EncodingFormat.Pem))
    QSslConfiguration.setDefaultConfiguration(trusting)
    yield
    QSslConfiguration.setDefaultConfiguration(usual)


@pytest.fixture
def http2(certificate: Certificate) -> Iterator[Http2Host]:
    host = Http2Host(certificate)
    yield host
    host.close()


def test_many_pictures_share_one_connection_from_the_start(qtbot, http2, loader, trusted):
    http2.held = True
    wanted = http2.keys(range(40))
    loader.want(wanted)
    qtbot.waitUntil(lambda: len(http2.paths) == hosts.STREAMS)
    http2.let_go()
    qtbot.waitUntil(all_there(loader, wanted))
    assert len(http2.connections) == 1


def test_a_host_that_speaks_http1_over_tls_gets_six_at_a_time(qtbot, make_loader, certificate, trusted):
    host = PictureHost(usual=jpeg(), tls=certificate.context("http/1.1"))
    loader = make_loader()
    loader.want(keys(host, ["first"]))
    qtbot.waitUntil(all_there(loader, keys(host, ["first"])))
    host.hold()
    loader.want(keys(host, range(20)))
    qtbot.waitUntil(lambda: len(host.paths) == 1 + hosts.CONNECTIONS)
    loader.want(keys(host, range(100, 110)))
    host.let_go()
    qtbot.waitUntil(all_there(loader, keys(host, range(100, 110))))
    assert len(host.paths) == 1 + hosts.CONNECTIONS + 10  # what was not begun was dropped
    host.close()


def test_a_certificate_nobody_trusts_gives_no_picture(qtbot, http2, loader, quick):
    wanted = http2.keys(range(1))
    loader.want(wanted)
    qtbot.waitUntil(lambda: loader.broken(wanted[0].url) is not None)
    assert http2.paths == []


def test_warming_connects_once_to_a_host_that_speaks_http2(qtbot, http2, loader, trusted):
    loader.warm()  # nothing is known yet
    loader.want(http2.keys(range(1)))
    qtbot.waitUntil(all_there(loader, http2.keys(range(1))))
    loader._network._access.clearConnectionCache()  # as if the host had ended an idle connection
    loader.warm()
    qtbot.waitUntil(lambda: len(http2.connections) == 2)
    loader.want(http2.keys(range(10, 30)))
    qtbot.waitUntil(all_there(loader, http2.keys(range(10, 30))))
    assert len(http2.connections) == 2


def test_warming_connects_to_a_host_that_speaks_http1_and_asks_for_nothing(qtbot, host, loader):
    loader.want(keys(host, ["a"]))
    qtbot.waitUntil(all_there(loader, keys(host, ["a"])))
    loader._network._access.clearConnectionCache()
    before = host.connections
    loader.warm()
    qtbot.waitUntil(lambda: host.connections > before)
    assert len(host.paths) == 1
    loader.want(keys(host, range(12)))
    qtbot.waitUntil(all_there(loader, keys(host, range(12))))
    assert host.connections <= before + hosts.CONNECTIONS
