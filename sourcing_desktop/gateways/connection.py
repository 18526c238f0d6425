"""Says in the domain's errors what httpx says when a connection fails."""

from __future__ import annotations

import httpx

from sourcing_desktop.domain.errors import BadReply, SourcingError, Unreachable

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


def connection_error(error: httpx.HTTPError | httpx.InvalidURL, whom: str, remedy: str) -> SourcingError:
    """The domain's error for a failed exchange with `whom` ("The gateway"); `remedy` is what to check."""
    detail = f"{type(error).__name__}: {error}"
    if isinstance(error, httpx.DecodingError):
        return BadReply(f"{whom} sent an answer that cannot be unpacked. Try again.", detail=detail)
    sent = not isinstance(error, NOT_SENT)
    return Unreachable(f"{whom} {_what_happened(error)}. {remedy}", sent=sent, detail=detail)


def _what_happened(error: httpx.HTTPError | httpx.InvalidURL) -> str:
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol):
        return "cannot be asked, because its address is no web address"
    if isinstance(error, httpx.ConnectError) and "CERTIFICATE" in str(error).upper():
        return "could not prove its identity, so nothing was sent"
    if isinstance(error, httpx.ProxyError):
        return "cannot be reached through this computer's proxy"
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout):
        return "cannot be reached"
    if isinstance(error, httpx.PoolTimeout):
        return "could not be asked, because all connections are taken"
    if isinstance(error, httpx.TimeoutException):
        return "did not answer in time"
    return "cut the connection before its answer was complete"
