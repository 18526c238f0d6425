"""Picture files, made by hand, drawn like goods or by Pillow, sound and otherwise."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image

from sourcing_desktop.sandbox.drawing.goods import draw
from sourcing_desktop.sandbox.drawing.look import Look, View


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    """The bytes of a file of that kind."""
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def bag(colour: str = "#30b330") -> Image.Image:
    """A bag in that colour, on which the market's picture search finds others."""
    drawn = draw(Look("tote_bag", 5, colour, "#22333b"), View.MAIN, 200)
    return Image.frombuffer("RGBA", (200, 200), bytes(drawn.constBits()), "raw", "BGRA").convert("RGB")


def png(width: int, height: int, pixel: bytes, depth: int = 8, rows: int | None = None) -> bytes:
    """A PNG of one colour, with all or the first of its rows, made without ever holding its pixels.

    `pixel` has 3 or 4 channels of `depth` bits.
    """
    colours = {3: 2, 4: 6}.get(len(pixel) * 8 // depth, 2)
    packer = zlib.compressobj(1)
    row = b"\0" + pixel * width
    pixels = b"".join(packer.compress(row) for _ in range(height if rows is None else rows)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in chunks)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def with_passes(jpeg: bytes, count: int) -> bytes:
    """The JPEG with its last pass repeated."""
    last = jpeg.rindex(b"\xff\xda")
    return jpeg[:-2] + jpeg[last:-2] * count + jpeg[-2:]
