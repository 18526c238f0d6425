"""Bytes of any origin end as a picture of the exact size, or as one sentence."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image
from PySide6.QtGui import QColor, QImage

from sourcing_desktop.pictures.decode import BrokenPicture, decode

RED, BLUE = (200, 30, 30), (30, 30, 200)


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def noise(mode: str = "RGB") -> Image.Image:
    return Image.effect_noise((300, 200), 90).convert(mode)


def plain(width: int, height: int, colour: object = RED, mode: str = "RGB") -> Image.Image:
    return Image.new(mode, (width, height), colour)


def near(image: QImage, x: int, y: int, colour: tuple[int, int, int]) -> bool:
    found = QColor(image.pixel(x, y))
    return all(abs(a - b) < 12 for a, b in zip(found.getRgb()[:3], colour, strict=True))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "BMP", "GIF", "AVIF"])
def test_every_kind_is_read_at_the_exact_size(kind):
    image = decode(encoded(plain(300, 200), kind), 120)
    assert (image.width(), image.height()) == (120, 80)
    assert image.format() == QImage.Format.Format_RGB32
    assert near(image, 60, 40, RED)


@pytest.mark.parametrize(("width", "height"), [(1, 1), (3000, 1), (1, 3000)])
def test_tiny_and_thin_pictures(width, height):
    image = decode(encoded(plain(width, height), "PNG"), 100)
    assert max(image.width(), image.height()) == 100
    assert min(image.width(), image.height()) >= 1
    assert near(image, 0, 0, RED)


def test_transparent_parts_become_white():
    image = decode(encoded(plain(40, 40, (0, 0, 0, 0), "RGBA"), "PNG"), 40)
    assert near(image, 20, 20, (255, 255, 255))


def test_a_transparent_avif_becomes_white_too():
    image = decode(encoded(plain(40, 40, (0, 0, 0, 0), "RGBA"), "AVIF"), 40)
    assert near(image, 20, 20, (255, 255, 255))


def test_an_animation_shows_its_first_frame():
    data = encoded(plain(40, 40), "GIF", save_all=True, append_images=[plain(40, 40, BLUE)], duration=50)
    assert near(decode(data, 40), 20, 20, RED)


def test_cmyk_colours_are_right():
    cyan_and_magenta = plain(64, 64, (0, 220, 220, 20), "CMYK")
    assert near(decode(encoded(cyan_and_magenta, "JPEG"), 64), 32, 32, (235, 32, 32))


def test_sixteen_bits_of_grey():
    image = decode(encoded(plain(40, 40, 51400, "I;16"), "PNG"), 40)
    assert image.format() == QImage.Format.Format_RGB32
    assert near(image, 20, 20, (200, 200, 200))


def test_the_camera_was_turned():
    exif = Image.Exif()
    exif[0x0112] = 6
    data = encoded(plain(200, 100), "JPEG", exif=exif)
    image = decode(data, 100)
    assert (image.width(), image.height()) == (50, 100)


def png_bomb(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 100_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "AVIF"])
def test_a_picture_cut_short_is_broken(kind):
    data = encoded(noise(), kind)
    with pytest.raises(BrokenPicture, match=r"cut short|damaged"):
        decode(data[: len(data) // 2], 100)


def test_a_jpeg_with_a_thumbnail_inside_is_cut_short_too():
    whole = encoded(noise(), "JPEG")
    thumbnail = encoded(noise().resize((60, 40)), "JPEG")
    segment = b"\xff\xe1" + struct.pack(">H", len(thumbnail) + 2) + thumbnail
    data = whole[:2] + segment + whole[2:]
    assert not decode(data, 100).isNull()
    with pytest.raises(BrokenPicture, match="cut short"):
        decode(data[: -len(whole) // 3], 100)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "not a picture"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "web page"),
        (b"\n\n  <HTML><body>420</body>", "web page"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "not a picture"),
        (png_bomb(30_000, 30_000), "too large"),
        (png_bomb(0, 10), "damaged"),
        (b"\0\0\0\x1cftypavif" + b"\0" * 200, "damaged"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 99 + b"IEND", "damaged"),
        (b"RIFF\x04\0\0\0WEBP", "damaged"),
        (b"GIF89a;", "damaged"),
    ],
)
def test_hostile_bytes_end_in_a_sentence(data, reason):
    with pytest.raises(BrokenPicture, match=reason):
        decode(data, 100)


def test_a_large_photo_is_no_bomb():
    assert decode(encoded(plain(6000, 4000), "JPEG"), 100).width() == 100
