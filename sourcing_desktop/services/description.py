"""The pictures in an offer's description, or in other HTML. Nothing else of it is taken over, and nothing of
it is run.

Reads tags alone, in time that grows with the length and no faster: `html.parser` takes minutes over a
megabyte of tags that nobody closes.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

MOST_PICTURES = 200
MOST_TAGS = 5_000
"""`img` tags looked at, also such as have no address."""

MOST_CHARACTERS = 1_000_000
"""More of a description than this is not read."""

SOURCES = ("data-lazyload-src", "data-lazy-src", "data-ks-lazyload", "data-src", "src")
"""Where a picture's address stands, the real one before a placeholder's."""

_SILENT = "script|style|iframe|object|template|noscript|textarea|title|xmp"
"""Elements whose content is not the description."""

_START = re.compile(rf"<(?:(!--)|({_SILENT})\b|img\b([^<>]*))", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    rf"""(?<![\w-])({"|".join(SOURCES)})\s{{0,9}}=\s{{0,9}}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""",
    re.IGNORECASE,
)


def description_pictures(source: str) -> tuple[str, ...]:
    """The addresses of the pictures in their order, each once; of the web only."""
    found: dict[str, None] = {}
    for sources in picture_sources(source[:MOST_CHARACTERS]):
        if address := next(filter(None, map(_web_address, sources)), ""):
            found[address] = None
        if len(found) == MOST_PICTURES:
            break
    return tuple(found)


def picture_sources(source: str) -> Iterator[tuple[str, ...]]:
    """Where each `img` of some HTML says its picture is, the real address before a placeholder's; of the
    first `MOST_TAGS`."""
    for tag in islice(_pictures(source), MOST_TAGS):
        attributes = {each[1].lower(): html.unescape(each[2] or each[3] or each[4] or "") for each in tag}
        yield tuple(filter(None, (attributes.get(name) for name in SOURCES)))


def _pictures(source: str) -> Iterator[Iterator[re.Match[str]]]:
    """The attributes of each `img` that stands neither in a comment nor in a silent element."""
    place = 0
    while (start := _START.search(source, place)) is not None:
        place = start.end()
        if start[1]:
            place = _behind(source, "-->", place)
        elif start[2]:
            place = _behind(source, f"</{start[2]}", place)
        else:
            yield _ATTRIBUTE.finditer(start[3])


def _behind(source: str, end: str, place: int) -> int:
    """Behind the next such end; behind everything where there is none."""
    found = re.compile(re.escape(end), re.IGNORECASE).search(source, place)
    return found.end() if found else len(source)


def _web_address(text: str) -> str:
    """The address with a scheme; empty for what is no address on the web."""
    text = "".join(text.split())
    if text.startswith("//"):
        text = f"https:{text}"
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    return text if parts.scheme in ("http", "https") and parts.netloc else ""
