"""Picture bytes over HTTP, politely: few requests at a time, and a pause for a host that has had enough.

Knows nothing of pictures beyond "bytes at an address"; who is fetched first is the loader's business.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest, QSslConfiguration

from sourcing_desktop.pictures.answer import Answer, Verdict
from sourcing_desktop.pictures.hosts import CONNECTIONS, Host
from sourcing_desktop.pictures.renditions import origin_of

LARGEST_BYTES = 20 * 2**20
REFUSALS = (403, 420, 429)
"""What picture hosts answer to those who ask too much (contract upstream D5)."""

WARM_HOSTS = 4
WARM_FOR_S = 3600.0
"""So many hosts, heard within that time, are worth a connection before anything is asked of them."""

STATUS = QNetworkRequest.Attribute.HttpStatusCodeAttribute
HTTP2 = QNetworkRequest.Attribute.Http2WasUsedAttribute
SILENT = QNetworkReply.NetworkError.TimeoutError
"""What Qt calls a request that it ended because no byte came for too long."""


class _Fetch(NamedTuple):
    origin: str
    began: float
    done: Callable[[Answer], None]


class PictureNetwork(QObject):
    """Fetches addresses: of each host a few at a time, many where the host speaks HTTP/2."""

    room = Signal()
    """A host that was paused may be asked again."""

    recovered = Signal(str)
    """The origin answers again after a time of trouble."""

    def __init__(self, referer: str, parent: QObject) -> None:
        super().__init__(parent)
        self._usual = QNetworkRequest()
        self._usual.setRawHeader(b"Accept", b"image/avif,image/webp,image/*;q=0.8")
        if referer:
            self._usual.setRawHeader(b"Referer", referer.encode())
        self._access = QNetworkAccessManager(self)
        self._access.finished.connect(self._finished)
        self._hosts: dict[str, Host] = {}
        self._fetching: dict[QNetworkReply, _Fetch] = {}
        self._pause_end = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._pause_end.timeout.connect(self._resume)

    def has_room(self, origin: str) -> bool:
        """Whether `fetch` may be called now for an address there."""
        return self._host(origin).has_room(monotonic())

    def given_up(self, origin: str) -> str:
        """Why nobody should wait for that origin now, in words for the buyer; empty while one should."""
        return self._host(origin).given_up(monotonic())

    def pause_end(self, origin: str) -> float:
        """When the last pause of that origin ends or ended, by the monotonic clock."""
        return self._host(origin).paused_until

    def fetch(self, address: str, done: Callable[[Answer], None]) -> None:
        """Ask for an address of http or https, and call `done` with the answer, once."""
        origin = origin_of(address)
        host = self._host(origin)
        request = QNetworkRequest(self._usual)
        request.setUrl(QUrl(address))
        request.setTransferTimeout(round(host.silence_s() * 1000))
        host.running += 1
        reply = self._access.get(request)
        reply.downloadProgress.connect(self._limit)
        self._fetching[reply] = _Fetch(origin, monotonic(), done)

    def warm(self) -> None:
        """Connect to the hosts that answered last and idle now, so that the next pictures need not wait."""
        now = monotonic()
        known = [
            (host.heard_at, origin)
            for origin, host in self._hosts.items()
            if now - host.heard_at < WARM_FOR_S and not host.failures and not host.running
        ]
        for _, origin in sorted(known, reverse=True)[:WARM_HOSTS]:
            self._connect(QUrl(origin), 1 if self._host(origin).many else CONNECTIONS)

    def close(self) -> None:
        """Drop everything under way; no `done` is called any more."""
        self._pause_end.stop()
        replies, self._fetching = list(self._fetching), {}
        for reply in replies:
            reply.abort()

    def _connect(self, place: QUrl, connections: int) -> None:
        """Connections that are there already are no trouble; Qt opens what is missing."""
        for _ in range(connections):
            if place.scheme() == "https":
                security = QSslConfiguration.defaultConfiguration()
                security.setAllowedNextProtocols(
                    [QByteArray(b"h2"), QByteArray(b"http/1.1")]
                )  # else Qt would settle for HTTP/1.1
                self._access.connectToHostEncrypted(place.host(), place.port(443), security)
            else:
                self._access.connectToHost(place.host(), place.port(80))

    def _limit(self, received: int, total: int) -> None:
        reply = self.sender()
        if max(received, total) > LARGEST_BYTES and isinstance(reply, QNetworkReply):
            reply.setProperty("tooLarge", True)
            reply.abort()

    def _finished(self, reply: QNetworkReply) -> None:
        reply.deleteLater()
        fetch = self._fetching.pop(reply, None)
        if fetch is None:
            return
        host, answer, now = self._host(fetch.origin), _read(reply), monotonic()
        host.running -= 1
        if answer.verdict is Verdict.AWAY and host.heard_at > fetch.began:
            answer = Answer(Verdict.CUT, reason=answer.reason)  # others were answered meanwhile
        recovered = False
        if answer.verdict is Verdict.BUSY:
            retry_after = bytes(reply.rawHeader("Retry-After").data())
            host.refused(answer.reason, now, retry_after)
            self._await_pause_end()
        elif answer.verdict is Verdict.AWAY:
            host.away(answer.reason, now)
            self._await_pause_end()
        elif answer.verdict is not Verdict.CUT:
            host.many = bool(reply.attribute(HTTP2))
            recovered = host.heard(now)
        fetch.done(answer)
        if recovered:
            self.recovered.emit(fetch.origin)

    def _resume(self) -> None:
        self.room.emit()
        self._await_pause_end()

    def _await_pause_end(self) -> None:
        """Until the first pause ends; a timer that fires early simply waits once more."""
        now = monotonic()
        pauses = [host.paused_until - now for host in self._hosts.values() if host.paused_until > now]
        if pauses:
            self._pause_end.start(round(min(pauses) * 1000) + 1)

    def _host(self, origin: str) -> Host:
        host = self._hosts.get(origin)
        if host is None:  # over TLS it may speak HTTP/2; if not, Qt lets what is too much wait in order
            host = self._hosts[origin] = Host(many=origin.startswith("https:"))
        return host


def _read(reply: QNetworkReply) -> Answer:
    status, error = reply.attribute(STATUS), reply.error()
    if reply.property("tooLarge"):
        return Answer(Verdict.BAD, reason=f"the picture is larger than {LARGEST_BYTES // 2**20} MB")
    if status in REFUSALS:
        return Answer(Verdict.BUSY, reason=f"the picture host refuses ({status})")
    if status is None:
        silent = error is SILENT
        reason = "the picture host does not answer" if silent else "the picture host cannot be reached"
        return Answer(Verdict.AWAY, reason=reason)
    if status != 200:
        reason = "the picture is gone" if status == 404 else f"the picture host answered {status}"
        return Answer(Verdict.BAD, reason=reason)
    if error is not QNetworkReply.NetworkError.NoError:
        return Answer(Verdict.CUT, reason="the connection broke off")
    return Answer(Verdict.GOOD, bytes(reply.readAll().data()))
