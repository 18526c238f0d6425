"""A file as a web form carries it (multipart/form-data, RFC 7578)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Upload:
    """The body of a request and the type that says where its parts begin."""

    content: bytes
    content_type: str


def jpeg_upload(field: str, jpeg: bytes) -> Upload:
    """A form whose only field is a JPEG."""
    boundary = secrets.token_hex(16)
    head = (
        f"--{boundary}\r\n"
        f'Content-Disposition: form-data; name="{field}"; filename="{field}.jpg"\r\n'
        "Content-Type: image/jpeg\r\n\r\n"
    )
    content = head.encode() + jpeg + f"\r\n--{boundary}--\r\n".encode()
    return Upload(content, f"multipart/form-data; boundary={boundary}")
