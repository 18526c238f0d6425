"""Reads multipart forms, in which pictures may be uploaded (contract AA3)."""

from __future__ import annotations

import base64
import re

from sourcing_desktop.sandbox.door.call import Fields
from sourcing_desktop.sandbox.door.codes import Code, Refused

_BOUNDARY = re.compile(r'boundary="?([^";,]{1,70})"?')
_NAME = re.compile(rb'[; ]name="([^"]*)"')


def read_form(body: bytes, content_type: str) -> Fields:
    """The fields of a form; files as base64, which is how JSON bodies carry them."""
    boundary = _BOUNDARY.search(content_type)
    if boundary is None:
        raise Refused(Code.UNREADABLE)
    line = b"--" + boundary[1].encode("latin-1", "replace")
    values = {}
    for part in body.split(line)[1:-1]:
        head, _, content = part.partition(b"\r\n\r\n")
        if name := _NAME.search(head):
            content = content.removesuffix(b"\r\n")
            is_file = b'filename="' in head
            value = base64.b64encode(content).decode() if is_file else content.decode(errors="replace")
            values[name[1].decode(errors="replace")] = value
    return Fields(values)
