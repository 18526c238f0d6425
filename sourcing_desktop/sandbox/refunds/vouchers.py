"""Pictures that prove what is wrong with the goods: uploaded once, then served like those of a picture host
(contract AA3)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
import sqlite3

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from sourcing_desktop.sandbox.door.codes import Code, Refused

LARGEST_VOUCHER = 1_000_000
"""Bytes (contract 1.8)."""
FOLDER = "img/voucher"


class Vouchers:
    """The uploaded pictures, by name."""

    def __init__(self, trade: sqlite3.Connection) -> None:
        self._trade = trade

    def keep(self, jpeg: bytes) -> str:
        """Keep a picture and answer its path, with leading slash."""
        name = hashlib.sha1(jpeg, usedforsecurity=False).hexdigest()
        with self._trade:
            self._trade.execute("INSERT OR IGNORE INTO voucher VALUES (?, ?)", (name, jpeg))
        return f"/{FOLDER}/{name}.jpg"

    async def answer(self, request: Request) -> Response:
        """Serve a picture that was uploaded."""
        name = str(request.path_params["name"]).removesuffix(".jpg")
        row = self._trade.execute("SELECT jpeg FROM voucher WHERE name = ?", (name,)).fetchone()
        if row is None:
            return PlainTextResponse("no such voucher", 404)
        return Response(row["jpeg"], media_type="image/jpeg")


def jpeg_of(text: str) -> bytes:
    """The picture in a base64 text; refused unless it is a JPEG of at most LARGEST_VOUCHER bytes."""
    from PIL import Image

    if len(text) > LARGEST_VOUCHER * 4 // 3 + 4:
        raise Refused(Code.TOO_LARGE, "imageData")
    try:
        jpeg = base64.b64decode(text, validate=True)
        with Image.open(io.BytesIO(jpeg), formats=("JPEG",)) as opened:
            opened.verify()
    except (binascii.Error, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise Refused(Code.BAD_PICTURE, "imageData") from error
    return jpeg
