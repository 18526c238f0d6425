"""Bytes of any origin end as a picture of the exact size, or as one sentence."""

from __future__ import annotations

import struct

import numpy as np
import pytest
from PIL import Image, ImageDraw
from PySide6.QtGui import QColor, QImage

from sourcing_desktop.pictures.decode import BrokenPicture, decode
from tests.support.pictures import encoded, png

RED, BLUE, WHITE = (200, 30, 30), (30, 30, 200), (255, 255, 255)


def noise(mode: str = "RGB") -> Image.Image:
    return Image.effect_noise((300, 200), 90).convert(mode)


def plain(width: int, height: int, colour: object = RED, mode: str = "RGB") -> Image.Image:
    return Image.new(mode, (width, height), colour)


def near(image: QImage, x: int, y: int, colour: tuple[int, int, int]) -> bool:
    found = QColor(image.pixel(x, y))
    return all(abs(a - b) < 12 for a, b in zip(found.getRgb()[:3], colour, strict=True))


# What is a picture


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "BMP", "GIF", "AVIF"])
def test_every_kind_is_read_at_the_exact_size(kind):
    image = decode(encoded(plain(300, 200), kind), 120)
    assert (image.width(), image.height()) == (120, 80)
    assert image.format() == QImage.Format.Format_RGB32
    assert near(image, 60, 40, RED)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize(("width", "height"), [(3000, 1), (1, 3000), (16_000, 20)])
def test_thin_pictures(kind, width, height):
    image = decode(encoded(plain(width, height), kind), 100)
    assert max(image.width(), image.height()) == 100
    assert min(image.width(), image.height()) == 1
    assert near(image, 0, 0, RED)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
@pytest.mark.parametrize(("side", "shown"), [(1, 2), (60, 120), (91, 182), (92, 184), (300, 184)])
def test_a_small_original_grows_to_twice_its_size_at_most(kind, side, shown):
    image = decode(encoded(plain(side, side), kind), 184)
    assert (image.width(), image.height()) == (shown, shown)
    assert near(image, shown // 2, shown // 2, RED)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF"])
def test_transparent_parts_become_white(kind):
    half_red = plain(40, 40, (0, 0, 0, 0), "RGBA")
    half_red.paste((*RED, 255), (0, 0, 20, 40))
    image = decode(encoded(half_red, kind, lossless=True), 40)
    assert near(image, 5, 20, RED)
    assert near(image, 35, 20, WHITE)


def test_half_transparent_red_becomes_pink():
    assert near(decode(encoded(plain(40, 40, (255, 0, 0, 128), "RGBA"), "PNG"), 40), 9, 9, (255, 127, 127))


@pytest.mark.parametrize("kind", ["PNG", "GIF"])
def test_a_palette_with_a_transparent_colour(kind):
    picture = plain(40, 40, 1, "P")
    picture.putpalette([*RED, *BLUE])
    picture.paste(0, (0, 0, 20, 40))
    image = decode(encoded(picture, kind, transparency=1), 40)
    assert near(image, 5, 20, RED)
    assert near(image, 35, 20, WHITE)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_an_animation_shows_its_first_frame(kind):
    data = encoded(plain(40, 40), kind, save_all=True, append_images=[plain(40, 40, BLUE)], duration=50)
    assert near(decode(data, 40), 20, 20, RED)


def test_an_animation_cut_short_after_its_first_frame_shows_it():
    data = encoded(plain(40, 40), "GIF", save_all=True, append_images=[noise("P")] * 3, duration=50)
    assert near(decode(data[: len(data) * 3 // 4], 40), 20, 20, RED)


@pytest.mark.parametrize("side", [16, 64, 1000])
def test_cmyk_colours_are_right(side):
    cyan_and_magenta = plain(side, side, (0, 220, 220, 20), "CMYK")
    assert near(decode(encoded(cyan_and_magenta, "JPEG"), 64), 8, 8, (235, 32, 32))


def test_ycck_colours_are_right():
    """Three inks kept as luminance and two differences, and black, as Photoshop writes it."""
    inks, black = (20, 255, 255), 20
    kept = (*plain(1, 1, inks).convert("YCbCr").getpixel((0, 0)), 255 - black)
    channels = tuple(255 - value for value in kept)  # Pillow writes the reverse
    data = encoded(plain(64, 64, channels, "CMYK"), "JPEG", quality=95)
    transform = data.index(b"Adobe") + 11
    assert near(decode(data[:transform] + b"\x02" + data[transform + 1 :], 64), 32, 32, (217, 0, 0))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_grey(kind):
    image = decode(encoded(plain(40, 40, 200, "L"), kind), 40)
    assert image.format() == QImage.Format.Format_RGB32
    assert near(image, 20, 20, (200, 200, 200))


def test_grey_with_transparent_parts():
    assert near(decode(encoded(plain(40, 40, (9, 0), "LA"), "PNG"), 40), 20, 20, WHITE)


def test_black_and_white():
    assert near(decode(encoded(plain(40, 40, 1, "1"), "PNG"), 40), 20, 20, WHITE)


def test_sixteen_bits_of_grey():
    assert near(decode(encoded(plain(40, 40, 51400, "I;16"), "PNG"), 40), 20, 20, (200, 200, 200))


@pytest.mark.parametrize(("channels", "pixel"), [(3, (51400, 7710, 7710)), (4, (51400, 7710, 7710, 65535))])
def test_sixteen_bits_of_colour(channels, pixel):
    data = png(40, 40, struct.pack(f">{channels}H", *pixel), depth=16)
    assert near(decode(data, 40), 20, 20, RED)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "AVIF"])
def test_the_camera_was_turned(kind):
    exif = Image.Exif()
    exif[0x0112] = 6
    picture = plain(200, 100)
    picture.paste(BLUE, (0, 0, 100, 100))
    image = decode(encoded(picture, kind, exif=exif), 100)
    assert (image.width(), image.height()) == (50, 100)
    assert near(image, 25, 10, BLUE)
    assert near(image, 25, 90, RED)


def test_a_jpeg_in_several_passes():
    image = decode(encoded(noise(), "JPEG", progressive=True), 150)
    assert (image.width(), image.height()) == (150, 100)


def test_a_bmp_from_the_top_down():
    data = bytearray(encoded(plain(10, 10), "BMP"))
    data[22:26] = struct.pack("<i", -10)
    assert near(decode(bytes(data), 20), 10, 10, RED)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "AVIF"])
def test_what_follows_the_picture_does_not_matter(kind):
    garbage = b"\xff\xd8\xff\xda\xff\xd9 and \xff\xda more" * 500
    assert near(decode(encoded(plain(40, 40), kind) + garbage, 40), 20, 20, RED)


def test_a_large_photo_is_no_bomb():
    assert decode(encoded(plain(6000, 4000), "JPEG"), 100).width() == 100


# JPEGs within JPEGs


def with_segment(jpeg: bytes, marker: bytes, content: bytes) -> bytes:
    return jpeg[:2] + marker + struct.pack(">H", len(content) + 2) + content + jpeg[2:]


@pytest.mark.parametrize(
    "content",
    [
        encoded(noise().resize((60, 40)), "JPEG"),  # a thumbnail
        b"\xff\xd9" * 50,
        b"\xff\xd8\xff\xda" * 50,
        b"Exif\0\0MM\0*\xff\xff\xff\xff" + b"\xff" * 500,  # an absurd directory
    ],
)
@pytest.mark.parametrize("marker", [b"\xff\xe1", b"\xff\xfe"])
def test_what_a_segment_of_a_jpeg_holds_is_not_its_end(marker, content):
    data = with_segment(encoded(noise(), "JPEG"), marker, content)
    assert not decode(data, 100).isNull()
    with pytest.raises(BrokenPicture, match="cut short"):
        decode(data[: -len(data) // 3], 100)


def test_a_second_jpeg_cut_short_behind_the_first_does_not_matter():
    """Phones put a gain map there."""
    whole = encoded(plain(40, 40), "JPEG")
    assert near(decode(whole + whole[: len(whole) // 2], 40), 20, 20, RED)


# What is no picture


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "AVIF"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.98])
def test_a_picture_cut_short_is_broken(kind, share):
    data = encoded(noise(), kind)
    with pytest.raises(BrokenPicture, match=r"cut short|damaged"):
        decode(data[: int(len(data) * share)], 100)


def bmp(width: int, height: int) -> bytes:
    data = bytearray(encoded(plain(10, 10), "BMP"))
    data[18:26] = struct.pack("<ii", width, height)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "not a picture"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "web page"),
        (b"\n\n  <HTML><body>420</body>", "web page"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "not a picture"),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "not a picture"),
        (b"\xff\xd8\xff", "cut short"),
        (b"\xff\xd8\xff\xd9", "damaged"),
        (b"\xff\xd8" + b"\xff\xe0\0\2" * 100_000 + b"\xff\xd9", "damaged"),
        (b"\0\0\0\x1cftypavif" + b"\0" * 200, "damaged"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 99 + b"IEND", "damaged"),
        (b"RIFF\x04\0\0\0WEBP", "damaged"),
        (b"GIF89a;", "damaged"),
        (b"GIF89a", "damaged"),
        (png(0, 10, b""), "damaged"),
        (png(30_000, 30_000, b"red", rows=1), "too large"),
        (png(9_000, 9_000, b"red", rows=1), "too large"),
        (bmp(-10, 10), "too large|damaged"),
        (bmp(2**31 - 1, 2**31 - 1), "too large|damaged"),
        (bmp(2**31 - 1, -(2**31)), "too large|damaged"),
        (bmp(0, 10), "damaged"),
        (bmp(500, 500), "damaged"),
    ],
)
def test_hostile_bytes_end_in_a_sentence(data, reason):
    with pytest.raises(BrokenPicture, match=reason):
        decode(data, 100)


# How well it is scaled


@pytest.mark.parametrize(("original", "shown"), [(220, 184), (400, 276), (800, 600)])
def test_fine_lettering_is_not_blurred(original, shown):
    """At least 24 dB against Pillow's best, for strokes one pixel wide; Qt left alone reaches 19 to 22."""
    picture = plain(original, original, WHITE)
    draw = ImageDraw.Draw(picture)
    for line in range(0, original, 7):
        draw.line((0, line, original, line + 5), fill="black")
    data = encoded(picture, "JPEG", quality=92)
    image = decode(data, shown)
    found = np.frombuffer(image.constBits(), np.uint8).reshape(shown, shown, 4)[:, :, 0].astype(float)
    best = np.asarray(picture.resize((shown, shown), Image.Resampling.LANCZOS))[:, :, 2].astype(float)
    assert 10 * np.log10(255**2 / np.mean((found - best) ** 2)) > 24
