"""Picture bytes over HTTP, politely: few requests at a time, and a pause for a host that has had enough.

Knows nothing of pictures beyond "bytes at an address"; who is fetched first is the loader's business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtNetwork import (
    QHttp1Configuration,
    QNetworkAccessManager,
    QNetworkReply,
    QNetworkRequest,
)

from sourcing_desktop.language import tr
from sourcing_desktop.pictures.answer import Answer, Verdict, pause_asked, without_picture
from sourcing_desktop.pictures.fetches import Fetch
from sourcing_desktop.pictures.hosts import CONNECTIONS, Host
from sourcing_desktop.pictures.renditions import origin_of

LARGEST_BYTES = 20 * 2**20
"""Of one picture."""

ENOUGH_BYTES = 32 * 2**20
MOST_BYTES = 64 * 2**20
"""Of all pictures on their way: with enough no more is asked for, above the most the largest is ended."""

LOOK_EVERY_MS = 200
"""For what is slow, silent or not wanted any more."""

WARM_HOSTS = 4
WARM_FOR_S = 3600.0
"""So many hosts, heard within that time, are worth a connection before anything is asked of them."""

STATUS = QNetworkRequest.Attribute.HttpStatusCodeAttribute
HTTP2 = QNetworkRequest.Attribute.Http2WasUsedAttribute
LENGTH = QNetworkRequest.KnownHeaders.ContentLengthHeader


class PictureNetwork(QObject):
    """Fetches addresses: of each host a few at a time, many where the host speaks HTTP/2."""

    room = Signal()
    """A host may be asked that had no room: its pause is over, or what it is asked for has become slow."""

    recovered = Signal(str)
    """The origin answers again after a time of trouble."""

    def __init__(self, referer: str, parent: QObject) -> None:
        super().__init__(parent)
        self._usual = QNetworkRequest()
        self._usual.setRawHeader(b"Accept", b"image/avif,image/webp,image/*;q=0.8")
        if referer:
            self._usual.setRawHeader(b"Referer", referer.encode())
        http1 = QHttp1Configuration()
        http1.setNumberOfConnectionsPerHost(CONNECTIONS + CONNECTIONS // 2)
        self._usual.setHttp1Configuration(http1)
        self._access = QNetworkAccessManager(self)
        self._access.finished.connect(self._finished)
        self._hosts: dict[str, Host] = {}
        self._fetching: dict[QNetworkReply, Fetch] = {}
        self._received = 0  # bytes of all of them
        self._pause_end = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._pause_end.timeout.connect(self._resume)
        self._look = QTimer(self, interval=LOOK_EVERY_MS)
        self._look.timeout.connect(self._look_after_all)

    def has_room(self, origin: str) -> bool:
        """Whether `fetch` may be called now for an address there."""
        now = monotonic()
        slow = sum(fetch.slow(now) for _, fetch in self._of(origin))
        return self._received < ENOUGH_BYTES and self._host(origin).has_room(now, slow)

    def make_room(self, origin: str) -> None:
        """Others wait for that origin: end what nobody wants any more, unless it has only begun."""
        if not self.has_room(origin):
            now = monotonic()
            for reply, fetch in [*self._of(origin)]:
                if fetch.unwanted(now):
                    self._end(reply, Answer(Verdict.DROPPED, reason=tr("nobody wants the picture any more")))

    def given_up(self, origin: str) -> str:
        """Why nobody should wait for that origin now, in words for the buyer; empty while one should."""
        return self._host(origin).given_up(monotonic())

    def doubted(self, origin: str) -> bool:
        """Whether the next picture from there had better be an original."""
        return self._host(origin).doubted()

    def pause_end(self, origin: str) -> float:
        """When the last pause of that origin ends or ended, by the monotonic clock."""
        return self._host(origin).paused_until

    def fetch(self, address: str, done: Callable[[Answer], None], wanted: Callable[[], bool]) -> None:
        """Ask for an address of http or https, and call `done` with the answer, once."""
        origin = origin_of(address)
        request = QNetworkRequest(self._usual)
        request.setUrl(QUrl(address))
        self._host(origin).running += 1
        reply = self._access.get(request)
        # Not `sender()`: it takes a lock of Qt's with Python's own held, and the decoders' threads want both.
        reply.downloadProgress.connect(partial(self._progress, reply))
        self._fetching[reply] = Fetch(origin, monotonic(), done, wanted)
        if not self._look.isActive():
            self._look.start()

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
        self._look.stop()
        replies, self._fetching = list(self._fetching), {}
        for reply in replies:
            reply.abort()

    def _connect(self, place: QUrl, connections: int) -> None:
        """Connections that are there already are no trouble; Qt opens what is missing.

        These are the requests that Qt's own connectToHost makes; but that one would leave the host at six
        connections for good.
        """
        request = QNetworkRequest(self._usual)
        place.setPort(place.port(443 if place.scheme() == "https" else 80))
        place.setScheme(f"preconnect-{place.scheme()}")
        request.setUrl(place)
        for _ in range(connections):
            self._access.get(request)

    def _progress(self, reply: QNetworkReply, received: int, total: int) -> None:
        if reply not in self._fetching:
            return
        if max(received, total) > LARGEST_BYTES:
            reason = tr("the picture is larger than {size} MB", size=LARGEST_BYTES // 2**20)
            self._end(reply, Answer(Verdict.TOO_LARGE, reason=reason))
        else:
            self._came(reply, received)

    def _came(self, reply: QNetworkReply, received: int) -> None:
        """So many bytes of it are here."""
        fetch = self._fetching[reply]
        if received > fetch.received:
            self._received += received - fetch.received
            fetch.received = received
            fetch.moved_at = self._host(fetch.origin).moved_at = monotonic()
        if self._received > MOST_BYTES:
            largest, _ = max(self._fetching.items(), key=lambda each: each[1].received)
            self._end(largest, Answer(Verdict.DROPPED, reason=tr("other pictures come first")))

    def _look_after_all(self) -> None:
        for reply in [*self._fetching]:
            if reply in self._fetching:
                self._came(reply, reply.bytesAvailable())  # Qt does not tell of all at once
        now = monotonic()
        for reply, fetch in [*self._fetching.items()]:
            if fetch.overdue(self._host(fetch.origin), now):
                self._end(reply, _overdue(reply))
        if not self._fetching:
            self._look.stop()
        self.room.emit()

    def _end(self, reply: QNetworkReply, answer: Answer) -> None:
        if fetch := self._fetching.get(reply):
            fetch.ended = answer
            reply.abort()

    def _finished(self, reply: QNetworkReply) -> None:
        reply.deleteLater()
        fetch = self._fetching.pop(reply, None)
        if fetch is None:
            return
        host, now = self._host(fetch.origin), monotonic()
        answer = fetch.ended or _read(reply, others_answered=host.heard_at > fetch.began)
        if answer.verdict is Verdict.AWAY and host.heard_at > fetch.began:
            answer = replace(answer, verdict=Verdict.CUT)
        host.running -= 1
        self._received -= fetch.received
        recovered = self._learn(host, answer, now, many=bool(reply.attribute(HTTP2)))
        fetch.done(answer)
        if recovered:
            self.recovered.emit(fetch.origin)

    def _learn(self, host: Host, answer: Answer, now: float, many: bool) -> bool:
        """What the answer says of its host; tells whether a time of trouble has ended."""
        match answer.verdict:
            case Verdict.BUSY | Verdict.REFUSED:
                host.refused(answer.reason, now, answer.pause_s)
            case Verdict.AWAY:
                host.away(answer.reason, now)
            case Verdict.CUT:
                host.cut(answer.reason, now)
            case Verdict.GOOD | Verdict.BAD | Verdict.TOO_LARGE:
                host.many = many
                return host.heard(now)
        self._await_pause_end()
        return False

    def _resume(self) -> None:
        self.room.emit()
        self._await_pause_end()

    def _await_pause_end(self) -> None:
        """Until the first pause ends; a timer that fires early simply waits once more."""
        now = monotonic()
        pauses = [host.paused_until - now for host in self._hosts.values() if host.paused_until > now]
        if pauses:
            self._pause_end.start(round(min(pauses) * 1000) + 1)

    def _of(self, origin: str) -> Iterator[tuple[QNetworkReply, Fetch]]:
        return ((reply, fetch) for reply, fetch in self._fetching.items() if fetch.origin == origin)

    def _host(self, origin: str) -> Host:
        host = self._hosts.get(origin)
        if host is None:  # over TLS it may speak HTTP/2; if not, Qt lets what is too much wait in order
            host = self._hosts[origin] = Host(many=origin.startswith("https:"))
        return host


def _read(reply: QNetworkReply, others_answered: bool) -> Answer:
    status = reply.attribute(STATUS)
    if status is None:
        return Answer(Verdict.AWAY, reason=tr("the picture host cannot be reached"))
    if status != 200:
        retry_after, date = (bytes(reply.rawHeader(name).data()) for name in ("Retry-After", "Date"))
        return without_picture(status, others_answered, pause_asked(retry_after, date))
    data, length = bytes(reply.readAll().data()), reply.header(LENGTH)
    whole = not length or len(data) >= length  # Qt does not mind where the host said that it would hang up
    if not whole or reply.error() is not QNetworkReply.NetworkError.NoError:
        return Answer(Verdict.CUT, reason=tr("the connection broke off"))
    return Answer(Verdict.GOOD, data)


def _overdue(reply: QNetworkReply) -> Answer:
    if reply.attribute(STATUS) is None:
        return Answer(Verdict.AWAY, reason=tr("the picture host does not answer"))
    return Answer(Verdict.CUT, reason=tr("the picture host stopped half-way"))
