"""Who may call LinkedMall and how often: signature, clock, nonce (contract upstream B) and rates (A1)."""

from __future__ import annotations

import hmac
import math
import re
import time
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import parse_qsl, quote

from starlette.requests import Request

from sourcing_desktop.contract.acs3 import (
    ALGORITHM,
    CLOCK_WINDOW_SECONDS,
    DATE,
    canonical_request,
    content_hash,
    must_be_signed,
    signature,
)
from sourcing_desktop.contract.linkedmall import OPERATIONS, VERSION
from sourcing_desktop.sandbox.clock import Clock
from sourcing_desktop.sandbox.door.gatekeeper import Keys
from sourcing_desktop.sandbox.door.nonces import Nonces
from sourcing_desktop.sandbox.linkedmall.denial import Denied

AUTHORIZATION = re.compile(rf"{ALGORITHM} Credential=([^,]*),SignedHeaders=([^,]*),Signature=([0-9a-f]*)")


class Rates:
    """How often each operation was called in the last second. `clock` counts seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.kept = True
        """Whether rates are kept; tests that ask a great deal let them go."""
        self._clock = clock
        self._calls = {
            name: deque[float](maxlen=operation.per_second) for name, operation in OPERATIONS.items()
        }

    def count(self, operation: str) -> None:
        """Count a call; Denied when there were too many."""
        calls, now = self._calls[operation], self._clock()
        if self.kept and len(calls) == calls.maxlen and now - calls[0] < 1:
            wait_ms = math.ceil((calls[0] + 1 - now) * 1000)
            raise Denied(400, "Throttling.Api", "Request was denied due to api flow control.", wait_ms)
        calls.append(now)


class MallGate:
    """Admits requests that are signed as documented."""

    def __init__(self, keys: Keys, clock: Clock) -> None:
        self._keys = keys
        self._clock = clock
        self._nonces = Nonces(clock, CLOCK_WINDOW_SECONDS)

    def admit(self, operation: str, request: Request, content: bytes) -> None:
        """Denied for a request that is not signed as documented."""
        match = AUTHORIZATION.fullmatch(request.headers.get("authorization", ""))
        if match is None:
            raise Denied(400, "IncompleteSignature", "The request signature does not conform to ACS3.")
        key, names, signed = match.groups()
        if key != self._keys.linkedmall_key:
            raise Denied(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.")
        self._check_headers(operation, request, names.split(";"))
        self._check_date(request.headers["x-acs-date"])
        expected = signature(_canonical(request, names.split(";"), content), self._keys.linkedmall_secret)
        if not hmac.compare_digest(signed, expected):
            raise Denied(400, "SignatureDoesNotMatch", "Specified signature does not match our calculation.")
        if not self._nonces.use(request.headers["x-acs-signature-nonce"]):
            raise Denied(400, "SignatureNonceUsed", "Specified signature nonce was used already.")

    def _check_headers(self, operation: str, request: Request, names: list[str]) -> None:
        needed = {"host", "x-acs-date", "x-acs-signature-nonce", "x-acs-content-sha256"}
        needed |= {name for name in request.headers if must_be_signed(name)}
        missing = sorted(name for name in needed if name not in names or name not in request.headers)
        if missing:
            raise Denied(400, "IncompleteSignature", f"Not signed: {', '.join(missing)}.")
        if request.headers.get("x-acs-action") != operation:
            raise Denied(404, "InvalidAction.NotFound", "Specified api is not found.")
        if request.headers.get("x-acs-version") != VERSION:
            raise Denied(400, "InvalidVersion", "Specified parameter Version is not valid.")

    def _check_date(self, text: str) -> None:
        try:
            moment = datetime.strptime(text, DATE).replace(tzinfo=UTC)
        except ValueError as error:
            raise Denied(400, "InvalidTimeStamp.Format", "Specified time stamp is not valid.") from error
        if abs((self._clock.now() - moment).total_seconds()) > CLOCK_WINDOW_SECONDS:
            raise Denied(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.")


def _canonical(request: Request, names: list[str], content: bytes) -> str:
    """What was signed, by what came: path and query encoded anew, every header that was named."""
    hashed = content_hash(content)
    if request.headers["x-acs-content-sha256"] != hashed:
        raise Denied(400, "SignatureDoesNotMatch", "The body does not have the hash that was sent.")
    path = request.scope["raw_path"].partition(b"?")[0].decode("latin-1")
    pairs = parse_qsl(request.scope["query_string"].decode("latin-1"), keep_blank_values=True)
    query = "&".join(f"{quote(name, safe='~')}={quote(value, safe='~')}" for name, value in sorted(pairs))
    headers = [(name, value) for name in names for value in request.headers.getlist(name)]
    return canonical_request(request.method, path, query, headers, hashed)
