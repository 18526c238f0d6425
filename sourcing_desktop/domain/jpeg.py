"""What is wrong with a JPEG that shows before it is unpacked. Knows no pixels."""

from __future__ import annotations

import re
from enum import Enum, auto

MOST_SCANS, MOST_SEGMENTS = 30, 2000
"""Usual are 10 scans at most; a crafted file of 355 kB with 1,000 of them took half a minute."""

START = b"\xff\xd8\xff"

MARK = re.compile(rb"\xff([^\x00\xff\xd0-\xd7])")
"""A marker, and none of what stands inside a scan: stuffing, filling, restarts."""


class JpegFault(Enum):
    """The end is missing, or it is made to take for ever."""

    CUT_SHORT = auto()
    ENDLESS = auto()


def jpeg_fault(data: bytes) -> JpegFault | None:
    """The fault of what begins as a JPEG does, None of anything else.

    Goes from segment to segment by their lengths: what a thumbnail or a comment holds says nothing.
    """
    if not data.startswith(START):
        return None
    at, scans = 2, 0
    for _ in range(MOST_SEGMENTS):
        found = MARK.search(data, at)
        if found is None:
            return JpegFault.CUT_SHORT
        mark, at = found[1], found.end()
        if mark == b"\xd9":
            return None
        scans += mark == b"\xda"
        if scans > MOST_SCANS:
            break
        at += int.from_bytes(data[at : at + 2], "big")
    return JpegFault.ENDLESS
