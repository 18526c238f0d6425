"""Picture bytes over HTTP, politely: few connections per host, and a pause when a host has had enough.

Knows nothing of pictures beyond "bytes at an address"; who is fetched first is the loader's business.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

from sourcing_desktop.pictures.answer import Answer, Verdict
from sourcing_desktop.pictures.renditions import host_of

CONNECTIONS_PER_HOST = 6
LARGEST_BYTES = 20 * 2**20
TIMEOUT_MS = 20_000
REFUSALS = (403, 420, 429)
"""What picture hosts answer to those who ask too much (contract upstream D5)."""

FIRST_PAUSE_S = 1.0
LONGEST_PAUSE_S = 60.0

STATUS = QNetworkRequest.Attribute.HttpStatusCodeAttribute


@dataclass(slots=True)
class _Host:
    running: int = 0
    refusals: int = 0
    paused_until: float = 0.0


class PictureNetwork(QObject):
    """Fetches addresses, at most six per host at a time."""

    room = Signal()
    """A host that was paused may be asked again."""

    def __init__(self, referer: str, parent: QObject) -> None:
        super().__init__(parent)
        self._referer = referer.encode()
        self._access = QNetworkAccessManager(self)
        self._access.finished.connect(self._finished)
        self._hosts: dict[str, _Host] = {}
        self._fetching: dict[QNetworkReply, Callable[[Answer], None]] = {}
        self._pause_end = QTimer(self, singleShot=True)
        self._pause_end.timeout.connect(self._resume)

    def has_room(self, name: str) -> bool:
        """Whether `fetch` may be called now for an address of that host."""
        host = self._hosts.setdefault(name, _Host())
        return host.running < CONNECTIONS_PER_HOST and monotonic() >= host.paused_until

    def fetch(self, address: str, done: Callable[[Answer], None]) -> None:
        """Ask for the address and call `done` with the answer, once."""
        request = QNetworkRequest(QUrl(address))
        request.setTransferTimeout(TIMEOUT_MS)
        request.setRawHeader(b"Accept", b"image/avif,image/webp,image/*;q=0.8")
        if self._referer:
            request.setRawHeader(b"Referer", self._referer)
        self._host(address).running += 1
        reply = self._access.get(request)
        reply.downloadProgress.connect(self._limit)
        self._fetching[reply] = done

    def close(self) -> None:
        """Drop everything under way; no `done` is called any more."""
        self._pause_end.stop()
        replies, self._fetching = list(self._fetching), {}
        for reply in replies:
            reply.abort()

    def _limit(self, received: int, total: int) -> None:
        reply = self.sender()
        if max(received, total) > LARGEST_BYTES and isinstance(reply, QNetworkReply):
            reply.setProperty("tooLarge", True)
            reply.abort()

    def _finished(self, reply: QNetworkReply) -> None:
        reply.deleteLater()
        done = self._fetching.pop(reply, None)
        if done is None:
            return
        host = self._host(reply.request().url().toString())
        host.running -= 1
        answer = _read(reply)
        if answer.verdict is Verdict.BUSY:
            self._pause(host, bytes(reply.rawHeader("Retry-After").data()))
        elif answer.verdict is Verdict.GOOD:
            host.refusals = 0
        done(answer)

    def _pause(self, host: _Host, retry_after: bytes) -> None:
        """Leave the host alone: twice as long each time, and at least as long as it asks for."""
        now = monotonic()
        if now < host.paused_until:
            return  # this answers what was under way already, and counts once
        pause = FIRST_PAUSE_S * 2**host.refusals
        if retry_after.isdigit():
            pause = max(pause, float(retry_after))
        host.paused_until = now + min(pause, LONGEST_PAUSE_S)
        host.refusals += 1
        self._await_pause_end()

    def _resume(self) -> None:
        self.room.emit()
        self._await_pause_end()

    def _await_pause_end(self) -> None:
        """Until the first pause ends; a timer that fires early simply waits once more."""
        now = monotonic()
        pauses = [host.paused_until - now for host in self._hosts.values() if host.paused_until > now]
        if pauses:
            self._pause_end.start(round(min(pauses) * 1000) + 1)

    def _host(self, address: str) -> _Host:
        return self._hosts.setdefault(host_of(address), _Host())


def _read(reply: QNetworkReply) -> Answer:
    status = reply.attribute(STATUS)
    if reply.property("tooLarge"):
        return Answer(Verdict.BAD, reason=f"the picture is larger than {LARGEST_BYTES // 2**20} MB")
    if status in REFUSALS:
        return Answer(Verdict.BUSY, reason=f"the picture host refuses ({status})")
    if status is None:
        return Answer(Verdict.AWAY, reason="the picture host cannot be reached")
    if status != 200:
        reason = "the picture is gone" if status == 404 else f"the picture host answered {status}"
        return Answer(Verdict.BAD, reason=reason)
    if reply.error() is not QNetworkReply.NetworkError.NoError:
        return Answer(Verdict.AWAY, reason="the connection broke off")
    return Answer(Verdict.GOOD, bytes(reply.readAll().data()))
