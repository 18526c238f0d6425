"""What is kept of a picture finds it again when it was changed a little, and any picture at all has it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from sourcing_desktop.sandbox.drawing.goods import PAINTERS, draw
from sourcing_desktop.sandbox.drawing.look import Look, View
from sourcing_desktop.vision import QUERY_LOOKS_THE_SAME
from sourcing_desktop.vision.encoder import Directions, Encoder
from sourcing_desktop.vision.reading import read_rgb
from sourcing_desktop.vision.weights import EngineMissing

Pixels = NDArray[np.uint8]

SIDE = 300
GOODS = [Look(kind, number, "#b03a48", "#e8dcc8") for number, kind in enumerate(list(PAINTERS)[::6])]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder.load()


@pytest.fixture(scope="module")
def pictures() -> list[Pixels]:
    return [drawn(look) for look in GOODS]


@pytest.fixture(scope="module")
def kept(encoder: Encoder, pictures: list[Pixels]) -> NDArray[np.float32]:
    """What is kept of the goods, a row of unit length each."""
    rows = np.stack([encoder.describe(rgb) for rgb in pictures]).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def drawn(look: Look) -> Pixels:
    image = draw(look, View.MAIN, SIDE)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(SIDE, SIDE, 4)
    return np.ascontiguousarray(pixels[:, :, 2::-1])


def on_a_page(rgb: Pixels) -> Pixels:
    """Small, in the middle of a tall white page with a dark bar above it."""
    page = np.full((640, 400, 3), 255, dtype=np.uint8)
    page[:60] = 40
    page[200:400, 100:300] = rgb[:: len(rgb) // 200, :: len(rgb) // 200][:200, :200]
    return page


CHANGES = {
    "flip": lambda rgb: rgb[:, ::-1],
    "crop": lambda rgb: rgb[30:-15, 20:-40],
    "darker": lambda rgb: (rgb * 0.6).astype(np.uint8),
    "smaller": lambda rgb: rgb[::3, ::3],
    "wider": lambda rgb: np.pad(rgb, ((0, 0), (200, 50), (0, 0)), mode="edge"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_copy_is_nearest_to_its_original(encoder, pictures, kept, change):
    for number, rgb in enumerate(pictures):
        alike = kept @ encoder.describe(CHANGES[change](rgb)).astype(np.float32)
        assert alike.argmax() == number, GOODS[number].kind


def test_one_on_a_page_is_found_by_its_parts(encoder, pictures, kept):
    for number, rgb in enumerate(pictures[::2]):
        alike = encoder.query(on_a_page(rgb)) @ kept.T
        assert alike.max(axis=0).argmax() == 2 * number, GOODS[2 * number].kind


def test_a_small_compressed_copy_looks_the_same_and_others_do_not(encoder, pictures, kept):
    for number, rgb in enumerate(pictures):
        file = BytesIO()
        Image.fromarray(rgb).resize((220, 220)).save(file, "JPEG", quality=75)
        alike = (encoder.query(read_rgb(file.getvalue(), SIDE)) @ kept.T).max(axis=0)
        assert [*np.flatnonzero(alike >= QUERY_LOOKS_THE_SAME)] == [number], GOODS[number].kind


def test_the_same_picture_is_as_alike_as_can_be(encoder, pictures, kept):
    for number, rgb in enumerate(pictures[:5]):
        assert np.array_equal(encoder.describe(rgb), encoder.describe(rgb.copy()))
        assert encoder.query(rgb)[0] @ kept[number] > 0.999


def test_what_is_kept_uses_the_whole_range_of_a_byte(encoder, pictures):
    row = encoder.describe(pictures[0])
    assert row.shape == (256,)
    assert row.dtype == np.int8
    assert np.abs(row.astype(int)).max() == 127


STRANGE = {
    "one pixel": np.full((1, 1, 3), 200, dtype=np.uint8),
    "a line": np.full((1, 3000, 3), 7, dtype=np.uint8),
    "a pillar": np.full((3000, 1, 3), 7, dtype=np.uint8),
    "black": np.zeros((500, 400, 3), dtype=np.uint8),
    "white": np.full((500, 400, 3), 255, dtype=np.uint8),
    "noise": np.random.default_rng(1).integers(0, 256, (200, 300, 3), dtype=np.uint8),
    "huge": np.broadcast_to((np.arange(6000) % 251).astype(np.uint8)[:, None, None], (6000, 5000, 3)),
    "turned round in memory": np.random.default_rng(2).integers(0, 256, (90, 60, 3), np.uint8)[::-1, :, ::-1],
}


@pytest.mark.parametrize("name", STRANGE)
def test_any_picture_gets_numbers(encoder, name):
    row, rows = encoder.describe(STRANGE[name]), encoder.query(STRANGE[name])
    assert np.linalg.norm(row.astype(float)) >= 127
    assert rows.shape == (7, 256)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


@pytest.mark.parametrize(
    "array",
    [
        np.zeros((0, 10, 3), dtype=np.uint8),
        np.zeros((10, 10), dtype=np.uint8),
        np.zeros((10, 10, 4), dtype=np.uint8),
        np.zeros((10, 10, 3), dtype=np.float32),
    ],
)
def test_what_is_no_picture_is_refused(encoder, array):
    for method in (encoder.describe, encoder.query, encoder.tells_nothing):
        with pytest.raises(ValueError, match="height x width x 3"):
            method(array)


def noisy(colour: int) -> Pixels:
    """A blank as a camera or a strong compression leaves it."""
    return (colour + np.random.default_rng(3).normal(0, 2, (300, 300, 3))).clip(0, 255).astype(np.uint8)


@pytest.mark.parametrize(
    "blank", [STRANGE["one pixel"], STRANGE["black"], STRANGE["white"], noisy(128), noisy(255)]
)
def test_a_blank_tells_nothing(encoder, blank):
    assert encoder.tells_nothing(blank)


def test_goods_noise_and_a_small_thing_in_a_corner_tell_something(encoder, pictures):
    small = np.full((500, 500, 3), 255, dtype=np.uint8)
    small[470:495, 5:30] = (20, 60, 200)
    assert not any(encoder.tells_nothing(rgb) for rgb in (*pictures, STRANGE["noise"], small))


def test_two_threads_get_what_one_would(encoder, pictures, kept):
    alone = [encoder.describe(rgb) for rgb in pictures[:6]]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(encoder.describe, pictures[:6] * 2))
    assert all(np.array_equal(one, other) for one, other in zip(alone * 2, together, strict=True))


def test_damaged_directions_are_said_to_be_damaged(tmp_path: Path):
    path = tmp_path / "directions.npz"
    for spoil in (lambda: None, lambda: path.write_bytes(b"PK"), lambda: np.savez(path, middle=np.zeros(9))):
        spoil()
        with pytest.raises(EngineMissing):
            Directions.load(path)
    parts = {"middle": np.zeros(1280), "weights": np.zeros((1280, 64), np.int8), "scale": np.zeros(64)}
    np.savez(path, **parts)
    with pytest.raises(EngineMissing):
        Directions.load(path)
