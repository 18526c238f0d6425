"""The PandaPon request signature (contract 1.3: taken from client code, not documented)."""

from __future__ import annotations

import hashlib

CLOCK_WINDOW_SECONDS = 600
"""How far a request's timestamp may be from the gateway's clock, either way (contract 1.4)."""


def signature(access_key: str, timestamp: str, nonce: str, secret: str) -> str:
    """Upper-case hex MD5 of key, time, nonce and secret, joined without separators, exactly as sent."""
    text = f"{access_key}{timestamp}{nonce}{secret}"
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest().upper()
