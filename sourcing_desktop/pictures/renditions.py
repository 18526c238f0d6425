"""The address of a small rendition of a product picture, one function per host family.

The rules are those of contract upstream C11. Knows addresses only: nothing here is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urlsplit, urlunsplit

APPENDED_SIDES = (60, 80, 100, 150, 220, 310, 400)
CARD_OR_LARGER = (220, 310, 400)
DOTTED_SIDES = (60, 80, 220, 310, 400)  # cbu01 offers about 100 and 150 px under words, not numbers

DOTTED_HOSTS = re.compile(r"cbu\d*\.alicdn\.com")
APPENDED_HOSTS = re.compile(r"(img|gw|gd\d*|ae\d*|sc\d*)\.alicdn\.com")
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})

PICTURE = re.compile(r"\.(jpg|jpeg|png|webp)$", re.IGNORECASE)
"""What has renditions; a GIF has none, nor has what a query makes."""

PLAIN = re.compile(r"https?://[^\s?#]+")
"""An address with nothing to add and nothing to drop, as most are."""

SURROGATE = re.compile(r"[\ud800-\udfff]")
"""Half a character: bytes cannot be made of it."""

RENDITION = re.compile(r"\.(\d+x\d+|search|summ)\.\w+$|\.(jpg|jpeg|png|webp|gif)_[^/]*$", re.IGNORECASE)
"""A path that names a rendition already."""


@lru_cache(maxsize=8192)
def rendition(url: str, side_px: int) -> str:
    """The address of the smallest rendition of at least `side_px`, or the original where there is none."""
    address = original(url)
    if "?" in address or not PICTURE.search(address) or RENDITION.search(address):
        return address
    family = _family(origin_of(address))
    if family is DOTTED_HOSTS or (family is LOOPBACK and "/img/ibank/" in address):
        return dotted(address, side_px)
    if family is APPENDED_HOSTS or (family is LOOPBACK and "/imgextra/" in address):
        return appended(address, side_px)
    return address


def larger(url: str, side_px: int) -> Iterator[str]:
    """The addresses of larger renditions than that, the smallest first, and of the original."""
    found = rendition(url, side_px)
    for side in (side + 1 for side in APPENDED_SIDES if side >= side_px):
        before, found = found, rendition.__wrapped__(url, side)  # seldom asked for: not worth remembering
        if found != before:
            yield found


def every(url: str) -> Iterator[str]:
    """The addresses of all renditions and the original: those as large as on a card or larger come first, the
    smallest before; then what is smaller, the largest before."""
    sides = [*CARD_OR_LARGER, APPENDED_SIDES[-1] + 1, *reversed(APPENDED_SIDES)]
    return iter(dict.fromkeys(rendition.__wrapped__(url, side) for side in sides))


@lru_cache(maxsize=256)
def _family(origin: str) -> object:
    """What kind of picture host that is; None for one of which nothing is known."""
    host = urlsplit(origin).hostname or ""
    if host in LOOPBACK:
        return LOOPBACK
    return next((family for family in (DOTTED_HOSTS, APPENDED_HOSTS) if family.fullmatch(host)), None)


def origin_of(address: str) -> str:
    """Scheme, host and port, as in `https://cbu01.alicdn.com`; empty for what no host on the web serves."""
    if not address.isascii() and SURROGATE.search(address):
        return ""
    return _origin("/".join(address.split("/", 3)[:3]))


@lru_cache(maxsize=256)
def _origin(place: str) -> str:
    """Of an address without its path: there are few of them."""
    try:
        parts = urlsplit(place)
        port = "" if parts.port is None else f":{parts.port}"  # ValueError for what is no port
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}{port}"


@lru_cache(maxsize=8192)
def original(url: str) -> str:
    """The address as it is fetched: with a scheme, and without the `__r__` query of detail pages."""
    if PLAIN.fullmatch(url):
        return url
    try:
        parts = urlsplit(url.strip())
    except ValueError:  # as in http://[
        return url
    query = "" if parts.query.startswith("__r__=") else parts.query
    return urlunsplit((parts.scheme or "https", parts.netloc, parts.path, query, ""))


def dotted(address: str, side_px: int) -> str:
    """cbu01: the size stands before the extension, `X.jpg` -> `X.220x220.jpg`."""
    side = _smallest(DOTTED_SIDES, side_px)
    return PICTURE.sub(rf".{side}x{side}.\1", address) if side else address


def appended(address: str, side_px: int) -> str:
    """img, gw, gd, ae, sc: the size is appended, `X.jpg` -> `X.jpg_220x220.jpg`."""
    side = _smallest(APPENDED_SIDES, side_px)
    return f"{address}_{side}x{side}.jpg" if side else address


def _smallest(sides: tuple[int, ...], wanted: int) -> int | None:
    return next((side for side in sides if side >= wanted), None)
