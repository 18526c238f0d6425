"""ACS3-HMAC-SHA256, the signature of Alibaba Cloud's calls (contract upstream B). Knows no clock, no keyring
and no network: who signs and who checks give it what goes over the wire."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable

ALGORITHM = "ACS3-HMAC-SHA256"
CLOCK_WINDOW_SECONDS = 900
"""How far `x-acs-date` may be from the server's clock, either way."""

DATE = "%Y-%m-%dT%H:%M:%SZ"
"""The form of `x-acs-date`, which is UTC."""

Headers = Iterable[tuple[str, str]]


def content_hash(content: bytes) -> str:
    """What `x-acs-content-sha256` says of a body; an empty one has a hash too."""
    return hashlib.sha256(content).hexdigest()


def must_be_signed(name: str) -> bool:
    """Whether a header belongs under the signature; others may."""
    name = name.lower()
    return name in ("host", "content-type") or name.startswith("x-acs-")


def canonical_request(verb: str, path: str, query: str, headers: Headers, hashed_content: str) -> str:
    """The text that is signed. Path and query as they go over the wire, encoded already, the query sorted by
    name; `headers` are all that are signed."""
    merged = _merged(headers)
    lines = "".join(f"{name}:{value}\n" for name, value in merged.items())
    return "\n".join([verb.upper(), path or "/", query, lines, ";".join(merged), hashed_content])


def signature(canonical: str, secret: str) -> str:
    """The signature of a canonical request, in hexadecimal."""
    text = f"{ALGORITHM}\n{hashlib.sha256(canonical.encode()).hexdigest()}"
    return hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()


def authorization(key: str, headers: Headers, signed: str) -> str:
    """The `authorization` header of a signed request."""
    return f"{ALGORITHM} Credential={key},SignedHeaders={';'.join(_merged(headers))},Signature={signed}"


def _merged(headers: Headers) -> dict[str, str]:
    """Lower-case names in order, each with its values, trimmed and in order."""
    values: dict[str, list[str]] = {}
    for name, value in headers:
        values.setdefault(name.lower(), []).append(value.strip())
    return {name: ",".join(sorted(values[name])) for name in sorted(values)}
