"""One signed HTTP exchange with a remote system, within limits of time and size. Tries nothing twice and does
not read what comes back, except for the other side's clock."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, Protocol
from urllib.parse import quote

import httpx

from sourcing_desktop import __version__
from sourcing_desktop.domain.account import Account, AccountKind
from sourcing_desktop.domain.errors import BadReply, NotFound, Unreachable
from sourcing_desktop.gateways.connection import (
    ACCEPTED,
    LOOK_FIRST,
    TooLarge,
    TooSlow,
    body_within,
    connection_error,
)
from sourcing_desktop.language import tr

REMEDY = tr("Check the network and the gateway's address in Account settings, and try again.")
USER_AGENT = f"sourcing-desktop/{__version__}"
HEADERS = ACCEPTED | {"accept": "*/*", "user-agent": USER_AGENT}

OPEN_PLACE = re.compile(r"\{(\w+)\}")
HIGHEST_PORT = 65_535

TURNS_TO_LET_GO = 3
"""Turns of the event loop in which closed connections let go of their sockets."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much. Times in seconds; `silence` is the longest wait for the next bytes.

    `slots` requests run at a time; it is less than `pool`, the connections (see Gate). A gateway that asks
    for more patience than `longest_pause` is not waited for.
    """

    connect: float = 10.0
    silence: float = 20.0
    whole_answer: float = 60.0
    most_bytes: int = 8_000_000
    slots: int = 4
    pool: int = 8
    tries: int = 3
    first_pause: float = 0.4
    longest_pause: float = 8.0


@dataclass(frozen=True, slots=True)
class Call:
    """One request, ready to be signed. `code` is its name in the contract; `path` is encoded already and
    begins with a slash."""

    code: str
    verb: str
    path: str
    query: Mapping[str, str]
    content: bytes | None
    writing: bool
    content_type: str = "application/json"


@dataclass(frozen=True, slots=True, repr=False)
class Signed:
    """What a signature adds to a call. Has no repr, so that it cannot reach a log by accident."""

    headers: Mapping[str, str]
    query: Mapping[str, str] = field(default_factory=dict)


class Signs(Protocol):
    """Signs calls, afresh for each try."""

    def sign(self, call: Call) -> Signed:
        """What makes the call ours. Raises SignInNeeded where keys are missing or cannot be sent."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer as it came. `retry_after` in seconds; `clock_offset` positive: our clock is ahead.
    `headers` have lower-case names."""

    call: str
    status: int
    content: bytes
    writing: bool = False
    location: str = ""
    retry_after: float | None = None
    clock_offset: timedelta | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def detail(self) -> str:
        return f"{self.call}: HTTP {self.status}, {len(self.content)} bytes"


def encoded_query(query: Mapping[str, str]) -> str:
    """The query as it goes over the wire: sorted by name, blanks as %20 (RFC 3986), which signatures need."""
    return "&".join(
        f"{quote(name, safe='~')}={quote(value, safe='~')}" for name, value in sorted(query.items())
    )


def filled_path(path: str, asked: dict[str, Any]) -> str:
    """The path with what is asked in its open places, such as `{refundId}`; what went there is asked no more.

    KeyError where it is missing. NotFound for an empty text and for dots, which would lead elsewhere.
    """
    return OPEN_PLACE.sub(lambda place: _step(place[1], str(asked.pop(place[1]))), path)


def _step(name: str, text: str) -> str:
    if text in ("", ".", ".."):
        raise NotFound(tr("Nothing has the {name} “{text}”.", name=name, text=text))
    return quote(text, safe="~")


class Exchange:
    """Sends signed requests of one account, each exactly once. `now` is Unix time in seconds."""

    def __init__(self, account: Account, signer: Signs, limits: Limits, now: Callable[[], float]) -> None:
        self._account = account
        self._signer = signer
        self._limits = limits
        self._patience = httpx.Timeout(limits.silence, connect=limits.connect, pool=limits.connect).as_dict()
        self._now = now
        self._client: httpx.AsyncClient | None = None
        self._retired: list[httpx.AsyncClient] = []
        self.clock_offset: timedelta | None = None
        """How far our clock is ahead of the gateway's, by its last answer; exact to about a second."""

    async def answer(self, call: Call) -> Answer:
        """Send the call; the answer as it came. Raises Unreachable, BadReply, SignInNeeded."""
        client = self._open_client()
        try:
            response = await client.send(self.request(call), stream=True)
            headers = dict(response.headers.items())  # looking into httpx's own is slow
            try:
                self._note_clock(headers)
                content = await self._content(response, call.writing)
            finally:
                await response.aclose()
        except httpx.PoolTimeout as error:
            self._retire(client)
            raise connection_error(error, tr("The gateway"), REMEDY, writing=call.writing) from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise connection_error(error, tr("The gateway"), REMEDY, writing=call.writing) from error
        return Answer(
            call=call.code,
            status=response.status_code,
            content=content,
            writing=call.writing,
            location=headers.get("location", ""),
            retry_after=self._retry_after(headers),
            clock_offset=self.clock_offset,
            headers=headers,
        )

    def request(self, call: Call) -> httpx.Request:
        """The call as it goes over the wire, signed now; sends nothing. Raises Unreachable for an address
        that is none, and SignInNeeded."""
        try:
            return self._signed_request(call)
        except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
            raise connection_error(error, tr("The gateway"), REMEDY, writing=call.writing) from error

    def _signed_request(self, call: Call) -> httpx.Request:
        signed = self._signer.sign(call)
        headers = {**HEADERS, **signed.headers}
        if call.content is not None:
            headers["content-type"] = call.content_type
        url = self._account.base_url.rstrip("/") + call.path
        if query := encoded_query({**call.query, **signed.query}):
            url = f"{url}?{query}"
        # Not the client's own way to build one, which merges and copies as long as sending takes.
        request = httpx.Request(
            call.verb, url, headers=headers, content=call.content, extensions={"timeout": self._patience}
        )
        if not request.url.host:
            raise httpx.UnsupportedProtocol(f"no host in {self._account.base_url}")
        if not 0 <= (request.url.port or 0) <= HIGHEST_PORT:
            raise httpx.InvalidURL(f"no port {request.url.port}")
        return request

    async def close(self) -> None:
        """Close every connection."""
        clients = [*self._retired, *filter(None, [self._client])]
        self._retired, self._client = [], None
        for client in clients:
            await client.aclose()
        for _ in range(TURNS_TO_LET_GO):
            await asyncio.sleep(0)

    async def _content(self, response: httpx.Response, writing: bool) -> bytes:
        limits = self._limits
        try:
            return await body_within(response, limits.most_bytes, limits.whole_answer)
        except TooLarge as error:
            size = f"{limits.most_bytes / 1e6:g}"
            what = tr("The gateway's answer is larger than {size} MB and was cut off.", size=size)
            remedy = LOOK_FIRST if writing else tr("Check the gateway's address in Account settings.")
            raise BadReply(f"{what} {remedy}") from error
        except TooSlow as error:
            remedy = LOOK_FIRST if writing else REMEDY
            late = tr("The gateway did not answer in time.")
            raise Unreachable(f"{late} {remedy}", sent=True) from error

    def _open_client(self) -> httpx.AsyncClient:
        if self._client is None:
            limits = self._limits
            self._client = httpx.AsyncClient(
                limits=httpx.Limits(max_connections=limits.pool),
                follow_redirects=False,
                # A proxy of the office must not stand between the program and its own sandbox.
                trust_env=self._account.kind is not AccountKind.SANDBOX,
            )
        return self._client

    def _retire(self, client: httpx.AsyncClient) -> None:
        """Leave a client whose pool is stuck. It is closed at the end: others may still be waiting in it."""
        if client is self._client:
            self._retired.append(client)
            self._client = None

    def _note_clock(self, headers: Mapping[str, str]) -> None:
        moment = _http_date(headers.get("date", ""))
        if moment is not None:
            self.clock_offset = datetime.fromtimestamp(self._now(), UTC) - moment

    def _retry_after(self, headers: Mapping[str, str]) -> float | None:
        """Seconds to wait, from a number of seconds or a date on the gateway's clock."""
        text = headers.get("retry-after", "").strip()
        if text.isdecimal():
            return float(text)
        until, gateway_now = _http_date(text), _http_date(headers.get("date", ""))
        if until is None or gateway_now is None:
            return None
        return max(0.0, (until - gateway_now).total_seconds())


def _http_date(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
