"""What every exchange over httpx needs: a body within limits, and failures in the domain's errors."""

from __future__ import annotations

import time
import zlib

import httpx

from sourcing_desktop.domain.errors import BadReply, SourcingError, Unreachable
from sourcing_desktop.language import tr

NOT_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.LocalProtocolError,
    httpx.UnsupportedProtocol,
    httpx.InvalidURL,
)
"""What happens before a byte of the request has left."""

WORTH_ANOTHER_TRY = (httpx.NetworkError, httpx.RemoteProtocolError, httpx.ConnectTimeout, httpx.PoolTimeout)
"""Failures that often pass by themselves; a peer that is merely slow is not among them."""


ACCEPTED = {"accept-encoding": "gzip"}
"""The header that asks for no other packing than `body_within` understands."""


LOOK_FIRST = tr("It may have been done all the same. Look before you do it again.")
"""What to do when nobody knows what became of a change; never to try again."""


class TooLarge(Exception):
    """The body is larger than allowed."""


class TooSlow(Exception):
    """The body takes longer than allowed."""


async def body_within(response: httpx.Response, most_bytes: int, seconds: float) -> bytes:
    """The body of a streamed response, unpacked. Raises TooLarge, TooSlow, and what httpx raises.

    Unpacks by itself, because httpx would unpack a small body of any size once opened. A body that is given
    up is closed first and then read to its end: generators of httpx that are left half-way would be ended
    by the garbage collector, which cannot await.
    """
    deadline = time.monotonic() + seconds
    body = bytearray()
    excess: TooLarge | TooSlow | None = None
    try:
        async for part in response.aiter_raw():
            if excess is not None:
                continue
            body += part
            if len(body) > most_bytes:
                excess = TooLarge()
            elif time.monotonic() > deadline:
                excess = TooSlow()
            if excess is not None:
                await response.aclose()
    except httpx.HTTPError:
        if excess is None:
            raise
    if excess is not None:
        raise excess
    return _unpacked(bytes(body), response.headers.get("content-encoding", "").strip().lower(), most_bytes)


def _unpacked(body: bytes, encoding: str, most_bytes: int) -> bytes:
    if encoding in ("", "identity") or not body:
        return body
    if encoding != "gzip":
        raise httpx.DecodingError(f"content-encoding {encoding}")
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)  # with gzip's header
    try:
        unpacked = unpacker.decompress(body, most_bytes)
    except zlib.error as error:
        raise httpx.DecodingError(str(error)) from error
    if unpacker.unconsumed_tail:
        raise TooLarge
    return unpacked


def connection_error(
    error: httpx.HTTPError | httpx.InvalidURL, whom: str, remedy: str, *, writing: bool = False
) -> SourcingError:
    """The domain's error for a failed exchange with `whom` ("The gateway"); `remedy` is what to check.
    `writing`: something was to be changed."""
    detail = f"{type(error).__name__}: {error}"
    if isinstance(error, httpx.DecodingError):
        packed = tr("{whom} sent an answer that cannot be unpacked.", whom=whom)
        remedy = LOOK_FIRST if writing else tr("Try again.")
        return BadReply(f"{packed} {remedy}", detail=detail)
    sent = not isinstance(error, NOT_SENT)
    remedy = LOOK_FIRST if sent and writing else remedy
    return Unreachable(f"{_what_happened(error, whom)} {remedy}", sent=sent, detail=detail)


def _what_happened(error: httpx.HTTPError | httpx.InvalidURL, whom: str) -> str:
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol):
        return tr("{whom} cannot be asked, because its address is no web address.", whom=whom)
    if isinstance(error, httpx.ConnectError) and "CERTIFICATE" in str(error).upper():
        return tr("{whom} could not prove its identity, so nothing was sent.", whom=whom)
    if isinstance(error, httpx.ProxyError):
        return tr("{whom} cannot be reached through this computer's proxy.", whom=whom)
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout):
        return tr("{whom} cannot be reached.", whom=whom)
    if isinstance(error, httpx.PoolTimeout):
        return tr("{whom} could not be asked, because all connections are taken.", whom=whom)
    if isinstance(error, httpx.TimeoutException):
        return tr("{whom} did not answer in time.", whom=whom)
    return tr("{whom} cut the connection before its answer was complete.", whom=whom)
