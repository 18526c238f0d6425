"""The ids of the market in the forms the contract shows (1.10). Equal parts give equal ids."""

from __future__ import annotations

import base64
import hashlib


def _digest(*parts: object) -> bytes:
    text = "\x1f".join(str(part) for part in parts)
    return hashlib.blake2b(text.encode(), digest_size=16, person=b"market").digest()


def digits(count: int, *parts: object, lead: str = "") -> str:
    """`count` decimal digits that begin with `lead` and never with a zero."""
    number = int.from_bytes(_digest(count, lead, *parts), "big")
    room = count - len(lead)
    if lead:
        return f"{lead}{number % 10**room:0{room}d}"
    return str(10 ** (room - 1) + number % (9 * 10 ** (room - 1)))


def opaque(*parts: object) -> str:
    """22 URL-safe characters: a v2 map id."""
    return base64.urlsafe_b64encode(_digest("opaque", *parts)).decode().rstrip("=")


def open_id(*parts: object) -> str:
    """25 letters and digits beginning with `BBB`: an encrypted shop id."""
    text = base64.b64encode(_digest("open", *parts)).decode().rstrip("=")
    return "BBB" + text.replace("+", "2").replace("/", "7")


def hexadecimal(*parts: object) -> str:
    """32 lower-case hex digits: a spec id."""
    return _digest("spec", *parts).hex()
