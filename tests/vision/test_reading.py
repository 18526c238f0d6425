"""Any bytes are read as a picture upright on white, or refused as none."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from PIL import Image

from sourcing_desktop.vision.reading import read_rgb
from tests.support.pictures import encoded, png, with_passes

KINDS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF")


def halves(width: int = 400, height: int = 200, mode: str = "RGB") -> Image.Image:
    """Blue on the left, red on the right."""
    picture = Image.new("RGB", (width, height), (200, 30, 30))
    picture.paste((30, 30, 200), (0, 0, width // 2, height))
    return picture.convert(mode)


def noise(width: int, height: int) -> Image.Image:
    return Image.frombytes("RGB", (width, height), random.Random(1).randbytes(3 * width * height))


def close(pixel: np.ndarray, colour: tuple[int, int, int], by: int = 25) -> bool:
    return bool(np.abs(pixel.astype(int) - colour).max() <= by)


@pytest.mark.parametrize("kind", KINDS)
def test_a_common_picture_is_read_and_shrunk(kind):
    rgb = read_rgb(encoded(halves(), kind), 100)
    assert rgb.shape == (50, 100, 3)
    assert rgb.dtype == np.uint8
    assert close(rgb[25, 10], (30, 30, 200))
    assert close(rgb[25, 90], (200, 30, 30))


def test_a_small_one_is_not_enlarged():
    assert read_rgb(encoded(halves(60, 30), "PNG"), 800).shape == (30, 60, 3)


@pytest.mark.parametrize("size", [(1, 1), (1, 3000), (20_000, 1)])
def test_a_tiny_and_a_thin_one_keep_a_pixel_each_way(size):
    rgb = read_rgb(encoded(Image.new("RGB", size, "teal"), "PNG"), 224)
    assert rgb.shape == (min(size[1], 224), min(size[0], 224), 3)


def test_a_large_one_is_read_in_a_size_that_is_needed():
    assert read_rgb(encoded(halves(6000, 4000), "JPEG"), 352).shape == (235, 352, 3)


@pytest.mark.parametrize("mode", ["L", "1", "P", "CMYK", "YCbCr", "I;16", "F"])
def test_other_ways_to_keep_colours(mode):
    kind = {"CMYK": "JPEG", "YCbCr": "JPEG"}.get(mode, "TIFF")
    if mode == "I;16":
        picture = Image.fromarray(np.repeat(np.array([[0, 40_000]], np.uint16), 50, axis=1))
    else:
        picture = halves(100, 50, mode)
    rgb = read_rgb(encoded(picture, kind), 100)
    assert rgb.shape[2] == 3
    wanted = {"CMYK": (30, 30, 200), "YCbCr": (30, 30, 200), "P": (30, 30, 200), "I;16": (0, 0, 0)}
    grey = int(halves(2, 1, "L").getpixel((0, 0)))
    assert mode == "1" or close(rgb[0, 10], wanted.get(mode, (grey,) * 3))
    if mode == "I;16":
        assert close(rgb[0, 90], (156, 156, 156))


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF"])
def test_what_is_transparent_is_white(kind):
    picture = Image.new("RGBA", (80, 80), (0, 0, 0, 0))
    picture.paste((0, 120, 0, 255), (0, 0, 40, 80))
    rgb = read_rgb(encoded(picture, kind, **({"lossless": True} if kind == "WEBP" else {})), 80)
    assert close(rgb[40, 70], (255, 255, 255), 1)
    assert close(rgb[40, 10], (0, 120, 0), 1)


def test_a_transparent_colour_of_a_palette_is_white():
    picture = Image.new("P", (40, 40), 1)
    picture.putpalette([10, 20, 30, 200, 0, 0])
    picture.paste(0, (0, 0, 20, 40))
    rgb = read_rgb(encoded(picture, "GIF", transparency=0), 40)
    assert close(rgb[20, 5], (255, 255, 255), 1)
    assert close(rgb[20, 35], (200, 0, 0), 1)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_an_animation_gives_its_first_frame(kind):
    frames = [Image.new("RGB", (40, 40), colour) for colour in ("navy", "lime", "red")]
    data = encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=90)
    assert close(read_rgb(data, 40)[20, 20], (0, 0, 128))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_camera_held_sideways_is_turned_upright(kind):
    exif = Image.Exif()
    exif[0x0112] = 6  # the row on top is the right side of what was seen
    for mode in ("RGB", "RGBA") if kind != "JPEG" else ("RGB",):
        rgb = read_rgb(encoded(halves(mode=mode), kind, exif=exif), 100)
        assert rgb.shape == (100, 50, 3)
        assert close(rgb[10, 25], (30, 30, 200))
        assert close(rgb[90, 25], (200, 30, 30))


NONE = {
    "empty": b"",
    "words": b"<html>not found</html>",
    "vectors": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "a program": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 100 100\n%%EndComments\n",
    "a bomb": png(60_000, 60_000, b"\0\0\0", rows=1),
    "many megapixels": png(9_000, 9_000, b"\0\0\0", rows=1),
    "no size": png(0, 0, b"\0\0\0"),
    "passes without end": with_passes(encoded(halves(4000, 4000), "JPEG", progressive=True), 1_000),
}


@pytest.mark.parametrize("name", NONE)
def test_what_is_no_picture_is_refused(name):
    with pytest.raises(ValueError, match="picture"):
        read_rgb(NONE[name], 224)


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_cut_short_is_refused_wherever_it_ends(kind):
    data = encoded(noise(90, 60), kind)
    for end in [*range(1, 40), *range(40, len(data) - len(data) // 10, len(data) // 40)]:
        with pytest.raises(ValueError, match="picture"):
            read_rgb(data[:end], 60)


@pytest.mark.parametrize(
    "kind",
    [
        *("JPEG", "PNG", "WEBP", "GIF", "BMP"),
        pytest.param("TIFF", marks=pytest.mark.expects_log("PIL.TiffImagePlugin")),
    ],
)
def test_a_damaged_picture_is_refused_or_still_a_picture(kind):
    data = encoded(halves(60, 40), kind)
    read = refused = 0
    for place in range(0, min(len(data), 400), 3):
        for value in (0x00, 0x7F, 0xFF):
            damaged = bytearray(data)
            damaged[place] = value
            try:
                rgb = read_rgb(bytes(damaged), 60)
            except ValueError:
                refused += 1
                continue
            assert max(rgb.shape[:2]) <= 60
            read += 1
    assert read
    assert refused


def test_many_threads_read_at_once_without_a_word():
    files = [encoded(halves(300, 200), kind) for kind in KINDS] + [b"nothing"]

    def sides(data: bytes) -> tuple[int, ...]:
        try:
            return read_rgb(data, 90).shape
        except ValueError:
            return ()

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(sides, files * 5))
    assert found == ([(60, 90, 3)] * len(KINDS) + [()]) * 5
