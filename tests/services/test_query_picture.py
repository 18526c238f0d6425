"""Whatever a buyer gives becomes a picture the gateway takes, or one clear sentence."""

from __future__ import annotations

import base64
import io
import struct
import zlib
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from sourcing_desktop.domain.errors import BadPicture, StorageFailed
from sourcing_desktop.domain.search import QueryPicture
from sourcing_desktop.services import query_picture
from tests.support.picture_host import PictureHost
from tests.support.pictures import with_passes

NOT_A_PICTURE = "This is not a picture the program can read."
DAMAGED = "The picture is damaged or incomplete."
TOO_LARGE = "The picture is too large to read safely."
RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 128, 0), (0, 0, 255), (255, 255, 255)


def encoded(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def goods(width: int = 400, height: int = 300, mode: str = "RGB", colour: object = "red") -> Image.Image:
    """A shape on white, in the given colours."""
    picture = Image.new(mode, (width, height), "white" if mode == "RGB" else 0)
    ImageDraw.Draw(picture).rectangle((width // 4, height // 4, width // 2, height // 2), fill=colour)
    return picture


def noise(width: int, height: int) -> Image.Image:
    return Image.effect_noise((width, height), 100).convert("RGB")


def png_head(width: int, height: int) -> bytes:
    """A PNG that claims a size and carries next to nothing."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in ((b"IHDR", header), (b"IDAT", body), (b"IEND", b""))
    )


@pytest.fixture
def picture_host():
    host = PictureHost(encoded(goods()))
    yield host
    host.close()


async def normalised(data: bytes) -> Image.Image:
    """The picture that would be sent, after looking at what holds for each."""
    made = await query_picture.from_bytes(data)
    return opened(made)


def opened(made: QueryPicture) -> Image.Image:
    picture = Image.open(io.BytesIO(made.jpeg))
    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (made.width, made.height))
    assert max(picture.size) <= 800
    assert len(made.jpeg) <= 300_000
    assert not picture.getexif()
    return picture


def alike(colour, wanted, by=12):
    return all(abs(one - other) <= by for one, other in zip(colour, wanted, strict=True))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "BMP", "TIFF", "GIF"])
async def test_a_common_picture_is_taken(kind):
    picture = await normalised(encoded(goods(), kind))
    assert picture.size == (400, 300)
    assert alike(picture.getpixel((150, 110)), RED)
    assert alike(picture.getpixel((10, 10)), WHITE)


async def test_a_large_one_is_made_smaller_and_keeps_its_proportions():
    assert (await normalised(encoded(goods(3000, 1500), "JPEG"))).size == (800, 400)


async def test_one_30_000_px_wide():
    assert (await normalised(encoded(goods(30_000, 400)))).size == (800, 11)


async def test_one_so_thin_that_nothing_would_be_left():
    assert (await normalised(encoded(goods(30_000, 16)))).size == (800, 1)


async def test_noise_that_compresses_badly_still_fits():
    await normalised(encoded(noise(1600, 1600), "JPEG", quality=95))


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
async def test_transparency_becomes_white(mode):
    colour = (255, 0, 0, 255) if mode == "RGBA" else (0, 255)
    picture = await normalised(encoded(goods(mode=mode, colour=colour)))
    assert alike(picture.getpixel((10, 10)), WHITE)
    assert alike(picture.getpixel((150, 110)), RED if mode == "RGBA" else (0, 0, 0))


async def test_transparency_of_a_palette_becomes_white():
    picture = Image.new("P", (100, 100), 0)
    picture.putpalette([0, 0, 0, 255, 0, 0])
    picture.paste(1, (25, 25, 75, 75))
    made = await normalised(encoded(picture, "PNG", transparency=0))
    assert alike(made.getpixel((5, 5)), WHITE)
    assert alike(made.getpixel((50, 50)), RED)


async def test_half_transparent_is_mixed_with_white():
    picture = await normalised(encoded(Image.new("RGBA", (64, 64), (255, 0, 0, 128))))
    assert alike(picture.getpixel((30, 30)), (255, 127, 127))


async def test_an_animation_gives_its_first_frame():
    frames = [Image.new("RGB", (80, 80), colour) for colour in ("blue", "red", "green")]
    data = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert alike((await normalised(data)).getpixel((40, 40)), BLUE)


async def test_cmyk_keeps_its_colours():
    picture = await normalised(encoded(goods().convert("CMYK"), "JPEG"))
    assert alike(picture.getpixel((150, 110)), RED, by=20)
    assert alike(picture.getpixel((10, 10)), WHITE)


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
async def test_16_bits_a_pixel(kind):
    levels = np.full((64, 64), 32_768, np.uint16)
    levels[:, :32] = 65_535
    grey = Image.fromarray(levels)
    assert grey.mode == "I;16"
    picture = await normalised(encoded(grey, kind))
    assert alike(picture.getpixel((10, 30)), WHITE)
    assert alike(picture.getpixel((50, 30)), (128, 128, 128))


@pytest.mark.parametrize("mode", ["1", "L", "F"])
async def test_grey(mode):
    picture = await normalised(encoded(Image.new("L", (64, 64), 255).convert(mode), "TIFF"))
    assert alike(picture.getpixel((10, 10)), WHITE)


@pytest.mark.parametrize(
    ("turn", "corner"), [(1, (0, 0)), (3, (1, 1)), (6, (1, 0)), (8, (0, 1)), (2, (1, 0))]
)
async def test_a_camera_held_sideways(turn, corner):
    """The red corner at the top left of the sensor is where the EXIF orientation says."""
    picture = Image.new("RGB", (200, 200), "white")
    picture.paste("red", (0, 0, 50, 50))
    exif = Image.Exif()
    exif[0x0112] = turn
    made = await normalised(encoded(picture, "JPEG", exif=exif, quality=95))
    assert alike(made.getpixel((20 + 160 * corner[0], 20 + 160 * corner[1])), RED)


async def test_a_camera_held_sideways_swaps_the_sides():
    exif = Image.Exif()
    exif[0x0112] = 6
    assert (await normalised(encoded(goods(400, 200), "JPEG", exif=exif))).size == (200, 400)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The picture is empty."),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n", NOT_A_PICTURE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", NOT_A_PICTURE),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 100 100\n%%EndComments\n", NOT_A_PICTURE),
        (b"\0" * 5000, NOT_A_PICTURE),
        (encoded(Image.new("RGB", (1, 1))), "The picture is too small to search with (1 × 1 px)."),
        (encoded(Image.new("RGB", (500, 15))), "The picture is too small to search with (500 × 15 px)."),
        (png_head(50_000, 50_000), TOO_LARGE),
        (png_head(9_000, 9_000), TOO_LARGE),
        (png_head(2**31 - 1, 2**31 - 1), TOO_LARGE),
        (png_head(800, 800), DAMAGED),
        (png_head(0, 0), ""),
        (with_passes(encoded(goods(4000, 4000), "JPEG", progressive=True), 1_000), DAMAGED),
    ],
)
async def test_what_cannot_be_used_is_refused_in_one_sentence(data, sentence):
    with pytest.raises(BadPicture) as refused:
        await query_picture.from_bytes(data)
    assert refused.value.sentence.startswith(sentence)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF"])
def test_a_truncated_picture_is_refused_wherever_it_ends(kind):
    data = encoded(noise(120, 90), kind)
    step = max(1, len(data) // 60)
    for end in [*range(1, 40), *range(40, len(data) - len(data) // 10, step)]:
        with pytest.raises(BadPicture):
            query_picture.normalise(data[:end])


@pytest.mark.parametrize(
    "kind",
    [
        *("JPEG", "PNG", "WEBP", "GIF", "BMP"),
        pytest.param("TIFF", marks=pytest.mark.expects_log("PIL.TiffImagePlugin")),
    ],
)
def test_a_damaged_picture_is_refused_or_still_a_picture(kind):
    """Whatever happens inside the decoder, nothing but BadPicture comes out."""
    data = bytearray(encoded(goods(60, 40), kind))
    for place in range(0, min(len(data), 400), 3):
        for value in (0x00, 0x7F, 0xFF):
            damaged = bytearray(data)
            damaged[place] = value
            with suppress(BadPicture):
                opened(query_picture.normalise(bytes(damaged)))


@pytest.mark.parametrize("field_type", [2, 5, 7, 11])
def test_a_tiff_that_says_in_words_where_its_lines_are_is_damaged(field_type):
    data = bytearray(encoded(goods(40, 40), "TIFF"))
    strip_offsets = data.index(struct.pack("<HHI", 273, 4, 1))
    data[strip_offsets + 2] = field_type
    with pytest.raises(BadPicture) as refused:
        query_picture.normalise(bytes(data))
    assert refused.value.sentence.startswith(DAMAGED)


async def test_files(tmp_path):
    path = tmp_path / "goods.jpg"
    path.write_bytes(encoded(goods(), "JPEG"))
    assert opened(await query_picture.from_file(path)).size == (400, 300)
    wrong_name = tmp_path / "really-a-png.jpg"
    wrong_name.write_bytes(encoded(goods()))
    assert opened(await query_picture.from_file(wrong_name)).size == (400, 300)


async def test_files_that_cannot_be_read(tmp_path: Path):
    large = tmp_path / "large.jpg"
    with large.open("wb") as file:
        file.truncate(40_000_001)
    pdf = tmp_path / "offer.jpg"
    pdf.write_bytes(b"%PDF-1.7\n")
    empty = tmp_path / "empty.jpg"
    empty.touch()
    for path, sentence in (
        (tmp_path / "gone.jpg", "The file gone.jpg cannot be read."),
        (tmp_path, f"The file {tmp_path.name} cannot be read."),
        (large, "The file is larger than 40 MB."),
        (pdf, NOT_A_PICTURE),
        (empty, "The picture is empty."),
    ):
        with pytest.raises(BadPicture) as refused:
            await query_picture.from_file(path)
        assert refused.value.sentence.startswith(sentence)


async def test_pictures_carried_inside_an_address():
    text = base64.b64encode(encoded(goods())).decode()
    assert opened(await query_picture.from_url(f"data:image/png;base64,{text}")).size == (400, 300)
    assert opened(await query_picture.from_html(f"<img src='data:image/png;base64,{text}'>")).size == (
        400,
        300,
    )
    with pytest.raises(BadPicture):
        await query_picture.from_url("data:image/png,%89PNG")
    with pytest.raises(BadPicture):
        await query_picture.from_html("<p>no picture</p>")


async def test_a_stand_in_for_a_picture_that_is_loaded_late_is_passed_over(picture_host):
    pixel = base64.b64encode(encoded(Image.new("RGB", (1, 1)), "GIF")).decode()
    late = f'<IMG src="data:image/gif;base64,{pixel}" data-src="{picture_host.url("/a.png?w=1&amp;h=2")}">'
    assert opened(await query_picture.from_html(late)).size == (400, 300)
    assert picture_host.paths == ["/a.png?w=1&h=2"]


async def test_a_turn_to_the_right_brings_the_left_side_to_the_top():
    picture = Image.new("RGB", (400, 300), "white")
    ImageDraw.Draw(picture).rectangle((0, 0, 60, 299), fill="red")
    upright = await query_picture.from_bytes(encoded(picture))
    turned = await query_picture.turned(upright, 1)
    assert (turned.width, turned.height) == (300, 400)
    shown = Image.open(io.BytesIO(turned.jpeg))
    assert shown.size == (300, 400)
    assert shown.getpixel((150, 10))[1] < 60
    assert shown.getpixel((150, 390))[1] > 200
    again = await query_picture.turned(upright, -3)
    assert again == turned


async def test_what_is_saved_is_what_is_sent(tmp_path):
    picture = await query_picture.from_bytes(encoded(goods()))
    await query_picture.save(picture, tmp_path / "kept.jpg")
    assert (tmp_path / "kept.jpg").read_bytes() == picture.jpeg
    with pytest.raises(StorageFailed, match=r"kept\.jpg could not be written"):
        await query_picture.save(picture, tmp_path / "nowhere" / "kept.jpg")


def test_a_folder_gives_its_pictures_in_order(tmp_path):
    for name in ("b.PNG", "a.jpg", "notes.txt", ".hidden.jpg", "c.webp"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "inside").mkdir()
    assert [path.name for path in query_picture.pictures_in(tmp_path)] == ["a.jpg", "b.PNG", "c.webp"]


@pytest.mark.parametrize(
    ("count", "sentence"),
    [(0, "There is no picture in the folder"), (query_picture.MOST_IN_A_FOLDER + 1, "has more than 1,000")],
)
def test_a_folder_with_none_or_too_many_says_so(tmp_path, count, sentence):
    for number in range(count):
        (tmp_path / f"{number}.jpg").touch()
    with pytest.raises(BadPicture, match=sentence):
        query_picture.pictures_in(tmp_path)


def test_a_folder_that_is_gone_says_so(tmp_path):
    with pytest.raises(BadPicture, match=r"The folder gone cannot be read\."):
        query_picture.pictures_in(tmp_path / "gone")


async def test_a_full_disk_leaves_the_picture_that_was_there(tmp_path):
    resource = pytest.importorskip("resource", reason="only Unix limits how long a file may be")
    picture = await query_picture.from_bytes(encoded(noise(800, 800)))
    path = tmp_path / "kept.jpg"
    path.write_bytes(b"before")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, limits[1]))
    try:
        with pytest.raises(StorageFailed):
            await query_picture.save(picture, path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("kept.jpg", b"before")]
